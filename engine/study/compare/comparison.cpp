#include "study/compare/comparison.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <stdexcept>

#include "study/ends_of_unit.h"

namespace micropol {

namespace {

constexpr auto per_block = std::size_t(histories_per_block);
using Values = std::vector<double>;

Values block_means(Values const& histories) {
    Values means(histories.size() / per_block, 0.0);
    for (std::size_t k = 0; k < histories.size(); ++k) means[k / per_block] += histories[k];
    for (double& mean : means) mean /= double(per_block);
    return means;
}

// The criterion, turned so that more is better: [contender][block * 16 + history].
std::vector<Values> merits_of(std::vector<Contender> const& contenders, Criterion const& criterion) {
    std::vector<Values> merits;
    for (Contender const& contender : contenders) {
        merits.push_back(histories_of(contender, criterion.outcome));
        if (criterion.less_is_better)
            for (double& value : merits.back()) value = -value;
    }
    return merits;
}

double mean_of(Values const& values) { return std::accumulate(values.begin(), values.end(), 0.0) / double(values.size()); }

// Contenders, best first.
std::vector<std::size_t> ranked(std::vector<Values> const& merits) {
    Values means;
    for (Values const& one : merits) means.push_back(mean_of(one));
    std::vector<std::size_t> order(merits.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::ranges::greater{}, [&](std::size_t k) { return means[k]; });
    return order;
}

// Of one interval, so that 95 % hold for all pairs together.
double confidence_of_a_pair(std::size_t contenders) {
    double const pairs = double(contenders) * double(contenders - 1) / 2;
    return 1 - 0.05 / std::max(1.0, pairs);
}

void require_complete(std::vector<Contender> const& contenders) {
    if (contenders.empty() || contenders.front().blocks.empty())
        throw std::invalid_argument("a comparison needs a strategy and a finished block");
    for (Contender const& contender : contenders)
        if (contender.blocks.size() != contenders.front().blocks.size())
            throw std::invalid_argument("a comparison needs the same blocks of every strategy");
}

Estimate share_better(Values const& a, Values const& b) {
    Values better(a.size());
    for (std::size_t k = 0; k < a.size(); ++k) better[k] = a[k] > b[k] ? 1 : 0;
    return estimate_share(better);
}

Estimate share_best(std::vector<Values> const& merits, std::size_t which) {
    Values best(merits.front().size(), 0.0);
    for (std::size_t k = 0; k < best.size(); ++k) {
        double most = merits.front()[k], equals = 0;
        for (Values const& one : merits) most = std::max(most, one[k]);
        for (Values const& one : merits) equals += one[k] == most ? 1 : 0;
        if (merits[which][k] == most) best[k] = 1 / equals;
    }
    return estimate_share(best);
}

void add_regret(Standing& standing, std::vector<Values> const& means, std::size_t which, Ends ends) {
    Values regret = means[which];
    for (std::size_t block = 0; block < regret.size(); ++block) {
        double most = means.front()[block];
        for (Values const& one : means) most = std::max(most, one[block]);
        regret[block] = most - regret[block];
    }
    standing.regret = estimate_of_blocks(regret, {0, ends_of_difference(ends).high});
    auto const worst = std::ranges::max_element(regret);
    standing.worst_regret = *worst, standing.worst_block = std::size_t(worst - regret.begin());
}

double pairing_gain(Values const& a, Values const& b) {
    Values difference(a.size());
    for (std::size_t k = 0; k < a.size(); ++k) difference[k] = a[k] - b[k];
    double const paired = estimate_of_blocks(difference).between;
    if (paired <= 0) return std::numeric_limits<double>::quiet_NaN();
    return (estimate_of_blocks(a).between + estimate_of_blocks(b).between) / paired;
}

// NaN is not an interval that excludes 0.
bool excludes_zero(Estimate const& difference) { return difference.low > 0 || difference.high < 0; }

void add_outcomes(Standing& standing, std::vector<Contender> const& contenders, std::size_t which, std::size_t best,
                  Comparison const& comparison) {
    for (std::size_t outcome = 0; outcome < comparison.facts.outcomes.size(); ++outcome) {
        Values const own = histories_of(contenders[which], outcome);
        Unit const unit = comparison.facts.outcomes[outcome]->unit;
        Ends const ends = ends_of(unit);
        standing.level.push_back(unit == Unit::flag ? estimate_share(own) : estimate(own, ends));
        standing.against_none.push_back(paired_difference(own, histories_of(contenders.front(), outcome), ends));
        standing.against_best.push_back(
            paired_difference(own, histories_of(contenders[best], outcome), ends, comparison.pair_confidence));
    }
}

std::optional<std::size_t> cheapest_of(Comparison const& comparison) {
    auto const cost = comparison.outcome("cost");
    if (!cost) return std::nullopt;
    std::size_t cheapest = 0;
    for (std::size_t k = 0; k < comparison.standings.size(); ++k)
        if (comparison.standings[k].level_with_best &&
            comparison.standings[k].level[*cost].mean < comparison.standings[cheapest].level[*cost].mean)
            cheapest = k;
    return cheapest;
}

}  // namespace

std::vector<double> histories_of(Contender const& contender, std::size_t outcome) {
    std::vector<double> values;
    for (auto const& block : contender.blocks)
        for (int history = 0; history < histories_per_block; ++history) values.push_back(double(block[outcome][history]));
    return values;
}

std::string_view key_of(Stopped::Rule rule) {
    switch (rule) {
        case Stopped::Rule::narrow: return "until_ci";
        case Stopped::Rule::selected: return "until_decided";
        case Stopped::Rule::all_blocks: break;
    }
    return "runs";
}

std::optional<std::size_t> Comparison::outcome(std::string_view key) const { return position_of(key, facts.outcomes); }

Comparison compare(StudyFacts const& facts, std::vector<Contender> const& contenders, Criterion const& criterion) {
    require_complete(contenders);
    Comparison comparison;
    comparison.facts = facts, comparison.criterion = criterion;
    comparison.blocks = contenders.front().blocks.size();
    comparison.pair_confidence = confidence_of_a_pair(contenders.size());
    std::vector<Values> const merits = merits_of(contenders, criterion);
    std::vector<Values> means;
    for (Values const& one : merits) means.push_back(block_means(one));
    std::vector<std::size_t> const order = ranked(merits);
    for (std::size_t const which : order) {
        Standing& standing = comparison.standings.emplace_back();
        standing.name = contenders[which].name, standing.meaning = contenders[which].meaning;
        add_outcomes(standing, contenders, which, order.front(), comparison);
        standing.level_with_best = !excludes_zero(standing.against_best[criterion.outcome]);
        standing.best_in = share_best(merits, which);
        for (std::size_t const other : order) standing.beats.push_back(share_better(merits[which], merits[other]));
        add_regret(standing, means, which, ends_of(facts.outcomes[criterion.outcome]->unit));
        standing.pairing_gain = pairing_gain(means[which], means.front());
    }
    comparison.none = std::size_t(std::ranges::find(order, std::size_t{0}) - order.begin());
    comparison.cheapest = cheapest_of(comparison);
    return comparison;
}

std::uint32_t next_check(StoppingRule const& rule, std::uint32_t blocks) {
    if (rule.rule == Stopped::Rule::all_blocks) return rule.most;
    return std::min(rule.most, blocks == 0 ? first_check : blocks + blocks_between_checks);
}

Stopped check_rule(StoppingRule const& rule, std::vector<Contender>& contenders, Criterion const& criterion, Unit unit) {
    Stopped stopped{.rule = rule.rule, .met = true, .aim = rule.aim};
    if (rule.rule == Stopped::Rule::narrow)
        stopped.met = contenders.front().blocks.size() >= first_check && widest_interval(contenders, criterion, unit) < rule.aim;
    if (rule.rule == Stopped::Rule::selected) {
        auto const selection = decided({.indifference = rule.aim}, contenders, criterion);
        stopped.met = selection.has_value();
        if (!selection) return stopped;
        stopped.selected = contenders[selection->system].name;
        for (Contender& contender : contenders) contender.blocks.resize(selection->observations);
    }
    return stopped;
}

double widest_interval(std::vector<Contender> const& contenders, Criterion const& criterion, Unit unit) {
    require_complete(contenders);
    std::vector<Values> const merits = merits_of(contenders, criterion);
    std::size_t const best = ranked(merits).front();
    double widest = contenders.front().blocks.size() < 2 ? std::numeric_limits<double>::quiet_NaN() : 0;
    for (Values const& one : merits) {
        Estimate const difference = paired_difference(one, merits[best], ends_of(unit), confidence_of_a_pair(contenders.size()));
        widest = std::max(widest, difference.high - difference.low);
    }
    return widest;
}

std::optional<Selection> decided(SelectionAim const& aim, std::vector<Contender> const& contenders, Criterion const& criterion) {
    require_complete(contenders);
    std::vector<Values> means;
    for (Values const& one : merits_of(contenders, criterion)) means.push_back(block_means(one));
    return select_largest(means, aim);
}

}  // namespace micropol
