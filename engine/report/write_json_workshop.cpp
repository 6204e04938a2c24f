#include "base/hash.h"
#include "base/json.h"
#include "base/source.h"
#include "findings/workshop.h"
#include "report/json_in_english.h"
#include "report/write_json.h"
#include "statistics/estimate_json.h"

namespace micropol {

namespace {

Json json_of(AskedAssumption const& asked) {
    Source const* const known = find_source(asked.source);
    return {{"path", asked.path},
            {"meaning", asked.meaning},
            {"unit", name_of(asked.unit)},
            {"plausible", Json::array({asked.plausible.low, asked.plausible.high})},
            {"edges", edges_of(asked)},
            {"usual", asked.usual},
            {"drawn", asked.drawn},
            {"grade", asked.grade},
            {"source", {{"key", asked.source}, {"citation", known ? Json(known->citation) : Json()}}}};
}

Json json_of(Preference const& choice) {
    Json strategies = Json::array();
    for (Standing const& one : choice.comparison.standings)
        strategies.push_back({{"name", one.name},
                              {"level", json_of(one.level.front())},
                              {"against_best", json_of(one.against_best.front())},
                              {"level_with_best", one.level_with_best},
                              {"best_in", json_of(one.best_in)}});
    return {{"strategy", choice.strategy()}, {"clear", choice.is_clear()}, {"strategies", strategies}};
}

Json json_of(Workshop const& workshop, Stance const& stance) {
    Json beliefs = Json::object(), dots = Json::object();
    for (std::size_t k = 0; k < stance.beliefs.size(); ++k)
        if (auto const& belief = stance.beliefs[k]) beliefs[workshop.questions.assumptions[k].path] = belief->shares;
    for (std::size_t k = 0; k < stance.dots.size(); ++k)
        if (stance.dots[k] > 0) dots[workshop.questions.levers[k]] = stance.dots[k];
    return {{"beliefs", beliefs}, {"dots", dots}, {"choice", json_of(stance.choice)}};
}

Json names_in(Workshop const& workshop, std::vector<std::size_t> const& participants) {
    Json names = Json::array();
    for (std::size_t const one : participants) names.push_back(workshop.participants[one].name);
    return names;
}

Json participants_json(Workshop const& workshop) {
    Json all = Json::array();
    for (Participant const& one : workshop.participants) {
        Json json = json_of(workshop, one.stance);
        json["name"] = one.name, json["round"] = one.round;
        json["before"] = one.before ? json_of(workshop, *one.before) : Json();
        all.push_back(std::move(json));
    }
    return all;
}

Json opinions_json(Workshop const& workshop) {
    Json all = Json::array();
    for (std::size_t k = 0; k < workshop.opinions.size(); ++k) {
        Opinions const& opinions = workshop.opinions[k];
        Json json = json_of(workshop.questions.assumptions[k]);
        json["touched_by"] = names_in(workshop, opinions.touched_by);
        json["least"] = opinions.least, json["mean"] = opinions.mean, json["most"] = opinions.most;
        if (!workshop.learned.empty()) json["learned"] = workshop.learned[k] ? Json(*workshop.learned[k]) : Json();
        json["pool"] = workshop.pool[k] ? Json(workshop.pool[k]->shares) : Json();
        all.push_back(std::move(json));
    }
    return all;
}

Json disagreements_json(Workshop const& workshop) {
    Json all = Json::array();
    auto const side = [&](Disagreement::Side const& one) {
        return Json{{"participants", names_in(workshop, one.participants)}, {"choice", one.choice}, {"lead", json_of(one.lead)}};
    };
    for (Disagreement const& one : workshop.disagreements) {
        Json causes = Json::array(), main = Json::array();
        auto const path = [&](Disagreement::Cause const& cause) { return workshop.questions.assumptions[cause.assumption].path; };
        for (Disagreement::Cause const& cause : one.causes)
            causes.push_back(
                {{"path", path(cause)}, {"change", json_of(cause.change)}, {"share", cause.share ? Json(*cause.share) : Json()}});
        for (std::size_t const cause : one.main_causes()) main.push_back(path(one.causes[cause]));
        all.push_back({{"one", side(one.one)},
                       {"other", side(one.other)},
                       {"total", json_of(one.total)},
                       {"clear", one.clear},
                       {"exact", one.exact},
                       {"causes", causes},
                       {"main_causes", main}});
    }
    return all;
}

}  // namespace

Json json_of(Workshop const& workshop) {
    StudyFacts const& facts = workshop.facts;
    Json dots = Json::object();
    for (std::size_t k = 0; k < workshop.dots.size(); ++k)
        if (workshop.dots[k] > 0) dots[workshop.questions.levers[k]] = workshop.dots[k];
    return {{"title", facts.title},
            {"question", facts.question},
            {"headcount", facts.headcount},
            {"weeks", facts.weeks},
            {"seed", facts.seed},
            {"blocks", workshop.blocks},
            {"histories", workshop.blocks * std::size_t(histories_per_block)},
            {"by", workshop.outcome->plugin.key},
            {"less_is_better", workshop.less_is_better},
            {"fingerprint", in_hexadecimal(workshop.questions.fingerprint())},
            {"verdict", json_in_english(verdict_on(workshop))},
            {"all_agree", workshop.all_agree()},
            {"participants", participants_json(workshop)},
            {"assumptions", opinions_json(workshop)},
            {"pooled", json_of(workshop.pooled)},
            {"without_answers", json_of(workshop.without)},
            {"by_camps", workshop.by_camps},
            {"disagreements", disagreements_json(workshop)},
            {"dots", dots}};
}

std::string write_json(Workshop const& workshop) { return json_of(workshop).dump(2) + '\n'; }

std::string write_json(Questions const& questions) {
    Json assumptions = Json::array();
    for (AskedAssumption const& one : questions.assumptions) assumptions.push_back(json_of(one));
    Json const json{{"micropol_answers", version_of_answers},
                    {"title", questions.title},
                    {"fingerprint", in_hexadecimal(questions.fingerprint())},
                    {"bins", Questions::bins},
                    {"most_chips", Questions::most_chips},
                    {"most_dots", Questions::most_dots},
                    {"assumptions", assumptions},
                    {"levers", questions.levers}};
    return json.dump(2) + '\n';
}

}  // namespace micropol
