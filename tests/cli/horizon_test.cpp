// Fewer weeks, more histories, other money: the same scenario asked otherwise, through the real program.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/program.h"

namespace micropol::cli {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

std::string const planned = tiny_company + R"(shocks:
  - {kind: budget_cut, week: 15}
strategies:
  early: {interventions: [{lever: training, intensity: 0.4, until_week: 18}]}
  late: {interventions: [{lever: training, intensity: 0.4}, {lever: town_hall, intensity: 0.5, from_week: 14}]}
runs: {weeks: 20, histories: 32, seed: 7}
)";

std::string series(std::string const& json, std::string const& key) {
    for (auto const& outcome : nlohmann::json::parse(json).at("outcomes"))
        if (outcome.at("key") == key) return outcome.at("weekly").at("mean").dump();
    return "";
}

TEST(Horizon, fewer_weeks_cut_what_lies_beyond_them_and_say_so) {
    Folder const folder;
    std::string const scenario = folder.write("planned.yaml", planned);
    Outcome const said = run({"run", scenario, "--strategy", "late", "--weeks", "10", "--format", "json"});
    ASSERT_EQ(said.code, 0) << said.errors;
    EXPECT_THAT(said.errors, AllOf(HasSubstr("end with the history: training (early)"),
                                   HasSubstr("left out: town_hall (late) and budget_cut")));
    // What happens until then is what happened before, to the bit.
    std::string whole = series(run({"run", scenario, "--strategy", "late", "--format", "json"}).output, "substantive");
    std::string const part = series(said.output, "substantive");
    EXPECT_TRUE(whole.starts_with(part.substr(0, part.size() - 1))) << whole << '\n' << part;
    EXPECT_EQ(run({"compare", scenario, "--weeks", "10"}).code, 0);
    EXPECT_EQ(run({"sweep", scenario, "--design", "grid", "--factor", "runs.weeks=[10, 20]", "--strategy", "early"}).errors, "");
    EXPECT_EQ(run({"run", scenario}).errors, "");
}

TEST(Horizon, what_is_cut_can_be_reported) {
    Folder const folder;
    std::string const results = (folder / "cut.db").string();
    ASSERT_EQ(run({"run", folder.write("planned.yaml", planned), "--weeks", "10", "--output", results}).code, 0);
    Outcome const page = run({"report", results, "--output", "-"});
    EXPECT_THAT(page.output, AllOf(HasSubstr("<!doctype html>"), HasSubstr("culture"), Not(HasSubstr("The list is missing"))));
}

TEST(Horizon, an_initiative_that_never_starts_is_found) {
    Folder const folder;
    std::string text = tiny_company + "runs: {weeks: 12, histories: 16}\n";
    std::string const scenario = folder.write("late.yaml", text);
    Outcome const fine = run({"validate", scenario});
    ASSERT_EQ(fine.code, 0) << fine.errors;
    EXPECT_EQ(fine.errors, "");
    Outcome const late = run(
        {"validate", scenario, "--set", "transformation.initiatives=[{name: A}, {name: B, start_week: 12}]"});
    EXPECT_EQ(late.code, 0);
    EXPECT_THAT(late.errors, HasSubstr("the initiative 'B' never starts"));
}

TEST(Extension, more_histories_simulate_only_the_others_and_end_in_the_same_bytes) {
    Folder const folder;
    std::string const scenario = folder.write("planned.yaml", planned);
    for (std::string const verb : {"run", "compare"}) {
        std::string const grown = (folder / (verb + "-grown.db")).string(), at_once = (folder / (verb + "-once.db")).string();
        ASSERT_EQ(run({verb, scenario, "--runs", "32", "--output", grown}).code, 0);
        Outcome const more = run({verb, scenario, "--runs", "64", "--output", grown});
        ASSERT_EQ(more.code, 0) << more.errors;
        EXPECT_THAT(more.errors, HasSubstr("has 32 histories already; only the others are simulated"));
        ASSERT_EQ(run({verb, scenario, "--runs", "64", "--output", at_once}).code, 0);
        EXPECT_EQ(content_of(grown), content_of(at_once)) << verb;
        EXPECT_FALSE(fs::exists(grown + ".shorter"));
        EXPECT_EQ(run({verb, scenario, "--runs", "32", "--output", grown}).code, 3) << "fewer";
        EXPECT_EQ(run({verb, scenario, "--runs", "128", "--seed", "8", "--output", grown}).code, 3) << "another study";
        EXPECT_EQ(content_of(grown), content_of(at_once)) << verb;
    }
}

TEST(Weekly, has_every_variant_outcome_and_week) {
    Folder const folder;
    std::string const scenario = folder.write("planned.yaml", planned), file = (folder / "weekly.csv").string();
    Outcome const said = run(
        {"compare", scenario, "--set", "outcomes=[substantive, success]", "--format", "json", "--weekly", file});
    ASSERT_EQ(said.code, 0) << said.errors;
    std::istringstream lines(content_of(file));
    std::string line;
    std::getline(lines, line);
    EXPECT_EQ(line, "variant,outcome,week,mean,low,high,spread");
    std::size_t rows = 0;
    std::string last;
    for (; std::getline(lines, line); ++rows)
        if (line.starts_with("early,substantive,20,")) last = line;
    EXPECT_EQ(rows, 3u * 2 * 20);
    // The last week is what the comparison says.
    for (auto const& strategy : nlohmann::json::parse(said.output).at("strategies"))
        if (strategy.at("name") == "early") {
            auto const& level = strategy.at("outcomes").at(0).at("level");
            std::istringstream cells(last.substr(std::string("early,substantive,20,").size()));
            for (char const* key : {"mean", "low", "high"}) {
                std::string cell;
                std::getline(cells, cell, ',');
                EXPECT_NEAR(std::stod(cell), level.at(key).get<double>(), 1e-6) << key;
            }
        }
    EXPECT_EQ(run({"compare", scenario, "--weekly", "-"}).code, 2);
}

TEST(Money, is_called_what_the_scenario_calls_it) {
    Folder const folder;
    std::string const scenario = folder.write("planned.yaml", planned);
    std::vector<std::string> const command{"compare", scenario, "--by", "net_value", "--set", "levers.training.weekly_cost=3"};
    Outcome const euros = run(command), francs = run(with(command, {"--set", "currency=CHF"}));
    EXPECT_THAT(euros.output, AllOf(HasSubstr("thousand euros"), HasSubstr("1 are the scenario's own")));
    EXPECT_THAT(francs.output, AllOf(HasSubstr("thousand CHF"), Not(HasSubstr("euro"))));
    EXPECT_THAT(run(with(command, {"--set", "currency=CHF", "--language", "de"})).output,
                AllOf(HasSubstr("Tausend CHF"), Not(HasSubstr("Euro"))));
    std::string numbers = francs.output;
    for (std::size_t at; (at = numbers.find("thousand CHF")) != std::string::npos;) numbers.replace(at, 12, "thousand euros");
    EXPECT_EQ(numbers.size(), euros.output.size()) << "the same numbers";
}

TEST(Upgrade, leaves_out_what_there_is_no_more_and_keeps_the_rest) {
    Folder const folder;
    std::string const old = tiny_company +
                            "# why\nmechanisms:\n  performance:\n    usual_loss: 0.2  # once\n    pride: 0.3\n  envy: off\n";
    std::string const scenario = folder.write(
        "old.yaml", tiny_company + "# why\nmechanisms:\n  performance:\n    usual_loss: 0.2  # once\n    pride: 0.3\n");
    EXPECT_EQ(run({"validate", scenario}).code, 3);
    Outcome const said = run({"upgrade", scenario});
    EXPECT_EQ(said.code, 0) << said.errors;
    EXPECT_EQ(said.output, tiny_company + "# why\nmechanisms:\n  performance:\n    pride: 0.3\n");
    EXPECT_THAT(said.errors, HasSubstr("'mechanisms.performance.usual_loss' is left out"));
    Outcome const flow = run(
        {"upgrade", folder.write("flow.yaml", tiny_company + "mechanisms: {performance: {usual_loss: 0.2}, tactics: off}\n")});
    EXPECT_EQ(flow.output, tiny_company + "mechanisms: {tactics: off}\n");
    EXPECT_EQ(run({"upgrade", folder.write("new.yaml", said.output)}).output, said.output);
    EXPECT_EQ(run({"upgrade", folder.write("wrong.yaml", old)}).code, 3) << "what is wrong otherwise is said";
}

TEST(Upgrade, joins_what_is_one_today_and_leaves_what_levers_share_to_their_sort) {
    Folder const folder;
    std::string const scenario = folder.write("old.yaml",
                                              tiny_company +
                                                  "mechanisms:\n  information:\n    hearsay: 1\n    rent_weight: 2  # ours\n"
                                                  "    rivalry_weight: 1\n  attitude: {status_voice: 0.5, persuasion_gain: 2}\n"
                                                  "levers:\n  training: {fade: 3, effect: 0.5}\n  learning: {fade: 2}\n");
    std::string const refused = run({"validate", scenario}).errors;
    for (char const* key : {"rent_weight", "status_voice", "fade"})
        EXPECT_THAT(refused, testing::ContainsRegex("unknown key '" + std::string(key) +
                                                    "'.*an earlier version had it: see micropol upgrade"));
    Outcome const said = run({"upgrade", scenario});
    EXPECT_EQ(said.code, 0) << said.errors;
    EXPECT_EQ(said.output, tiny_company +
                               "mechanisms:\n  information:\n    against: 2  # ours\n  attitude: {voice_gain: 0.5}\n"
                               "levers:\n  training: {effect: 0.5}\n  learning: {fade: 2}\n");
    EXPECT_THAT(said.errors, AllOf(HasSubstr("'mechanisms.information.rent_weight' is called 'against' now"),
                                   HasSubstr("'mechanisms.information.rivalry_weight' is left out"),
                                   HasSubstr("'levers.training.fade' is left out")));
    std::size_t const lines = std::size_t(std::ranges::count(tiny_company, '\n'));
    EXPECT_THAT(said.errors, HasSubstr("old.yaml:" + std::to_string(lines + 6) + ":14: 'mechanisms.attitude.status_voice'"))
        << "its place in the old file";
}

TEST(Quiet, prints_the_result_unless_a_file_has_it) {
    Folder const folder;
    std::string const scenario = folder.write("planned.yaml", planned);
    EXPECT_NE(run({"run", scenario, "--quiet"}).output, "");
    Outcome const kept = run({"run", scenario, "--quiet", "--output", (folder / "quiet.db").string()});
    EXPECT_EQ(kept.output + kept.errors, "");
    EXPECT_EQ(run({"run", scenario, "--output", "-"}).code, 2);
}

}  // namespace
}  // namespace micropol::cli
