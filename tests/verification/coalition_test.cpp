// Limits of the mechanism `coalitions`.

#include <algorithm>
#include <array>

#include "life.h"

namespace micropol::verification {
namespace {

// Sum of propensities over pairs in different camps, which all have the same size (Axelrod & Bennett 1993).
double energy(std::vector<double> const& camp, std::vector<std::vector<double>> const& propensity) {
    double sum = 0;
    for (std::size_t i = 0; i < camp.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) sum += camp[i] == camp[j] ? 0 : propensity[i][j];
    return sum;
}

// Who is alone against the other two; 3 for nobody.
std::size_t odd_one_out(std::vector<double> const& camp) {
    for (std::size_t i = 0; i < 3; ++i)
        if (camp[i] != camp[(i + 1) % 3] && camp[i] != camp[(i + 2) % 3]) return i;
    return 3;
}

double support(Life const& life, int history) { return double(life[Column::support][0][history]); }

TEST(Landscape, friends_stand_against_the_third) {
    Model const model = read("landscape");
    for (std::uint32_t block = 0; block < 64; ++block) {
        Life life(model, block);
        life.live(52);
        for (int h = 0; h < histories_per_block; ++h) {
            std::vector<double> const camp = life.values(Column::coalition, h);
            EXPECT_EQ(odd_one_out(camp), 2u);
            EXPECT_EQ(energy(camp, {{0, 1, -1}, {1, 0, -1}, {-1, -1, 0}}), -2);
            EXPECT_NEAR(support(life, h), 1.0 / 3, 1e-6);
        }
    }
}

// 1,024 histories find each of the three ways: one that occurs in a tenth of histories is missed with a probability of 1e-47.
TEST(Landscape, enemies_end_two_against_one_in_each_of_three_ways) {
    constexpr double support_where_alone[] = {1.0 / 3, -1, -1.0 / 3};
    Model const model = read("landscape_of_enemies");
    std::array<int, 3> times{};
    for (std::uint32_t block = 0; block < 64; ++block) {
        Life life(model, block);
        life.live(52);
        for (int h = 0; h < histories_per_block; ++h) {
            std::vector<double> const camp = life.values(Column::coalition, h);
            std::size_t const alone = odd_one_out(camp);
            ASSERT_LT(alone, times.size());
            EXPECT_EQ(energy(camp, {{0, -1, -1}, {-1, 0, -1}, {-1, -1, 0}}), -2);
            EXPECT_NEAR(support(life, h), support_where_alone[alone], 1e-6);
            ++times.at(alone);
        }
    }
    for (int const count : times) EXPECT_GT(count, 0);
}

class Settling {
  public:
    Settling(Life const& life, int history)
        : life_(life), label_(life.values(Column::coalition, history)), power_(life.values(Column::power, history)),
          stake_(life.values(Column::stake, history)), trust_(life.values(Column::trust, history)) {}

    // Sum over pairs in one coalition of power times power times affinity.
    [[nodiscard]] double potential() const {
        double twice = 0;
        for (std::uint32_t i = 0; i < label_.size(); ++i) twice += power_[i] * worth(i, label_[i]);
        return twice / 2;
    }

    // What a person would gain by the best move there is: to the coalition of a contact, or to stand alone.
    [[nodiscard]] double best_gain(std::uint32_t i) const {
        Ties const& ties = life_.organisation().ties;
        double best = 0;
        for (std::uint32_t t = ties.first[i]; t < ties.first[i + 1]; ++t) best = std::max(best, worth(i, label_[ties.other[t]]));
        return best - worth(i, label_[i]);
    }

  private:
    [[nodiscard]] double worth(std::uint32_t i, double coalition) const {
        Ties const& ties = life_.organisation().ties;
        double sum = 0;
        for (std::uint32_t t = ties.first[i]; t < ties.first[i + 1]; ++t) {
            std::uint32_t const j = ties.other[t];
            double const agreement = std::max(1 - std::abs(stake_[j] - stake_[i]) / width, -1.0);
            if (label_[j] == coalition) sum += power_[j] * (trust_[t] + trust_[ties.reverse[t]]) / 2 * agreement;
        }
        return sum;
    }

    static constexpr double width = 0.35;  // agreement_width, as it usually is
    Life const& life_;
    std::vector<double> label_, power_, stake_, trust_;
};

constexpr double rounding = 1e-4;  // of sums over sixty people

TEST(CoalitionsSettle, their_potential_never_falls) {
    Model const model = read("coalitions_settle");
    Life life(model);
    std::vector<double> before(histories_per_block, 0.0);
    for (int week = 0; week < 208; ++week) {
        life.live(1);
        for (int h = 0; h < histories_per_block; ++h) {
            double const now = Settling(life, h).potential();
            EXPECT_GE(now, before[std::size_t(h)] - rounding) << "week " << week << ", history " << h;
            before[std::size_t(h)] = now;
        }
    }
    for (double const potential : before) EXPECT_GT(potential, 1);
}

// Play halts where nobody gains more than the inertia, 0.05. A move that pays is found in a week with a probability of 0.3 times one
// in about eight contacts: one of 960 people still to find it after 400 quiet weeks has a probability below 0.001.
TEST(CoalitionsSettle, nobody_wants_to_move_in_the_end) {
    constexpr double inertia = 0.05;
    Model const model = read("coalitions_settle");
    Life life(model);
    life.live(600);
    for (int h = 0; h < histories_per_block; ++h) {
        Settling const settled(life, h);
        for (std::uint32_t i = 0; i < life.organisation().headcount(); ++i)
            EXPECT_LE(settled.best_gain(i), inertia + rounding) << "employee " << i << ", history " << h;
    }
    auto const then = life[Column::coalition];
    std::vector<Worlds> const before(then.begin(), then.end());
    life.live(52);
    for (std::size_t i = 0; i < before.size(); ++i) EXPECT_TRUE(all(life[Column::coalition][i] == before[i])) << "employee " << i;
}

}  // namespace
}  // namespace micropol::verification
