// Every kind of intervention raises the levers it declares, for those it is for and for nobody else, and costs what it says.

#include <gtest/gtest.h>

#include <algorithm>

#include "simulation/week_loop.h"
#include "state/numbers_of_all_levers.h"

namespace micropol {
namespace {

class EveryKind : public testing::TestWithParam<InterventionKind const*> {};

constexpr std::uint32_t headcount = 12, targeted = 5;  // the first ones

// The first week of an organisation in which nothing happens but this.
History first_week(std::string const& interventions, float aware_share) {
    std::string text = R"(micropol: 1
organisation:
  departments: [{name: Sales, headcount: 5}, {name: Marketing, headcount: 7}]
transformation: {}
governance: {start_momentum: 0.1, executive_pressure: 0.25}
)" + interventions;
    text += "mechanisms:\n";
    for (MechanismKind const* kind : mechanism_catalogue())
        if (!kind->interventions_follow) text += "  " + std::string(kind->plugin.key) + ": off\n";
    Model const model(parse_scenario(text, "kinds.yaml", ".", known_plugins()), "");
    Block const block = model.block(0);
    Chance const chance(1, 0);
    History history(*block.organisation, block.settings);
    history[Column::aware_share][0] = aware_share;
    std::vector<Deployment> progress(block.steps.size());
    Week week(*block.organisation, block.settings, chance, history, 0);
    run_week(block.steps, progress, week, history);
    return history;
}

History first_week_with(InterventionKind const& kind, float aware_share = 1) {
    return first_week(
        "interventions: [{lever: " + std::string(kind.plugin.key) + ", intensity: 0.5, target: Sales, build_up: 0}]\n",
        aware_share);
}

double default_effect(InterventionKind const& kind, std::string_view parameter) {
    return std::ranges::find(kind.plugin.parameters, parameter, &ParameterSpec::name)->default_value;
}

TEST_P(EveryKind, raises_its_levers_for_those_it_is_for_and_nobody_else) {
    InterventionKind const& kind = *GetParam();
    History const without = first_week("", 1), with = first_week_with(kind);
    for (ColumnSpec const& spec : column_specs()) {
        auto const levers = kind.plugin.access.updates;
        auto const lever = std::ranges::find(levers, spec.column);
        constexpr Column booked[] = {Column::cost, Column::credibility_change, Column::change_asked, Column::working_time};
        bool const is_booked = std::ranges::find(booked, spec.column) != std::end(booked);
        for (std::size_t i = 0; i < with[spec.column].size() && !is_booked; ++i)
            for (int h = 0; h < histories_per_block; ++h) {
                double const before = double(without[spec.column][i][h]), after = double(with[spec.column][i][h]);
                if (lever == levers.end() || i >= targeted) {
                    ASSERT_EQ(after, before) << spec.name << " of " << i;
                } else {
                    double const effect = default_effect(kind, lever == levers.begin() ? "effect" : spec.name);
                    ASSERT_NEAR(after, before + (1 - before) * 0.5 * effect, 1e-6) << spec.name << " of " << i;
                    ASSERT_GT(after, before);
                }
            }
    }
}

TEST_P(EveryKind, costs_money_and_credibility_as_it_says) {
    InterventionKind const& kind = *GetParam();
    double const cost = kind.costs.weekly_cost + kind.costs.cost_per_head * 0.5 * targeted;
    History const at_right_time = first_week_with(kind), too_early = first_week_with(kind, 0);
    EXPECT_NEAR(double(at_right_time[Column::cost][0][3]), cost, 1e-5);
    auto const mistimed = [&](History const& history) {
        return kind.timing && history[kind.timing->column][0][3] <= kind.timing->wrong_up_to;
    };
    for (History const* history : {&at_right_time, &too_early}) {
        double const besides = mistimed(*history) ? mistiming_spec.default_value : 0;
        EXPECT_NEAR(double((*history)[Column::credibility_change][0][3]), 0.5 * (spec_of(kind.sort).manner.credibility - besides),
                    1e-7);
    }
    EXPECT_EQ(mistimed(too_early), kind.timing.has_value()) << "funding is low, nothing is shown and nobody knows";
}

TEST_P(EveryKind, asks_of_people_what_it_says) {
    InterventionKind const& kind = *GetParam();
    History const history = first_week_with(kind);
    for (std::size_t i = 0; i < headcount; ++i) {
        double const intensity = i < targeted ? 0.5 : 0;
        EXPECT_NEAR(double(history[Column::change_asked][i][3]), intensity * spec_of(kind.sort).manner.burden, 1e-6);
        EXPECT_NEAR(double(history[Column::working_time][i][3]), intensity * kind.costs.working_time, 1e-6);
    }
}

INSTANTIATE_TEST_SUITE_P(Interventions, EveryKind,
                         testing::ValuesIn(intervention_catalogue().begin(), intervention_catalogue().end()),
                         [](auto const& tried) { return std::string(tried.param->plugin.key); });

TEST(Interventions, that_spend_credibility_are_those_that_force) {
    for (std::string_view const forcing : {"executive_mandate", "goals_and_deadlines", "restructuring", "sidelining"}) {
        auto const kind = std::ranges::find(intervention_catalogue(), forcing, [](auto const* k) { return k->plugin.key; });
        EXPECT_LT(spec_of((*kind)->sort).manner.credibility, 0) << forcing;
    }
}

}  // namespace
}  // namespace micropol
