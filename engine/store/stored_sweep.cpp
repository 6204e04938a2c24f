#include "store/stored_sweep.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/overloaded.h"

namespace micropol {

namespace {

using Json = nlohmann::ordered_json;

Json json_of(Distribution const& distribution) {
    return std::visit(Overloaded{
                          [](double fixed) {
                              return Json{{"fixed", fixed}};
                          },
                          [](UniformDistribution const& d) {
                              return Json{{"uniform", {d.low, d.high}}};
                          },
                          [](NormalDistribution const& d) {
                              return Json{{"normal", {d.mean, d.sd}}};
                          },
                          [](TriangularDistribution const& d) {
                              return Json{{"triangular", {d.low, d.mode, d.high}}};
                          },
                          [](BetaDistribution const& d) {
                              return Json{{"beta", {d.mean, d.sd}}};
                          },
                          [](ChoiceDistribution const& d) {
                              return Json{{"choice", {{"values", d.values}, {"weights", d.weights}}}};
                          },
                      },
                      distribution);
}

Distribution distribution_in(std::string const& kind, Json const& json) {
    auto const number = [&](std::size_t k) { return json.at(k).get<double>(); };
    if (kind == "fixed") return json.get<double>();
    if (kind == "uniform") return UniformDistribution{number(0), number(1)};
    if (kind == "normal") return NormalDistribution{number(0), number(1)};
    if (kind == "triangular") return TriangularDistribution{number(0), number(1), number(2)};
    if (kind == "beta") return BetaDistribution{number(0), number(1)};
    if (kind == "choice")
        return ChoiceDistribution{json.at("values").get<std::vector<double>>(), json.at("weights").get<std::vector<double>>()};
    throw std::out_of_range("no distribution " + kind);
}

Json json_of(Factor const& factor) {
    Json json = std::visit(Overloaded{
                               [](Distribution const& d) { return json_of(d); },
                               [](WholeNumbers const& whole) {
                                   return Json{{"whole", {whole.low, whole.high}}};
                               },
                               [](Words const& words) {
                                   return Json{{"words", words}};
                               },
                           },
                           factor.values);
    json["path"] = factor.path, json["range"] = {factor.range.low, factor.range.high};
    return json;
}

Factor factor_in(Json const& json) {
    std::string const kind = json.begin().key();
    Json const& values = json.begin().value();
    Factor factor{
        json.at("path").get<std::string>(), 0.0, {json.at("range").at(0).get<double>(), json.at("range").at(1).get<double>()}};
    if (kind == "whole")
        factor.values = WholeNumbers{values.at(0).get<int>(), values.at(1).get<int>()};
    else if (kind == "words")
        factor.values = values.get<Words>();
    else
        factor.values = distribution_in(kind, values);
    return factor;
}

std::size_t outcome_in(StudyFacts const& facts, Json const& json) {
    auto const key = json.get<std::string>();
    auto const outcome = position_of(key, facts.outcomes);
    if (!outcome) throw std::out_of_range("no outcome " + key);
    return *outcome;
}

SweepDefinition read_definition(StudyRecord const& record) {
    Json const json = Json::parse(record.definition), view = Json::parse(record.view);
    SweepDefinition definition;
    for (Json const& factor : json.at("factors")) definition.factors.push_back(factor_in(factor));
    auto const design = std::ranges::find(design_names, json.at("design").get<std::string>());
    if (design == std::end(design_names)) throw std::out_of_range("no such design");
    definition.design = Design(design - std::begin(design_names));
    json.at("size").get_to(definition.size), json.at("levels").get_to(definition.levels);
    json.at("second_order").get_to(definition.second_order), json.at("listed").get_to(definition.listed);
    json.at("blocks").get_to(definition.blocks), json.at("seed").get_to(definition.seed);
    json.at("strategy").get_to(definition.strategy);
    if (!json.at("against").is_null()) definition.against = json.at("against").get<std::string>();
    view.at("question").get_to(definition.question), view.at("claim").get_to(definition.claim);
    view.at("source").get_to(definition.source);
    for (Json const& key : view.at("outcomes")) definition.outcomes.push_back(outcome_in(record.facts, key));
    if (Json const& fails = view.at("fails_when"); !fails.is_null())
        definition.fails_when = FailsWhen{outcome_in(record.facts, fails.at("outcome")), fails.at("level").get<double>(),
                                          fails.at("above").get<bool>()};
    return definition;
}

}  // namespace

std::string definition_of(SweepDefinition const& definition) {
    Json factors = Json::array();
    for (Factor const& factor : definition.factors) factors.push_back(json_of(factor));
    Json const json{{"factors", factors},
                    {"design", design_names[std::size_t(definition.design)]},
                    {"size", definition.size},
                    {"levels", definition.levels},
                    {"second_order", definition.second_order},
                    {"listed", definition.listed},
                    {"blocks", definition.blocks},
                    {"seed", definition.seed},
                    {"strategy", definition.strategy},
                    {"against", definition.against ? Json(*definition.against) : Json()}};
    return json.dump();
}

std::string view_of(SweepDefinition const& definition, StudyFacts const& facts) {
    auto const key_of = [&](std::size_t outcome) { return facts.outcomes.at(outcome)->plugin.key; };
    Json outcomes = Json::array(), fails;
    for (std::size_t const outcome : definition.outcomes) outcomes.push_back(key_of(outcome));
    if (auto const& rule = definition.fails_when)
        fails = {{"outcome", key_of(rule->outcome)}, {"level", rule->level}, {"above", rule->above}};
    return Json{{"question", definition.question},
                {"claim", definition.claim},
                {"source", definition.source},
                {"outcomes", outcomes},
                {"fails_when", fails}}
        .dump();
}

Sweep sweep_in(StoredStudy const& study, std::optional<std::size_t> by) {
    if (!study.finished())
        throw InvalidInput({{study.file().string()},
                            "this sweep is not finished",
                            "a design is concluded on as a whole",
                            "go on with it: " + study.record().provenance.command});
    try {
        SweepDefinition definition = read_definition(study.record());
        if (by) definition.outcomes = {*by}, definition.fails_when.reset();
        SweepValues values = no_values(definition, study.record().facts.outcomes.size(), points_of(definition).size());
        for (auto const& [unit, kept] : study.blocks()) set_values(definition, values, unit, study.load(unit).weekly);
        return conclude(study.record().facts, definition, values);
    } catch (std::exception const& unreadable) {
        throw InvalidInput({{study.file().string()},
                            "this file is damaged",
                            std::string("it does not say what was swept: ") + unreadable.what(),
                            "restore a copy"});
    }
}

}  // namespace micropol
