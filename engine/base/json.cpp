#include "base/json.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/utf8.h"

namespace micropol {

namespace {

using Library = nlohmann::ordered_json;

[[noreturn]] void refuse(char const* why) { throw WrongJson(why); }

template <class Value, class Alternatives>
Value const& as(Alternatives const& value, char const* otherwise) {
    if (auto const* found = std::get_if<Value>(&value)) return *found;
    refuse(otherwise);
}

// The sentence as it stands in the code; its gaps hold what no language changes.
std::string in_english(Message const& message) {
    std::string text = message.id;
    for (std::size_t k = 0; k < message.arguments.size(); ++k) {
        auto const gap = text.find('{' + std::to_string(k) + '}');
        auto const* fill = std::get_if<Verbatim>(&message.arguments[k].what);
        if (gap != std::string::npos && fill != nullptr) text.replace(gap, 3, fill->text);
    }
    return text;
}

}  // namespace

WrongJson::WrongJson(Message why, std::string const& path)
    : std::runtime_error((path.empty() ? "" : path + ": ") + in_english(why)), why_(std::move(why)), path_(path) {}

Message WrongJson::problem() const { return path_.empty() ? why_ : Message("{0}: {1}", {name(path_), why_}); }

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
};

namespace {

// Builds the value while its text is read: what is too deep or too large is refused before it is in memory.
class Builder final : public nlohmann::json_sax<Library> {
  public:
    bool null() override { return add({}); }
    bool boolean(bool value) override { return add(value); }
    bool number_integer(std::int64_t value) override { return add(value); }
    bool number_unsigned(std::uint64_t value) override { return add(value); }
    bool number_float(double value, std::string const&) override { return add(value); }
    bool string(std::string& value) override { return add(std::move(value)); }
    bool binary(Library::binary_t&) override { return false; }
    bool key(std::string& name) override {
        open_.back().members.emplace_back(std::move(name), Json());
        return true;
    }
    bool start_object(std::size_t) override { return begin(); }
    bool start_array(std::size_t) override { return begin(); }
    bool end_array() override {
        Json array(std::move(open_.back().items));
        open_.pop_back();
        return put(std::move(array));
    }
    bool end_object() override {
        refuse_names_given_twice();
        Json object(std::move(open_.back().members));
        open_.pop_back();
        return put(std::move(object));
    }
    bool parse_error(std::size_t, std::string const&, nlohmann::detail::exception const& fault) override {
        std::string_view const text = fault.what();  // "[json.exception.parse_error.101] parse error at line 1, …"
        throw WrongJson(Message("{0}", {name(text.substr(text.find("] ") + 2))}));
    }
    Json take() { return std::move(whole_); }

  private:
    struct Open {
        Json::Array items;
        Json::Object members;  // the last one waits for its value
    };

    bool begin() {
        if (open_.size() == Json::max_depth)
            throw WrongJson(Message("nested more than {0} levels deep", {name(std::to_string(Json::max_depth))}));
        count();
        open_.emplace_back();
        return true;
    }
    bool add(Json value) {
        count();
        return put(std::move(value));
    }
    void count() {
        if (++values_ > Json::max_values)
            throw WrongJson(Message("more than {0} values", {name(std::to_string(Json::max_values))}));
    }
    bool put(Json value) {
        if (open_.empty())
            whole_ = std::move(value);
        else if (!open_.back().members.empty())
            open_.back().members.back().second = std::move(value);
        else
            open_.back().items.push_back(std::move(value));
        return true;
    }
    void refuse_names_given_twice() const {
        std::vector<std::string_view> names;
        for (auto const& [name, value] : open_.back().members) names.push_back(name);
        std::ranges::sort(names);
        if (auto const twice = std::ranges::adjacent_find(names); twice != names.end())
            throw WrongJson(Message("'{0}' is there twice", {name(*twice)}));
    }

    std::vector<Open> open_;
    std::size_t values_ = 0;
    Json whole_;
};

// "\\u202e"
std::string in_escapes(char32_t character) {
    std::string text = "\\u";
    for (int shift = 12; shift >= 0; shift -= 4) text += "0123456789abcdef"[(character >> shift) & 15];
    return text;
}

// Beyond ASCII they stand in strings alone; the library escapes the others.
std::string with_control_escaped(std::string json) {
    if (std::ranges::none_of(json, [](char c) { return std::uint8_t(c) >= 0x80; })) return json;
    std::string text;
    for (std::string_view rest = json; !rest.empty();) {
        CodePoint const point = first_character(rest);
        std::size_t const bytes = std::max<std::size_t>(1, point.bytes);
        bool const escaped = bytes > 1 && is_control(point.value);
        if (escaped) text += in_escapes(point.value);
        if (!escaped) text += rest.substr(0, bytes);
        rest.remove_prefix(bytes);
    }
    return text;
}

}  // namespace

Json& Json::operator[](std::string_view key) {
    if (is_null()) value_ = Object{};
    auto* members = std::get_if<Object>(&value_);
    if (!members) refuse("not an object");
    auto const found = std::ranges::find(*members, key, &Member::first);
    return found == members->end() ? members->emplace_back(std::string(key), Json()).second : found->second;
}

void Json::push_back(Json item) {
    if (is_null()) value_ = Array{};
    auto* items = std::get_if<Array>(&value_);
    if (!items) refuse("not an array");
    items->push_back(std::move(item));
}

bool Json::is_number() const {
    return std::holds_alternative<std::int64_t>(value_) || std::holds_alternative<std::uint64_t>(value_) ||
           std::holds_alternative<double>(value_);
}

Json::Object const& Json::members() const { return as<Object>(value_, "not an object"); }
Json::Array const& Json::items() const { return as<Array>(value_, "not an array"); }
std::string const& Json::text() const { return as<std::string>(value_, "not text"); }
bool Json::boolean() const { return as<bool>(value_, "not true or false"); }

double Json::number() const {
    if (is_null()) return std::nan("");
    if (auto const* whole = std::get_if<std::int64_t>(&value_)) return double(*whole);
    if (auto const* whole = std::get_if<std::uint64_t>(&value_)) return double(*whole);
    return as<double>(value_, "not a number");
}

std::int64_t Json::integer() const {
    if (auto const* natural = std::get_if<std::uint64_t>(&value_)) {
        if (*natural > std::uint64_t(std::numeric_limits<std::int64_t>::max())) refuse("not a number of this size");
        return std::int64_t(*natural);
    }
    return as<std::int64_t>(value_, "not a whole number");
}

std::uint64_t Json::natural() const {
    if (auto const* whole = std::get_if<std::int64_t>(&value_)) {
        if (*whole < 0) refuse("not a whole number of at least 0");
        return std::uint64_t(*whole);
    }
    return as<std::uint64_t>(value_, "not a whole number");
}

Json const& Json::at(std::string_view key) const {
    for (auto const& [name, value] : members())
        if (name == key) return value;
    throw WrongJson(Message("without '{0}'", {name(key)}));
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
    return with_control_escaped(JsonText::to_library(*this).dump(indent, ' ', false, Library::error_handler_t::replace));
}

Json Json::parse(std::string_view text) {
    Builder builder;
    Library::sax_parse(text, &builder);
    return builder.take();
}

}  // namespace micropol
