// assumptions: drawn

#include <gtest/gtest.h>

#include <set>

#include "base/plausible.h"
#include "model/known_numbers.h"
#include "model/model.h"
#include "state/numbers_of_all_levers.h"
#include "support/tiny_company.h"

namespace micropol {
namespace {

std::string const strategies = R"(
assumptions: drawn
shocks: [{kind: budget_cut, week: 3}]
strategies:
  teach: {interventions: [{lever: training, intensity: 0.5}]}
  teach twice:
    interventions:
      - {lever: champions}
      - {lever: training, target: Sales}
      - {lever: training, effect: 0.7, weekly_cost: 3}
)";

Model model(std::string const& more, std::string const& strategy = "") {
    return {parse_scenario(tiny_company + more, "plan.yaml", ".", known_plugins()), strategy};
}

Assumption const& number(std::vector<Assumption> const& all, std::string const& path) {
    auto const found = std::ranges::find(all, path, &Assumption::path);
    EXPECT_NE(found, all.end()) << path;
    return *found;
}

// As block `b` has it; nothing where it is not drawn.
std::optional<double> drawn(Model const& model, std::uint32_t b, std::string const& path) {
    auto const found = std::ranges::find(model.uncertain(), path);
    if (found == model.uncertain().end()) return std::nullopt;
    return model.block(b).drawn[std::size_t(found - model.uncertain().begin())];
}

TEST(DrawnAssumptions, are_those_that_nobody_gives_and_that_are_no_identity) {
    Model const drawn_model = model("assumptions: drawn\nculture: {rivalry: 0.3}\n");
    std::vector<Assumption> const all = drawn_model.assumptions();
    for (KnownNumber const& known : known_numbers()) {
        if (known.path.starts_with("levers") || known.path.starts_with("shocks")) continue;
        std::string path = known.path;
        if (auto const first = path.find("initiatives.0"); first != std::string::npos) path.replace(first, 13, "initiatives.CRM");
        Assumption const& one = number(all, path);
        Range const range = plausible_range(known.spec);
        EXPECT_EQ(is_uncertain(one), path != "culture.rivalry" && range.low < range.high) << path;
    }
    EXPECT_EQ(std::get<double>(number(all, "culture.rivalry").value), 0.3);
    EXPECT_EQ(std::get<double>(number(all, "success.substantive").value), 0.5);
}

TEST(DrawnAssumptions, lie_in_what_is_plausible) {
    Model const drawn_model = model("assumptions: drawn\n");
    std::vector<Assumption> const all = drawn_model.assumptions();
    for (std::uint32_t b = 0; b < 8; ++b) {
        Block const block = drawn_model.block(b);
        ASSERT_EQ(block.drawn.size(), drawn_model.uncertain().size());
        for (std::size_t k = 0; k < block.drawn.size(); ++k) {
            auto const& belief = std::get<TriangularDistribution>(number(all, drawn_model.uncertain()[k]).value);
            EXPECT_LE(belief.low, block.drawn[k]) << drawn_model.uncertain()[k];
            EXPECT_LE(block.drawn[k], belief.high) << drawn_model.uncertain()[k];
        }
    }
}

TEST(DrawnAssumptions, default_is_as_without_the_word) {
    EXPECT_TRUE(model("assumptions: default\n").uncertain().empty());
    EXPECT_EQ(model("").assumptions().size(), model("assumptions: default\n").assumptions().size());
}

TEST(DrawnAssumptions, a_lever_is_believed_the_same_in_every_strategy_and_use) {
    Model const once = model(strategies, "teach"), twice = model(strategies, "teach twice");
    for (char const* path : {"levers.learning.build_up", "levers.training.weekly_cost", "levers.optimism"})
        for (std::uint32_t b = 0; b < 3; ++b) {
            ASSERT_TRUE(drawn(once, b, path)) << path;
            EXPECT_EQ(drawn(once, b, path), drawn(twice, b, path)) << path;
        }
    // What one use says itself is its own.
    std::vector<Assumption> const all = twice.assumptions();
    EXPECT_EQ(std::get<double>(number(all, "strategies.teach twice.2.effect").value), 0.7);
    // No number twice: the inputs of a block are independent.
    std::set<std::string> const paths(twice.uncertain().begin(), twice.uncertain().end());
    EXPECT_EQ(paths.size(), twice.uncertain().size());
}

TEST(DrawnAssumptions, optimism_moves_all_effects_that_are_not_given) {
    auto const effect_of = [](Model const& one, std::size_t intervention) {
        Block const block = one.block(0);
        std::vector<Step const*> found;
        for (Step const& step : block.steps)
            if (step.intervention) found.push_back(&step);
        // With full intensity for everybody a lever from 0 rises to its effect.
        Step const& step = *found.at(intervention);
        Chance const chance(1, 0);
        History history(*block.organisation, block.settings);
        Week week(*block.organisation, block.settings, chance, history, 0);
        week.begin(step.access);
        step.intervention->act(week, std::vector<Worlds>(block.organisation->headcount(), Worlds(1.0f)));
        week.end();
        return history[step.access.updates.front()][0][0];
    };
    std::string const known = "strategies: {teach: {interventions: [{lever: training}, {lever: champions, effect: 0.8}]}}\n";
    EXPECT_FLOAT_EQ(effect_of(model(known, "teach"), 0), 1);
    Model const half = model(known + "levers: {optimism: 0.5, training: {effect: 0.6}, champions: {effect: 0.9}}\n", "teach");
    EXPECT_FLOAT_EQ(effect_of(half, 0), 0.6f) << "given: as it is";
    EXPECT_FLOAT_EQ(effect_of(half, 1), 0.8f);
    EXPECT_FLOAT_EQ(effect_of(model(known + "levers: {optimism: 0.5}\n", "teach"), 0), 0.5f);
    EXPECT_FLOAT_EQ(effect_of(model(known + "levers: {optimism: 2}\n", "teach"), 0), 1) << "never above what it can be";
}

TEST(DrawnAssumptions, of_a_planned_shock_only_the_size_is_uncertain) {
    Model const one = model(strategies);
    EXPECT_TRUE(drawn(one, 0, "shocks.0.size"));
    EXPECT_FALSE(drawn(one, 0, "shocks.0.hazard"));
}

TEST(KnownNumbers, are_taken_by_set_as_they_are_named) {
    ScenarioSource const source(tiny_company + "shocks: [{kind: budget_cut}]\n", "plan.yaml", known_plugins());
    for (KnownNumber const& known : known_numbers()) {
        auto const field = source.field_at(known.path);
        ASSERT_TRUE(field && field->number) << known.path;
        EXPECT_EQ(field->range.high, known.spec.range.high) << known.path;
    }
    // As the interventions call it.
    EXPECT_TRUE(source.field_at("interventions.training.effect"));
    EXPECT_FALSE(source.field_at("interventions.shouting.effect"));
}

}  // namespace
}  // namespace micropol
