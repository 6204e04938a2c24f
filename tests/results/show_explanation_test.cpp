#include "results/show_explanation.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "results/chronicle_words.h"
#include "results/explanation_account.h"
#include "study/small_study.h"

namespace micropol {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

Explanation hostile() {
    Explanation explanation;
    explanation.facts = small::facts();
    explanation.blocks = 2, explanation.outcome = 1;
    Portrait const person{0, "<script>\x1b[2J", "Sales", 2, 3.5f, 1, false};
    Told told;
    told.chosen = {"worst", 1, 4, 0.25};
    told.chronicle.push_back({2, moment::PersonLeaves{person, 3}, 1});
    told.network.people.push_back({"<script>", "Sales", 0});
    explanation.told = told;
    return explanation;
}

TEST(ShowExplanation, NamesStayNames) {
    std::string const text = show(hostile(), Format::text), markdown = show(hostile(), Format::markdown);
    EXPECT_THAT(text, AllOf(HasSubstr("Week 2"), Not(HasSubstr("\x1b"))));
    EXPECT_THAT(markdown, AllOf(HasSubstr("\\<script\\>"), Not(HasSubstr(" <script>"))));
    EXPECT_EQ(nlohmann::json::parse(show(hostile(), Format::json))["told"]["network"]["people"][0]["id"], "<script>");
    EXPECT_THROW((void)show(hostile(), Format::csv), std::invalid_argument);
}

TEST(ShowExplanation, SaysWhichHistoryItIs) {
    EXPECT_THAT(show(hostile(), Format::text), HasSubstr("History 1.4, the worst of 32: Substantive adoption 25 % at week 3."));
    Explanation explanation = hostile();
    explanation.told->chosen.which = "named";
    EXPECT_THAT(show(explanation, Format::text), HasSubstr("History 1.4, told"));
}

TEST(ShowExplanation, HasOnlyThePartsThatAreThere) {
    Explanation explanation = hostile();
    explanation.told.reset();
    EXPECT_THAT(show(explanation, Format::text), Not(HasSubstr("told")));
    auto const json = nlohmann::json::parse(show(explanation, Format::json));
    EXPECT_FALSE(json.contains("told"));
    EXPECT_FALSE(json.contains("fork"));
}

std::string words(auto what) { return in_words(Moment{3, what, 1}, small::facts(), Language::english); }

TEST(ChronicleInWords, GivesReasonsAPersonWouldGive) {
    Portrait const person{0, "Sales-3", "Sales", 8, 2.14f, 4, false};
    Motive motive;
    motive.felt = {-0.02f, 0.0f, -0.2f, 0.0f, 0.05f};
    motive.stake = -0.42f, motive.rent = 0.8f, motive.data_share = 0.1f, motive.tactic = Tactic::hide;
    motive.worth = {0.5f, 0.1f, 0.2f, 0.3f, 0.61f, 0.2f, 0.0f};
    EXPECT_EQ(
        words(moment::PersonTurns{EventKind::starts_hiding, person, motive}),
        "Sales-3 (leads 8 people, 2.1 times the average power) begins to keep what they know to themselves: they see more to "
        "lose than to win, most of it standing (stake −0.42), and what they control through relationships is 80 % above the "
        "average. Hiding what they know is worth more to them than just working (0.61 against 0.50).");
    motive.worth[4] = 0.52f;
    EXPECT_THAT(words(moment::PersonTurns{EventKind::starts_hiding, person, motive}),
                HasSubstr("worth as much to them as just working (0.52 against 0.50), so that chance had a say"));
    motive.attitude = -0.3f, motive.voiced = 0.2f;
    EXPECT_THAT(words(moment::PersonTurns{EventKind::starts_lip_service, person, motive}),
                HasSubstr("begins to say what is wanted: voiced 0.20, thought −0.30"));
}

TEST(ChronicleInWords, SaysHowAVoteWent) {
    moment::Decision decision;
    decision.rule = DecisionRule::committee;
    decision.in_favour = 0.48f, decision.momentum_before = 0.75f, decision.momentum_after = 0.69f;
    decision.against_since = 1, decision.in_favour_since = 3;
    decision.tipped = {"A", "B"}, decision.tipped_in_all = 2;
    EXPECT_EQ(words(decision),
              "The committee decides against it, with 48 % of the voting weight in favour, after 3 decisions in favour and one "
              "against; funding and attention fall from 75 % to 69 % of the full. Either of A and B could have turned it.");
    decision.stopped = true;
    EXPECT_THAT(words(decision), HasSubstr("the transformation is stopped"));
}

TEST(ChronicleInWords, SaysThroughWhomWordSpread) {
    Portrait const bob{9, "Bob", "Young", 0, 1.5f, 2, false}, norm{14, "Norm", "Old", 0, 1.2f, 3, false};
    moment::WordSpreads word;
    word.knows = 0.54f, word.learned = 11, word.from_contacts = 10;
    word.through = {{bob, 4}, {norm, 3}};
    word.last_department = "Spanish", word.last_week = 5, word.last_through = bob;
    EXPECT_EQ(
        words(word),
        "By now 54 % know of the change. Of the 11 people who learned of it, 10 had a contact who knew: Bob was such a contact "
        "for 4 and Norm for 3. The last department that it reached was Spanish, in week 5, where Bob was such a contact.");
}

TEST(ForkInWords, SaysWhenItIsOpen) {
    Explanation explanation = hostile();
    Fork fork;
    fork.at_week = 2, fork.then = {"add training"};
    for (std::size_t k = 0; k < explanation.facts.outcomes.size(); ++k) {
        fork.as_it_was.push_back({.mean = 0.3, .low = 0.2, .high = 0.4, .smallest = 0, .largest = 1, .blocks = 2});
        fork.otherwise.push_back({.mean = 0.32, .low = 0.2, .high = 0.4, .smallest = 0, .largest = 1, .blocks = 2});
        fork.difference.push_back({.mean = 0.02, .low = -0.05, .high = 0.09, .smallest = -1, .largest = 1, .blocks = 2});
    }
    explanation.fork = fork;
    EXPECT_THAT(show(explanation, Format::text),
                AllOf(HasSubstr("What if, from week 2 on: add training"), HasSubstr("whether it makes a difference is open")));
    for (Estimate& difference : explanation.fork->difference) difference.low = 0.01;
    EXPECT_THAT(show(explanation, Format::text), HasSubstr("Substantive adoption would be higher"));
}

}  // namespace
}  // namespace micropol
