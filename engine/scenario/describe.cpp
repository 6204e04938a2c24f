// The format as a table, and a commented scenario to begin with.

#include <algorithm>

#include "scenario/format.h"
#include "scenario/number.h"
#include "words/text.h"

namespace micropol {

namespace {

std::string type_of(Field const& field) {
    switch (field.kind) {
        case Kind::text: return field.is_department ? "name of a department" : "text";
        case Kind::file: return "file";
        case Kind::flag: return "on or off";
        case Kind::whole: return "whole number";
        case Kind::amount: return "number";
        case Kind::number: return "number or distribution";
        case Kind::choice:
            return field.choices.size() > 8 ? "one of the known names"
                                            : "one of " + to_text(listed(field.choices), Language::english);
        case Kind::list: return (field.all_allowed ? "all or list of: " : "list of: ") + type_of(field.fields.front());
        case Kind::group: return "group";
        case Kind::named: return "names with: " + type_of(field.fields.front());
    }
    return "";
}

// A usual value without its source, which has a column of its own.
std::string usual_of(Field const& field) {
    if (!field.default_value) return "";
    Node bare = *field.default_value;
    if (Node const* const value = bare.find("value")) return value->text;
    if (bare.kind == Node::Kind::map && field.is_numeric() && bare.keys.back().text == "source") {
        bare.keys.pop_back();
        bare.items.pop_back();
    }
    return to_line(bare);
}

void describe(Field const& field, std::string const& path, std::vector<FieldDescription>& descriptions) {
    if (!path.empty())
        descriptions.push_back({path, type_of(field), field.is_numeric() ? std::string(name_of(field.unit)) : "", usual_of(field),
                                field.is_numeric() ? shown(field.range) : "", field.description, field.source});
    if (field.described_elsewhere) return;
    std::string const inside = path.empty() ? "" : path + ".";
    if (field.kind == Kind::group)
        for (Field const& child : field.fields) describe(child, inside + child.key, descriptions);
    for (Field::Variant const& variant : field.variants)
        for (Field const& child : variant.fields) describe(child, path + "(" + variant.choice + ")." + child.key, descriptions);
    if (field.kind != Kind::list && field.kind != Kind::named) return;
    // The list itself has been described: of its entries, only what is inside.
    Field const& entry = field.fields.front();
    std::string const entry_path = path + (field.kind == Kind::list ? "[]" : ".<" + entry.key + ">");
    std::vector<FieldDescription> inner;
    describe(entry, entry_path, inner);
    std::copy(inner.begin() + 1, inner.end(), std::back_inserter(descriptions));
}

}  // namespace

std::vector<FieldDescription> describe_fields(KnownPlugins const& known) {
    std::vector<FieldDescription> descriptions;
    describe(scenario_format(known), "", descriptions);
    return descriptions;
}

}  // namespace micropol
