#include "results/show_comparison.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "results/comparison_account.h"
#include "results/escape.h"
#include "results/text_lines.h"
#include "results/wording.h"

namespace micropol {

namespace {

using Json = nlohmann::ordered_json;

std::string as_text(Comparison const& comparison, ShowOptions const& options) {
    int const width = std::max(min_width, options.width);
    return text_of(account_of(comparison, width, detail_of(options.everything)), options.colour, width,
                   VerdictPlace::after_tables);
}

std::string as_markdown(Comparison const& comparison, ShowOptions const& options) {
    return markdown_of(account_of(comparison, page_width, detail_of(options.everything)));
}

Json of(Comparison const& comparison, Standing const& standing) {
    Json outcomes = Json::array(), beats = Json::object();
    for (std::size_t k = 0; k < comparison.facts.outcomes.size(); ++k)
        outcomes.push_back({{"key", comparison.facts.outcomes[k]->plugin.key},
                            {"level", json_of<Json>(standing.level[k])},
                            {"against_none", json_of<Json>(standing.against_none[k])},
                            {"against_best", json_of<Json>(standing.against_best[k])}});
    for (std::size_t k = 0; k < comparison.standings.size(); ++k)
        if (&comparison.standings[k] != &standing) beats[comparison.standings[k].name] = json_of<Json>(standing.beats[k]);
    return {{"name", standing.name},
            {"meaning", standing.meaning},
            {"level_with_best", standing.level_with_best},
            {"best_in", json_of<Json>(standing.best_in)},
            {"beats", beats},
            {"regret", json_of<Json>(standing.regret)},
            {"worst_regret", standing.worst_regret},
            {"worst_block", standing.worst_block},
            {"pairing_gain", standing.pairing_gain},
            {"outcomes", outcomes}};
}

std::string as_json(Comparison const& comparison) {
    StudyFacts const& facts = comparison.facts;
    Stopped const& stopped = comparison.stopped;
    Json strategies = Json::array();
    for (Standing const& standing : comparison.standings) strategies.push_back(of(comparison, standing));
    Json stop{{"rule", rule_names[std::size_t(stopped.rule)]}, {"met", stopped.met}};
    if (stopped.rule != Stopped::Rule::all_blocks) stop["aim"] = stopped.aim;
    if (!stopped.selected.empty()) stop["selected"] = stopped.selected;
    Json const json = {
        {"title", facts.title},
        {"question", facts.question},
        {"headcount", facts.headcount},
        {"imported", facts.by_person},
        {"weeks", facts.weeks},
        {"blocks", comparison.blocks},
        {"histories", comparison.histories()},
        {"seed", facts.seed},
        {"by", facts.outcomes[comparison.criterion.outcome]->plugin.key},
        {"less_is_better", comparison.criterion.less_is_better},
        {"pair_confidence", comparison.pair_confidence},
        {"best", comparison.standings.front().name},
        {"cheapest_of_the_best", comparison.cheapest ? Json(comparison.standings[*comparison.cheapest].name) : Json()},
        {"verdict", verdict_on(comparison)},
        {"stopped", stop},
        {"strategies", strategies}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

std::string as_csv(Comparison const& comparison) {
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
    row(nullptr, "", "stopped_by", std::string(rule_names[std::size_t(comparison.stopped.rule)]));
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

}  // namespace

std::string show(Comparison const& comparison, Format format, ShowOptions const& options) {
    switch (format) {
        case Format::json: return as_json(comparison);
        case Format::csv: return as_csv(comparison);
        case Format::markdown: return as_markdown(comparison, options);
        case Format::text: break;
    }
    return as_text(comparison, options);
}

}  // namespace micropol
