// What a user sees who makes a mistake: the texts themselves.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "example.h"

namespace micropol {
namespace {

using example::problems_of;
using testing::HasSubstr;

// The smallest scenario with more lines at its end: they begin at line 7.
std::string with(std::string const& more) { return problems_of(example::smallest + more); }

// An organisation in place of the usual one: it begins at line 2.
std::string with_organisation(std::string const& organisation) {
    return problems_of("micropol: 1\n" + organisation + "transformation:\n");
}

// A name heads lines and tables: blanks alone or a second line would break them.
TEST(Mistakes, names_are_one_line) {
    EXPECT_EQ(with("name: \"a\\nb\"\n"), "plan.yaml:7:7: the name 'a b' has a line break (it heads lines and tables)");
    EXPECT_EQ(with("strategies: {\" \": {}}\n"), "plan.yaml:7:14: a name is blank (it heads lines and tables)");
    EXPECT_EQ(with("strategies: {\"a\\nb\": {}}\n"),
              "plan.yaml:7:14: the name 'a b' has a line break (it heads lines and tables)");
    EXPECT_EQ(with_organisation("organisation: {departments: [{name: \"\\t\", headcount: 3}]}\n"),
              "plan.yaml:2:37: a name is blank (it heads lines and tables)");
    EXPECT_EQ(with("currency: \" \"\n"), "plan.yaml:7:11: a name is blank (it heads lines and tables)");
    EXPECT_EQ(with("question: \"a\\nb\"\n"), "");
}

TEST(Mistakes, unknown_key_is_answered_with_the_known_ones) {
    EXPECT_EQ(
        with("culture:\n  rivalri: 0.2\n"),
        "plan.yaml:8:3: unknown key 'rivalri' ('culture' knows power_distance, rivalry and data_hoarding); did you mean 'rivalry'?");
    EXPECT_EQ(with("mechanisms: {atitude: off}\n"),
              "plan.yaml:7:14: unknown key 'atitude' ('mechanisms' knows power and attitude); did you mean 'attitude'?");
    EXPECT_EQ(
        with("interventions:\n  - {lever: training, hour: 3}\n"),
        "plan.yaml:8:23: unknown key 'hour' ('intervention' knows lever, on, target, intensity, from_week, until_week, when, hours and weekly_cost); "
        "did you mean 'hours'?");
}

TEST(Mistakes, repeated_key_names_the_first) {
    EXPECT_EQ(with("culture: {}\nculture: {}\n"), "plan.yaml:8:1: repeated key 'culture' (first in line 7); keep one of them");
}

TEST(Mistakes, out_of_range_says_range_and_unit) {
    EXPECT_EQ(with("culture: {rivalry: 1.4}\n"), "plan.yaml:7:20: 'rivalry' is 1.4 (its range is 0 to 1, unit share)");
    EXPECT_EQ(with("runs: {weeks: 0}\n"), "plan.yaml:7:15: 'weeks' is 0 (its range is 1 to 1,040, unit weeks)");
    EXPECT_EQ(problems_of("micropol: 2" + example::smallest.substr(11)), "plan.yaml:1:11: 'micropol' is 2 (it must be 1)");
}

TEST(Mistakes, numbers_that_are_none) {
    EXPECT_EQ(with("culture: {rivalry: 30 %}\n"),
              "plan.yaml:7:20: 'rivalry' is '30 %' (it must be a number from 0 to 1, unit share); write 0.3");
    EXPECT_EQ(with("culture:\n  rivalry: 0,3\n"),
              "plan.yaml:8:12: 'rivalry' is '0,3' (it must be a number from 0 to 1, unit share); write 0.3");
    EXPECT_EQ(
        with("runs: {weeks: 12 weeks}\n"),
        "plan.yaml:7:15: 'weeks' is '12 weeks' (it must be a whole number from 1 to 1,040, unit weeks); write 12 alone: the unit is weeks");
    EXPECT_EQ(with("culture: {rivalry: high}\n"),
              "plan.yaml:7:20: 'rivalry' is 'high' (it must be a number from 0 to 1, unit share)");
    EXPECT_EQ(with("culture: {rivalry: }\n"),
              "plan.yaml:7:11: 'rivalry' has no value (it must be a number from 0 to 1, unit share)");
    EXPECT_EQ(with("culture: {rivalry: [0.1]}\n"),
              "plan.yaml:7:20: 'rivalry' is a list (it must be a number from 0 to 1, unit share)");
    for (std::string const infinite : {".nan", ".inf", "-.INF", "nan", "inf", "1e999"})
        EXPECT_EQ(with("culture: {rivalry: " + infinite + "}\n"),
                  "plan.yaml:7:20: 'rivalry' is '" + infinite + "' (not a finite number; its range is 0 to 1, unit share)");
}

TEST(Mistakes, distributions) {
    auto const objection = [](std::string const& distribution) { return with("culture:\n  rivalry: " + distribution + "\n"); };
    std::string const impossible = "plan.yaml:8:21: the distribution of 'rivalry' is not possible ";
    EXPECT_EQ(objection("{uniform: [0.8, 0.1]}"),
              "plan.yaml:8:22: the distribution of 'rivalry' is not possible (the low end must lie below the high end)");
    EXPECT_EQ(objection("{normal: [2, 0.1]}"), impossible + "(the mean 2 lies outside 0 to 1)");
    EXPECT_EQ(objection("{normal: [0.5, 0]}"), impossible + "(the standard deviation must be above 0)");
    EXPECT_EQ(
        objection("{beta: [0.5, 0.6]}"),
        "plan.yaml:8:19: the distribution of 'rivalry' is not possible (with mean 0.5 the standard deviation must lie below 0.5)");
    EXPECT_EQ(objection("{triangular: [0.1, 0.9, 0.5]}"),
              "plan.yaml:8:25: the distribution of 'rivalry' is not possible (the mode must lie between low and high)");
    EXPECT_EQ(objection("{choice: {values: [0.1, 0.2], weights: [0.5, 0.4]}}"),
              impossible + "(the weights sum to 0.9, not to 1)");
    EXPECT_EQ(objection("{choice: {values: [0.1, 0.2], weights: [1]}}"), impossible + "(2 values but 1 weight)");
    EXPECT_EQ(objection("{normal: [0.5]}"), impossible + "(it takes 2 numbers); write {normal: [mean, sd]}");
    EXPECT_EQ(
        objection("{value: 0.3, uniform: [0, 1]}"),
        "plan.yaml:8:12: 'rivalry' has more than one value (it must be a number from 0 to 1, unit share, or one distribution)");
    EXPECT_EQ(with("culture:\n  power_distance: {uniform: [0, 4]}\n"),
              "plan.yaml:8:29: the distribution of 'power_distance' is not possible (4 lies outside 0 to 3)");
}

TEST(Mistakes, headcounts) {
    auto const headcount = [](std::string const& value) {
        return with_organisation("organisation:\n  departments:\n    - name: Sales\n      headcount: " + value + "\n");
    };
    EXPECT_EQ(headcount("0"), "plan.yaml:5:18: 'headcount' is 0 (its range is 1 to 1,000,000, unit employees)");
    EXPECT_EQ(headcount("-3"), "plan.yaml:5:18: 'headcount' is -3 (its range is 1 to 1,000,000, unit employees)");
    EXPECT_EQ(headcount("12.5"),
              "plan.yaml:5:18: 'headcount' is 12.5 (it must be a whole number from 1 to 1,000,000, unit employees)");
    EXPECT_EQ(headcount("5000000"), "plan.yaml:5:18: 'headcount' is 5,000,000 (its range is 1 to 1,000,000, unit employees)");
    EXPECT_EQ(with_organisation("organisation:\n  departments: [{name: A, headcount: 900000}, {name: B, headcount: 900000}]\n"),
              "plan.yaml:3:16: the organisation has 1,800,000 employees (at most 1,000,000 can be simulated)");
    EXPECT_EQ(with_organisation("organisation:\n  departments: [{name: A}]\n"),
              "plan.yaml:3:17: missing key 'headcount' (how many people work in 'A')");
}

TEST(Mistakes, empty_organisation) {
    EXPECT_EQ(with_organisation("organisation:\n  name: Nobody\n"),
              "plan.yaml:3:3: the organisation is empty (nobody works here); give it departments with headcounts, or people");
    EXPECT_EQ(with_organisation("organisation:\n  departments: []\n"),
              "plan.yaml:3:16: 'departments' is empty (it takes 1 to 1,000 entries)");
}

TEST(Mistakes, departments_that_repeat_or_do_not_exist) {
    std::string const departments = "organisation:\n  departments:\n    - {name: Sales, headcount: 4}\n";
    EXPECT_EQ(with_organisation(departments + "    - {name: Sales, headcount: 5}\n"),
              "plan.yaml:5:14: repeated name 'Sales' (first in line 4); give every entry of 'departments' its own");
    EXPECT_EQ(with_organisation(departments + "  trust: [{of: Sales, toward: Slaes, trust: 0.3}]\n"),
              "plan.yaml:5:31: no department 'Slaes' (the organisation has Sales); did you mean 'Sales'?");
    EXPECT_EQ(with("interventions: [{lever: training, target: [Sales, IT]}]\n"),
              "plan.yaml:7:51: no department 'IT' (the organisation has Marketing and Sales)");
    EXPECT_EQ(with_organisation(departments + "governance: {rule: marketing}\n"),
              "plan.yaml:5:20: the rule asks a department 'Marketing' that does not exist (the organisation has Sales); "
              "name the department that decides as 'marketing_department'");
}

TEST(Mistakes, windows) {
    auto const window = [](std::string const& weeks) {
        return with("runs: {weeks: 52}\ninterventions:\n  - {lever: training, " + weeks + "}\n");
    };
    EXPECT_EQ(
        window("from_week: 60"),
        "plan.yaml:9:5: the intervention 'training' starts in week 60, after the end (a history lasts 52 weeks, from 0 to 51)");
    EXPECT_EQ(
        window("until_week: 53"),
        "plan.yaml:9:5: the intervention 'training' lasts until week 53, beyond the end (a history lasts 52 weeks, from 0 to 51); "
        "leave 'until_week' out to keep it to the end");
    EXPECT_EQ(window("from_week: 20, until_week: 20"),
              "plan.yaml:9:5: the intervention 'training' is never in force (it would end in week 20 and start in week 20)");
    EXPECT_EQ(window("from_week: 20, until_week: 52"), "");
}

TEST(Mistakes, triggers) {
    auto const trigger = [](std::string const& when, std::string const& window = "") {
        return with("runs: {weeks: 52}\ninterventions:\n  - {lever: training, " + window + "when: {" + when + "}}\n");
    };
    EXPECT_EQ(trigger("outcome: conflict, above: 0.3"), "");
    EXPECT_EQ(trigger("outcome: conflict, above: 0.3, at_week: 20, for_weeks: 8", "from_week: 21, until_week: 22, "), "");
    EXPECT_EQ(trigger("outcome: conflct, above: 0.3"),
              "plan.yaml:9:39: unknown outcome 'conflct' (known: substantive and conflict); did you mean 'conflict'?");
    EXPECT_EQ(
        trigger("above: 0.3"),
        "plan.yaml:9:29: missing key 'outcome' (key of the outcome that is looked at, in each history, at the end of a week)");
    EXPECT_EQ(trigger("outcome: conflict"),
              "plan.yaml:9:29: the trigger of 'training' has no level (it must say which values of 'conflict' it waits for); "
              "add 'below' or 'above'");
    EXPECT_EQ(trigger("outcome: conflict, below: 0.1, above: 0.3"),
              "plan.yaml:9:29: the trigger of 'training' has 'below' and 'above' (an outcome is held against one level); "
              "keep one of them");
    EXPECT_EQ(trigger("outcome: conflict, above: 0.3, at_week: 4, from_week: 5"),
              "plan.yaml:9:29: the trigger of 'training' has 'at_week' and 'from_week' (it looks once, or from some week on); "
              "keep one of them");
    for (std::string const key : {"at_week", "from_week"})
        EXPECT_EQ(
            trigger("outcome: conflict, above: 0.3, " + key + ": 51"),
            "plan.yaml:9:29: the trigger of 'training' looks in week 51, too late for anything to follow (a history lasts 52 "
            "weeks, from 0 to 51)");
    std::string const unheard = "plan.yaml:9:60: the trigger of 'training' is never heard (what it sees in week ";
    std::string const acted = " is acted on in the next, and the intervention can be in force from week 10 to 19)";
    for (std::string const week : {"8", "19", "30"})
        EXPECT_EQ(trigger("outcome: conflict, above: 0.3, at_week: " + week, "from_week: 10, until_week: 20, "),
                  unheard + week + acted);
    EXPECT_EQ(trigger("outcome: conflict, above: 0.3, from_week: 19", "from_week: 10, until_week: 20, "), unheard + "19" + acted);
    EXPECT_EQ(trigger("outcome: conflict, above: 0.3, from_week: 8", "from_week: 10, until_week: 20, "), "");
}

TEST(Mistakes, targets_by_state) {
    auto const target = [](std::string const& whom) {
        return with("interventions: [{lever: training, target: {" + whom + "}}]\n");
    };
    EXPECT_EQ(target("who: losers, top: 3"), "");
    EXPECT_EQ(
        target("who: loosers"),
        "plan.yaml:7:49: unknown who 'loosers' (known: all, losers, winners, opponents, supporters and risen); did you mean "
        "'losers'?");
    EXPECT_EQ(target("top: {by: power}"), "plan.yaml:7:49: missing key 'number' (how many)");
    EXPECT_EQ(target("top: {number: 0}"), "plan.yaml:7:58: 'number' is 0 (its range is 1 to 1,000,000, unit employees)");
    EXPECT_EQ(target("top: {number: 2, by: rank}"),
              "plan.yaml:7:65: unknown by 'rank' (known: power, level, reach, status, centrality and opposition)");
}

TEST(Mistakes, names_are_answered_with_the_known_ones) {
    EXPECT_EQ(with("interventions: [{lever: trainig, hour: 1}]\n"),
              "plan.yaml:7:25: unknown lever 'trainig' (known: training and executive_mandate); did you mean 'training'?");
    EXPECT_EQ(with("outcomes: [conflct]\n"),
              "plan.yaml:7:12: unknown outcome 'conflct' (known: substantive and conflict); did you mean 'conflict'?");
    EXPECT_EQ(with("outcomes: [conflict, conflict]\n"),
              "plan.yaml:7:22: repeated outcome 'conflict' (first in line 7); give every entry of 'outcomes' its own");
    EXPECT_EQ(with("outcomes: []\n"),
              "plan.yaml:7:11: 'outcomes' is empty (it stands for nobody and nothing); write all, or leave it out");
    EXPECT_EQ(
        with("governance: {rule: comittee}\n"),
        "plan.yaml:7:20: unknown rule 'comittee' (known: marketing, sales, ceo, committee and customer); did you mean 'committee'?");
    EXPECT_EQ(with("mechanisms: {power: maybe}\n"), "plan.yaml:7:21: 'on' is 'maybe' (it must be on or off)");
}

TEST(Mistakes, missing_keys_say_what_they_are_for) {
    EXPECT_EQ(
        problems_of(""),
        "plan.yaml:1:1: missing key 'micropol' (version of the scenario format)\n"
        "plan.yaml:1:1: missing key 'organisation' (who works here: departments to generate people from, or the people themselves)\n"
        "plan.yaml:1:1: missing key 'transformation' (what is to change, and how it is introduced)");
    EXPECT_EQ(with("interventions: [{hours: 3}]\n"), "plan.yaml:7:17: missing key 'lever' (what is done)");
}

TEST(Mistakes, wrong_shapes) {
    EXPECT_EQ(
        with("culture: cold\n"),
        "plan.yaml:7:10: 'culture' is a single value (it must be a group of keys: power_distance, rivalry and data_hoarding)");
    EXPECT_EQ(with("strategies: [a]\n"), "plan.yaml:7:13: 'strategies' is a list (it must be a group of keys)");
    EXPECT_EQ(with("interventions: {lever: training}\n"),
              "plan.yaml:7:16: 'interventions' is a group of keys (it must be a list); begin each entry with '- '");
    EXPECT_EQ(with("question: {Who wins: Sales}\n"),
              "plan.yaml:7:11: 'question' is a group of keys (it must be text); put the text in quotes");
}

TEST(Mistakes, yaml_outside_the_subset) {
    EXPECT_EQ(with("culture: &c {}\n"), "plan.yaml:7:10: an anchor (not part of the scenario format); write the values out");
    EXPECT_EQ(with("name: !!str x\n"),
              "plan.yaml:7:7: a tag (not part of the scenario format); remove it: the format knows each value's type");
    EXPECT_EQ(with("culture: {<<: {}}\n"), "plan.yaml:7:11: a merge key (not part of the scenario format); write the values out");
    EXPECT_EQ(with("---\nname: x\n"),
              "plan.yaml:7:1: a second document starts here (a scenario is one document); remove the line '---'");
    EXPECT_EQ(with("culture:\n\trivalry: 0.2\n").substr(0, 30), "plan.yaml:8:9: not valid YAML ");
    EXPECT_THAT(with("culture:\n\trivalry: 0.2\n"), HasSubstr("indent with spaces, never with tabs"));
    EXPECT_EQ(with("name: \xff\n"), "plan.yaml:7:7: not UTF-8 (this byte is no character); save the file as UTF-8");
    EXPECT_EQ(with("name: a" + std::string(1, '\0') + "\n"), "plan.yaml:7:8: a NUL byte (this is not a text file)");
    EXPECT_EQ(with("name: \"\\a\"\n"),
              "plan.yaml:7:7: a control character (text is made of characters that can be read); remove it");
}

TEST(Mistakes, all_at_once_in_the_order_of_the_file) {
    EXPECT_EQ(
        problems_of("micropol: 1\ntransformation: {mesage: 0.2}\norganisation:\n  departments: [{name: Sales, headcount: 0}]\n"
                    "culture: &c {rivalry: 2}\ncolture: {}\n"),
        "plan.yaml:2:18: unknown key 'mesage' ('transformation' knows data_reliance_start, data_reliance_ceiling, tool_quality, message, "
        "communication, start_belief, start_stage and initiatives); did you mean 'message'?\n"
        "plan.yaml:4:42: 'headcount' is 0 (its range is 1 to 1,000,000, unit employees)\n"
        "plan.yaml:5:10: an anchor (not part of the scenario format); write the values out\n"
        "plan.yaml:5:23: 'rivalry' is 2 (its range is 0 to 1, unit share)\n"
        "plan.yaml:6:1: unknown key 'colture' (a scenario knows micropol, name, question, claim, source, organisation, transformation, culture, "
        "governance, performance, shocks, success, mechanisms, levers, interventions, strategies, outcomes, assumptions, currency, money and runs); did you mean 'culture'?");
}

}  // namespace
}  // namespace micropol
