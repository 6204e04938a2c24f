#include "findings/sweep.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <sstream>

#include "examples.h"
#include "findings/sweep_words.h"
#include "in_english.h"
#include "report/write.h"
#include "words/plain_text.h"

namespace micropol {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr double infinity = std::numeric_limits<double>::infinity();

std::vector<std::string> verdict(Sweep const& sweep) { return in_english(verdict_on(sweep)); }

TEST(SweepWords, names_are_as_short_as_they_can_be) {
    EXPECT_THAT(in_english(short_names({{"a.CRM.benefit", {}, {}}, {"a.tool.benefit", {}, {}}, {"culture.rivalry", {}, {}}})),
                ElementsAre("CRM.benefit", "tool.benefit", "rivalry"));
    EXPECT_THAT(in_english(short_names({{"benefit", {}, {}}, {"a.benefit", {}, {}}})), ElementsAre("benefit", "a.benefit"));
}

TEST(SweepWords, limits_are_in_the_units_of_the_factor) {
    Factor const share = small::share_factor("a", 0.1, 0.6), words{"b", Words{"x", "y", "z", "w"}, {}};
    auto const limits = [](Factor const& factor, Range inside, Language language) {
        return to_text(describe(factor, inside), language);
    };
    EXPECT_EQ(limits(share, {-infinity, 0.43}, Language::english), "0.43 or less");
    EXPECT_EQ(limits(share, {0.43, infinity}, Language::english), "0.43 or more");
    EXPECT_EQ(limits(share, {0.2, 0.3}, Language::english), "0.20 to 0.30");
    EXPECT_EQ(limits(words, {0.5, infinity}, Language::english), "y or z or w");
    EXPECT_EQ(limits(share, {-infinity, 0.43}, Language::german), "0,43 oder weniger");
    EXPECT_EQ(limits(share, {0.2, 0.3}, Language::german), "0,20 bis 0,30");
}

// Words that stand in English sentences, too, are left alone.
TEST(SweepWords, names_of_users_stay_as_they_are_in_german) {
    Factor const words{"top.by or less", Words{"one or less", "uniform to"}, {}};
    EXPECT_EQ(to_text(values_of(words), Language::german), "one or less und uniform to");
    EXPECT_EQ(to_text(describe(words, {0, 1}), Language::german), "one or less oder uniform to");
}

TEST(SweepVerdict, says_what_decides_and_where_it_fails) {
    EXPECT_THAT(verdict(small::sweep(Design::morris)).front(),
                AllOf(HasSubstr("What decides Substantive adoption most is rivalry: across its range it moves the result by 50"),
                      HasSubstr("next comes rule")));
    auto const lines = verdict(small::sweep(Design::latin_hypercube));
    EXPECT_THAT(lines.front(), HasSubstr("alone it explains"));
    EXPECT_THAT(lines.back(), AllOf(HasSubstr("At 64 of 256 points"), HasSubstr("rule is committee")));
    EXPECT_THAT(verdict(small::sweep(Design::sobol)).front(), HasSubstr("of what the assumptions do together"));
}

TEST(SweepVerdict, says_that_nothing_can_be_told_from_chance) {
    EXPECT_THAT(verdict(small::sweep(Design::latin_hypercube, 50)).front(),
                HasSubstr("No assumption's effect on Substantive adoption can be told from chance"));
}

Sweep against_none(std::string const& strategy) {
    SweepDefinition definition = small::sweep(Design::latin_hypercube).definition;
    definition.strategy = strategy, definition.against = "";
    SweepValues const values = small::values(
        definition, [](std::vector<double> const& x) { return 0.2 - x[0]; }, 0.01);
    return conclude(small::sweep_facts(), definition, values);
}

TEST(SweepVerdict, says_that_an_outcome_does_not_vary) {
    for (Design const design : {Design::morris, Design::sobol, Design::grid, Design::latin_hypercube, Design::one_at_a_time}) {
        SweepDefinition made = small::sweep(design).definition;
        Sweep const still = conclude(small::sweep_facts(), made, small::values(made, [](auto const&) { return 0.25; }));
        EXPECT_THAT(verdict(still), ElementsAre(HasSubstr("Substantive adoption does not vary: it is 25 % at every point")));
        EXPECT_THAT(headings_of(findings_of(still), Medium::terminal), Not(Contains(HasSubstr("Substantive adoption"))));
    }
}

// With so few rows a share explained alone may be chance, too.
TEST(SweepFindings, mark_first_orders_that_may_be_chance) {
    SweepDefinition few = small::sweep(Design::sobol).definition;
    few.size = 4;
    auto const noise = [](std::vector<double> const& x) { return 0.5 + 0.01 * x[0]; };
    Sweep const vague = conclude(small::sweep_facts(), few, small::values(few, noise, 0.2));
    bool marked = false;
    for (Section const& section : findings_of(vague).sections)
        for (Element const& element : section.elements) {
            Table const* table = std::get_if<Table>(&element.what);
            if (auto const* figure = std::get_if<Figure>(&element.what)) table = &figure->table;
            if (!table) continue;
            auto const alone = std::ranges::find_if(
                table->columns, [](Phrase const& column) { return to_text(column, Language::english) == "Alone"; });
            if (alone == table->columns.end()) continue;
            for (std::string const& cell : column_of(*table, std::size_t(alone - table->columns.begin())))
                marked |= cell.starts_with("≈");
        }
    EXPECT_TRUE(marked);
}

TEST(SweepVerdict, says_against_whom) {
    auto const lines = verdict(against_none("bundle"));
    EXPECT_THAT(lines.front(),
                StartsWith("What decides how far bundle is ahead of none in Substantive adoption most is rivalry"));
    EXPECT_THAT(lines[1], AllOf(StartsWith("On average over the points, how far bundle"), HasSubstr(" is −15 points (")));
    EXPECT_THAT(lines.back(), HasSubstr("bundle does worse than none; this happens above all where rivalry is"));
}

TEST(SweepFindings, show_what_decides_in_every_design) {
    for (std::size_t k = 0; k + 1 < std::size(design_names); ++k) {
        Document const document = findings_of(small::sweep(Design(k)));
        Table const table = table_of(document, "What decides Substantive adoption at week 3");
        EXPECT_THAT(column_of(table, 0), Contains("rivalry")) << design_names[k];
        EXPECT_THAT(column_of(table, 1), Contains("ceo and committee")) << design_names[k];
        EXPECT_EQ(table.intervals.size(), table.rows.size()) << design_names[k];
        EXPECT_EQ(table.columns.size(), table.rows.front().size()) << design_names[k];
        EXPECT_THAT(column_of(table_of(document, "What was varied"), 1),
                    ElementsAre("culture.rivalry", "culture.a|b", "governance.rule"));
    }
}

TEST(SweepFindings, draw_small_curves_on_one_scale) {
    Table const table = table_of(findings_of(small::sweep(Design::latin_hypercube)),
                                 "What decides Substantive adoption at week 3");
    EXPECT_EQ(to_text(table.columns.back(), Language::english), "Result, low to high");
    std::string const rivalry = column_of(table, table.columns.size() - 1).front();
    EXPECT_THAT(rivalry, AllOf(HasSubstr(" █"), HasSubstr("▁ "))) << "falls from the highest to the lowest mean of all";
    std::string const nothing = column_of(table, table.columns.size() - 1).back();
    EXPECT_THAT(nothing, AllOf(Not(HasSubstr("█")), Not(HasSubstr("▁"))));
}

TEST(SweepFindings, mark_what_may_be_chance) {
    Table const table = table_of(findings_of(small::sweep(Design::latin_hypercube, 50)),
                                 "What decides Substantive adoption at week 3");
    EXPECT_THAT(column_of(table, 2), Each(StartsWith("≈ ")));
}

void expect_width(Sweep const& sweep, int width) {
    for (Detail const detail : {Detail::brief, Detail::full})
        for (Language const language : all_languages) {
            std::istringstream lines(write_text(findings_of(sweep, detail), {.language = language, .width = width}));
            for (std::string line; std::getline(lines, line);) EXPECT_LE(columns_of(line), width) << line;
        }
}

TEST(SweepFindings, keep_to_the_width_in_every_design_and_language) {
    for (std::size_t k = 0; k + 1 < std::size(design_names); ++k) expect_width(small::sweep(Design(k)), 80);
    expect_width(against_none("a strategy whose name is rather long"), 60);
}

}  // namespace
}  // namespace micropol
