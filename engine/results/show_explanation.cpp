#include "results/show_explanation.h"

#include <nlohmann/json.hpp>
#include <stdexcept>

#include "findings/chronicle.h"
#include "findings/explanation.h"
#include "findings/who.h"
#include "report/write.h"
#include "words/text.h"

namespace micropol {

namespace {

using Json = nlohmann::ordered_json;

std::string english(Phrase const& phrase) { return to_text(phrase, Language::english); }

Json json_of(Estimate const& estimate) {
    return {{"mean", estimate.mean},         {"low", estimate.low},         {"high", estimate.high},
            {"smallest", estimate.smallest}, {"largest", estimate.largest}, {"between", estimate.between},
            {"within", estimate.within},     {"blocks", estimate.blocks}};
}

Json json_of(OutcomeKind const& outcome) {
    return {{"key", outcome.plugin.key}, {"label", outcome.label}, {"unit", name_of(outcome.unit)}};
}

Json json_of(Network const& network) {
    Json people = Json::array(), ties = Json::array(), frames = Json::array();
    for (Network::Person const& person : network.people)
        people.push_back({{"id", person.id}, {"department", person.department}, {"level", person.level}});
    for (Network::Link const& link : network.links) ties.push_back({link.one, link.other, link.strength});
    for (Network::Frame const& frame : network.frames)
        frames.push_back({{"week", frame.week},
                          {"coalition", frame.coalition},
                          {"attitude", frame.attitude},
                          {"stage", frame.stage},
                          {"power", frame.power}});
    return {{"people", people}, {"ties", ties}, {"frames", frames}};
}

Json json_of(std::vector<Moment> const& chronicle, StudyFacts const& facts) {
    Json moments = Json::array();
    for (Moment const& moment : chronicle)
        moments.push_back({{"week", moment.week}, {"kind", kind_of(moment)}, {"text", english(describe(moment, facts, 0))}});
    return moments;
}

Json json_of(Explanation const& explanation, Told const& told) {
    StudyFacts const& facts = explanation.facts;
    Json weekly = Json::array();
    for (WeeklySeries const& series : told.weekly)
        weekly.push_back({{"key", facts.outcomes[series.outcome]->plugin.key},
                          {"label", facts.outcomes[series.outcome]->label},
                          {"values", series.values}});
    Json outcome = json_of(*facts.outcomes[explanation.outcome]);
    outcome["value"] = told.chosen.value;
    return {{"which", told.chosen.which},
            {"block", told.chosen.block},
            {"history", told.chosen.history},
            {"outcome", outcome},
            {"chronicle", json_of(told.chronicle, facts)},
            {"weekly", weekly},
            {"network", json_of(told.network)}};
}

Json json_of(std::vector<Estimate> const& estimates) {
    Json all = Json::array();
    for (Estimate const& one : estimates) all.push_back(json_of(one));
    return all;
}

Json json_of(Explanation const& explanation, Attribution const& why) {
    Json factors = Json::array();
    for (CauseShare const& cause : why.causes)
        factors.push_back({{"key", cause.key},
                           {"label", english(describe(cause.name))},
                           {"share", json_of(cause.share)},
                           {"alone", json_of(cause.alone)}});
    return {{"outcome", json_of(*explanation.facts.outcomes[why.outcome])},
            {"with_all", json_of(why.with_all)},
            {"with_none", json_of(why.with_none)},
            {"total", json_of(why.total)},
            {"factors", factors}};
}

Json json_of(Explanation const& explanation, Pivotal const& pivotal) {
    OutcomeKind const& outcome = *explanation.facts.outcomes[pivotal.outcome];
    Json people = Json::array(), weeks = Json::array();
    for (PivotalPerson const& person : pivotal.people)
        people.push_back({{"id", person.id},
                          {"department", person.department},
                          {"level", person.level},
                          {"what", english(describe(person.turn))},
                          {"flips", json_of(person.flips)},
                          {"change", json_of(person.change)}});
    for (PivotalWeek const& week : pivotal.weeks)
        weeks.push_back({{"week", week.week},
                         {"text", english(describe(week, outcome))},
                         {"flips", json_of(week.flips)},
                         {"change", json_of(week.change)}});
    Json json{{"outcome", json_of(outcome)}, {"threshold", pivotal.threshold}, {"people", people}, {"weeks", weeks}};
    if (pivotal.block) json["block"] = *pivotal.block;
    if (pivotal.decided) json["decided"] = *pivotal.decided;
    return json;
}

Json json_of(std::vector<GroupStake> const& groups) {
    Json all = Json::array();
    for (GroupStake const& group : groups)
        all.push_back({{"name", group.name},
                       {"department", group.department},
                       {"people", group.people},
                       {"by_goal", json_of(group.by_goal)},
                       {"total", json_of(group.total)},
                       {"losers", json_of(group.losers)}});
    return all;
}

Json json_of(Relief const& relief) {
    Json smallest = Json::array();
    for (SmallestOffer const& offer : relief.offers) {
        smallest.push_back({{"text", english(describe(relief, offer))},
                            {"levers", offer.levers},
                            {"target", english(whom(offer.target))},
                            {"intensity", offer.intensity ? Json(*offer.intensity) : Json()},
                            {"remaining", json_of(offer.remaining)},
                            {"effect", json_of(offer.effect)}});
        if (offer.cost.blocks > 0) smallest.back()["cost"] = json_of(offer.cost);
        if (offer.attitude.blocks > 0) smallest.back()["attitude"] = json_of(offer.attitude);
    }
    return {{"share", json_of(relief.share)}, {"wanted", relief.wanted}, {"smallest", smallest}};
}

Json json_of(Ledger const& ledger) {
    Json people = Json::array(), blockers = Json::array();
    for (PersonStake const& person : ledger.people)
        people.push_back({{"id", person.id},
                          {"department", person.department},
                          {"level", person.level},
                          {"by_goal", person.by_goal},
                          {"total", person.total}});
    for (Blocker const& blocker : ledger.blockers)
        blockers.push_back({{"id", blocker.id},
                            {"department", blocker.department},
                            {"level", blocker.level},
                            {"attitude", json_of(blocker.opposes.attitude)},
                            {"opposes", json_of(blocker.opposes)}});
    Json json{{"goals", ledger_goals},
              {"departments", json_of(ledger.departments)},
              {"roles", json_of(ledger.roles)},
              {"people", people},
              {"groups_hidden", ledger.groups_hidden},
              {"threshold", ledger.threshold},
              {"failing", json_of(ledger.failing)},
              {"blockers", blockers}};
    if (ledger.blocked) json["blocked"] = json_of(*ledger.blocked);
    if (ledger.block) json["block"] = *ledger.block;
    return json;
}

Json json_of(Explanation const& explanation, Fork const& fork) {
    StudyFacts const& facts = explanation.facts;
    std::size_t const by = explanation.outcome;
    Json outcomes = Json::array();
    for (std::size_t k = 0; k < facts.outcomes.size(); ++k) {
        Json one = json_of(*facts.outcomes[k]);
        one["as_it_was"] = json_of(fork.as_it_was[k]), one["otherwise"] = json_of(fork.otherwise[k]);
        one["difference"] = json_of(fork.difference[k]);
        outcomes.push_back(std::move(one));
    }
    return {{"at_week", fork.at_week},
            {"then", fork.then},
            {"outcome", json_of(*facts.outcomes[by])},
            {"as_it_was", json_of(fork.as_it_was[by])},
            {"otherwise", json_of(fork.otherwise[by])},
            {"difference", json_of(fork.difference[by])},
            {"more_in", json_of(fork.better_in)},
            {"chronicle", json_of(fork.chronicle, facts)},
            {"weekly", {{"as_it_was", fork.weekly_as_it_was}, {"otherwise", fork.weekly_otherwise}}},
            {"outcomes", outcomes}};
}

std::string as_json(Explanation const& explanation) {
    StudyFacts const& facts = explanation.facts;
    Json json{{"kind", "explanation"},
              {"title", facts.title},
              {"question", facts.question},
              {"strategy", facts.strategy},
              {"headcount", facts.headcount},
              {"weeks", facts.weeks},
              {"seed", facts.seed},
              {"histories", explanation.blocks * std::size_t(histories_per_block)},
              {"imported", facts.by_person},
              {"names_shown", !facts.by_person || facts.privacy.names_shown},
              {"smallest_group", facts.privacy.smallest_group}};
    if (explanation.told) json["told"] = json_of(explanation, *explanation.told);
    if (explanation.why) json["why"] = json_of(explanation, *explanation.why);
    if (explanation.pivotal) json["pivotal"] = json_of(explanation, *explanation.pivotal);
    if (explanation.ledger) json["ledger"] = json_of(*explanation.ledger);
    if (explanation.fork) json["fork"] = json_of(explanation, *explanation.fork);
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace

std::string show(Explanation const& explanation, Format format, ShowOptions const& options) {
    Detail const detail = options.everything ? Detail::full : Detail::brief;
    switch (format) {
        case Format::json: return as_json(explanation);
        case Format::markdown: return write_markdown(findings_of(explanation, detail), options.language);
        case Format::csv: throw std::invalid_argument("an explanation is no table");
        case Format::text: break;
    }
    return write_text(findings_of(explanation, detail),
                      {.language = options.language, .colour = options.colour, .width = options.width});
}

}  // namespace micropol
