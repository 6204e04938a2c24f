#include "coverage/synthetic.h"

#include <algorithm>
#include <cmath>

#include "outcomes/outcome.h"

namespace micropol::coverage {

namespace {

// Probability of taking root in one block, beta distributed over blocks: two histories are then correlated by
// 1 / (sum of the two shapes + 1).
double probability_of_block(Stream& chance, Outcome const& outcome) {
    if (outcome.within_block <= 0) return outcome.takes_root;
    double const shapes = 1 / outcome.within_block - 1;
    return chance.beta(outcome.takes_root * shapes, (1 - outcome.takes_root) * shapes);
}

}  // namespace

double Outcome::mean() const {
    switch (shape) {
        case Shape::normal: return 0;
        case Shape::skewed: return std::sqrt(within_block) + std::sqrt(1 - within_block);
        case Shape::flag: return takes_root;
        case Shape::bistable: return 0.8 * takes_root + 0.1;
    }
    return 0;
}

Values Outcome::draw(Stream& chance, std::size_t blocks) const {
    double const of_block = std::sqrt(within_block), of_luck = std::sqrt(1 - within_block);
    Values values;
    for (std::size_t block = 0; block < blocks; ++block) {
        bool const rooted = shape == Shape::flag || shape == Shape::bistable;
        double const who = rooted                   ? probability_of_block(chance, *this)
                           : shape == Shape::skewed ? chance.gamma(1)
                                                    : chance.normal();
        for (int history = 0; history < histories_per_block; ++history) switch (shape) {
                case Shape::normal: values.push_back(of_block * who + of_luck * chance.normal()); break;
                case Shape::skewed: values.push_back(of_block * who + of_luck * chance.gamma(1)); break;
                case Shape::flag: values.push_back(chance.uniform() < who ? 1 : 0); break;
                case Shape::bistable: values.push_back((chance.uniform() < who ? 0.8 : 0) + 0.2 * chance.uniform()); break;
            }
    }
    return values;
}

Stream chance_of(Experiment const& experiment, std::uint32_t study) {
    return {1, study, purpose(std::string(experiment.group) + ": " + experiment.situation)};
}

bool holds(Estimate const& interval, double truth) { return interval.low <= truth && truth <= interval.high; }

Contender contender(std::string name, Values const& values) {
    Contender made{std::move(name), "", {}};
    for (std::size_t first = 0; first < values.size(); first += std::size_t(histories_per_block)) {
        Worlds block(0.0f);
        for (int history = 0; history < histories_per_block; ++history)
            block.set(history, float(values[first + std::size_t(history)]));
        made.blocks.push_back({block});
    }
    return made;
}

StudyFacts facts(bool flag) {
    auto const known = outcome_catalogue();
    StudyFacts made;
    made.outcomes = {*std::ranges::find(known, flag ? "success" : "net_value", [](auto* kind) { return kind->plugin.key; })};
    return made;
}

}  // namespace micropol::coverage
