#include "study/decide/signposts.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace micropol {

namespace {

constexpr std::size_t fewest_blocks = 10;  // beyond a threshold, and short of it, among those that seek it

double mean_of(Sample const& values) {
    return values.empty() ? 0 : std::accumulate(values.begin(), values.end(), 0.0) / double(values.size());
}

// [block] what the observable of the first history was at the end of that week.
Sample seen_at(SeenWeeks const& seen, std::size_t strategy, std::size_t observable, int week) {
    Sample values;
    for (std::vector<float> const& weekly : seen.values[strategy][observable])
        values.push_back(double(weekly.at(std::size_t(week) - 1)));
    return values;
}

struct Beyond {
    bool above = false;
    double level = 0;
    std::size_t to = 0;  // strategy
    double sum = 0;      // of what is gained
};

// Of all thresholds and strategies the one whose switch gains most in every second block; nothing if none gains.
std::optional<Beyond> best_threshold(Sample const& values, std::span<Sample const> benefits, std::size_t current) {
    std::vector<std::size_t> ascending;
    for (std::size_t block = 0; block < values.size(); block += 2) ascending.push_back(block);
    std::ranges::stable_sort(ascending, {}, [&](std::size_t block) { return values[block]; });
    std::optional<Beyond> best;
    for (std::size_t other = 0; other < benefits.size(); ++other) {
        if (other == current) continue;
        double total = 0, below = 0;
        for (std::size_t const block : ascending) total += benefits[other][block] - benefits[current][block];
        for (std::size_t k = 0; k + 1 < ascending.size(); ++k) {
            below += benefits[other][ascending[k]] - benefits[current][ascending[k]];
            double const here = values[ascending[k]], next = values[ascending[k + 1]];
            if (here == next || k + 1 < fewest_blocks || ascending.size() - k - 1 < fewest_blocks) continue;
            for (bool const above : {false, true})
                if (double const sum = above ? total - below : below; sum > (best ? best->sum : 0))
                    best = Beyond{above, (here + next) / 2, other, sum};
        }
    }
    return best;
}

std::optional<Signpost::Switch> switch_at(SeenWeeks const& seen, Sample const& values, std::size_t position, bool adds_up,
                                          double sign_and_scale, std::size_t outcome, std::span<Sample const> benefits,
                                          std::vector<std::size_t> const& order) {
    std::size_t const current = order.front();
    auto const found = best_threshold(values, benefits, current);
    if (!found) return std::nullopt;
    Sample gains, after;  // in the blocks that did not seek it
    for (std::size_t block = 1; block < values.size(); block += 2) {
        if (found->above ? values[block] <= found->level : values[block] >= found->level) continue;
        double const gain = benefits[found->to][block] - benefits[current][block];
        double const before = sign_and_scale *
                              (seen.means[found->to][position][outcome][block] - seen.means[current][position][outcome][block]);
        gains.push_back(gain), after.push_back(gain - before);
    }
    if (!(mean_of(gains) > 0)) return std::nullopt;
    Signpost::Switch change{.above = found->above,
                            .level = found->level,
                            .to = std::size_t(std::ranges::find(order, found->to) - order.begin()),
                            .share = double(gains.size()) / double(values.size() / 2),
                            .gain = mean_of(gains)};
    if (adds_up) change.gain_after = mean_of(after);
    return change;
}

}  // namespace

std::vector<Signpost> signposts_of(SeenWeeks const& seen, DecisionQuestion const& question, double scale, StudyFacts const& facts,
                                   std::span<Sample const> benefits, std::vector<std::size_t> const& order) {
    std::vector<Signpost> signposts;
    std::size_t const outcome = question.criterion.outcome;
    bool const adds_up = facts.outcomes[outcome]->unit == Unit::money;
    for (std::size_t position = 0; position < std::size(signpost_weeks); ++position) {
        int const week = signpost_weeks[position];
        if (week >= facts.weeks) continue;
        std::optional<Signpost> best;
        for (std::size_t observable = 0; observable < seen.observables.size(); ++observable) {
            std::vector<Sample> const values{seen_at(seen, order.front(), observable, week)};
            bool const is_known = std::ranges::all_of(values.front(), [](double one) { return std::isfinite(one); });
            if (!is_known) continue;
            InformationValue const worth = value_of_knowing(benefits, values);
            auto const rank = [](InformationValue const& one) { return std::pair(one.held_out, one.value); };
            if (best && rank(worth) <= rank(best->worth)) continue;
            best = Signpost{.week = week, .observable = observable, .worth = worth};
        }
        if (!best) continue;
        if (best->worth.clear()) {
            double const sign = question.criterion.less_is_better ? -scale : scale;
            best->change = switch_at(seen, seen_at(seen, order.front(), best->observable, week), position, adds_up, sign, outcome,
                                     benefits, order);
        }
        signposts.push_back(std::move(*best));
    }
    return signposts;
}

}  // namespace micropol
