#include "findings/comparison.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "examples.h"
#include "in_english.h"

namespace micropol {
namespace {

using small::contender;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::vector<std::string> verdict(Comparison const& comparison) { return in_english(verdict_on(comparison)); }

TEST(ComparisonVerdict, names_the_winner) {
    EXPECT_THAT(verdict(small::comparison()),
                ElementsAre("The best is a|b: Substantive adoption 81 %, ahead of doing nothing, the next, by 47 points "
                            "(32–62). It costs 20.0 thousand euros."));
    EXPECT_EQ(
        to_text(verdict_on(small::comparison()).front(), Language::german),
        "Am besten ist a|b: Wirkliche Nutzung 81 %; der Vorsprung vor Nichtstun auf Platz zwei beträgt 47 Punkte (32–62). Die "
        "Kosten betragen 20,0 Tausend Euro.");
}

// Adoption, taking root and value of three strategies: [block] the same in all sixteen histories, and value against none.
Comparison judged(std::vector<std::pair<double, double>> const& value_and_root, std::string_view by = "substantive") {
    static OutcomeKind const value = small::kind("net_value", Unit::money, "Value created minus cost");
    StudyFacts facts = small::facts();
    facts.outcomes = {&small::substantive, &small::cost, &small::success, &value};
    std::vector<Contender> contenders;
    char const* const names[] = {"none", "a", "b", "c"};
    double const adoption[] = {0.25, 0.75, 0.5, 0.375};
    for (std::size_t k = 0; k < value_and_root.size(); ++k) {
        Contender& one = contenders.emplace_back(Contender{names[k], "", {}});
        for (int block = 0; block < 8; ++block) {
            double const luck = (block % 2 == 0 ? 1 : -1) * double(k + 1);
            one.blocks.push_back({Worlds(float(adoption[k] + luck / 100)), Worlds(float(10 * k)),
                                  Worlds(float(block < 8 * value_and_root[k].second)),
                                  Worlds(float(value_and_root[k].first + luck))});
        }
    }
    std::size_t outcome = 0;
    while (facts.outcomes[outcome]->plugin.key != by) ++outcome;
    return compare(facts, contenders, {.outcome = outcome});
}

TEST(ComparisonVerdict, says_first_that_the_first_costs_more_than_it_brings) {
    Comparison const comparison = judged({{0, 0}, {-100, 0.5}, {300, 0.5}, {-50, 0}});
    EXPECT_THAT(verdict(comparison),
                ElementsAre(AllOf(HasSubstr("a comes first in substantive adoption, but it costs more than it brings: "
                                            "100 thousand euros (99–101) less value than doing nothing. "
                                            "What pays is b: 300 thousand euros"),
                                  HasSubstr("By value, doing nothing is better than c.")),
                            HasSubstr("The best is a:")));
    EXPECT_THAT(to_text(verdict_on(comparison).front(), Language::german),
                AllOf(HasSubstr("a liegt bei „Wirkliche Nutzung“ vorn, kostet aber mehr, als es einbringt"),
                      HasSubstr("Es lohnt sich b")));
}

TEST(ComparisonVerdict, says_that_doing_nothing_is_best_where_nothing_pays) {
    EXPECT_THAT(verdict(judged({{0, 0}, {-100, 0.5}, {-300, 0.5}, {-50, 0}})).front(),
                AllOf(HasSubstr("No strategy is known to bring more than it costs."),
                      HasSubstr("By value, doing nothing is better than every strategy.")));
    EXPECT_THAT(verdict(judged({{0, 0}, {-100, 0.5}, {1, 0.5}, {-50, 0}})).front(),
                HasSubstr("No strategy is known to bring more than it costs."));
}

TEST(ComparisonVerdict, keeps_the_winner_in_front_where_criteria_agree) {
    EXPECT_THAT(verdict(judged({{0, 0}, {100, 1}, {-20, 0.5}, {-50, 0}})),
                ElementsAre(HasSubstr("The best is a:"),
                            AllOf(HasSubstr("a brings more than it costs: 100 thousand euros"), Not(HasSubstr("What pays")),
                                  HasSubstr("By value, doing nothing is better than b and c."))));
    EXPECT_THAT(verdict(judged({{0, 0}, {1, 1}, {2, 0.5}, {-50, 0}})),
                ElementsAre(HasSubstr("The best is a:"), HasSubstr("Whether a brings more than it costs is open")));
}

TEST(ComparisonVerdict, says_who_has_more_by_what_was_not_asked_for) {
    EXPECT_THAT(verdict(judged({{0, 0}, {-100, 0}, {300, 1}, {-50, 0}}, "net_value")).front(),
                HasSubstr("Substantive adoption is clearly higher than with b under a."));
    EXPECT_THAT(verdict(judged({{0, 0}, {100, 0}, {90, 1}, {-50, 0}})).front(),
                HasSubstr("Transformation takes root is clearly higher than with a under b."));
}

TEST(ComparisonVerdict, counts_a_lead_from_the_side_that_is_better) {
    EXPECT_THAT(
        verdict(small::comparison({.outcome = 1, .less_is_better = true})),
        ElementsAre("Substantive adoption is clearly higher than with doing nothing under a|b.",
                    "The best is doing nothing: Cost of interventions 0 thousand euros, ahead of pressure, the next, by 10.0 "
                    "(10.0–10.0). It costs 0 thousand euros."));
}

TEST(ComparisonVerdict, says_that_there_is_no_winner) {
    std::vector<Contender> const level{contender("none", {0.25, 0.5, 0.375}, 0), contender("a", {0.375, 0.375, 0.5}, 10)};
    EXPECT_THAT(
        verdict(compare(small::contest_facts(), level, {})),
        ElementsAre("There is no winner: a comes first, but no other strategy can be told apart from it. Cheapest of these "
                    "is doing nothing: 0 thousand euros."));
    std::vector<double> const good{0.75, 0.75, 0.75, 0.875, 0.875, 0.75}, poor{0, 0, 0.125, 0, 0.125, 0};
    std::vector<Contender> const some{contender("none", good, 0), contender("a", good, 10), contender("poor", poor, 5)};
    EXPECT_THAT(verdict(compare(small::contest_facts(), some, {})).front(),
                HasSubstr("no single winner: doing nothing comes first, but a cannot be told apart from it."));
    std::vector<Contender> const one{contender("none", {0.25}, 0), contender("a", {0.5}, 0)};
    EXPECT_THAT(verdict(compare(small::contest_facts(), one, {})), ElementsAre(HasSubstr("One block has no interval")));
}

TEST(ComparisonVerdict, says_which_rule_stopped) {
    Comparison comparison = small::comparison();
    comparison.stopped = {.rule = Stopped::Rule::selected, .met = true, .aim = 0.02, .selected = "a|b"};
    EXPECT_THAT(verdict(comparison).back(), AllOf(HasSubstr("64 histories of each strategy: selected a|b"),
                                                  HasSubstr("by at least 2 points"), HasSubstr("Kim & Nelson 2001")));
    comparison.stopped = {.rule = Stopped::Rule::narrow, .met = false, .aim = 0.035};
    EXPECT_THAT(verdict(comparison).back(), HasSubstr("narrower than 3.5 points."));
}

TEST(ComparisonFindings, compare_with_the_best_and_with_none) {
    Document const document = findings_of(small::comparison());
    Table const criterion = table_of(document, "Substantive adoption at week 3");
    EXPECT_THAT(column_of(criterion, 0), ElementsAre("a|b", "none", "pressure"));
    EXPECT_THAT(column_of(criterion, 2), ElementsAre("best", HasSubstr("▼ −47 points"), HasSubstr("▼ −47 points")));
    ASSERT_EQ(criterion.intervals.size(), 3u);
    EXPECT_NEAR(criterion.intervals[2].mean, -0.46875, 1e-9);
    EXPECT_THAT(column_of(table_of(document, "What comes with it"), 1), ElementsAre("20.0 ▲", "0", "10.0 ▲"));
    EXPECT_THAT(column_of(table_of(document, "How safe the choice is"), 2),
                ElementsAre(HasSubstr("100 %"), "", HasSubstr("25 %")));
}

// The page draws the difference to none of the criterion, and cost against the criterion.
TEST(ComparisonFindings, draw_the_outcome_that_they_name) {
    Document const document = findings_of(small::comparison());
    std::vector<Figure> figures;
    for (Section const& section : document.sections)
        for (Element const& element : section.elements)
            if (auto const* figure = std::get_if<Figure>(&element.what)) figures.push_back(*figure);
    ASSERT_EQ(figures.size(), 2u);
    auto const& rows = std::get<IntervalsFigure>(figures[0].data).rows;
    ASSERT_EQ(rows.size(), 2u) << "not none itself";
    EXPECT_NEAR(rows[0].value.mean, 0.46875, 1e-9);
    EXPECT_EQ(rows[0].sign, 1);
    EXPECT_EQ(rows[1].sign, 0);
    auto const& points = std::get<ScatterFigure>(figures[1].data).points;
    ASSERT_EQ(points.size(), 3u);
    EXPECT_EQ(points[0].x.mean, 20);
    EXPECT_NEAR(points[0].y.mean, 0.8125, 1e-9);
    EXPECT_TRUE(points[0].best && !points[1].best);
    EXPECT_THAT(headings_of(document, Medium::page), Contains("Substantive adoption against cost"));
}

TEST(ComparisonFindings, say_that_few_blocks_are_few) {
    auto const opening_with = [](std::size_t blocks) {
        std::vector<double> const values(blocks, 0.5);
        Document const document = findings_of(
            compare(small::contest_facts(), {contender("none", values, 0), contender("a", values, 1)}, {}));
        std::vector<std::string> said;
        for (Paragraph const& line : document.opening) said.push_back(to_text(line.text, Language::english));
        return said;
    };
    auto const warning = [](int blocks) { return HasSubstr("rest on " + std::to_string(blocks) + " observations only"); };
    EXPECT_THAT(opening_with(7), Contains(warning(7)));
    EXPECT_THAT(opening_with(2), Contains(warning(2)));
    EXPECT_THAT(opening_with(8), Not(Contains(HasSubstr("observations only"))));
    EXPECT_THAT(opening_with(1), Not(Contains(HasSubstr("observations only")))) << "there the verdict says that there is none";
}

TEST(ComparisonFindings, have_duels_and_every_outcome_where_asked) {
    EXPECT_THAT(headings_of(findings_of(small::comparison()), Medium::terminal),
                ElementsAre("Substantive adoption at week 3", "What comes with it", "How safe the choice is"));
    Document const full = findings_of(small::comparison(), Detail::full);
    EXPECT_THAT(
        headings_of(full, Medium::terminal),
        ElementsAre("Substantive adoption at week 3", "What comes with it", "How safe the choice is", "Strategies in pairs",
                    "Substantive adoption at week 3", "Cost of interventions at week 3, thousand euros"));
    EXPECT_THAT(column_of(table_of(full, "Strategies in pairs"), 0), ElementsAre("1 a|b", "2 none", "3 pressure"));
    EXPECT_THAT(column_of(table_of(full, "Strategies in pairs"), 2), ElementsAre("100 %", "", "25 %"));
}

TEST(ComparisonFindings, say_how_much_common_random_numbers_save) {
    std::vector<std::string> closing;
    for (Paragraph const& line : findings_of(small::comparison()).closing)
        closing.push_back(to_text(line.text, Language::english));
    EXPECT_THAT(closing,
                Contains(AllOf(HasSubstr("common random numbers"), HasSubstr("times their variance"), Not(HasSubstr("inf")))));
    EXPECT_THAT(closing, Contains(HasSubstr("all 3 pairs of strategies together")));
}

}  // namespace
}  // namespace micropol
