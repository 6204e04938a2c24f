// JSON Schema (draft 2020-12) of the format, for editors: completion, help and checks while typing. What needs more than
// one place, such as names of departments, only the reader checks.

#include <algorithm>

#include "base/json.h"
#include "scenario/format.h"
#include "scenario/number.h"

namespace micropol {

namespace {

Json reference(std::string const& definition) { return {{"$ref", "#/$defs/" + definition}}; }

Json either(std::vector<Json> alternatives) {
    if (alternatives.size() == 1) return alternatives.front();
    return {{"anyOf", alternatives}};
}

// The words of a choice. Editors take a bare `true` for no word.
Json words_of(Field const& field) {
    Json words = field.choices;
    if (std::ranges::find(field.choices, "true") != field.choices.end()) words.push_back(true);
    return words;
}

// A count or length in whole numbers.
void put_limits(Json& schema, char const* least, char const* most, Range range) {
    if (range.low > 0) schema[least] = std::int64_t(range.low);
    schema[most] = std::int64_t(range.high);
}

Json json_of(Node const& node, bool numeric) {
    if (node.kind == Node::Kind::list) {
        Json items = Json::array();
        for (Node const& item : node.items) items.push_back(json_of(item, numeric));
        return items;
    }
    if (node.kind == Node::Kind::map) {
        Json object = Json::object();
        for (std::size_t k = 0; k < node.items.size(); ++k)
            object[node.keys[k].text] = json_of(node.items[k], numeric && node.keys[k].text != "source");
        return object;
    }
    return numeric ? Json::parse(node.text) : Json(node.text);
}

class SchemaWriter {
  public:
    Json write(Field const& format) {
        Json schema = {{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"title", "micropol scenario"}};
        Json const shape = shape_of(format);
        for (auto const& [name, value] : shape.members()) schema[name] = value;
        schema["description"] = format.description;
        schema["$defs"] = definitions_;
        return schema;
    }

  private:
    Json schema_of(Field const& field) {
        Json schema = shape_of(field);
        std::string description = field.description;
        if (field.is_numeric()) description += " (" + shown(field.range) + unit_phrase(field.unit) + ")";
        schema["description"] = description;
        if (field.default_value) schema["default"] = json_of(*field.default_value, field.is_numeric());
        return schema;
    }

    Json shape_of(Field const& field) {
        switch (field.kind) {
            case Kind::text: {
                Json text = {{"type", "string"}};
                if (field.range.low > 0) text["minLength"] = 1;
                return text;
            }
            case Kind::file: return {{"type", "string"}, {"minLength", 1}};
            case Kind::flag: return {{"enum", Json::array({true, false, "on", "off", "yes", "no"})}};
            case Kind::whole:
                return {
                    {"type", "integer"}, {"minimum", std::int64_t(field.range.low)}, {"maximum", std::int64_t(field.range.high)}};
            case Kind::amount: return bounded(field.range);
            case Kind::number: return reference(define_number(field.range));
            case Kind::choice: return field.choices.empty() ? Json{{"not", Json::object()}} : Json{{"enum", words_of(field)}};
            case Kind::list: return list_schema(field);
            case Kind::group: return group_schema(field);
            case Kind::named: return named_schema(field);
        }
        return {};
    }

    static Json bounded(Range range) { return {{"type", "number"}, {"minimum", range.low}, {"maximum", range.high}}; }

    // Numbers of one range share a definition.
    std::string define_number(Range range) {
        std::string const name = "number from " + shown(range);
        std::string key = name;
        for (char& c : key)
            if (c == ' ') c = '_';
        if (definitions_.contains(key)) return key;
        Json const source = {{"type", "string"}, {"description", "citation key or your own words"}};
        auto const sourced = [&](std::string const& what, Json const& value) -> Json {
            return {{"type", "object"},
                    {"properties", {{what, value}, {"source", source}}},
                    {"required", Json::array({what})},
                    {"additionalProperties", false}};
        };
        std::vector<Json> ways{bounded(range), sourced("value", bounded(range))};
        for (DistributionShape const& shape : distribution_shapes()) {
            Json const arguments = {{"type", "array"},
                                    {"items", {{"type", "number"}}},
                                    {"minItems", shape.arguments},
                                    {"maxItems", shape.arguments},
                                    {"description", shape.form}};
            ways.push_back(sourced(std::string(shape.key), arguments));
        }
        Json const numbers = {{"type", "array"}, {"minItems", 1}, {"items", {{"type", "number"}}}};
        ways.push_back(sourced("choice", {{"type", "object"},
                                          {"properties", {{"values", numbers}, {"weights", numbers}}},
                                          {"required", Json::array({"values", "weights"})},
                                          {"additionalProperties", false}}));
        definitions_[key] = either(ways);
        return key;
    }

    Json list_schema(Field const& field) {
        Field const& entry = field.fields.front();
        Json const item = shape_shared(entry);
        Json items = {{"type", "array"}, {"items", item}};
        put_limits(items, "minItems", "maxItems", field.all_allowed ? Range{1, field.range.high} : field.range);
        if (entry.identifies) items["uniqueItems"] = true;
        std::vector<Json> ways{items};
        bool const single = entry.kind != Kind::group && entry.kind != Kind::named && entry.kind != Kind::list;
        if (single) ways.push_back(item);
        if (field.all_allowed) ways.push_back({{"const", "all"}});
        if (field.range.low == 0 && !field.all_allowed) ways.push_back({{"type", "null"}});
        return either(ways);
    }

    // Entries that stand in several lists are defined once.
    Json shape_shared(Field const& entry) {
        if (entry.variants.empty()) return schema_of(entry);
        if (!definitions_.contains(entry.key)) definitions_[entry.key] = schema_of(entry);
        return reference(entry.key);
    }

    Json named_schema(Field const& field) {
        Json names = {{"type", Json::array({"object", "null"})}, {"additionalProperties", shape_shared(field.fields.front())}};
        put_limits(names, "minProperties", "maxProperties", field.range);
        names["propertyNames"] = {{"minLength", 1}, {"maxLength", 200}};
        return names;
    }

    Json closed(std::vector<Field const*> const& fields) {
        Json properties = Json::object(), required = Json::array();
        for (Field const* field : fields) {
            properties[field->key] = schema_of(*field);
            if (field->required) required.push_back(field->key);
        }
        Json object = {{"type", "object"}, {"properties", properties}, {"additionalProperties", false}};
        if (!required.empty()) object["required"] = required;
        return object;
    }

    Json group_schema(Field const& field) {
        std::vector<Json> ways;
        for (Field::Variant const& variant : field.variants) {
            Node chosen = map();
            chosen.add(field.fields.front().key, scalar(variant.choice));
            Json object = closed(fields_of(field, chosen));
            object["properties"][field.fields.front().key] = {{"const", variant.choice},
                                                              {"description", field.fields.front().description}};
            ways.push_back(object);
        }
        if (field.variants.empty()) ways.push_back(closed(fields_of(field, map())));
        bool const may_be_empty = field.variants.empty() && std::ranges::none_of(field.fields, &Field::required);
        if (may_be_empty) ways.push_back({{"type", "null"}});
        if (!field.single_means.empty()) ways.push_back(shape_of(*field.find(field.single_means)));
        if (!field.list_means.empty() && field.list_means != field.single_means)
            ways.push_back(shape_of(*field.find(field.list_means)));
        return either(ways);
    }

    Json definitions_ = Json::object();
};

}  // namespace

std::string scenario_schema(KnownPlugins const& known) { return SchemaWriter().write(scenario_format(known)).dump(2) + "\n"; }

}  // namespace micropol
