// Philox against its published vectors and Random123; the samplers against their distributions.
//
// Each test of a distribution would refuse a correct sampler with the probability `false_alarm` for a seed picked blindly;
// the seeds are fixed, so it does so always or never.

#include "base/random.h"

#include <Random123/philox.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/triangular.hpp>
#include <cmath>
#include <set>
#include <vector>

namespace micropol {
namespace {

constexpr double false_alarm = 1e-6;

// ---------------------------------------------------------------------------------------------------- Philox

using Four = std::array<std::uint32_t, 4>;

Four with_random123(Four const& counter, std::array<std::uint32_t, 2> const& key) {
    r123::Philox4x32::ctr_type const c{{counter[0], counter[1], counter[2], counter[3]}};
    r123::Philox4x32::key_type const k{{key[0], key[1]}};
    auto const drawn = r123::Philox4x32{}(c, k);
    return {drawn[0], drawn[1], drawn[2], drawn[3]};
}

Four in_history(RandomWords const& words, int history) {
    return {words.word[0][history], words.word[1][history], words.word[2][history], words.word[3][history]};
}

Four with_ours(Four const& counter, std::array<std::uint32_t, 2> const& key) {
    RandomWords words;
    philox(key[0], key[1], counter[0], counter[1], counter[2], counter[3], words);
    return in_history(words, 0);
}

TEST(Philox, gives_the_published_vectors) {  // kat_vectors of Random123 1.14
    struct Vector {
        Four counter;
        std::array<std::uint32_t, 2> key;
        Four expected;
    };
    constexpr std::uint32_t ones = 0xffffffffu;
    for (auto const& [counter, key, expected] : {
             Vector{{0, 0, 0, 0}, {0, 0}, {0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}},
             Vector{{ones, ones, ones, ones}, {ones, ones}, {0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}},
             Vector{{0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344},
                    {0xa4093822, 0x299f31d0},
                    {0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}},
         }) {
        EXPECT_EQ(with_random123(counter, key), expected);
        EXPECT_EQ(with_ours(counter, key), expected);
    }
}

TEST(Philox, every_history_gets_the_words_of_its_own_counter) {
    Stream random(7, 0, purpose("counters"));
    for (int trial = 0; trial < 10'000; ++trial) {
        std::array<std::uint32_t, 2> const key{random.word(), random.word()};
        Four counter{random.word(), random.word(), random.word(), random.word()};
        RandomWords words;
        philox(key[0], key[1], counter[0], counter[1], counter[2], counter[3], words);
        for (int h = 0; h < histories_per_block; ++h, ++counter[3]) ASSERT_EQ(in_history(words, h), with_random123(counter, key));
    }
}

TEST(Chance, follows_from_seed_block_week_purpose_and_employee_alone) {
    Chance const chance(5, 3);
    Uniforms const first = chance.four(purpose("a"), 10, 2);
    (void)chance.four(purpose("b"), 11, 2);
    Uniforms const again = Chance(5, 3).four(purpose("a"), 10, 2);
    std::set<float> seen;
    for (int q = 0; q < 4; ++q) {
        EXPECT_TRUE(all(first.of[q] == again.of[q]));
        for (Uniforms const& other :
             {chance.four(purpose("b"), 10, 2), chance.four(purpose("a"), 11, 2), chance.four(purpose("a"), 10, 3),
              Chance(6, 3).four(purpose("a"), 10, 2), Chance(5, 4).four(purpose("a"), 10, 2)})
            EXPECT_FALSE(any(first.of[q] == other.of[q]));
        for (int h = 0; h < histories_per_block; ++h) seen.insert(first.of[q][h]);
    }
    EXPECT_EQ(seen.size(), 64u);
}

TEST(Chance, a_seed_beyond_32_bits_counts) {
    std::uint64_t const far = 1ull << 40;
    EXPECT_FALSE(any(Chance(1, 0).four(1, 1, 1).of[0] == Chance(1 + far, 0).four(1, 1, 1).of[0]));
    EXPECT_NE(Stream(1, 0, 1).word(), Stream(1 + far, 0, 1).word());
}

// ---------------------------------------------------------------------------------------------------- distributions

// Kolmogorov and Smirnov: the largest distance between the sample and its distribution function.
void expect_distribution(std::vector<double> sample, auto&& cumulative) {
    std::ranges::sort(sample);
    double const n = double(sample.size());
    double distance = 0;
    for (std::size_t k = 0; k < sample.size(); ++k) {
        double const share = cumulative(sample[k]);
        distance = std::max({distance, double(k + 1) / n - share, share - double(k) / n});
    }
    EXPECT_LT(distance, std::sqrt(std::log(2 / false_alarm) / (2 * n)));
}

// Pearson: counts against their expectation, all equally likely.
void expect_equal_chances(std::vector<int> const& counts, int total) {
    double const expected = double(total) / double(counts.size());
    double statistic = 0;
    for (int const count : counts) statistic += (count - expected) * (count - expected) / expected;
    boost::math::chi_squared const distribution(double(counts.size() - 1));
    EXPECT_LT(statistic, quantile(complement(distribution, false_alarm)));
}

std::vector<double> draws(int count, auto&& draw) {
    std::vector<double> sample(std::size_t(count), 0.0);
    std::ranges::generate(sample, draw);
    return sample;
}

constexpr int many = 400'000;

TEST(Chance, four_is_uniform_over_everything) {
    std::vector<double> sample;
    for (std::uint32_t week = 0; week < 100; ++week)
        for (std::uint32_t group = 0; group < 60; ++group) {
            Uniforms const u = Chance(11, 2).four(purpose("test"), week, group);
            for (Worlds const& each : u.of)
                for (int h = 0; h < histories_per_block; ++h) {
                    ASSERT_GE(each[h], 0.0f);
                    ASSERT_LT(each[h], 1.0f);
                    sample.push_back(double(each[h]));
                }
        }
    expect_distribution(sample, [](double x) { return x; });
}

TEST(Chance, neighbours_are_uncorrelated) {  // employees, weeks, histories and blocks next to each other
    double sums[4] = {};
    int count = 0;
    for (std::uint32_t week = 0; week < 300; ++week)
        for (std::uint32_t group = 0; group < 40; ++group) {
            Chance const chance(13, 8);
            Uniforms const here = chance.four(purpose("test"), week, group);
            Uniforms const next_week = chance.four(purpose("test"), week + 1, group);
            Uniforms const next_block = Chance(13, 9).four(purpose("test"), week, group);
            for (int h = 0; h < histories_per_block; ++h, ++count) {
                auto const centred = [](float u) { return (double(u) - 0.5) * std::sqrt(12.0); };
                double const mine = centred(here.of[0][h]);
                sums[0] += mine * centred(here.of[1][h]);
                sums[1] += mine * centred(here.of[0][(h + 1) % histories_per_block]);
                sums[2] += mine * centred(next_week.of[0][h]);
                sums[3] += mine * centred(next_block.of[0][h]);
            }
        }
    for (double const sum : sums) EXPECT_LT(std::abs(sum) / std::sqrt(double(count)), 4.9);  // two-sided: 1e-6
}

TEST(Stream, uniform_is_uniform) {
    Stream stream(1, 0, purpose("uniform"));
    expect_distribution(draws(many, [&] { return stream.uniform(); }), [](double x) { return x; });
}

TEST(Stream, below_is_fair) {
    for (std::uint32_t const n : {2u, 7u, 1000u}) {
        Stream stream(2, n, purpose("below"));
        std::vector<int> counts(n);
        for (int k = 0; k < many; ++k) ++counts.at(stream.below(n));
        expect_equal_chances(counts, many);
    }
    Stream stream(2, 0, purpose("below"));
    constexpr std::uint32_t three_quarters = 3u << 30;  // a remainder alone would favour the lowest third
    std::vector<int> thirds(3);
    for (int k = 0; k < many; ++k) ++thirds.at(stream.below(three_quarters) >> 30);
    expect_equal_chances(thirds, many);
    EXPECT_EQ(stream.below(1), 0u);
}

TEST(Stream, normal_is_normal) {
    Stream stream(3, 0, purpose("normal"));
    boost::math::normal const distribution;
    expect_distribution(draws(many, [&] { return stream.normal(); }), [&](double x) { return cdf(distribution, x); });
}

TEST(Stream, gamma_is_gamma) {
    for (double const shape : {0.3, 1.0, 4.5}) {
        Stream stream(4, std::uint32_t(shape * 10), purpose("gamma"));
        boost::math::gamma_distribution<> const distribution(shape);
        expect_distribution(draws(many, [&] { return stream.gamma(shape); }), [&](double x) { return cdf(distribution, x); });
    }
}

TEST(Stream, beta_is_beta) {
    for (auto const& shape : {std::pair{0.5, 0.8}, std::pair{2.0, 5.0}}) {
        double const a = shape.first, b = shape.second;  // clang 14 does not capture structured bindings
        Stream stream(5, std::uint32_t(a * 10), purpose("beta"));
        boost::math::beta_distribution<> const distribution(a, b);
        expect_distribution(draws(many, [&] { return stream.beta(a, b); }), [&](double x) { return cdf(distribution, x); });
    }
}

TEST(Stream, triangular_is_triangular) {
    Stream stream(6, 0, purpose("triangular"));
    boost::math::triangular const distribution(-1, 0.5, 2);
    expect_distribution(draws(many, [&] { return stream.triangular(-1, 0.5, 2); }),
                        [&](double x) { return cdf(distribution, x); });
    EXPECT_EQ(stream.triangular(3, 3, 3), 3);
}

TEST(Stream, each_seed_block_and_purpose_has_its_own) {
    std::set<std::uint32_t> firsts;
    for (std::uint64_t seed = 0; seed < 3; ++seed)
        for (std::uint32_t block = 0; block < 3; ++block)
            for (char const* name : {"organisation", "parameters", "departments"})
                firsts.insert(Stream(seed, block, purpose(name)).word());
    EXPECT_EQ(firsts.size(), 27u);
}

}  // namespace
}  // namespace micropol
