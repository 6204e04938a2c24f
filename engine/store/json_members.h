#pragma once
// One description of a struct's members for both ways: members(io, value) names each of them once, and `written` makes JSON of
// the value, `read_into` the value of JSON. Within the store alone.

#include <array>
#include <concepts>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "simulation/trace.h"
#include "statistics/estimate_json.h"

namespace micropol {

// A T, constant where it is written.
template <class T, class Wanted>
concept Either = std::same_as<std::remove_const_t<T>, Wanted>;

template <class T>
inline constexpr bool is_vector = false;
template <class T>
inline constexpr bool is_vector<std::vector<T>> = true;
template <class T>
inline constexpr bool is_array = false;
template <class T, std::size_t size>
inline constexpr bool is_array<std::array<T, size>> = true;
template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;
template <class T>
inline constexpr bool is_pair = false;
template <class A, class B>
inline constexpr bool is_pair<std::pair<A, B>> = true;

// Words of enumerations, in their order.
[[nodiscard]] std::vector<std::string_view> names_of(EventKind);
[[nodiscard]] std::vector<std::string_view> names_of(DecisionRule);
[[nodiscard]] std::vector<std::string_view> names_of(Tactic);

template <class T>
[[nodiscard]] Json written(T const& value);
template <class T>
void read_into(JsonReader const& from, T& value);

class MemberWriter {
  public:
    void operator()(char const* key, auto const& value) { object[key] = written(value); }
    // A member that is only there if it is set.
    void where_set(char const* key, auto const& optional) {
        if (optional) object[key] = written(*optional);
    }
    // A word that is only there if it is not empty.
    void where_named(char const* key, std::string const& word) {
        if (!word.empty()) object[key] = word;
    }
    // What is written for others to read, and follows from the rest.
    void only_written(char const* key, auto const& make) { object[key] = make(); }

    Json object = Json::object();
};

class MemberReader {
  public:
    explicit MemberReader(JsonReader const& from) : from_(from) {}
    void operator()(char const* key, auto& value) { read_into(from_.at(key), value); }
    void where_set(char const* key, auto& optional) {
        if (auto const found = from_.find(key)) read_into(*found, optional.emplace());
    }
    void where_named(char const* key, std::string& word) {
        if (auto const found = from_.find(key)) read_into(*found, word);
    }
    void only_written(char const*, auto const&) {}

  private:
    JsonReader const& from_;
};

template <class T>
Json written(T const& value) {
    if constexpr (std::is_enum_v<T>) {
        return names_of(T{})[std::size_t(value)];
    } else if constexpr (std::is_arithmetic_v<T> || std::is_same_v<T, std::string>) {
        return value;
    } else if constexpr (std::is_same_v<T, Estimate>) {
        return json_of(value);
    } else if constexpr (is_optional<T>) {
        return value ? written(*value) : Json();
    } else if constexpr (is_pair<T>) {
        return Json::array({written(value.first), written(value.second)});
    } else if constexpr (is_vector<T> || is_array<T>) {
        Json items = Json::array();
        for (auto const& item : value) items.push_back(written(item));
        return items;
    } else {
        MemberWriter writer;
        members(writer, value);
        return std::move(writer.object);
    }
}

template <class T>
void read_into(JsonReader const& from, T& value) {
    if constexpr (std::is_enum_v<T>) {
        value = T(from.one_of(names_of(T{})));
    } else if constexpr (std::is_same_v<T, bool>) {
        value = from.flag();
    } else if constexpr (std::is_integral_v<T>) {
        value = from.whole<T>();  // counts and positions: at least 0
    } else if constexpr (std::is_floating_point_v<T>) {
        value = from.real<T>();
    } else if constexpr (std::is_same_v<T, std::string>) {
        value = from.text();
    } else if constexpr (std::is_same_v<T, Estimate>) {
        value = estimate_in(from);
    } else if constexpr (is_optional<T>) {
        value.reset();
        if (!from.json().is_null()) read_into(from, value.emplace());
    } else if constexpr (is_pair<T>) {
        auto const both = from.items(2);
        read_into(both[0], value.first), read_into(both[1], value.second);
    } else if constexpr (is_array<T>) {
        auto const items = from.items(value.size());
        for (std::size_t k = 0; k < items.size(); ++k) read_into(items[k], value[k]);
    } else if constexpr (is_vector<T>) {
        value.clear();
        if constexpr (std::is_floating_point_v<typename T::value_type>)
            value = from.list<typename T::value_type>();
        else
            for (JsonReader const& item : from.items()) read_into(item, value.emplace_back());
    } else {
        MemberReader reader(from);
        members(reader, value);
    }
}

}  // namespace micropol
