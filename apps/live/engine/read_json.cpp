// Scenarios come here as JSON, which YAML includes: read_yaml without the YAML library, for trees that the program has read before.

#include "base/json.h"
#include "scenario/read_yaml.h"

namespace micropol {

namespace {

constexpr int deepest = 64;  // levels of nesting, as in YAML: what a stranger wrote must not use up the stack

Node node_of(Json const& json, int depth = 0) {
    if (json.is_null() || depth > deepest) return {};
    if (json.is_string()) return scalar(json.text());
    if (!json.is_object() && !json.is_array()) return scalar(json.dump());
    Node node = json.is_object() ? map() : list({});
    if (json.is_array())
        for (Json const& item : json.items()) node.items.push_back(node_of(item, depth + 1));
    else
        for (auto const& [key, item] : json.members()) node.add(key, node_of(item, depth + 1));
    return node;
}

}  // namespace

Node read_yaml(std::string_view text, std::string const&, std::vector<Problem>&) { return node_of(Json::parse(text)); }

}  // namespace micropol
