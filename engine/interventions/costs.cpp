#include <algorithm>

#include "interventions/intervention.h"
#include "state/numbers_of_all_levers.h"

namespace micropol {

namespace {
// clang-format off
constexpr CostSpec all_costs[] = {
    {{"weekly_cost", Unit::money, 0, {0, 1'000'000}, "what it costs for each week in force, whomever it is for", assumed},
     &Costs::weekly_cost},
    {{"cost_per_head", Unit::money, 0, {0, 1000},
      "what it costs besides for each week and person it is for, at full intensity; in proportion below", assumed},
     &Costs::cost_per_head},
    {{"working_time", Unit::share, 0, {0, 1},
      "share of the working time that it takes of each person it is for, at full intensity; in proportion below; 0: none", assumed},
     &Costs::working_time},
};
// clang-format on

// values: of the numbers of `specs`, in their order.
template <class Numbers, class Spec>
Numbers filled(std::span<Spec const> specs, std::span<double const> values) {
    Numbers found;
    for (std::size_t k = 0; k < specs.size(); ++k) found.*specs[k].member = values[k];
    return found;
}
}  // namespace

std::span<CostSpec const> cost_specs() { return all_costs; }

// Its parameters: effects, costs | manner, mistiming_cost where there is a wrong time.
std::span<ParameterSpec const> InterventionKind::own() const {
    return plugin.parameters.first(plugin.parameters.size() - manner_specs().size() - (timing ? 1 : 0));
}

std::string InterventionKind::place_of(ParameterSpec const& parameter) const {
    if (parameter.name == mistiming_spec.name) return "levers.";
    bool const is_own = std::ranges::find(own(), parameter.name, &ParameterSpec::name) != own().end();
    return "levers." + std::string(is_own ? plugin.key : spec_of(sort).key) + '.';
}

Costs InterventionKind::costs_in(std::span<double const> values) const {
    return filled<Costs>(cost_specs(), values.first(own().size()).last(cost_specs().size()));
}

Manner InterventionKind::manner_in(std::span<double const> values) const {
    return filled<Manner>(manner_specs(), values.subspan(own().size()));
}

double InterventionKind::mistiming_cost_in(std::span<double const> values) const { return timing ? values.back() : 0; }

}  // namespace micropol
