#include "study/sweep/sweep_text.h"

#include <algorithm>

#include "base/json.h"
#include "base/overloaded.h"

namespace micropol {

namespace {

Json pair_of(double a, double b) { return Json::array({a, b}); }

Json json_of(Distribution const& distribution) {
    return std::visit(Overloaded{
                          [](double fixed) {
                              return Json{{"fixed", fixed}};
                          },
                          [](UniformDistribution const& d) {
                              return Json{{"uniform", pair_of(d.low, d.high)}};
                          },
                          [](NormalDistribution const& d) {
                              return Json{{"normal", pair_of(d.mean, d.sd)}};
                          },
                          [](TriangularDistribution const& d) {
                              return Json{{"triangular", Json::array({d.low, d.mode, d.high})}};
                          },
                          [](BetaDistribution const& d) {
                              return Json{{"beta", pair_of(d.mean, d.sd)}};
                          },
                          [](ChoiceDistribution const& d) {
                              return Json{{"choice", Json{{"values", d.values}, {"weights", d.weights}}}};
                          },
                      },
                      distribution);
}

std::vector<double> numbers_in(Json const& json) {
    std::vector<double> numbers;
    for (Json const& item : json.items()) numbers.push_back(item.number());
    return numbers;
}

Distribution distribution_in(std::string const& kind, Json const& json) {
    auto const number = [&](std::size_t k) { return json.items().at(k).number(); };
    if (kind == "fixed") return json.number();
    if (kind == "uniform") return UniformDistribution{number(0), number(1)};
    if (kind == "normal") return NormalDistribution{number(0), number(1)};
    if (kind == "triangular") return TriangularDistribution{number(0), number(1), number(2)};
    if (kind == "beta") return BetaDistribution{number(0), number(1)};
    if (kind == "choice") return ChoiceDistribution{numbers_in(json.at("values")), numbers_in(json.at("weights"))};
    throw std::out_of_range("no distribution " + kind);
}

Json json_of(Factor const& factor) {
    Json json = std::visit(Overloaded{
                               [](Distribution const& d) { return json_of(d); },
                               [](WholeNumbers const& whole) {
                                   return Json{{"whole", Json::array({whole.low, whole.high})}};
                               },
                               [](Words const& words) {
                                   return Json{{"words", words}};
                               },
                           },
                           factor.values);
    json["path"] = factor.path, json["range"] = pair_of(factor.range.low, factor.range.high);
    return json;
}

int whole_in(Json const& json) {
    std::int64_t const number = json.integer();
    if (std::abs(number) > 1'000'000'000) throw std::out_of_range("a number of this size");
    return int(number);
}

Factor factor_in(Json const& json) {
    auto const& [kind, values] = json.members().at(0);
    Json const& range = json.at("range");
    Factor factor{json.at("path").text(), 0.0, {range.items().at(0).number(), range.items().at(1).number()}};
    if (kind == "whole") {
        factor.values = WholeNumbers{whole_in(values.items().at(0)), whole_in(values.items().at(1))};
    } else if (kind == "words") {
        Words words;
        for (Json const& word : values.items()) words.push_back(word.text());
        factor.values = words;
    } else {
        factor.values = distribution_in(kind, values);
    }
    return factor;
}

std::size_t outcome_in(StudyFacts const& facts, std::string const& key) {
    auto const outcome = position_of(key, facts.outcomes);
    if (!outcome) throw std::out_of_range("no outcome " + key);
    return *outcome;
}

}  // namespace

std::string definition_text(SweepDefinition const& definition) {
    Json factors = Json::array(), listed = Json::array();
    for (Factor const& factor : definition.factors) factors.push_back(json_of(factor));
    for (Point const& point : definition.listed) listed.push_back(Json(point));
    return Json{{"factors", factors},
                {"design", design_names[std::size_t(definition.design)]},
                {"size", definition.size},
                {"levels", definition.levels},
                {"second_order", definition.second_order},
                {"listed", listed},
                {"blocks", definition.blocks},
                {"seed", definition.seed},
                {"strategy", definition.strategy},
                {"against", definition.against ? Json(*definition.against) : Json()}}
        .dump();
}

std::string view_text(SweepDefinition const& definition, StudyFacts const& facts) {
    auto const key_of = [&](std::size_t outcome) { return facts.outcomes.at(outcome)->plugin.key; };
    Json outcomes = Json::array(), fails;
    for (std::size_t const outcome : definition.outcomes) outcomes.push_back(key_of(outcome));
    if (auto const& rule = definition.fails_when)
        fails = Json{{"outcome", key_of(rule->outcome)}, {"level", rule->level}, {"above", rule->above}};
    return Json{{"question", definition.question},
                {"claim", definition.claim},
                {"source", definition.source},
                {"outcomes", outcomes},
                {"fails_when", fails}}
        .dump();
}

SweepDefinition definition_in(std::string const& text, std::string const& view_text, StudyFacts const& facts) {
    Json const json = Json::parse(text), view = Json::parse(view_text);
    SweepDefinition definition;
    for (Json const& factor : json.at("factors").items()) definition.factors.push_back(factor_in(factor));
    auto const design = std::ranges::find(design_names, json.at("design").text());
    if (design == std::end(design_names)) throw std::out_of_range("no such design");
    definition.design = Design(design - std::begin(design_names));
    definition.size = json.at("size").natural(), definition.levels = json.at("levels").natural();
    definition.second_order = json.at("second_order").boolean();
    for (Json const& point : json.at("listed").items()) definition.listed.push_back(numbers_in(point));
    definition.blocks = std::uint32_t(whole_in(json.at("blocks"))), definition.seed = json.at("seed").natural();
    definition.strategy = json.at("strategy").text();
    if (!json.at("against").is_null()) definition.against = json.at("against").text();
    definition.question = view.at("question").text(), definition.claim = view.at("claim").text();
    definition.source = view.at("source").text();
    for (Json const& key : view.at("outcomes").items()) definition.outcomes.push_back(outcome_in(facts, key.text()));
    if (Json const& fails = view.at("fails_when"); !fails.is_null())
        definition.fails_when = FailsWhen{outcome_in(facts, fails.at("outcome").text()), fails.at("level").number(),
                                          fails.at("above").boolean()};
    return definition;
}

}  // namespace micropol
