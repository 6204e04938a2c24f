#include "study/explain/explain.h"

#include <charconv>

#include "base/json.h"

namespace micropol {

namespace {

using Values = std::vector<double>;

struct Parts {
    bool told = false, why = false, pivotal = false, ledger = false;
};

Parts parts_of(ExplainPlan const& plan) {
    Parts parts{.why = plan.why || !plan.factors.empty(), .pivotal = plan.pivotal, .ledger = plan.ledger || plan.failing};
    bool const some = parts.why || parts.pivotal || parts.ledger, history = plan.history || plan.fork;
    parts.told = !some || history;
    if (!some && !history) parts.why = parts.pivotal = parts.ledger = true;
    return parts;
}

std::vector<Cause> causes_of(Model const& model, ExplainPlan const& plan) {
    return plan.factors.empty() ? default_causes_of(model) : causes_named(model, plan.factors);
}

// Blocks that these parts simulate at most.
std::uint64_t most_blocks(Parts const& parts, Model const& model, ExplainPlan const& plan, std::uint64_t blocks) {
    bool const everywhere = model.data_quality() != nullptr;  // the same people in every block
    std::uint64_t most = 0;
    if (parts.why) most += (std::uint64_t(1) << causes_of(model, plan).size()) * blocks;
    if (parts.pivotal) most += 2 * default_candidates * (everywhere ? blocks : 1) + parts_of_horizon * blocks;
    constexpr std::uint64_t tries = 1 + halvings, levers = 3;
    if (parts.ledger)
        most += blocks + 2 * (blocks_of_search + levers * (tries * blocks_of_search + blocks)) +
                most_blockers * (levers + 1) * (tries + 2) * (everywhere ? std::uint64_t(blocks_of_search) : 1);
    return most;
}

std::string name_of(HistoryNumber const& number) { return std::to_string(number.block) + '.' + std::to_string(number.history); }

struct Ready {
    std::uint32_t first;  // variant: what is explained; the fork comes behind it
    std::size_t by;
    std::uint32_t blocks;
    Parts parts;
    Forecast forecast;
};

Ready make_ready(StudyRunner& runner, ExplainPlan const& plan) {
    if (plan.failing && !(*plan.failing > 0 && *plan.failing < 1))
        throw InvalidPlan("failing", "a share of histories lies between 0 and 1");
    Ready ready{.first = runner.add({plan.what}), .by = 0, .blocks = 0, .parts = parts_of(plan), .forecast = {}};
    auto const model = runner.model(ready.first);
    if (plan.fork) {
        Variant otherwise = plan.what;
        otherwise.name = "otherwise";
        for (Change& change : changes_of(*plan.fork, model->scenario(), otherwise.strategy))
            otherwise.changes.push_back(std::move(change));
        runner.add({otherwise});
    }
    ready.by = outcome_named(plan.by.value_or("substantive"), model->outcomes());
    ready.blocks = plan.known.empty() ? model->blocks() : std::uint32_t(plan.known.size());
    auto const* const number = plan.history ? std::get_if<HistoryNumber>(&*plan.history) : nullptr;
    if (number && (number->block >= ready.blocks || number->history < 0 || number->history >= histories_per_block))
        throw InvalidPlan("history",
                          Message("there is no history {0} among BLOCK.HISTORY from 0.0 to {1}",
                                  {name(name_of(*number)), name(name_of({ready.blocks - 1, histories_per_block - 1}))}));
    ready.forecast = {.models = {model},
                      .blocks = (plan.known.empty() ? ready.blocks : 0) + (plan.fork ? ready.blocks : 0),
                      .more = most_blocks(ready.parts, *model, plan, ready.blocks),
                      .whole = model->blocks()};
    return ready;
}

// ------------------------------------------------------------------------------------- identity

std::string shortest(double number) {
    char text[32];
    return {text, std::to_chars(text, text + sizeof text, number).ptr};
}

// As it is asked for: a list of texts to each thing asked.
std::string definition_text(ExplainPlan const& plan) {
    Json json = Json::object();
    auto const say = [&](char const* what, std::vector<std::string> const& values) { json[what] = Json(values); };
    if (!plan.what.strategy.empty()) say("strategy", {plan.what.strategy});
    if (plan.history) {
        auto const* const number = std::get_if<HistoryNumber>(&*plan.history);
        say("history",
            {number ? name_of(*number) : std::string(history_rank_names[std::size_t(std::get<HistoryRank>(*plan.history))])});
    }
    if (plan.by) say("by", {*plan.by});
    if (plan.less_is_better) say("less-is-better", {});
    if (plan.why) say("why", {});
    std::string factors;
    for (std::string const& factor : plan.factors) factors += (factors.empty() ? "" : ",") + factor;
    if (!plan.factors.empty()) say("factors", {factors});
    if (plan.pivotal) say("pivotal", {});
    if (plan.threshold) say("threshold", {shortest(*plan.threshold)});
    if (plan.ledger) say("ledger", {});
    if (plan.failing) say("failing", {shortest(*plan.failing)});
    if (!plan.fork) return json.dump();
    say("at-week", {std::to_string(plan.fork->week)});
    std::vector<std::string> then;
    for (ForkPlan::Step const& step : plan.fork->then) then.push_back(step.text);
    if (!then.empty()) say("then", then);
    return json.dump();
}

// ------------------------------------------------------------------------------------- its parts

// [outcome][block * 16 + history] at the horizon
std::vector<Values> by_outcome(std::span<FinalValues const> blocks) {
    std::vector<Values> values(blocks.empty() ? 0 : blocks.front().size());
    for (FinalValues const& block : blocks)
        for (std::size_t k = 0; k < values.size(); ++k)
            for (int history = 0; history < histories_per_block; ++history) values[k].push_back(double(block.at(k)[history]));
    return values;
}

ChosenHistory chosen_history(ExplainPlan const& plan, Values const& values) {
    auto const history = plan.history.value_or(HistoryRank::median);
    if (auto const* const rank = std::get_if<HistoryRank>(&history))
        return choose_history(values, std::string(history_rank_names[std::size_t(*rank)]), plan.less_is_better);
    auto const& [block, number] = std::get<HistoryNumber>(history);
    return {"named", block, number, values[std::size_t(block) * histories_per_block + std::size_t(number)]};
}

struct Simulated {
    std::vector<Values> as_it_was, otherwise;  // [outcome][block * 16 + history]
};

// Nothing: it was stopped.
std::optional<Simulated> simulate(StudyRunner& runner, ExplainPlan const& plan, Ready const& ready) {
    std::vector<Task> tasks;
    for (std::uint32_t block = 0; plan.known.empty() && block < ready.blocks; ++block) tasks.push_back({ready.first, block});
    for (std::uint32_t block = 0; plan.fork && block < ready.blocks; ++block) tasks.push_back({ready.first + 1, block});
    auto const last = runner.final_values(tasks);
    if (!last) return std::nullopt;
    std::span<FinalValues const> const simulated(*last);
    std::size_t const forked = plan.fork ? ready.blocks : 0;
    return Simulated{by_outcome(plan.known.empty() ? simulated.first(simulated.size() - forked) : std::span(plan.known)),
                     by_outcome(simulated.last(forked))};
}

// A study that is known may be of another version of the program.
void require_the_same(Model const& model, ChosenHistory const& chosen, Trace const& trace, std::size_t by) {
    if (double(trace.outcomes[by].back()) == chosen.value || chosen.value != chosen.value) return;
    throw InvalidInput(Problem{{model.scenario().file.string()},
                               Message("history {0} cannot be reproduced", {name(name_of({chosen.block, chosen.history}))}),
                               "its outcome differs; the file was written by another version",
                               "simulate the scenario again"});
}

// False if it was stopped. histories: [block * 16 + history] of the outcome; block: whose people are asked about where every block
// draws others.
bool find_causes(StudyRunner& runner, ExplainPlan const& plan, Ready const& ready, Values const& histories, std::uint32_t block,
                 Explanation& explanation) {
    Model const& model = *ready.forecast.models.front();
    double const threshold = plan.threshold.value_or(default_threshold(model.scenario(), *model.outcomes()[ready.by], histories));
    if (ready.parts.why) {
        explanation.why = attribute(runner, plan.what, causes_of(model, plan), ready.by, ready.blocks);
        if (!explanation.why) return false;
    }
    if (ready.parts.pivotal) {
        explanation.pivotal = find_pivotal(
            runner, {.base = plan.what, .outcome = ready.by, .threshold = threshold, .blocks = ready.blocks, .block = block});
        if (!explanation.pivotal) return false;
    }
    if (ready.parts.ledger) {
        explanation.ledger = keep_ledger(runner, {.base = plan.what,
                                                  .outcome = ready.by,
                                                  .threshold = threshold,
                                                  .less_is_better = plan.less_is_better,
                                                  .blocks = ready.blocks,
                                                  .block = block,
                                                  .wanted = plan.failing});
        if (!explanation.ledger) return false;
    }
    return true;
}

}  // namespace

Forecast forecast(ScenarioSource const& source, ExplainPlan const& plan) {
    StudyRunner runner(source, {});
    return make_ready(runner, plan).forecast;
}

std::optional<Explanation> explain(StudyRunner& runner, ExplainPlan const& plan) {
    Ready const ready = make_ready(runner, plan);
    Model const& model = *ready.forecast.models.front();
    Explanation explanation{
        .facts = facts_of(model), .blocks = ready.blocks, .outcome = ready.by, .less_is_better = plan.less_is_better};
    bool const offers_see_all = ready.parts.ledger && Target{}.sight == Sight::truth;  // they are for losers and opponents
    explanation.facts.sees_all = offers_see_all || std::ranges::any_of(ready.forecast.models, &Model::sees_all);
    count_amounts(explanation.facts, ready.forecast.models);
    runner.begin({.kind = "explain", .definition = definition_text(plan), .facts = explanation.facts}, ready.forecast);
    auto const simulated = simulate(runner, plan, ready);
    if (!simulated) return std::nullopt;
    ChosenHistory const chosen = chosen_history(plan, simulated->as_it_was[ready.by]);
    if (!find_causes(runner, plan, ready, simulated->as_it_was[ready.by], chosen.block, explanation)) return std::nullopt;
    auto const traced = std::make_shared<Trace const>(trace(model, chosen.block, chosen.history));
    require_the_same(model, chosen, *traced, ready.by);
    if (ready.parts.told) {
        explanation.told = tell(*traced, chosen, explanation.facts, ready.by);
        explanation.trace = traced;
    }
    if (plan.fork) {
        std::vector<std::string> then;
        for (ForkPlan::Step const& step : plan.fork->then) then.push_back(step.text);
        explanation.fork = fork(plan.fork->week, then, simulated->as_it_was, simulated->otherwise, model.outcomes(), ready.by);
        side_by_side(*explanation.fork, *traced, trace(*runner.model(ready.first + 1), chosen.block, chosen.history), ready.by);
    }
    return explanation;
}

}  // namespace micropol
