#pragma once
// What all pages are made of: names in code, works of the literature, tables of parameters, and texts with gaps.

#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "micropol/description.h"
#include "micropol/records.h"

namespace micropol::app {

[[nodiscard]] std::string code(std::string_view name);                    // `name`
[[nodiscard]] std::string code_of(std::span<Column const> columns);       // `belief`, `stake`
[[nodiscard]] std::string joined(std::vector<std::string> const& parts);  // with commas
[[nodiscard]] std::string paragraph(std::string_view text);               // broken into lines, and an empty one after it
[[nodiscard]] std::string bullet(std::string const& text);                // likewise, "- " before it
[[nodiscard]] std::string section(std::string const& heading, std::string const& text);  // nothing where there is no text

// "Friedkin & Johnsen 1990", "Brown et al. 2024".
[[nodiscard]] std::string short_name(Source const& source);
// The same by its key; the word assumed stays. Throws std::logic_error for a key that is not in the list.
[[nodiscard]] std::string cited(std::string_view key);
[[nodiscard]] std::string reference(Source const& source);  // a bullet

// Rows under name, unit, usual, range, meaning, source.
[[nodiscard]] std::vector<std::string> row_of(ParameterSpec const& spec, std::string_view before = "");
[[nodiscard]] std::string parameter_table(std::vector<std::vector<std::string>> rows);
[[nodiscard]] std::string parameter_table(std::span<ParameterSpec const> specs);

// What stands in a gap such as {settings}, by name.
using Parts = std::map<std::string, std::function<std::string()>, std::less<>>;
// Fills the gaps; one that no part fills is the key of a source: {grimm_2020}. Throws std::logic_error where that is not so.
[[nodiscard]] std::string fill_gaps(std::string_view text, Parts const& parts);

}  // namespace micropol::app
