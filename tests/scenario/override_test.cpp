// --set path=value

#include <gtest/gtest.h>

#include "example.h"

namespace micropol {
namespace {

std::string problems_with(std::string const& path, std::string const& value) {
    return example::problems_of(example::smallest, {.overrides = {{path, value}}, .allow_outside = false});
}

Scenario rich_with(std::string const& path, std::string const& value) {
    return example::parse(example::rich, {.overrides = {{path, value}}, .allow_outside = false});
}

TEST(Override, replaces_numbers_by_path) {
    Scenario const scenario = rich_with("transformation.message", "{uniform: [0.1, 0.2]}");
    ASSERT_FALSE(scenario.settings.empty());
    EXPECT_EQ(scenario.settings.front().name, "transformation.message");
    EXPECT_EQ(std::get<UniformDistribution>(scenario.settings.front().number.value).high, 0.2);
    EXPECT_EQ(scenario.settings.front().number.place.file, "--set transformation.message={uniform: [0.1, 0.2]}");
}

TEST(Override, adds_what_the_file_leaves_out) {
    Scenario const scenario = example::parse(
        example::smallest,
        {.overrides = {{"culture.rivalry", "0.9"}, {"strategies.loud.meaning", "shout"}}, .allow_outside = false});
    ASSERT_EQ(scenario.settings.size(), 1u);
    EXPECT_EQ(std::get<double>(scenario.settings[0].number.value), 0.9);
    ASSERT_EQ(scenario.strategies.size(), 1u);
    EXPECT_EQ(scenario.strategies[0].meaning, "shout");
}

TEST(Override, finds_entries_by_number_and_by_name) {
    EXPECT_EQ(rich_with("organisation.departments.0.headcount", "5").plan.departments[0].headcount, 5u);
    EXPECT_EQ(rich_with("organisation.departments.Sales.headcount", "6").plan.departments[0].headcount, 6u);
    // A name with dots in it.
    EXPECT_EQ(rich_with("organisation.departments.Märketing & Co. Ltd..headcount", "7").plan.departments[1].headcount, 7u);
    EXPECT_EQ(std::get<double>(rich_with("interventions.0.hours", "9").interventions[0].parameters[0].number.value), 9);
    EXPECT_EQ(
        std::get<double>(
            rich_with("strategies.quick win.interventions.0.intensity", "1").strategies[0].interventions[0].intensity.value),
        1);
    EXPECT_EQ(std::get<double>(
                  rich_with("transformation.initiatives.Automation.benefit", "0.7").initiatives[1].numbers[0].number.value),
              0.7);
}

TEST(Override, sets_a_number_of_a_lever_in_whatever_intervention) {
    for (char const* path : {"levers.training.hours", "interventions.training.hours"}) {
        Scenario const scenario = rich_with(path, "9");
        auto const found = std::ranges::find(scenario.settings, "levers.training.hours", &NamedNumber::name);
        ASSERT_NE(found, scenario.settings.end()) << path;
        EXPECT_EQ(std::get<double>(found->number.value), 9);
        EXPECT_EQ(std::get<double>(scenario.interventions[0].parameters[0].number.value), 8) << "what it says itself stays";
    }
    EXPECT_EQ(problems_with("levers.training.hours", "41"),
              "--set levers.training.hours=41: 'hours' is 41 (its range is 0 to 40)");
    EXPECT_NE(problems_with("interventions.shouting.hours", "4"), "");
}

TEST(Override, adds_one_more_entry_to_a_list) {
    std::string const key = rich_with("runs.seed", "1").interventions[0].key;
    Scenario const scenario = rich_with("interventions.+", "{lever: " + key + ", from_week: 3}");
    ASSERT_EQ(scenario.interventions.size(), rich_with("runs.seed", "1").interventions.size() + 1);
    EXPECT_EQ(scenario.interventions.back().from_week, 3);
    EXPECT_EQ(problems_with("interventions.+.intensity", "1"),
              "--set interventions.+.intensity=1: 'interventions' has no entry '+' (it is empty)");
}

TEST(Override, reaches_into_short_forms_and_usual_values) {
    Scenario const scenario = rich_with("mechanisms.power.on", "on");
    ASSERT_EQ(scenario.mechanisms.size(), 1u);  // power is as usual again
    EXPECT_EQ(scenario.mechanisms[0].key, "attitude");
    Scenario const other = example::parse(
        example::smallest, {.overrides = {{"transformation.initiatives.0.benefit", "0.9"}}, .allow_outside = false});
    ASSERT_EQ(other.initiatives.size(), 1u);
    EXPECT_EQ(std::get<double>(other.initiatives[0].numbers[0].number.value), 0.9);
}

TEST(Override, the_last_one_holds) {
    Scenario const scenario = example::parse(example::smallest,
                                             {.overrides = {{"runs.weeks", "10"}, {"runs.weeks", "20"}}, .allow_outside = false});
    EXPECT_EQ(scenario.weeks, 20);
}

TEST(Override, mistakes_name_the_option) {
    EXPECT_EQ(
        problems_with("culture.rivalri", "0.2"),
        "--set culture.rivalri=0.2: unknown key 'rivalri' ('culture' knows power_distance, rivalry and data_hoarding); did you mean 'rivalry'?");
    EXPECT_EQ(problems_with("culture.rivalry", "2"), "--set culture.rivalry=2: 'rivalry' is 2 (its range is 0 to 1, unit share)");
    EXPECT_EQ(
        problems_with("organisation.departments.Slaes.headcount", "3"),
        "--set organisation.departments.Slaes.headcount=3: 'organisation.departments' has no entry 'Slaes' (it has Sales and Marketing); did you mean 'Sales'?");
    EXPECT_EQ(
        problems_with("organisation.departments.2.headcount", "3"),
        "--set organisation.departments.2.headcount=3: 'organisation.departments' has no entry '2' (it has Sales and Marketing)");
    EXPECT_EQ(problems_with("interventions.0.intensity", "1"),
              "--set interventions.0.intensity=1: 'interventions' has no entry '0' (it is empty)");
    EXPECT_EQ(problems_with("culture.rivalry.high", "1"),
              "--set culture.rivalry.high=1: 'culture.rivalry' is a single value (it has nothing called 'high')");
    EXPECT_EQ(problems_with("", "1"),
              "--set =1: an empty path (a path names keys from the top, with dots between); for example culture.rivalry=0.5");
    EXPECT_EQ(
        problems_with("culture..rivalry", "1"),
        "--set culture..rivalry=1: not a path (a path names keys from the top, with dots between); for example culture.rivalry=0.5");
    EXPECT_EQ(problems_with("runs.weeks", ""),
              "--set runs.weeks=: 'weeks' has no value (it must be a whole number from 1 to 1,040, unit weeks)");
}

}  // namespace
}  // namespace micropol
