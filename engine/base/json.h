#pragma once
// JSON as a value. What reads and writes its text is a library that is seen in json.cpp alone.

#include <cmath>
#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "base/message.h"

namespace micropol {

// What a reader threw that found another kind of value than it asked for. what(): in English, after the path as far as it is known.
class WrongJson : public std::runtime_error {
  public:
    // Gaps of the message hold names and numbers alone.
    WrongJson(Message why, std::string const& path = {});
    [[nodiscard]] Message const& why() const { return why_; }
    [[nodiscard]] Message problem() const;  // "told.weeks[3]: not a whole number"

  private:
    Message why_;
    std::string path_;
};

class Json {
  public:
    using Array = std::vector<Json>;
    using Member = std::pair<std::string, Json>;
    using Object = std::vector<Member>;  // in the order written

    Json() = default;  // null
    Json(std::nullptr_t) {}
    template <std::same_as<bool> Bool>
    Json(Bool value) : value_(value) {}  // no pointer
    template <class Number>
    requires(std::is_arithmetic_v<Number> && !std::is_same_v<Number, bool>) Json(Number value) {
        if constexpr (std::is_floating_point_v<Number>)
            value_ = double(value);  // not-a-number is written as null
        else if (std::is_signed_v<Number> && value < Number{})
            value_ = std::int64_t(value);
        else
            value_ = std::uint64_t(value);
    }
    Json(std::string value) : value_(std::move(value)) {}
    Json(std::string_view value) : value_(std::string(value)) {}
    Json(char const* value) : value_(std::string(value)) {}
    Json(Array values) : value_(std::move(values)) {}
    Json(Object members) : value_(std::move(members)) {}
    // {{"key", value}, …}: an object. Arrays are made with array() or from a vector.
    Json(std::initializer_list<Member> members) : value_(Object(members)) {}
    template <class Item>
    requires(!std::is_same_v<Item, Json> && !std::is_same_v<Item, Member>) Json(std::vector<Item> const& items)
        : value_(Array(items.begin(), items.end())) {}

    [[nodiscard]] static Json object() { return Json(Object{}); }
    [[nodiscard]] static Json array(Array items = {}) { return Json(std::move(items)); }

    // ------------------------------------------------------------------------------------ building
    // The member of that name, added if the object (or null) has none.
    Json& operator[](std::string_view key);
    void push_back(Json item);  // to an array or null

    // ------------------------------------------------------------------------------------- reading
    [[nodiscard]] bool is_null() const { return std::holds_alternative<std::monostate>(value_); }
    [[nodiscard]] bool is_object() const { return std::holds_alternative<Object>(value_); }
    [[nodiscard]] bool is_array() const { return std::holds_alternative<Array>(value_); }
    [[nodiscard]] bool is_string() const { return std::holds_alternative<std::string>(value_); }
    [[nodiscard]] bool is_bool() const { return std::holds_alternative<bool>(value_); }
    [[nodiscard]] bool is_number() const;

    // Throw WrongJson where the value is of another kind, or a number does not fit.
    [[nodiscard]] Object const& members() const;
    [[nodiscard]] Array const& items() const;
    [[nodiscard]] std::string const& text() const;
    [[nodiscard]] bool boolean() const;
    [[nodiscard]] double number() const;          // null: not-a-number, as that is written as null
    [[nodiscard]] std::int64_t integer() const;   // a whole number
    [[nodiscard]] std::uint64_t natural() const;  // a whole number ≥ 0
    [[nodiscard]] Json const& at(std::string_view key) const;
    [[nodiscard]] Json const* find(std::string_view key) const;  // nullptr where there is none, or this is no object
    [[nodiscard]] bool contains(std::string_view key) const { return find(key) != nullptr; }
    [[nodiscard]] std::size_t size() const;  // of an array or object; 0 of anything else
    [[nodiscard]] bool empty() const { return size() == 0; }

    // ---------------------------------------------------------------------------------------- text
    // indent < 0: in one line. Text that is not UTF-8 gets replacement characters.
    [[nodiscard]] std::string dump(int indent = -1) const;
    // Throws WrongJson: with the place of a mistake, or for what is deeper or has more values than this, or a name twice.
    [[nodiscard]] static Json parse(std::string_view text);
    static constexpr std::size_t max_depth = 64, max_values = 8'000'000;

    friend bool operator==(Json const&, Json const&) = default;

  private:
    friend struct JsonText;
    // Signed are negative numbers alone, so that equal numbers are the same value.
    std::variant<std::monostate, bool, std::int64_t, std::uint64_t, double, std::string, Array, Object> value_;
};

}  // namespace micropol
