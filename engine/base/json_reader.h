#pragma once
// A JSON value with the path that leads to it, so that whoever finds something else than it asked for can say where.

#include <cmath>
#include <concepts>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"

namespace micropol {

// Everything throws WrongJson, "told.chronicle[3].week: not a whole number", where the value is not what is asked for.
class JsonReader {
  public:
    // Keeps a reference.
    explicit JsonReader(Json const& json, std::string path = {}) : json_(&json), path_(std::move(path)) {}

    [[nodiscard]] JsonReader at(std::string_view key) const;
    [[nodiscard]] std::optional<JsonReader> find(std::string_view key) const;  // nothing where it is missing or null
    [[nodiscard]] std::vector<JsonReader> items() const;
    [[nodiscard]] std::vector<JsonReader> items(std::size_t wanted) const;  // so many
    [[nodiscard]] std::vector<std::pair<std::string, JsonReader>> members() const;
    [[nodiscard]] Json const& json() const { return *json_; }

    [[nodiscard]] std::string const& text() const;
    [[nodiscard]] bool flag() const;
    [[nodiscard]] double number() const;  // not-a-number for null
    template <std::floating_point Real>
    [[nodiscard]] Real real() const {
        Real const value = Real(number());
        if (std::isinf(value)) refuse("not a number of this size");
        return value;
    }
    template <std::integral Integer>
    [[nodiscard]] Integer whole(Integer low = 0, Integer high = std::numeric_limits<Integer>::max()) const {
        return Integer(between(std::int64_t(low), std::uint64_t(high)));
    }
    // Which of these names.
    [[nodiscard]] std::size_t one_of(std::span<std::string_view const> names) const;
    // Many numbers, or words; any number of them.
    template <class Value>
    [[nodiscard]] std::vector<Value> list() const;

    [[noreturn]] void refuse(Message why) const;

  private:
    [[nodiscard]] std::uint64_t between(std::int64_t low, std::uint64_t high) const;
    Json const* json_;
    std::string path_;
};

}  // namespace micropol
