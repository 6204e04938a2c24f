#include "study/optimise/bundle.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "model/model.h"
#include "scenario/read_scenario.h"
#include "support/paths.h"

namespace micropol {
namespace {

using testing::AnyOf;
using testing::Contains;
using testing::HasSubstr;

Scenario flagship(std::vector<Override> overrides = {}) {
    return read_scenario(paths::source_folder() / "scenarios/marketing_sales.yaml", known_plugins(),
                         {std::move(overrides), false});
}

SearchSpace space_of(Scenario const& scenario) {
    std::vector<std::string> levers;
    for (InterventionKind const* kind : intervention_catalogue()) levers.emplace_back(kind->plugin.key);
    return default_space(scenario, levers, 240);
}

void expect_valid(SearchSpace const& space, Bundle const& bundle) {
    ASSERT_FALSE(bundle.empty());
    ASSERT_LE(bundle.size(), space.most_levers);
    ASSERT_TRUE(std::ranges::is_sorted(bundle, std::ranges::less_equal{}, &Move::lever) || bundle.size() == 1);
    for (std::size_t k = 0; k < bundle.size(); ++k) {
        Move const& move = bundle[k];
        ASSERT_TRUE(k == 0 || bundle[k - 1].lever < move.lever) << "a lever twice";
        ASSERT_LT(move.lever, space.levers.size());
        ASSERT_LT(move.target, space.targets.size());
        ASSERT_THAT(space.intensities, Contains(move.intensity));
        ASSERT_THAT(space.weeks, Contains(move.from_week));
        ASSERT_THAT(space.weeks, Contains(move.until_week));
        ASSERT_LT(move.from_week, move.until_week);
    }
}

TEST(Bundle, stays_in_the_space_however_it_is_bred) {
    SearchSpace const space = space_of(flagship());
    Stream stream(1, 0, purpose("test: bundles"));
    Bundle parent = random_bundle(space, stream);
    for (int k = 0; k < 5000; ++k) {
        Bundle const other = random_bundle(space, stream);
        expect_valid(space, other);
        parent = crossed(space, parent, other, stream);
        expect_valid(space, parent);
        parent = changed(space, parent, stream);
        expect_valid(space, parent);
    }
}

TEST(Bundle, a_space_of_one_lever_stays_that_small) {
    SearchSpace space = default_space(
        flagship({{"runs.weeks", "1"}, {"strategies", "{}"}, {"transformation.initiatives.1.start_week", "0"}}), {"training"},
        240);
    EXPECT_EQ(space.weeks, (std::vector<int>{0, 1}));
    Stream stream(1, 0, purpose("test: bundles"));
    Bundle bundle = random_bundle(space, stream);
    for (int k = 0; k < 500; ++k) {
        bundle = changed(space, bundle, stream);
        expect_valid(space, bundle);
    }
}

TEST(Bundle, is_read_back_from_a_scenario_as_it_was) {
    Scenario const scenario = flagship();
    SearchSpace space = space_of(scenario);
    Stream stream(2, 0, purpose("test: bundles"));
    for (int k = 0; k < 30; ++k) {
        Bundle const bundle = random_bundle(space, stream);
        Scenario const read = flagship({{"strategies.found", to_line(as_strategy(space, bundle, "Found: \"so\""))}});
        Strategy const& found = read.strategies.back();
        EXPECT_EQ(found.meaning, "Found: \"so\"");
        EXPECT_EQ(bundle_of(space, found), bundle);
    }
}

TEST(Bundle, takes_up_a_strategy_of_the_scenario) {
    Scenario const scenario = flagship();
    SearchSpace space = space_of(scenario);
    auto const strategy = std::ranges::find(scenario.strategies, "compensate_and_train", &Strategy::name);
    ASSERT_NE(strategy, scenario.strategies.end());
    EXPECT_EQ(to_line(as_strategy(space, bundle_of(space, *strategy), "")),
              "{interventions: [{lever: loss_compensation, intensity: 0.7, target: {who: losers}}, {lever: training, intensity: "
              "0.7, target: {who: losers}, from_week: 4, until_week: 56}]}");
}

}  // namespace
}  // namespace micropol
