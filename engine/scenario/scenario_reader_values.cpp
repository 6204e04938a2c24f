// Single values: text, files, switches, choices and numbers.

#include <algorithm>
#include <cmath>

#include "scenario/number.h"
#include "scenario/scenario_reader.h"

namespace micropol {

namespace {

// A path below the folder, symbolic links followed.
bool lies_below(std::filesystem::path const& file, std::filesystem::path const& folder) {
    std::error_code failed;
    std::filesystem::path const real_file = std::filesystem::weakly_canonical(file, failed);
    if (failed) return false;
    std::filesystem::path const real_folder = std::filesystem::weakly_canonical(folder, failed);
    if (failed) return false;
    auto const [folder_end, file_end] = std::mismatch(real_folder.begin(), real_folder.end(), real_file.begin(), real_file.end());
    return folder_end == real_folder.end();
}

// "did you mean" among the files that are there.
Message similar_file(std::filesystem::path const& file) {
    std::vector<std::string> names;
    std::error_code failed;
    for (std::filesystem::directory_iterator at(file.parent_path(), failed), end; !failed && at != end; at.increment(failed))
        names.push_back(at->path().filename().string());
    std::ranges::sort(names);
    return did_you_mean(file.filename().string(), names);
}

}  // namespace

bool ScenarioReader::read_value(Field const& field, Node const& raw, Value& value, Node& understood) {
    if (field.is_numeric()) return read_number(field, raw, value, understood);
    if (raw.kind != Node::Kind::scalar) {
        Message const wanted = field.kind == Kind::flag   ? "it must be on or off"
                               : field.kind == Kind::file ? "it must be the name of a file"
                               : field.kind == Kind::text ? "it must be text"
                                                          : Message("it must be one of {0}", {listed(field.choices)});
        complain(raw.place, kind_of(raw, field.key), wanted,
                 field.kind == Kind::text && raw.kind != Node::Kind::list ? "put the text in quotes" : "");
        return false;
    }
    switch (field.kind) {
        case Kind::file: return read_file(field, raw, value);
        case Kind::choice: return read_choice(field, raw, value);
        case Kind::flag: return read_flag(field, raw, value, understood);
        default: return read_text(field, raw, value);
    }
}

bool ScenarioReader::refuse_as_name(std::string const& text, Place const& place) {
    bool const is_blank = text.find_first_not_of(" \t\n") == std::string::npos;
    if (!is_blank && text.find('\n') == std::string::npos) return false;
    complain(place, is_blank ? Message("a name is blank") : Message("the name '{0}' has a line break", {shortened(text)}),
             "it heads lines and tables");
    return true;
}

bool ScenarioReader::read_text(Field const& field, Node const& raw, Value& value) {
    auto const length = double(raw.text.size());
    if (length < field.range.low) {
        complain(raw.place, Message("'{0}' is empty", {name(field.key)}), Message(field.description));
        return false;
    }
    if (length > field.range.high) {
        complain(raw.place, Message("'{0}' is too long", {name(field.key)}),
                 Message("{0} bytes, at most {1}", {limit(length), limit(field.range.high)}));
        return false;
    }
    if (field.is_name && !raw.text.empty() && refuse_as_name(raw.text, raw.place)) return false;
    if (field.is_department) references_.push_back({raw.text, raw.place});
    value.text = raw.text;
    return true;
}

bool ScenarioReader::read_file(Field const& field, Node const& raw, Value& value) {
    constexpr std::size_t longest_path = 4096;  // bytes
    if (raw.text.empty() || raw.text.size() > longest_path) {
        complain(raw.place, Message("'{0}' is not the name of a file", {name(field.key)}), Message(field.description));
        return false;
    }
    std::filesystem::path const file = folder_ / std::filesystem::path(raw.text);
    if (!allow_outside_ && !lies_below(file, folder_)) {
        complain(raw.place, Message("the file '{0}' lies outside the scenario's folder", {shortened(raw.text)}),
                 "a scenario reads only what lies beside it or below", "move it there, or allow it with --allow-outside");
        return false;
    }
    std::error_code failed;
    if (!std::filesystem::is_regular_file(file, failed)) {
        bool const exists = std::filesystem::exists(file, failed);
        complain(raw.place,
                 Message(exists ? "the file '{0}' is not a file" : "the file '{0}' does not exist", {shortened(raw.text)}),
                 exists ? "it is a folder or a device" : "files are found relative to the scenario",
                 exists ? Message() : similar_file(file));
        return false;
    }
    value.text = raw.text;
    value.file = file;
    return true;
}

bool ScenarioReader::read_choice(Field const& field, Node const& raw, Value& value) {
    auto const found = std::ranges::find(field.choices, raw.text);
    if (found == field.choices.end()) {
        complain(raw.place, Message("unknown {0} '{1}'", {name(field.key), shortened(raw.text)}),
                 Message("known: {0}", {listed(field.choices)}), did_you_mean(raw.text, field.choices));
        return false;
    }
    value.text = raw.text;
    value.choice = std::size_t(found - field.choices.begin());
    return true;
}

bool ScenarioReader::read_flag(Field const& field, Node const& raw, Value& value, Node& understood) {
    static std::vector<std::string_view> const on = {"on", "yes", "true", "On", "Yes", "True", "ON", "YES", "TRUE"};
    static std::vector<std::string_view> const off = {"off", "no", "false", "Off", "No", "False", "OFF", "NO", "FALSE"};
    value.flag = std::ranges::count(on, raw.text) > 0;
    if (!value.flag && std::ranges::count(off, raw.text) == 0) {
        complain(raw.place, Message("'{0}' is '{1}'", {name(field.key), shortened(raw.text)}), "it must be on or off");
        return false;
    }
    understood = scalar(value.flag ? "on" : "off");
    return true;
}

bool ScenarioReader::read_number(Field const& field, Node const& raw, Value& value, Node& understood) {
    if (field.kind == Kind::number) {
        auto number = micropol::read_number(raw, field, problems_);
        if (!number) return false;
        value.number = std::move(*number);
        understood = to_node(value.number);
        return true;
    }
    auto const amount = read_amount(raw, field, problems_);
    if (!amount) return false;
    value.number = {*amount, "", raw.place};
    understood = to_node(*amount);
    if (field.kind == Kind::amount) return true;
    if (*amount != std::trunc(*amount)) {
        complain(raw.place, Message("'{0}' is {1}", {name(field.key), as_written(*amount)}),
                 Message("it must be a whole number from {0}", {limits(field.range, field.unit)}));
        return false;
    }
    value.whole = std::int64_t(*amount);
    understood = scalar(std::to_string(value.whole));
    return true;
}

}  // namespace micropol
