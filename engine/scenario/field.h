#pragma once
// A field of the scenario format. The tree of fields (format.h) generates the reader, the defaults, the schema and the
// documentation.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/node.h"
#include "scenario/scenario.h"

namespace micropol {

enum class Kind {
    text,
    file,    // below the scenario's folder
    flag,    // on or off
    whole,   // a whole number
    amount,  // a number that is certain
    number,  // a number or a distribution, perhaps with a source
    choice,  // one of several words
    list,
    group,  // keys that the format knows
    named,  // keys that the user makes up
};

// What was read at a field.
struct Value {
    std::string name;  // of the entry of a named field that it belongs to
    std::string text;  // text, file as written, choice
    std::filesystem::path file;
    std::int64_t whole = 0;
    bool flag = false;
    std::size_t choice = 0;  // position among the choices
    Number number;           // number, amount
    bool given = false;      // by the user, and not just the usual value repeated
    Place place;
};

struct Field {
    std::string key{};  // of an entry of a list or named field: what one of them is called
    Kind kind = Kind::group;
    std::string description{};
    bool required = false;
    std::optional<Node> default_value{};  // taken where the user gives nothing; without one, nothing is stored
    Unit unit = Unit::one;                // of numbers
    Range range{0, 0};                    // of numbers; of text, its length; of lists and named fields, the number of entries
    Range plausible{0, 0};                // of numbers of the model
    std::string source{};                 // of the usual value
    std::vector<std::string> choices{};
    std::vector<Field> fields{};  // of a group; of a list or named field, the one field that every entry has
    struct Variant {
        std::string choice;  // of the group's first field
        std::vector<Field> fields;
    };
    std::vector<Variant> variants{};  // of a group: the fields that depend on its first field

    bool identifies = false;                   // differs among the entries of a list; --set finds them by it
    bool is_name = false;                      // text on one line, not blank
    bool is_department = false;                // text that names a department of the organisation
    bool all_allowed = false;                  // of a list: the word `all` stands for everything, an empty list is a mistake
    bool only_if_given = false;                // of a group: without it, not even its usual values are stored
    bool described_elsewhere = false;          // the same shape as a field before: documentation need not repeat it
    std::string single_means{}, list_means{};  // of a group: the field that a bare value, or a list, stands for

    // Puts the value into the scenario; of groups, lists and entries, before their fields. Fields come in the order of the
    // format, whatever the order in the file.
    std::function<void(Scenario&, Value const&)> store{};

    [[nodiscard]] bool is_single() const { return kind != Kind::group && kind != Kind::list && kind != Kind::named; }
    [[nodiscard]] bool is_numeric() const { return kind == Kind::whole || kind == Kind::amount || kind == Kind::number; }
    [[nodiscard]] Field const* find(std::string_view name) const;  // among the fields of a group
};

// A field for a number of the model.
[[nodiscard]] Field number_field(ParameterSpec const& spec, std::function<void(Scenario&, Value const&)> store);

// a default as a scenario would write it.
[[nodiscard]] Node to_default(Distribution const& value, std::string_view source);

// The fields of a group, those of its variant included.
[[nodiscard]] std::vector<Field const*> fields_of(Field const& group, Node const& raw);

// A group as written, with its short form spelled out: `off` as `{on: off}`.
[[nodiscard]] Node spelled_out(Field const& field, Node const& raw);

// For descriptions: "1,040", "0.3"
[[nodiscard]] std::string shown(double value);
// "0 to 1", "1 to 100,000"; one number where the range is just that.
[[nodiscard]] std::string shown(Range range);
// ", unit weeks"; empty for pure numbers.
[[nodiscard]] std::string unit_phrase(Unit unit);

// For messages: the same as each language writes it.
[[nodiscard]] Phrase limit(double value);
[[nodiscard]] Phrase limits(Range range);
[[nodiscard]] Phrase limits(Range range, Unit unit);
// A number that somebody has written, with the point of a file.
[[nodiscard]] Phrase as_written(double value);

}  // namespace micropol
