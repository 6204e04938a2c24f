#pragma once
// The program's own JSON, read again. Json: nlohmann's, which stays out of headers.

#include <cmath>
#include <string>
#include <string_view>

#include "outcomes/outcome.h"
#include "statistics/estimate.h"

namespace micropol {

// Not-a-number where there is none: JSON has null for it.
template <class Json>
[[nodiscard]] double number_in(Json const& json, char const* key) {
    auto const found = json.find(key);
    return found != json.end() && found->is_number() ? found->template get<double>() : std::nan("");
}

template <class Json>
[[nodiscard]] std::string text_in(Json const& json, char const* key) {
    auto const found = json.find(key);
    return found != json.end() && found->is_string() ? found->template get<std::string>() : std::string();
}

template <class Json>
[[nodiscard]] std::size_t count_in(Json const& json, char const* key) {
    double const value = number_in(json, key);
    return value >= 0 && value < 1e15 ? std::size_t(value) : 0;
}

template <class Json>
[[nodiscard]] Estimate estimate_of(Json const& json) {
    return {.mean = number_in(json, "mean"),
            .low = number_in(json, "low"),
            .high = number_in(json, "high"),
            .smallest = number_in(json, "smallest"),
            .largest = number_in(json, "largest"),
            .between = number_in(json, "between"),
            .within = number_in(json, "within"),
            .blocks = count_in(json, "blocks")};
}
template <class Json>
[[nodiscard]] Estimate estimate_in(Json const& json, char const* key) {
    auto const found = json.find(key);
    return found != json.end() && found->is_object() ? estimate_of(*found) : estimate_of(Json::object());
}

// What stands there if it is a list, else an empty one.
template <class Json>
[[nodiscard]] Json list_in(Json const& json, char const* key) {
    auto const found = json.find(key);
    return found != json.end() && found->is_array() ? *found : Json::array();
}

// A row of a figure: what it is called, and its interval. Six digits are more than a picture shows.
template <class Json>
[[nodiscard]] Json figure_number(double value) {
    return std::isfinite(value) ? Json(std::round(value * 1e6) / 1e6) : Json();
}
template <class Json>
[[nodiscard]] Json figure_row(std::string const& name, Estimate const& estimate) {
    return {{"name", name},
            {"mean", figure_number<Json>(estimate.mean)},
            {"low", figure_number<Json>(estimate.low)},
            {"high", figure_number<Json>(estimate.high)}};
}

// The same of a change, in the colour of its sign where it is certain.
template <class Json>
[[nodiscard]] Json change_row(std::string const& name, Estimate const& change) {
    Json row = figure_row<Json>(name, change);
    row["sign"] = change.low > 0 ? 1 : change.high < 0 ? -1 : 0;
    return row;
}

// Unit of an outcome by key; a pure number for one that the catalogue does not have.
[[nodiscard]] inline Unit unit_of_outcome(std::string_view key) {
    for (OutcomeKind const* kind : outcome_catalogue())
        if (kind->plugin.key == key) return kind->unit;
    return Unit::one;
}

// How a picture scales its axis: "share", "money" or "one".
[[nodiscard]] inline std::string_view figure_unit(Unit unit) {
    if (unit == Unit::share || unit == Unit::flag) return "share";
    return unit == Unit::money ? "money" : "one";
}

}  // namespace micropol
