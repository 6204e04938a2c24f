// Limits of the mechanisms `ties` and `status`.

#include "base/linear_algebra.h"
#include "life.h"

namespace micropol::verification {
namespace {

constexpr double rounding = 1e-5;

// What an encounter does to mean and mean square of trust: t -> 0.95 t + 0.05 with probability 3/4, else 0.85 t.
struct Moments {
    double mean, square;
    void meet() {
        constexpr double good = 0.75;
        square = good * (0.9025 * square + 0.095 * mean + 0.0025) + (1 - good) * 0.7225 * square;
        mean = 0.925 * mean + 0.0375;
    }
    [[nodiscard]] double variance() const { return square - mean * mean; }
};

// Either side of a pair in 10,000 histories, whether the other shares being drawn for each: after 1, 12 and 60
// encounters. False alarms 1.9e-4.
TEST(TrustEquilibrium, it_settles_at_a_half_by_the_factor925_a_month) {
    constexpr int months[] = {1, 12, 60};
    Model const model = read("trust_equilibrium");
    std::vector<Surplus> trust(std::size(months));
    for (std::uint32_t block = 0; block < 625; ++block) {
        Life life(model, block);
        Moments expected{1, 1};
        for (Worlds const& start : life[Column::trust]) ASSERT_TRUE(all(start == Worlds(1.0f)));
        for (std::size_t k = 0; k < std::size(months); ++k) {
            for (int month = k == 0 ? 0 : months[k - 1]; month < months[k]; ++month) expected.meet();
            life.live(4 * (months[k] - (k == 0 ? 0 : months[k - 1])));
            for (int h = 0; h < histories_per_block; ++h)
                for (double const t : life.values(Column::trust, h)) trust[k].add(t, expected.mean, expected.variance());
        }
        EXPECT_NEAR(expected.mean, 0.5 + 0.5 * std::pow(0.925, 60), 1e-12);
    }
    for (Surplus const& t : trust) EXPECT_LT(std::abs(t.z()), far_out);
}

TEST(TrustEquilibrium, where_everybody_shares_nothing_is_lost) {
    Life life(read("trust_equilibrium", {{"mechanisms.information.openness", "20"}}));
    life.live(40);
    for (Worlds const& t : life[Column::trust]) EXPECT_TRUE(all(t == Worlds(1.0f)));
}

// s = (I - w W)^-1 (1 - w) q with W the strengths of a person's ties in shares of their sum.
std::vector<double> exact_status(Life const& life, std::vector<double> const& record, double deference) {
    Ties const& ties = life.organisation().ties;
    Index const people = Index(record.size());
    MatrixXd system = MatrixXd::Identity(people, people);
    VectorXd own(people);
    for (std::uint32_t i = 0; i < record.size(); ++i) {
        double reach = 0;
        for (std::uint32_t t = ties.first[i]; t < ties.first[i + 1]; ++t) reach += double(ties.strength[t]);
        for (std::uint32_t t = ties.first[i]; t < ties.first[i + 1]; ++t)
            system(Index(i), Index(ties.other[t])) -= deference * double(ties.strength[t]) / reach;
        own(Index(i)) = (1 - deference) * record[i];
    }
    VectorXd const solved = system.partialPivLu().solve(own);
    return {solved.begin(), solved.end()};
}

void expect_exact_status(Life& life, std::vector<double> const& record, double deference) {
    life.live(200);
    std::vector<double> const exact = exact_status(life, record, deference);
    for (int h = 0; h < histories_per_block; ++h) {
        std::vector<double> const status = life.values(Column::status, h);
        for (std::size_t i = 0; i < status.size(); ++i) EXPECT_NEAR(status[i], exact[i], rounding) << "person " << i;
    }
}

TEST(StatusFixedPoint, five_people_stand_where_the_linear_system_says) {
    Life life(read("status_fixed_point"));
    expect_exact_status(life, {1, 0.5, 0.25, 0.125, 0}, 0.6);
}

// What others lend weighs more; and nothing: then the record is all.
TEST(StatusFixedPoint, whatever_the_deference) {
    for (double const deference : {0.0, 0.3, 0.9}) {
        Life life(read("status_fixed_point", {{"mechanisms.status.deference", std::to_string(deference)}}));
        expect_exact_status(life, {1, 0.5, 0.25, 0.125, 0}, deference);
    }
}

// Where all decisions rest on data, half of data skill, 0.8, is recognised though nobody uses it.
TEST(StatusFixedPoint, the_record_is_that_of_the_trait_that_counts) {
    Life life(read("status_fixed_point", {{"transformation.data_reliance_start", "1"}}));
    expect_exact_status(life, std::vector<double>(5, 0.4), 0.6);
}

}  // namespace
}  // namespace micropol::verification
