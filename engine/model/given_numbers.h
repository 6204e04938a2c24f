#pragma once
// Numbers that were drawn elsewhere, as from a posterior: a block takes a row of them where it would have drawn for itself.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace micropol {

// How paths begin of numbers that say how a company is looked at, not how it is: no model has them.
inline constexpr std::string_view measurement_prefix = "measurement.";

class GivenNumbers {
  public:
    // values: [row * paths + path]. Block 0 takes row `first`, the next block the next row, and after the last row comes the first.
    // Throws std::invalid_argument without a row, or where the lengths do not fit.
    GivenNumbers(std::vector<std::string> paths, std::vector<double> values, std::size_t first = 0);

    [[nodiscard]] std::vector<std::string> const& paths() const { return paths_; }
    [[nodiscard]] std::size_t rows() const { return values_.size() / paths_.size(); }
    [[nodiscard]] std::span<double const> of_block(std::uint32_t block) const;  // [path]
    [[nodiscard]] std::optional<std::size_t> find(std::string_view path) const;
    // Of everything above.
    [[nodiscard]] std::uint64_t hash() const { return hash_; }
    [[nodiscard]] std::size_t first() const { return first_; }
    [[nodiscard]] std::vector<double> const& values() const { return values_; }

  private:
    std::vector<std::string> paths_;
    std::vector<double> values_;
    std::size_t first_;
    std::uint64_t hash_;
};

}  // namespace micropol
