// What a plug-in says it touches is all it touches. Runs for every entry of the three catalogues, in the middle of histories
// in which everything else goes on as usual.

#include <gtest/gtest.h>

#include <cmath>
#include <functional>

#include "laws/situation.h"

namespace micropol::laws {
namespace {

constexpr int middle = 11;  // week; with interventions in force and meetings at every fourth week behind it

// The state before the given week's step, and after it.
struct Moment {
    History before, after;
};

// Situations with enough people for something to happen.
std::vector<Situation const*> lively() {
    std::vector<Situation const*> found;
    for (Situation const& situation : situations())
        if (situation.block.organisation->headcount() >= 5 && situation.seed <= 5) found.push_back(&situation);
    return found;
}

History lived(Situation const& situation) {
    History history = start(situation);
    live(situation, history, middle);
    return history;
}

void step(Situation const& situation, Step const& one, History& history) { live(situation, {one}, history, middle, middle + 1); }

// The step of that name, or of that kind with numbers of its own, always in force for all in its lists. Cost, burden,
// credibility and the choice of people by their state are no part of a plug-in.
Step step_of(Situation const& situation, std::string_view key) {
    Step found = *std::ranges::find(situation.block.steps, key, &Step::name);
    found.from_week = 0, found.until_week = 1000, found.watch.reset();
    found.who = Who::all, found.top = {};
    found.weekly_cost = found.cost_per_head = found.credibility = found.mistiming_cost = 0;
    found.burden = found.working_time = 0;
    return found;
}

void expect_to_change_only_what_it_declares(PluginSpec const& plugin) {
    bool changed_something = false;
    for (Situation const* situation : lively()) {
        SCOPED_TRACE(situation->name);
        History const before = lived(*situation);
        History after = before;
        step(*situation, step_of(*situation, plugin.key), after);
        EXPECT_EQ(differing_columns(before, after, changed_by(plugin.access)), "");
        changed_something = changed_something || !differing_columns(before, after).empty();
    }
    EXPECT_TRUE(changed_something) << "it never did anything";
}

bool listed(Column column, std::span<Column const> list) { return std::ranges::find(list, column) != list.end(); }

// Columns whose values now the plug-in cannot know: neither read nor changed in place.
std::vector<Column> unknown_to(Access const& access) {
    std::vector<Column> columns;
    for (ColumnSpec const& spec : column_specs())
        if (!listed(spec.column, access.reads) && !listed(spec.column, access.updates)) columns.push_back(spec.column);
    return columns;
}

// Not a number wherever the plug-in may not look, second buffers included: it must neither notice nor leave any of it behind.
void spoil(History& history, Access const& access) {
    for (Column const column : unknown_to(access)) std::ranges::fill(history[column], Worlds(std::nanf("")));
    for (Column const column : access.writes)
        if (listed(column, access.reads)) std::ranges::fill(history.next(column), Worlds(std::nanf("")));
}

void expect_to_know_only_what_it_declares(PluginSpec const& plugin) {
    std::vector<Column> const changed = changed_by(plugin.access);
    for (Situation const* situation : lively()) {
        SCOPED_TRACE(situation->name);
        History expected = lived(*situation);
        History found = expected;
        step(*situation, step_of(*situation, plugin.key), expected);
        spoil(found, plugin.access);
        step(*situation, step_of(*situation, plugin.key), found);
        for (Column const column : changed)
            EXPECT_TRUE(same_bits(std::as_const(expected)[column], std::as_const(found)[column])) << spec_of(column).name;
    }
}

// Whether another plug-in acts just before, its changes taken back, makes no difference: nobody shares a sequence of chance.
void expect_to_be_independent_of(PluginSpec const& plugin, std::string_view other) {
    for (Situation const* situation : lively()) {
        SCOPED_TRACE(situation->name + ", after " + std::string(other));
        History alone = lived(*situation);
        History const before = alone;
        History together = alone;
        Step const one = step_of(*situation, plugin.key), another = step_of(*situation, other);
        step(*situation, one, alone);
        step(*situation, another, together);
        for (Column const column : changed_by(another.access)) std::ranges::copy(before[column], together[column].begin());
        step(*situation, one, together);
        EXPECT_EQ(differing_columns(alone, together), "");
    }
}

// ---------------------------------------------------------------------------------------------------- mechanisms

class EveryMechanism : public testing::TestWithParam<MechanismKind const*> {
  protected:
    [[nodiscard]] PluginSpec const& plugin() const { return GetParam()->plugin; }
};

TEST_P(EveryMechanism, changes_only_what_it_declares) { expect_to_change_only_what_it_declares(plugin()); }
TEST_P(EveryMechanism, knows_only_what_it_declares) { expect_to_know_only_what_it_declares(plugin()); }

TEST_P(EveryMechanism, lives_through_the_same_chance_whoever_else_acts) {
    for (MechanismKind const* other : mechanism_catalogue())
        if (other != GetParam()) expect_to_be_independent_of(plugin(), other->plugin.key);
}

TEST_P(EveryMechanism, leaves_what_it_writes_as_it_started_when_it_is_off) {
    for (Situation const* situation : lively()) {
        SCOPED_TRACE(situation->name);
        std::vector<Step> steps;
        for (Step const& one : situation->block.steps)
            if (one.mechanism && one.name != plugin().key) steps.push_back(one);  // without levers no intervention acts
        History history = start(*situation);
        live(*situation, steps, history, 0, 30);
        std::vector<Column> const changed_by_others = changing_columns(steps);
        for (Column const column : changed_by(plugin().access)) {
            ASSERT_FALSE(listed(column, changed_by_others)) << spec_of(column).name;
            EXPECT_TRUE(same_bits(history[column], start(*situation)[column])) << spec_of(column).name;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Laws, EveryMechanism, testing::ValuesIn(mechanism_catalogue().begin(), mechanism_catalogue().end()),
                         key_of);

// ---------------------------------------------------------------------------------------------------- interventions

class EveryIntervention : public testing::TestWithParam<InterventionKind const*> {
  protected:
    [[nodiscard]] PluginSpec const& plugin() const { return GetParam()->plugin; }
};

TEST_P(EveryIntervention, changes_only_what_it_declares) { expect_to_change_only_what_it_declares(plugin()); }
TEST_P(EveryIntervention, knows_only_what_it_declares) { expect_to_know_only_what_it_declares(plugin()); }

TEST_P(EveryIntervention, changes_nothing_at_intensity_zero) {
    for (Situation const* situation : lively()) {
        SCOPED_TRACE(situation->name);
        Step without_intensity = step_of(*situation, plugin().key);
        std::ranges::fill(without_intensity.intensity, 0.0f);
        std::vector<Step> steps = situation->block.steps;
        auto const after_levers = std::ranges::find(steps, std::string_view("levers"), &Step::name) + 1;
        steps.insert(after_levers, without_intensity);
        History with = start(*situation), without = start(*situation);
        live(*situation, steps, with, 0, 40);
        live(*situation, situation->block.steps, without, 0, 40);
        EXPECT_EQ(differing_columns(with, without), "");
    }
}

TEST_P(EveryIntervention, reaches_only_those_it_is_for) {
    for (Situation const* situation : lively()) {
        SCOPED_TRACE(situation->name);
        Step for_the_second = step_of(*situation, plugin().key);
        std::ranges::fill(for_the_second.intensity, 0.0f);
        for_the_second.intensity[1] = 1;
        History const before = lived(*situation);
        History after = before;
        step(*situation, for_the_second, after);
        for (Column const column : changed_by(plugin().access))
            for (std::size_t i = 0; i < before[column].size(); ++i) {
                bool const untouched = same_bits(before[column].subspan(i, 1), std::as_const(after)[column].subspan(i, 1));
                EXPECT_TRUE(untouched || i == 1) << "employee " << i;
            }
    }
}

INSTANTIATE_TEST_SUITE_P(Laws, EveryIntervention,
                         testing::ValuesIn(intervention_catalogue().begin(), intervention_catalogue().end()), key_of);

// ---------------------------------------------------------------------------------------------------- outcomes

class EveryOutcome : public testing::TestWithParam<OutcomeKind const*> {};

TEST_P(EveryOutcome, knows_only_what_it_declares_and_changes_nothing) {
    OutcomeKind const& kind = *GetParam();
    for (Situation const* situation : lively()) {
        SCOPED_TRACE(situation->name);
        History history = lived(*situation);
        Chance const chance(situation->seed, situation->block.number);
        auto const measure = [&] {
            Week week(*situation->block.organisation, situation->block.settings, chance, history, middle);
            week.begin(kind.plugin.access);
            return kind.measure(week);
        };
        History const before = history;
        Worlds const expected = measure();
        EXPECT_EQ(differing_columns(before, history), "");
        spoil(history, kind.plugin.access);
        Worlds const found = measure();
        EXPECT_TRUE(same_bits({&expected, 1}, {&found, 1}));
    }
}

INSTANTIATE_TEST_SUITE_P(Laws, EveryOutcome, testing::ValuesIn(outcome_catalogue().begin(), outcome_catalogue().end()), key_of);

}  // namespace
}  // namespace micropol::laws
