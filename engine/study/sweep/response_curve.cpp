#include "study/sweep/response_curve.h"

#include <algorithm>
#include <limits>
#include <set>

namespace micropol {

namespace {

constexpr std::size_t most_values = 12;

std::size_t parts_of(std::size_t points) { return points >= 128 ? 8 : points >= 40 ? 5 : 3; }

// One at a time, the points at which the others moved say nothing of this one.
bool speaks_of(SweepDefinition const& definition, std::size_t point, std::size_t factor) {
    if (definition.design != Design::one_at_a_time) return true;
    std::vector<std::size_t> const levels = levels_of(definition);
    std::size_t first = 1;
    for (std::size_t k = 0; k < factor; ++k) first += levels[k];
    return point >= first && point < first + levels[factor];
}

}  // namespace

CurveSteps curve_steps(SweepDefinition const& definition, Points const& points, std::size_t factor) {
    Factor const& varied = definition.factors[factor];
    std::set<double> values;
    for (Point const& point : points) values.insert(coordinate_at(varied, point[factor]));
    CurveSteps made;
    bool const each = values.size() <= most_values || std::holds_alternative<Words>(varied.values);
    if (each)
        for (double const value : values) made.steps.push_back({value, value, 0, {}});
    std::size_t const parts = parts_of(points.size());
    for (std::size_t part = 0; !each && part < parts; ++part)
        made.steps.push_back({coordinate_at(varied, double(part) / double(parts)),
                              coordinate_at(varied, double(part + 1) / double(parts)),
                              0,
                              {}});
    for (Point const& point : points) {
        auto const place = values.find(coordinate_at(varied, point[factor]));
        made.of.push_back(each ? std::size_t(std::distance(values.begin(), place))
                               : std::min(parts - 1, std::size_t(point[factor] * double(parts))));
        ++made.steps[made.of.back()].points;
    }
    return made;
}

Estimate mean_over(SweepDefinition const& definition, std::span<double const> response, std::vector<bool> const& points,
                   Ends ends) {
    std::size_t const blocks = definition.blocks;
    bool const shared = shares_blocks(definition.design);
    std::size_t const units = shared ? blocks : group_of(definition, points.size() - 1) + 1;
    std::vector<double> sum(units, 0.0), count(units, 0.0), means;
    for (std::size_t point = 0; point < points.size(); ++point)
        for (std::size_t block = 0; points[point] && block < blocks; ++block) {
            std::size_t const unit = shared ? block : group_of(definition, point);
            sum[unit] += response[point * blocks + block], count[unit] += 1;
        }
    for (std::size_t unit = 0; unit < units; ++unit)
        if (count[unit] > 0) means.push_back(sum[unit] / count[unit]);
    double const unknown = std::numeric_limits<double>::quiet_NaN();
    if (means.empty()) return {.mean = unknown, .low = unknown, .high = unknown};
    return estimate_of_blocks(means, ends);
}

std::vector<CurveStep> response_curve(SweepDefinition const& definition, Points const& points, std::span<double const> response,
                                      std::size_t factor, Ends ends) {
    CurveSteps made = curve_steps(definition, points, factor);
    for (std::size_t step = 0; step < made.steps.size(); ++step) {
        std::vector<bool> inside(points.size());
        for (std::size_t point = 0; point < points.size(); ++point)
            inside[point] = made.of[point] == step && speaks_of(definition, point, factor);
        made.steps[step].points = std::size_t(std::ranges::count(inside, true));
        made.steps[step].mean = mean_over(definition, response, inside, ends);
    }
    std::erase_if(made.steps, [](CurveStep const& step) { return step.points == 0; });
    return made.steps;
}

}  // namespace micropol
