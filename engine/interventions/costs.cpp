#include "interventions/intervention.h"

namespace micropol {

namespace {
// clang-format off
constexpr CourseSpec all_half_lives[] = {
    {{"build_up", Unit::weeks, 0, {0, 520},
      "half-life with which its effect on a person grows towards what is intended; 0: at once", assumed}, &Course::build_up},
    {{"fade", Unit::weeks, 0, {0, 520}, "half-life of what is left of its effect once it has ended; 0: nothing is left", assumed},
     &Course::fade},
};
constexpr CostSpec all_costs[] = {
    {{"weekly_cost", Unit::money, 0, {0, 1'000'000}, "what it costs for each week in force, whomever it is for", assumed},
     &Costs::weekly_cost},
    {{"cost_per_head", Unit::money, 0, {0, 1000},
      "what it costs besides for each week and person it is for, at full intensity; in proportion below", assumed},
     &Costs::cost_per_head},
    {{"burden", Unit::one, 0, {0, 5},
      "what it asks, for good and at full intensity, of what a person can carry of change, as a share of that; 0: nothing", assumed},
     &Costs::burden},
    {{"working_time", Unit::share, 0, {0, 1},
      "share of the working time that it takes of each person it is for, at full intensity; in proportion below; 0: none", assumed},
     &Costs::working_time},
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

std::span<CourseSpec const> course_specs() { return all_half_lives; }
std::span<CostSpec const> cost_specs() { return all_costs; }

Course InterventionKind::course_in(std::span<double const> values) const {
    auto const drawn = values.first(values.size() - charged().size()).last(course_specs().size());
    Course found;
    for (std::size_t k = 0; k < drawn.size(); ++k) found.*course_specs()[k].member = drawn[k];
    return found;
}

Costs InterventionKind::costs_in(std::span<double const> values) const {
    auto const drawn = values.last(charged().size());
    Costs found;
    for (std::size_t k = 0; k < drawn.size(); ++k) found.*charged()[k].member = drawn[k];
    return found;
}

}  // namespace micropol
