#include "scenario/field.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "base/plausible.h"
#include "scenario/number.h"
#include "words/number_text.h"

namespace micropol {

namespace {

bool has_name(Unit unit) { return unit != Unit::one && unit != Unit::code; }
bool is_grouped(double value) { return value >= 1000 && value < 1e16 && value == std::trunc(value); }

}  // namespace

Field const* Field::find(std::string_view name) const {
    auto const found = std::ranges::find(fields, name, &Field::key);
    return found == fields.end() ? nullptr : &*found;
}

Field number_field(ParameterSpec const& spec, std::function<void(Scenario&, Value const&)> store) {
    return {.key = std::string(spec.name),
            .kind = Kind::number,
            .description = std::string(spec.description),
            .default_value = to_default(spec.default_value, spec.source),
            .unit = spec.unit,
            .range = spec.range,
            .plausible = plausible_range(spec),
            .source = std::string(spec.source),
            .store = std::move(store)};
}

Node to_default(Distribution const& value, std::string_view source) { return to_node({value, std::string(source), {}}); }

std::vector<Field const*> fields_of(Field const& group, Node const& raw) {
    std::vector<Field const*> fields;
    for (Field const& field : group.fields) fields.push_back(&field);
    if (group.variants.empty()) return fields;
    Node const* const chosen = raw.find(group.fields.front().key);
    for (Field::Variant const& variant : group.variants)
        if (chosen && chosen->text == variant.choice)
            for (Field const& field : variant.fields) fields.push_back(&field);
    return fields;
}

Node spelled_out(Field const& field, Node const& raw) {
    if (field.kind != Kind::group) return raw;
    std::string const& means = raw.kind == Node::Kind::list ? field.list_means : field.single_means;
    Node long_form = map(raw.place);
    if (raw.kind == Node::Kind::nothing) return long_form;
    if (raw.kind == Node::Kind::map || means.empty()) return raw;
    long_form.add(means, raw);
    return long_form;
}

std::string shown(double value) {
    std::array<char, 400> text{};
    bool const is_whole = value == std::trunc(value) && std::abs(value) < 1e16;
    auto const written = is_whole ? std::to_chars(text.data(), text.data() + text.size(), static_cast<std::int64_t>(value))
                                  : std::to_chars(text.data(), text.data() + text.size(), value);
    std::string number(text.data(), written.ptr);
    if (is_whole)
        for (std::size_t at = number.size(), first = value < 0 ? 1 : 0; at > first + 3;) number.insert(at -= 3, ",");
    return number;
}

std::string shown(Range range) {
    return range.low < range.high ? shown(range.low) + " to " + shown(range.high) : shown(range.low);
}

std::string unit_phrase(Unit unit) { return has_name(unit) ? ", unit " + std::string(name_of(unit)) : ""; }

Phrase limit(double value) {
    if (is_grouped(value)) return Decimal{value};
    return exact(value);
}

Phrase limits(Range range) {
    return range.low < range.high ? Message("{0} to {1}", {limit(range.low), limit(range.high)}) : limit(range.low);
}

Phrase limits(Range range, Unit unit) {
    return has_name(unit) ? Message("{0}, unit {1}", {limits(range), in_context("unit", name_of(unit))}) : limits(range);
}

Phrase as_written(double value) { return is_grouped(value) ? limit(value) : name(shown(value)); }

}  // namespace micropol
