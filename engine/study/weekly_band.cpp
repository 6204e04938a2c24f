#include "study/weekly_band.h"

#include "base/check.h"
#include "statistics/quantile.h"

namespace micropol {

WeeklyBand weekly_band(std::span<std::span<Worlds const> const> blocks) {
    check(!blocks.empty(), "a band needs at least one block");
    WeeklyBand band;
    std::vector<float> values, spare;
    for (std::size_t week = 0; week < blocks.front().size(); ++week) {
        values.clear();
        double sum = 0;
        for (std::span<Worlds const> const block : blocks)
            for (int history = 0; history < histories_per_block; ++history) {
                values.push_back(block[week][history]);
                sum += double(values.back());
            }
        sort_ascending(values, spare);
        band.mean.push_back(float(sum / double(values.size())));
        band.q05.push_back(float(quantile(values, 0.05)));
        band.q25.push_back(float(quantile(values, 0.25)));
        band.median.push_back(float(quantile(values, 0.5)));
        band.q75.push_back(float(quantile(values, 0.75)));
        band.q95.push_back(float(quantile(values, 0.95)));
    }
    return band;
}

}  // namespace micropol
