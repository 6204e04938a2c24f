#include "organisation/organisation.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

#include "organisation/reporting.h"

namespace micropol {
namespace {

using testing::ElementsAre;
using testing::FloatEq;

// 0 leads 1 and 2; 1 leads 3. The tie between 2 and 0 is missing.
Organisation small() {
    Organisation made;
    made.departments = {{.name = "Sales"}};
    made.department = {0, 0, 0, 0};
    made.manager = {nobody, 0, 0, 1};
    for (auto& column : made.trait) column.assign(4, 0);
    made.ties = build_ties(4, std::vector<Tie>{{1, 0, 0.5f, 0.5f, true}, {3, 1, 0.5f, 0.5f, true}}, 1);
    return made;
}

TEST(Complete, derives_levels_from_reports) {
    Organisation made = small();
    complete(made, true);
    EXPECT_THAT(made.level, ElementsAre(2, 1, 0, 0));
}

TEST(Complete, keeps_given_levels) {
    Organisation made = small();
    made.level = {7, 5, 5, 1};
    complete(made, false);
    EXPECT_THAT(made.level, ElementsAre(7, 5, 5, 1));
}

TEST(Complete, finds_the_tie_to_the_manager) {
    Organisation made = small();
    complete(made, true);
    EXPECT_THAT(made.manager_tie, ElementsAre(nobody, 1, nobody, 3));
    EXPECT_EQ(made.ties.other[made.manager_tie[3]], 1u);
}

TEST(Complete, scales_goals_to_one) {
    Organisation made = small();
    made.trait[std::size_t(Trait::career)][0] = 0.3f;
    made.trait[std::size_t(Trait::pay)][0] = 0.9f;
    complete(made, true);
    EXPECT_THAT(made.of(Trait::career)[0], FloatEq(0.25f));
    EXPECT_THAT(made.of(Trait::pay)[0], FloatEq(0.75f));
    EXPECT_THAT(made.of(Trait::company)[0], FloatEq(0));
    EXPECT_THAT(made.of(Trait::company)[1], FloatEq(0.2f)) << "without any goal all count alike";
}

TEST(Levels, of_a_chain_are_limited_and_a_circle_ends) {
    std::vector<std::uint32_t> chain(300);
    for (std::uint32_t i = 0; i < 300; ++i) chain[i] = i == 0 ? nobody : i - 1;
    auto const level = levels_of(chain);
    EXPECT_EQ(level[299], 0);
    EXPECT_EQ(level[289], 10);
    EXPECT_EQ(level[0], 255);
    EXPECT_THAT(levels_of(std::vector<std::uint32_t>{1, 0, 0}), ElementsAre(1, 0, 0));
}

TEST(Traits, have_usual_values_in_range_that_the_usual_spread_is_about) {
    for (std::size_t k = 0; k < trait_count; ++k) {
        ParameterSpec const& spec = trait_specs()[k];
        EXPECT_GE(spec.default_value, spec.range.low) << spec.name;
        EXPECT_LE(spec.default_value, spec.range.high) << spec.name;
        // |z| < 4 on the mean of 4,000 draws: one false alarm in 15,000 traits, and the stream is fixed.
        Stream stream(1, 0, purpose(spec.name));
        Distribution const spread = default_spread(Trait(k));
        double sum = 0, squares = 0;
        constexpr int draws = 4000;
        for (int draw = 0; draw < draws; ++draw) {
            double const value = sample(spread, spec.range, stream);
            sum += value, squares += value * value;
        }
        double const mean = sum / draws, sd = std::sqrt(std::max(squares / draws - mean * mean, 1e-12));
        EXPECT_NEAR(mean, spec.default_value, 4 * sd / std::sqrt(double(draws))) << spec.name;
    }
    EXPECT_EQ(trait_specs()[std::size_t(Trait::company)].name, "company");
    EXPECT_EQ(trait_specs()[std::size_t(Trait::threshold)].range.low, -1);
}

}  // namespace
}  // namespace micropol
