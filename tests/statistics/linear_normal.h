#pragma once
// A model of which the posterior is known in closed form: cells are weighted sums of standard normal numbers, with normal noise.

#include <cmath>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "base/random.h"
#include "statistics/normal_score.h"
#include "statistics/simulated_settings.h"

namespace micropol {

struct LinearNormal {
    std::vector<std::vector<double>> weights;  // [cell][number]
    double noise = 1;

    [[nodiscard]] std::size_t cells() const { return weights.size(); }
    [[nodiscard]] std::size_t numbers() const { return weights.front().size(); }

    [[nodiscard]] std::vector<float> simulate(std::span<double const> where, std::uint64_t seed) const {
        std::vector<float> values;
        for (std::size_t setting = 0; setting < where.size() / numbers(); ++setting) {
            Stream chance(seed, std::uint32_t(setting), purpose("test: linear normal simulation"));
            for (std::size_t history = 0; history < SimulatedSettings::histories; ++history)
                for (auto const& of_cell : weights) {
                    double sum = noise * chance.normal();
                    for (std::size_t j = 0; j < numbers(); ++j) sum += of_cell[j] * normal_score(where[setting * numbers() + j]);
                    values.push_back(float(sum));
                }
        }
        return values;
    }
    [[nodiscard]] std::vector<double> places(std::size_t settings, std::uint64_t seed) const {
        std::vector<double> where;
        for (std::size_t setting = 0; setting < settings; ++setting) {
            Stream chance(seed, std::uint32_t(setting), purpose("test: linear normal places"));
            for (std::size_t j = 0; j < numbers(); ++j) where.push_back((0.5 + chance.below(1u << 20)) / (1u << 20));
        }
        return where;
    }
    [[nodiscard]] SimulatedSettings table(std::size_t settings, std::uint64_t seed = 1) const {
        SimulatedSettings made{.numbers = numbers(), .cells = cells(), .where = places(settings, seed), .values = {}};
        made.values = simulate(made.where, seed);
        return made;
    }
    // One company that the table knows nothing of.
    [[nodiscard]] std::vector<double> company(std::uint64_t number) const {
        std::vector<float> const values = simulate(places(1, 1'000'000 + number), 2'000'000 + number);
        return {values.begin(), values.begin() + std::ptrdiff_t(cells())};
    }

    struct Known {
        std::vector<double> mean;                     // [number]
        std::vector<std::vector<double>> covariance;  // [number][number]
    };
    [[nodiscard]] Known posterior(std::vector<double> const& observed) const {
        // Gauss and Jordan: the precision beside the identity, until the one has become the other.
        std::size_t const size = numbers();
        double const precision = 1 / (noise * noise);
        std::vector<std::vector<double>> rows(size, std::vector<double>(2 * size, 0.0));
        std::vector<double> pull(size, 0.0);
        for (std::size_t i = 0; i < size; ++i) {
            rows[i][i] = rows[i][size + i] = 1;
            for (std::size_t cell = 0; cell < cells(); ++cell) {
                pull[i] += precision * weights[cell][i] * observed[cell];
                for (std::size_t j = 0; j < size; ++j) rows[i][j] += precision * weights[cell][i] * weights[cell][j];
            }
        }
        for (std::size_t i = 0; i < size; ++i) {
            double const pivot = rows[i][i];
            for (double& value : rows[i]) value /= pivot;
            for (std::size_t k = 0; k < size; ++k) {
                double const factor = k == i ? 0 : rows[k][i];
                for (std::size_t j = 0; j < 2 * size; ++j) rows[k][j] -= factor * rows[i][j];
            }
        }
        Known known{std::vector<double>(size, 0.0), {}};
        for (std::size_t i = 0; i < size; ++i) {
            known.covariance.emplace_back(rows[i].begin() + std::ptrdiff_t(size), rows[i].end());
            for (std::size_t j = 0; j < size; ++j) known.mean[i] += known.covariance[i][j] * pull[j];
        }
        return known;
    }
};

}  // namespace micropol
