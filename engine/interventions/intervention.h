#pragma once
// The shape of an intervention: it raises levers for those it targets while it is in force. Levers are columns like any
// other; an intervention never touches a mechanism's parameters.

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "interventions/sort.h"
#include "state/plugin.h"
#include "state/week.h"

namespace micropol {

class Intervention {
  public:
    virtual ~Intervention() = default;
    // intensity: [employee] share; 0 for those who are not targeted, else how far that of the scenario has built up and is taken up,
    // or what is left of it.
    virtual void act(Week& week, std::span<Worlds const> intensity) const = 0;
};

// When it comes at the wrong time: in a week that begins with a column of the organisation at a level or below.
struct Timing {
    Column column;
    float wrong_up_to;
    std::string_view why;  // it is wrong then
};

// What it costs in a week in force, charged by the simulation for each history in which it is in force.
struct Costs {
    double weekly_cost = 0;    // thousand euros
    double cost_per_head = 0;  // thousand euros
    double working_time = 0;   // share of the working time of each person it is for
};
using CostSpec = MemberSpec<Costs, double>;
[[nodiscard]] std::span<CostSpec const> cost_specs();

struct InterventionKind {
    PluginSpec plugin;              // parameters: its own effects and costs, then what it shares, as below
    std::string_view evidence;      // what the literature says for and against it
    std::string_view counter_move;  // how those it is for, or against, answer; and in which mechanism
    Costs costs;                    // where a scenario says nothing else
    Sort sort;
    std::optional<Timing> timing;
    std::function<std::unique_ptr<Intervention>(std::span<double const> values)> make;  // [parameter]

    // Its own parameters, which no other lever has.
    [[nodiscard]] std::span<ParameterSpec const> own() const;
    // Where `levers` of a scenario says a parameter for every use: under the lever, its sort, or all of them.
    // Shape: the path without the parameter's name, "levers.training.", "levers.learning.", "levers.".
    [[nodiscard]] std::string place_of(ParameterSpec const& parameter) const;

    // Among the values of all parameters.
    [[nodiscard]] Costs costs_in(std::span<double const> values) const;
    [[nodiscard]] Manner manner_in(std::span<double const> values) const;
    [[nodiscard]] double mistiming_cost_in(
        std::span<double const> values) const;  // share of the sponsor's credibility; 0 without timing
};

[[nodiscard]] std::span<InterventionKind const* const> intervention_catalogue();

}  // namespace micropol
