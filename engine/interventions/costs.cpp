#include "interventions/intervention.h"

namespace micropol {

namespace {
// clang-format off
constexpr CostSpec all_costs[] = {
    {{"weekly_cost", Unit::money, 0, {0, 1'000'000}, "what it costs for each week in force, whomever it is for", assumed},
     &Costs::weekly_cost},
    {{"cost_per_head", Unit::money, 0, {0, 1000},
      "what it costs besides for each week and person it is for, at full intensity; in proportion below", assumed},
     &Costs::cost_per_head},
    {{"credibility", Unit::share, 0, {-0.03, 0.03},
      "what each week in force earns of the sponsor's credibility, or spends where negative, at full intensity; in proportion below",
      assumed},
     &Costs::credibility},
    {{"mistiming_cost", Unit::share, 0, {0, 0.03},
      "credibility that each week costs besides in which it comes at the wrong time, at full intensity; in proportion below", assumed},
     &Costs::mistiming_cost},
};
// clang-format on
}  // namespace

std::span<CostSpec const> cost_specs() { return all_costs; }

Costs InterventionKind::costs_in(std::span<double const> values) const {
    auto const charged = cost_specs().first(cost_specs().size() - (timing ? 0 : 1));
    auto const drawn = values.last(charged.size());
    Costs found;
    for (std::size_t k = 0; k < charged.size(); ++k) found.*charged[k].member = drawn[k];
    return found;
}

}  // namespace micropol
