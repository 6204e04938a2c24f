#include "live/engine/section_json.h"

#include "base/overloaded.h"
#include "report/figure_json.h"
#include "words/text.h"

namespace micropol::live {

namespace {

Json texts(std::vector<Phrase> const& phrases, Wording wording) {
    Json all = Json::array();
    for (Phrase const& phrase : phrases) all.push_back(to_text(phrase, wording));
    return all;
}

Json table_json(Table const& table, Wording wording) {
    Json rows = Json::array();
    for (auto const& row : table.rows) rows.push_back(texts(row, wording));
    return {{"caption", to_text(table.caption, wording)},
            {"note", to_text(table.note, wording)},
            {"columns", texts(table.columns, wording)},
            {"rows", rows}};
}

}  // namespace

Json json_of(Section const& section, Wording wording) {
    Json parts = Json::array();
    for (Element const& element : section.elements) {
        if (element.medium == Medium::terminal) continue;
        std::visit(
            Overloaded{[&](Paragraph const& paragraph) {
                           parts.push_back({{"kind", "text"}, {"text", to_text(paragraph.text, wording)}});
                       },
                       [&](Table const& table) {
                           parts.push_back({{"kind", "table"}, {"table", table_json(table, wording)}});
                       },
                       [&](Figure const& figure) {
                           parts.push_back({{"kind", "figure"},
                                            {"chart", {{"kind", kind_of(figure.data)}, {"data", json_of(figure.data, wording)}}},
                                            {"description", to_text(figure.description, wording)},
                                            {"table", table_json(figure.table, wording)}});
                       },
                       [](auto const&) {}},
            element.what);
    }
    return {{"id", section.id}, {"heading", to_text(section.heading, wording)}, {"parts", parts}};
}

}  // namespace micropol::live
