#pragma once
// Which column of a file means what: by the name the user gave, else by the known name itself, else by a common synonym.

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "organisation/import.h"
#include "organisation/table.h"

namespace micropol {

// Names a column by what it means; synonyms in the order they are tried.
struct KnownColumn {
    std::string_view name;
    std::vector<std::string_view> synonyms;
    bool numeric = false;
};

[[nodiscard]] std::span<KnownColumn const> people_columns();  // id, name, department, level, manager, tenure, then every trait
[[nodiscard]] std::span<KnownColumn const> tie_columns();     // source, target, weight, kind, trust

// The known column of that name or with that synonym; "" if there is none.
[[nodiscard]] std::string_view known_name(std::string_view name, std::span<KnownColumn const> columns);

// What was taken for what.
struct ChosenColumns {
    std::map<std::string, std::size_t> index;            // known column -> column of the table
    bool level_descends = false, level_ascends = false;  // the user wrote "-column" or "+column"
    [[nodiscard]] bool contains(std::string const& known) const { return index.contains(known); }
};

// `given`: known column -> column of the file; entries about other tables' columns are left alone. A numeric column is
// guessed from a synonym only if all its texts are numbers. "level" takes "-column" where larger numbers are less senior and
// "+column" where they are more senior. A column named like a goal ("status") is one only if at least two goals are there.
[[nodiscard]] ChosenColumns choose_columns(RowTable const& table, std::span<KnownColumn const> known,
                                           std::map<std::string, std::string> const& given, std::vector<Problem>& problems);

// Adds a problem for each key of `given` that is no known column at all.
void check_known(std::map<std::string, std::string> const& given, std::vector<Problem>& problems);

// What to do where no column was taken for that one.
[[nodiscard]] Message name_it_with(std::string const& known);

// True for texts that stand for "no value": "", "NA", "N/A", "null", "none", "-".
[[nodiscard]] bool is_missing(std::string_view text);
// The number that the whole text is; empty if it is none. Infinite and NaN are numbers here.
[[nodiscard]] std::optional<double> number_in(std::string_view text);

}  // namespace micropol
