// The rows of the first table of engine/documentation/calibration.md.

#include "evidence/best_bundle.h"
#include "evidence/measures.h"
#include "interventions/intervention.h"
#include "mechanisms/conviction.h"
#include "statistics/variance_share.h"

namespace micropol::evidence {

namespace {

// Of those who are there all the time: whoever takes an empty seat is somebody else.
Estimate attitude_lasts(Study& s, std::string_view arm) {
    return of(s.of_blocks(arm, [](Model const& model, Block const& block) {
        Record const record(model, block, {{Column::attitude, week_1}, {Column::attitude, last_week}});
        return correlation_over_people(record.of(Column::attitude, week_1), record.of(Column::attitude, last_week),
                                       record.stayed(week_1, last_week));
    }));
}

Estimate stated_attitude_lasts(Study& s, std::string_view arm) {
    return of(s.of_blocks(arm, [](Model const& model, Block const& block) {
        Record const record(model, block, {{Column::attitude, week_26}});
        auto const stated = record.organisation().of(Trait::attitude);
        std::vector<Worlds> const as_stated(stated.begin(), stated.end());
        return correlation_over_people(as_stated, record.of(Column::attitude, week_26), record.stayed(week_1, week_26));
    }));
}

// What histories of the same organisation and assumptions do not have in common.
Estimate share_of_luck(Study& study, std::string_view arm) {
    std::vector<double> const adoption = study.of_histories(arm, "substantive");
    VarianceShare const common = share_between_points(adoption, histories_per_block);
    return {.mean = 1 - common.value, .low = 1 - common.high, .high = 1 - common.low};
}

// As if whoever has relapsed used it in earnest again in the week that follows: at most so many.
Estimate relapses_in_ten_years(Study& s, std::string_view arm) {
    constexpr double weeks = 520;
    return of(s.of_blocks(arm, [](Model const& model, Block const&) {
        Doubt const doubt{number_of(model, "mechanisms.adoption.relapse"), number_of(model, "mechanisms.adoption.relapse_point"),
                          number_of(model, "mechanisms.adoption.conviction_precision")};
        return weeks * double(relapse_hazard(0.5f, doubt)[0]);
    }));
}

// From the most that is ever learnt on; months of a twelfth of 52 weeks.
Estimate months_until_half_is_lost(Study& s, std::string_view arm) {
    BlockValues const before = s.outcome_in_weeks(arm, "data_skill", week_4, week_4);
    std::vector<std::vector<double>> learnt(before.size());  // [block][week]
    for (int week = week_4; week <= last_week; ++week) {
        BlockValues const skill = s.outcome_in_weeks(arm, "data_skill", week, week);
        for (std::size_t b = 0; b < skill.size(); ++b) learnt[b].push_back(skill[b] - before[b]);
    }
    BlockValues months;
    for (std::vector<double> const& course : learnt) months.push_back(weeks_until_half(course) * 12 / 52);
    return of(months);
}

template <double NetworkShape::*which>
Estimate of_ties(Study& s, std::string_view arm) {
    return of(s.of_blocks(arm, [](Model const& model, Block const& block) {
        Record const record(model, block, {{Column::strength, last_week}});
        return shape_of(record.organisation().ties, record.of(Column::strength, last_week),
                        record.of(Column::present, last_week)).*
               which;
    }));
}

// Beyond a third of what the budget cut costs.
Estimate beyond_a_third(Study& s, std::string_view arm) {
    BlockValues third = more(s, "budget cut", "substantive", last_week, last_week);
    for (double& value : third) value /= 3;
    return of(minus(more(s, arm, "substantive", last_week, last_week), third));
}

// One search for all rows that ask for it.
BestBundle const& best_bundle(Study const& study) {
    static BestBundle const found = search_best_bundle(study);
    return found;
}

// In each network, not on average: in place of an interval the least and the most of all networks.
Estimate strength_and_power(Study& s, std::string_view arm) {
    Estimate found = of(s.of_blocks(arm, [](Model const& model, Block const& block) {
        Record const record(model, block, {{Column::sought, week_1}, {Column::power, week_1}});
        return correlation_over_people(record.of(Column::sought, week_1), record.of(Column::power, week_1),
                                       record.of(Column::present, week_1));
    }));
    found.low = found.smallest, found.high = found.largest;
    return found;
}

// Bounds of the published networks of the same size, friendship and advice: 21 managers (Krackhardt 1987), density .243 and .452,
// transitivity .461 and .664; 71 lawyers (Lazega 2001), density .116 and .179, transitivity .412 and .443. In all four, .39 to .61 of
// the arcs are returned.
std::vector<Experiment> of_networks() {
    return {
        {.row = "T9",
         .text = "21 people, nothing going on for two years: share of arcs that are returned",
         .simulate = of_ties<&NetworkShape::reciprocity>,
         .low = 0.39,
         .high = 0.61,
         .arm = "21 people"},
        {.row = "T9",
         .text = "… transitivity",
         .simulate = of_ties<&NetworkShape::transitivity>,
         .low = 0.461,
         .high = 0.664,
         .arm = "21 people"},
        {.row = "T9",
         .text = "… density",
         .simulate = of_ties<&NetworkShape::density>,
         .low = 0.243,
         .high = 0.452,
         .arm = "21 people"},
        {.row = "T9",
         .text = "71 people, the same: share of arcs that are returned",
         .simulate = of_ties<&NetworkShape::reciprocity>,
         .low = 0.39,
         .high = 0.61,
         .arm = "71 people"},
        {.row = "T9",
         .text = "… transitivity",
         .simulate = of_ties<&NetworkShape::transitivity>,
         .low = 0.412,
         .high = 0.443,
         .arm = "71 people"},
        {.row = "T9",
         .text = "… density",
         .simulate = of_ties<&NetworkShape::density>,
         .low = 0.116,
         .high = 0.179,
         .arm = "71 people"},
    };
}

std::vector<Experiment> of_single_levers() {
    std::vector<Experiment> made;
    for (InterventionKind const* kind : intervention_catalogue())
        made.push_back({.row = "T10",
                        .text = std::string(kind->plugin.key) + " in Sales: substantive adoption in week 52",
                        .simulate = adoption_in_week_52,
                        .low = -0.05,
                        .high = 0.15,
                        .arm = kind->plugin.key,
                        .shown_times = points,
                        .unit = "points"});
    return made;
}

}  // namespace

std::vector<Experiment> targets() {
    std::vector<Experiment> made = {
        {.row = "T2",
         .text = "Attitude in week 1 and in week 104 correlate over people who stay",
         .simulate = attitude_lasts,
         .low = 0.3,
         .high = 0.7,
         .arm = nothing},
        {.row = "T3",
         .text = "Standard deviation of attitude over people in week 1",
         .simulate = [](Study& s,
                        std::string_view arm) { return of(s.outcome_in_weeks(arm, "attitude_spread", week_1, week_1)); },
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
        {.row = "T6",
         .text = "Relapses in ten years of a user whose conviction is .5, at most (exact)",
         .simulate = relapses_in_ten_years,
         .low = -far,
         .high = 1,
         .arm = nothing},
        {.row = "T7",
         .text = "Attitude stated in people.csv and attitude in week 26 correlate over people who stay",
         .simulate = stated_attitude_lasts,
         .low = 0.5,
         .high = far,
         .arm = "stated attitudes"},
        {.row = "T8",
         .text = "Skill without use: time to lose half of what eight weeks of training taught",
         .simulate = months_until_half_is_lost,
         .low = 6,
         .high = 13,
         .arm = "skill without use",
         .unit = "months"},
    };
    for (Experiment& one : of_networks()) made.push_back(std::move(one));
    for (Experiment& one : of_single_levers()) made.push_back(std::move(one));
    std::vector<Experiment> const rest = {
        {.row = "T11",
         .text = "The sponsor leaves for good in week 10: substantive adoption",
         .simulate = adoption_at_end,
         .low = -far,
         .high = 0,
         .arm = "sponsor leaves",
         .shown_times = points,
         .unit = "points"},
        {.row = "T11",
         .text = "… beyond a third of what a budget cut of 90 % costs",
         .simulate = beyond_a_third,
         .low = -far,
         .high = 0,
         .arm = "sponsor leaves",
         .shown_times = points,
         .unit = "points"},
        {.row = "T12",
         .text = "Compensation for everybody who loses, withdrawn in week 30: attitude in week 52 against none ever",
         .simulate = [](Study& s, std::string_view arm) { return of(more(s, arm, "attitude", week_52, week_52)); },
         .low = -far,
         .high = 0,
         .arm = "compensation, withdrawn"},
        {.row = "T13",
         .text = "Everything for everyone at full strength against the best bundle found: substantive adoption in week 104",
         .simulate = [](Study& s, std::string_view) { return best_bundle(s).everything_against_it; },
         .low = -far,
         .high = 0,
         .shown_times = points,
         .unit = "points",
         .takes_minutes = true},
        {.row = "T13",
         .text = "… intensity that the bundle uses of all on offer, whomever it is for, at most (exact)",
         .simulate = [](Study& s, std::string_view) { return exactly(best_bundle(s).share_of_intensity); },
         .low = 0,
         .high = 2.0 / 3,
         .shown_times = 100,
         .unit = "%",
         .takes_minutes = true},
        {.row = "T14",
         .text =
             "Incoming strength and power correlate in week 1 with equal authority and skills; from least to most of all networks",
         .simulate = strength_and_power,
         .low = 0,
         .high = far,
         .arm = "equals"},
    };
    made.insert(made.end(), rest.begin(), rest.end());
    return made;
}

}  // namespace micropol::evidence
