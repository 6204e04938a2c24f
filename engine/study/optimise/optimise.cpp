#include "study/optimise/optimise.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/json.h"
#include "scenario/sight.h"
#include "study/compare/compare.h"

namespace micropol {

namespace {

// Where the outcomes stand that the search looks at.
struct Positions {
    Criterion criterion;
    std::size_t cost = 0;
    std::optional<std::size_t> credibility = {};  // only if it is limited
};

Positions positions_in(Model const& model, OptimisePlan const& plan) {
    auto const position = [&](std::string_view key) {
        auto const found = position_of(key, model.outcomes());
        if (!found)
            throw InvalidInput(Problem{{model.scenario().file.string()},
                                       Message("the outcome '{0}' is not recorded", {name(key)}),
                                       "a search looks at it",
                                       "add it to 'outcomes', or leave these out: then all are recorded"});
        return *found;
    };
    Positions positions{.criterion = {outcome_named(plan.by, model.outcomes()), plan.less_is_better}, .cost = position("cost")};
    if (!std::isinf(plan.limits.least_credibility)) positions.credibility = position("credibility");
    return positions;
}

void check(OptimisePlan const& plan) {
    if (plan.effort < least_effort || plan.effort > most_effort)
        throw InvalidPlan("effort", Message("a search takes {0} to {1} blocks, not {2}",
                                            {name(std::to_string(least_effort)), name(std::to_string(most_effort)),
                                             name(std::to_string(plan.effort))}));
    if (!(plan.limits.budget > 0)) throw InvalidPlan("budget", "an amount above 0 is needed");
    if (!(plan.limits.least_credibility <= 1)) throw InvalidPlan("least_credibility", "a share is at most 1");
}

// As they are tried: runner and search have the same numbers for them.
std::vector<Trial> given_trials(StudyRunner const& runner, Scenario const& scenario, SearchSpace& space) {
    std::vector<Trial> trials;
    for (Variant const& variant : runner.variants()) {
        Trial& trial = trials.emplace_back(Trial{.strategy = variant.strategy});
        for (Strategy const& strategy : scenario.strategies)
            if (strategy.name == variant.strategy) trial.bundle = bundle_of(space, strategy);
    }
    return trials;
}

double mean_of(Worlds const& histories) { return sum_of(histories) / histories_per_block; }

class Trying {
  public:
    Trying(StudyRunner& runner, std::vector<Strategy> const& strategies, SearchSpace const& space, Positions const& positions)
        : runner_(runner), space_(space), positions_(positions) {
        while (std::ranges::find(strategies, key_, &Strategy::name) != strategies.end()) key_ += '_';
    }

    std::optional<std::vector<Score>> operator()(std::vector<Trial> const& trials, std::span<Task const> tasks) const {
        std::vector<Variant> fresh;
        for (std::size_t k = runner_.variants().size(); k < trials.size(); ++k)
            fresh.push_back({"candidate " + std::to_string(k), key_, {AddStrategy{strategy_of(space_, trials[k].bundle, key_)}}});
        (void)runner_.add(fresh);
        auto const last = runner_.final_values(tasks);
        if (!last) return std::nullopt;
        Criterion const& criterion = positions_.criterion;
        std::vector<Score> scores;
        for (FinalValues const& values : *last)
            scores.push_back({mean_of(values[criterion.outcome]) * (criterion.less_is_better ? -1 : 1),
                              mean_of(values[positions_.cost]),
                              positions_.credibility ? mean_of(values[*positions_.credibility]) : 1});
        return scores;
    }

  private:
    StudyRunner& runner_;
    SearchSpace const& space_;
    Positions const& positions_;
    std::string key_ = "candidate";  // of the strategy that a variant adds
};

// Those given and those found, on the blocks that every study of the scenario simulates. Nothing: it was stopped.
std::optional<std::vector<Contender>> simulate_final(StudyRunner& runner, std::size_t given, std::vector<Found> const& found,
                                                     std::uint32_t blocks) {
    std::vector<Contender> contenders;
    std::vector<std::uint32_t> variants(given);
    std::iota(variants.begin(), variants.end(), 0u);
    for (std::size_t k = 0; k < given; ++k) contenders.push_back({runner.variants()[k].name, runner.variants()[k].meaning, {}});
    for (Found const& one : found) {
        variants.push_back(std::uint32_t(one.trial));
        contenders.push_back({one.name, "", {}});
    }
    std::vector<Task> tasks;
    for (std::uint32_t block = 0; block < blocks; ++block)
        for (std::uint32_t const variant : variants) tasks.push_back({variant, block});
    auto const last = runner.final_values(tasks);
    if (!last) return std::nullopt;
    for (std::size_t k = 0; k < tasks.size(); ++k) contenders[k % contenders.size()].blocks.push_back((*last)[k]);
    return contenders;
}

std::string definition_text(SearchSpace const& space, OptimisePlan const& plan) {
    return Json{{"by", plan.by},
                {"less_is_better", plan.less_is_better},
                {"effort", plan.effort},
                {"budget", plan.limits.budget},
                {"least_credibility", plan.limits.least_credibility},
                {"levers", space.levers},
                {"bundle_size", space.most_levers}}
        .dump();
}

struct Ready {
    Positions positions;
    SearchSpace space;
    Forecast forecast;
};

Ready make_ready(StudyRunner& runner, OptimisePlan const& plan) {
    check(plan);
    std::uint32_t const first = runner.add(contenders_in(runner.source().read(), plan.strategies));
    if (first != 0) throw std::logic_error("a search takes a runner of its own: candidates have the numbers of its variants");
    Ready ready;
    for (std::uint32_t k = 0; k < runner.variants().size(); ++k) ready.forecast.models.push_back(runner.model(k));
    Model const& model = *ready.forecast.models.front();
    ready.positions = positions_in(model, plan);
    ready.space = search_space(model, plan);
    std::size_t const final = ready.forecast.models.size() + most_finalists;
    ready.forecast.blocks = plan.effort + final * model.blocks();
    ready.forecast.kept = final * model.blocks() * model.outcomes().size() * sizeof(Worlds);
    return ready;
}

}  // namespace

SearchSpace search_space(Model const& model, OptimisePlan const& plan) {
    std::vector<std::string> known, levers;
    for (InterventionKind const* kind : intervention_catalogue()) known.emplace_back(kind->plugin.key);
    for (std::string const& lever : plan.levers) {
        if (std::ranges::find(known, lever) == known.end()) {
            Message const guess = did_you_mean(lever, known);
            throw InvalidPlan("levers", Message("there is no intervention '{0}'", {name(lever)}), "",
                              guess.empty() ? see("micropol describe interventions") : guess);
        }
        if (std::ranges::find(levers, lever) == levers.end()) levers.push_back(lever);
    }
    SearchSpace space = default_space(model.scenario(), plan.levers.empty() ? known : levers, model.headcount());
    if (plan.bundle_size && (*plan.bundle_size < 1 || *plan.bundle_size > space.levers.size()))
        throw InvalidPlan("bundle_size", Message("a bundle has 1 to {0} levers here", {Count{space.levers.size()}}));
    space.most_levers = plan.bundle_size.value_or(space.most_levers);
    return space;
}

Forecast forecast(ScenarioSource const& source, OptimisePlan const& plan) {
    StudyRunner runner(source, {});
    return make_ready(runner, plan).forecast;
}

std::optional<Optimum> optimise(StudyRunner& runner, OptimisePlan const& plan) {
    Ready ready = make_ready(runner, plan);
    Model const& model = *ready.forecast.models.front();
    Scenario const& scenario = model.scenario();
    StudyFacts facts = facts_of(model);
    facts.sees_all = facts.sees_all || std::ranges::any_of(ready.space.targets, sees_all);
    count_amounts(facts, ready.forecast.models);
    std::vector<Trial> const given = given_trials(runner, scenario, ready.space);
    runner.begin({.kind = "optimise", .definition = definition_text(ready.space, plan), .facts = facts}, ready.forecast);
    SearchPlan const search_plan{.seed = scenario.seed, .effort = plan.effort, .limits = plan.limits};
    auto const search = search_bundles(ready.space, given, search_plan,
                                       Trying(runner, scenario.strategies, ready.space, ready.positions));
    if (!search) return std::nullopt;
    std::vector<std::string> names;
    for (Strategy const& strategy : scenario.strategies) names.push_back(strategy.name);
    std::vector<Found> const found = found_in(*search, names);
    auto const contenders = simulate_final(runner, given.size(), found, model.blocks());
    if (!contenders) return std::nullopt;
    return conclude(facts, *contenders, ready.positions.criterion, *search, ready.space, search_plan, found);
}

}  // namespace micropol
