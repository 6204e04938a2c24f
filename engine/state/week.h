#pragma once
// What a plug-in sees of the week: the columns it declared, the organisation, the settings and its draws.

#include <span>
#include <string_view>

#include "base/check.h"
#include "base/random.h"
#include "organisation/organisation.h"
#include "state/history.h"

namespace micropol {

// The columns a plug-in touches. A column in both `reads` and `writes` is double-buffered: read() is the value at the
// start of the step, write() must be filled for every index. A column in `updates` is changed in place, each employee's
// own entry only, unless the mechanism's page says otherwise.
struct Access {
    std::span<Column const> reads, writes, updates;
};

class Week {
  public:
    Week(Organisation const& who, Settings const& situation, Chance const& chance, History& history, int week)
        : organisation(who), settings(situation), number(week), chance_(chance), history_(history) {}

    Organisation const& organisation;
    Settings const& settings;
    int const number;  // weeks since the start: the first week is 0

    // [shape of the column]. In debug, a column that was not declared is a BrokenContract.
    [[nodiscard]] std::span<Worlds const> read(Column column) const;
    [[nodiscard]] std::span<Worlds> write(Column column);
    [[nodiscard]] std::span<Worlds> update(Column column);

    // The four uniforms of the employees 4 * group … 4 * group + 3 for one purpose.
    [[gnu::always_inline]] Uniforms draws(std::uint32_t for_purpose, std::uint32_t group) const {
        if (organisation.draw_number.empty()) return chance_.four(for_purpose, std::uint32_t(number), group);
        return renumbered_draws(for_purpose, group);
    }

    // The same by draw number, for a mechanism in which people act one after the other: in the order of these numbers, whoever
    // they are, so that the order in which an organisation lists its people decides nothing.
    [[gnu::always_inline]] Uniforms draws_in_turn(std::uint32_t for_purpose, std::uint32_t group) const {
        return chance_.four(for_purpose, std::uint32_t(number), group);
    }
    // The employee whose draw number is `turn`.
    [[nodiscard]] std::uint32_t whose_turn(std::uint32_t turn) const {
        return organisation.in_turn.empty() ? turn : organisation.in_turn[turn];
    }

    // Around one plug-in's step: says what it may touch, then puts double-buffered columns in place.
    void begin(Access const& access) { access_ = access; }
    void end();

  private:
    [[nodiscard]] Uniforms renumbered_draws(std::uint32_t for_purpose, std::uint32_t group) const;
    [[nodiscard]] static bool among(Column column, std::span<Column const> list);
    Chance const& chance_;
    History& history_;
    Access access_;
};

}  // namespace micropol
