#include "report/csv.h"
#include "report/write_csv.h"

namespace micropol {

std::string write_csv(WeeklyTable const& series, StudyFacts const& facts, std::size_t blocks) {
    std::string text = "variant,outcome,week,mean,low,high,spread\n";
    auto const weeks = std::size_t(facts.weeks);
    for (std::size_t variant = 0; variant < series.variants().size(); ++variant)
        for (std::size_t outcome = 0; outcome < facts.outcomes.size(); ++outcome)
            for (std::size_t week = 0; week < weeks; ++week) {
                OutcomeKind const& kind = *facts.outcomes[outcome];
                auto const [mean, spread] = series.at(variant, outcome * weeks + week, kind.unit, blocks);
                text += csv_field(series.variants()[variant]) + ',' + csv_field(kind.plugin.key) + ',' +
                        std::to_string(week + 1) + ',' + csv_number(mean.mean) + ',' + csv_number(mean.low) + ',' +
                        csv_number(mean.high) + ',' + csv_number(spread) + '\n';
            }
    return text;
}

}  // namespace micropol
