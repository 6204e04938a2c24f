#include <algorithm>

#include "scenario/format.h"
#include "statistics/estimate_json.h"
#include "store/read_json.h"
#include "store/stored_comparison.h"
#include "store/study_record.h"
#include "study/compare/comparison_text.h"
#include "study/money_json.h"

namespace micropol {

namespace {

std::vector<std::string> keys_in(JsonReader const& outcomes) {
    std::vector<std::string> keys;
    for (JsonReader const& outcome : outcomes.items()) keys.push_back(outcome.at("key").text());
    return keys;
}

StudyFacts facts_in(JsonReader const& document, std::string const& file) {
    StudyFacts facts;
    facts.title = document.at("title").text(), facts.question = document.at("question").text();
    facts.headcount = document.at("headcount").whole<std::size_t>(0, std::size_t(most_employees));
    facts.by_person = document.at("imported").flag(), facts.sees_all = document.at("upper_bound").flag();
    read_money(document, facts);
    facts.weeks = document.at("weeks").whole<int>(1, int(longest_horizon)),
    facts.seed = document.at("seed").whole<std::uint64_t>();
    auto const strategies = document.at("strategies").items();
    if (strategies.size() < 2) document.at("strategies").refuse("a comparison is of at least two");
    facts.outcomes = outcomes_named(keys_in(strategies.front().at("outcomes")), file);
    return facts;
}

class StandingsReader {
  public:
    StandingsReader(JsonReader const& strategies, StudyFacts const& facts) : strategies_(strategies.items()), facts_(facts) {
        for (JsonReader const& strategy : strategies_) {
            names_.push_back(strategy.at("name").text());
            if (std::ranges::count(names_, names_.back()) > 1) strategy.at("name").refuse("it is there twice");
        }
    }

    [[nodiscard]] std::size_t position_of(JsonReader const& name) const {
        std::vector<std::string_view> const names(names_.begin(), names_.end());
        return name.one_of(names);
    }

    [[nodiscard]] std::vector<Standing> read() const {
        std::vector<Standing> standings;
        for (JsonReader const& strategy : strategies_) standings.push_back(standing_in(strategy));
        return standings;
    }

  private:
    [[nodiscard]] Standing standing_in(JsonReader const& json) const {
        Standing standing;
        standing.name = json.at("name").text(), standing.meaning = json.at("meaning").text();
        for (JsonReader const& outcome : json.at("outcomes").items(facts_.outcomes.size())) {
            if (outcome.at("key").text() != facts_.outcomes[standing.level.size()]->plugin.key)
                outcome.at("key").refuse("not the outcome that the first strategy has here");
            standing.level.push_back(estimate_in(outcome.at("level")));
            standing.against_none.push_back(estimate_in(outcome.at("against_none")));
            standing.against_best.push_back(estimate_in(outcome.at("against_best")));
        }
        standing.level_with_best = json.at("level_with_best").flag(), standing.best_in = estimate_in(json.at("best_in"));
        JsonReader const beats = json.at("beats");
        for (std::string const& name : names_)
            standing.beats.push_back(name == standing.name ? Estimate{} : estimate_in(beats.at(name)));
        standing.regret = estimate_in(json.at("regret")), standing.worst_regret = json.at("worst_regret").number();
        standing.worst_block = json.at("worst_block").whole<std::size_t>();
        standing.pairing_gain = json.at("pairing_gain").number();
        return standing;
    }

    std::vector<JsonReader> strategies_;
    StudyFacts const& facts_;
    std::vector<std::string> names_;
};

Stopped stopped_in(JsonReader const& json) {
    Stopped stopped{.rule = Stopped::Rule(json.at("rule").one_of(rule_names())), .met = json.at("met").flag()};
    if (auto const aim = json.find("aim")) stopped.aim = aim->number();
    if (auto const selected = json.find("selected")) stopped.selected = selected->text();
    return stopped;
}

}  // namespace

Comparison comparison_of(Json const& json, std::string const& file) {
    JsonReader const document(json);
    Comparison comparison;
    comparison.facts = facts_in(document, file);
    comparison.criterion = {document.at("by").one_of(keys_of(comparison.facts.outcomes)), document.at("less_is_better").flag()};
    comparison.blocks = document.at("blocks").whole<std::size_t>();
    StandingsReader const strategies(document.at("strategies"), comparison.facts);
    comparison.standings = strategies.read();
    auto const none = std::ranges::find(comparison.standings, no_strategy, &Standing::name);
    if (none == comparison.standings.end()) document.at("strategies").refuse("doing nothing is not among them");
    comparison.none = std::size_t(none - comparison.standings.begin());
    JsonReader const confidence = document.at("pair_confidence");
    comparison.pair_confidence = confidence.number();
    if (!(comparison.pair_confidence > 0 && (1 + comparison.pair_confidence) / 2 < 1))
        confidence.refuse("a confidence lies between 0 and 1");
    if (auto const cheapest = document.find("cheapest_of_the_best")) {
        comparison.cheapest = strategies.position_of(*cheapest);
        if (!comparison.outcome("cost")) cheapest->refuse("cost is not among the outcomes");
    }
    comparison.stopped = stopped_in(document.at("stopped"));
    if (auto const later = document.find("later_start"))
        comparison.later = {later->at("week").whole<int>(1, int(longest_horizon)), later->at("until_then").text()};
    return comparison;
}

}  // namespace micropol
