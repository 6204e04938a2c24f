#include "scenario/read_scenario.h"

#include <gmock/gmock.h>

#include <fstream>

#include "example.h"
#include "words/german.h"

namespace micropol {
namespace {

TEST(ReadScenario, smallest_has_usual_values) {
    Scenario const scenario = example::parse(example::smallest);
    EXPECT_EQ(scenario.name, "plan");
    ASSERT_EQ(scenario.plan.departments.size(), 2u);
    EXPECT_EQ(scenario.plan.departments[0].name, "Sales");
    EXPECT_EQ(scenario.plan.departments[0].headcount, 40u);
    EXPECT_FALSE(scenario.plan.departments[0].trait[0]);
    EXPECT_EQ(scenario.weeks, 104);
    EXPECT_EQ(scenario.histories, 1024);
    EXPECT_EQ(scenario.seed, 1u);
    EXPECT_EQ(scenario.rule, DecisionRule::committee);
    EXPECT_EQ(scenario.start_stage, Stage::unaware);
    EXPECT_TRUE(scenario.settings.empty());
    EXPECT_TRUE(scenario.mechanisms.empty());
    EXPECT_TRUE(scenario.outcomes.empty());
    EXPECT_TRUE(scenario.organisation_numbers.empty());
    EXPECT_FALSE(scenario.import);
    ASSERT_EQ(scenario.initiatives.size(), 1u);
    for (OrganisationSpec const& spec : organisation_specs())
        EXPECT_EQ(std::get<double>(scenario.plan.*spec.member), spec.parameter.default_value) << spec.parameter.name;
}

TEST(ReadScenario, everything_arrives) {
    Scenario const scenario = example::parse(example::rich);
    EXPECT_EQ(scenario.name, "CRM: who wins?");
    EXPECT_EQ(scenario.question, "Who wins power?\nAnd why?\n");
    EXPECT_EQ(scenario.claim, "Data are power");
    EXPECT_EQ(scenario.plan.name, "Alpstein");
    EXPECT_EQ(scenario.plan.shape, TieShape::ring);
    EXPECT_EQ(std::get<double>(scenario.plan.contacts), 4);
    EXPECT_EQ(std::get<TriangularDistribution>(scenario.plan.trust).mode, 0.4);
    DepartmentPlan const& sales = scenario.plan.departments[0];
    EXPECT_EQ(std::get<double>(sales.relation_substitutability), 0.2);
    EXPECT_EQ(std::get<NormalDistribution>(*sales.tenure_years).sd, 3);
    EXPECT_EQ(std::get<BetaDistribution>(*sales.trait[std::size_t(Trait::data_skill)]).mean, 0.3);
    EXPECT_FALSE(sales.trait[std::size_t(Trait::pay)]);
    ASSERT_EQ(scenario.plan.trust_between_departments.size(), 1u);
    EXPECT_EQ(scenario.plan.trust_between_departments[0].toward, "Märketing & Co. Ltd.");

    std::vector<std::string> numbers;
    for (NamedNumber const& number : scenario.organisation_numbers) numbers.push_back(number.name);
    EXPECT_EQ(numbers,
              (std::vector<std::string>{
                  "organisation.departments.Sales.relation_substitutability", "organisation.departments.Sales.tenure_years",
                  "organisation.departments.Sales.traits.data_skill", "organisation.departments.Sales.traits.career",
                  "organisation.departments.Märketing & Co. Ltd..data_substitutability", "organisation.ties.contacts",
                  "organisation.ties.trust", "organisation.trust.Sales.Märketing & Co. Ltd."}));
    EXPECT_EQ(scenario.organisation_numbers[3].number.source, "survey 2024");

    EXPECT_EQ(scenario.start_stage, Stage::aware);
    EXPECT_EQ(scenario.rule, DecisionRule::marketing);
    EXPECT_EQ(scenario.marketing, "Märketing & Co. Ltd.");
    ASSERT_EQ(scenario.initiatives.size(), 2u);
    EXPECT_EQ(scenario.initiatives[0].numbers[1].name, "start_week");
    EXPECT_TRUE(scenario.initiatives[1].numbers.empty());
    ASSERT_EQ(scenario.settings.size(), 4u);
    EXPECT_EQ(scenario.settings[2].name, "governance.executive_pressure");
    EXPECT_EQ(std::get<ChoiceDistribution>(scenario.settings[2].number.value).weights[1], 0.75);
    EXPECT_EQ(scenario.settings[3].name, "success.substantive");

    ASSERT_EQ(scenario.mechanisms.size(), 2u);
    EXPECT_FALSE(scenario.mechanisms[0].on);
    EXPECT_EQ(scenario.mechanisms[1].parameters[0].name, "susceptibility");
    EXPECT_EQ(scenario.mechanisms[1].parameters[0].number.source, "brown_2024");
    ASSERT_EQ(scenario.interventions.size(), 1u);
    InterventionSection const& training = scenario.interventions[0];
    EXPECT_EQ(training.key, "training");
    EXPECT_EQ(training.from_week, 2);
    EXPECT_EQ(training.until_week, 26);
    EXPECT_EQ(training.target.departments, std::vector<std::string>{"Sales"});
    EXPECT_FALSE(training.when);
    EXPECT_EQ(training.parameters[0].name, "hours");
    EXPECT_EQ(training.parameters.at(1).name, "weekly_cost");
    EXPECT_EQ(std::get<double>(training.parameters[1].number.value), 5);
    ASSERT_EQ(scenario.strategies.size(), 2u);
    EXPECT_EQ(scenario.strategies[0].name, "quick win");
    EXPECT_EQ(scenario.strategies[0].interventions[0].target.levels, (std::vector<int>{1, 2}));
    EXPECT_EQ(scenario.strategies[0].interventions[0].target.people, std::vector<std::string>{"Sales-001"});
    EXPECT_EQ(scenario.strategies[0].interventions[0].until_week, 0);
    EXPECT_EQ(scenario.strategies[0].interventions[0].target.who, Who::all);
    EXPECT_EQ(scenario.strategies[0].interventions[0].target.top.number, 0);
    InterventionSection const& late = scenario.strategies[0].interventions.at(1);
    EXPECT_EQ(late.target.who, Who::losers);
    EXPECT_EQ(late.target.top.number, 3);
    EXPECT_EQ(late.target.top.by, Ranking::reach);
    ASSERT_TRUE(late.when);
    EXPECT_EQ(late.when->outcome, "substantive");
    EXPECT_EQ(late.when->below, 0.2);
    EXPECT_FALSE(late.when->above);
    EXPECT_EQ(late.when->at_week, 26);
    EXPECT_FALSE(late.when->from_week);
    EXPECT_EQ(late.when->for_weeks, 10);
    EXPECT_TRUE(scenario.strategies[1].interventions.empty());
    EXPECT_EQ(scenario.outcomes, std::vector<std::string>{"conflict"});
    EXPECT_EQ(scenario.weeks, 52);
}

TEST(ReadScenario, people_and_ties_can_be_listed) {
    Scenario const scenario = example::parse(R"(micropol: 1
organisation:
  people:
    - {id: ann, department: Sales}
    - {id: bob, department: IT, manager: ann}
  ties: {list: [{from: ann, to: bob, strength: 2, trust: 0.4}], undirected: yes}
transformation:
interventions: [{lever: training, target: IT}]
)");
    ASSERT_TRUE(scenario.import);
    ASSERT_EQ(scenario.import->person_rows.size(), 2u);
    EXPECT_EQ(scenario.import->person_rows[1].fields.at("manager"), "ann");
    EXPECT_EQ(scenario.import->person_rows[1].place.line, 5);
    ASSERT_EQ(scenario.import->tie_rows.size(), 1u);
    EXPECT_EQ(scenario.import->tie_rows[0].strength, 2);
    EXPECT_EQ(scenario.import->tie_rows[0].trust, 0.4);
    EXPECT_TRUE(scenario.import->undirected);
}

class WithFiles : public testing::Test {
  protected:
    void SetUp() override {
        folder_ = std::filesystem::path(testing::TempDir()) /
                  ("scenario_" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
        std::filesystem::create_directories(folder_ / "below");
        std::ofstream(folder_ / "below" / "people.csv") << "id\n1\n";
        std::ofstream(folder_ / "below" / "ties.csv") << "from,to\n";
        std::ofstream(folder_ / "outside.csv") << "id\n";
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    Scenario parse(std::string const& organisation, bool allow_outside = false) const {
        return parse_scenario("micropol: 1\norganisation: " + organisation + "\ntransformation:\n", "plan.yaml",
                              folder_ / "below", example::plugins(), {.overrides = {}, .allow_outside = allow_outside});
    }
    std::string problems(std::string const& organisation) const {
        try {
            (void)parse(organisation);
        } catch (InvalidInput const& invalid) {
            EXPECT_THAT(untranslated(invalid.problems()), testing::IsEmpty());
            return invalid.what();
        }
        return "";
    }
    std::filesystem::path folder_;
};

TEST_F(WithFiles, people_and_ties_are_found_beside_the_scenario) {
    Scenario const scenario = parse("{people: people.csv, ties: ties.csv}");
    EXPECT_EQ(scenario.import->people, folder_ / "below" / "people.csv");
    EXPECT_EQ(scenario.import->ties, std::vector<std::filesystem::path>{folder_ / "below" / "ties.csv"});
    Scenario const longer = parse("{people: {file: people.csv, columns: {id: personnel number}}, ties: [ties.csv, ties.csv]}");
    EXPECT_EQ(longer.import->columns.at("id"), "personnel number");
    EXPECT_EQ(longer.import->ties.size(), 2u);
}

TEST_F(WithFiles, mistakes_with_files) {
    EXPECT_EQ(
        problems("{people: peple.csv}"),
        "plan.yaml:2:24: the file 'peple.csv' does not exist (files are found relative to the scenario); did you mean 'people.csv'?");
    EXPECT_EQ(
        problems("{people: ../outside.csv}"),
        "plan.yaml:2:24: the file '../outside.csv' lies outside the scenario's folder (a scenario reads only what lies beside it or below); "
        "move it there, or allow it with --allow-outside");
    std::filesystem::create_symlink(folder_ / "outside.csv", folder_ / "below" / "link.csv");
    EXPECT_NE(problems("{people: link.csv}").find("lies outside"), std::string::npos);
    EXPECT_EQ(parse("{people: ../outside.csv}", true).import->people, folder_ / "below" / "../outside.csv");
    EXPECT_EQ(problems("{people: .}"), "plan.yaml:2:24: the file '.' is not a file (it is a folder or a device)");
    EXPECT_EQ(problems("{ties: ties.csv}"),
              "plan.yaml:2:15: ties are given, but no people (ties need the people they are between); add 'people'");
    EXPECT_EQ(problems("{people: people.csv, departments: [{name: Sales, headcount: 3}]}"),
              "plan.yaml:2:75: 'headcount' has no place here (the people themselves are given); remove it");
    EXPECT_EQ(
        problems("{people: }"),
        "plan.yaml:2:16: 'people' names nobody (it takes a file or a list); leave it out to generate people from departments");
}

TEST_F(WithFiles, scenario_files) {
    std::filesystem::path const file = folder_ / "below" / "plan.yaml";
    std::ofstream(file) << example::smallest;
    EXPECT_EQ(read_scenario(file, example::plugins()).file, file);
    EXPECT_THROW((void)read_scenario(folder_ / "none.yaml", example::plugins()), InvalidInput);
    EXPECT_THROW((void)read_scenario(folder_, example::plugins()), InvalidInput);
}

}  // namespace
}  // namespace micropol
