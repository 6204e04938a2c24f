#include <algorithm>

#include "mechanisms/mechanism.h"

namespace micropol {

namespace {

constexpr Column reads[] = {Column::power, Column::present};
constexpr Column writes[] = {Column::sponsor_left, Column::budget_cut, Column::reorganised};
constexpr Column updates[] = {Column::called_away};

// What comes from outside and hits the whole organisation. Shocks only say what happens; whoever owns a quantity answers.
class Shocks final : public Mechanism {
  public:
    void step(Week& week) const override {
        Worlds kept_pressure = 1.0f, kept_funding = 1.0f, kept_ties = 1.0f, someone_called = 0.0f;
        std::vector<Shock> const& shocks = week.settings.shocks;
        Draws draw = week.draws_in_turn(purpose("shocks"));
        for (std::uint32_t k = 0; k < shocks.size(); ++k) {
            Shock const& shock = shocks[k];
            Worlds const happens = shock.week >= 0 ? Worlds(shock.week == week.number ? 1.0f : 0.0f)
                                                   : only(draw(k) < shock.hazard, 1.0f);
            Worlds const kept = Worlds(1.0f) - happens * shock.size;
            switch (shock.kind) {
                case ShockKind::sponsor_leaves: kept_pressure *= kept; break;
                case ShockKind::budget_cut: kept_funding *= kept; break;
                case ShockKind::reorganisation: kept_ties *= kept; break;
                case ShockKind::key_person_leaves: someone_called = max_of(someone_called, happens); break;
            }
        }
        week.write(Column::sponsor_left)[0] = Worlds(1.0f) - kept_pressure;
        week.write(Column::budget_cut)[0] = Worlds(1.0f) - kept_funding;
        week.write(Column::reorganised)[0] = Worlds(1.0f) - kept_ties;
        if (std::ranges::find(shocks, ShockKind::key_person_leaves, &Shock::kind) != shocks.end())
            call_away(week, someone_called);
    }

  private:
    // The most powerful person; of equals, the one whose turn comes first.
    static void call_away(Week& week, Worlds const& someone_called) {
        auto const called = week.update(Column::called_away);
        std::ranges::fill(called, Worlds(0.0f));
        auto const power = week.read(Column::power), present = week.read(Column::present);
        for_each_set(someone_called > 0.0f, [&](int h) {
            std::uint32_t key_person = nobody;
            for (std::uint32_t turn = 0; turn < power.size(); ++turn) {
                std::uint32_t const i = week.whose_turn(turn);
                if (present[i][h] > 0 && (key_person == nobody || power[i][h] > power[key_person][h])) key_person = i;
            }
            if (key_person != nobody) called[key_person].set(h, 1.0f);
        });
    }
};

}  // namespace

extern constinit MechanismKind const shocks{
    {"shocks",
     {reads, writes, updates},
     {},
     "Lets happen what the scenario plans or fears: the sponsor leaves, the budget is cut, the organisation is rearranged, the most "
     "powerful person is called away. Off, nothing comes from outside."},
    make<Shocks>,
    R"(Each shock of the scenario happens in its week or, without one, with its hazard in every week, in each history by itself. Several of
a kind in one week leave Π (1 − size). Governance answers to a lost sponsor and a cut budget, ties to a re-organisation, turnover to
someone called away.)",
    "Shocks are independent of one another and of what goes on inside: a sponsor does not leave because the transformation fails."};

}  // namespace micropol
