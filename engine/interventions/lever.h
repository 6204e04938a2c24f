#pragma once
// How an intervention works its levers, and the numbers that every kind has.

#include <array>
#include <span>

#include "interventions/intervention.h"

namespace micropol {

inline constexpr Column lever_reads[] = {Column::stopped};
template <Column... levers>
inline constexpr Column lever_updates[] = {levers...};

// Raises each lever by intensity · effect. Several in force at once never leave 0 to 1: lever = 1 − (1 − lever)·(1 − intensity·effect).
// Once the transformation is stopped nothing is raised. Wants a parameter "effect" (share) for the first lever, and one named
// like the lever for each further one.
template <Column... levers>
class RaiseLevers final : public Intervention {
  public:
    explicit RaiseLevers(Parameters const& given) {
        for (std::size_t k = 0; k < std::size(raised); ++k) effect_[k] = given[k == 0 ? "effect" : spec_of(raised[k]).name];
    }

    void act(Week& week, std::span<Worlds const> intensity) const override {
        Mask const running = week.read(Column::stopped)[0] == 0.0f;
        for (std::size_t k = 0; k < std::size(raised); ++k) {
            auto const level = week.update(raised[k]);
            Worlds const effect = only(running, effect_[k]);
            for (std::size_t i = 0; i < level.size(); ++i)
                level[i] = level[i] + (Worlds(1.0f) - level[i]) * effect * intensity[i];
        }
    }

  private:
    static constexpr auto const& raised = lever_updates<levers...>;
    std::array<float, sizeof...(levers)> effect_;  // share
};

// Money and credibility are booked by the simulation, for each history in which the intervention is in force.

constexpr ParameterSpec weekly_cost(double default_value) {
    return {"weekly_cost", Unit::money, default_value, {0, 1'000'000}, "what it costs for each week in force, whomever it is for",
            assumed};
}
constexpr ParameterSpec cost_per_head(double default_value) {
    return {"cost_per_head",
            Unit::money,
            default_value,
            {0, 1000},
            "what it costs besides for each week and person it is for, at full intensity; in proportion below",
            assumed};
}
constexpr ParameterSpec credibility(double default_value) {
    return {
        "credibility",
        Unit::share,
        default_value,
        {-0.03, 0.03},
        "what each week in force earns of the sponsor's credibility, or spends where negative, at full intensity; in proportion below",
        assumed};
}
constexpr ParameterSpec mistiming_cost(double default_value) {
    return {
        "mistiming_cost",
        Unit::share,
        default_value,
        {0, 0.03},
        "credibility that each week costs besides in which it comes at the wrong time, at full intensity; in proportion below",
        assumed};
}

}  // namespace micropol
