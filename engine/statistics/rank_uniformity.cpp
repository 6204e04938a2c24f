#include "statistics/rank_uniformity.h"

#include <algorithm>
#include <boost/math/distributions/binomial.hpp>
#include <stdexcept>

namespace micropol {

namespace {

// Between what the number of ranks up to each point stays with this probability, each point on its own.
struct Counts {
    std::vector<std::size_t> low, high;
};
Counts counts_between(std::size_t ranks, std::span<double const> at, double outside) {
    Counts counts;
    using Rounding =
        boost::math::policies::policy<boost::math::policies::discrete_quantile<boost::math::policies::integer_round_up>>;
    for (double const point : at) {
        boost::math::binomial_distribution<double, Rounding> const below(double(ranks), point);
        counts.low.push_back(std::size_t(boost::math::quantile(below, outside / 2)));
        counts.high.push_back(std::size_t(boost::math::quantile(below, 1 - outside / 2)));
    }
    return counts;
}

// Probability that the number stays between them at all points: from each point to the next, the ranks that are left fall into the
// step independently.
double probability_of(std::size_t ranks, std::span<double const> at, Counts const& counts) {
    std::vector<double> here(ranks + 1, 0.0), next(ranks + 1);
    here[0] = 1;
    double before = 0;
    std::size_t from_low = 0, from_high = 0;
    for (std::size_t k = 0; k < at.size(); ++k) {
        double const step = (at[k] - before) / (1 - before);
        std::ranges::fill(next, 0.0);
        for (std::size_t from = from_low; from <= from_high; ++from) {
            if (here[from] < 1e-14) continue;
            std::size_t const least = std::max(from, counts.low[k]), left = ranks - from;
            if (least > counts.high[k]) continue;
            double probability = boost::math::pdf(boost::math::binomial(double(left), step), double(least - from));
            for (std::size_t to = least; to <= counts.high[k]; ++to) {
                next[to] += here[from] * probability;
                double const fallen = double(to - from);
                probability *= (double(left) - fallen) / (fallen + 1) * step / (1 - step);
            }
        }
        here.swap(next);
        from_low = counts.low[k], from_high = counts.high[k], before = at[k];
    }
    double sum = 0;
    for (double const one : here) sum += one;
    return sum;
}

}  // namespace

double rank_of(std::span<double const> particles, double truth) {
    if (particles.empty()) throw std::invalid_argument("a rank is among particles");
    double below = 0;
    for (double const particle : particles) below += particle < truth ? 1 : particle == truth ? 0.5 : 0;
    return below / double(particles.size());
}

UniformBands uniform_bands(std::size_t ranks, std::size_t points, double probability) {
    if (ranks == 0 || points < 2 || !(probability > 0 && probability < 1))
        throw std::invalid_argument("bands need ranks, two points and a probability");
    UniformBands bands;
    for (std::size_t k = 1; k < points; ++k) bands.at.push_back(double(k) / double(points));
    double low = 0, high = 1 - probability;  // share outside at one point
    for (int step = 0; step < 20; ++step) {
        double const between = (low + high) / 2;
        (probability_of(ranks, bands.at, counts_between(ranks, bands.at, between)) >= probability ? low : high) = between;
    }
    Counts const counts = counts_between(ranks, bands.at, std::max(low, 1e-9));
    for (std::size_t k = 0; k < bands.at.size(); ++k) {
        bands.low.push_back(double(counts.low[k]) / double(ranks));
        bands.high.push_back(double(counts.high[k]) / double(ranks));
    }
    bands.pointwise = 1 - low;
    return bands;
}

bool within(UniformBands const& bands, std::span<double const> ranks) {
    for (std::size_t k = 0; k < bands.at.size(); ++k) {
        auto const below = std::ranges::count_if(ranks, [&](double rank) { return rank <= bands.at[k]; });
        double const share = double(below) / double(ranks.size());
        if (share < bands.low[k] || share > bands.high[k]) return false;
    }
    return true;
}

}  // namespace micropol
