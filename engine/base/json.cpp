#include "base/json.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace micropol {

namespace {

using Library = nlohmann::ordered_json;

[[noreturn]] void refuse(char const* wanted) { throw WrongJson(std::string("not ") + wanted); }

template <class Value, class Alternatives>
Value const& as(Alternatives const& value, char const* wanted) {
    if (auto const* found = std::get_if<Value>(&value)) return *found;
    refuse(wanted);
}

// Whether the text nests too deeply for those who walk it; brackets inside of strings do not count.
bool is_too_deep(std::string_view text) {
    int depth = 0;
    bool quoted = false;
    for (std::size_t k = 0; k < text.size(); ++k) {
        char const c = text[k];
        if (quoted) {
            if (c == '\\') ++k;
            if (c == '"') quoted = false;
        } else if (c == '"') {
            quoted = true;
        } else if (c == '[' || c == '{') {
            if (++depth > Json::max_depth) return true;
        } else if (c == ']' || c == '}') {
            --depth;
        }
    }
    return false;
}

}  // namespace

struct JsonText {
    static Library to_library(Json const& json) {
        struct Visitor {
            Library operator()(std::monostate) const { return nullptr; }
            Library operator()(Json::Array const& items) const {
                Library all = Library::array();
                for (Json const& item : items) all.push_back(to_library(item));
                return all;
            }
            Library operator()(Json::Object const& members) const {
                Library all = Library::object();
                for (auto const& [key, value] : members) all[key] = to_library(value);
                return all;
            }
            Library operator()(bool value) const { return value; }
            Library operator()(std::int64_t value) const { return value; }
            Library operator()(std::uint64_t value) const { return value; }
            Library operator()(double value) const { return value; }
            Library operator()(std::string const& value) const { return value; }
        };
        return std::visit(Visitor{}, json.value_);
    }

    static Json from_library(Library const& value) {
        Json json;
        switch (value.type()) {
            case Library::value_t::boolean: return value.get<bool>();
            case Library::value_t::number_integer: return value.get<std::int64_t>();
            case Library::value_t::number_unsigned: return value.get<std::uint64_t>();
            case Library::value_t::number_float: return value.get<double>();
            case Library::value_t::string: return value.get_ref<std::string const&>();
            case Library::value_t::array:
                json = Json::array();
                for (Library const& item : value) json.push_back(from_library(item));
                return json;
            case Library::value_t::object: {
                Json::Object members;
                for (auto const& [key, member] : value.items()) members.emplace_back(key, from_library(member));
                return members;
            }
            default: return json;
        }
    }
};

Json& Json::operator[](std::string_view key) {
    if (is_null()) value_ = Object{};
    auto* members = std::get_if<Object>(&value_);
    if (!members) refuse("an object");
    auto const found = std::ranges::find(*members, key, &Member::first);
    return found == members->end() ? members->emplace_back(std::string(key), Json()).second : found->second;
}

void Json::push_back(Json item) {
    if (is_null()) value_ = Array{};
    auto* items = std::get_if<Array>(&value_);
    if (!items) refuse("an array");
    items->push_back(std::move(item));
}

bool Json::is_number() const {
    return std::holds_alternative<std::int64_t>(value_) || std::holds_alternative<std::uint64_t>(value_) ||
           std::holds_alternative<double>(value_);
}

Json::Object const& Json::members() const { return as<Object>(value_, "an object"); }
Json::Array const& Json::items() const { return as<Array>(value_, "an array"); }
std::string const& Json::text() const { return as<std::string>(value_, "text"); }
bool Json::boolean() const { return as<bool>(value_, "true or false"); }

double Json::number() const {
    if (is_null()) return std::nan("");
    if (auto const* whole = std::get_if<std::int64_t>(&value_)) return double(*whole);
    if (auto const* whole = std::get_if<std::uint64_t>(&value_)) return double(*whole);
    return as<double>(value_, "a number");
}

std::int64_t Json::integer() const {
    if (auto const* natural = std::get_if<std::uint64_t>(&value_)) {
        if (*natural > std::uint64_t(std::numeric_limits<std::int64_t>::max())) refuse("a number of this size");
        return std::int64_t(*natural);
    }
    return as<std::int64_t>(value_, "a whole number");
}

std::uint64_t Json::natural() const {
    if (auto const* whole = std::get_if<std::int64_t>(&value_)) {
        if (*whole < 0) refuse("a whole number of at least 0");
        return std::uint64_t(*whole);
    }
    return as<std::uint64_t>(value_, "a whole number");
}

Json const& Json::at(std::string_view key) const {
    for (auto const& [name, value] : members())
        if (name == key) return value;
    throw WrongJson("without '" + std::string(key) + "'");
}

Json const* Json::find(std::string_view key) const {
    if (auto const* members = std::get_if<Object>(&value_))
        for (auto const& [name, value] : *members)
            if (name == key) return &value;
    return nullptr;
}

std::size_t Json::size() const {
    if (auto const* items = std::get_if<Array>(&value_)) return items->size();
    if (auto const* members = std::get_if<Object>(&value_)) return members->size();
    return 0;
}

std::string Json::dump(int indent) const {
    return JsonText::to_library(*this).dump(indent, ' ', false, Library::error_handler_t::replace);
}

Json Json::parse(std::string_view text) try {
    if (is_too_deep(text)) throw WrongJson("nested more than " + std::to_string(max_depth) + " levels deep");
    return JsonText::from_library(Library::parse(text));
} catch (Library::exception const& fault) {
    throw WrongJson(fault.what());
}

}  // namespace micropol
