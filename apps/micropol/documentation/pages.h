#pragma once
// The description of the model as Markdown, made from its records. engine/documentation holds a copy: ./dev document.

#include <string>
#include <vector>

#include "interventions/intervention.h"
#include "mechanisms/mechanism.h"

namespace micropol::app {

struct Page {
    std::string file;  // relative to the folder of all: "mechanisms/ties.md"
    std::string text;
};

[[nodiscard]] std::vector<Page> documentation();

// One each.
[[nodiscard]] std::string index_page();
[[nodiscard]] std::string odd_page();
[[nodiscard]] std::string interventions_page();
[[nodiscard]] std::string mechanism_page(std::size_t place);  // in the catalogue

}  // namespace micropol::app
