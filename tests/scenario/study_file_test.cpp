#include "scenario/study_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <nlohmann/json.hpp>

#include "cli/program.h"
#include "words/german.h"

namespace micropol {
namespace {

using testing::AllOf;
using testing::HasSubstr;

std::string mistakes_in(std::string const& text) {
    cli::Folder const folder;
    std::string const file = folder.write("study.yaml", text);
    try {
        (void)read_study_file(file, false);
    } catch (InvalidInput const& invalid) {
        EXPECT_THAT(untranslated(invalid.problems()), testing::IsEmpty());
        std::string said = invalid.what();
        for (auto at = said.find(file); at != std::string::npos; at = said.find(file)) said.replace(at, file.size(), "F");
        return said;
    }
    return "";
}

TEST(StudyFile, reads_everything) {
    cli::Folder const folder;
    StudyFile const study = read_study_file(folder.write("study.yaml", R"(# a comment first
micropol_study: 1
scenario: company.yaml
question: Why?
claim: Because.
source: assumed
strategy: bundle
against: none
outcomes: [substantive, success]
factors:
  culture.rivalry: {uniform: [0.1, 0.6]}
  governance.rule: [ceo, committee]
design: sobol
rows: 64
second_order: on
histories: 48
seed: 3
fails_when: {outcome: success, above: 0.5}
)"),
                                            false);
    EXPECT_EQ(study.question, "Why?");
    EXPECT_EQ(study.scenario, folder / "company.yaml");
    EXPECT_EQ(study.against->text, "none");
    ASSERT_EQ(study.outcomes.size(), 2u);
    ASSERT_EQ(study.factors.size(), 2u);
    EXPECT_EQ(study.factors[1].place.line, 12);
    EXPECT_EQ(study.size->value, 64);
    EXPECT_TRUE(study.second_order);
    EXPECT_TRUE(study.fails_when->above);
}

TEST(StudyFile, says_every_mistake_at_once_with_its_place) {
    std::string const said = mistakes_in(R"(micropol_study: 1
scenario: company.yaml
qestion: Why?
rows: many
points: 0
second_order: perhaps
outcomes: {a: 1}
fails_when: {below: 1, above: 2}
)");
    EXPECT_THAT(said, AllOf(HasSubstr("F:3:1: unknown key 'qestion'"), HasSubstr("did you mean 'question'?"),
                            HasSubstr("F:4:7: 'rows' must be a whole number"), HasSubstr("F:5:9: 'points' must be"),
                            HasSubstr("F:6:15: 'second_order' must be on or off"), HasSubstr("F:7:11: an outcome must be named"),
                            HasSubstr("F:8:13: 'fails_when' needs either below or above")));
}

TEST(StudyFile, refuses_another_version_a_scenario_elsewhere_and_sizes_twice) {
    EXPECT_THAT(mistakes_in("micropol_study: 2\nscenario: a.yaml\n"), HasSubstr("F:1:17: not a version"));
    EXPECT_THAT(mistakes_in("micropol_study: 1\n"), HasSubstr("'scenario' is missing"));
    EXPECT_THAT(mistakes_in("micropol_study: 1\nscenario: ../../a.yaml\n"), HasSubstr("lies elsewhere"));
    EXPECT_THAT(mistakes_in("micropol_study: 1\nscenario: /etc/passwd\n"), HasSubstr("lies elsewhere"));
    EXPECT_EQ(mistakes_in("micropol_study: 1\nscenario: ../a.yaml\n"), "") << "studies may have a folder of their own";
    EXPECT_THAT(mistakes_in("micropol_study: 1\nscenario: a.yaml\nrows: 3\npoints: 4\n"), HasSubstr("the size is given twice"));
    EXPECT_THAT(mistakes_in("- a list\n"), HasSubstr("is no study"));
    EXPECT_THAT(mistakes_in("micropol_study: [\n"), HasSubstr("F:"));
}

TEST(StudyFile, is_told_from_a_scenario) {
    cli::Folder const folder;
    EXPECT_TRUE(is_study_file(folder.write("a", "# why\n\nmicropol_study: 1\n")));
    EXPECT_FALSE(is_study_file(folder.write("b", "micropol: 1\nmicropol_study: 1\n")));
    EXPECT_FALSE(is_study_file(folder / "missing"));
}

TEST(StudyFile, has_a_schema) {
    auto const schema = nlohmann::json::parse(study_schema());
    EXPECT_EQ(schema["properties"]["design"]["enum"].size(), 7u);
    EXPECT_EQ(schema["additionalProperties"], false);
}

std::string said_of(std::string_view values, std::optional<FieldAt> const& field) {
    std::vector<Problem> problems;
    auto const factor = read_factor("a.b", values, "--factor", field, problems);
    EXPECT_EQ(factor.has_value(), problems.empty());
    return problems.empty() ? "" : to_text(problems.front(), Language::english);
}

TEST(Factor, is_read_in_every_form) {
    std::vector<Problem> problems;
    FieldAt const share{true, false, Unit::share, {0, 1}}, weeks{true, true, Unit::weeks, {1, 500}}, word{};
    auto const read = [&](std::string_view values, FieldAt const& field) {
        return *read_factor("a.b", values, "--factor", field, problems);
    };
    EXPECT_EQ(std::get<UniformDistribution>(std::get<Distribution>(read("0.2..0.8", share).values)).high, 0.8);
    EXPECT_EQ(std::get<UniformDistribution>(std::get<Distribution>(read("{from: 0.2, to: 0.8}", share).values)).low, 0.2);
    EXPECT_EQ(std::get<BetaDistribution>(std::get<Distribution>(read("{beta: [0.2, 0.1]}", share).values)).mean, 0.2);
    EXPECT_EQ(std::get<WholeNumbers>(read("26..104", weeks).values).high, 104);
    EXPECT_EQ(std::get<WholeNumbers>(read("{from: 0, to: 1, whole: yes}", share).values).high, 1);
    EXPECT_EQ(std::get<Words>(read("committee, ceo", word).values), (Words{"committee", "ceo"}));
    EXPECT_EQ(std::get<Words>(read("[on, off]", word).values), (Words{"on", "off"}));
    EXPECT_TRUE(problems.empty());
}

TEST(Factor, refuses_what_is_no_set_of_values) {
    FieldAt const share{true, false, Unit::share, {0, 1}}, weeks{true, true, Unit::weeks, {1, 500}}, word{};
    EXPECT_THAT(said_of("0.3", share), HasSubstr("has one value only"));
    EXPECT_THAT(said_of("0.8..0.2", share), HasSubstr("the low end must lie below"));
    EXPECT_THAT(said_of("0..2", share), HasSubstr("leaves its range"));
    EXPECT_THAT(said_of("a..b", share), HasSubstr("no range of numbers"));
    EXPECT_THAT(said_of("0..1", word), HasSubstr("takes words"));
    EXPECT_THAT(said_of("1.5..3", weeks), HasSubstr("whole numbers"));
    EXPECT_THAT(said_of("{uniform: [2, 3]}", weeks), HasSubstr("write a range: 2..6"));
    EXPECT_THAT(said_of("{unifrom: [0, 1]}", share), HasSubstr("did you mean 'uniform'?"));
    EXPECT_THAT(said_of("{from: 0, too: 1}", share), HasSubstr("did you mean 'to'?"));
    EXPECT_THAT(said_of("on, on", word), HasSubstr("twice"));
    EXPECT_THAT(said_of("[", share), HasSubstr("--factor"));
}

}  // namespace
}  // namespace micropol
