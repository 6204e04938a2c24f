#include "behaviour/people.h"

#include <gtest/gtest.h>

#include <cmath>

namespace micropol::behaviour {
namespace {

constexpr float in_earnest = float(Stage::substantive), for_show = float(Stage::symbolic), on_trial = float(Stage::trial);

// Two superiors, 0 and 1, with four reports each: 2 to 5 and 6 to 9. Doctors are 10 and 11.
class Ward : public testing::Test {
  protected:
    Ward() {
        organisation_.departments = {{"Nurses"}, {"Doctors"}};
        organisation_.department.assign(12, 0);
        organisation_.department[10] = organisation_.department[11] = 1;
        organisation_.level.assign(12, 0);
        organisation_.level[0] = organisation_.level[1] = 1;
        organisation_.manager.assign(12, nobody);
        for (std::uint32_t i = 2; i < 10; ++i) organisation_.manager[i] = i < 6 ? 0 : 1;
        know({});
    }

    void know(std::vector<std::pair<std::uint32_t, std::uint32_t>> const& pairs) {
        std::vector<Tie> list;
        for (auto const& [i, j] : pairs) list.push_back({i, j, 0.5f, 0.5f, false});
        organisation_.ties = build_ties(12, list, 1);
    }
    [[nodiscard]] People people() const { return {organisation_, stage_, present_}; }

    Organisation organisation_;
    std::vector<Worlds> stage_ = std::vector<Worlds>(12, Worlds(on_trial)), present_ = std::vector<Worlds>(12, Worlds(1.0f));
};

TEST_F(Ward, counts_users_of_a_department_among_those_there) {
    stage_[2] = in_earnest;
    stage_[3] = for_show;
    stage_[10] = in_earnest;
    EXPECT_DOUBLE_EQ(share_of_users(people(), "Nurses", Use::in_earnest), 0.1);
    EXPECT_DOUBLE_EQ(share_of_users(people(), "Nurses", Use::any), 0.2);
    present_[2] = 0.0f;
    EXPECT_DOUBLE_EQ(share_of_users(people(), "Nurses", Use::any), 1.0 / 9);
}

// Nurses 2, 3 and 4 know one doctor each and do not log in; 5, 6 and 7 know one another, as do 2 and 3, and do.
TEST_F(Ward, slopes_of_use_on_ties_have_the_signs_that_were_built_in) {
    know({{2, 10}, {3, 10}, {4, 11}, {5, 6}, {6, 7}, {5, 7}, {2, 3}, {8, 9}});
    for (std::uint32_t const i : {5u, 6u, 7u, 8u, 9u}) stage_[i] = for_show;
    EXPECT_LT(slope_on_ties_to(people(), "Nurses", "Doctors"), 0);
    EXPECT_GT(slope_on_ties_beyond(people(), "Nurses", "Doctors"), 0);
}

// By hand: use 1, 0, 0, 0 under a superior who does not use it and 1, 1, 1, 0 under one who does. Then the shares among co-workers
// are 0, 1/3, 1/3, 1/3 and 2/3, 2/3, 2/3, 1; correlations: use and superior 0.5, use and co-workers 0, superior and co-workers √0.75.
// Slope on the superior: 0.5 / (1 − 0.75) = 2; on co-workers: −0.5 · √0.75 / 0.25 = −√3.
TEST_F(Ward, slopes_on_superior_and_coworkers_are_those_of_a_regression) {
    for (std::uint32_t const i : {1u, 2u, 6u, 7u, 8u}) stage_[i] = in_earnest;
    EXPECT_NEAR(slope_on_superior(people(), "Nurses"), 2, 1e-9);
    EXPECT_NEAR(slope_on_coworkers(people(), "Nurses"), -std::sqrt(3.0), 1e-9);
}

TEST_F(Ward, has_nothing_to_say_where_all_are_alike) {
    EXPECT_TRUE(std::isnan(slope_on_superior(people(), "Nurses")));
    EXPECT_TRUE(std::isnan(slope_on_ties_to(people(), "Nurses", "Doctors")));
}

}  // namespace
}  // namespace micropol::behaviour
