// Changes that are values do to a scenario what their text would do to its file.

#include "scenario/change.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "base/hash.h"
#include "model/model.h"
#include "scenario/read_part.h"
#include "scenario/to_node.h"
#include "simulation/simulate.h"
#include "support/paths.h"
#include "words/german.h"

namespace micropol {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

fs::path const scenarios = paths::source_folder() / "scenarios";

ScenarioSource flagship() { return {scenarios / "marketing_sales.yaml", known_plugins(), {{{"runs.weeks", "60"}}, false}}; }

InterventionSection offer(Target target, double intensity) {
    InterventionSection section;
    section.key = "loss_compensation";
    section.intensity.value = intensity;
    section.target = std::move(target);
    return section;
}

Target losers_in_sales() {
    Target target;
    target.departments = {"Sales"}, target.levels = {0, 1}, target.who = Who::losers, target.top = {5, Ranking::status};
    return target;
}

InterventionSection with_everything() {
    InterventionSection section = offer(losers_in_sales(), 0.3);
    section.from_week = 3, section.until_week = 30;
    section.when = Trigger{
        .outcome = "substantive", .below = 0.25, .above = {}, .at_week = {}, .from_week = 5, .for_weeks = 4, .place = {}};
    section.parameters = {{"weekly_cost", {2.5, "", {}}}};
    return section;
}

Strategy found() {
    Strategy strategy{.name = "found", .meaning = "So \"it\" is", .interventions = {}, .place = {}};
    strategy.interventions = {offer({}, 0.25), with_everything()};
    return strategy;
}

AddShock cut() {
    ShockSection shock;
    shock.kind = ShockKind::budget_cut, shock.week = 12;
    shock.numbers = {{"size", {0.4, "", {}}}};
    return {shock};
}

std::vector<Change> as_text(std::vector<Change> const& changes) {
    std::vector<Change> text;
    for (Change const& change : changes) text.emplace_back(as_override(change));
    return text;
}

std::string complaint(ScenarioSource const& source, std::vector<Change> const& changes) {
    try {
        (void)source.read(changes);
    } catch (InvalidInput const& invalid) {
        EXPECT_THAT(untranslated(invalid.problems()), testing::IsEmpty());
        return invalid.what();
    }
    return "";
}

// The scenario as it is written down, every number of its model, and what comes of it.
void expect_the_same(ScenarioSource const& source, std::vector<Change> const& changes, std::string const& strategy = "pressure") {
    Scenario const of_values = source.read(changes), of_text = source.read(as_text(changes));
    ASSERT_EQ(of_values.resolved, of_text.resolved);
    Model const a(of_values, strategy), b(of_text, strategy);
    auto const numbers = a.assumptions(), as_written = b.assumptions();
    ASSERT_EQ(numbers.size(), as_written.size());
    for (std::size_t k = 0; k < numbers.size(); ++k) {
        EXPECT_EQ(numbers[k].path, as_written[k].path);
        EXPECT_EQ(to_string(numbers[k].value), to_string(as_written[k].value)) << numbers[k].path;
        EXPECT_EQ(numbers[k].source, as_written[k].source) << numbers[k].path;
        EXPECT_EQ(numbers[k].given, as_written[k].given) << numbers[k].path;
    }
    EXPECT_EQ(simulate_block(a, 1).state_hash, simulate_block(b, 1).state_hash);
}

TEST(Change, a_number_is_set_wherever_it_stands) {
    ScenarioSource const source = flagship();
    for (SetNumber const& set :
         {SetNumber{"culture.rivalry", 0.35}, SetNumber{"mechanisms.stakes.status_scale", 0},
          SetNumber{"mechanisms.information.openness", 20}, SetNumber{"organisation.ties.contacts", 12.5},
          SetNumber{"organisation.departments.Sales.headcount", 40},
          SetNumber{"organisation.departments.0.traits.data_skill", 0.5},
          SetNumber{"transformation.initiatives.CRM.required_skill", 0.1},
          SetNumber{"transformation.initiatives.1.benefit", 0.1 + 0.2},
          SetNumber{"strategies.pressure.interventions.0.intensity", 0.9},
          SetNumber{"strategies.bundle.interventions.1.from_week", 2}, SetNumber{"runs.seed", 77},
          SetNumber{"runs.histories", 33}, SetNumber{"success.substantive", 0.4}, SetNumber{"culture.rivalry", -0.0}})
        expect_the_same(source, {set});
}

TEST(Change, what_was_usual_anyway_is_no_change) {
    ScenarioSource const source = flagship();
    for (MechanismKind const* kind : mechanism_catalogue())
        for (ParameterSpec const& spec : kind->plugin.parameters)
            expect_the_same(source, {SetNumber{"mechanisms." + std::string(kind->plugin.key) + "." + std::string(spec.name),
                                               spec.default_value}});
}

TEST(Change, parts_are_added_and_switched_off) {
    ScenarioSource const source = flagship();
    std::vector<Change> const all{SwitchOff{"mechanisms.tactics"},
                                  SwitchOff{"strategies.pressure.interventions.0"},
                                  AddIntervention{offer(losers_in_sales(), 0.5)},
                                  AddIntervention{with_everything()},
                                  cut(),
                                  AddStrategy{found()},
                                  SetNumber{"strategies.pressure.interventions.0.intensity", 0.9},
                                  SetNumber{"culture.data_hoarding", 0.2}};
    for (Change const& one : all) expect_the_same(source, {one});
    expect_the_same(source, all);
    expect_the_same(source, {AddStrategy{found()}}, "found");
    expect_the_same(source, {all[2], all[2], all[3]});
}

TEST(Change, people_are_silenced) {
    ScenarioSource const source(R"(micropol: 1
organisation:
  silenced: [Ben]
  people:
    list:
      - {id: Ada, department: Sales, level: 1}
      - {id: Ben, department: Sales}
      - {id: Cora, department: Marketing, level: 1}
      - {id: Dan, department: Marketing}
transformation: {initiatives: [{name: CRM}]}
governance: {committee_level: 0}
runs: {weeks: 8, histories: 32}
)",
                                "five.yaml", known_plugins());
    expect_the_same(source, {SilencePeople{{"Ben", "Ada"}}}, "");
    expect_the_same(source, {SilencePeople{{}}}, "");
    EXPECT_THAT(complaint(source, {SilencePeople{{"Ada", "Ada"}}}), HasSubstr("repeated person 'Ada'"));
}

// There the whole scenario is read again.
TEST(Change, what_is_not_there_yet_is_read) {
    ScenarioSource const source = flagship();
    Strategy same = found();
    same.name = "bundle";
    for (Change const& change : {Change(SetNumber{"strategies.pressure.interventions.0.until_week", 26}),
                                 Change(AddStrategy{same}), Change(SetNumber{"organisation.departments.Sales.tenure_years", 4})})
        expect_the_same(source, {change});
}

TEST(Change, text_comes_where_it_stands) {
    ScenarioSource const source = flagship();
    Override const text{"culture.rivalry", "0.5"};
    SetNumber const value{"culture.rivalry", 0.4};
    EXPECT_EQ(source.read({text, value}).resolved, source.read({value}).resolved);
    EXPECT_EQ(source.read({value, text}).resolved, source.read({text}).resolved);
    EXPECT_EQ(source.read({text, SwitchOff{"mechanisms.tactics"}}).resolved,
              source.read({text, Override{"mechanisms.tactics", "off"}}).resolved);
    EXPECT_EQ(source.read({SwitchOff{"mechanisms.tactics"}}).resolved,
              source.read({Override{"mechanisms.tactics", "off"}}).resolved);
}

TEST(Change, what_cannot_be_is_refused_as_its_text_would_be) {
    ScenarioSource const source = flagship();
    for (Change const& change :
         {Change(SetNumber{"culture.rivalry", 7}), Change(SetNumber{"culture.rivalri", 0.5}),
          Change(SetNumber{"runs.histories", 1.5}), Change(SwitchOff{"mechanisms.tactic"}),
          Change(SetNumber{"strategies.bundle.interventions.0.from_week", 90}), Change(AddIntervention{offer({}, 1.5)})}) {
        EXPECT_NE(complaint(source, {change}), "");
        EXPECT_EQ(complaint(source, {change}), complaint(source, {as_override(change)}));
    }
}

TEST(Change, a_number_that_the_file_does_not_mention_finds_its_place) {
    ScenarioSource const source = flagship();
    for (double const value : {0.5, 0.25}) {
        expect_the_same(source, {SetNumber{"levers.training.effect", value}, SetNumber{"culture.rivalry", value}});
        expect_the_same(source, {SetNumber{"culture.rivalry", value}});
        expect_the_same(source, {SetNumber{"culture.rivalry", value}, SetNumber{"levers.executive_mandate.effect", value},
                                 SetNumber{"levers.training.effect", value}});
    }
    EXPECT_THAT(complaint(source, {SetNumber{"levers.training.effect", 5}}), HasSubstr("levers.training.effect"));
}

TEST(Change, a_place_that_it_has_is_named) {
    AddIntervention nobody{offer({}, 0.5)};
    nobody.intervention.target.departments = {"Nobody"};
    nobody.intervention.place = {"the third question"};
    EXPECT_THAT(complaint(flagship(), {nobody}), HasSubstr("the third question: no department 'Nobody'"));
}

TEST(Change, the_source_is_read_from_several_threads_at_once) {
    ScenarioSource const source = flagship();
    std::vector<std::string> resolved(64);
    in_parallel(4, resolved.size(), [&](std::size_t k) {
        resolved[k] = source.read({SetNumber{"culture.rivalry", 0.01 * double(k)}}).resolved;
    });
    for (std::size_t k = 0; k < resolved.size(); ++k)
        EXPECT_EQ(resolved[k], source.read({as_override(SetNumber{"culture.rivalry", 0.01 * double(k)})}).resolved);
}

// Whatever a file says of interventions and shocks, their nodes say it again.
TEST(Change, parts_are_written_as_they_were_read) {
    std::size_t interventions = 0;
    for (auto const& entry : fs::directory_iterator(scenarios)) {
        if (entry.path().extension() != ".yaml") continue;
        Scenario const scenario = ScenarioSource(entry.path(), known_plugins()).read();
        std::vector<InterventionSection> all = scenario.interventions;
        for (Strategy const& strategy : scenario.strategies)
            all.insert(all.end(), strategy.interventions.begin(), strategy.interventions.end());
        std::vector<Problem> problems;
        for (InterventionSection const& section : all) {
            std::string const written = to_line(to_node(section));
            auto const read = read_intervention(written, {"test"}, known_plugins(), problems);
            ASSERT_TRUE(read) << written;
            EXPECT_EQ(to_line(to_node(*read)), written);
            EXPECT_EQ(read->target, section.target);
            ++interventions;
        }
        for (ShockSection const& shock : scenario.shocks) {
            auto const read = read_shock(to_line(to_node(shock)), {"test"}, known_plugins(), problems);
            ASSERT_TRUE(read);
            EXPECT_EQ(to_line(to_node(*read)), to_line(to_node(shock)));
        }
        EXPECT_TRUE(problems.empty());
    }
    EXPECT_GT(interventions, 20u);
}

}  // namespace
}  // namespace micropol
