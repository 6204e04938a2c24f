// Strategies against each other: differences under the same chance, strategies that do the same, the selection of the best.

#include <algorithm>
#include <cmath>

#include "coverage/synthetic.h"

namespace micropol::coverage {

namespace {

// What strategies add to what all live through alike.
struct Contest {
    std::string text;
    Outcome together;      // the same draws for all strategies
    double own_block = 0;  // standard deviation of how a strategy fits an organisation
    double own_luck = 0;   // standard deviation of a strategy's own luck
    bool skewed = false;   // a strategy fits few organisations, and these very well; the first, doing nothing, fits all alike
};

double own_part(Stream& chance, double deviation, bool skewed) {
    return deviation * (skewed ? chance.gamma(1) - 1 : chance.normal());
}

// effects: [strategy], what it adds on average; where flags are drawn, the share of the histories without that it wins over.
std::vector<Contender> compete(Stream& chance, Contest const& contest, std::vector<double> const& effects, std::size_t blocks) {
    Values const together = contest.together.draw(chance, blocks);
    std::vector<Contender> contenders;
    for (std::size_t k = 0; k < effects.size(); ++k) {
        Values values = together;
        double fit = 0;
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (contest.together.shape == Shape::flag) {
                if (chance.uniform() < effects[k]) values[i] = 1;
                continue;
            }
            if (i % std::size_t(histories_per_block) == 0 && (k > 0 || !contest.skewed))
                fit = own_part(chance, contest.own_block, contest.skewed);
            values[i] += effects[k] + fit + own_part(chance, contest.own_luck, false);
        }
        contenders.push_back(contender(std::to_string(k), values));
    }
    return contenders;
}

Contest const organisations_differ{"organisations differ, strategies fit each in its own way", {Shape::normal, 0.9}, 0.3, 0.3};
Contest const one_chance{"strong common chance", {Shape::normal, 0.3}, 0.05, 0.05};
Contest const few_gain{"few organisations gain a lot", {Shape::normal, 0.3}, 0.3, 0.1, true};
Contest const flags{"shares of histories, 10 % against 19 %", {Shape::flag, 0.3, 0.1}};

Experiment difference(Contest const& contest, std::size_t blocks, Expected expected = Expected::kept) {
    bool const flag = contest.together.shape == Shape::flag;
    double const effect = flag ? 0.1 : 0.3, truth = flag ? 0.09 : 0.3;
    return {"paired difference",
            contest.text + ", " + std::to_string(blocks) + " blocks",
            {{"", covers, expected}},
            10'000,
            [=](Experiment const& self, std::uint32_t study) {
                Stream chance = chance_of(self, study);
                Comparison const found = compare(facts(flag), compete(chance, contest, {0, effect}, blocks), {});
                return std::vector<bool>{holds(found.standings[1 - found.none].against_none[0], truth)};
            }};
}

// As if the two had not shared their chance.
Experiment unpaired_difference() {
    return {"paired difference",
            "wrong on purpose, pairing ignored, " + one_chance.text + ", 64 blocks",
            {{"", covers, Expected::broken}},
            10'000,
            [](Experiment const& self, std::uint32_t study) {
                Stream chance = chance_of(self, study);
                Comparison const found = compare(facts(false), compete(chance, one_chance, {0, 0.3}, 64), {});
                Estimate const &none = found.standings[found.none].level[0], &other = found.standings[1 - found.none].level[0];
                double const half = std::hypot(none.high - none.mean, other.high - other.mean);
                double const middle = other.mean - none.mean;
                return std::vector<bool>{std::abs(middle - 0.3) <= half};
            }};
}

// The share of histories in which one strategy beats another by luck or fit, and in which one of five equals is best.
Experiment of_histories(std::size_t blocks) {
    double const deviation = std::hypot(organisations_differ.own_block, organisations_differ.own_luck) * std::sqrt(2.0);
    double const beats = std::erfc(-0.3 / deviation / std::sqrt(2.0)) / 2;
    return {"share of histories",
            organisations_differ.text + ", " + std::to_string(blocks) + " blocks",
            {{"P(A beats B)", covers}, {"P(best) of five equals", covers}},
            4'000,
            [=](Experiment const& self, std::uint32_t study) {
                Stream chance = chance_of(self, study);
                Comparison const two = compare(facts(false), compete(chance, organisations_differ, {0, 0.3}, blocks), {});
                Comparison const five = compare(facts(false), compete(chance, organisations_differ, Values(5, 0.0), blocks), {});
                return std::vector<bool>{holds(two.standings[1 - two.none].beats[two.none], beats),
                                         holds(five.standings[five.none].best_in, 0.2)};
            }};
}

bool excludes_zero(Estimate const& difference) { return difference.low > 0 || difference.high < 0; }

// Whether anyone is told apart from the best if each pair is looked at as if it were the only one.
bool told_apart_without_correction(std::vector<Contender> const& contenders, Comparison const& found) {
    auto const values = [&](std::string const& name) {
        Values of;
        for (FinalValues const& block : std::ranges::find(contenders, name, &Contender::name)->blocks)
            for (int history = 0; history < histories_per_block; ++history) of.push_back(double(block[0][history]));
        return of;
    };
    Values const best = values(found.standings.front().name);
    return std::ranges::any_of(
        found.standings, [&](Standing const& standing) { return excludes_zero(paired_difference(values(standing.name), best)); });
}

Experiment equals(Contest const& contest, std::size_t strategies, std::size_t blocks, Expected of_pair = Expected::kept) {
    std::vector<Figure> figures{{"somebody told apart", seldom_false}, {"a given pair told apart", seldom_false, of_pair}};
    if (strategies > 2) figures.push_back({"wrong on purpose, pairs not corrected", seldom_false, Expected::broken});
    return {"equal strategies",
            std::to_string(strategies) + " strategies, " + contest.text + ", " + std::to_string(blocks) + " blocks", figures,
            6'000, [=](Experiment const& self, std::uint32_t study) {
                Stream chance = chance_of(self, study);
                auto const contenders = compete(chance, contest, Values(strategies, 0.0), blocks);
                Comparison const found = compare(facts(false), contenders, {});
                bool const apart = !std::ranges::all_of(found.standings, &Standing::level_with_best);
                Standing const& given = *std::ranges::find(found.standings, "1", &Standing::name);
                std::vector<bool> so{apart, excludes_zero(given.against_none[0])};
                if (self.figures.size() > so.size()) so.push_back(told_apart_without_correction(contenders, found));
                return so;
            }};
}

// All others are worse by the indifference zone: the hardest case that the promise covers.
std::vector<double> slippage(Contest const& contest, std::size_t systems, double indifference) {
    bool const flag = contest.together.shape == Shape::flag;
    std::vector<double> effects(systems, flag ? 0.1 : 0.0);
    effects.back() += flag ? indifference / (1 - contest.together.takes_root) : indifference;
    return effects;
}

constexpr Promise selects{"≥ 95 %", 0.95, 1};

Experiment selection(Contest const& contest, std::size_t systems, double indifference) {
    return {"selection by KN",
            std::to_string(systems) + " strategies, " + contest.text,
            {{"", selects}},
            2'000,
            [=, effects = slippage(contest, systems, indifference)](Experiment const& self, std::uint32_t study) {
                for (std::size_t blocks = 128;; blocks *= 2) {
                    Stream chance = chance_of(self, study);
                    auto const selected = decided({.indifference = indifference}, compete(chance, contest, effects, blocks), {});
                    if (selected) return std::vector<bool>{selected->system == systems - 1};
                }
            }};
}

Experiment hasty_selection(Contest const& contest, std::size_t systems, double indifference) {
    return {"selection by KN",
            "wrong on purpose, the largest mean after 20 blocks, " + std::to_string(systems) + " strategies, " + contest.text,
            {{"", selects, Expected::broken}},
            2'000,
            [=, effects = slippage(contest, systems, indifference)](Experiment const& self, std::uint32_t study) {
                Stream chance = chance_of(self, study);
                Comparison const found = compare(facts(false), compete(chance, contest, effects, first_observations), {});
                return std::vector<bool>{found.standings.front().name == std::to_string(systems - 1)};
            }};
}

}  // namespace

std::vector<Experiment> differences() {
    std::vector<Experiment> all;
    for (std::size_t const blocks : {2u, 8u, 32u, 64u}) all.push_back(difference(organisations_differ, blocks));
    for (std::size_t const blocks : {2u, 8u, 64u}) all.push_back(difference(one_chance, blocks));
    for (std::size_t const blocks : {8u, 32u, 64u})
        all.push_back(difference(few_gain, blocks, blocks < 64 ? Expected::short_of : Expected::kept));
    for (std::size_t const blocks : {8u, 32u, 64u}) all.push_back(difference(flags, blocks));
    all.push_back(unpaired_difference());
    for (std::size_t const blocks : {8u, 64u}) all.push_back(of_histories(blocks));
    return all;
}

std::vector<Experiment> equal_strategies() {
    return {equals(organisations_differ, 2, 32), equals(organisations_differ, 8, 8), equals(organisations_differ, 8, 64),
            equals(few_gain, 8, 32, Expected::short_of), equals(one_chance, 8, 32)};
}

std::vector<Experiment> selections() {
    Contest const apart{"chance of their own", {Shape::normal, 0.3}, 1, 1};
    Contest const shares{"shares of histories under common chance", {Shape::flag, 0.3, 0.4}};
    std::vector<Experiment> all;
    for (std::size_t const systems : {2u, 5u, 9u}) {
        all.push_back(selection(apart, systems, 0.4));
        all.push_back(selection(organisations_differ, systems, 0.12));
        all.push_back(selection(few_gain, systems, 0.12));
        all.push_back(selection(shares, systems, 0.02));
    }
    all.push_back(hasty_selection(apart, 5, 0.4));
    return all;
}

}  // namespace micropol::coverage
