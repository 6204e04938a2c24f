#include "findings/bundle.h"
#include "report/csv.h"
#include "report/write_csv.h"
#include "words/text.h"

namespace micropol {

// The table of the comparison with more statistics below.
std::string write_csv(Optimum const& optimum) {
    Comparison const& comparison = optimum.comparison;
    std::string const by(comparison.facts.outcomes[comparison.criterion.outcome]->plugin.key);
    std::string text = write_csv(comparison);
    auto const row = [&](std::string const& strategy, std::string const& statistic, std::string const& value) {
        text += csv_field(strategy) + ',' + by + ',' + statistic + ',' + value + '\n';
    };
    auto const rows = [&](std::string const& strategy, std::string const& prefix, Estimate const& of) {
        row(strategy, prefix + "_mean", csv_number(of.mean)), row(strategy, prefix + "_low", csv_number(of.low));
        row(strategy, prefix + "_high", csv_number(of.high));
    };
    row("", "choice", optimum.choice ? csv_field(comparison.standings[*optimum.choice].name) : "");
    row("", "tried", std::to_string(optimum.tried)), row("", "search_blocks", std::to_string(optimum.search_blocks));
    if (optimum.optimism) rows(comparison.standings[*optimum.choice].name, "promised", optimum.optimism->promised);
    if (optimum.optimism) rows(comparison.standings[*optimum.choice].name, "optimism", optimum.optimism->difference);
    for (std::size_t k = 0; k < comparison.standings.size(); ++k) {
        Standing const& standing = comparison.standings[k];
        row(standing.name, "keeps_limits", optimum.prospects[k].keeps_limits ? "1" : "0");
        row(standing.name, "on_front", optimum.prospects[k].on_front ? "1" : "0");
        if (optimum.choice) rows(standing.name, "against_choice", optimum.prospects[k].against_choice);
        if (Found const* const found = optimum.bundle_of(standing))
            row(standing.name, "bundle", csv_field(to_text(describe(optimum.space, found->bundle), Language::english)));
    }
    return text;
}

}  // namespace micropol
