#include "findings/explanation.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "findings/small_explanation.h"
#include "mechanisms/mechanism.h"
#include "report/write.h"
#include "words/text.h"

namespace micropol {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

std::string text_of(Explanation const& explanation, Language language = Language::english) {
    return write_text(findings_of(explanation), {.language = language, .width = 1'000});
}

Explanation only_told() {
    Explanation explanation = small::explanation();
    explanation.why.reset(), explanation.pivotal.reset(), explanation.ledger.reset(), explanation.fork.reset();
    return explanation;
}

// ------------------------------------------------------------------------------------------ every part

TEST(FindingsOfExplanation, name_the_strategy_in_every_heading_of_a_section) {
    for (Section const& section : findings_of(small::explanation()).sections)
        if (!section.subsection) {
            EXPECT_THAT(to_text(section.heading, Language::english), HasSubstr("strategy push"));
        }
}

TEST(FindingsOfExplanation, have_only_the_parts_that_are_there) {
    Document const document = findings_of(only_told());
    ASSERT_EQ(document.sections.size(), 2u);
    EXPECT_EQ(document.sections[0].id, "chronicle");
    EXPECT_EQ(document.sections[1].id, "network");
    EXPECT_TRUE(document.verdict.empty());
}

TEST(FindingsOfExplanation, leave_no_english_over_in_german) {
    for (bool const page : {false, true}) {
        std::string text = page ? write_html({findings_of(small::explanation())}, Language::german, "1.0")
                                : text_of(small::explanation(), Language::german);
        if (page) text = text.substr(text.find("<main"), text.find("<script") - text.find("<main"));
        // What a user has written stays as it is.
        for (std::size_t at = text.find("target=losers"); at != std::string::npos; at = text.find("target=losers"))
            text.erase(at, std::string("target=losers").size());
        for (char const* english :
             {" the ", " of ", " with ", " and ", " is ", "Week", "level", "losers", "training", "executive", "silenced",
              "small department", "no difference", "people", "unknown", "Menschen"})
            EXPECT_THAT(text, Not(HasSubstr(english))) << (page ? "page" : "terminal");
    }
}

TEST(FindingsOfExplanation, say_how_they_treat_names_of_people_who_exist) {
    Explanation explanation = small::explanation();
    explanation.facts.by_person = true, explanation.ledger->groups_hidden = 3;
    EXPECT_THAT(text_of(explanation), HasSubstr("People have pseudonyms, and 3 groups are left out"));
    EXPECT_THAT(write_html({findings_of(explanation)}, Language::english, "1.0"), HasSubstr("3 groups are left out"));
}

TEST(FindingsOfExplanation, leave_names_as_they_are) {
    Explanation explanation = small::explanation();
    explanation.pivotal->people[0].id = "<b>\x1b[2J{0}";
    EXPECT_THAT(text_of(explanation), AllOf(HasSubstr("<b> [2J{0}, level 2"), Not(HasSubstr("\x1b"))));
    EXPECT_THAT(write_html({findings_of(explanation)}, Language::english, "1.0"), HasSubstr("&lt;b&gt; [2J{0}, level 2"));
}

// ------------------------------------------------------------------------------------------ told

TEST(FindingsOfExplanation, say_which_history_is_told_and_count_its_weeks_from_1) {
    EXPECT_THAT(text_of(only_told()),
                AllOf(HasSubstr("A typical history (the median) with strategy push\n"),
                      HasSubstr("History 1.4, the median of 32 simulated histories (possible courses of these 3 weeks): "
                                "Substantive adoption 25 % at week 3."),
                      HasSubstr("Week 1  Sales-1 ("), HasSubstr("Week 3  In the end 25 %"), Not(HasSubstr("Week 4"))));
    Explanation explanation = only_told();
    explanation.told->chosen.which = "named", explanation.facts.strategy = "";
    EXPECT_THAT(text_of(explanation), AllOf(HasSubstr("One history told without a strategy"), HasSubstr("History 1.4 of 32 ")));
    EXPECT_THAT(text_of(only_told(), Language::german), HasSubstr("Ein typischer Verlauf (Median) mit der Strategie push"));
}

TEST(FindingsOfExplanation, count_coalitions_in_the_network_week_by_week) {
    Section const network = findings_of(only_told()).sections[1];
    EXPECT_EQ(network.medium, Medium::page);
    auto const& figure = std::get<Figure>(network.elements.back().what);
    EXPECT_EQ(to_text(figure.description, Language::english),
              "Network of 3 people with 1 tie; at the end 1 coalition, 2 people in them.");
    std::vector<std::string> last;
    for (Phrase const& cell : figure.table.rows.back()) last.push_back(to_text(cell, Language::english));
    EXPECT_THAT(last, testing::ElementsAre("3", "1", "2", "2", "0.200"));
}

// ------------------------------------------------------------------------------------------ why

TEST(FindingsOfExplanation, tell_interventions_and_obstacles_apart) {
    Explanation explanation = small::explanation();
    auto const verdict = [&] { return to_text(findings_of(explanation).verdict.front().text, Language::english); };
    EXPECT_EQ(
        verdict(),
        "Substantive adoption with strategy push: 40 % (30–50); with neither the interventions nor the obstacles examined it "
        "would be 50 % (40–60). Of the obstacles, most is due to hiding of what one knows: ▼ −20 points (−30 to −10). The "
        "interventions examined contribute +12 points together.");
    auto& causes = explanation.why->causes;
    causes.erase(causes.begin());
    EXPECT_THAT(verdict(),
                HasSubstr("The intervention examined, loss compensation (Sales, level 3, losers), contributes ≈ +4 points"));
    causes.erase(causes.begin());
    EXPECT_THAT(verdict(), AllOf(HasSubstr("without the obstacles examined"), Not(HasSubstr("The intervention"))));
    causes = {small::why().causes.front()};
    EXPECT_THAT(verdict(), AllOf(HasSubstr("without the interventions examined"), Not(HasSubstr("obstacles"))));
}

TEST(FindingsOfExplanation, list_causes_by_the_size_of_their_share) {
    std::string const text = text_of(small::explanation());
    EXPECT_THAT(text, testing::ContainsRegex("hiding of what one knows +▼ −20 points"));
    EXPECT_LT(text.find("\n  hiding of"), text.find("\n  executive mandate"));
    EXPECT_LT(text.find("\n  executive mandate"), text.find("\n  mechanism ties"));
}

TEST(FindingsOfExplanation, know_every_cause_in_both_languages) {
    using Kind = CauseName::Kind;
    std::vector<CauseName> names;
    for (std::string const& key : known_causes()) names.push_back({Kind::obstacle, key});
    for (MechanismKind const* kind : mechanism_catalogue())
        if (kind->plugin.key != "levers") names.push_back({Kind::mechanism, std::string(kind->plugin.key)});
    for (CauseName const& one : names) {
        std::string const english = to_text(describe(one), Language::english);
        EXPECT_NE(english, one.key);
        EXPECT_NE(to_text(describe(one), Language::german), english);
    }
}

// ------------------------------------------------------------------------------------------ turned

TEST(FindingsOfExplanation, say_that_nobody_could_have_turned_it_without_a_column_of_zeros) {
    Explanation explanation = small::explanation();
    explanation.pivotal->weeks.clear();
    EXPECT_THAT(text_of(explanation),
                AllOf(HasSubstr("The 1 person asked about could not have turned it alone (0 of 16 histories)."),
                      HasSubstr("▲ +8 points"), Not(HasSubstr("Histories turned"))));
    explanation.pivotal->people[0].flips = small::estimate(0.1, 0.05, 0.2);
    EXPECT_THAT(text_of(explanation),
                AllOf(Not(HasSubstr("asked about")), HasSubstr("Histories turned (95 % interval)"), HasSubstr("10 % (5–20)")));
    for (PivotalPerson& person : explanation.pivotal->people) person.flips = person.change = small::estimate(0, 0, 0);
    EXPECT_THAT(text_of(explanation), AllOf(HasSubstr("asked about"), Not(HasSubstr("won over  "))));
}

TEST(FindingsOfExplanation, say_until_when_it_was_open) {
    Explanation explanation = small::explanation();
    EXPECT_THAT(text_of(explanation), HasSubstr("After 1 week, breaking the strategy off would have turned fewer"));
    explanation.pivotal->decided.reset();
    EXPECT_THAT(text_of(explanation), HasSubstr("matters to the end"));
    explanation.pivotal->decided = 0;
    EXPECT_THAT(text_of(explanation), HasSubstr("In none of these weeks"));
}

TEST(FindingsOfExplanation, say_in_a_sentence_what_would_be_a_table_of_zeros) {
    Explanation explanation = small::explanation();
    EXPECT_THAT(text_of(explanation), AllOf(HasSubstr("Broken off after week"), HasSubstr("Added last")));
    for (PivotalWeek& week : explanation.pivotal->weeks) week.flips = week.change = Estimate{.blocks = 2};
    for (CauseShare& cause : explanation.why->causes) cause.share = cause.alone = Estimate{.blocks = 2};
    EXPECT_THAT(text_of(explanation),
                AllOf(HasSubstr("Breaking the strategy off would have changed nothing"), Not(HasSubstr("Broken off after week")),
                      HasSubstr("None of the causes examined makes a difference"), Not(HasSubstr("most is due to"))));
    explanation.why->causes.back().alone.largest = 0.5;
    EXPECT_THAT(text_of(explanation), Not(HasSubstr("None of the causes"))) << "in one block one of them does";
}

TEST(FindingsOfExplanation, draw_twelve_people_and_show_a_terminal_as_many_unless_in_full) {
    Explanation explanation = small::explanation();
    explanation.pivotal->people.assign(20, explanation.pivotal->people[0]);
    Document const brief = findings_of(explanation), full = findings_of(explanation, Detail::full);
    auto const section = std::ranges::find(brief.sections, "pivotal", &Section::id);
    auto const rows = [](Section const& of) {
        for (Element const& element : of.elements)
            if (auto const* table = std::get_if<Table>(&element.what)) return table->rows.size();
        return std::size_t{0};
    };
    EXPECT_EQ(rows(*section), 12u);
    EXPECT_EQ(rows(*std::ranges::find(full.sections, "pivotal", &Section::id)), 20u);
    auto const& figure = std::get<Figure>(std::next(section)->elements.back().what);
    EXPECT_EQ(figure.table.rows.size(), 20u);
    EXPECT_EQ(std::get<IntervalsFigure>(figure.data).rows.size(), 12u);
}

// ------------------------------------------------------------------------------------------ who loses what

TEST(FindingsOfExplanation, list_those_who_lose_and_nobody_else) {
    std::string const text = text_of(small::explanation());
    EXPECT_THAT(text, AllOf(HasSubstr("Sales, no reports"), testing::ContainsRegex("Sales-1, level 2 +−0.60 +−0.10 +−0.20 "),
                            Not(HasSubstr("Data-1, no"))));
}

TEST(FindingsOfExplanation, say_what_the_smallest_offers_do) {
    std::string const text = text_of(small::explanation());
    EXPECT_THAT(text,
                AllOf(HasSubstr("Failures: 60 % (50–70) of histories, those in which substantive adoption ends below 40 %."),
                      HasSubstr("from 60 % down to 30 %, sought"), HasSubstr("Still failing with it"),
                      testing::ContainsRegex("loss compensation \\(opponents\\) +97 % +20 % \\(10–30\\) +84 "),
                      testing::ContainsRegex("guiding coalition \\(top 10 by opposition\\) +not even in full"),
                      testing::ContainsRegex("Sales-1, level 2 +as it is"), testing::ContainsRegex("all of these +not even")));
}

TEST(FindingsOfExplanation, say_on_a_page_what_offers_change) {
    EXPECT_THAT(write_html({findings_of(small::explanation())}, Language::english, "1.0"), HasSubstr("<td>▼ −40 points"));
}

// No histories fail: there is nothing to bring down.
TEST(FindingsOfExplanation, seek_no_offer_where_nothing_fails) {
    Explanation explanation = small::explanation();
    explanation.ledger->failing = {.share = small::estimate(0, 0, 0.1)};
    explanation.ledger->blocked.reset(), explanation.ledger->blockers.clear();
    EXPECT_THAT(text_of(explanation), AllOf(HasSubstr("Failures: 0 % (0–10)"), HasSubstr("No history fails: there is nothing"),
                                            Not(HasSubstr("was sought")), HasSubstr("Nobody stands against it")));
}

TEST(FindingsOfExplanation, say_of_offers_in_json_what_they_always_said) {
    Ledger const ledger = small::ledger();
    auto const said = [](Relief const& relief) { return to_text(describe(relief, relief.offers.front()), Language::english); };
    EXPECT_EQ(
        said(ledger.failing),
        "loss compensation (opponents): at 97 % of its strength from 60 % to 20 % (10–30); it costs 84 (78–89) thousand euros "
        "more.");
    EXPECT_EQ(said(*ledger.blocked),
              "guiding coalition (top 10 by opposition): even in full it is not enough: from 40 % to 20 % (10–30); it costs 84 "
              "(78–89) thousand euros more.");
    EXPECT_EQ(to_text(describe(small::pivotal().weeks[1], small::substantive), Language::english),
              "broken off in week 1: ▲ +8 points (+6 to +10), 0 % (0–22) of histories turned");
}

// ------------------------------------------------------------------------------------------ otherwise

TEST(FindingsOfExplanation, ask_what_if_in_the_words_of_the_question) {
    EXPECT_THAT(
        text_of(small::explanation()),
        HasSubstr("What if, after 2 weeks: training (target=losers intensity=0.6) is added; executive mandate is dropped; "
                  "budget cut (size=0.5) is added (strategy push)"));
    EXPECT_THAT(
        text_of(small::explanation(), Language::german),
        HasSubstr("Was wäre, wenn (nach 2 Wochen): zusätzlich Schulung (target=losers intensity=0.6); ohne Vorgabe von oben; "
                  "zusätzlich Budgetkürzung (size=0.5)"));
    Explanation explanation = small::explanation();
    explanation.fork->at_week = 0, explanation.fork->then.clear();
    EXPECT_THAT(text_of(explanation), HasSubstr("What if, from the first week on: no change"));
}

TEST(FindingsOfExplanation, say_whether_a_fork_makes_a_difference) {
    Explanation explanation = small::explanation();
    auto const verdict = [&] { return to_text(findings_of(explanation).verdict.back().text, Language::english); };
    EXPECT_THAT(verdict(), HasSubstr("? Substantive adoption: whether it makes a difference is open: ≈ +2 points"));
    for (Estimate& difference : explanation.fork->difference) difference.low = 0.01;
    EXPECT_THAT(verdict(), HasSubstr("Substantive adoption would be higher: ▲ +2 points"));
    for (Estimate& difference : explanation.fork->difference) difference = {};
    EXPECT_THAT(verdict(), HasSubstr("Nothing differs in any outcome of any history."));
    EXPECT_THAT(text_of(explanation), Not(HasSubstr("As it was")));
}

TEST(FindingsOfExplanation, set_both_branches_side_by_side) {
    std::string const text = text_of(small::explanation());
    EXPECT_THAT(text, AllOf(HasSubstr("Week 3  The budget is cut: 50 % of the funding is gone."),
                            testing::ContainsRegex("Transformation takes root +30 % \\(20–40\\) .*no → no|yes → yes"),
                            testing::ContainsRegex("After week  As it was  Otherwise\n  3 +25 % +50 %")));
}

}  // namespace
}  // namespace micropol
