#include "statistics/growth_curve.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "base/check.h"
#include "base/random.h"
#include "base/scalar_math.h"

namespace micropol {

namespace {

// The form of a curve, before it is multiplied by its ceiling. Both parameters may take any value: rates are given by their logarithm.
struct Shape {
    Baseline kind;
    double first, second;

    // Week after week from 0 on. What falls exponentially falls by the same factor each week.
    void fill(std::span<double> weeks) const {
        constexpr double farthest = 600;
        if (kind == Baseline::logistic) {  // first: logarithm of the rate; second: the week of half the ceiling
            double const rate = exp_of(first), factor = exp_of(-rate);
            double before_half = exp_of(std::min(rate * second, farthest));
            for (double& week : weeks) week = 1 / (1 + before_half), before_half *= factor;
            return;
        }
        double const innovation = exp_of(first), imitation = exp_of(second);  // Bass's p and q
        double const factor = exp_of(-(innovation + imitation));
        double left = factor;  // the first week ends at 1
        for (double& week : weeks) week = (1 - left) / (1 + imitation / innovation * left), left *= factor;
    }
    [[nodiscard]] std::vector<double> over(std::size_t weeks) const {
        std::vector<double> filled(weeks);
        fill(filled);
        return filled;
    }
};

struct Fit {
    Shape shape;
    double ceiling, squares;  // of what is left
};

// With the ceiling that fits the shape best. room: as long as the series.
Fit with_ceiling(Shape const& shape, std::span<double const> series, double most, std::span<double> room) {
    double with = 0, of_shape = 0, of_series = 0;
    shape.fill(room);
    for (std::size_t week = 0; week < series.size(); ++week) {
        if (!std::isfinite(series[week])) continue;
        double const at = room[week];
        with += at * series[week], of_shape += at * at, of_series += series[week] * series[week];
    }
    double const ceiling = std::clamp(of_shape > 0 ? with / of_shape : 0.0, 0.0, most);
    return {shape, ceiling, of_series - 2 * ceiling * with + ceiling * ceiling * of_shape};
}

// Steps to whichever neighbour fits better, halved where none does.
Fit improved(Fit best, std::span<double const> series, double most, std::array<double, 2> step, int turns) {
    std::vector<double> room(series.size());
    for (int turn = 0; turn < turns; ++turn) {
        Fit const before = best;
        for (int a = -1; a <= 1; ++a)
            for (int b = -1; b <= 1; ++b) {
                Shape shape = before.shape;
                shape.first += a * step[0], shape.second += b * step[1];
                shape.first = std::clamp(shape.first, -12.0, 3.0);
                shape.second = std::clamp(shape.second, shape.kind == Baseline::bass ? -12.0 : -500.0,
                                          shape.kind == Baseline::bass ? 3.0 : 500.0);
                Fit const fit = with_ceiling(shape, series, most, room);
                if (fit.squares < best.squares) best = fit;
            }
        if (best.squares >= before.squares) step[0] /= 2, step[1] /= 2;
    }
    return best;
}

Fit fitted_anew(Baseline kind, std::span<double const> series, double most) {
    constexpr int steps = 16;
    auto const weeks = double(series.size());
    double const low = kind == Baseline::bass ? -9 : -weeks, high = kind == Baseline::bass ? 1 : 3 * weeks;
    Fit best{{kind, 0, 0}, 0, std::numeric_limits<double>::infinity()};
    std::vector<double> room(series.size());
    for (int a = 0; a < steps; ++a)
        for (int b = 0; b < steps; ++b) {
            Fit const fit = with_ceiling({kind, -8 + 9.0 * a / (steps - 1), low + (high - low) * b / (steps - 1)}, series, most,
                                         room);
            if (fit.squares < best.squares) best = fit;
        }
    return improved(best, series, most, {0.5, (high - low) / (2 * steps)}, 60);
}

std::vector<double> known(std::span<double const> series) {
    std::vector<double> values;
    for (double const value : series)
        if (std::isfinite(value)) values.push_back(value);
    return values;
}

constexpr std::size_t parameters = 3;

// What is left of each week; a gap has none.
std::vector<double> left_by(Fit const& fit, std::span<double const> series) {
    std::vector<double> left = fit.shape.over(series.size());
    for (std::size_t week = 0; week < series.size(); ++week) left[week] = series[week] - fit.ceiling * left[week];
    return left;
}

// How far a series typically is from where it was so many weeks before.
double typical_move(std::span<double const> series, std::size_t weeks) {
    double squares = 0;
    std::size_t pairs = 0;
    for (std::size_t week = weeks; week < series.size(); ++week)
        if (double const move = series[week] - series[week - weeks]; std::isfinite(move)) squares += move * move, ++pairs;
    return pairs > 0 ? std::sqrt(squares / double(pairs)) : std::numeric_limits<double>::quiet_NaN();
}

// Stays where it was last, give or take what it typically moved in as many weeks; beyond half of them, as a random walk.
std::vector<double> as_last_week(std::span<double const> series, std::size_t weeks_ahead, double most, std::size_t members,
                                 std::uint64_t seed) {
    std::vector<double> const values = known(series);
    double const last = values.empty() ? most / 2 : values.back();
    std::size_t const longest = std::max<std::size_t>(1, series.size() / 2);
    std::vector<double> spread;
    for (std::size_t week = 1; week <= weeks_ahead; ++week) {
        std::size_t const of = std::min(week, longest);
        double move = typical_move(series, of) * std::sqrt(double(week) / double(of));
        if (!std::isfinite(move)) move = spread.empty() ? most / 4 : spread.back();  // too few weeks to know
        spread.push_back(move);
    }
    std::vector<double> ahead;
    for (std::size_t member = 0; member < members; ++member) {
        Stream chance(seed, std::uint32_t(member), purpose("forecast: as last week"));
        double const off = chance.normal();
        for (double const move : spread) ahead.push_back(std::clamp(last + off * move, 0.0, most));
    }
    return ahead;
}

}  // namespace

std::string_view name_of(Baseline baseline) {
    switch (baseline) {
        case Baseline::last_week: return "last_week";
        case Baseline::logistic: return "logistic";
        case Baseline::bass: return "bass";
    }
    return "";
}

Curve fit_curve(Baseline kind, std::span<double const> series, std::size_t weeks_ahead, double most) {
    std::vector<double> const values = known(series);
    Curve curve{.kind = kind, .ceiling = 0, .rate = 0, .offset = 0, .fitted = {}, .error = 0};
    std::size_t const weeks = series.size() + weeks_ahead;
    if (kind == Baseline::last_week) {
        double last = std::numeric_limits<double>::quiet_NaN();
        for (std::size_t week = 0; week < weeks; ++week) {
            curve.fitted.push_back(last);
            if (week < series.size() && std::isfinite(series[week])) last = series[week];
        }
        curve.error = typical_move(series, 1), curve.ceiling = most;
        return curve;
    }
    if (values.size() <= parameters) {
        double mean = 0;
        for (double const value : values) mean += value / double(values.size());
        curve.fitted.assign(weeks, mean), curve.ceiling = mean;
        return curve;
    }
    Fit const fit = fitted_anew(kind, series, most);
    curve.ceiling = fit.ceiling, curve.rate = exp_of(fit.shape.first);
    curve.offset = kind == Baseline::bass ? exp_of(fit.shape.second) : curve.rate * fit.shape.second;
    curve.fitted = fit.shape.over(weeks);
    for (double& value : curve.fitted) value *= fit.ceiling;
    curve.error = std::sqrt(std::max(0.0, fit.squares) / double(values.size() - parameters));
    return curve;
}

std::vector<double> continuations(Baseline kind, std::span<double const> series, std::size_t weeks_ahead, double most,
                                  std::size_t members, std::uint64_t seed) {
    if (kind == Baseline::last_week || known(series).size() <= parameters)
        return as_last_week(series, weeks_ahead, most, members, seed);
    constexpr std::size_t refits = 50;
    Fit const fit = fitted_anew(kind, series, most);
    std::vector<double> const left = left_by(fit, series), spread = known(left);
    // What fitting takes from the spread is given back; how much of a deviation stays from week to week.
    double const enlarged = std::sqrt(double(spread.size()) / double(spread.size() - parameters));
    double together = 0, squares = 0;
    for (std::size_t k = 1; k < spread.size(); ++k)
        together += spread[k] * spread[k - 1], squares += spread[k - 1] * spread[k - 1];
    double const stays = squares > 0 ? std::clamp(together / squares, 0.0, 0.95) : 0;
    std::size_t const weeks = series.size() + weeks_ahead;
    std::vector<double> const of_fit = fit.shape.over(series.size());
    std::vector<double> ahead, curve = fit.shape.over(weeks);
    Fit resampled = fit;
    for (std::size_t member = 0; member < members; ++member) {
        Stream chance(seed, std::uint32_t(member), purpose("forecast: continuation of a curve"));
        auto const any = [&] { return enlarged * spread[chance.below(std::uint32_t(spread.size()))]; };
        if (member % std::max<std::size_t>(1, members / refits) == 0) {
            std::vector<double> again;
            double off = any();
            for (std::size_t week = 0; week < series.size(); ++week) {
                off = stays * off + std::sqrt(1 - stays * stays) * any();
                again.push_back(std::isfinite(series[week]) ? fit.ceiling * of_fit[week] + off : series[week]);
            }
            resampled = improved(fit, again, most, {0.25, kind == Baseline::bass ? 0.25 : double(series.size()) / 16}, 20);
            resampled.shape.fill(curve);
        }
        double off = spread.back();
        for (std::size_t week = series.size(); week < weeks; ++week) {
            off = stays * off + std::sqrt(1 - stays * stays) * any();
            ahead.push_back(std::clamp(resampled.ceiling * curve[week] + off, 0.0, most));
        }
    }
    return ahead;
}

}  // namespace micropol
