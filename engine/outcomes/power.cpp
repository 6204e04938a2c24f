#include <algorithm>
#include <vector>

#include "outcomes/outcome.h"
#include "outcomes/over_people.h"

namespace micropol {

namespace {

constexpr Column data_power_reads[] = {Column::relation_control, Column::data_control};

// Ascending in every history at once: Batcher's odd-even merge sort, whose comparisons do not depend on the values.
void sort_each_history(std::vector<Worlds>& values) {
    std::size_t const n = values.size();
    auto const order = [&](std::size_t first, std::size_t step) {  // values[i] and values[i + step], for as many as a step
        Worlds* const low = values.data() + first;
        Worlds* const high = low + step;
        std::size_t const pairs = first + step < n ? std::min(step, n - first - step) : 0;
        for (std::size_t k = 0; k < pairs; ++k) {
            Worlds const lower = min_of(low[k], high[k]);
            high[k] = max_of(low[k], high[k]);
            low[k] = lower;
        }
    };
    for (std::size_t sorted = 1; sorted < n; sorted *= 2)  // runs of this length are sorted; merge them in pairs
        for (std::size_t pair = 0; pair < n; pair += 2 * sorted) {
            order(pair, sorted);
            for (std::size_t step = sorted / 2; step >= 1; step /= 2)
                for (std::size_t first = pair + step; first + step < std::min(n, pair + 2 * sorted); first += 2 * step)
                    order(first, step);
        }
}

// G = Σ_k (2k − n − 1)·p_(k) / (n·Σ p), over powers in ascending order. An empty seat has none and comes first: e of them,
// people taken alone, make of it (n·G − e) / (n − e).
Worlds gini(Week const& week) {
    auto const power = week.read(Column::power), present = week.read(Column::present);
    std::vector<Worlds> sorted;
    sorted.reserve(power.size());
    for (std::size_t i = 0; i < power.size(); ++i) sorted.push_back(power[i] * present[i]);
    sort_each_history(sorted);
    float const n = float(sorted.size());
    Worlds const people = sum_over(present.size(), [&](std::size_t i) { return present[i]; });
    Worlds const sum = sum_over(sorted.size(), [&](std::size_t k) { return sorted[k]; });
    Worlds const weighted = sum_over(sorted.size(), [&](std::size_t k) { return sorted[k] * (2.0f * float(k) + 1.0f - n); });
    return clamp((weighted / max_of(sum, 1e-6f) - (Worlds(n) - people)) / max_of(people, 1.0f), 0.0f, 1.0f);
}

Worlds power_from_data(Week const& week) {
    Worlds const data = mean_of_seats(week.read(Column::data_control)),
                 relation = mean_of_seats(week.read(Column::relation_control));
    return data / max_of(data + relation, 1e-6f);
}

}  // namespace

extern constinit OutcomeKind const power_gini{
    {"power_gini", {reads_people<Column::power>, {}, {}}, {}, "Gini coefficient of power over people."},
    Unit::share,
    "Inequality of power (Gini)",
    gini};
extern constinit OutcomeKind const data_power{
    {"data_power", {data_power_reads, {}, {}}, {}, "Share of all control over zones of uncertainty that rests on data."},
    Unit::share,
    "Power that rests on data",
    power_from_data,
    Prominence{OutcomeSection::politics, 6}};
extern constinit OutcomeKind const data_reliance{
    {"data_reliance", {reads_only<Column::data_reliance>, {}, {}}, {}, "Weight of the data zone of uncertainty."},
    Unit::share,
    "Reliance on data",
    of_organisation<Column::data_reliance>};

}  // namespace micropol
