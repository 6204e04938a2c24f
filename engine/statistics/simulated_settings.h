#pragma once
// Settings of a model and what was simulated under each, as numbers without a meaning: what calibration reads.

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

#include "base/worlds.h"

namespace micropol {

// A setting gives every uncertain number a place in its prior. What is simulated under it is observed in cells, such as "log-ins in
// week 7 of sales", in every one of its histories, with all the noise that the real observation has.
struct SimulatedSettings {
    static constexpr std::size_t histories = histories_per_block;
    std::size_t numbers = 0, cells = 0;
    std::vector<double> where;  // [setting * numbers + number] quantile of the prior, 0 to 1
    // [(setting * histories + history) * cells + cell]; not a number where that history has no such cell: then it cannot have
    // produced data that have it.
    std::vector<float> values;

    [[nodiscard]] std::size_t count() const { return numbers == 0 ? 0 : where.size() / numbers; }
    [[nodiscard]] std::span<double const> where_of(std::size_t setting) const {
        return std::span(where).subspan(setting * numbers, numbers);
    }
    [[nodiscard]] std::span<float const> values_of(std::size_t setting, std::size_t history) const {
        return std::span(values).subspan((setting * histories + history) * cells, cells);
    }
};

// [cell] what was observed; not a number where nothing was.
using Observed = std::vector<double>;

// Simulates further settings: which wave they are of, from 1, and `where` of each as above, strictly between 0 and 1; returns their
// `values`, or nothing when it was told to stop. The same evidence, table and plan ask for the same settings in the same order,
// whatever was interrupted in between; so answers may come from a file.
using Simulate = std::function<std::vector<float>(std::size_t wave, std::span<double const> where)>;

// Does so many tasks, in any order or at the same time. Without it, one after the other. Results do not depend on it.
using InParallel = std::function<void(std::size_t tasks, std::function<void(std::size_t)> const& task)>;

}  // namespace micropol
