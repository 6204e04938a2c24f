#include "behaviour/table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <limits>

#include "cli/program.h"

namespace micropol::behaviour {
namespace {

constexpr double far = std::numeric_limits<double>::infinity(), nothing = std::numeric_limits<double>::quiet_NaN();

BlockValues never(Study&) { return {}; }

Claim const above_zero{"1", "It rises", never, 0, far, 100, "points"};
Claim const below_zero{"2", "It falls", never, -far, 0};

// Student's t with one degree of freedom is 12.706 at 95 %: the interval of 0.1 and 0.3 is 0.2 ± 12.706 · 0.1.
TEST(Judge, decides_by_the_whole_interval) {
    EXPECT_EQ(judge(above_zero, {0.1, 0.1}).verdict, Verdict::holds);
    EXPECT_EQ(judge(below_zero, {0.1, 0.1}).verdict, Verdict::fails);
    EXPECT_EQ(judge(above_zero, {0.1, 0.3}).verdict, Verdict::open);
    EXPECT_NEAR(judge(above_zero, {0.1, 0.3}).effect.low, 0.2 - 1.2706, 1e-4);
}

TEST(Judge, leaves_out_blocks_with_nothing_to_say) {
    EXPECT_EQ(judge(above_zero, {nothing, 0.1, nothing, 0.1}).effect.blocks, 2u);
    EXPECT_EQ(judge(above_zero, {nothing, 0.1}).verdict, Verdict::open);
    EXPECT_EQ(row_of(judge(above_zero, {nothing, 0.1})), "| 1 | It rises | – points | – to – | open |");
}

class Page : public testing::Test {
  protected:
    void write(std::string const& rows) {
        std::ofstream(page_)
            << "# Cases\n\n| | file |\n|---|---|\n| 1 | a.yaml |\n\n"
               "| | claim | effect | 95 % interval | verdict | what a miss teaches |\n|---|---|---|---|---|---|\n"
            << rows << "\nThe end\n";
    }
    [[nodiscard]] std::string text() const { return cli::content_of(page_); }

    cli::Folder folder_;
    std::filesystem::path page_ = folder_ / "README.md";
    std::vector<Claim> const claims_ = {above_zero, below_zero};
};

TEST_F(Page, with_a_row_for_each_claim_has_no_problems) {
    write("| 1 | It rises | not run yet | | | |\n| 2 | It falls | not run yet | | | |\n");
    EXPECT_THAT(problems_of(page_, claims_), testing::IsEmpty());
}

TEST_F(Page, without_a_row_or_with_one_too_many_says_which) {
    write("| 1 | It rises | not run yet | | | |\n");
    EXPECT_THAT(problems_of(page_, claims_), testing::ElementsAre("row 2 should begin with: | 2 | It falls |"));
    write("| 1 | It rises | | | | |\n| 2 | It falls | | | | |\n| 3 | It stays | | | | |\n");
    EXPECT_THAT(problems_of(page_, claims_), testing::ElementsAre("a row without a claim: | 3 | It stays | | | | |"));
    write("| 2 | It rises | | | | |\n| 2 | It falls | | | | |\n");
    EXPECT_THAT(problems_of(page_, claims_), testing::ElementsAre("row 1 should begin with: | 1 | It rises |"));
}

TEST_F(Page, takes_findings_and_keeps_what_people_wrote) {
    write("| 1 | It rises | not run yet | | | Nothing, so far |\n| 2 | It falls | not run yet | | | |\n");
    update(page_, {judge(claims_[0], {0.125, 0.125})});
    EXPECT_THAT(text(), testing::HasSubstr("\n| 1 | It rises | +12.5 points | +12.5 to +12.5 | holds | Nothing, so far |\n"
                                           "| 2 | It falls | not run yet | | | |\n\nThe end\n"));
    EXPECT_THAT(text(), testing::StartsWith("# Cases\n\n| | file |\n|---|---|\n| 1 | a.yaml |\n"));
    update(page_, {judge(claims_[1], {0.25, 0.25})});
    EXPECT_THAT(text(), testing::HasSubstr("\n| 2 | It falls | +0.250 | +0.250 to +0.250 | fails |  |\n"));
    EXPECT_THAT(problems_of(page_, claims_), testing::IsEmpty());
}

TEST_F(Page, claims_that_share_their_words_keep_their_rows_apart) {
    std::vector<Claim> const same{above_zero, above_zero};
    write("| 1 | It rises | not run yet | | | |\n| 1 | It rises | not run yet | | | |\n");
    std::vector<Finding> const found{judge(same[0], {0.125, 0.125}), judge(same[1], {-0.25, -0.25})};
    EXPECT_EQ(differing(page_, found).size(), 2u);
    update(page_, found);
    EXPECT_THAT(text(), testing::HasSubstr("\n| 1 | It rises | +12.5 points | +12.5 to +12.5 | holds |  |\n"
                                           "| 1 | It rises | -25.0 points | -25.0 to -25.0 | fails |  |\n"));
    EXPECT_THAT(differing(page_, found), testing::IsEmpty());
    EXPECT_EQ(differing(page_, {found[1], found[0]}).size(), 2u);
}

}  // namespace
}  // namespace micropol::behaviour
