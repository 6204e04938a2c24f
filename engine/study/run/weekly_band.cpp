#include "study/run/weekly_band.h"

#include <array>
#include <cstring>
#include <numeric>

#include "base/check.h"
#include "statistics/quantile.h"

namespace micropol {

WeeklyBand weekly_band(std::span<std::span<Worlds const> const> blocks) {
    check(!blocks.empty(), "a band needs at least one block");
    WeeklyBand band;
    std::vector<float> values(blocks.size() * std::size_t(histories_per_block));
    SortingRoom room;
    for (std::size_t week = 0; week < blocks.front().size(); ++week) {
        std::array<double, std::size_t(histories_per_block)> sums{};  // one a history, so that sixteen additions need not wait
        float* next = values.data();
        for (std::span<Worlds const> const block : blocks) {
            std::memcpy(next, &block[week], sizeof(Worlds));
            for (double& sum : sums) sum += double(*next++);
        }
        double const sum = std::accumulate(sums.begin(), sums.end(), 0.0);
        sort_ascending(values, room);
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
