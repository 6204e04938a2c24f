#include <limits>

#include "evidence/experiment.h"
#include "interventions/intervention.h"
#include "statistics/variance_share.h"

namespace micropol::evidence {

namespace {

constexpr double far = std::numeric_limits<double>::infinity();
constexpr std::string_view nothing = "nothing";
constexpr int week_52 = 51, last_week = 103;

// How much more of an outcome there is with an arm than without anything, by block.
BlockValues more(Study& study, std::string_view arm, std::string_view key, int first, int last) {
    return minus(study.outcome_in_weeks(arm, key, first, last), study.outcome_in_weeks(nothing, key, first, last));
}

// In standard deviations over people within a history.
BlockValues attitude_moved(Study& study, std::string_view arm, int week) {
    BlockValues moved = more(study, arm, "attitude", week, week);
    BlockValues const spread = study.outcome_in_weeks(nothing, "attitude_spread", week, week);
    for (std::size_t b = 0; b < moved.size(); ++b) moved[b] /= spread[b];
    return moved;
}

Estimate of(BlockValues const& values) { return estimate_of_blocks(values); }

// What histories of the same organisation and assumptions do not have in common.
Estimate share_of_luck(Study& study, std::string_view arm) {
    std::vector<double> const adoption = study.of_histories(arm, "substantive");
    VarianceShare const common = share_between_points(adoption, histories_per_block);
    return {.mean = 1 - common.value, .low = 1 - common.high, .high = 1 - common.low};
}

Estimate adoption_in_week_52(Study& s, std::string_view arm) { return of(more(s, arm, "substantive", week_52, week_52)); }
Estimate adoption_in_weeks_26_to_52(Study& s, std::string_view arm) { return of(more(s, arm, "substantive", 25, week_52)); }
Estimate adoption_at_end(Study& s, std::string_view arm) { return of(more(s, arm, "substantive", last_week, last_week)); }

// Beyond a third of what the budget cut costs.
Estimate beyond_a_third(Study& s, std::string_view arm) {
    BlockValues third = more(s, "budget cut", "substantive", last_week, last_week);
    for (double& value : third) value /= 3;
    return of(minus(more(s, arm, "substantive", last_week, last_week), third));
}

std::vector<Experiment> targets() {
    return {
        {.row = "T2",
         .text = "Attitude in week 1 and in week 104 correlate over people",
         .low = 0.3,
         .high = 0.7,
         .lacks = "attitude of each person in two weeks"},
        {.row = "T3",
         .text = "Standard deviation of attitude over people in week 1",
         .simulate = [](Study& s, std::string_view arm) { return of(s.outcome_in_weeks(arm, "attitude_spread", 0, 0)); },
         .low = 0.3,
         .high = 0.45,
         .arm = nothing},
        {.row = "T3",
         .text = "… in week 104",
         .simulate = [](Study& s, std::string_view arm) { return of(s.outcome(arm, "attitude_spread")); },
         .low = 0.3,
         .high = 0.45,
         .arm = nothing},
        {.row = "T4",
         .text = "Luck's share of the variance of substantive adoption",
         .simulate = share_of_luck,
         .low = 0.15,
         .high = 0.4,
         .arm = nothing},
        {.row = "T5",
         .text = "Histories that succeed without a strategy",
         .simulate = [](Study& s, std::string_view arm) { return of(s.outcome(arm, "success")); },
         .low = 0.1,
         .high = 0.6,
         .arm = nothing,
         .shown_times = 100,
         .unit = "%"},
        {.row = "T11",
         .text = "The sponsor leaves for good in week 10: substantive adoption",
         .simulate = adoption_at_end,
         .low = -far,
         .high = 0,
         .arm = "sponsor leaves",
         .shown_times = 100,
         .unit = "points"},
        {.row = "T11",
         .text = "… beyond a third of what a budget cut of 90 % costs",
         .simulate = beyond_a_third,
         .low = -far,
         .high = 0,
         .arm = "sponsor leaves",
         .shown_times = 100,
         .unit = "points"},
        {.row = "T12",
         .text = "Compensation for everybody who loses, withdrawn in week 30: attitude in week 52 against none ever",
         .simulate = [](Study& s, std::string_view arm) { return of(more(s, arm, "attitude", week_52, week_52)); },
         .low = -far,
         .high = 0,
         .arm = "compensation, withdrawn"},
    };
}

std::vector<Experiment> of_levers() {
    constexpr double points = 100;
    return {
        {.row = "E1",
         .text = "Champions among the twenty most sought: substantive adoption, weeks 26 to 52",
         .simulate = adoption_in_weeks_26_to_52,
         .low = 0.04,
         .high = 0.15,
         .arm = "champions, most sought",
         .shown_times = points,
         .unit = "points"},
        {.row = "E1",
         .text = "Guiding coalition of the twenty most sought: the same",
         .simulate = adoption_in_weeks_26_to_52,
         .low = 0.04,
         .high = 0.15,
         .arm = "guiding coalition, most sought",
         .shown_times = points,
         .unit = "points"},
        {.row = "E3",
         .text = "Skill kept 26 weeks after a training and the share of contacts who have adopted",
         .low = 0.2,
         .high = 0.4,
         .lacks = "skill and contacts of each person"},
        {.row = "E5",
         .text = "The mandate does more where work hangs together",
         .low = 0,
         .high = far,
         .lacks = "interdependence of the work"},
        {.row = "E7",
         .text = "Quality metrics and joint goals: effort on quantity, on quality",
         .low = 0.3,
         .high = 0.7,
         .lacks = "effort on each of the two, by person"},
        {.row = "E9",
         .text = "Compensation of the few who lose and control the information, against training at the same cost",
         .low = 0,
         .high = far,
         .lacks = "a target of those who lose and control the information"},
        {.row = "E11",
         .text = "Communication: attitude in week 52, in standard deviations",
         .simulate = [](Study& s, std::string_view arm) { return of(attitude_moved(s, arm, week_52)); },
         .low = 0.1,
         .high = 0.5,
         .arm = "communication"},
        {.row = "E11",
         .text = "… and substantive adoption in week 52",
         .simulate = adoption_in_week_52,
         .low = -0.05,
         .high = 0.05,
         .arm = "communication",
         .shown_times = points,
         .unit = "points"},
        {.row = "E2",
         .role = Role::verdict,
         .text = "Audit of the figures: use, for show included, in week 52",
         .simulate =
             [](Study& s, std::string_view arm) {
                 BlockValues use = more(s, arm, "substantive", week_52, week_52);
                 BlockValues const shown = more(s, arm, "symbolic", week_52, week_52);
                 for (std::size_t b = 0; b < use.size(); ++b) use[b] += shown[b];
                 return of(use);
             },
         .low = 0.02,
         .high = 0.16,
         .arm = "audit",
         .shown_times = points,
         .unit = "points"},
        {.row = "E2",
         .role = Role::verdict,
         .text = "… and attitude, in standard deviations",
         .simulate = [](Study& s, std::string_view arm) { return of(attitude_moved(s, arm, week_52)); },
         .low = -0.1,
         .high = 0.1,
         .arm = "audit"},
        {.row = "E4",
         .role = Role::verdict,
         .text = "Twelve weeks of workshops for those who lose: attitude, in standard deviations",
         .simulate = [](Study& s, std::string_view arm) { return of(attitude_moved(s, arm, 16)); },
         .low = 0.1,
         .high = 0.25,
         .arm = "workshop"},
        {.row = "E4",
         .role = Role::verdict,
         .text = "… and substantive adoption in week 52",
         .simulate = adoption_in_week_52,
         .low = -0.05,
         .high = 0.05,
         .arm = "workshop",
         .shown_times = points,
         .unit = "points"},
    };
}

}  // namespace

std::vector<Experiment> const& experiments() {
    static std::vector<Experiment> const all = [] {
        std::vector<Experiment> made = targets();
        for (InterventionKind const* kind : intervention_catalogue())
            made.push_back({.row = "T10",
                            .text = std::string(kind->plugin.key) + " in Sales: substantive adoption in week 52",
                            .simulate = adoption_in_week_52,
                            .low = -0.05,
                            .high = 0.15,
                            .arm = kind->plugin.key,
                            .shown_times = 100,
                            .unit = "points"});
        for (Experiment& one : of_levers()) made.push_back(std::move(one));
        return made;
    }();
    return all;
}

}  // namespace micropol::evidence
