#include "study/optimise/optimum.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "statistics/pareto.h"
#include "study/ends_of_unit.h"

namespace micropol {

namespace {

double merit_in(Trial const& trial) {
    double sum = 0;
    for (Score const& block : trial.blocks) sum += block.merit;
    return sum / double(trial.blocks.size());
}

std::size_t standing_of(Comparison const& comparison, std::string const& name) {
    return std::size_t(std::ranges::find(comparison.standings, name, &Standing::name) - comparison.standings.begin());
}

bool keeps(Limits const& limits, Comparison const& comparison, Standing const& standing) {
    auto const cost = comparison.outcome("cost"), credibility = comparison.outcome("credibility");
    bool const believed = std::isinf(limits.least_credibility) || standing.level[*credibility].mean >= limits.least_credibility;
    return believed && standing.level[*cost].mean <= limits.budget;
}

void mark_front(Optimum& optimum) {
    Comparison const& comparison = optimum.comparison;
    std::vector<Worth> worths;
    for (std::size_t k = 0; k < comparison.standings.size(); ++k) {
        auto const& level = comparison.standings[k].level;
        double const merit = level[comparison.criterion.outcome].mean;
        worths.push_back({comparison.criterion.less_is_better ? -merit : merit, level[*comparison.outcome("cost")].mean,
                          optimum.prospects[k].keeps_limits ? 0.0 : 1.0});
    }
    std::vector<std::size_t> const ranks = pareto_ranks(worths);
    for (std::size_t k = 0; k < ranks.size(); ++k)
        optimum.prospects[k].on_front = optimum.prospects[k].keeps_limits && ranks[k] == 0;
}

// Position among the contenders.
std::size_t contender_chosen(Search const& search, std::size_t given, std::vector<Found> const& found) {
    auto const which = std::ranges::find(found, *search.choice, &Found::trial);
    return which == found.end() ? *search.choice : given + std::size_t(which - found.begin());
}

void compare_with_choice(Optimum& optimum, std::vector<Contender> const& contenders, Contender const& choice) {
    Comparison const& comparison = optimum.comparison;
    std::size_t const outcome = comparison.criterion.outcome;
    double const confidence = 1 - 0.05 / double(std::max<std::size_t>(1, contenders.size() - 1));
    std::vector<double> const chosen = histories_of(choice, outcome);
    for (Contender const& contender : contenders)
        optimum.prospects[standing_of(comparison, contender.name)].against_choice = paired_difference(
            histories_of(contender, outcome), chosen, ends_of(comparison.facts.outcomes[outcome]->unit), confidence);
}

Estimate difference_of_samples(Estimate const& a, Estimate const& b) {
    double const reach = std::hypot((a.high - a.low) / 2, (b.high - b.low) / 2);
    double const mean = a.mean - b.mean;
    return {.mean = mean, .low = mean - reach, .high = mean + reach};
}

Optimism optimism_of(Search const& search, Comparison const& comparison, Standing const& choice) {
    auto const &chosen = search.trials[*search.choice].blocks, &nothing = search.trials.front().blocks;
    std::vector<double> gains;
    for (std::size_t block = 0; block < chosen.size(); ++block)
        gains.push_back((chosen[block].merit - nothing[block].merit) * (comparison.criterion.less_is_better ? -1 : 1));
    Ends const ends = ends_of(comparison.facts.outcomes[comparison.criterion.outcome]->unit);
    Estimate const promised = estimate_of_blocks(gains, ends_of_difference(ends)),
                   &kept = choice.against_none[comparison.criterion.outcome];
    return {promised, kept, difference_of_samples(promised, kept)};
}

}  // namespace

std::vector<Found> found_in(Search const& search, std::vector<std::string> const& names_in_use) {
    std::vector<Found> found;
    for (std::size_t const trial : search.finalists)
        if (trial > 0 && search.trials[trial].strategy.empty()) found.push_back({"", trial, search.trials[trial].bundle});
    std::ranges::stable_sort(found, std::ranges::greater{}, [&](Found const& one) { return merit_in(search.trials[one.trial]); });
    int number = 0;
    for (Found& one : found) do {
            one.name = "found_" + std::to_string(++number);
        } while (std::ranges::find(names_in_use, one.name) != names_in_use.end());
    return found;
}

std::string strategies_yaml(SearchSpace const& space, std::vector<Found> const& which) {
    Node strategies = map();
    for (Found const& found : which)
        strategies.add(found.name, as_strategy(space, found.bundle, "Found by micropol compare --optimise."));
    Node root = map();
    root.add("strategies", std::move(strategies));
    return to_yaml(root);
}

Found const* Optimum::bundle_of(Standing const& standing) const {
    auto const which = std::ranges::find(found, standing.name, &Found::name);
    return which == found.end() ? nullptr : &*which;
}

Optimum conclude(StudyFacts const& facts, std::vector<Contender> const& contenders, Criterion const& criterion,
                 Search const& search, SearchSpace const& space, SearchPlan const& plan, std::vector<Found> found) {
    Optimum optimum;
    optimum.comparison = compare(facts, contenders, criterion);
    optimum.space = space, optimum.plan = plan;
    if (!optimum.comparison.outcome("cost") ||
        (!std::isinf(plan.limits.least_credibility) && !optimum.comparison.outcome("credibility")))
        throw std::invalid_argument("a choice within limits needs the outcomes that are limited");
    optimum.tried = search.trials.size(), optimum.search_blocks = search.blocks, optimum.generations = search.generations;
    for (Standing const& standing : optimum.comparison.standings)
        optimum.prospects.emplace_back().keeps_limits = keeps(plan.limits, optimum.comparison, standing);
    mark_front(optimum);
    if (search.choice) {
        std::size_t const chosen = contender_chosen(search, contenders.size() - found.size(), found);
        compare_with_choice(optimum, contenders, contenders[chosen]);
        optimum.choice = standing_of(optimum.comparison, contenders[chosen].name);
        if (*search.choice != 0)
            optimum.optimism = optimism_of(search, optimum.comparison, optimum.comparison.standings[*optimum.choice]);
    }
    optimum.found = std::move(found);
    return optimum;
}

}  // namespace micropol
