#include "store/explanation_json.h"

#include "store/explanation_members.h"
#include "store/moment_json.h"
#include "study/money_json.h"

namespace micropol {

namespace {

Json json_of(OutcomeKind const& outcome) {
    return {{"key", outcome.plugin.key}, {"label", outcome.label}, {"unit", name_of(outcome.unit)}};
}

// ------------------------------------------------------------------------------------- what is public

class Writer {
  public:
    Writer(Explanation const& explanation, ExplanationTexts const& texts)
        : explanation_(explanation), facts_(explanation.facts), texts_(texts) {}

    Json document() const {
        Json json{{"kind", "explanation"},
                  {"title", facts_.title},
                  {"question", facts_.question},
                  {"strategy", facts_.strategy},
                  {"headcount", facts_.headcount},
                  {"weeks", facts_.weeks},
                  {"seed", facts_.seed},
                  {"histories", explanation_.blocks * std::size_t(histories_per_block)},
                  {"imported", facts_.by_person},
                  {"names_shown", !facts_.by_person || facts_.privacy.names_shown},
                  {"smallest_group", facts_.privacy.smallest_group},
                  {"upper_bound", facts_.sees_all},
                  {"money", json_of_money(facts_)}};
        if (explanation_.told) json["told"] = of(*explanation_.told);
        if (explanation_.why) json["why"] = of(*explanation_.why);
        if (explanation_.pivotal) json["pivotal"] = of(*explanation_.pivotal);
        if (explanation_.ledger) json["ledger"] = of(*explanation_.ledger);
        if (explanation_.fork) json["fork"] = of(*explanation_.fork);
        return json;
    }

  private:
    Json of(std::vector<Moment> const& chronicle) const {
        Json moments = Json::array();
        for (Moment const& moment : chronicle)
            moments.push_back(Json{{"week", moment.week},
                                   {"kind", kind_of(moment)},
                                   {"text", texts_.moment(moment, facts_)},
                                   {"moment", micropol::json_of(moment)}});
        return moments;
    }

    static Json of(Network const& network) {
        Json ties = Json::array(), frames = Json::array();
        for (Network::Link const& link : network.links) ties.push_back(Json::array({link.one, link.other, link.strength}));
        for (Network::Frame const& frame : network.frames)
            frames.push_back(Json{{"week", frame.week},
                                  {"coalition", frame.coalition},
                                  {"attitude", frame.attitude},
                                  {"stage", frame.stage},
                                  {"power", frame.power}});
        return {{"people", written(network.people)}, {"ties", ties}, {"frames", frames}};
    }

    Json of(Told const& told) const {
        Json weekly = Json::array();
        for (WeeklySeries const& series : told.weekly)
            weekly.push_back(Json{{"key", facts_.outcomes[series.outcome]->plugin.key},
                                  {"label", facts_.outcomes[series.outcome]->label},
                                  {"values", series.values}});
        Json outcome = json_of(*facts_.outcomes[explanation_.outcome]);
        outcome["value"] = told.chosen.value;
        return {{"which", told.chosen.which}, {"block", told.chosen.block},      {"history", told.chosen.history},
                {"outcome", outcome},         {"chronicle", of(told.chronicle)}, {"weekly", weekly},
                {"network", of(told.network)}};
    }

    Json of(Attribution const& why) const {
        Json factors = Json::array();
        for (CauseShare const& cause : why.causes)
            factors.push_back(Json{{"key", cause.key},
                                   {"label", texts_.cause(cause.name)},
                                   {"share", micropol::json_of(cause.share)},
                                   {"alone", micropol::json_of(cause.alone)}});
        return {{"outcome", json_of(*facts_.outcomes[why.outcome])},
                {"with_all", micropol::json_of(why.with_all)},
                {"with_none", micropol::json_of(why.with_none)},
                {"total", micropol::json_of(why.total)},
                {"factors", factors}};
    }

    Json of(Pivotal const& pivotal) const {
        OutcomeKind const& outcome = *facts_.outcomes[pivotal.outcome];
        Json weeks = Json::array();
        for (PivotalWeek const& week : pivotal.weeks)
            weeks.push_back(Json{{"week", week.week},
                                 {"text", texts_.week(week, outcome)},
                                 {"flips", micropol::json_of(week.flips)},
                                 {"change", micropol::json_of(week.change)}});
        Json json{{"outcome", json_of(outcome)},
                  {"threshold", pivotal.threshold},
                  {"people", written(pivotal.people)},
                  {"weeks", weeks}};
        if (pivotal.block) json["block"] = *pivotal.block;
        if (pivotal.decided) json["decided"] = *pivotal.decided;
        return json;
    }

    Json of(Relief const& relief) const {
        Json smallest = Json::array();
        for (SmallestOffer const& offer : relief.offers) {
            Json json{{"text", texts_.offer(relief, offer)},
                      {"levers", offer.levers},
                      {"target", texts_.whom(offer.target)},
                      {"intensity", written(offer.intensity)},
                      {"remaining", micropol::json_of(offer.remaining)},
                      {"effect", micropol::json_of(offer.effect)}};
            if (offer.cost.blocks > 0) json["cost"] = micropol::json_of(offer.cost);
            if (offer.attitude.blocks > 0) json["attitude"] = micropol::json_of(offer.attitude);
            smallest.push_back(std::move(json));
        }
        return {{"share", micropol::json_of(relief.share)}, {"wanted", relief.wanted}, {"smallest", smallest}};
    }

    Json of(Ledger const& ledger) const {
        Json blockers = Json::array();
        for (Blocker const& blocker : ledger.blockers)
            blockers.push_back(Json{{"id", blocker.id},
                                    {"department", blocker.department},
                                    {"level", blocker.level},
                                    {"attitude", micropol::json_of(blocker.opposes.attitude)},
                                    {"opposes", of(blocker.opposes)}});
        Json json{{"goals", std::vector<std::string_view>(std::begin(ledger_goals), std::end(ledger_goals))},
                  {"departments", written(ledger.departments)},
                  {"roles", written(ledger.roles)},
                  {"people", written(ledger.people)},
                  {"groups_hidden", ledger.groups_hidden},
                  {"threshold", ledger.threshold},
                  {"failing", of(ledger.failing)},
                  {"blockers", blockers}};
        if (ledger.blocked) json["blocked"] = of(*ledger.blocked);
        if (ledger.block) json["block"] = *ledger.block;
        return json;
    }

    Json of(Fork const& fork) const {
        std::size_t const by = explanation_.outcome;
        Json outcomes = Json::array();
        for (std::size_t k = 0; k < facts_.outcomes.size(); ++k) {
            Json one = json_of(*facts_.outcomes[k]);
            one["as_it_was"] = micropol::json_of(fork.as_it_was[k]), one["otherwise"] = micropol::json_of(fork.otherwise[k]);
            one["difference"] = micropol::json_of(fork.difference[k]);
            outcomes.push_back(std::move(one));
        }
        return {{"at_week", fork.at_week},
                {"then", fork.then},
                {"outcome", json_of(*facts_.outcomes[by])},
                {"as_it_was", micropol::json_of(fork.as_it_was[by])},
                {"otherwise", micropol::json_of(fork.otherwise[by])},
                {"difference", micropol::json_of(fork.difference[by])},
                {"more_in", micropol::json_of(fork.better_in)},
                {"chronicle", of(fork.chronicle)},
                {"weekly", Json{{"as_it_was", fork.weekly_as_it_was}, {"otherwise", fork.weekly_otherwise}}},
                {"outcomes", outcomes}};
    }

    Explanation const& explanation_;
    StudyFacts const& facts_;
    ExplanationTexts const& texts_;
};

// ------------------------------------------------------------------------------------- what is kept besides

// Of something unwanted: how strongly one person opposes, and to whom offers are made.
Json rest_of(Relief const& relief) {
    Json targets = Json::array();
    for (SmallestOffer const& offer : relief.offers) targets.push_back(written(offer.target));
    return {{"attitude", json_of(relief.attitude)}, {"targets", targets}};
}

Json rest_of(Ledger const& ledger, StudyFacts const& facts) {
    Json blockers = Json::array();
    for (Blocker const& blocker : ledger.blockers) blockers.push_back(rest_of(blocker.opposes));
    return {{"blocks", ledger.blocks},
            {"outcome", facts.outcomes[ledger.outcome]->plugin.key},
            {"failing", rest_of(ledger.failing)},
            {"blocked", ledger.blocked ? rest_of(*ledger.blocked) : Json()},
            {"blockers", blockers}};
}

Json rest_of(Explanation const& explanation) {
    StudyFacts const& facts = explanation.facts;
    Json json{{"outcomes", keys_of(facts.outcomes)},
              {"outcome", facts.outcomes[explanation.outcome]->plugin.key},
              {"less_is_better", explanation.less_is_better},
              {"departments", facts.departments},
              {"uncertain", facts.uncertain},
              {"numbers", facts.numbers},
              {"assumed_numbers", facts.assumed_numbers},
              {"names_shown", facts.privacy.names_shown}};
    if (auto const& why = explanation.why) {
        Json shares = Json::array();
        for (CauseShare const& cause : why->causes) shares.push_back(cause.blocks);
        json["why"] = Json{{"blocks", why->blocks}, {"shares", shares}};
    }
    if (explanation.pivotal) json["pivotal"] = Json{{"can_win_over", explanation.pivotal->can_win_over}};
    if (explanation.ledger) json["ledger"] = rest_of(*explanation.ledger, facts);
    if (auto const& fork = explanation.fork)
        json["fork"] = Json{{"told_as_it_was", fork->told_as_it_was}, {"told_otherwise", fork->told_otherwise}};
    return json;
}

}  // namespace

Json json_of(Explanation const& explanation, ExplanationTexts const& texts) { return Writer(explanation, texts).document(); }

Json stored_json_of(Explanation const& explanation, ExplanationTexts const& texts) {
    Json json = json_of(explanation, texts);
    json["typed"] = rest_of(explanation);
    return json;
}

}  // namespace micropol
