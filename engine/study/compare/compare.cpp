#include "study/compare/compare.h"

#include <algorithm>
#include <limits>

#include "study/compare/comparison_text.h"
#include "study/decide/undecided.h"

namespace micropol {

namespace {

constexpr double default_indifference = 0.02;  // of a share: two points

double aim_of(ComparePlan const& plan, OutcomeKind const& outcome) {
    bool const selects = plan.until == Stopped::Rule::selected;
    std::string const field = selects ? "indifference" : "until_ci";
    if (plan.aim && !(*plan.aim > 0)) throw InvalidPlan(field, "an amount above 0 is needed");
    if (plan.aim) return *plan.aim;
    if (!selects) throw InvalidPlan(field, "a width is needed that every interval shall come below");
    if (outcome.unit == Unit::share || outcome.unit == Unit::flag) return default_indifference;
    throw InvalidPlan(field, "the smallest difference that matters is needed here, in the unit of the outcome",
                      Message("'{0}' is no share", {name(outcome.plugin.key)}));
}

StoppingRule rule_of(ComparePlan const& plan, Model const& model, Criterion const& criterion) {
    StoppingRule rule{.rule = plan.until, .most = model.blocks()};
    if (plan.until == Stopped::Rule::all_blocks) return rule;
    rule.aim = aim_of(plan, *model.outcomes()[criterion.outcome]);
    if (!plan.capped) rule.most = std::numeric_limits<std::uint32_t>::max() / histories_per_block;
    return rule;
}

// Each under a name of its own.
void add_variants(std::vector<Variant>& contenders, std::vector<Variant> const& more, Scenario const& scenario) {
    for (Variant const& variant : more) {
        bool const taken = std::ranges::find(contenders, variant.name, &Variant::name) != contenders.end() ||
                           std::ranges::find(scenario.strategies, variant.name, &Strategy::name) != scenario.strategies.end();
        if (taken)
            throw InvalidPlan("variant", Message("the name '{0}' is taken", {name(variant.name)}),
                              "every strategy and every variant has a name of its own", "give it another name");
        contenders.push_back(variant);
    }
}

void begin_later(std::vector<Variant>& contenders, LaterStart const& later, Scenario const& scenario) {
    if (later.week < 1 || later.week >= scenario.weeks)
        throw InvalidPlan("from-week", Message("strategies cannot begin in week {0}", {name(std::to_string(later.week))}),
                          Message("the scenario has {0} weeks, and the first is 0", {Count{std::uint64_t(scenario.weeks)}}));
    for (Variant& contender : contenders) {
        std::vector<Change> changes = changes_of(later, scenario, contender.strategy);
        contender.changes.insert(contender.changes.begin(), changes.begin(), changes.end());
    }
}

// What is compared week by week and block by block must have the same weeks, outcomes and departments.
void require_alike(std::vector<std::shared_ptr<Model const>> const& models, std::vector<Variant> const& variants) {
    StudyFacts const first = facts_of(*models.front());
    for (std::size_t k = 1; k < models.size(); ++k) {
        StudyFacts const facts = facts_of(*models[k]);
        bool const same_study = facts.weeks == first.weeks && facts.seed == first.seed && facts.outcomes == first.outcomes &&
                                models[k]->blocks() == models.front()->blocks();
        if (same_study && facts.departments == first.departments && facts.department_groups == first.department_groups) continue;
        throw InvalidPlan("variant",
                          same_study ? Message("'{0}' has other departments", {name(variants[k].name)})
                                     : Message("'{0}' changes weeks, runs, seed or outcomes", {name(variants[k].name)}),
                          "only what is recorded alike can be compared", "change that for all of them: --set PATH=VALUE");
    }
}

struct Ready {
    std::uint32_t first;  // variant
    Criterion criterion;
    Unit unit;  // of the criterion
    StoppingRule rule;
    Forecast forecast;
};

Ready make_ready(StudyRunner& runner, ComparePlan const& plan) {
    Scenario const scenario = runner.source().read();
    std::vector<Variant> variants = contenders_in(scenario, plan.strategies);
    add_variants(variants, plan.variants, scenario);
    if (variants.size() == 1)
        throw InvalidInput(
            Problem{{scenario.file.string()},
                    "there is nothing to compare",
                    scenario.strategies.empty() ? "the scenario has no strategies" : "only doing nothing is asked for",
                    "add some under 'strategies'; micropol describe interventions shows what can be done"});
    if (plan.later) begin_later(variants, *plan.later, scenario);
    Ready ready{.first = runner.add(variants), .criterion = {}, .unit = {}, .rule = {}, .forecast = {}};
    for (std::uint32_t k = 0; k < variants.size(); ++k) ready.forecast.models.push_back(runner.model(ready.first + k));
    require_alike(ready.forecast.models, variants);
    Model const& model = *ready.forecast.models.front();
    ready.criterion = {outcome_named(plan.by, model.outcomes()), plan.less_is_better};
    ready.unit = model.outcomes()[ready.criterion.outcome]->unit;
    ready.rule = rule_of(plan, model, ready.criterion);
    ready.forecast.blocks = std::uint64_t(next_check(ready.rule, 0)) * variants.size();
    ready.forecast.open = ready.rule.rule != Stopped::Rule::all_blocks;
    std::size_t const kept_weeks = plan.series ? std::size_t(scenario.weeks) : 0;  // two numbers a block, and the last week
    ready.forecast.kept = std::size_t(ready.forecast.blocks) * model.outcomes().size() * kept_weeks * 2 * sizeof(float) +
                          std::size_t(ready.forecast.blocks) * model.outcomes().size() * sizeof(Worlds);
    return ready;
}

// Nothing: it was stopped, or is part of a study.
std::optional<Stopped> simulate(StudyRunner& runner, Ready const& ready, std::vector<Contender>& contenders, WeeklyTable* series,
                                DrawnNumbers& drawn, std::function<void(RuleCheck const&)> const& checked) {
    StoppingRule const& rule = ready.rule;
    Stopped stopped{.rule = rule.rule, .met = false, .aim = rule.aim};
    for (std::uint32_t blocks = 0; blocks < rule.most && !stopped.met;) {
        std::uint32_t const until = next_check(rule, blocks);
        std::vector<Task> tasks;
        for (std::uint32_t block = blocks; block < until; ++block)
            for (std::uint32_t k = 0; k < contenders.size(); ++k) tasks.push_back({ready.first + k, block});
        auto const last = runner.final_values(tasks, [&](std::size_t k, BlockResult const& result) {
            std::uint32_t const variant = tasks[k].variant - ready.first;
            if (series) series->add(variant, result);
            drawn.add(tasks[k].block, ready.forecast.models[variant]->uncertain(), result.drawn);
        });
        if (!last) return std::nullopt;
        for (std::size_t k = 0; k < tasks.size(); ++k) contenders[tasks[k].variant - ready.first].blocks.push_back((*last)[k]);
        blocks = until;
        stopped = check_rule(rule, contenders, ready.criterion, ready.unit);
        if (checked && !stopped.met && rule.rule == Stopped::Rule::narrow)
            checked({rule, blocks, widest_interval(contenders, ready.criterion, ready.unit)});
    }
    return stopped;
}

}  // namespace

std::vector<Variant> contenders_in(Scenario const& scenario, std::vector<std::string> const& strategies) {
    auto const named = [&](std::string_view name) { return std::ranges::find(scenario.strategies, name, &Strategy::name); };
    if (auto const none = named(no_strategy); none != scenario.strategies.end())
        throw InvalidInput(Problem{none->place, "a strategy is called 'none'",
                                   "in a comparison that is the scenario without any strategy", "give it another name"});
    std::vector<Variant> contenders{{std::string(no_strategy), ""}};
    for (std::string const& asked : strategies)
        if (asked != no_strategy && std::ranges::find(contenders, asked, &Variant::strategy) == contenders.end())
            contenders.push_back({asked, asked, {}, named(asked) == scenario.strategies.end() ? "" : named(asked)->meaning});
    if (!strategies.empty()) return contenders;
    for (Strategy const& strategy : scenario.strategies)
        contenders.push_back({strategy.name, strategy.name, {}, strategy.meaning});
    return contenders;
}

Forecast forecast(ScenarioSource const& source, ComparePlan const& plan) {
    StudyRunner runner(source, {});
    return make_ready(runner, plan).forecast;
}

std::optional<Comparison> compare(StudyRunner& runner, ComparePlan const& plan,
                                  std::function<void(RuleCheck const&)> const& checked) {
    Ready const ready = make_ready(runner, plan);
    StudyFacts facts = facts_of(*ready.forecast.models.front());
    count_amounts(facts, ready.forecast.models);
    facts.sees_all = std::ranges::any_of(ready.forecast.models, &Model::sees_all);
    runner.begin({.kind = "compare",
                  .definition = definition_text(ready.rule, ready.criterion, facts, plan.later),
                  .view = criterion_text(ready.criterion, facts),
                  .facts = facts,
                  .retention = plan.series ? Retention::everything : Retention::departments,
                  .planned = ready.forecast.open ? std::nullopt : std::optional(ready.forecast.blocks)},
                 ready.forecast);
    std::vector<Contender> contenders;
    for (std::size_t k = 0; k < ready.forecast.models.size(); ++k) {
        Variant const& variant = runner.variants()[ready.first + k];
        contenders.push_back({variant.name, variant.meaning, {}});
    }
    std::vector<std::string> names;
    for (Contender const& contender : contenders) names.push_back(contender.name);
    DrawnNumbers drawn;
    auto const stopped = simulate(runner, ready, contenders, plan.series ? plan.series(names) : nullptr, drawn, checked);
    if (!stopped) return std::nullopt;
    Comparison comparison = compare(facts, contenders, ready.criterion);
    comparison.stopped = *stopped, comparison.later = plan.later;
    if (plan.undecided) {
        *plan.undecided = {.contenders = std::move(contenders), .drawn = drawn.of_first(comparison.blocks)};
        for (auto const& model : ready.forecast.models) mark_given(plan.undecided->drawn, model->assumptions());
    }
    return comparison;
}

}  // namespace micropol
