#pragma once
// Everything that changes, for sixteen histories side by side.

#include <array>
#include <span>
#include <vector>

#include "organisation/organisation.h"
#include "state/column.h"
#include "state/settings.h"

namespace micropol {

class History {
  public:
    // Every column at its start: traits, starting ties and settings where they say so, else the neutral value.
    History(Organisation const& organisation, Settings const& settings);

    [[nodiscard]] std::span<Worlds> operator[](Column column) { return columns_[std::size_t(column)]; }
    [[nodiscard]] std::span<Worlds const> operator[](Column column) const { return columns_[std::size_t(column)]; }

    // The second buffer of a column that is read and written in one step; made at first use. commit() puts it in the
    // column's place.
    [[nodiscard]] std::span<Worlds> next(Column column);
    void commit(Column column);

    // 64 bits that differ if any bit of any column does: equal on every machine.
    [[nodiscard]] std::uint64_t hash() const;

    // Bytes one block needs.
    [[nodiscard]] static std::size_t bytes(std::size_t employees, std::size_t ties);

  private:
    std::array<std::vector<Worlds>, column_count> columns_;
    std::array<std::vector<Worlds>, column_count> next_;
};

}  // namespace micropol
