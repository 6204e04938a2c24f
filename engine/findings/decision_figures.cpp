#include "findings/decision_figures.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace micropol {

namespace {

bool is_share(Unit unit) { return unit == Unit::share || unit == Unit::flag; }

// Those that bound boxes come before those that are worth knowing; of these the clear ones.
std::vector<std::size_t> decisive(Answer const& answer) {
    std::vector<std::size_t> numbers;
    auto const add = [&](std::size_t number) {
        if (std::ranges::find(numbers, number) == numbers.end()) numbers.push_back(number);
    };
    for (BestWhere const& best : answer.best_where) {
        if (!best.region) continue;
        std::vector<RegionBound> bounds = best.region->bounds;
        std::ranges::stable_sort(bounds, {}, &RegionBound::by_chance);
        for (RegionBound const& bound : bounds) add(bound.number);
    }
    for (Unknown const& unknown : answer.numbers)
        if (unknown.worth.clear()) add(unknown.numbers.front());
    // Beside the only one that decides stands the next one.
    if (numbers.size() == 1)
        for (Unknown const& unknown : answer.numbers) add(unknown.numbers.front());
    return numbers;
}

}  // namespace

QuantilesFigure regret_curves(Answer const& answer) {
    constexpr std::size_t steps = 49;  // up to 98 %: what lies beyond grows with the number of blocks
    QuantilesFigure figure{.curves = {},
                           .up = "Regret",
                           .across = "Share of blocks with less",
                           .scale = scale_of(answer.unit),
                           .sizes = is_share(answer.unit)};
    for (Choice const& choice : answer.choices) {
        Sample ascending = choice.regrets;
        std::ranges::sort(ascending);
        QuantilesFigure::Curve& curve = figure.curves.emplace_back(QuantilesFigure::Curve{strategy(choice.name), {}});
        for (std::size_t k = 0; k <= steps && !ascending.empty(); ++k) {
            double const place = double(k) * figure.step * double(ascending.size() - 1);
            auto const before = std::size_t(place);
            std::size_t const after = std::min(before + 1, ascending.size() - 1);
            curve.values.push_back(ascending[before] + (place - double(before)) * (ascending[after] - ascending[before]));
        }
    }
    return figure;
}

std::optional<DecisiveTwo> decisive_two(Decision const& decision, Answer const& answer) {
    std::vector<std::size_t> const numbers = decisive(answer);
    if (numbers.size() < 2) return std::nullopt;
    std::vector<CalledNumber> const names = called(decision.drawn);
    DecisiveTwo two{.figure = {}, .across = numbers[0], .up = numbers[1]};
    two.figure.across = names[two.across].described, two.figure.up = names[two.up].described;
    std::vector<std::size_t> group_of(answer.choices.size(), SIZE_MAX);
    Sample const &x = decision.drawn[two.across].values, &y = decision.drawn[two.up].values;
    for (std::size_t k = 0; k < answer.choices.size(); ++k)
        for (std::size_t block = 0; block < answer.best_of_block.size(); ++block) {
            if (answer.best_of_block[block] != k) continue;
            if (group_of[k] == SIZE_MAX) {
                group_of[k] = two.figure.groups.size();
                two.figure.groups.push_back({strategy(answer.choices[k].name), {}});
            }
            two.figure.groups[group_of[k]].points.emplace_back(x[block], y[block]);
        }
    for (BestWhere const& best : answer.best_where) {
        if (!best.region || group_of[best.choice] == SIZE_MAX) continue;
        constexpr double open = std::numeric_limits<double>::infinity();
        RegionsFigure::Box box{strategy(answer.choices[best.choice].name), group_of[best.choice], -open, open, -open, open};
        bool bounds_one = false;
        for (RegionBound const& bound : best.region->bounds) {
            if (bound.number == two.across) box.left = bound.range.low, box.right = bound.range.high, bounds_one = true;
            if (bound.number == two.up) box.bottom = bound.range.low, box.top = bound.range.high, bounds_one = true;
        }
        if (bounds_one) two.figure.boxes.push_back(std::move(box));
    }
    return two;
}

PairsFigure worth_beside_moves(Decision const& decision, Answer const& answer, std::size_t rows) {
    std::vector<CalledNumber> const names = called(decision.drawn);
    PairsFigure figure{.rows = {},
                       .left = "Worth knowing",
                       .right = "Explains",
                       .left_scale = scale_of(answer.unit),
                       .sizes = is_share(answer.unit)};
    for (std::size_t k = 0; k < std::min(rows, answer.numbers.size()); ++k) {
        Unknown const& unknown = answer.numbers[k];
        figure.rows.push_back({.name = names[unknown.numbers.front()].label,
                               .left = {std::max(0.0, unknown.worth.value), unknown.worth.low, unknown.worth.high},
                               .right = unknown.moves,
                               .clear = unknown.worth.clear(),
                               .left_shown = bounded(unknown.worth, answer),
                               .right_shown = percent(unknown.moves)});
    }
    return figure;
}

LinesFigure signpost_over_time(Decision const& decision, Answer const& answer, Signpost const& signpost) {
    SeenWeeks const& seen = *decision.seen;
    OutcomeKind const& observable = *seen.observables[signpost.observable];
    LinesFigure figure{.series = {}, .scale = scale_of(observable.unit), .label = label_of(observable), .mark = signpost.week};
    std::size_t const current = answer.choices.front().contender;
    auto const& blocks = seen.values[current][signpost.observable];
    std::vector<std::size_t> of_whom{0};
    if (signpost.change) of_whom.push_back(signpost.change->to);
    for (std::size_t const choice : of_whom) {
        std::vector<double> sums(std::size_t(decision.facts.weeks), 0.0);
        double count = 0;
        for (std::size_t block = 0; block < blocks.size(); ++block) {
            if (answer.best_of_block[block] != choice) continue;
            ++count;
            for (std::size_t week = 0; week < sums.size(); ++week) sums[week] += double(blocks[block][week]);
        }
        if (count == 0) continue;
        for (double& sum : sums) sum /= count;
        figure.series.push_back(
            {Message("where {0} will have been best", {strategy_within(answer.choices[choice].name)}), "", std::move(sums)});
    }
    return figure;
}

}  // namespace micropol
