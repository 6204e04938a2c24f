#include "study/explain/pivotal.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "cli/program.h"
#include "networks.h"
#include "study/explain/extra.h"
#include "support/paths.h"
#include "words/german.h"

namespace micropol {
namespace {

namespace fs = std::filesystem;
using testing::UnorderedElementsAre;

// Five people of whom Eva knows nobody and has no vote.
constexpr char const* five = R"(micropol: 1
name: Five people
organisation:
  people:
    list:
      - {id: Ada, department: Sales, level: 1}
      - {id: Ben, department: Sales, level: 0}
      - {id: Cora, department: Marketing, level: 1}
      - {id: Dan, department: Marketing, level: 0}
      - {id: Eva, department: Marketing, level: 0}
  ties:
    list:
      - {from: Ada, to: Ben}
      - {from: Ada, to: Cora}
      - {from: Cora, to: Dan}
transformation: {initiatives: [{name: CRM}]}
governance: {executive_pressure: 0.3}
strategies:
  short: {interventions: [{lever: training, intensity: 0.8, until_week: 6}]}
runs: {weeks: 24, histories: 64, seed: 3}
)";

std::vector<std::uint64_t> hashes(ScenarioSource const& source, std::vector<Variant> const& variants) {
    StudyRunner runner(source, {});
    runner.add(variants);
    std::vector<Task> tasks;
    for (std::uint32_t k = 0; k < variants.size(); ++k) tasks.push_back({k, 1});
    std::vector<std::uint64_t> found(variants.size());
    (void)runner.perform(tasks, [&](std::size_t k, BlockResult const& result) { found[k] = result.state_hash; });
    return found;
}

TEST(Silencing, somebody_without_ties_changes_nothing_to_the_bit) {
    cli::Folder const folder;
    ScenarioSource const source(folder.write("five.yaml", five), known_plugins());
    Scenario const scenario = source.read();
    auto const hash = hashes(
        source, {{"as it is", ""}, {"Eva", "", {with_silenced(scenario, "Eva")}}, {"Ada", "", {with_silenced(scenario, "Ada")}}});
    EXPECT_EQ(hash[0], hash[1]);
    EXPECT_NE(hash[0], hash[2]);
}

TEST(Silencing, takes_ties_and_vote_and_leaves_the_rest) {
    cli::Folder const folder;
    ScenarioSource const source(folder.write("five.yaml", five), known_plugins());
    Model const before(source.read(), ""), after(source.read({SilencePeople{{"Cora"}}}), "");
    Block const block = before.block(0), silent = after.block(0);
    Organisation const &with = *block.organisation, &without = *silent.organisation;
    EXPECT_EQ(without.headcount(), 5u);
    EXPECT_EQ(with.ties.count(), 6u);
    EXPECT_EQ(without.ties.count(), 2u);
    EXPECT_EQ(without.ties.other, (std::vector<std::uint32_t>{1, 0}));
    EXPECT_EQ(without.ties.reverse, (std::vector<std::uint32_t>{1, 0}));
    EXPECT_TRUE(without.silenced[2]);
    EXPECT_EQ(with.trait, without.trait);
}

TEST(Silencing, names_who_is_not_there) {
    cli::Folder const folder;
    ScenarioSource const source(folder.write("five.yaml", five), known_plugins());
    try {
        Model const model(source.read({SilencePeople{{"Adda"}}}), "");
        FAIL() << "taken";
    } catch (InvalidInput const& invalid) {
        EXPECT_THAT(untranslated(invalid.problems()), testing::IsEmpty());
        EXPECT_THAT(invalid.what(), testing::HasSubstr("there is nobody with id 'Adda'"));
    }
}

TEST(Pivotal, after_the_last_week_of_a_strategy_nothing_is_asked_and_nothing_open) {
    cli::Folder const folder;
    StudyRunner runner(ScenarioSource(folder.write("five.yaml", five), known_plugins()), {});
    auto const found = find_pivotal(runner,
                                    {.base = {"", "short"}, .outcome = 0, .threshold = 0.5, .blocks = 2, .candidates = 3});
    ASSERT_TRUE(found);
    EXPECT_FALSE(found->block);
    EXPECT_EQ(found->people.size(), 6u);  // three, silenced and won over
    ASSERT_EQ(found->weeks.size(), 2u);   // weeks 0 and 3 of a grid of three
    EXPECT_EQ(found->weeks[1].week, 3);
}

ScenarioSource verification(std::string const& name, std::vector<Override> overrides) {
    return {paths::source_folder() / "scenarios" / "verification" / (name + ".yaml"),
            known_plugins(),
            {.overrides = std::move(overrides), .allow_outside = true, .privacy = {.names_shown = true}}};
}

struct ClubFacts {
    fs::path folder;
    int with_the_first = 0;  // of 34 members
};

class PivotalInAClub : public testing::TestWithParam<ClubFacts> {};

// After Zachary (1977). Everything is exact there: nothing is drawn.
TEST_P(PivotalInAClub, the_two_leaders) {
    StudyRunner runner(
        verification("karate_club", {{"organisation.ties.files", (GetParam().folder / "edges_contexts.csv").string()}}), {});
    auto const found = find_pivotal(runner, {.base = {}, .outcome = 0, .threshold = 0.5, .blocks = 1, .candidates = 34});
    ASSERT_TRUE(found);
    EXPECT_FALSE(found->can_win_over);
    ASSERT_EQ(found->people.size(), 34u);
    EXPECT_THAT((std::vector<std::string>{found->people[0].id, found->people[1].id}), UnorderedElementsAre("1", "34"));
    // Without the first leader all hands but his own are gone; without the other all members but that one raise theirs. Silencing
    // anybody else costs at most their own.
    int const with_the_first = GetParam().with_the_first;
    EXPECT_NEAR(found->people[0].change.mean, (33 - with_the_first) / 34.0, 1e-6);
    EXPECT_NEAR(found->people[1].change.mean, -(with_the_first - 1) / 34.0, 1e-6);
    for (std::size_t k = 2; k < 34; ++k) EXPECT_LT(std::abs(found->people[k].change.mean), 1.5 / 34) << found->people[k].id;
    EXPECT_EQ(found->people[0].flips.mean, 1);
}

INSTANTIATE_TEST_SUITE_P(Network, PivotalInAClub,
                         testing::ValuesIn(at_hand<ClubFacts>({invented_network("club"), 15},
                                                              {published_network("zachary_karate"), 16})),
                         invented_or_published);

// First week at whose end somebody in each of the groups has heard of it; the horizon where that never happens.
class Spread final : public Observer {
  public:
    Spread(Organisation const& organisation, int weeks) : organisation_(organisation), weeks_needed(histories_per_block, weeks) {}
    void see(int week, History const& history, std::span<Deployment const>) override {
        for (int h = 0; h < histories_per_block; ++h) {
            std::vector<bool> reached(organisation_.departments.size());
            for (std::size_t i = 0; i < organisation_.headcount(); ++i)
                if (history[Column::stage][i][h] >= float(Stage::aware)) reached[organisation_.department[i]] = true;
            bool const all = std::ranges::find(reached, false) == reached.end();
            int& needed = weeks_needed[std::size_t(h)];
            if (all) needed = std::min(needed, week);
        }
    }

  private:
    Organisation const& organisation_;

  public:
    std::vector<int> weeks_needed;  // [history]
};

std::vector<double> weeks_until_all_groups_know(Model const& model) {
    std::vector<double> weeks;
    for (std::uint32_t number = 0; number < 8; ++number) {
        Block const block = model.block(number);
        Spread spread(*block.organisation, model.scenario().weeks);
        (void)simulate_block(block, {}, model.scenario().weeks, model.scenario().seed, &spread);
        weeks.insert(weeks.end(), spread.weeks_needed.begin(), spread.weeks_needed.end());
    }
    return weeks;
}

struct MillFacts {
    fs::path folder;
};

class Strike : public testing::TestWithParam<MillFacts> {};

// After Michael (1997). 128 histories of each; the difference is many standard errors wide, so that no seed would turn it.
TEST_P(Strike, told_to_the_brokers_an_offer_reaches_all_groups_sooner) {
    fs::path const folder = GetParam().folder;
    ScenarioSource const source = verification("strike",
                                               {{"organisation.people.file", (folder / "nodes.csv").string()},
                                                {"organisation.ties.files", (folder / "edges_discussed_strike.csv").string()}});
    Model const brokers(source.read(), "brokers"), negotiators(source.read(), "negotiators");
    ASSERT_EQ(brokers.departments().size(), 3u);
    std::vector<double> const by_brokers = weeks_until_all_groups_know(brokers),
                              by_negotiators = weeks_until_all_groups_know(negotiators);
    Estimate const difference = paired_difference(by_brokers, by_negotiators);
    EXPECT_LT(difference.high, 0);
    EXPECT_LT(2 * estimate(by_brokers).mean, estimate(by_negotiators).mean);
}

INSTANTIATE_TEST_SUITE_P(Network, Strike,
                         testing::ValuesIn(at_hand<MillFacts>({invented_network("mill")}, {published_network("michael_strike")})),
                         invented_or_published);

}  // namespace
}  // namespace micropol
