#include "report/csv.h"
#include "report/write_csv.h"
#include "study/sweep/sweep_points.h"

namespace micropol {

std::string write_csv(Calibrated const& calibrated) {
    std::string text = "what,name,statistic,value\n";
    auto const row = [&](std::string_view what, std::string_view name, std::string_view statistic, double value) {
        text += std::string(what) + ',' + csv_field(name) + ',' + std::string(statistic) + ',' + csv_number(value) + '\n';
    };
    for (std::size_t k = 0; k < calibrated.numbers.size(); ++k) {
        Factor const& number = calibrated.numbers[k];
        NumberLearned const& learned = calibrated.posterior.learned[k];
        row("number", number.path, "before_low", coordinate_at(number, 0.1));
        row("number", number.path, "before_middle", coordinate_at(number, 0.5));
        row("number", number.path, "before_high", coordinate_at(number, 0.9));
        row("number", number.path, "after_low", coordinate_at(number, learned.low));
        row("number", number.path, "after_middle", coordinate_at(number, learned.middle));
        row("number", number.path, "after_high", coordinate_at(number, learned.high));
        row("number", number.path, "width_left", learned.width);
        row("number", number.path, "moved", learned.moved ? 1 : 0);
    }
    for (PairLearned const& pair : calibrated.posterior.pairs)
        row("pair", calibrated.numbers[pair.first].path + " and " + calibrated.numbers[pair.second].path, "correlation",
            pair.correlation);
    for (std::size_t k = 0; k < calibrated.evidence.cells.size(); ++k) {
        CellProduced const& check = calibrated.posterior.check[k];
        std::string const key = calibrated.evidence.key_of(k);
        row("observation", key, "observed", calibrated.evidence.cells[k].value);
        row("observation", key, "low", check.low), row("observation", key, "middle", check.middle);
        row("observation", key, "high", check.high), row("observation", key, "by_chance", check.by_chance);
    }
    for (Retrodiction const& one : calibrated.retrodictions)
        for (Forecaster const& by : one.forecasters) {
            std::string const name = std::string(seen_names[std::size_t(one.seen)]) + " by " + by.name;
            row("forecast", name, "crps", by.score), row("forecast", name, "covered_80", by.covered);
        }
    return text;
}

}  // namespace micropol
