#include "study/optimise/optimise.h"

#include <algorithm>
#include <numeric>
#include <set>

#include "statistics/estimate.h"
#include "statistics/pareto.h"

namespace micropol {

namespace {

constexpr std::size_t population_size = 48, finalist_count = 8;
constexpr std::size_t stages[] = {2, 4, 8};  // blocks a trial, each for a third of the evolution
constexpr std::size_t last_blocks = 64;      // a finalist

// Survivors for whom blocks are doubled: 24 × 16, 12 × 32, 8 × 64.
std::size_t halved(std::size_t survivors) { return std::max(finalist_count, survivors / 2); }

std::size_t cost_of_halving() {
    std::size_t cost = 0, survivors = population_size;
    for (std::size_t blocks = stages[2]; blocks < last_blocks; blocks *= 2) {
        survivors = halved(survivors);
        cost += (survivors + 1) * blocks;  // doing nothing always comes along
    }
    return cost;
}

Worth worth_of(Trial const& trial, Limits const& limits) {
    Score sum;
    for (Score const& block : trial.blocks)
        sum.merit += block.merit, sum.cost += block.cost, sum.credibility += block.credibility;
    auto const count = double(trial.blocks.size());
    return {
        sum.merit / count, sum.cost / count,
        std::max(0.0, sum.cost / count / limits.budget - 1) + std::max(0.0, limits.least_credibility - sum.credibility / count)};
}

Estimate estimate_of(Trial const& trial, double Score::*part) {
    std::vector<double> values;
    for (Score const& block : trial.blocks) values.push_back(block.*part);
    return estimate_of_blocks(values);
}

class Evolution {
  public:
    Evolution(SearchSpace const& space, std::vector<Trial> given, SearchPlan const& plan, TryOut const& try_out)
        : space_(space), plan_(plan), try_out_(try_out) {
        search_.trials = std::move(given);
        for (Trial const& trial : search_.trials) known_.insert(trial.bundle);
    }

    std::optional<Search> run() {
        begin();
        std::size_t const for_evolution = plan_.effort - std::min(plan_.effort, cost_of_halving());
        for (std::size_t stage = 0; stage < std::size(stages); ++stage)
            if (!evolve(stages[stage], for_evolution * (stage + 1) / std::size(stages))) return std::nullopt;
        for (std::size_t blocks = 2 * stages[2]; blocks <= last_blocks; blocks *= 2) {
            population_.resize(std::min(population_.size(), halved(population_.size())));
            if (!simulate(population_, blocks)) return std::nullopt;
            rank();
        }
        std::ranges::copy_if(population_, std::back_inserter(search_.finalists),
                             [&](std::size_t trial) { return worth_of(search_.trials[trial], plan_.limits).excess == 0; });
        choose();
        return std::move(search_);
    }

  private:
    // The given ones, every lever alone, and random ones.
    void begin() {
        for (std::size_t lever = 0; lever < space_.levers.size(); ++lever) add(lever_alone(space_, lever));
        Stream stream(plan_.seed, 0, purpose("optimise: first generation"));
        for (std::size_t k = 0; k < population_size / 4; ++k) add(random_bundle(space_, stream));
        population_.resize(search_.trials.size());
        std::iota(population_.begin(), population_.end(), std::size_t{0});
    }

    bool add(Bundle bundle) {
        if (!known_.insert(bundle).second) return false;
        search_.trials.push_back({.bundle = std::move(bundle)});
        return true;
    }

    // Generations with so many blocks a trial, until the search has used so many blocks.
    bool evolve(std::size_t blocks, std::size_t until) {
        if (!simulate(population_, blocks)) return false;
        rank();
        while (search_.blocks + population_size * blocks <= until) {
            std::size_t const first = search_.trials.size();
            breed();
            if (search_.trials.size() == first) break;  // a space so small that everything was tried
            for (std::size_t child = first; child < search_.trials.size(); ++child) population_.push_back(child);
            if (!simulate(population_, blocks)) return false;
            rank();
        }
        return true;
    }

    void breed() {
        Stream stream(plan_.seed, std::uint32_t(++search_.generations), purpose("optimise: offspring"));
        constexpr std::size_t most_attempts = 10 * population_size;
        for (std::size_t born = 0, attempt = 0; born < population_size && attempt < most_attempts; ++attempt) {
            Bundle child = search_.trials[parent(stream)].bundle;
            if (stream.below(2) == 1) child = crossed(space_, child, search_.trials[parent(stream)].bundle, stream);
            if (child.size() > space_.most_levers) child = crossed(space_, child, {}, stream);  // of the scenario's own
            for (bool again = true; again; again = stream.below(3) == 0) child = changed(space_, std::move(child), stream);
            born += add(std::move(child)) ? 1 : 0;
        }
    }

    // The better one of two, since the population is sorted; every third time the one with most merit, where decisions fall.
    std::size_t parent(Stream& stream) const {
        if (stream.below(3) == 0) return leader_;
        auto const size = std::uint32_t(population_.size());
        std::uint32_t const one = stream.below(size), other = stream.below(size);
        return population_[std::min(one, other)];
    }

    // Brings them, and doing nothing, to so many blocks.
    bool simulate(std::vector<std::size_t> which, std::size_t blocks) {
        if (std::ranges::find(which, std::size_t{0}) == which.end()) which.push_back(0);
        std::vector<Task> tasks;
        for (std::size_t block = 0; block < blocks; ++block)
            for (std::size_t const trial : which)
                if (block >= search_.trials[trial].blocks.size())
                    tasks.push_back({std::uint32_t(trial), first_search_block + std::uint32_t(block)});
        auto const scores = try_out_(search_.trials, tasks);
        if (!scores) return false;
        for (std::size_t k = 0; k < tasks.size(); ++k) search_.trials[tasks[k].variant].blocks.push_back((*scores)[k]);
        search_.blocks += tasks.size();
        return true;
    }

    // Sorts the population, best first, and lets go what is too many.
    void rank() {
        std::vector<Worth> worths;
        for (std::size_t const trial : population_) worths.push_back(worth_of(search_.trials[trial], plan_.limits));
        auto const better = [&](Worth const& a, Worth const& b) {
            return a.excess != b.excess ? a.excess > b.excess : a.merit < b.merit;
        };
        leader_ = population_[std::size_t(std::ranges::max_element(worths, better) - worths.begin())];
        std::vector<std::size_t> sorted;
        for (std::size_t const place : best_first(worths)) sorted.push_back(population_[place]);
        population_ = std::move(sorted);
        if (population_.size() > population_size) population_.resize(population_size);
    }

    void choose() {
        std::vector<std::size_t> candidates = population_;
        candidates.push_back(0);
        double most = -std::numeric_limits<double>::infinity();
        for (std::size_t const candidate : candidates) {
            Trial const& trial = search_.trials[candidate];
            double const merit = estimate_of(trial, &Score::merit).mean;
            bool const kept = estimate_of(trial, &Score::cost).high <= plan_.limits.budget &&
                              estimate_of(trial, &Score::credibility).low >= plan_.limits.least_credibility;
            if (kept && merit > most) most = merit, search_.choice = candidate;
        }
    }

    SearchSpace const& space_;
    SearchPlan const& plan_;
    TryOut const& try_out_;
    Search search_;
    std::set<Bundle> known_;
    std::vector<std::size_t> population_;  // positions of trials, best first
    std::size_t leader_ = 0;               // of the population: most merit within the limits
};

}  // namespace

std::optional<Search> search_bundles(SearchSpace const& space, std::vector<Trial> given, SearchPlan const& plan,
                                     TryOut const& try_out) {
    return Evolution(space, std::move(given), plan, try_out).run();
}

}  // namespace micropol
