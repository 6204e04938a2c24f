#include "study/explain/ledger.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <map>

#include "simulation/trace.h"
#include "study/explain/extra.h"
#include "study/optimise/search.h"
#include "support/paths.h"

namespace micropol {
namespace {

ScenarioSource source(std::vector<Override> overrides = {}) {
    overrides.push_back({"runs.weeks", "20"});
    return {paths::source_folder() / "scenarios/who_decides.yaml", known_plugins(), {overrides, false}};
}

ScenarioSource whole(std::string const& name, std::vector<Override> overrides = {}) {
    return {paths::source_folder() / "scenarios" / (name + ".yaml"), known_plugins(), {std::move(overrides), false}};
}

std::size_t position(Model const& model, std::string_view key) {
    auto const& outcomes = model.outcomes();
    return std::size_t(std::ranges::find(outcomes, key, [](OutcomeKind const* kind) { return kind->plugin.key; }) -
                       outcomes.begin());
}

TEST(Ledger, departments_add_up_to_the_outcomes_of_the_study) {
    StudyRunner runner(source({{"mechanisms.turnover", "off"}}), {});
    std::uint32_t const base = runner.add({{"as it is", ""}});
    auto const ledger = stakes_of(runner, base, {.base = {}, .blocks = 3});
    ASSERT_TRUE(ledger);
    auto const model = runner.model(base);
    std::vector<Task> const tasks{{base, 0}, {base, 1}, {base, 2}};
    auto const horizons = runner.final_values(tasks);
    ASSERT_TRUE(horizons);
    double stake = 0, losers = 0, pay = 0;
    for (FinalValues const& horizon : *horizons) {
        stake += sum_of(horizon[position(*model, "stake")]) / 48;
        losers += sum_of(horizon[position(*model, "losers")]) / 48;
        pay += sum_of(horizon[position(*model, "stake_pay")]) / 48;
    }
    std::map<std::string, double> headcount;
    auto const organisation = model->block(0).organisation;
    for (std::uint16_t const d : organisation->department) headcount[organisation->departments[d].name] += 1;
    double stake_of_all = 0, losers_of_all = 0, pay_of_all = 0;
    for (GroupStake const& group : ledger->departments) {
        double const part = headcount.at(group.name) / organisation->headcount();
        stake_of_all += part * group.total.mean;
        losers_of_all += part * group.losers.mean;
        pay_of_all += part * group.by_goal[1].mean;
    }
    EXPECT_NEAR(stake_of_all, stake, 1e-5);
    EXPECT_NEAR(losers_of_all, losers, 1e-5);
    EXPECT_NEAR(pay_of_all, pay, 1e-5);
    EXPECT_EQ(ledger->people.size(), organisation->headcount());
    EXPECT_EQ(ledger->block, 0u);
    EXPECT_LE(ledger->people.front().total, ledger->people.back().total);
}

// Asked for less than nothing, not even the whole of an offer is enough; asked for nothing to fail less, nothing is offered.
TEST(Ledger, says_so_where_nothing_is_enough) {
    StudyRunner runner(source(), {});
    std::uint32_t const base = runner.add({{"as it is", ""}});
    std::size_t const substantive = position(*runner.model(base), "substantive");
    LedgerPlan plan{.base = {}, .outcome = substantive, .threshold = 1.1, .blocks = 2, .wanted = 0.5};
    auto const hopeless = keep_ledger(runner, plan);
    ASSERT_TRUE(hopeless);
    ASSERT_EQ(hopeless->failing.offers.size(), 3u);
    for (SmallestOffer const& offer : hopeless->failing.offers) {
        EXPECT_FALSE(offer.intensity);
        EXPECT_EQ(offer.remaining.mean, 1);
        EXPECT_EQ(offer.effect.mean, 0);
    }
    plan.threshold = 0, plan.wanted = 0;
    auto const needless = keep_ledger(runner, plan);
    ASSERT_TRUE(needless);
    EXPECT_EQ(needless->failing.share.mean, 0);
    EXPECT_TRUE(needless->failing.offers.empty());
}

// On its grid, and a thirty-second less would not do: by the blocks of the search.
TEST(Ledger, finds_the_smallest_offer) {
    StudyRunner runner(source({{"runs.weeks", "40"}, {"mechanisms.stakes.hindsight", "0"}}), {});
    std::uint32_t const base = runner.add({{"as it is", ""}});
    std::size_t const stake = position(*runner.model(base), "stake");
    auto const ledger = keep_ledger(runner, {.base = {}, .outcome = stake, .threshold = -0.1, .blocks = 4});
    ASSERT_TRUE(ledger);
    SmallestOffer const& compensation = ledger->failing.offers.front();
    ASSERT_TRUE(compensation.intensity);
    EXPECT_EQ(*compensation.intensity * 32, std::round(*compensation.intensity * 32));
    EXPECT_GT(compensation.cost.mean, 0);
    EXPECT_LT(compensation.effect.mean, 0);
    auto const failing_with = [&](Variant const& with) {
        std::uint32_t const variant = runner.add({with});
        std::vector<Task> tasks;
        for (std::uint32_t k = 0; k < blocks_of_search; ++k) tasks.push_back({variant, first_search_block + k});
        auto const horizons = runner.final_values(tasks);
        double failing = 0;
        for (FinalValues const& horizon : *horizons)
            for (int h = 0; h < histories_per_block; ++h) failing += horizon[stake][h] < -0.1f ? 1.0 : 0.0;
        return failing / double(tasks.size() * histories_per_block);
    };
    auto const offered = [&](double intensity) {
        return failing_with(
            changed({}, "with", {extra_intervention(compensation.levers.front(), intensity, compensation.target, false)}));
    };
    double const half = failing_with({}) / 2;
    EXPECT_LE(offered(*compensation.intensity), half);
    EXPECT_GT(offered(*compensation.intensity - 1.0 / 32), half);
}

// Private attitudes below 0 at the horizon, among the sixteen histories of the first block.
int histories_in_which_they_oppose(StudyRunner& runner, Variant const& variant, std::string const& id) {
    auto const model = runner.model(runner.add({variant}));
    int opposed = 0;
    for (int history = 0; history < histories_per_block; ++history) {
        Trace const traced = trace(*model, 0, history);
        auto const& ids = traced.organisation->id;
        auto const i = std::size_t(std::ranges::find(ids, id) - ids.begin());
        int const last = traced.weeks - 1;
        opposed += traced.of(Column::attitude, last, i) < 0 && traced.of(Column::present, last, i) > 0 ? 1 : 0;
    }
    return opposed;
}

// As above, for people: a thirty-second less would leave them opposing in more than half as many histories. Who opposes because of
// who they are is not to be bought: here nobody does.
TEST(Ledger, finds_what_turns_a_blocker) {
    StudyRunner runner(whole("customer_data_trap", {{"mechanisms.attitude.individuality", "0"}}), {});
    std::uint32_t const base = runner.add({{"as it is", ""}});
    std::size_t const stake = position(*runner.model(base), "stake");
    auto const ledger = keep_ledger(runner, {.base = {}, .outcome = stake, .threshold = -2, .blocks = 2});
    ASSERT_TRUE(ledger);
    ASSERT_EQ(ledger->blockers.size(), most_blockers);
    int turned = 0;
    for (Blocker const& blocker : ledger->blockers) {
        int const as_it_was = histories_in_which_they_oppose(runner, {}, blocker.id);
        EXPECT_EQ(blocker.opposes.share.mean, as_it_was / 16.0);
        EXPECT_LT(blocker.opposes.attitude.mean, 0);
        ASSERT_EQ(blocker.opposes.offers.size(), 4u);
        for (SmallestOffer const& offer : blocker.opposes.offers) {
            auto const opposed_at = [&](double intensity) {
                std::vector<Change> extra;
                for (std::string const& lever : offer.levers)
                    extra.emplace_back(extra_intervention(lever, intensity, offer.target, false));
                return histories_in_which_they_oppose(runner, changed({}, "with", extra), blocker.id);
            };
            EXPECT_EQ(offer.remaining.mean, opposed_at(offer.intensity.value_or(1)) / 16.0);
            EXPECT_GT(opposed_at(offer.intensity ? *offer.intensity - 1.0 / 32 : 1.0), as_it_was / 2.0);
            if (!offer.intensity) continue;
            ++turned;
            EXPECT_LE(offer.remaining.mean, blocker.opposes.share.mean / 2);
        }
    }
    EXPECT_GT(turned, 0);
}

TEST(Ledger, counts_histories_that_a_coalition_blocks) {
    StudyRunner runner(whole("who_decides"), {});
    std::uint32_t const base = runner.add({{"as it is", ""}});
    std::size_t const bloc = position(*runner.model(base), "opposing_bloc");
    auto const ledger = keep_ledger(runner, {.base = {}, .outcome = bloc, .threshold = -1, .blocks = 6});
    ASSERT_TRUE(ledger && ledger->blocked);
    std::vector<Task> tasks;
    for (std::uint32_t k = 0; k < 6; ++k) tasks.push_back({base, k});
    double blocked = 0;
    auto const horizons = runner.final_values(tasks);
    for (FinalValues const& horizon : *horizons)
        for (int h = 0; h < histories_per_block; ++h) blocked += horizon[bloc][h] >= 0.2f ? 1.0 : 0.0;
    EXPECT_GT(blocked, 0);
    EXPECT_EQ(ledger->blocked->share.mean, blocked / 96);
    EXPECT_EQ(ledger->blocked->offers.size(), 3u);
    EXPECT_EQ(ledger->failing.share.mean, 0);

    StudyRunner alone(source({{"mechanisms.coalitions", "off"}}), {});
    auto const without = keep_ledger(alone, {.base = {}, .outcome = bloc, .threshold = -1, .blocks = 2});
    ASSERT_TRUE(without);
    EXPECT_FALSE(without->blocked);
}

}  // namespace
}  // namespace micropol
