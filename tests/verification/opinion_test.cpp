// Models of opinion that are limits of the mechanism `attitude`. Nothing is drawn: tolerances are those of single precision.

#include <algorithm>
#include <array>

#include "life.h"

namespace micropol::verification {
namespace {

constexpr double rounding = 1e-5;

TEST(DeGroot, three_people_agree_on_seven_seventeenths) {
    Life life(read("degroot"));
    life.live(60);
    for (int h = 0; h < histories_per_block; ++h)
        for (double const view : life.values(Column::attitude, h)) EXPECT_NEAR(view, 7.0 / 17, rounding);
}

TEST(DeGroot, a_week_averages_by_the_weights) {
    Life life(read("degroot"));
    life.live(1);
    std::vector<double> const view = life.values(Column::attitude);
    EXPECT_NEAR(view[0], 0.625, rounding);  // W (1, 0, 0.5)
    EXPECT_NEAR(view[1], 0.3, rounding);
    EXPECT_NEAR(view[2], 0.4, rounding);
}

using Four = std::array<double, 4>;

// x = A W x + (1 - A) x(0) in double precision, on the published scale of 0 to 100.
Four friedkin_johnsen_fixed_point() {
    constexpr double w[4][4] = {
        {0.220, 0.120, 0.360, 0.300}, {0.147, 0.215, 0.344, 0.294}, {0, 0, 1, 0}, {0.090, 0.178, 0.446, 0.286}};
    constexpr Four start = {25, 25, 75, 85};
    Four x = start;
    for (int round = 0; round < 1000; ++round) {
        Four next{};
        for (std::size_t i = 0; i < 4; ++i) {
            double heard = 0;
            for (std::size_t j = 0; j < 4; ++j) heard += w[i][j] * x[j];
            next[i] = (1 - w[i][i]) * heard + w[i][i] * start[i];
        }
        x = next;
    }
    return x;
}

TEST(FriedkinJohnsen, four_people_end_where_they_were_published_to_end) {
    constexpr Four published = {60.021, 59.984, 75, 74.986};
    Four const exact = friedkin_johnsen_fixed_point();
    Life life(read("friedkin_johnsen"));
    life.live(60);
    std::vector<double> const view = life.values(Column::attitude);
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_NEAR(exact[i], published[i], 0.0005);  // its last digit
        EXPECT_NEAR(view[i], exact[i] / 50 - 1, rounding);
    }
}

struct Camps {
    std::vector<int> size;         // in the order of views
    std::vector<double> position;  // 0 to 1
};

Camps camps_of(std::vector<double> view) {
    constexpr double apart = 1e-3;
    std::ranges::sort(view);
    Camps camps;
    for (std::size_t i = 0; i < view.size(); ++i) {
        if (i == 0 || view[i] - view[i - 1] > apart) camps.size.push_back(0), camps.position.push_back(view[i] / 2 + 0.5);
        ++camps.size.back();
    }
    return camps;
}

Camps camps_within(char const* confidence_bound) {
    Life life(read("hegselmann_krause", {{"mechanisms.attitude.confidence_bound", confidence_bound}}));
    life.live(30);
    return camps_of(life.values(Column::attitude));
}

using Sizes = std::vector<int>;

TEST(HegselmannKrause, a_wide_bound_leaves_one_camp) { EXPECT_EQ(camps_within("0.2525").size, Sizes{100}); }

TEST(HegselmannKrause, they_agree_after_seven_rounds_and_not_after_six) {
    Life life(read("hegselmann_krause"));
    auto const spread = [&] {
        auto const [low, high] = std::ranges::minmax(life.values(Column::attitude));
        return high - low;
    };
    life.live(6);
    EXPECT_GT(spread(), 1e-3);
    life.live(1);
    EXPECT_LT(spread(), rounding);
}

TEST(HegselmannKrause, two_camps_of_fifty) {
    Camps const camps = camps_within("0.2025");
    ASSERT_EQ(camps.size, (Sizes{50, 50}));
    EXPECT_NEAR(camps.position[0], 0.3126, 0.00005);  // its last digit
    EXPECT_NEAR(camps.position[1], 0.6874, 0.00005);
}

TEST(HegselmannKrause, three_camps) { EXPECT_EQ(camps_within("0.1525").size, (Sizes{37, 26, 37})); }
TEST(HegselmannKrause, four_camps) { EXPECT_EQ(camps_within("0.1025").size, (Sizes{24, 26, 26, 24})); }
TEST(HegselmannKrause, eight_camps) { EXPECT_EQ(camps_within("0.0525").size.size(), 8u); }

// Hegselmann & Krause in double precision: views in order, so that whom one listens to stand side by side.
bool agree_in_the_end(std::vector<double> view, double bound) {
    std::ranges::sort(view);
    std::vector<double> sum(view.size() + 1), next(view.size());
    for (int round = 0; round < 1000; ++round) {
        for (std::size_t i = 0; i < view.size(); ++i) sum[i + 1] = sum[i] + view[i];
        std::size_t low = 0, high = 0;
        for (std::size_t i = 0; i < view.size(); ++i) {
            while (view[low] < view[i] - bound) ++low;
            while (high < view.size() && view[high] <= view[i] + bound) ++high;
            next[i] = (sum[high] - sum[low]) / double(high - low);
        }
        bool const apart = std::ranges::adjacent_find(next, [&](double a, double b) { return b - a > bound; }) != next.end();
        if (apart || next.back() - next.front() < 1e-6) return !apart;  // who part never meet again
        view.swap(next);
    }
    return false;
}

std::vector<double> drawn_views(std::size_t people, std::uint32_t run) {
    Stream stream(1, run, purpose("test: views"));
    std::vector<double> views(people);
    for (double& view : views) view = double(float(2 * stream.uniform() - 1));
    return views;
}

constexpr int other_runs = 200, runs = 1000;

// The engine ends as the double-precision model does, in each of sixteen histories with views of their own; 350 weeks are enough
// for those few in the middle who bring the sides together.
TEST(HegselmannKrauseRandom, each_run_ends_as_in_double_precision) {
    Model const model = read("hegselmann_krause_random");
    Life life(model);
    std::size_t const people = life.organisation().headcount();
    for (int h = 0; h < histories_per_block; ++h) {
        std::vector<double> const views = drawn_views(people, std::uint32_t(h));
        for (Column const column : {Column::attitude, Column::apparent_attitude, Column::stake})
            for (std::size_t i = 0; i < people; ++i) life.change(column)[i].set(h, float(views[i]));
    }
    life.live(model.scenario().weeks);
    int agreed = 0;
    for (int h = 0; h < histories_per_block; ++h) {
        auto const [low, high] = std::ranges::minmax(life.values(Column::attitude, h));
        bool const agree = agree_in_the_end(drawn_views(people, std::uint32_t(h)), 0.44);
        EXPECT_EQ(high - low < 1e-3, agree) << "history " << h;
        agreed += agree;
    }
    EXPECT_GT(agreed, 0);
    EXPECT_LT(agreed, histories_per_block);
}

// 1,000 runs of that model against the 200 of another program: |z| < 4, at 0.25 all but one in a thousand. False alarms 1.3e-4.
TEST(HegselmannKrauseRandom, consensus_is_a_matter_of_chance_at_a_critical_bound) {
    for (auto const& [bound, published] : {std::pair(0.22, 0.68), std::pair(0.2, 0.13)}) {
        int agreed = 0;
        for (std::uint32_t run = 0; run < runs; ++run) agreed += agree_in_the_end(drawn_views(1000, run), 2 * bound);
        double const share = double(agreed) / runs, variance = published * (1 - published) * (1.0 / runs + 1.0 / other_runs);
        EXPECT_LT(std::abs(share - published) / std::sqrt(variance), far_out) << bound << ": " << share;
    }
    int agreed = 0;
    for (std::uint32_t run = 0; run < runs; ++run) agreed += agree_in_the_end(drawn_views(1000, run), 0.5);
    EXPECT_GE(agreed, runs - 1);
}

TEST(MirroredGains, leave_a_mean_attitude_of_zero) {
    Life life(read("mirrored_gains"));
    for (int week = 0; week < 20; ++week) {
        life.live(1);
        std::vector<double> const view = life.values(Column::attitude);
        double sum = 0;
        for (double const v : view) sum += v;
        EXPECT_NEAR(sum / double(view.size()), 0, rounding) << "week " << week;
        EXPECT_LT(view.front(), -0.2);  // there is something that cancels
        EXPECT_NEAR(view.front(), -view.back(), rounding);
    }
}

TEST(MirroredGains, losses_felt_more_tip_the_balance) {
    Life life(read("mirrored_gains", {{"mechanisms.stakes.loss_aversion", "1.955"}}));
    life.live(20);
    double sum = 0;
    for (double const view : life.values(Column::attitude)) sum += view;
    EXPECT_LT(sum / 9, -0.05);
}

}  // namespace
}  // namespace micropol::verification
