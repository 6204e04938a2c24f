#pragma once
// What `micropol describe` says, and its three ways to say it.

#include <string>
#include <utility>
#include <vector>

#include "micropol/show.h"

namespace micropol::app {

struct Table {
    std::string title;                           // "parameters"; a word, since it is also a key in JSON
    std::vector<std::string> columns;            // "name", "unit", …
    std::vector<std::vector<std::string>> rows;  // [row][column]
};

struct Description {
    std::string heading;
    std::string meaning;
    std::vector<std::pair<std::string, std::string>> facts;  // "unit", "share"
    std::vector<Table> tables;
};

// text, markdown, csv (only the tables) or json; text wraps its last column at `width` columns. Several follow one another and are a list in JSON.
[[nodiscard]] std::string tell(std::vector<Description> const& descriptions, Format format, int width);

// The rows under the names of the columns.
[[nodiscard]] std::string markdown_table(Table const& table);
// Breaks between words; later lines begin with `indent` spaces.
[[nodiscard]] std::string wrapped(std::string const& text, std::size_t indent, std::size_t width);

}  // namespace micropol::app
