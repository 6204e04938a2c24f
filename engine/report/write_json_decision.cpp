#include "findings/decision.h"
#include "report/json_in_english.h"
#include "report/write_json.h"
#include "statistics/estimate_json.h"
#include "study/money_json.h"

namespace micropol {

namespace {

Json of(InformationValue const& worth) {
    return {{"value", worth.value},  {"held_out", worth.held_out}, {"promised", worth.promised},
            {"low", worth.low},      {"high", worth.high},         {"choice_changes", worth.choice_changes},
            {"clear", worth.clear()}};
}

Json of(std::vector<Unknown> const& unknowns, std::vector<DrawnNumber> const& drawn) {
    Json all = Json::array();
    for (Unknown const& unknown : unknowns) {
        Json numbers = Json::array();
        for (std::size_t const number : unknown.numbers) numbers.push_back(drawn[number].path);
        all.push_back({{"key", unknown.key}, {"numbers", numbers}, {"worth", of(unknown.worth)}, {"explains", unknown.moves}});
    }
    return all;
}

Json of(BestWhere const& best, Answer const& answer, std::vector<DrawnNumber> const& drawn) {
    Json region;
    if (best.region) {
        Json bounds = Json::array();
        for (RegionBound const& bound : best.region->bounds)
            bounds.push_back({{"number", drawn[bound.number].path},
                              {"low", bound.range.low},
                              {"high", bound.range.high},
                              {"by_chance", bound.by_chance}});
        region = {{"bounds", bounds},
                  {"density", best.region->density},
                  {"coverage", best.region->coverage},
                  {"blocks", best.region->blocks}};
    }
    return {{"strategy", answer.choices[best.choice].name}, {"region", region}};
}

Json of(Signpost const& signpost, Answer const& answer, SeenWeeks const& seen) {
    Json change;
    if (signpost.change)
        change = {{"above", signpost.change->above},
                  {"level", signpost.change->level},
                  {"to", answer.choices[signpost.change->to].name},
                  {"share", signpost.change->share},
                  {"gain", signpost.change->gain},
                  {"gain_after", signpost.change->gain_after ? Json(*signpost.change->gain_after) : Json()}};
    return {{"week", signpost.week},
            {"observable", seen.observables[signpost.observable]->plugin.key},
            {"worth", of(signpost.worth)},
            {"switch", change}};
}

Json of(Answer const& answer, Decision const& decision) {
    Json surveys = Json::array(), signposts = Json::array();
    for (Survey const& survey : answer.surveys)
        surveys.push_back({{"key", survey.key}, {"worth", of(survey.worth)}, {"cost", survey.cost_mean}});
    for (Signpost const& signpost : answer.signposts) signposts.push_back(of(signpost, answer, *decision.seen));
    Json choices = Json::array(), best_where = Json::array();
    for (Choice const& choice : answer.choices)
        choices.push_back({{"name", choice.name},
                           {"meaning", choice.meaning},
                           {"level", json_of(choice.level)},
                           {"mean_regret", choice.mean_regret},
                           {"regret_90", choice.regret_90},
                           {"regret_98", choice.regret_98},
                           {"good_enough", json_of(choice.good_enough)},
                           {"best_in", json_of(choice.best_in)}});
    for (BestWhere const& best : answer.best_where) best_where.push_back(of(best, answer, decision.drawn));
    DecisionQuestion const& question = answer.question;
    return {{"by", decision.facts.outcomes[question.criterion.outcome]->plugin.key},
            {"less_is_better", question.criterion.less_is_better},
            {"unit", name_of(answer.unit)},
            {"good_enough", question.good_enough ? Json(*question.good_enough) : Json()},
            {"money_per", question.money_per ? Json(*question.money_per) : Json()},
            {"best_on_average", answer.choices.front().name},
            {"most_cautious", answer.choices[answer.most_cautious].name},
            {"strategies", choices},
            {"regions_sought", decision.blocks >= blocks_for_regions},
            {"best_where", best_where},
            {"everything", of(answer.everything)},
            {"numbers", of(answer.numbers, decision.drawn)},
            {"groups", of(answer.groups, decision.drawn)},
            {"surveys", surveys},
            {"signposts", signposts}};
}

}  // namespace

std::string write_json(Decision const& decision) {
    StudyFacts const& facts = decision.facts;
    Json answers = Json::array();
    for (Answer const& answer : decision.answers) answers.push_back(of(answer, decision));
    Json const json{{"title", facts.title},
                    {"question", facts.question},
                    {"headcount", facts.headcount},
                    {"imported", facts.by_person},
                    {"upper_bound", facts.sees_all},
                    {"weeks", facts.weeks},
                    {"blocks", decision.blocks},
                    {"seed", facts.seed},
                    {"money", json_of_money(facts)},
                    {"verdict", json_in_english(verdict_on(decision))},
                    {"answers", answers}};
    return json.dump(2) + '\n';
}

}  // namespace micropol
