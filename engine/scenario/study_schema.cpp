#include "base/json.h"
#include "scenario/number.h"
#include "scenario/study_file.h"

namespace micropol {

std::string study_schema() {
    auto const text = [](char const* meaning) { return Json{{"type", "string"}, {"description", meaning}}; };
    auto const whole = [](std::int64_t least, char const* meaning) {
        return Json{{"type", "integer"}, {"minimum", least}, {"description", meaning}};
    };
    Json const number{{"type", "number"}};
    Json const words{{"type", "array"}, {"minItems", 2}, {"items", {{"type", Json::array({"string", "number", "boolean"})}}}};
    Json const range{{"type", "object"},
                     {"properties", {{"from", number}, {"to", number}, {"whole", {{"type", "boolean"}}}}},
                     {"required", Json::array({"from", "to"})},
                     {"additionalProperties", false}};
    Json values = Json::array({Json{{"type", "string"}}, words, range});
    for (DistributionShape const& shape : distribution_shapes()) {
        Json const arguments{{"type", "array"},
                             {"description", shape.form},
                             {"items", number},
                             {"minItems", shape.arguments},
                             {"maxItems", shape.arguments}};
        Json properties = Json::object();
        properties[shape.key] = arguments;
        properties["source"] = Json{{"type", "string"}};
        values.push_back(Json{{"type", "object"},
                              {"properties", properties},
                              {"required", Json::array({shape.key})},
                              {"additionalProperties", false}});
    }
    values.push_back(Json{{"type", "object"}, {"required", Json::array({"choice"})}});
    Json const designs = Json::array({"grid", "one_at_a_time", "latin_hypercube", "sobol_sequence", "morris", "sobol", "list"});
    Json const properties{
        {"micropol_study", {{"const", 1}, {"description", "version of the format"}}},
        {"scenario", text("the scenario that is asked, relative to this file")},
        {"question", text("what this study is to answer")},
        {"claim", text("what one expects")},
        {"source", text("where the claim comes from, or assumed")},
        {"strategy", text("a strategy of the scenario; none without")},
        {"against", text("a strategy, or none: study the difference to it")},
        {"outcomes",
         {{"anyOf", Json::array({Json{{"type", "string"}}, Json{{"type", "array"}, {"items", {{"type", "string"}}}}})},
          {"description", "what to conclude on; the first decides what fails"}}},
        {"factors",
         {{"type", "object"},
          {"additionalProperties", {{"anyOf", values}}},
          {"description", "paths of the scenario and their values; without, every uncertain number"}}},
        {"design", {{"enum", designs}, {"description", "how to vary them"}}},
        {"points", whole(1, "how many points")},
        {"rows", whole(1, "of design sobol: rows")},
        {"trajectories", whole(1, "of design morris: trajectories")},
        {"levels", whole(2, "values of each factor, of grid, one_at_a_time and morris")},
        {"second_order", {{"type", "boolean"}, {"description", "of design sobol: pairs as well"}}},
        {"all_assumptions",
         {{"type", "boolean"},
          {"description", "with drawn assumptions and without factors: also every number that the scenario leaves open"}}},
        {"list", text("of design list: a CSV file with a column for each path")},
        {"histories", whole(1, "histories of each point, in whole blocks of sixteen")},
        {"seed", whole(0, "another seed, another chance and other points")},
        {"fails_when",
         {{"type", "object"},
          {"properties", {{"outcome", {{"type", "string"}}}, {"below", number}, {"above", number}}},
          {"additionalProperties", false},
          {"description", "what counts as failure of a point"}}}};
    Json const schema{{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                      {"title", "micropol study"},
                      {"type", "object"},
                      {"properties", properties},
                      {"required", Json::array({"micropol_study", "scenario"})},
                      {"additionalProperties", false}};
    return schema.dump(2);
}

}  // namespace micropol
