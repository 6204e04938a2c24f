#pragma once
// The shape of an intervention: it raises levers for those it targets while it is in force. Levers are columns like any
// other; an intervention never touches a mechanism's parameters.

#include <functional>
#include <memory>
#include <optional>

#include "state/plugin.h"
#include "state/week.h"

namespace micropol {

class Intervention {
  public:
    virtual ~Intervention() = default;
    // intensity: [employee] share; 0 for those who are not targeted and where it is not in force, else that of the scenario.
    virtual void act(Week& week, std::span<Worlds const> intensity) const = 0;
};

// When it comes at the wrong time: in a week that begins with a column of the organisation at a level or below.
struct Timing {
    Column column;
    float wrong_up_to;
    std::string_view why;  // it is wrong then
};

// What a week in force costs, charged by the simulation for each history in which it is in force.
struct Costs {
    double weekly_cost = 0;     // thousand euros
    double cost_per_head = 0;   // thousand euros
    double credibility = 0;     // share, earned
    double mistiming_cost = 0;  // share; none without a timing
};
using CostSpec = MemberSpec<Costs, double>;
[[nodiscard]] std::span<CostSpec const> cost_specs();  // the last is mistiming_cost

struct InterventionKind {
    PluginSpec plugin;              // parameters: its own, then those of its costs
    std::string_view evidence;      // what the literature says for and against it
    std::string_view counter_move;  // how those it is for, or against, answer; and in which mechanism
    Costs costs;                    // where a scenario says nothing else
    std::optional<Timing> timing;
    std::function<std::unique_ptr<Intervention>(std::span<double const> values)> make;  // [parameter]

    // The costs among the values of all parameters.
    [[nodiscard]] Costs costs_in(std::span<double const> values) const;
};

[[nodiscard]] std::span<InterventionKind const* const> intervention_catalogue();

}  // namespace micropol
