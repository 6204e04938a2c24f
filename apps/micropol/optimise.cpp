#include "micropol/optimise.h"
#include "base/json.h"

#include <algorithm>
#include <iostream>
#include <numeric>

#include "micropol/before_running.h"
#include "micropol/machine.h"
#include "micropol/show.h"
#include "micropol/wording.h"
#include "study/optimise/optimum.h"

namespace micropol::app {

namespace {

constexpr long long most_effort = 100'000'000;  // blocks

std::vector<std::string> parse_levers(Arguments const& arguments) {
    std::vector<std::string> known, asked;
    for (InterventionKind const* kind : intervention_catalogue()) known.emplace_back(kind->plugin.key);
    if (!arguments.has("levers")) return known;
    for (std::string const& lever : arguments.list("levers")) {
        if (std::ranges::find(known, lever) == known.end()) {
            std::string const guess = did_you_mean(lever, known);
            throw WrongUsage("--levers takes names of interventions with commas between, not '" + lever + "'" +
                             (guess.empty() ? "; see micropol describe interventions" : ", " + guess));
        }
        if (std::ranges::find(asked, lever) == asked.end()) asked.push_back(lever);
    }
    return asked;
}

SearchPlan parse_plan(Arguments const& arguments, Scenario const& scenario) {
    SearchPlan plan{.seed = scenario.seed};
    if (auto const effort = arguments.whole_number("effort", (long long)least_effort, most_effort))
        plan.effort = std::size_t(*effort);
    if (auto const budget = arguments.positive_number("budget")) plan.limits.budget = *budget;
    if (auto const least = arguments.positive_number("least-credibility")) plan.limits.least_credibility = *least;
    if (plan.limits.least_credibility > 1) throw WrongUsage("--least-credibility takes a share from 0 to 1");
    return plan;
}

// Where the outcomes stand that the search looks at.
struct Positions {
    std::size_t cost = 0;
    std::optional<std::size_t> credibility;  // only if it is limited
};

Positions positions_in(Model const& model, Limits const& limits) {
    auto const position = [&](std::string_view key) {
        auto const found = position_of(key, model.outcomes());
        if (!found)
            throw InvalidInput(Problem{{model.scenario().file.string()},
                                       "the outcome '" + std::string(key) + "' is not recorded",
                                       "a search looks at it",
                                       "add it to 'outcomes', or leave these out: then all are recorded"});
        return *found;
    };
    Positions positions{.cost = position("cost"), .credibility = {}};
    if (!std::isinf(limits.least_credibility)) positions.credibility = position("credibility");
    return positions;
}

double mean_of(Worlds const& histories) { return sum_of(histories) / histories_per_block; }

// Trials as variants of a runner; both have the same numbers.
class Trials {
  public:
    Trials(StudyRunner& runner, SearchSpace const& space, Criterion criterion, Positions positions)
        : runner_(runner), space_(space), criterion_(criterion), positions_(positions) {
        auto const model = runner.model(0);
        std::vector<Strategy> const& strategies = model->scenario().strategies;
        while (std::ranges::find(strategies, key_, &Strategy::name) != strategies.end()) key_ += '_';
    }

    std::optional<std::vector<Score>> operator()(std::vector<Trial> const& trials, std::span<Task const> tasks) const {
        std::vector<Variant> fresh;
        for (std::size_t k = runner_.variants().size(); k < trials.size(); ++k)
            fresh.push_back({"candidate " + std::to_string(k),
                             key_,
                             {{"strategies." + key_, to_line(as_strategy(space_, trials[k].bundle, ""))}}});
        (void)runner_.add(fresh);
        auto const horizons = runner_.final_values(tasks);
        if (!horizons) return std::nullopt;
        std::vector<Score> scores;
        for (FinalValues const& horizon : *horizons)
            scores.push_back({mean_of(horizon[criterion_.outcome]) * (criterion_.less_is_better ? -1 : 1),
                              mean_of(horizon[positions_.cost]),
                              positions_.credibility ? mean_of(horizon[*positions_.credibility]) : 1});
        return scores;
    }

  private:
    StudyRunner& runner_;
    SearchSpace const& space_;
    Criterion criterion_;
    Positions positions_;
    std::string key_ = "candidate";  // of the strategy that a variant adds
};

std::vector<Trial> given_trials(StudyRunner const& runner, SearchSpace& space) {
    std::vector<Trial> trials;
    auto const model = runner.model(0);
    for (Variant const& variant : runner.variants()) {
        Trial& trial = trials.emplace_back(Trial{.strategy = variant.strategy});
        for (Strategy const& strategy : model->scenario().strategies)
            if (strategy.name == variant.strategy) trial.bundle = bundle_of(space, strategy);
    }
    return trials;
}

std::vector<std::string> names_in_use(Scenario const& scenario) {
    std::vector<std::string> names;
    for (Strategy const& strategy : scenario.strategies) names.push_back(strategy.name);
    return names;
}

// Those given and those found, on the blocks that every study of the scenario simulates. False if it was stopped.
bool simulate_final(StudyRunner& runner, std::vector<Contender>& contenders, std::vector<Found> const& found) {
    std::vector<std::uint32_t> variants(contenders.size());
    std::iota(variants.begin(), variants.end(), 0u);
    for (Found const& one : found) {
        variants.push_back(std::uint32_t(one.trial));
        contenders.push_back({one.name, "", {}});
    }
    std::uint32_t const blocks = runner.model(0)->blocks();
    std::vector<Task> tasks;
    for (std::uint32_t block = 0; block < blocks; ++block)
        for (std::uint32_t const variant : variants) tasks.push_back({variant, block});
    auto const horizons = runner.final_values(tasks);
    if (!horizons) return false;
    for (std::size_t k = 0; k < tasks.size(); ++k) contenders[k % contenders.size()].blocks.push_back((*horizons)[k]);
    return true;
}

void forecast(Model const& model, SearchSpace const& space, SearchPlan const& plan, std::size_t given, int threads) {
    double const one = seconds_of_one_block(model);
    std::size_t const last = (given + 8) * model.blocks();
    std::cout << model.scenario().name << '\n'
              << "Search  " << counted(space.levers.size(), "lever") << ", at most " << space.most_levers
              << " in a bundle; about " << counted(plan.effort, "block") << " of sixteen histories\n"
              << "Final   " << grouped(std::uint64_t(model.blocks()) * histories_per_block)
              << " fresh histories each of what was found (at most 8), none and " << counted(given - 1, "strategy", "strategies")
              << " of the scenario\n"
              << "Time    about " << in_words(one * double(plan.effort + last) / threads) << " with "
              << counted(std::uint64_t(threads), "thread") << "; one block took " << in_words(one) << '\n';
}

// For the file of results: all that decides what is searched.
std::string definition_of(SearchSpace const& space, SearchPlan const& plan, Criterion const& criterion, StudyFacts const& facts) {
    Json const json{{"by", facts.outcomes.at(criterion.outcome)->plugin.key},
                    {"less_is_better", criterion.less_is_better},
                    {"effort", plan.effort},
                    {"budget", plan.limits.budget},
                    {"least_credibility", plan.limits.least_credibility},
                    {"levers", space.levers},
                    {"bundle_size", space.most_levers}};
    return json.dump();
}

}  // namespace

void refuse_optimise_options(Arguments const& arguments) {
    bool const optimises = arguments.has("optimise");
    for (Option const& option : optimise_options)
        if (!optimises && arguments.has(option.name)) throw WrongUsage("--" + std::string(option.name) + " goes with --optimise");
    for (char const* other : {"until-ci", "until-decided", "shard"})
        if (optimises && arguments.has(other)) throw WrongUsage("--optimise and --" + std::string(other) + " exclude each other");
}

ExitCode optimise(Arguments const& arguments, Session& session, Criterion const& criterion, Format format) {
    StudyRunner& runner = session.runner();
    auto const model = runner.model(0);
    SearchPlan const plan = parse_plan(arguments, model->scenario());
    Positions const positions = positions_in(*model, plan.limits);
    SearchSpace space = usual_space(model->scenario(), parse_levers(arguments), model->headcount());
    if (auto const size = arguments.whole_number("bundle-size", 1, (long long)space.levers.size()))
        space.most_levers = std::size_t(*size);
    std::vector<Trial> const given = given_trials(runner, space);
    if (arguments.has("dry-run")) {
        forecast(*model, space, plan, given.size(), session.threads());
        return done;
    }

    StudyFacts const facts = facts_of(*model);
    std::vector<Contender> contenders;
    for (Variant const& variant : runner.variants()) contenders.push_back({variant.name, variant.meaning, {}});
    session.begin({.kind = "optimise", .definition = definition_of(space, plan, criterion, facts), .view = "{}", .planned = {}});
    auto const search = search_bundles(space, given, plan, Trials(runner, space, criterion, positions));
    if (!search) return session.stopped();
    std::vector<Found> const found = found_in(*search, names_in_use(model->scenario()));
    if (!simulate_final(runner, contenders, found) || !session.complete()) return session.stopped();
    std::cout << show(conclude(facts, contenders, criterion, *search, space, plan, found), format, parse_show_options(arguments));
    return done;
}

}  // namespace micropol::app
