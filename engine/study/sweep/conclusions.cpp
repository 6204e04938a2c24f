#include "study/sweep/conclusions.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "statistics/quantile.h"
#include "study/ends_of_unit.h"

namespace micropol {

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
using Values = std::vector<double>;

Values point_means(Values const& response, std::size_t blocks) {
    Values means(response.size() / blocks, 0.0);
    for (std::size_t k = 0; k < response.size(); ++k) means[k / blocks] += response[k];
    for (double& mean : means) mean /= double(blocks);
    return means;
}

void rank_by_weight(std::vector<FactorEffect>& effects) {
    auto const weight = [](FactorEffect const& effect) { return std::isfinite(effect.weight.value) ? effect.weight.value : -1; };
    std::ranges::stable_sort(effects, std::ranges::greater{}, weight);
}

void add_elementary(ResponseConclusion& conclusion, Sweep const& sweep, Values const& response) {
    conclusion.elementary = elementary_effects(sweep.points, response, sweep.definition.blocks);
    for (FactorEffect& effect : conclusion.effects) {
        ElementaryEffects const& found = conclusion.elementary[effect.factor];
        effect.weight = {found.mu_star.mean, found.mu_star.low, found.mu_star.high};
        effect.clear = found.mu_star.low > found.by_chance;
    }
}

void add_indices(ResponseConclusion& conclusion, Sweep const& sweep, Values const& response) {
    std::size_t const factors = sweep.definition.factors.size();
    bool const pairs = sweep.definition.second_order;
    conclusion.indices = sobol_indices(response, sweep.definition.blocks, factors, pairs, {.seed = sweep.definition.seed});
    for (FactorEffect& effect : conclusion.effects) {
        effect.weight = conclusion.indices->total[effect.factor];
        effect.clear = effect.weight.low > 0;
    }
    for (std::size_t i = 0; pairs && i < factors; ++i)
        for (std::size_t j = i + 1; j < factors; ++j)
            conclusion.pairs.push_back({i, j, conclusion.indices->second[pair_number(i, j, factors)]});
    std::ranges::stable_sort(conclusion.pairs, std::ranges::greater{}, [](PairEffect const& pair) { return pair.weight.value; });
}

// The level that changes most against the base, in the same blocks.
void add_changes(ResponseConclusion& conclusion, Sweep const& sweep, Values const& response, Ends ends) {
    std::size_t const blocks = sweep.definition.blocks;
    double const tried = double(sweep.points.size() - 1);
    std::size_t point = 1;
    std::vector<std::size_t> const levels = levels_of(sweep.definition);
    for (FactorEffect& effect : conclusion.effects) {
        effect.weight = {0, 0, 0};
        for (std::size_t level = 0; level < levels[effect.factor]; ++level, ++point) {
            Values change(blocks);
            for (std::size_t block = 0; block < blocks; ++block)
                change[block] = response[point * blocks + block] - response[block];
            Estimate const found = estimate_of_blocks(change, ends_of_difference(ends), 1 - 0.05 / tried);
            if (level == 0 || std::abs(found.mean) > std::abs(effect.weight.value))
                effect.weight = {found.mean, found.low, found.high};
            effect.clear |= found.low > 0 || found.high < 0;
        }
    }
    std::ranges::stable_sort(conclusion.effects, std::ranges::greater{},
                             [](FactorEffect const& effect) { return std::abs(effect.weight.value); });
}

void add_shares(ResponseConclusion& conclusion, Sweep const& sweep, Values const& response) {
    Values const means = point_means(response, sweep.definition.blocks);
    for (FactorEffect& effect : conclusion.effects) {
        VarianceShare const share = explained_by_groups(means, curve_steps(sweep.definition, sweep.points, effect.factor).of);
        effect.weight = {share.value, share.low, share.high}, effect.by_chance = share.by_chance;
        effect.clear = share.by_chance < 0.05 / double(conclusion.effects.size());
    }
}

// [block] of response, its mean over the points of each step.
std::vector<Values> step_means(Values const& response, std::size_t blocks, CurveSteps const& steps) {
    std::vector<Values> means(steps.steps.size(), Values(blocks, 0.0));
    for (std::size_t k = 0; k < response.size(); ++k) {
        std::size_t const step = steps.of[k / blocks];
        means[step][k % blocks] += response[k] / double(steps.steps[step].points);
    }
    return means;
}

// Whether any two of them differ, pair by pair in the same blocks; `comparisons` like it are looked at together (Bonferroni).
bool differ(std::vector<Values> const& means, double comparisons) {
    for (std::size_t a = 0; a < means.size(); ++a)
        for (std::size_t b = a + 1; b < means.size(); ++b) {
            Values difference = means[a];
            for (std::size_t block = 0; block < difference.size(); ++block) difference[block] -= means[b][block];
            Estimate const found = estimate_of_blocks(difference, open_ends, 1 - 0.05 / comparisons);
            if (found.low > 0 || found.high < 0) return true;
        }
    return false;
}

// A grid is all there is: what varies from one study to another is the blocks, which all its points share. So the interval
// is that of the jackknife over blocks (B. Efron, C. Stein 1981, Annals of Statistics 9).
void add_grid_shares(ResponseConclusion& conclusion, Sweep const& sweep, Values const& response) {
    std::size_t const blocks = sweep.definition.blocks;
    Values const all = point_means(response, blocks);
    double comparisons = 0;
    for (std::size_t const levels : levels_of(sweep.definition)) comparisons += double(levels * (levels - 1)) / 2;
    for (FactorEffect& effect : conclusion.effects) {
        CurveSteps const steps = curve_steps(sweep.definition, sweep.points, effect.factor);
        double const share = share_of_groups(all, steps.of);
        Values pseudo;
        for (std::size_t block = 0; blocks > 1 && block < blocks; ++block) {
            Values without = all;
            for (std::size_t point = 0; point < without.size(); ++point)
                without[point] += (all[point] - response[point * blocks + block]) / double(blocks - 1);
            pseudo.push_back(share + double(blocks - 1) * (share - share_of_groups(without, steps.of)));
        }
        effect.weight = {share, unknown, unknown};
        if (pseudo.empty()) continue;
        Estimate const found = estimate_of_blocks(pseudo);
        effect.weight = {std::clamp(found.mean, 0.0, 1.0), std::max(0.0, found.low), std::min(1.0, found.high)};
        effect.clear = differ(step_means(response, blocks, steps), comparisons);
    }
}

// Of the first point of each group: these are drawn independently.
VarianceShare explained_by_assumptions(Sweep const& sweep, Values const& response) {
    std::size_t const blocks = sweep.definition.blocks;
    if (shares_blocks(sweep.definition.design) || blocks < 2) return {unknown, unknown, unknown, 1};
    Values first;
    for (std::size_t point = 0; point < sweep.points.size(); ++point)
        if (point == 0 || group_of(sweep.definition, point) != group_of(sweep.definition, point - 1))
            for (std::size_t block = 0; block < blocks; ++block) first.push_back(response[point * blocks + block]);
    return share_between_points(first, blocks);
}

ResponseConclusion conclude_on(Sweep const& sweep, std::size_t outcome) {
    ResponseConclusion conclusion;
    conclusion.outcome = outcome;
    Values const response = response_of(sweep.definition, sweep.values, outcome);
    conclusion.unknown_values = std::size_t(std::ranges::count_if(response, [](double value) { return !std::isfinite(value); }));
    if (conclusion.unknown_values > 0) return conclusion;
    Ends const ends = ends_of_response(sweep, outcome);
    conclusion.mean = mean_over(sweep.definition, response, std::vector<bool>(sweep.points.size(), true), ends);
    Values const means = point_means(response, sweep.definition.blocks);
    conclusion.lowest = *std::ranges::min_element(means), conclusion.highest = *std::ranges::max_element(means);
    conclusion.by_assumptions = explained_by_assumptions(sweep, response);
    for (std::size_t k = 0; k < sweep.definition.factors.size(); ++k)
        conclusion.effects.push_back({.factor = k, .curve = response_curve(sweep.definition, sweep.points, response, k, ends)});
    switch (sweep.definition.design) {
        case Design::morris: add_elementary(conclusion, sweep, response); break;
        case Design::sobol: add_indices(conclusion, sweep, response); break;
        case Design::one_at_a_time: add_changes(conclusion, sweep, response, ends); return conclusion;
        case Design::grid: add_grid_shares(conclusion, sweep, response); break;
        case Design::latin_hypercube:
        case Design::sobol_sequence:
        case Design::list: add_shares(conclusion, sweep, response); break;
    }
    rank_by_weight(conclusion.effects);
    return conclusion;
}

// Points that may stand for the whole: of a row of Saltelli's, the two that are drawn.
bool is_drawn(SweepDefinition const& definition, std::size_t point) {
    if (definition.design != Design::sobol) return true;
    return point % saltelli_row(definition.factors.size(), definition.second_order) < 2;
}

FailsWhen default_rule(Sweep const& sweep, Values const& means) {
    std::size_t const outcome = sweep.definition.outcomes.front();
    if (sweep.definition.against) return {outcome, 0, false};
    if (sweep.facts.outcomes[outcome]->unit == Unit::flag) return {outcome, 0.5, false};
    std::vector<float> ascending(means.begin(), means.end());
    std::ranges::sort(ascending);
    return {outcome, double(quantile(ascending, 0.25)), false};
}

void leave_out_chance(FailureConclusion& failure, Points const& points, std::vector<std::uint8_t> const& failed) {
    Box& box = failure.box;
    double const infinity = std::numeric_limits<double>::infinity();
    box.ranges.assign(points.front().size(), Range{-infinity, infinity});
    for (Restriction const& restriction : failure.found->restrictions) {
        if (restriction.by_chance > likely_by_chance) continue;
        failure.restrictions.push_back(restriction);
        box.ranges[restriction.dimension] = failure.found->box.ranges[restriction.dimension];
    }
    for (std::size_t point = 0; point < points.size(); ++point) {
        bool inside = true;
        for (std::size_t k = 0; k < box.ranges.size(); ++k)
            inside &= points[point][k] >= box.ranges[k].low && points[point][k] <= box.ranges[k].high;
        if (inside) ++box.points, box.failures += failed[point];
    }
    box.coverage = double(box.failures) / double(failure.failures);
    box.density = box.points > 0 ? double(box.failures) / double(box.points) : 0;
}

std::optional<FailureConclusion> conclude_on_failure(Sweep const& sweep) {
    SweepDefinition const& definition = sweep.definition;
    if (definition.design == Design::morris || definition.design == Design::one_at_a_time) return std::nullopt;
    std::size_t const outcome = definition.fails_when ? definition.fails_when->outcome : definition.outcomes.front();
    Values const means = point_means(response_of(definition, sweep.values, outcome), definition.blocks);
    if (!std::ranges::all_of(means, [](double mean) { return std::isfinite(mean); })) return std::nullopt;
    FailureConclusion failure;
    failure.usual = !definition.fails_when;
    failure.rule = failure.usual ? default_rule(sweep, means) : *definition.fails_when;
    Points drawn;
    std::vector<std::uint8_t> failed;
    for (std::size_t point = 0; point < means.size(); ++point) {
        if (!is_drawn(definition, point)) continue;
        Point in_units;
        for (std::size_t k = 0; k < definition.factors.size(); ++k)
            in_units.push_back(coordinate_at(definition.factors[k], sweep.points[point][k]));
        drawn.push_back(std::move(in_units));
        failed.push_back(failure.rule.above ? means[point] > failure.rule.level : means[point] < failure.rule.level);
    }
    failure.points = drawn.size(), failure.failures = std::size_t(std::ranges::count(failed, 1));
    if (failure.failures == 0 || failure.failures == failure.points) return failure;
    failure.found = discover(drawn, failed);
    leave_out_chance(failure, drawn, failed);
    return failure;
}

}  // namespace

Ends ends_of_response(Sweep const& sweep, std::size_t outcome) {
    Ends const ends = ends_of(sweep.facts.outcomes[outcome]->unit);
    return sweep.definition.against ? ends_of_difference(ends) : ends;
}

std::vector<double> response_of(SweepDefinition const& definition, SweepValues const& values, std::size_t outcome) {
    Values response = values.at(0).at(outcome);
    for (std::size_t k = 0; definition.against && k < response.size(); ++k) response[k] -= values.at(1).at(outcome).at(k);
    return response;
}

Sweep conclude(StudyFacts const& facts, SweepDefinition const& definition, SweepValues const& values) {
    Sweep sweep{.facts = facts, .definition = definition, .points = points_of(definition), .values = values};
    if (definition.outcomes.empty() || definition.factors.empty() || sweep.points.empty() || definition.blocks == 0)
        throw std::invalid_argument("a sweep needs an outcome, a factor, a point and a block");
    if (values.size() != definition.arms()) throw std::invalid_argument("a sweep needs values of each arm");
    for (auto const& arm : values) {
        if (arm.size() != facts.outcomes.size()) throw std::invalid_argument("a sweep needs values of each outcome");
        for (Values const& outcome : arm)
            if (outcome.size() != sweep.points.size() * definition.blocks)
                throw std::invalid_argument("a sweep needs a value of each block of each point");
    }
    for (std::size_t const outcome : definition.outcomes) sweep.responses.push_back(conclude_on(sweep, outcome));
    sweep.failure = conclude_on_failure(sweep);
    return sweep;
}

double mean_at(Sweep const& sweep, std::size_t point, std::size_t arm, std::size_t outcome) {
    double sum = 0;
    std::size_t const blocks = sweep.definition.blocks;
    for (std::size_t block = 0; block < blocks; ++block) sum += sweep.values[arm][outcome][point * blocks + block];
    return sum / double(blocks);
}

std::string key_of(Sweep const& sweep, std::size_t arm, std::size_t outcome) {
    return (arm > 0 ? "against_" : "") + std::string(sweep.facts.outcomes[outcome]->plugin.key);
}

}  // namespace micropol
