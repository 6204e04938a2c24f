#include "report/csv.h"
#include "report/write_csv.h"

namespace micropol {

std::string write_csv(Comparison const& comparison) {
    std::string text = "strategy,name,statistic,value\n";
    auto const row = [&](Standing const* standing, std::string_view name, std::string const& statistic,
                         std::string const& value) {
        text += (standing ? csv_field(standing->name) : "") + ',' + csv_field(name) + ',' + statistic + ',' + value + '\n';
    };
    auto const rows = [&](Standing const& standing, std::string_view name, std::string const& prefix, Estimate const& of) {
        row(&standing, name, prefix + "_mean", csv_number(of.mean));
        row(&standing, name, prefix + "_low", csv_number(of.low));
        row(&standing, name, prefix + "_high", csv_number(of.high));
    };
    StudyFacts const& facts = comparison.facts;
    std::string_view const by = facts.outcomes[comparison.criterion.outcome]->plugin.key;
    row(nullptr, "", "title", csv_field(facts.title)), row(nullptr, "", "headcount", std::to_string(facts.headcount));
    row(nullptr, "", "weeks", std::to_string(facts.weeks)), row(nullptr, "", "blocks", std::to_string(comparison.blocks));
    row(nullptr, "", "histories", std::to_string(comparison.histories()));
    row(nullptr, "", "seed", std::to_string(facts.seed)), row(nullptr, "", "by", std::string(by));
    row(nullptr, "", "pair_confidence", csv_number(comparison.pair_confidence));
    row(nullptr, "", "stopped_by", std::string(key_of(comparison.stopped.rule)));
    row(nullptr, "", "stopping_rule_met", comparison.stopped.met ? "1" : "0");
    row(nullptr, "", "selected", csv_field(comparison.stopped.selected));
    for (Standing const& standing : comparison.standings) {
        row(&standing, by, "level_with_best", standing.level_with_best ? "1" : "0");
        rows(standing, by, "best_in", standing.best_in);
        rows(standing, by, "regret", standing.regret);
        row(&standing, by, "worst_regret", csv_number(standing.worst_regret));
        row(&standing, by, "worst_block", std::to_string(standing.worst_block));
        row(&standing, by, "pairing_gain", csv_number(standing.pairing_gain));
        for (std::size_t k = 0; k < comparison.standings.size(); ++k)
            if (&comparison.standings[k] != &standing) rows(standing, comparison.standings[k].name, "beats", standing.beats[k]);
        for (std::size_t k = 0; k < facts.outcomes.size(); ++k) {
            rows(standing, facts.outcomes[k]->plugin.key, "level", standing.level[k]);
            rows(standing, facts.outcomes[k]->plugin.key, "against_none", standing.against_none[k]);
            rows(standing, facts.outcomes[k]->plugin.key, "against_best", standing.against_best[k]);
        }
    }
    return text;
}

}  // namespace micropol
