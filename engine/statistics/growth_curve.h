#pragma once
// What simple curves forecast of a series, with an honest spread: what a calibrated model has to beat.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace micropol {

enum class Baseline {
    last_week,  // stays as it was last: a random walk with the steps that the series made
    logistic,   // ceiling / (1 + exp(-(rate t - offset)))
    bass        // F. M. Bass (1969), Management Science 15: those who adopt by themselves, and those who follow others
};
inline constexpr Baseline baselines[] = {Baseline::last_week, Baseline::logistic, Baseline::bass};
[[nodiscard]] std::string_view name_of(Baseline baseline);

struct Curve {
    Baseline kind = Baseline::last_week;
    double ceiling = 0, rate = 0, offset = 0;  // logistic; of bass, rate is p, innovation, and offset is q, imitation
    std::vector<double> fitted;                // [week] of those given and then those asked for
    double error = 0;                          // standard deviation around the curve
};

// Least squares over the weeks that have a number; the others are gaps. most: the ceiling cannot be more, such as the number of
// people. Of fewer weeks than a curve has parameters and one more, the curve is flat at their mean.
[[nodiscard]] Curve fit_curve(Baseline kind, std::span<double const> series, std::size_t weeks_ahead, double most);

// [member * weeks_ahead + week] equally likely continuations, 0 to most: the curve, what its parameters may be off by, and noise.
[[nodiscard]] std::vector<double> continuations(Baseline kind, std::span<double const> series, std::size_t weeks_ahead,
                                                double most, std::size_t members, std::uint64_t seed);

}  // namespace micropol
