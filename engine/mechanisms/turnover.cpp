#include <algorithm>

#include "base/worlds_math.h"
#include "mechanisms/mechanism.h"

namespace micropol {

namespace {

constexpr Column reads[] = {Column::turnover_intention, Column::called_away};
constexpr Column updates[] = {Column::present, Column::quits, Column::hires};

// An employee is a seat: its traits belong to the organisation. Who leaves takes ties, data and clients along; whoever comes starts
// with the seat's traits and reporting lines only. This mechanism says who is there; each owner of a quantity holds it, while a seat
// is empty, at what a newcomer will find.
class Turnover final : public Mechanism {
    float quitting_, resolve_, refilling_;

  public:
    // clang-format off
    static constexpr MemberSpec<Turnover> parameters[] = {
        {{.name = "quitting", .unit = Unit::per_week, .default_value = 0.003, .range = {0, 0.25},
          .description = "probability that a person with half the intention to do so quits in a week: 15 % a year", .source = assumed}, &Turnover::quitting_},
        {{.name = "resolve", .unit = Unit::one, .default_value = 3, .range = {0, 20},
          .description = "how strongly quitting follows the intention: its exponent", .source = assumed}, &Turnover::resolve_},
        {{.name = "refilling", .unit = Unit::share, .default_value = 0.4, .range = {0, 1},
          .description = "probability that an empty seat is taken within a month; 0: nobody follows", .source = assumed}, &Turnover::refilling_},
    };
    // clang-format on

    void step(Week& week) const override {
        auto const intention = week.read(Column::turnover_intention);
        auto const present = week.update(Column::present);
        Worlds left = 0.0f, came = 0.0f;
        Draws draw = week.draws_in_turn(purpose("turnover"));
        week.for_each_in_turn([&](std::uint32_t i, std::uint32_t turn) {
            Worlds const chance = draw(turn);
            Worlds const hazard = exp_of((intention[i] - 0.5f) * resolve_) * (quitting_ * float(Week::weeks_between_turns));
            Mask const here = present[i] > 0.0f, leaves = here & (chance < min_of(hazard, 1.0f)),
                       comes = ~here & (chance < refilling_);
            present[i] = select(leaves, 0.0f, select(comes, 1.0f, present[i]));
            left += only(leaves, 1.0f);
            came += only(comes, 1.0f);
        });
        if (std::ranges::find(week.settings.shocks, ShockKind::key_person_leaves, &Shock::kind) != week.settings.shocks.end())
            left += call_away(week);
        week.update(Column::quits)[0] += left;
        week.update(Column::hires)[0] += came;
    }

  private:
    static Worlds call_away(Week& week) {
        auto const called = week.read(Column::called_away);
        auto const present = week.update(Column::present);
        Worlds left = 0.0f;
        for (std::size_t i = 0; i < present.size(); ++i) {
            Mask const goes = (called[i] > 0.0f) & (present[i] > 0.0f);
            present[i] = select(goes, 0.0f, present[i]);
            left += only(goes, 1.0f);
        }
        return left;
    }
};

}  // namespace

extern constinit MechanismKind const turnover{
    {"turnover",
     {reads, {}, updates},
     specs_of<Turnover>,
     "People quit, the more so the more they intend to, and take ties, data and clients along; most seats are filled again, by people who "
     "know nobody yet. Off, everyone stays."},
    make<Turnover>,
    R"(Once a month each person leaves with probability min(4 · quitting · e^(resolve · (intention − ½)), 1), and each empty seat is filled
with probability refilling. Whoever a shock calls away leaves at once.
While a seat is empty: no power, no voice, nothing disclosed, unaware, no use, its data skill, access, belief and ties at what a
newcomer will find: the seat's traits, what everybody believed at the start, reporting lines as at the start and no other ties.
quits − hires = empty seats.)",
    "A newcomer has the traits of the predecessor's seat (assumed): selection and changing staff structure are out of reach. Shares of "
    "people are shares of seats; an empty one counts as unaware."};

}  // namespace micropol
