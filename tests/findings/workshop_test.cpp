// What is said of workshops, made by hand.

#include "findings/workshop.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/json.h"
#include "report/write.h"
#include "report/write_csv.h"
#include "report/write_json.h"
#include "study/small_contest.h"

namespace micropol {
namespace {

using testing::HasSubstr;
using testing::Not;

std::vector<double> around(double mean) { return {mean - 0.01, mean, mean + 0.01, mean}; }

// Adoption of 50 % under `chosen`, 40 % under the other of the two.
Preference preferring(std::string const& chosen) {
    StudyFacts facts = small::contest_facts();
    facts.outcomes = {&small::substantive};
    std::vector<Contender> contenders{small::contender("none", around(0.2), 0)};
    for (char const* name : {"teach", "demand"}) {
        Contender& one = contenders.emplace_back(small::contender(name, around(name == chosen ? 0.5 : 0.4), 0));
        for (auto& block : one.blocks) block.resize(1);
    }
    for (auto& block : contenders.front().blocks) block.resize(1);
    return {compare(facts, contenders, {0, false})};
}

Belief in_bin(std::size_t bin) {
    Belief belief{std::vector<double>(Questions::bins, 0.0)};
    belief.shares[bin] = 1;
    return belief;
}

Workshop workshop(std::string const& ben_chooses) {
    Workshop made;
    made.facts = small::contest_facts(), made.outcome = &small::substantive, made.blocks = 4;
    made.questions.title = "A firm";
    for (char const* path : {"culture.rivalry", "mechanisms.attitude.reactance", "levers.learning.burden"})
        made.questions.assumptions.push_back({.path = path,
                                              .meaning = "stake of belonging to the guiding coalition",
                                              .unit = Unit::share,
                                              .plausible = {0, 1},
                                              .range = {0, 1},
                                              .usual = 0.5,
                                              .grade = "assumed",
                                              .source = "assumed"});
    made.questions.levers = {"training", "coaching"};
    Stance anna{{in_bin(1), in_bin(4), std::nullopt}, {3, 0}, preferring("teach")},
        ben{{in_bin(8), std::nullopt, std::nullopt}, {1, 0}, preferring(ben_chooses)};
    made.participants = {{"Anna", 1, anna, {}}, {"Ben <b>", 2, ben, Stance{anna.beliefs, {0, 0}, preferring("teach")}}};
    made.opinions = {{{0, 1}, 0.15, 0.5, 0.85}, {{0}, 0.45, 0.45, 0.45}, {}};
    made.pool = pool_of(std::vector{anna.beliefs, ben.beliefs});
    made.pooled = made.without = preferring("teach");
    made.dots = {4, 0};
    if (ben_chooses == "teach") return made;
    auto const change = [](double mean) { return Estimate{.mean = mean, .low = mean - 0.02, .high = mean + 0.02, .blocks = 4}; };
    made.disagreements.push_back({.one = {{0}, "teach", change(0.1)},
                                  .other = {{1}, "demand", change(-0.1)},
                                  .causes = {{0, change(-0.16), 0.8}, {1, change(-0.04), 0.2}},
                                  .total = change(-0.2),
                                  .exact = true,
                                  .clear = true});
    return made;
}

TEST(WorkshopFindings, the_same_choice_is_the_headline) {
    std::string const text = write_text(findings_of(workshop("teach")));
    EXPECT_THAT(text, HasSubstr("All 2 would choose the same, whatever else they believe: teach."));
    EXPECT_THAT(text, Not(HasSubstr("divided")));
    EXPECT_THAT(text, HasSubstr("1 of 3 assumptions was touched by nobody"));
}

// A headline of what all would choose would say more than is known where nobody's choice is beyond chance.
TEST(WorkshopFindings, the_same_choice_within_chance_is_said_to_be_open) {
    Workshop made = workshop("teach");
    for (Participant& one : made.participants)
        for (Standing& standing : one.stance.choice.comparison.standings) standing.level_with_best = true;
    std::string const text = write_text(findings_of(made), {.width = 200});
    EXPECT_THAT(text, HasSubstr("Under the answers of all 2 the same comes first, but under none of them beyond chance: teach."));
    EXPECT_THAT(text, Not(HasSubstr("All 2 would")));
    EXPECT_THAT(write_text(findings_of(made), {.language = Language::german, .width = 200}), HasSubstr("bei niemandem sicher"));
}

// With a posterior, what nobody answers is as the evidence leaves it, and that is said.
TEST(WorkshopFindings, what_evidence_leaves_stands_beside_what_was_believed) {
    Workshop made = workshop("demand");
    std::string const before = write_text(findings_of(made), {.width = 200});
    made.learned = {0.7, std::nullopt, std::nullopt};
    std::string const text = write_text(findings_of(made), {.width = 200});
    EXPECT_THAT(before, Not(HasSubstr("evidence")));
    for (char const* part : {"After the evidence", "0.7", "nobody: as the evidence leaves it", "there the evidence alone speaks",
                             "An answer takes its place"})
        EXPECT_THAT(text, HasSubstr(part));
    EXPECT_THAT(text, Not(HasSubstr("the scenario alone speaks")));
    EXPECT_THAT(write_json(made), HasSubstr("\"learned\": 0.7"));
    EXPECT_THAT(write_text(findings_of(made), {.language = Language::german, .width = 200}), Not(HasSubstr("evidence")));
}

TEST(WorkshopFindings, a_disagreement_names_its_two_answers) {
    std::string const text = write_text(findings_of(workshop("demand")), {.width = 200});
    EXPECT_THAT(text, HasSubstr("They would not choose the same: Anna for teach; Ben <b> for demand."));
    EXPECT_THAT(text, HasSubstr("Anna and Ben <b> are divided by their answers on rivalry and reactance"));
    EXPECT_THAT(text, HasSubstr("What moved between the rounds"));
    EXPECT_THAT(text, HasSubstr("rivalry: stake of belonging to the guiding coalition"));  // what it means, in words
    std::string const german = write_text(findings_of(workshop("demand")), {.language = Language::german, .width = 200});
    EXPECT_THAT(german, HasSubstr("Anna"));
    EXPECT_THAT(german, Not(HasSubstr("What ")));
    EXPECT_THAT(german, Not(HasSubstr("choose")));
}

TEST(WorkshopFindings, of_a_total_within_chance_no_share_is_named) {
    Workshop made = workshop("demand");
    made.disagreements[0].total = {.mean = -0.01, .low = -0.05, .high = 0.03, .blocks = 4};
    for (auto& cause : made.disagreements[0].causes) cause.share.reset();
    std::string const text = write_text(findings_of(made), {.width = 300});
    EXPECT_THAT(text, HasSubstr("so that no share of it can be named"));
    EXPECT_THAT(text, HasSubstr("that is within chance, so that no share of it is given to any of them"));
    EXPECT_THAT(text, Not(HasSubstr("Share")));
    EXPECT_THAT(write_text(findings_of(made), {.language = Language::german, .width = 300}), HasSubstr("kann Zufall sein"));
    EXPECT_THAT(write_json(made), HasSubstr("\"share\": null"));
    EXPECT_THAT(write_csv(made), Not(HasSubstr(",share,")));
}

TEST(WorkshopFindings, a_difference_within_chance_is_said_to_be_one) {
    Workshop made = workshop("demand");
    made.disagreements.front().clear = false;
    for (auto& cause : made.disagreements.front().causes) cause.change.high = 0.01;
    std::string const text = write_text(findings_of(made), {.width = 200});
    EXPECT_THAT(text, HasSubstr("no single answer makes the difference beyond chance"));
    EXPECT_THAT(text, HasSubstr("the two choices cannot be told apart"));
}

TEST(WorkshopFindings, names_are_text_on_a_page_and_in_tables) {
    Workshop made = workshop("demand");
    made.participants[0].name = "=1+1";
    EXPECT_THAT(write_html({findings_of(made)}, Language::english, "0"), Not(HasSubstr("Ben <b>")));
    EXPECT_THAT(write_csv(made), Not(HasSubstr(",=1+1")));
    Json const json = Json::parse(write_json(made));
    EXPECT_EQ(json.at("participants").items()[1].at("name").text(), "Ben <b>");
    EXPECT_EQ(json.at("disagreements").items()[0].at("main_causes").items()[0].text(), "culture.rivalry");
    EXPECT_FALSE(json.at("all_agree").boolean());
}

TEST(WorkshopFindings, chips_are_drawn_in_a_line) {
    EXPECT_EQ(drawn_in_a_line(Belief{{0, 0, 0.1, 0.3, 0.4, 0.2, 0, 0, 0, 0}}), "▁▁▃▇█▅▁▁▁▁");
}

}  // namespace
}  // namespace micropol
