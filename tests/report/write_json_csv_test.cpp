// Comparisons, searches and sweeps for programs, and names that look like something else.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "../findings/examples.h"
#include "base/json.h"
#include "findings/comparison.h"
#include "report/csv.h"
#include "report/write.h"
#include "report/write_csv.h"
#include "report/write_json.h"

namespace micropol {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

TEST(WriteJson, gives_every_number_of_a_comparison) {
    Json const json = Json::parse(write_json(small::comparison()));
    EXPECT_EQ(json.at("best").text(), "a|b");
    Json const& best = json.at("strategies").items().at(0);
    EXPECT_EQ(best.at("outcomes").items().at(1).at("level").at("mean").number(), 20);
    EXPECT_EQ(best.at("beats").at("none").at("mean").number(), 1);
    EXPECT_EQ(json.at("stopped").at("rule").text(), "runs");
    EXPECT_THAT(json.at("verdict").items().at(0).text(), HasSubstr("The best is a|b: Substantive adoption 81 %"));
}

TEST(WriteJson, gives_what_a_search_found_in_words_and_as_yaml) {
    Json const json = Json::parse(write_json(small::optimum({.budget = 25})));
    EXPECT_EQ(json.at("choice").text(), "found_1");
    EXPECT_EQ(json.at("budget").number(), 25);
    EXPECT_TRUE(json.at("least_credibility").is_null());
    EXPECT_EQ(json.at("comparison").at("strategies").size(), 4u);
    EXPECT_NEAR(json.at("optimism").at("difference").at("mean").number(), 0.25, 1e-9);
    Json const& found = json.at("final").items().at(0);
    EXPECT_EQ(found.at("in_words").text(), "champions for those who stand to lose, 0.50, from week 13");
    EXPECT_THAT(found.at("yaml").text(), HasSubstr("strategies:\n  found_1:\n    meaning: Found by"));
}

TEST(WriteJson, gives_every_point_of_a_sweep) {
    Sweep const sweep = small::sweep(Design::sobol);
    Json const json = Json::parse(write_json(sweep));
    EXPECT_EQ(json.at("points").size(), sweep.points.size());
    Json const& first = json.at("responses").items().at(0).at("effects").items().at(0);
    EXPECT_EQ(first.at("path").text(), "culture.rivalry");
    EXPECT_GT(first.at("total").at("value").number(), 0.5);
    EXPECT_EQ(json.at("design").text(), "sobol");
}

TEST(WriteCsv, gives_a_row_for_each_number_or_point) {
    EXPECT_THAT(write_csv(small::comparison()), HasSubstr("\na|b,substantive,best_in_mean,1\n"));
    EXPECT_THAT(write_csv(small::optimum()),
                AllOf(HasSubstr("found_1,substantive,on_front,1\n"), HasSubstr(",substantive,choice,found_1\n")));
    Sweep const sweep = small::sweep(Design::sobol);
    std::string const csv = write_csv(sweep);
    EXPECT_TRUE(csv.starts_with("point,group,culture.rivalry,culture.a|b,governance.rule,substantive\n0,0,"))
        << csv.substr(0, 90);
    EXPECT_EQ(std::size_t(std::ranges::count(csv, '\n')), sweep.points.size() + 1);
}

// Blanks before it, another width, and spreadsheets that begin a cell at every semicolon.
TEST(WriteNames, are_no_formulas_for_any_spreadsheet) {
    EXPECT_EQ(csv_field("=1+1"), "'=1+1");
    EXPECT_EQ(csv_field("  =1+1"), "'  =1+1");
    EXPECT_EQ(csv_field("\t@x"), "' @x");
    EXPECT_EQ(csv_field("＝1＋1"), "'＝1＋1");
    EXPECT_EQ(csv_field("＠x"), "'＠x");
    EXPECT_EQ(csv_field("a;=1+1; -2"), "\"a;'=1+1;' -2\"");
    EXPECT_EQ(csv_field("a;b"), "\"a;b\"");
    EXPECT_EQ(csv_field("a = b - c"), "a = b - c");
}

TEST(WriteNames, stay_names_in_every_format) {
    EXPECT_THAT(write_markdown(findings_of(small::comparison())), AllOf(HasSubstr("a\\|b"), Not(HasSubstr("a|b"))));
    Comparison comparison = small::comparison();
    comparison.standings[0].name = "=1+1", comparison.standings[1].name = "\x1b[31mred";
    EXPECT_THAT(write_csv(comparison), HasSubstr("\n'=1+1,substantive,best_in_mean,1\n"));
    EXPECT_THAT(write_text(findings_of(comparison)), Not(HasSubstr("\x1b")));
    comparison.standings[2].name = "<script>alert(1)</script>";
    EXPECT_THAT(write_html({findings_of(comparison)}, Language::german, "1"),
                AllOf(HasSubstr("&lt;script&gt;alert"), Not(HasSubstr("<script>alert"))));
}

}  // namespace
}  // namespace micropol
