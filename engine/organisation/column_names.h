#pragma once
// Which column of a file means what: by the name the user gave, else by the known name itself, else by a common synonym.

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "organisation/cell_values.h"
#include "organisation/import.h"
#include "organisation/table.h"

namespace micropol {

// Names a column by what it means; synonyms in the order they are tried.
struct KnownColumn {
    std::string_view name;
    std::vector<std::string_view> synonyms;
    bool numeric = false;
};

// id, name, department, level, manager, tenure, influence_rank, then every trait
[[nodiscard]] std::span<KnownColumn const> people_columns();
inline constexpr std::string_view influence_column = "influence_rank";  // share of all people with less power before the start
[[nodiscard]] std::span<KnownColumn const> tie_columns();               // source, target, weight, kind, trust

// A heading as it is compared: small letters and digits alone; "Vorgesetzte/r" is "vorgesetzter", "ManagerID" "managerid".
[[nodiscard]] std::string compared_heading(std::string_view heading);
// The same without words that say how somebody is named: "Manager employee ID" is "manager".
[[nodiscard]] std::string heading_stem(std::string_view heading);

// The known column of that name or with that synonym; "" if there is none.
[[nodiscard]] std::string_view known_name(std::string_view given, std::span<KnownColumn const> columns);

// What was taken for what.
struct ChosenColumns {
    std::map<std::string, std::size_t> index;            // known column -> column of the table
    bool level_descends = false, level_ascends = false;  // the user wrote "-column" or "+column"
    std::vector<std::size_t> given_name, family_name;    // where no column holds whole names: at most one each
    std::vector<Phrase> warnings;                        // of columns that were not taken, though it seems they should
    [[nodiscard]] bool contains(std::string const& known) const { return index.contains(known); }
};

// `given`: known column -> column of the file; entries about other tables' columns are left alone. A numeric column is
// guessed only if its texts are what it holds: numbers; for levels also codes and words of rank, for tenure also dates.
// "level" takes "-column" where larger numbers are less senior and "+column" where they are more senior. A column named like
// a goal ("status") is one only if at least two goals are there. Of several that could be the manager, the one that names
// most people is; of several departments the first that tells people apart.
[[nodiscard]] ChosenColumns choose_columns(RowTable const& table, std::span<KnownColumn const> known,
                                           std::map<std::string, std::string> const& given, std::vector<Problem>& problems);

// Adds a problem for each key of `given` that is no known column at all.
void check_known(std::map<std::string, std::string> const& given, std::vector<Problem>& problems);

// What to do where no column was taken for that one.
[[nodiscard]] Message name_it_with(std::string const& known);
// "--map manager=Chief" as it is pasted into a shell.
[[nodiscard]] std::string map_option(std::string_view known, std::string_view column);

// "it has a, b and c"; of a wide table the first few and how many there are, those like `wanted` first.
[[nodiscard]] Message columns_of(RowTable const& table, std::string_view wanted);

// [row]
[[nodiscard]] std::vector<std::string> column_texts(RowTable const& table, std::size_t column);

// True for texts that stand for "no value" where a number is asked for: "", "NA", "n/a", "null", "none", "-", "?", "nan", "k. A.".
[[nodiscard]] bool is_missing(std::string_view text);
// True for those that no name is written as: "", "-", "?", "n/a".
[[nodiscard]] bool is_blank_mark(std::string_view text);

}  // namespace micropol
