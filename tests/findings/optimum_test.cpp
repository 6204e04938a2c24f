#include "findings/optimum.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "examples.h"
#include "findings/bundle.h"
#include "in_english.h"

namespace micropol {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

TEST(Optimum, names_what_was_found_around_names_in_use) {
    Optimum const optimum = small::optimum();
    EXPECT_EQ(optimum.found[0].name, "found_1");
    EXPECT_EQ(optimum.found[1].name, "found_3");
}

TEST(Optimum, says_how_much_of_the_promise_was_luck) {
    Optimism const optimism = small::optimum().optimism.value();
    EXPECT_NEAR(optimism.promised.mean, 0.5, 1e-9);
    EXPECT_NEAR(optimism.kept.mean, 0.25, 1e-9);
    EXPECT_NEAR(optimism.difference.mean, 0.25, 1e-9);
    EXPECT_LT(optimism.difference.low, optimism.difference.mean);
}

TEST(Optimum, has_on_its_front_what_keeps_the_limits_and_nobody_beats_for_less) {
    auto const on_front = [](Optimum const& optimum) {
        std::vector<std::string> names;
        for (std::size_t k = 0; k < optimum.prospects.size(); ++k)
            if (optimum.prospects[k].on_front) names.push_back(optimum.comparison.standings[k].name);
        return names;
    };
    EXPECT_THAT(on_front(small::optimum()), ElementsAre("found_1", "found_3", "none"));
    EXPECT_THAT(on_front(small::optimum({.budget = 15})), ElementsAre("found_3", "none"));
}

TEST(Optimum, needs_credibility_for_a_limit_of_it) {
    EXPECT_THROW((void)small::optimum({.least_credibility = 0.2}), std::invalid_argument);
}

TEST(BundleInWords, says_what_for_whom_how_strongly_and_when) {
    Bundle const bundle{{0, 1, 0.5, 13, 26}, {1, 0, 1, 0, 13}};
    EXPECT_EQ(to_text(describe(small::search_space(), bundle), Language::english),
              "champions for those who stand to lose, 0.50, from week 13; quick win for everyone, 1.00, until week 13");
    EXPECT_EQ(
        to_text(describe(small::search_space(), bundle), Language::german),
        "Champions für Beschäftigte, die zu verlieren haben, Intensität 0,50, ab Woche 13; Schneller Erfolg für alle, Intensität "
        "1,00, bis Woche 13");
}

TEST(BundleInWords, narrows_down_whom_it_is_for) {
    SearchSpace made = small::search_space();
    made.targets[1].who = Who::opponents;
    made.targets[1].departments = {"Sales", "top by night"}, made.targets[1].levels = {3}, made.targets[1].people = {"ann"};
    made.targets[1].top = {.number = 12, .by = Ranking::power};
    EXPECT_EQ(
        to_text(describe(made, {{0, 1, 0.5, 4, 20}}), Language::english),
        "champions for the 12 most powerful of opponents in Sales, top by night and level 3 among 1 named person, 0.50, weeks 4 "
        "to 19");
    made.targets[1] = {};
    made.targets[1].departments = {"Sales"};
    EXPECT_EQ(to_text(describe(made, {{0, 1, 0.5, 0, 26}}), Language::german),
              "Champions für Sales, Intensität 0,50, durchgehend");
}

TEST(OptimumVerdict, says_whether_the_choice_stood) {
    Optimum optimum = small::optimum();
    auto const first = [&] { return in_english(verdict_on(optimum)).front(); };
    EXPECT_EQ(first(),
              "The search's choice is found_1: Substantive adoption 59 % (42–75), cost 20.0 thousand euros. It is better "
              "than all others in the final that keep the limits.");
    optimum.prospects[1].against_choice = {.mean = -0.01, .low = -0.1, .high = 0.08};
    EXPECT_THAT(first(), HasSubstr("found_3 cannot be told apart from it. Cheapest of these is found_3: 10.0 thousand euros."));
    optimum.prospects[1].against_choice = {.mean = 0.1, .low = 0.02, .high = 0.18};
    EXPECT_THAT(first(), HasSubstr("It did not stand: found_3 is better on fresh chance."));
    optimum.comparison.criterion.less_is_better = true;
    EXPECT_THAT(first(), HasSubstr("It did not stand: doing nothing and poor are better on fresh chance."));
    EXPECT_THAT(in_english(verdict_on(small::optimum({.budget = 15}))).front(), HasSubstr("On fresh chance it breaks a limit."));
}

TEST(OptimumVerdict, says_how_much_was_luck) {
    EXPECT_EQ(
        in_english(verdict_on(small::optimum())).back(),
        "More than none by +50 points (+42 to +58) in the search and +25 points (+17 to +33) on fresh chance: the search was too "
        "hopeful by +25 points (+14 to +36).");
}

TEST(OptimumVerdict, says_that_nothing_keeps_the_limits) {
    Optimum optimum = small::optimum();
    optimum.choice.reset(), optimum.optimism.reset();
    EXPECT_THAT(in_english(verdict_on(optimum)), ElementsAre(HasSubstr("Nothing that was tried surely keeps the limits")));
}

TEST(OptimumFindings, show_the_front_cheapest_first) {
    Document const document = findings_of(small::optimum({.budget = 15}));
    Table const front = table_of(document, "Substantive adoption at week 3, against cost");
    EXPECT_THAT(column_of(front, 0), ElementsAre("o none", "2 found_3", "1 found_1", "a poor"));
    EXPECT_THAT(column_of(front, 1), ElementsAre("◆", "◆", "✗", "✗"));
    EXPECT_THAT(to_text(front.note, Language::english), HasSubstr("✗ breaks a limit"));
}

// What is on the front covers what is not.
TEST(OptimumFindings, draw_the_front_last) {
    Document const document = findings_of(small::optimum());
    auto const& figure = std::get<Figure>(document.sections.front().elements.back().what);
    auto const& scatter = std::get<ScatterFigure>(figure.data);
    std::string marks;
    for (ScatterFigure::Point const& point : scatter.points) marks += point.mark;
    EXPECT_EQ(marks, "ao21");
    EXPECT_TRUE(figure.in_terminal);
}

TEST(OptimumFindings, give_yaml_of_the_choice_or_of_all) {
    auto const yaml = [](Document const& document) {
        return std::get<Code>(document.sections.back().elements.front().what).text;
    };
    EXPECT_THAT(yaml(findings_of(small::optimum())),
                AllOf(HasSubstr("strategies:\n  found_1:\n"), testing::Not(HasSubstr("found_3"))));
    EXPECT_THAT(yaml(findings_of(small::optimum(), Detail::full)), HasSubstr("  found_3:\n"));
    std::string opening = to_text(findings_of(small::optimum()).opening.front().text, Language::english);
    EXPECT_THAT(opening, AllOf(HasSubstr("Searched: 2 levers, at most 4 in a bundle"), HasSubstr("after 0, 13, 26 weeks;"),
                               HasSubstr("There are no limits. 4 strategies tried in 9 generations and 1,700 blocks")));
}

}  // namespace
}  // namespace micropol
