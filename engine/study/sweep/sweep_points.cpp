#include "study/sweep/sweep_points.h"

#include <algorithm>
#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <stdexcept>

#include "base/overloaded.h"

namespace micropol {

namespace {

double normal_at(NormalDistribution const& d, Range range, double u) {
    if (d.sd <= 0) return d.mean;
    boost::math::normal const normal(d.mean, d.sd);
    double const below = cdf(normal, range.low), inside = cdf(normal, range.high) - below, p = below + u * inside;
    if (p <= 0) return range.low;
    if (p >= 1) return range.high;
    return quantile(normal, p);
}

double triangular_at(TriangularDistribution const& d, double u) {
    double const width = d.high - d.low, split = width > 0 ? (d.mode - d.low) / width : 0;
    return u < split ? d.low + std::sqrt(u * width * (d.mode - d.low)) : d.high - std::sqrt((1 - u) * width * (d.high - d.mode));
}

double beta_at(BetaDistribution const& d, double u) {
    double const total = d.mean * (1 - d.mean) / (d.sd * d.sd) - 1;
    return quantile(boost::math::beta_distribution<>(d.mean * total, (1 - d.mean) * total), u);
}

double choice_at(ChoiceDistribution const& d, double u) {
    for (std::size_t k = 0; k + 1 < d.values.size(); ++k) {
        if (u < d.weights[k]) return d.values[k];
        u -= d.weights[k];
    }
    return d.values.back();
}

// Which of so many equally likely things.
int one_of(int count, double u) { return std::min(count - 1, int(u * count)); }

}  // namespace

double value_at(Distribution const& distribution, Range range, double u) {
    double const value = std::visit(Overloaded{
                                        [](double fixed) { return fixed; },
                                        [&](UniformDistribution const& d) { return d.low + (d.high - d.low) * u; },
                                        [&](NormalDistribution const& d) { return normal_at(d, range, u); },
                                        [&](TriangularDistribution const& d) { return triangular_at(d, u); },
                                        [&](BetaDistribution const& d) { return beta_at(d, u); },
                                        [&](ChoiceDistribution const& d) { return choice_at(d, u); },
                                    },
                                    distribution);
    return std::clamp(value, range.low, range.high);
}

double coordinate_at(Factor const& factor, double u) {
    return std::visit(Overloaded{
                          [&](Distribution const& d) { return value_at(d, factor.range, u); },
                          [&](WholeNumbers const& w) { return double(w.low + one_of(w.high - w.low + 1, u)); },
                          [&](Words const& w) { return double(one_of(int(w.size()), u)); },
                      },
                      factor.values);
}

std::string written_at(Factor const& factor, double u) {
    double const value = coordinate_at(factor, u);
    if (auto const* words = std::get_if<Words>(&factor.values)) return (*words)[std::size_t(value)];
    return to_string(Distribution{value});
}

bool has_remote_ends(Factor const& factor) {
    auto const* distribution = std::get_if<Distribution>(&factor.values);
    return distribution &&
           (std::holds_alternative<NormalDistribution>(*distribution) || std::holds_alternative<BetaDistribution>(*distribution));
}

std::size_t count_of_values(Factor const& factor) {
    if (auto const* words = std::get_if<Words>(&factor.values)) return words->size();
    if (auto const* whole = std::get_if<WholeNumbers>(&factor.values)) return std::size_t(whole->high - whole->low + 1);
    auto const* choice = std::get_if<ChoiceDistribution>(std::get_if<Distribution>(&factor.values));
    return choice ? choice->values.size() : 0;
}

std::vector<Override> overrides_at(std::span<Factor const> factors, Point const& point) {
    if (factors.size() != point.size()) throw std::invalid_argument("a design point needs a coordinate for each factor");
    std::vector<Override> overrides;
    for (std::size_t k = 0; k < factors.size(); ++k) {
        if (!(point[k] >= 0 && point[k] <= 1)) throw std::invalid_argument("coordinates of a design point lie in [0, 1]");
        overrides.push_back({factors[k].path, written_at(factors[k], point[k])});
    }
    return overrides;
}

}  // namespace micropol
