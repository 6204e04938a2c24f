#include "base/scalar_math.h"
#include "mechanisms/mechanism.h"

namespace micropol {

namespace {

constexpr Column reads[] = {Column::change_asked, Column::present};
constexpr Column updates[] = {Column::load, Column::fatigue};

// Changes add up in whoever has to live through them, and tire (Bernerth, Walker & Harris 2011). A capacity and no hard limit: half of
// it is hardly felt, at the whole of it half of what is begun goes past people, at twice of it nearly all.
class Fatigue final : public Mechanism {
    float capacity_, recovery_;

  public:
    // clang-format off
    static constexpr MemberSpec<Fatigue> parameters[] = {
        {{.name = "capacity", .unit = Unit::one, .default_value = 1, .range = {0.01, 1e6},
          .description = "load at which half of what is asked besides is not taken up any more; burdens are shares of the usual 1", .source = assumed, .plausible = Range{0.5, 2}}, &Fatigue::capacity_},
        {{.name = "recovery", .unit = Unit::weeks, .default_value = 18, .range = {0, 520},
          .description = "half-life with which people recover from load, and with which it gathers; 0: at once", .source = assumed, .plausible = Range{13, 26}}, &Fatigue::recovery_},
    };
    // clang-format on

    void step(Week& week) const override {
        auto const asked = week.read(Column::change_asked), present = week.read(Column::present);
        auto const load = week.update(Column::load), fatigue = week.update(Column::fatigue);
        float const pace = float(pace_of(double(recovery_))), per_capacity = 1.0f / capacity_;
        for (std::size_t i = 0; i < load.size(); ++i) {
            load[i] = (load[i] + (asked[i] - load[i]) * pace) * present[i];
            // As 1 / (1 + 1 / fourth): rounding then leaves more load no less fatigue.
            Worlds const times = load[i] * per_capacity, square = times * times, fourth = square * square;
            fatigue[i] = Worlds(1.0f) / (Worlds(1.0f) / fourth + 1.0f);
        }
    }
};

}  // namespace

extern constinit MechanismKind const fatigue{
    {"fatigue",
     {reads, {}, updates},
     specs_of<Fatigue>,
     "Everyone carries the load of all interventions that touch them, and recovers slowly. Beyond what a person can carry it is fatigue: "
     "interventions are taken up less, changing gets harder, strain and the wish to leave rise. Off, change asks nothing of anybody."},
    make<Fatigue>,
    R"(load L_i ← L_i + (1 − ½ ^ (1 / recovery)) · (Σ burden · intensity over the interventions in force for i − L_i), 0 in an empty seat
fatigue f_i = (L_i / capacity)⁴ / (1 + (L_i / capacity)⁴)
Interventions then reach i with (1 − f_i) of their intensity (levers); strain and intention to quit rise with f_i (climate), and
so does the effort of changing (stakes).)",
    "That many changes tire is well shown; how much each asks of people, and how much they can carry, is assumed. People differ in load by "
    "what is done to them and not by nature. What happens without an intervention, such as a shock, adds no load."};

}  // namespace micropol
