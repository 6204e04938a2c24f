// What every study promises: it can be stopped, taken up again from what was kept, left to several machines and watched, and says
// beforehand what it will simulate.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "base/hash.h"
#include "study/compare/compare.h"
#include "study/explain/explain.h"
#include "study/optimise/optimise.h"
#include "study/run/run.h"
#include "study/sweep/sweep.h"
#include "study/tiny_scenario.h"

namespace micropol {
namespace {

// Blocks kept in memory; can be carried over to the next runner.
class Kept final : public Archive {
  public:
    void add(std::uint32_t number, ReadyVariant const& variant) override {
        auto const [known, fresh] = variants.try_emplace(number, variant.scenario);
        if (known->second != variant.scenario) throw std::logic_error("another variant of that number");
    }
    [[nodiscard]] bool has(std::uint64_t unit, Task const& task) const override {
        auto const found = blocks.find(unit);
        if (found == blocks.end()) return false;
        EXPECT_EQ(found->second.first.variant, task.variant);
        EXPECT_EQ(found->second.first.block, task.block);
        return true;
    }
    [[nodiscard]] BlockResult load(std::uint64_t unit) const override { return blocks.at(unit).second; }
    void write(std::uint64_t unit, Task const& task, BlockResult const& result) override { blocks[unit] = {task, result}; }

    std::map<std::uint32_t, std::uint64_t> variants;
    std::map<std::uint64_t, std::pair<Task, BlockResult>> blocks;
};

// A study seen from outside: what it was asked to keep, and how far it came.
struct Watched {
    std::optional<std::uint64_t> result;  // hash of what it concluded
    StudyIdentity identity;
    Forecast forecast;
    std::uint64_t asked = 0;
    std::size_t expected = 0, finished = 0;
    bool is_part = false;
};

using Study = std::function<std::optional<std::uint64_t>(StudyRunner&)>;

constexpr std::size_t all_blocks = 1'000'000;

// most: blocks, after which it is stopped; to the block, since then one thread simulates.
Watched watch(Study const& study, Kept& kept, std::size_t most = all_blocks, Shard shard = {}) {
    Watched watched;
    std::atomic<bool> stop = most == 0;
    StudyRunner runner(tiny(), {.threads = most < all_blocks ? 1 : 2,
                                .shard = shard,
                                .stop = &stop,
                                .expected = [&](std::size_t blocks) { watched.expected += blocks; },
                                .finished_block = [&] { stop = ++watched.finished >= most; },
                                .begin =
                                    [&](StudyIdentity const& identity, Forecast const& forecast) {
                                        watched.identity = identity, watched.forecast = forecast;
                                        return &kept;
                                    }});
    watched.result = study(runner);
    watched.asked = runner.asked(), watched.is_part = runner.is_part();
    return watched;
}

// ------------------------------------------------------------------------------------- what was concluded

struct Digest {
    Hash hash;
    Digest& operator<<(double number) {
        hash.add(std::bit_cast<std::uint64_t>(number));
        return *this;
    }
    Digest& operator<<(std::string const& text) {
        hash.add(text);
        return *this;
    }
    Digest& operator<<(Estimate const& estimate) { return *this << estimate.mean << estimate.low << estimate.high; }
};

std::uint64_t digest_of(RunSummary const& summary) {
    Digest digest;
    digest << double(summary.blocks) << summary.success;
    for (OutcomeSummary const& outcome : summary.outcomes) digest << outcome.at_horizon << double(outcome.weekly.q25.back());
    return digest.hash.add(summary.state_hash).value();
}

std::uint64_t digest_of(Comparison const& comparison) {
    Digest digest;
    digest << double(comparison.blocks) << comparison.stopped.selected;
    for (Standing const& standing : comparison.standings)
        digest << standing.name << standing.regret << standing.level.front() << standing.against_none.back();
    return digest.hash.value();
}

std::uint64_t digest_of(Sweep const& sweep) {
    Digest digest;
    for (auto const& arm : sweep.values)
        for (auto const& outcome : arm)
            for (double const value : outcome) digest << value;
    for (ResponseConclusion const& response : sweep.responses) digest << response.mean;
    return digest.hash.value();
}

std::uint64_t digest_of(Optimum const& optimum) {
    Digest digest;
    digest << double(optimum.tried) << double(optimum.choice.value_or(99));
    for (Found const& found : optimum.found) digest << found.name << double(found.bundle.size());
    return digest.hash.add(digest_of(optimum.comparison)).value();
}

std::uint64_t digest_of(Explanation const& explanation) {
    Digest digest;
    digest << double(explanation.told.has_value()) << double(explanation.told ? explanation.told->chronicle.size() : 0);
    if (explanation.why)
        for (CauseShare const& cause : explanation.why->causes) digest << cause.key << cause.share << cause.alone;
    if (explanation.pivotal)
        for (PivotalPerson const& person : explanation.pivotal->people) digest << person.id << person.change;
    if (explanation.ledger) {
        digest << explanation.ledger->failing.share;
        for (SmallestOffer const& offer : explanation.ledger->failing.offers)
            digest << offer.intensity.value_or(9) << offer.effect;
    }
    if (explanation.fork)
        for (Estimate const& difference : explanation.fork->difference) digest << difference;
    return digest.hash.value();
}

template <class Result>
std::optional<std::uint64_t> digest_of(std::optional<Result> const& result) {
    return result ? std::optional(digest_of(*result)) : std::nullopt;
}

// ------------------------------------------------------------------------------------- the studies

struct Case {
    std::string name;
    Study study;
    Forecast (*forecast)(ScenarioSource const&);
    bool known_beforehand = false;  // how many blocks there will be
};

template <auto plan, auto study>
Case make(std::string name, bool known_beforehand) {
    return {std::move(name), [](StudyRunner& runner) { return digest_of(study(runner, plan())); },
            [](ScenarioSource const& source) { return forecast(source, plan()); }, known_beforehand};
}

RunPlan run_plan() { return {.strategy = "patient"}; }
ComparePlan compare_plan() { return {.by = "data_skill"}; }
ComparePlan selecting_plan() { return {.by = "data_skill", .until = Stopped::Rule::selected, .aim = 0.01}; }
SweepPlan morris_plan() { return {.size = 3, .outcomes = {{"data_skill"}}}; }
SweepPlan grid_plan() {
    return {.factors = {{"culture.rivalry", UniformDistribution{0.1, 0.5}, {0, 1}},
                        {"governance.rule", Words{"ceo", "committee"}, {}},
                        {"strategy", Words{"none", "pushing"}, {}}},
            .design = Design::grid,
            .levels = 2,
            .outcomes = {{"data_skill"}, {"quits"}}};
}
OptimisePlan optimise_plan() {
    return {.by = "data_skill", .levers = {"training", "champions"}, .bundle_size = 1, .effort = 1500};
}
ExplainPlan everything_plan() { return {.what = {"pushing", "pushing", {}, ""}}; }
ExplainPlan fork_plan() {
    return {.what = {"pushing", "pushing", {}, ""},
            .history = HistoryNumber{1, 5},
            .factors = {"hiding"},
            .fork = parse_fork(3, {"drop training", "add champions intensity=0.5 target={who: losers}"})};
}
std::optional<Comparison> comparison(StudyRunner& runner, ComparePlan const& plan) { return compare(runner, plan); }

std::vector<Case> const& cases() {
    static std::vector<Case> const all{
        make<run_plan, run>("run", true),
        make<compare_plan, comparison>("compare", true),
        make<selecting_plan, comparison>("compare_until_selected", false),
        make<morris_plan, sweep>("sweep_morris", true),
        make<grid_plan, sweep>("sweep_grid", true),
        make<optimise_plan, optimise>("optimise", false),
        make<everything_plan, explain>("explain_everything", false),
        make<fork_plan, explain>("explain_fork", false),
    };
    return all;
}

class Plans : public testing::TestWithParam<Case> {};
INSTANTIATE_TEST_SUITE_P(Each, Plans, testing::ValuesIn(cases()), [](auto const& one) { return one.param.name; });

TEST_P(Plans, counts_its_blocks_and_keeps_them) {
    Kept kept;
    Watched const whole = watch(GetParam().study, kept);
    ASSERT_TRUE(whole.result);
    EXPECT_FALSE(whole.is_part);
    EXPECT_EQ(whole.expected, whole.asked);
    EXPECT_EQ(whole.finished, whole.asked);
    EXPECT_EQ(kept.blocks.size(), whole.asked);
    EXPECT_EQ(whole.identity.planned.has_value(), GetParam().known_beforehand);
    if (whole.identity.planned) {
        EXPECT_EQ(*whole.identity.planned, whole.asked);
    }
}

TEST_P(Plans, says_beforehand_what_it_simulates) {
    Kept kept;
    Watched const whole = watch(GetParam().study, kept);
    Forecast const expected = GetParam().forecast(tiny());
    EXPECT_EQ(expected.blocks, whole.forecast.blocks);
    EXPECT_EQ(expected.more, whole.forecast.more);
    EXPECT_FALSE(expected.models.empty());
    EXPECT_GT(expected.memory_needed(1), 0u);
    if (GetParam().known_beforehand) {
        EXPECT_EQ(expected.blocks, whole.asked);
    } else if (!expected.open) {
        EXPECT_LE(whole.asked, (expected.blocks + expected.more) * 11 / 10) << "about";
    }
}

TEST_P(Plans, gives_nothing_when_it_is_stopped) {
    Kept kept;
    Watched const stopped = watch(GetParam().study, kept, 0);
    EXPECT_FALSE(stopped.result);
    EXPECT_FALSE(stopped.is_part);
    EXPECT_TRUE(kept.blocks.empty());
}

TEST_P(Plans, is_taken_up_again_wherever_it_was_stopped) {
    Kept all;
    Watched const whole = watch(GetParam().study, all);
    for (std::size_t const part : {1, 3}) {
        Kept kept;
        Watched const stopped = watch(GetParam().study, kept, whole.asked * part / 4);
        EXPECT_FALSE(stopped.result);
        std::size_t const there = kept.blocks.size();
        ASSERT_EQ(there, whole.asked * part / 4);
        Watched const resumed = watch(GetParam().study, kept);
        EXPECT_EQ(resumed.result, whole.result);
        EXPECT_EQ(resumed.asked, whole.asked);
        EXPECT_EQ(resumed.finished, whole.asked - there) << "what is known is not simulated";
        EXPECT_EQ(resumed.expected, resumed.finished);
        EXPECT_EQ(resumed.identity.definition, whole.identity.definition);
        EXPECT_EQ(kept.variants, all.variants);
    }
}

TEST_P(Plans, is_left_to_several_machines_where_its_length_is_known) {
    Kept all, kept;
    Watched const whole = watch(GetParam().study, all);
    if (!GetParam().known_beforehand) {
        EXPECT_THROW((void)watch(GetParam().study, kept, all_blocks, {1, 2}), InvalidPlan);
        return;
    }
    Watched const first = watch(GetParam().study, kept, all_blocks, {1, 3}),
                  second = watch(GetParam().study, kept, all_blocks, {2, 3});
    EXPECT_FALSE(first.result || second.result);
    EXPECT_TRUE(first.is_part && second.is_part);
    Watched const third = watch(GetParam().study, kept, all_blocks, {3, 3});
    EXPECT_EQ(third.result, whole.result) << "everything is there";
    EXPECT_EQ(first.finished + second.finished + third.finished, whole.asked);
}

TEST(Plan, studies_of_one_runner_do_not_disturb_one_another) {
    StudyRunner runner(tiny(), {.threads = 2}), alone(tiny(), {.threads = 2});
    auto const compared = compare(runner, compare_plan());
    auto const summary = run(runner, run_plan());
    auto const swept = sweep(runner, morris_plan());
    auto const explained = explain(runner, fork_plan());
    EXPECT_EQ(digest_of(summary), digest_of(run(alone, run_plan())));
    EXPECT_EQ(digest_of(compared), digest_of(compare(alone, compare_plan())));
    EXPECT_EQ(digest_of(swept), digest_of(sweep(alone, morris_plan())));
    EXPECT_EQ(digest_of(explained), digest_of(explain(alone, fork_plan())));
    EXPECT_THROW((void)optimise(runner, optimise_plan()), std::logic_error);
}

TEST(Plan, what_is_known_is_not_simulated_again) {
    Kept kept, other;
    ExplainPlan plan = fork_plan();
    auto const study = [&](StudyRunner& runner) { return digest_of(explain(runner, plan)); };
    Watched const whole = watch(study, kept);
    StudyRunner runner(tiny(), {});
    runner.add({plan.what});
    plan.known = *runner.final_values(std::vector<Task>{{0, 0}, {0, 1}, {0, 2}, {0, 3}});
    Watched const known = watch(study, other);
    EXPECT_EQ(known.result, whole.result);
    EXPECT_EQ(known.asked + 4, whole.asked);
    plan.known[1][0] = Worlds(0.123f), plan.by = "attitude";
    for (Worlds& values : plan.known[1]) values = Worlds(0.123f);
    StudyRunner again(tiny(), {});
    EXPECT_THROW((void)explain(again, plan), InvalidInput) << "another version of the program made it";
}

// A strategy that waits for something cannot be broken off before it has begun: then it is not there at all.
TEST(Plan, a_strategy_that_waits_is_broken_off_too) {
    ScenarioSource const source = [] {
        Strategy waiting{.name = "waiting", .meaning = {}, .interventions = {}, .place = {}};
        InterventionSection& section = waiting.interventions.emplace_back();
        section.key = "training", section.intensity.value = 0.8;
        section.when = Trigger{
            .outcome = "substantive", .below = 0.9, .above = {}, .at_week = {}, .from_week = 3, .for_weeks = 0, .place = {}};
        return ScenarioSource(tiny().read({AddStrategy{waiting}}).resolved, "waiting.yaml", known_plugins());
    }();
    StudyRunner runner(source, {.threads = 2});
    auto const explained = explain(runner, {.what = {"waiting", "waiting", {}, ""}, .by = "data_skill", .pivotal = true});
    ASSERT_TRUE(explained && explained->pivotal);
    EXPECT_EQ(explained->pivotal->weeks.size(), 8u);
    EXPECT_EQ(explained->pivotal->weeks[0].change.mean, explained->pivotal->weeks[3].change.mean)
        << "nothing was seen before week 3";
    EXPECT_LT(explained->pivotal->weeks[0].change.mean, 0) << "nobody learns";
}

}  // namespace
}  // namespace micropol
