// A company that the program made from a hidden setting, calibrated by what it showed. Everything is drawn from fixed seeds: what is
// expected here holds or does not, always.

#include "study/calibrate/calibrate.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <set>

#include "cli/program.h"
#include "findings/calibrated.h"
#include "findings/in_english.h"
#include "observation/look.h"
#include "store/calibrated_json.h"
#include "store/store.h"

namespace micropol {
namespace {

constexpr char const* company = R"(micropol: 1
name: A company
organisation:
  departments:
    - {name: Marketing, headcount: 30}
    - {name: Sales, headcount: 40}
transformation:
  initiatives:
    - {name: CRM}
mechanisms:
  adoption: {pace: {uniform: [0.05, 0.9]}, constant: {uniform: [-2, 2]}}
strategies:
  learn: {interventions: [{lever: training, intensity: 0.6}]}
runs: {weeks: 20, histories: 16, seed: 5}
)";

ScenarioSource source(std::string const& text = company) { return {text, "company.yaml", known_plugins()}; }

constexpr double hidden_pace = 0.7, hidden_constant = 1.2;

// Log-ins of both departments in twelve weeks, as one history of the hidden setting shows them.
Evidence observed(double pace = hidden_pace, double constant = hidden_constant) {
    Evidence evidence{.departments = {"Marketing", "Sales"}, .cells = {}};
    for (int week = 0; week < 12; ++week)
        for (std::size_t const group : {0u, 1u})
            evidence.cells.push_back({.seen = Seen::logged_in, .week = week, .group = group, .people = group == 0 ? 30u : 40u});
    Model const model(source().read({SetNumber{"runs.seed", 77}, SetNumber{"mechanisms.adoption.pace", pace},
                                     SetNumber{"mechanisms.adoption.constant", constant}}),
                      "");
    std::vector<Worlds> const seen = look_at_block(model, 3, evidence).weekly;
    for (std::size_t k = 0; k < seen.size(); ++k) evidence.cells[k].value = double(seen[k][4]);
    return evidence;
}

CalibratePlan small_plan() { return {.evidence = observed(), .table = 400, .particles = 300, .waves = 1, .settings_each = 100}; }

std::size_t number_named(Calibrated const& calibrated, std::string const& path) {
    return std::size_t(std::ranges::find(calibrated.numbers, path, &Factor::path) - calibrated.numbers.begin());
}

Calibrated calibrated_with(CalibratePlan const& plan) {
    StudyRunner runner(source(), {.threads = 2});
    auto const calibrated = calibrate(runner, plan);
    EXPECT_TRUE(calibrated);
    return *calibrated;
}

Calibrated const& calibrated_once() {
    static Calibrated const calibrated = calibrated_with(small_plan());
    return calibrated;
}

TEST(Calibrate, moves_towards_the_hidden_setting_and_covers_it) {
    Calibrated const& calibrated = calibrated_once();
    ASSERT_EQ(calibrated.posterior.count(), 300u);
    for (auto const& [path, hidden] :
         {std::pair{"mechanisms.adoption.pace", hidden_pace}, std::pair{"mechanisms.adoption.constant", hidden_constant}}) {
        std::size_t const number = number_named(calibrated, path);
        ASSERT_LT(number, calibrated.numbers.size());
        std::vector<double> values;
        for (std::size_t k = 0; k < calibrated.posterior.count(); ++k) values.push_back(calibrated.value(k, number));
        std::ranges::sort(values);
        EXPECT_LE(values[3], hidden) << path;
        EXPECT_GE(values[values.size() - 4], hidden) << path;
        auto const& uniform = std::get<UniformDistribution>(std::get<Distribution>(calibrated.numbers[number].values));
        double const before = (uniform.low + uniform.high) / 2, after = values[values.size() / 2];
        EXPECT_LT(std::abs(after - hidden), std::abs(before - hidden)) << path;
    }
    EXPECT_TRUE(calibrated.posterior.learned[number_named(calibrated, "mechanisms.adoption.constant")].moved);
    EXPECT_FALSE(calibrated.posterior.misfit.flagged);
}

TEST(Calibrate, believes_only_what_the_evidence_depends_on) {
    std::set<std::string> paths;
    for (Factor const& number : calibrated_once().numbers) paths.insert(number.path);
    EXPECT_TRUE(paths.contains("measurement.log_in_rate"));
    EXPECT_FALSE(paths.contains("measurement.shading")) << "nobody was asked";
    EXPECT_EQ(paths.size(), 4u);
}

TEST(Calibrate, says_so_where_the_model_cannot_do_it) {
    CalibratePlan plan = small_plan();
    plan.waves = 0;
    for (EvidenceCell& cell : plan.evidence.cells) cell.value = cell.week % 2 == 0 ? 1.0 : 0.0;
    Calibrated const calibrated = calibrated_with(plan);
    EXPECT_TRUE(calibrated.posterior.misfit.flagged);
    EXPECT_FALSE(calibrated.posterior.misfit.unreached.empty());
}

TEST(Calibrate, names_the_department_whose_log_ins_stop) {
    CalibratePlan plan = small_plan();
    plan.waves = 0;
    for (EvidenceCell& cell : plan.evidence.cells)
        if (cell.week >= 8 && cell.group == 1) cell.value = 0;
    Calibrated const calibrated = calibrated_with(plan);
    ASSERT_TRUE(calibrated.posterior.misfit.flagged);
    std::string const said = in_english(verdict_on(calibrated)).front();
    EXPECT_NE(said.find("log-ins, Sales, from week 8 on"), std::string::npos) << said;
}

TEST(Calibrate, holds_out_weeks_and_judges_them) {
    CalibratePlan plan = small_plan();
    plan.waves = 0, plan.hold_out_from = 8;
    Calibrated const calibrated = calibrated_with(plan);
    ASSERT_EQ(calibrated.retrodictions.size(), 1u);
    auto const& forecasters = calibrated.retrodictions.front().forecasters;
    ASSERT_EQ(forecasters.size(), 5u);
    for (Forecaster const& one : forecasters) {
        EXPECT_EQ(one.numbers, 8u) << one.name;
        EXPECT_GT(one.score, 0) << one.name;
    }
    EXPECT_LT(forecasters[0].score, forecasters[1].score) << "better than what was believed before";
    CalibratePlan other = plan;  // what is held out teaches nothing
    for (EvidenceCell& cell : other.evidence.cells)
        if (cell.week >= 8) cell.value = 0;
    EXPECT_EQ(calibrated_with(other).posterior.where, calibrated.posterior.where);
    plan.hold_out_from = 0;
    StudyRunner runner(source(), {});
    EXPECT_THROW((void)calibrate(runner, plan), InvalidPlan);
}

TEST(Calibrate, does_not_depend_on_threads) {
    StudyRunner one(source(), {.threads = 1}), many(source(), {.threads = 3});
    EXPECT_EQ(stored_json_of(*calibrate(one, small_plan())), stored_json_of(*calibrate(many, small_plan())));
}

// Into a file; stops after so many blocks, and says whether it came to an end.
bool keep(std::filesystem::path const& file, std::size_t stop_after) {
    std::atomic<bool> stop = false;
    std::size_t finished = 0;
    std::optional<Store> store;
    StudyRunner runner(source(), {.threads = 2,
                                  .stop = &stop,
                                  .finished_block = [&] { stop = ++finished >= stop_after; },
                                  .begin =
                                      [&](StudyIdentity const& study, Forecast const&) {
                                          StudyRecord record{.kind = study.kind,
                                                             .definition = study.definition,
                                                             .view = study.view,
                                                             .facts = study.facts,
                                                             .retention = study.retention,
                                                             .planned = study.planned,
                                                             .shard = {},
                                                             .provenance = {}};
                                          record.provenance.scenario = source().read().resolved;
                                          return &store.emplace(file, record);
                                      }});
    auto const calibrated = calibrate(runner, small_plan());
    if (!calibrated) return false;
    store->finish(runner.asked(), {.json = stored_json_of(*calibrated).dump()});
    return true;
}

TEST(Calibrate, stopped_and_gone_on_with_is_the_same_bytes) {
    cli::Folder const folder;
    ASSERT_TRUE(keep(folder / "whole.db", 1'000'000));
    ASSERT_FALSE(keep(folder / "parts.db", 150)) << "in the table";
    ASSERT_FALSE(keep(folder / "parts.db", 290)) << "in the first wave";
    ASSERT_TRUE(keep(folder / "parts.db", 1'000'000));
    EXPECT_EQ(cli::content_of(folder / "whole.db"), cli::content_of(folder / "parts.db"));
    StoredStudy const study(folder / "whole.db");
    EXPECT_TRUE(study.check().empty());
    Calibrated const read = calibrated_in(study);
    EXPECT_EQ(stored_json_of(read), stored_json_of(calibrated_once())) << "and reads back as it was";
}

TEST(Calibrate, blocks_take_draws_of_the_posterior) {
    auto const given = std::make_shared<GivenNumbers const>(given_by(calibrated_once(), 5));
    EXPECT_FALSE(given->find("measurement.log_in_rate")) << "how a company is looked at does not change it";
    Model const before(source().read(), "learn"), after(source().read(), "learn", given);
    std::size_t const constant = std::size_t(std::ranges::find(after.uncertain(), "mechanisms.adoption.constant") -
                                             after.uncertain().begin());
    std::set<double> taken;
    for (std::uint32_t block = 0; block < 20; ++block) {
        double const value = after.block(block).drawn[constant];
        EXPECT_EQ(value, given->of_block(block)[*given->find("mechanisms.adoption.constant")]);
        taken.insert(value);
        EXPECT_EQ(before.block(block).organisation->department, after.block(block).organisation->department);
    }
    EXPECT_GT(taken.size(), 12u);
    Model const fixed(source().read({SetNumber{"mechanisms.adoption.constant", 0.25}}), "", given);
    EXPECT_EQ(std::ranges::count(fixed.uncertain(), "mechanisms.adoption.constant"), 0) << "what is certain stays";
}

}  // namespace
}  // namespace micropol
