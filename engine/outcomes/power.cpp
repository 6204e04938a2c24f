#include <vector>

#include "outcomes/outcome.h"
#include "outcomes/over_people.h"

namespace micropol {

namespace {

constexpr Column power_reads[] = {Column::power}, reliance_reads[] = {Column::data_reliance},
                 data_power_reads[] = {Column::relation_control, Column::data_control};

// Ascending in every history at once: Batcher's odd-even merge sort, whose comparisons do not depend on the values.
void sort_each_history(std::vector<Worlds>& values) {
    std::size_t const n = values.size();
    for (std::size_t sorted = 1, log = 1; sorted < n; sorted *= 2, ++log)  // runs of this length are sorted; merge them in pairs
        for (std::size_t step = sorted; step >= 1; step /= 2)
            for (std::size_t first = step % sorted; first + step < n; first += 2 * step)
                for (std::size_t i = first; i < first + step && i + step < n; ++i) {
                    if (i >> log != (i + step) >> log) continue;
                    Worlds const low = min_of(values[i], values[i + step]);
                    values[i + step] = max_of(values[i], values[i + step]);
                    values[i] = low;
                }
}

// G = Σ_k (2k − n − 1)·p_(k) / (n·Σ p), over powers in ascending order.
Worlds gini(Week const& week) {
    auto const power = week.read(Column::power);
    std::vector<Worlds> sorted(power.begin(), power.end());
    sort_each_history(sorted);
    float const n = float(sorted.size());
    Worlds weighted = 0.0f, sum = 0.0f;
    for (std::size_t k = 0; k < sorted.size(); ++k) {
        weighted += sorted[k] * ((2.0f * float(k) + 1.0f - n) / n);
        sum += sorted[k];
    }
    return clamp(weighted / sum, 0.0f, 1.0f);
}

Worlds power_from_data(Week const& week) {
    Worlds const data = mean(week.read(Column::data_control)), relation = mean(week.read(Column::relation_control));
    return data / max_of(data + relation, 1e-6f);
}

}  // namespace

extern constinit OutcomeKind const power_gini{{"power_gini", {power_reads, {}, {}}, {}, "Gini coefficient of power over people."},
                                              Unit::share,
                                              "Inequality of power (Gini)",
                                              gini};
extern constinit OutcomeKind const data_power{
    {"data_power", {data_power_reads, {}, {}}, {}, "Share of all control over zones of uncertainty that rests on data."},
    Unit::share,
    "Power that rests on data",
    power_from_data};
extern constinit OutcomeKind const data_reliance{
    {"data_reliance", {reliance_reads, {}, {}}, {}, "Weight of the data zone of uncertainty."},
    Unit::share,
    "Reliance on data",
    [](Week const& week) { return week.read(Column::data_reliance)[0]; }};

}  // namespace micropol
