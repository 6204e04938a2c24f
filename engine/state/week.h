#pragma once
// What a plug-in sees of the week: the columns it declared, the organisation, the settings and its draws.

#include <algorithm>
#include <span>
#include <string_view>
#include <utility>

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

// Levers that some intervention may pull: a lever outside the set has one value for everyone.
inline ColumnSet const every_lever = ~ColumnSet{};

// A lever as mechanisms read it. One that nobody pulls costs neither memory nor time.
class Lever {
  public:
    Lever(Worlds const* first, bool pulled) : first_(first), stride_(pulled ? 1 : 0) {}
    Worlds const& operator[](std::size_t employee) const { return first_[employee * stride_]; }
    [[nodiscard]] bool is_pulled() const { return stride_ == 1; }

  private:
    Worlds const* first_;
    std::size_t stride_;
};

// The chances of one purpose, one after the other: draw(0), draw(1), … Four come from one call of the generator, so that they are
// best asked for in rising order.
class Draws {
  public:
    // draw_number: [employee] whose chance is meant; empty: the employee's own.
    Draws(Chance const& chance, std::uint32_t for_purpose, std::uint32_t week, std::span<std::uint32_t const> draw_number = {})
        : chance_(chance), purpose_(for_purpose), week_(week), draw_number_(draw_number) {}

    // Valid until the next call.
    [[gnu::always_inline]] Worlds const& operator()(std::uint32_t which) {
        if (which / 4 != group_) {
            group_ = which / 4;
            drawn_ = draw_number_.empty() ? chance_.four(purpose_, week_, group_) : renumbered();
        }
        return drawn_.of[which % 4];
    }

  private:
    [[nodiscard]] Uniforms renumbered() const;

    Chance const& chance_;
    std::uint32_t purpose_, week_, group_ = 0xffffffff;
    std::span<std::uint32_t const> draw_number_;
    Uniforms drawn_;
};

class Week {
  public:
    // pulled: the levers that interventions of this block may raise.
    Week(Organisation const& who, Settings const& situation, Chance const& chance, History& history, int week,
         ColumnSet const& pulled = every_lever)
        : organisation(who), settings(situation), number(week), chance_(chance), history_(history), pulled_(pulled) {}

    Organisation const& organisation;
    Settings const& settings;
    int const number;  // weeks since the start: the first week is 0

    // [shape of the column]. In debug, a column that was not declared is a BrokenContract.
    [[nodiscard]] std::span<Worlds const> read(Column column) const {
        check(among(column, access_.reads) || among(column, access_.updates), "a plug-in read a column that it does not declare");
        return std::as_const(history_)[column];
    }
    [[nodiscard]] std::span<Worlds> write(Column column);
    [[nodiscard]] std::span<Worlds> update(Column column) {
        check(among(column, access_.updates), "a plug-in updated a column that it does not declare");
        return history_[column];
    }
    // The same for a lever: read, and written for everyone or, where nobody pulls it, once.
    [[nodiscard]] Lever lever(Column column) const { return {read(column).data(), pulled_[std::size_t(column)]}; }
    [[nodiscard]] std::span<Worlds> write_lever(Column column);
    [[nodiscard]] Worlds mean_lever(Column column) const;  // over employees

    // draw(i): the chance of employee i this week, for one purpose.
    [[nodiscard]] Draws draws(std::uint32_t for_purpose) const {
        return {chance_, for_purpose, std::uint32_t(number), organisation.draw_number};
    }
    // draw(turn): the same by draw number, for a mechanism in which people act one after the other: in the order of these numbers,
    // whoever they are, so that the order in which an organisation lists its people decides nothing.
    [[nodiscard]] Draws draws_in_turn(std::uint32_t for_purpose) const { return {chance_, for_purpose, std::uint32_t(number)}; }
    // draw(turn): what somebody is like for good, where no trait says so: the same in every week.
    [[nodiscard]] Draws lasting_draws(std::uint32_t for_purpose) const {
        constexpr std::uint32_t no_week = 0xfffffffe;
        return {chance_, for_purpose, no_week};
    }
    // The employee whose draw number is `turn`.
    [[nodiscard]] std::uint32_t whose_turn(std::uint32_t turn) const {
        return organisation.in_turn.empty() ? turn : organisation.in_turn[turn];
    }

    // What changes slowly is looked at every fourth week, a quarter of the people each week: f(employee, turn) for each whose turn
    // it is, in the order of draw numbers.
    static constexpr std::uint32_t weeks_between_turns = 4;
    [[gnu::always_inline]] void for_each_in_turn(auto&& f) const {
        std::uint32_t const people = organisation.headcount(), late = std::uint32_t(number) % weeks_between_turns;
        for (std::uint32_t first = (weeks_between_turns - late) % weeks_between_turns * 4; first < people;
             first += weeks_between_turns * 4)
            for (std::uint32_t turn = first; turn < first + 4 && turn < people; ++turn) f(whose_turn(turn), turn);
    }

    // The same, but in the first week for everyone: what is there from the start.
    [[gnu::always_inline]] void for_everyone_then_in_turn(auto&& f) const {
        if (number > 0) return for_each_in_turn(f);
        for (std::uint32_t turn = 0; turn < organisation.headcount(); ++turn) f(whose_turn(turn), turn);
    }

    // Around one plug-in's step: says what it may touch, then puts double-buffered columns in place.
    void begin(Access const& access) { access_ = access; }
    void end();

  private:
    [[nodiscard]] static bool among(Column column, std::span<Column const> list) {
        return std::ranges::find(list, column) != list.end();
    }
    Chance const& chance_;
    History& history_;
    ColumnSet pulled_;
    Access access_;
};

}  // namespace micropol
