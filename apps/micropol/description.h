#pragma once
// What `micropol describe` says, and its three ways to say it.

#include <string>
#include <utility>
#include <vector>

#include "results/show.h"

namespace micropol::app {

struct Table {
    std::string title;                           // "parameters"; a word, since it is also a key in JSON
    std::vector<std::string> columns;            // "name", "unit", …
    std::vector<std::vector<std::string>> rows;  // [row][column]
};

struct Description {
    std::string heading;
    std::string meaning;
    std::vector<std::pair<std::string, std::string>> facts;  // "phase", "attitude"
    std::vector<Table> tables;
};

// text, markdown or json; text wraps its last column at `width` columns.
[[nodiscard]] std::string tell(Description const& description, Format format, int width);

}  // namespace micropol::app
