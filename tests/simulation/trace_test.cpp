// A history looked at is the same history.

#include "simulation/trace.h"

#include <gmock/gmock.h>

#include <filesystem>

#include "simulation/week_loop.h"
#include "support/paths.h"

namespace micropol {
namespace {

Model small_company(std::string const& strategy = "", std::vector<Override> overrides = {}) {
    overrides.insert(overrides.begin(), {{"runs.weeks", "60"}, {"runs.histories", "16"}});
    auto const file = paths::source_folder() / "scenarios/marketing_sales.yaml";
    return {read_scenario(file, known_plugins(), {overrides, false}), strategy};
}

// Hash of the whole state at the end of every week.
class Hashes final : public Observer {
  public:
    explicit Hashes(ColumnSet const& pulled) : pulled_(pulled) {}
    void see(int, History const& history, std::span<Deployment const>) override {
        History copy = history;
        spread_unpulled(pulled_, copy);
        of_week.push_back(copy.hash());
    }
    std::vector<std::uint64_t> of_week;

  private:
    ColumnSet pulled_;
};

std::vector<std::uint64_t> weekly_hashes(Model const& model) {
    Block const block = model.block(0);
    Hashes hashes(pulled_levers(block.steps, model.outcomes()));
    (void)simulate_block(block, model.outcomes(), model.scenario().weeks, model.scenario().seed, &hashes);
    return hashes.of_week;
}

TEST(Trace, looks_without_touching) {
    Model const model = small_company("bundle");
    BlockResult const alone = simulate_block(model, 0);
    Block const block = model.block(0);
    Hashes hashes(pulled_levers(block.steps, model.outcomes()));
    BlockResult const seen = simulate_block(block, model.outcomes(), 60, model.scenario().seed, &hashes);
    EXPECT_EQ(alone.state_hash, seen.state_hash);
    EXPECT_EQ(hashes.of_week.size(), 60u);
    EXPECT_EQ(hashes.of_week.back(), alone.state_hash);
}

TEST(Trace, holds_the_outcomes_of_its_history) {
    Model const model = small_company();
    BlockResult const alone = simulate_block(model, 0);
    Trace const traced = trace(model, 0, 11);
    ASSERT_EQ(traced.outcomes.size(), model.outcomes().size());
    for (std::size_t k = 0; k < traced.outcomes.size(); ++k)
        for (std::size_t week = 0; week < 60; ++week) {
            float const there = traced.outcomes[k][week], here = alone.weekly[k * 60 + week][11];
            EXPECT_TRUE(there == here || (there != there && here != here)) << model.outcomes()[k]->plugin.key << ' ' << week;
        }
    EXPECT_THROW((void)trace(model, 0, 16), std::out_of_range);
}

// Whatever is done from a week on, the weeks before it are the same to the bit, and the week itself is not.
TEST(Trace, what_is_done_later_changes_no_earlier_week) {
    std::vector<std::uint64_t> const as_it_was = weekly_hashes(small_company("pressure"));
    for (InterventionKind const* kind : intervention_catalogue()) {
        std::string const key(kind->plugin.key);
        std::vector<std::uint64_t> const otherwise = weekly_hashes(
            small_company("pressure", {{"interventions.+", "{lever: " + key + ", intensity: 1, from_week: 20}"}}));
        for (std::size_t week = 0; week < 20; ++week) ASSERT_EQ(as_it_was[week], otherwise[week]) << key << ", week " << week;
        EXPECT_NE(as_it_was[20], otherwise[20]) << key;
    }
}

TEST(Trace, notes_when_a_lever_is_in_force) {
    Model const model = small_company(
        "", {{"interventions.+", "{lever: training, intensity: 0.4, target: [IT], from_week: 5, until_week: 9}"}});
    Trace const traced = trace(model, 0, 3);
    ASSERT_EQ(traced.levers.size(), 1u);
    for (std::size_t week = 0; week < 60; ++week)
        EXPECT_EQ(traced.levers[0].reached[week], week >= 5 && week < 9 ? 26 : 0) << week;
    EXPECT_NEAR(traced.levers[0].intensity[6], 26 * 0.4, 1e-4);
    std::vector<std::pair<int, EventKind>> noted;
    for (Event const& event : events_of(traced))
        if (event.what == EventKind::lever_pulled || event.what == EventKind::lever_released)
            noted.emplace_back(event.week, event.what);
    EXPECT_THAT(noted, testing::ElementsAre(std::pair(5, EventKind::lever_pulled), std::pair(9, EventKind::lever_released)));
}

TEST(Trace, events_are_differences_of_the_state) {
    Trace const traced = trace(small_company("pressure"), 0, 0);
    int last = 0, decisions = 0;
    for (Event const& event : events_of(traced)) {
        EXPECT_GE(event.week, last);
        last = event.week;
        auto const now = [&](Column column) { return traced.of(column, event.week, event.who); };
        if (event.what == EventKind::starts_hiding) {
            EXPECT_EQ(now(Column::tactic), float(Tactic::hide));
        } else if (event.what == EventKind::joins) {
            EXPECT_EQ(now(Column::coalition), float(event.other));
        } else if (event.what == EventKind::stage_change) {
            EXPECT_NE(event.before, event.after);
        } else if (event.what == EventKind::becomes_aware && event.other != nobody) {
            EXPECT_NE(traced.of(Column::stage, event.week - 1, event.other), float(Stage::unaware));
        }
        decisions += event.what == EventKind::decision;
    }
    EXPECT_EQ(decisions, int(traced.of(Column::meetings, 59)));
}

}  // namespace
}  // namespace micropol
