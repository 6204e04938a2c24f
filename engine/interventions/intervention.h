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

// How its effect comes and goes, once it is in force and once it is not any more.
struct Course {
    double build_up = 0;  // weeks: half-life of the way to what is intended
    double fade = 0;      // weeks: half-life of what is left
};
using CourseSpec = MemberSpec<Course, double>;
[[nodiscard]] std::span<CourseSpec const> course_specs();

// What a week in force costs, charged by the simulation for each history in which it is in force.
struct Costs {
    double weekly_cost = 0;     // thousand euros
    double cost_per_head = 0;   // thousand euros
    double burden = 0;          // of each person it is for: see fatigue.cpp
    double working_time = 0;    // share of the working time of each person it is for
    double credibility = 0;     // share, earned
    double mistiming_cost = 0;  // share; none without a timing
};
using CostSpec = MemberSpec<Costs, double>;
[[nodiscard]] std::span<CostSpec const> cost_specs();  // the last is mistiming_cost

struct InterventionKind {
    PluginSpec plugin;              // parameters: its own, then those of its course, then those of its costs
    std::string_view evidence;      // what the literature says for and against it
    std::string_view counter_move;  // how those it is for, or against, answer; and in which mechanism
    Course course;                  // where a scenario says nothing else
    Costs costs;                    // likewise
    std::optional<Timing> timing;
    std::function<std::unique_ptr<Intervention>(std::span<double const> values)> make;  // [parameter]

    // The course and the costs among the values of all parameters.
    [[nodiscard]] Course course_in(std::span<double const> values) const;
    [[nodiscard]] Costs costs_in(std::span<double const> values) const;

  private:
    [[nodiscard]] std::span<CostSpec const> charged() const { return cost_specs().first(cost_specs().size() - (timing ? 0 : 1)); }
};

[[nodiscard]] std::span<InterventionKind const* const> intervention_catalogue();

}  // namespace micropol
