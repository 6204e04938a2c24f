#include "study/sweep/sweep_text.h"

#include <algorithm>

#include "base/json_reader.h"
#include "base/overloaded.h"
#include "scenario/number.h"

namespace micropol {

namespace {

Json listed(std::vector<double> const& numbers) { return numbers; }

Json json_of(Distribution const& distribution) {
    return std::visit(Overloaded{
                          [](double fixed) {
                              return Json{{"fixed", fixed}};
                          },
                          [](UniformDistribution const& d) {
                              return Json{{"uniform", listed({d.low, d.high})}};
                          },
                          [](NormalDistribution const& d) {
                              return Json{{"normal", listed({d.mean, d.sd})}};
                          },
                          [](TriangularDistribution const& d) {
                              return Json{{"triangular", listed({d.low, d.mode, d.high})}};
                          },
                          [](BetaDistribution const& d) {
                              return Json{{"beta", listed({d.mean, d.sd})}};
                          },
                          [](ChoiceDistribution const& d) {
                              return Json{{"choice", Json{{"values", d.values}, {"weights", d.weights}}}};
                          },
                      },
                      distribution);
}

Distribution choice_in(JsonReader const& json) {
    ChoiceDistribution choice{json.at("values").list<double>(), json.at("weights").list<double>()};
    bool const possible = !choice.values.empty() && choice.values.size() == choice.weights.size() &&
                          std::ranges::all_of(choice.weights, [](double weight) { return weight >= 0; });
    if (!possible) json.refuse("no choice");
    return choice;
}

Distribution distribution_in(std::string_view kind, JsonReader const& json, Range range) {
    if (kind == "fixed") return json.number();
    if (kind == "choice") return choice_in(json);
    auto const shape = std::ranges::find(distribution_shapes(), kind, &DistributionShape::key);
    if (shape == distribution_shapes().end()) json.refuse("no distribution");
    std::vector<double> const arguments = json.list<double>();
    if (arguments.size() != shape->arguments || !shape->objection(arguments, range).empty()) json.refuse("no distribution");
    return shape->make(arguments);
}

}  // namespace

Json json_of(Factor const& factor) {
    Json json = std::visit(Overloaded{
                               [](Distribution const& d) { return json_of(d); },
                               [](WholeNumbers const& whole) {
                                   return Json{{"whole", std::vector<int>{whole.low, whole.high}}};
                               },
                               [](Words const& words) {
                                   return Json{{"words", words}};
                               },
                           },
                           factor.values);
    json["path"] = factor.path, json["range"] = listed({factor.range.low, factor.range.high});
    return json;
}

Factor factor_in(JsonReader const& json) {
    auto const members = json.members();
    if (members.empty()) json.refuse("no values");
    auto const& [kind, values] = members.front();
    std::vector<double> const range = json.at("range").list<double>();
    if (range.size() != 2 || !(range[0] <= range[1])) json.at("range").refuse("no range");
    Factor factor{json.at("path").text(), 0.0, {range[0], range[1]}};
    if (kind == "whole") {
        std::vector<int> const ends = values.list<int>();
        if (ends.size() != 2 || ends[0] > ends[1] || double(ends[1]) - ends[0] > 1e9) values.refuse("no whole numbers");
        factor.values = WholeNumbers{ends[0], ends[1]};
    } else if (kind == "words") {
        Words words = values.list<std::string>();
        if (words.empty()) values.refuse("no words");
        factor.values = std::move(words);
    } else {
        factor.values = distribution_in(kind, values, factor.range);
    }
    return factor;
}

namespace {

Points points_in(JsonReader const& json, std::size_t factors) {
    Points points;
    for (JsonReader const& item : json.items()) {
        points.push_back(item.list<double>());
        if (points.back().size() != factors ||
            !std::ranges::all_of(points.back(), [](double share) { return share >= 0 && share <= 1; }))
            item.refuse("no point");
    }
    return points;
}

std::size_t outcome_in(StudyFacts const& facts, JsonReader const& json) { return json.one_of(keys_of(facts.outcomes)); }

void read_design(JsonReader const& json, SweepDefinition& definition) {
    for (JsonReader const& factor : json.at("factors").items()) definition.factors.push_back(factor_in(factor));
    if (definition.factors.empty()) json.at("factors").refuse("it is empty");
    definition.design = Design(json.at("design").one_of(design_names));
    definition.size = json.at("size").whole<std::size_t>(), definition.levels = json.at("levels").whole<std::size_t>();
    definition.second_order = json.at("second_order").flag();
    definition.listed = points_in(json.at("listed"), definition.factors.size());
    definition.blocks = json.at("blocks").whole<std::uint32_t>(1), definition.seed = json.at("seed").whole<std::uint64_t>();
    definition.strategy = json.at("strategy").text();
    if (auto const against = json.find("against")) definition.against = against->text();
}

void read_view(JsonReader const& view, StudyFacts const& facts, SweepDefinition& definition) {
    definition.question = view.at("question").text(), definition.claim = view.at("claim").text();
    definition.source = view.at("source").text();
    for (JsonReader const& key : view.at("outcomes").items()) definition.outcomes.push_back(outcome_in(facts, key));
    if (definition.outcomes.empty()) view.at("outcomes").refuse("it is empty");
    if (auto const fails = view.find("fails_when"))
        definition.fails_when = FailsWhen{outcome_in(facts, fails->at("outcome")), fails->at("level").number(),
                                          fails->at("above").flag()};
}

}  // namespace

std::string definition_text(SweepDefinition const& definition) {
    Json factors = Json::array();
    for (Factor const& factor : definition.factors) factors.push_back(json_of(factor));
    Json listed_points = Json::array();
    for (Point const& point : definition.listed) listed_points.push_back(listed(point));
    Json const json{{"factors", factors},
                    {"design", design_names[std::size_t(definition.design)]},
                    {"size", definition.size},
                    {"levels", definition.levels},
                    {"second_order", definition.second_order},
                    {"listed", listed_points},
                    {"blocks", definition.blocks},
                    {"seed", definition.seed},
                    {"strategy", definition.strategy},
                    {"against", definition.against ? Json(*definition.against) : Json()}};
    return json.dump();
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

SweepDefinition definition_in(std::string const& text, std::string const& view, StudyFacts const& facts) {
    Json const design = Json::parse(text), asked = Json::parse(view);
    SweepDefinition definition;
    read_design(JsonReader(design), definition);
    read_view(JsonReader(asked), facts, definition);
    return definition;
}

}  // namespace micropol
