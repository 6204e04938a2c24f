#include "micropol/screening.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "micropol/decided.h"
#include "micropol/scenario_options.h"
#include "simulation/simulate.h"
#include "statistics/correlation.h"
#include "store/read_results.h"

namespace micropol::app {

namespace {

constexpr std::uint32_t blocks_to_choose = 16;  // a strategy among those of the scenario

// By path, for strategies have numbers of their own.
struct Screened {
    std::vector<double> level;                         // [block] adoption in substance at the end
    std::map<std::string, std::vector<double>> drawn;  // [block]
};

Screened simulate_blocks(Model const& model, std::uint32_t blocks, int threads) {
    Screened screened;
    screened.level.resize(blocks);
    for (std::string const& path : model.uncertain()) screened.drawn[path].resize(blocks);
    std::size_t const weeks = std::size_t(model.scenario().weeks);
    in_parallel(threads, blocks, [&](std::size_t block) {
        BlockResult const result = simulate_block(model, std::uint32_t(block));
        screened.level[block] = sum_of(result.weekly.at(weeks - 1)) / histories_per_block;
        for (std::size_t k = 0; k < result.drawn.size(); ++k)
            screened.drawn.find(model.uncertain()[k])->second[block] = result.drawn[k];
    });
    return screened;
}

std::vector<double> difference(Screened const& with, Screened const& without) {
    std::vector<double> change;
    for (std::size_t k = 0; k < std::min(with.level.size(), without.level.size()); ++k)
        change.push_back(with.level[k] - without.level[k]);
    return change;
}

void note(std::map<std::string, double>& strongest, Screened const& screened, std::vector<double> const& response) {
    for (auto const& [path, drawn] : screened.drawn) {
        double const found = spearman(drawn, response).value;
        double& known = strongest[path];
        if (std::isfinite(found) && std::abs(found) > std::abs(known)) known = found;
    }
}

// First what would change the choice, and behind that what moves its result, by whichever question it matters more to.
std::vector<Matter> matters_of(Decision const& decision) {
    struct Weight {
        double worth = 0, moves = 0;  // worth: as a share of knowing everything
    };
    std::map<std::string, Weight> strongest;
    for (Answer const& answer : decision.answers)
        for (Unknown const& one : answer.numbers) {
            Weight& known = strongest[one.key];
            if (answer.everything.value > 0) known.worth = std::max(known.worth, one.worth.value / answer.everything.value);
            known.moves = std::max(known.moves, one.moves);
        }
    std::vector<std::pair<std::string, Weight>> numbers(strongest.begin(), strongest.end());
    std::ranges::stable_sort(numbers, std::greater{},
                             [](auto const& number) { return std::pair(number.second.worth, number.second.moves); });
    std::vector<Matter> matters;
    matters.reserve(numbers.size());
    for (auto const& [path, weight] : numbers) matters.push_back({path, weight.moves, Weighed::by_decision});
    return matters;
}

}  // namespace

std::vector<Matter> screen(ScenarioSource const& source, std::uint32_t blocks, int threads) {
    Scenario const scenario = source.read({Override{"assumptions", "drawn"}, Override{"outcomes", "[substantive]"}});
    Screened const without = simulate_blocks(Model(scenario, ""), blocks, threads);
    std::map<std::string, double> strongest;
    note(strongest, without, without.level);
    std::string best;
    double most = -1;
    for (Strategy const& strategy : scenario.strategies) {
        std::vector<double> const change = difference(
            simulate_blocks(Model(scenario, strategy.name), std::min(blocks, blocks_to_choose), threads), without);
        double sum = 0;
        for (double const one : change) sum += std::abs(one);
        if (sum > most) most = sum, best = strategy.name;
    }
    if (!best.empty()) {
        Screened const with = simulate_blocks(Model(scenario, best), blocks, threads);
        note(strongest, with, difference(with, without));
    }
    std::vector<Matter> matters;
    matters.reserve(strongest.size());
    for (auto const& [path, correlation] : strongest) matters.push_back({path, correlation});
    std::ranges::stable_sort(matters, std::greater{}, [](Matter const& one) { return std::abs(one.weight); });
    return matters;
}

std::vector<Matter> matters_in(std::filesystem::path const& results) {
    StoredResults const stored = read_results(results);
    std::vector<Matter> matters;
    if (auto const* const sweep = std::get_if<Sweep>(&stored.results)) {
        for (FactorEffect const& effect : sweep->responses.front().effects)
            matters.push_back({sweep->definition.factors[effect.factor].path, effect.weight.value, Weighed::by_sweep});
    } else if (std::holds_alternative<Comparison>(stored.results) && stored.open) {
        matters = matters_of(decided(*stored.open, {}));
    } else {
        throw InvalidInput(Problem{{results.string()},
                                   "these are no results that weigh assumptions",
                                   "a sweep does, and a comparison under drawn assumptions, each kept with --output",
                                   Message("see {0}", {name("micropol sweep")})});
    }
    if (matters.empty())
        throw InvalidInput(
            Problem{{results.string()}, "nothing can be concluded from these results", "no assumption was weighed", ""});
    return matters;
}

std::vector<Matter> matters_for(ScenarioSource const& source, Arguments const& arguments) {
    auto const results = arguments.value("from");
    return results ? matters_in(*results) : screen(source, blocks_screened, parse_threads(arguments));
}

std::vector<std::string> paths_of(std::vector<Matter> const& matters) {
    std::vector<std::string> paths;
    paths.reserve(matters.size());
    for (Matter const& matter : matters) paths.push_back(matter.path);
    return paths;
}

}  // namespace micropol::app
