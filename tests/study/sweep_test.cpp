#include "study/sweep/sweep.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <stdexcept>

#include "small_sweep.h"

namespace micropol {
namespace {

using small::share_factor;

SweepDefinition definition(Design design, std::vector<Factor> factors, std::size_t size, std::size_t levels = 0) {
    SweepDefinition made;
    made.design = design, made.factors = std::move(factors), made.size = size, made.levels = levels, made.outcomes = {0};
    return made;
}

std::vector<Factor> three() { return {share_factor("a"), share_factor("b"), share_factor("c")}; }

double linear(std::vector<double> const& x) { return 3 * x[0] - x[1]; }

TEST(Sweep, sobol_indices_of_ishigami) {
    double constexpr pi = std::numbers::pi;
    auto const ishigami = [](std::vector<double> const& x) {
        return std::sin(x[0]) + 7 * std::sin(x[1]) * std::sin(x[1]) + 0.1 * std::pow(x[2], 4) * std::sin(x[0]);
    };
    auto const made = definition(Design::sobol,
                                 {share_factor("a", -pi, pi), share_factor("b", -pi, pi), share_factor("c", -pi, pi)}, 16'384);
    Sweep const sweep = conclude(small::sweep_facts(), made, small::values(made, ishigami));
    SobolIndices const& found = *sweep.responses[0].indices;
    EXPECT_NEAR(found.first[0].value, 0.3139, 0.01);
    EXPECT_NEAR(found.first[1].value, 0.4424, 0.01);
    EXPECT_NEAR(found.first[2].value, 0, 0.01);
    EXPECT_NEAR(found.total[0].value, 0.5576, 0.01);
    EXPECT_NEAR(found.total[1].value, 0.4424, 0.01);
    EXPECT_NEAR(found.total[2].value, 0.2437, 0.01);
    EXPECT_EQ(sweep.responses[0].effects[0].factor, 0u) << "strongest first, by the total index";
    EXPECT_EQ(sweep.responses[0].by_assumptions.value, 1) << "there is no chance";
}

TEST(Sweep, morris_finds_the_slopes_of_a_line) {
    auto const made = definition(Design::morris, three(), 20, 4);
    Sweep const sweep = conclude(small::sweep_facts(), made, small::values(made, linear, 0.1));
    auto const& effects = sweep.responses[0].effects;
    EXPECT_EQ(effects[0].factor, 0u);
    EXPECT_NEAR(effects[0].weight.value, 3, 1e-9) << "points of a trajectory share their chance";
    EXPECT_NEAR(effects[1].weight.value, 1, 1e-9);
    EXPECT_NEAR(sweep.responses[0].elementary[1].mu.mean, -1, 1e-9);
    EXPECT_TRUE(effects[0].clear && effects[1].clear);
    EXPECT_FALSE(effects[2].clear);
    EXPECT_FALSE(sweep.failure);
}

// Shares 0.9 and 0.1; a curve that rises from 1/16 to 15/16 of 3, less half of the other.
TEST(Sweep, a_latin_hypercube_shares_out_the_variance) {
    auto const made = definition(Design::latin_hypercube, three(), 4096);
    Sweep const sweep = conclude(small::sweep_facts(), made, small::values(made, linear));
    ResponseConclusion const& response = sweep.responses[0];
    EXPECT_NEAR(response.mean.mean, 1, 0.01);
    ASSERT_EQ(response.effects[0].curve.size(), 8u);
    EXPECT_NEAR(response.effects[0].curve.front().mean.mean, 3.0 / 16 - 0.5, 0.05);
    EXPECT_NEAR(response.effects[0].curve.back().mean.mean, 45.0 / 16 - 0.5, 0.05);
    // Eight steps leave 1/64 of a factor's variance inside them.
    EXPECT_NEAR(response.effects[0].weight.value, 0.9 * 63 / 64, 0.01);
    EXPECT_NEAR(response.effects[1].weight.value, 0.1 * 63 / 64, 0.01);
    EXPECT_TRUE(response.effects[0].clear && response.effects[1].clear);
    EXPECT_FALSE(response.effects[2].clear);
}

// Variance of the line 10/12; noise of the same size, so that half of the variance of a block is chance.
TEST(Sweep, tells_how_much_is_chance) {
    auto const made = definition(Design::latin_hypercube, three(), 4096);
    Sweep const sweep = conclude(small::sweep_facts(), made, small::values(made, linear, std::sqrt(10.0 / 12)));
    VarianceShare const& share = sweep.responses[0].by_assumptions;
    EXPECT_NEAR(share.value, 0.5, 0.03);
    EXPECT_LT(share.low, 0.5);
    EXPECT_GT(share.high, 0.5);
}

TEST(Sweep, noise_alone_is_told_from_nothing) {
    for (Design const design : {Design::latin_hypercube, Design::sobol_sequence, Design::grid, Design::one_at_a_time}) {
        auto made = definition(design, three(), 200, 3);
        made.blocks = 4;
        Sweep const sweep = conclude(small::sweep_facts(), made,
                                     small::values(
                                         made, [](auto const&) { return 0.0; }, 1));
        for (FactorEffect const& effect : sweep.responses[0].effects) EXPECT_FALSE(effect.clear) << int(design);
    }
}

TEST(Sweep, a_grid_is_judged_by_the_blocks_that_all_its_points_share) {
    auto made = definition(Design::grid, three(), 0, 3);
    made.blocks = 8;
    Sweep const sweep = conclude(small::sweep_facts(), made, small::values(made, linear, 5));
    EXPECT_EQ(sweep.points.size(), 27u);
    auto const& effects = sweep.responses[0].effects;
    EXPECT_NEAR(effects[0].weight.value, 0.9, 1e-9);
    EXPECT_NEAR(effects[1].weight.value, 0.1, 1e-9);
    EXPECT_TRUE(effects[0].clear && effects[1].clear && !effects[2].clear);
    EXPECT_NEAR(effects[0].curve[2].mean.mean - effects[0].curve[0].mean.mean, 3, 1e-9) << "noise is common";
}

TEST(Sweep, one_at_a_time_gives_the_largest_change) {
    auto made = definition(Design::one_at_a_time, {share_factor("a"), {"b", Words{"no", "yes"}, {}}}, 0, 5);
    made.blocks = 4;
    Sweep const sweep = conclude(small::sweep_facts(), made,
                                 small::values(
                                     made, [](auto const& x) { return x[0] + 4 * x[1]; }, 1));
    EXPECT_EQ(sweep.points.size(), 8u);
    auto const& effects = sweep.responses[0].effects;
    EXPECT_EQ(effects[0].factor, 1u);
    EXPECT_NEAR(std::abs(effects[0].weight.value), 4, 1e-9);
    EXPECT_NEAR(std::abs(effects[1].weight.value), 0.5, 1e-9);
    EXPECT_EQ(effects[0].curve.size(), 2u);
    EXPECT_EQ(effects[1].curve.size(), 5u) << "without the points at which the other moved";
}

TEST(Sweep, finds_where_it_fails) {
    auto made = definition(Design::sobol_sequence, {share_factor("a"), share_factor("b", 0, 5), share_factor("c")}, 1024);
    made.fails_when = FailsWhen{0, 0.5, false};
    auto const result = [](std::vector<double> const& x) { return x[0] > 0.6 && x[1] < 2 ? 0.0 : 1.0; };
    Sweep const sweep = conclude(small::sweep_facts(), made, small::values(made, result));
    ASSERT_TRUE(sweep.failure && sweep.failure->found);
    Box const& box = sweep.failure->found->box;
    ASSERT_EQ(sweep.failure->found->restrictions.size(), 2u);
    EXPECT_NEAR(box.ranges[0].low, 0.6, 0.01);
    EXPECT_NEAR(box.ranges[1].high, 2, 0.1);
    EXPECT_GT(box.coverage, 0.98);
    EXPECT_GT(box.density, 0.95);
}

TEST(Sweep, failure_without_a_rule_is_the_usual_one) {
    auto made = definition(Design::latin_hypercube, three(), 100);
    SweepValues const values = small::values(made, linear);
    EXPECT_EQ(conclude(small::sweep_facts(), made, values).failure->failures, 25u) << "the lowest quarter";
    EXPECT_EQ(conclude(small::sweep_facts(small::success), made, values).failure->rule.level, 0.5);
    made.against = "other";
    Sweep const sweep = conclude(small::sweep_facts(), made, small::values(made, linear, 3));
    EXPECT_EQ(sweep.failure->rule.level, 0) << "worse than the other";
    EXPECT_NEAR(sweep.responses[0].highest, 3, 0.3) << "the difference: what both have in common is gone";
}

TEST(Sweep, a_result_without_a_value_is_not_concluded_on) {
    auto const made = definition(Design::latin_hypercube, three(), 10);
    SweepValues values = small::values(made, linear);
    values[0][0][3] = NAN;
    Sweep const sweep = conclude(small::sweep_facts(), made, values);
    EXPECT_EQ(sweep.responses[0].unknown_values, 1u);
    EXPECT_TRUE(sweep.responses[0].effects.empty());
    values[0][0].pop_back();
    EXPECT_THROW((void)conclude(small::sweep_facts(), made, values), std::invalid_argument);
}

TEST(SweepDesign, blocks_are_shared_where_points_are_compared) {
    auto const blocks = [](Design design) {
        auto made = definition(design, three(), 2, 2);
        made.listed = {{0, 0, 0}, {1, 1, 1}};
        std::vector<std::uint32_t> first;
        for (Task const& task : tasks_of(made, points_of(made).size(), 0))
            if (task.block % 2 == 0) first.push_back(task.block);
        return first;
    };
    using Blocks = std::vector<std::uint32_t>;
    EXPECT_EQ(blocks(Design::grid), Blocks(8, 0u));
    EXPECT_EQ(blocks(Design::list), Blocks(2, 0u));
    EXPECT_EQ(blocks(Design::latin_hypercube), (Blocks{0, 2}));
    EXPECT_EQ(blocks(Design::morris), (Blocks{0, 0, 0, 0, 2, 2, 2, 2}));
    EXPECT_EQ(blocks(Design::sobol), (Blocks{0, 0, 0, 0, 0, 2, 2, 2, 2, 2}));
}

TEST(SweepDesign, a_strategy_is_a_factor_like_any_other) {
    auto made = definition(Design::grid, {{"strategy", Words{"none", "bundle"}, {}}, share_factor("culture.rivalry")}, 0, 2);
    std::vector<Variant> const variants = variants_of(made, points_of(made));
    ASSERT_EQ(variants.size(), 4u);
    EXPECT_EQ(variants[0].strategy, "");
    EXPECT_EQ(variants[3].strategy, "bundle");
    ASSERT_EQ(variants[3].changes.size(), 1u);
    EXPECT_EQ(as_override(variants[3].changes[0]).value, "1");
}

TEST(SweepDesign, counts_its_points_without_making_them) {
    for (std::size_t k = 0; k + 1 < std::size(design_names); ++k) {
        auto const made = definition(Design(k), three(), 8, 4);
        EXPECT_EQ(count_of_points(made), double(points_of(made).size())) << design_names[k];
    }
}

}  // namespace
}  // namespace micropol
