#include "findings/comparison.h"
#include "report/json_in_english.h"
#include "report/write_json.h"
#include "statistics/estimate_json.h"
#include "study/money_json.h"

namespace micropol {

namespace {

Json of(Comparison const& comparison, Standing const& standing) {
    Json outcomes = Json::array(), beats = Json::object();
    for (std::size_t k = 0; k < comparison.facts.outcomes.size(); ++k)
        outcomes.push_back({{"key", comparison.facts.outcomes[k]->plugin.key},
                            {"level", json_of(standing.level[k])},
                            {"against_none", json_of(standing.against_none[k])},
                            {"against_best", json_of(standing.against_best[k])}});
    for (std::size_t k = 0; k < comparison.standings.size(); ++k)
        if (&comparison.standings[k] != &standing) beats[comparison.standings[k].name] = json_of(standing.beats[k]);
    return {{"name", standing.name},
            {"meaning", standing.meaning},
            {"level_with_best", standing.level_with_best},
            {"best_in", json_of(standing.best_in)},
            {"beats", beats},
            {"regret", json_of(standing.regret)},
            {"worst_regret", standing.worst_regret},
            {"worst_block", standing.worst_block},
            {"pairing_gain", standing.pairing_gain},
            {"outcomes", outcomes}};
}

}  // namespace

Json json_of(Comparison const& comparison) {
    StudyFacts const& facts = comparison.facts;
    Stopped const& stopped = comparison.stopped;
    Json strategies = Json::array();
    for (Standing const& standing : comparison.standings) strategies.push_back(of(comparison, standing));
    Json stop{{"rule", key_of(stopped.rule)}, {"met", stopped.met}};
    if (stopped.rule != Stopped::Rule::all_blocks) stop["aim"] = stopped.aim;
    if (!stopped.selected.empty()) stop["selected"] = stopped.selected;
    Json json{{"title", facts.title},
              {"question", facts.question},
              {"headcount", facts.headcount},
              {"imported", facts.by_person},
              {"upper_bound", facts.sees_all},
              {"money", json_of_money(facts)},
              {"weeks", facts.weeks},
              {"blocks", comparison.blocks},
              {"histories", comparison.histories()},
              {"seed", facts.seed},
              {"by", facts.outcomes[comparison.criterion.outcome]->plugin.key},
              {"less_is_better", comparison.criterion.less_is_better},
              {"pair_confidence", comparison.pair_confidence},
              {"best", comparison.standings.front().name},
              {"cheapest_of_the_best", comparison.cheapest ? Json(comparison.standings[*comparison.cheapest].name) : Json()},
              {"verdict", json_in_english(verdict_on(comparison))},
              {"stopped", stop},
              {"strategies", strategies}};
    if (auto const& later = comparison.later) json["later_start"] = {{"week", later->week}, {"until_then", later->until_then}};
    return json;
}

std::string write_json(Comparison const& comparison) { return json_of(comparison).dump(2) + '\n'; }

}  // namespace micropol
