#pragma once
// Findings as English text, to be looked at sentence by sentence.

#include <string>
#include <vector>

#include "findings/document.h"
#include "words/text.h"

namespace micropol {

inline std::vector<std::string> in_english(std::vector<Phrase> const& sentences) {
    std::vector<std::string> texts;
    for (Phrase const& sentence : sentences) texts.push_back(to_text(sentence, Language::english));
    return texts;
}

inline std::vector<std::string> headings_of(Document const& document, Medium medium) {
    std::vector<std::string> headings;
    for (Section const& section : document.sections)
        if (section.medium == Medium::everywhere || section.medium == medium)
            headings.push_back(to_text(section.heading, Language::english));
    return headings;
}

// The table of a section, also where a figure stands in front of it; empty where there is none.
inline Table table_of(Document const& document, std::string_view heading, Medium medium = Medium::page) {
    for (Section const& section : document.sections) {
        if (to_text(section.heading, Language::english) != heading) continue;
        for (Element const& element : section.elements) {
            if (element.medium != Medium::everywhere && element.medium != medium) continue;
            if (auto const* table = std::get_if<Table>(&element.what)) return *table;
            if (auto const* figure = std::get_if<Figure>(&element.what)) return figure->table;
        }
    }
    return {};
}

inline std::vector<std::string> column_of(Table const& table, std::size_t column) {
    std::vector<std::string> cells;
    for (auto const& row : table.rows) cells.push_back(to_text(row.at(column), Language::english));
    return cells;
}

}  // namespace micropol
