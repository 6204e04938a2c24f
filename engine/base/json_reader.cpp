#include "base/json_reader.h"

#include <algorithm>
#include <cmath>

namespace micropol {

void JsonReader::refuse(Message why) const { throw WrongJson(std::move(why), path_); }

namespace {

// What is asked of a value, with the path in what is wrong.
decltype(auto) asked(JsonReader const& reader, auto const& question) try {
    return question(reader.json());
} catch (WrongJson const& wrong) {
    reader.refuse(wrong.why());
}

template <class Value>
Value value_of(Json const& json) {
    if constexpr (std::is_same_v<Value, std::string>) {
        return json.text();
    } else if constexpr (std::is_integral_v<Value>) {
        std::int64_t const value = json.integer();
        if (!std::in_range<Value>(value)) throw WrongJson("not a number of this size");
        return Value(value);
    } else {
        double const value = json.number();
        if (std::isinf(Value(value))) throw WrongJson("not a number of this size");
        return Value(value);
    }
}

}  // namespace

JsonReader JsonReader::at(std::string_view key) const {
    Json const& value = asked(*this, [&](Json const& json) -> Json const& { return json.at(key); });
    return JsonReader(value, path_ + (path_.empty() ? "" : ".") + std::string(key));
}

std::optional<JsonReader> JsonReader::find(std::string_view key) const {
    Json const* const value = json_->find(key);
    if (value == nullptr || value->is_null()) return std::nullopt;
    return at(key);
}

std::vector<JsonReader> JsonReader::items() const {
    std::vector<JsonReader> all;
    Json::Array const& items = asked(*this, [](Json const& json) -> Json::Array const& { return json.items(); });
    for (std::size_t k = 0; k < items.size(); ++k) all.emplace_back(items[k], path_ + '[' + std::to_string(k) + ']');
    return all;
}

std::vector<JsonReader> JsonReader::items(std::size_t wanted) const {
    std::vector<JsonReader> all = items();
    if (all.size() != wanted)
        refuse(Message("{0} items, not {1}", {name(std::to_string(all.size())), name(std::to_string(wanted))}));
    return all;
}

std::vector<std::pair<std::string, JsonReader>> JsonReader::members() const {
    std::vector<std::pair<std::string, JsonReader>> all;
    for (auto const& [name, value] : asked(*this, [](Json const& json) -> Json::Object const& { return json.members(); }))
        all.emplace_back(name, at(name));
    return all;
}

std::string const& JsonReader::text() const {
    return asked(*this, [](Json const& json) -> std::string const& { return json.text(); });
}
bool JsonReader::flag() const {
    return asked(*this, [](Json const& json) { return json.boolean(); });
}
double JsonReader::number() const { return asked(*this, value_of<double>); }

std::uint64_t JsonReader::between(std::int64_t low, std::uint64_t high) const {
    bool const negative = asked(*this, [](Json const& json) { return json.is_number() && json.number() < 0; });
    std::uint64_t const value = asked(
        *this, [&](Json const& json) { return negative ? std::uint64_t(json.integer()) : json.natural(); });
    bool const fits = negative ? std::int64_t(value) >= low : value <= high && (low <= 0 || value >= std::uint64_t(low));
    if (!fits) refuse("not a number of this size");
    return value;
}

std::size_t JsonReader::one_of(std::span<std::string_view const> names) const {
    auto const found = std::ranges::find(names, text());
    constexpr std::size_t shown = 60;
    if (found == names.end()) refuse(Message("'{0}' is not known", {name(text().substr(0, shown))}));
    return std::size_t(found - names.begin());
}

template <class Value>
std::vector<Value> JsonReader::list() const {
    Json::Array const& items = asked(*this, [](Json const& json) -> Json::Array const& { return json.items(); });
    std::vector<Value> values;
    values.reserve(items.size());
    for (Json const& item : items) values.push_back(asked(*this, [&](Json const&) { return value_of<Value>(item); }));
    return values;
}
template std::vector<int> JsonReader::list() const;
template std::vector<float> JsonReader::list() const;
template std::vector<double> JsonReader::list() const;
template std::vector<std::string> JsonReader::list() const;

}  // namespace micropol
