#include "report/pptx_shapes.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "report/chart.h"
#include "words/plain_text.h"

namespace micropol {

namespace {

constexpr long long emu = 12'700;             // to a point: the unit of the standard
constexpr double letter = 0.52, line = 1.22;  // of the size: width of a letter, height of a line
constexpr int cell_margin = 5, row_margin = 6, most_lines_of_a_cell = 3;

int letters_in(int width, double size) { return std::max(4, int(width / (size * letter))); }

std::size_t longest_word(std::string_view text) {
    std::size_t longest = 0;
    for (std::size_t from = 0; from < text.size();) {
        std::size_t const to = std::min(text.find(' ', from), text.size());
        longest = std::max(longest, std::size_t(columns_of(text.substr(from, to - from))));
        from = to + 1;
    }
    return longest;
}

constexpr std::size_t longest_word_of_a_cell = 26, widest_cell = 40, least_columns = 2;
constexpr double sizes_of_tables[] = {11.0, 10.0, 9.0};

// [column] letters of the longest word, at most so many.
std::vector<std::size_t> words_of(SlideTable const& table) {
    std::vector<std::size_t> words(table.heads.size(), 3);
    auto const look = [&](std::vector<std::string> const& row) {
        for (std::size_t k = 0; k < row.size() && k < words.size(); ++k)
            words[k] = std::max(words[k], std::min(longest_word(row[k]), longest_word_of_a_cell));
    };
    look(table.heads);
    for (std::size_t& word : words) ++word;  // they are bold
    for (auto const& row : table.rows) look(row);
    return words;
}

struct Widths {
    std::vector<int> columns;
    bool hold_words = false;  // none is broken
    bool hold_cells = false;  // none takes a second line, but the longest
};

// As wide as the longest words, and what is left where there is more to say.
Widths widths_of(SlideTable const& table, int width) {
    std::vector<std::size_t> const words = words_of(table);
    std::vector<double> least, more(words.size(), 0);
    double least_of_all = 0, more_of_all = 0;
    double const letter_width = table.size * letter;
    for (std::size_t k = 0; k < words.size(); ++k) {
        least.push_back(double(words[k] + 1) * letter_width + 2 * cell_margin);
        for (auto const& row : table.rows) {  // heads may take several lines
            auto const letters = std::min(std::size_t(columns_of(row[k])), widest_cell);
            more[k] = std::max(more[k], letters > words[k] ? double(letters - words[k]) * letter_width : 0.0);
        }
        least_of_all += least[k], more_of_all += more[k];
    }
    double const scale = least_of_all > width ? width / least_of_all : 1, rest = std::max(0.0, width - least_of_all);
    Widths widths{.columns = {}, .hold_words = least_of_all <= width, .hold_cells = least_of_all + more_of_all <= width};
    for (std::size_t k = 0; k < words.size(); ++k) {
        double const share = more_of_all > 0 ? more[k] / more_of_all : 1.0 / double(words.size());
        double const wanted = widths.hold_cells ? more[k] + (rest - more_of_all) / double(words.size()) : rest * share;
        widths.columns.push_back(int(least[k] * scale + wanted));
    }
    return widths;
}

int height_of_row(std::vector<std::string> const& row, std::vector<int> const& widths, double size) {
    int lines = 1;
    for (std::size_t k = 0; k < row.size() && k < widths.size(); ++k)
        lines = std::max(lines, std::min(most_lines_of_a_cell, lines_of(row[k], size, widths[k] - 2 * cell_margin)));
    return int(std::ceil(lines * size * line)) + row_margin;
}

bool has_heads(SlideTable const& table) {
    return std::ranges::any_of(table.heads, [](std::string const& head) { return !head.empty(); });
}

// The last ones, until no word has to be broken in the smallest size.
void leave_out_columns(SlideTable& table, int width) {
    table.size = *std::ranges::min_element(sizes_of_tables);
    while (table.heads.size() > least_columns && !widths_of(table, width).hold_words) {
        table.heads.pop_back();
        for (auto& row : table.rows) row.pop_back();
        ++table.columns_left_out;
    }
}

}  // namespace

int lines_of(std::string_view text, double size, int width) {
    int const letters = letters_in(width, size);
    int lines = 1, used = 0;
    for (std::size_t from = 0; from < text.size();) {
        std::size_t const to = std::min(text.find(' ', from), text.size());
        int const word = columns_of(text.substr(from, to - from));
        if (used > 0 && used + 1 + word > letters) ++lines, used = 0;
        used += (used > 0 ? 1 : 0) + word;
        for (; used > letters; used -= letters) ++lines;
        from = to + 1;
    }
    return lines;
}

int height_of(std::vector<TextRun> const& paragraphs, int width) {
    double height = 0;
    for (TextRun const& run : paragraphs)
        height += lines_of(run.text, run.size, width - (run.bullet ? 14 : 0)) * run.size * line + 4;
    return int(std::ceil(height));
}

std::vector<TextRun> fitting(std::vector<TextRun> paragraphs, int width, int height) {
    std::vector<TextRun> fit;
    for (TextRun& run : paragraphs) {
        fit.push_back(run);
        if (height_of(fit, width) <= height) continue;
        fit.pop_back();
        int const lines = int((height - height_of(fit, width) - 4) / (run.size * line));
        if (lines < 1) break;
        run.text = shortened(run.text, std::size_t(lines * letters_in(width, run.size) * 9 / 10));
        fit.push_back(std::move(run));
        break;
    }
    return fit;
}

SlideTable fitting(SlideTable table, Box const& box) {
    for (auto& row : table.rows) row.resize(table.heads.size());
    leave_out_columns(table, box.width);
    SlideTable const whole = table;
    std::optional<SlideTable> broken;  // every row fits, with cells of two lines
    for (double const size : sizes_of_tables) {
        table = whole, table.size = size;
        Widths const widths = widths_of(table, box.width);
        auto const cut = [&](std::vector<std::string>& row) {
            for (std::size_t k = 0; k < row.size(); ++k)
                row[k] = shortened(row[k],
                                   std::size_t(letters_in(widths.columns[k] - 2 * cell_margin, size)) * most_lines_of_a_cell);
        };
        cut(table.heads);
        int height = has_heads(table) ? height_of_row(table.heads, widths.columns, size) : 0;
        std::size_t fit = 0;
        for (; fit < table.rows.size(); ++fit) {
            cut(table.rows[fit]);
            height += height_of_row(table.rows[fit], widths.columns, size);
            if (height > box.height) break;
        }
        bool const is_whole = fit == table.rows.size();
        if (is_whole && widths.hold_cells) return table;
        if (is_whole && widths.hold_words && !broken) broken = table;
        table.rows_left_out = table.rows.size() - fit;
        table.rows.resize(fit);
    }
    return broken ? *broken : table;
}

void SlideShapes::properties(std::string_view name, std::string_view description) {
    ++shapes_;
    if (description.empty())
        xml_.empty("p:cNvPr", {{"id", shapes_}, {"name", name}});
    else
        xml_.empty("p:cNvPr", {{"id", shapes_}, {"name", name}, {"descr", description}});
}

void SlideShapes::place(std::string_view element, Box const& box) {
    xml_.open(element);
    xml_.empty("a:off", {{"x", box.left * emu}, {"y", box.top * emu}});
    xml_.empty("a:ext", {{"cx", box.width * emu}, {"cy", box.height * emu}});
    xml_.close();
}

void SlideShapes::paragraph(TextRun const& run) {
    std::string_view const language = language_ == Language::german ? "de-DE" : "en-GB";
    xml_.open("a:p");
    if (run.bullet) {
        xml_.open("a:pPr", {{"marL", 14 * emu}, {"indent", -14 * emu}})
            .open("a:spcAft")
            .empty("a:spcPts", {{"val", 400}})
            .close();
        xml_.empty("a:buFont", {{"typeface", "Arial"}}).empty("a:buChar", {{"char", "•"}}).close();
    } else {
        xml_.open("a:pPr").open("a:spcAft").empty("a:spcPts", {{"val", 400}}).close().empty("a:buNone").close();
    }
    if (run.is_number)
        xml_.open("a:fld", {{"id", "{6D696372-6F70-4F4C-8000-000000000001}"}, {"type", "slidenum"}});
    else
        xml_.open("a:r");
    xml_.open("a:rPr", {{"lang", language}, {"sz", int(run.size * 100)}, {"b", run.bold ? 1 : 0}});
    xml_.open("a:solidFill").empty("a:schemeClr", {{"val", run.colour}}).close().close();
    xml_.leaf("a:t", run.text).close().close();
}

void SlideShapes::text(Box const& box, std::string_view name, std::vector<TextRun> const& paragraphs,
                       std::string_view placeholder) {
    xml_.open("p:sp").open("p:nvSpPr");
    properties(name);
    if (placeholder.empty())
        xml_.empty("p:cNvSpPr", {{"txBox", 1}}).open("p:nvPr");
    else
        xml_.open("p:cNvSpPr").empty("a:spLocks", {{"noGrp", 1}}).close().open("p:nvPr");
    if (!placeholder.empty()) xml_.empty("p:ph", {{"type", placeholder}});
    xml_.close().close();
    xml_.open("p:spPr");
    place("a:xfrm", box);
    xml_.open("a:prstGeom", {{"prst", "rect"}}).empty("a:avLst").close().empty("a:noFill").close();
    xml_.open("p:txBody");
    xml_.open("a:bodyPr", {{"wrap", "square"}, {"lIns", 0}, {"tIns", 0}, {"rIns", 0}, {"bIns", 0}, {"anchor", "t"}});
    xml_.empty("a:normAutofit").close().empty("a:lstStyle");
    for (TextRun const& run : paragraphs) paragraph(run);
    if (paragraphs.empty()) xml_.empty("a:p");
    xml_.close().close();
}

void SlideShapes::table(Box const& box, std::string_view name, SlideTable const& table) {
    std::vector<int> const widths = widths_of(table, box.width).columns;
    xml_.open("p:graphicFrame").open("p:nvGraphicFramePr");
    properties(name);
    xml_.open("p:cNvGraphicFramePr").empty("a:graphicFrameLocks", {{"noGrp", 1}}).close().empty("p:nvPr").close();
    place("p:xfrm", box);
    xml_.open("a:graphic").open("a:graphicData", {{"uri", "http://schemas.openxmlformats.org/drawingml/2006/table"}});
    xml_.open("a:tbl").empty("a:tblPr", {{"firstRow", has_heads(table) ? 1 : 0}}).open("a:tblGrid");
    for (int const width : widths) xml_.empty("a:gridCol", {{"w", width * emu}});
    xml_.close();
    auto const row = [&](std::vector<std::string> const& cells, bool is_head) {
        xml_.open("a:tr", {{"h", height_of_row(cells, widths, table.size) * emu}});
        for (std::string const& cell : cells) {
            xml_.open("a:tc").open("a:txBody").empty("a:bodyPr").empty("a:lstStyle");
            xml_.open("a:p").open("a:r");
            xml_.open("a:rPr", {{"lang", language_ == Language::german ? "de-DE" : "en-GB"},
                                {"sz", int(table.size * 100)},
                                {"b", is_head ? 1 : 0}});
            xml_.open("a:solidFill").empty("a:schemeClr", {{"val", is_head ? "tx2" : "tx1"}}).close().close();
            xml_.leaf("a:t", cell).close().close().close();
            xml_.open("a:tcPr", {{"marL", cell_margin * emu},
                                 {"marR", cell_margin * emu},
                                 {"marT", row_margin * emu / 2},
                                 {"marB", row_margin * emu / 2},
                                 {"anchor", is_head ? "b" : "t"}});
            for (char const* side : {"a:lnL", "a:lnR", "a:lnT"}) xml_.open(side, {{"w", 0}}).empty("a:noFill").close();
            xml_.open("a:lnB", {{"w", is_head ? 12'700 : 6'350}}).open("a:solidFill");
            xml_.empty("a:schemeClr", {{"val", is_head ? "accent6" : "bg2"}}).close().close();
            xml_.empty("a:noFill").close().close();
        }
        xml_.close();
    };
    if (has_heads(table)) row(table.heads, true);
    for (auto const& cells : table.rows) row(cells, false);
    xml_.close().close().close().close();
}

void SlideShapes::chart(Box const& box, std::string_view name, std::string_view description, std::string_view relationship) {
    xml_.open("p:graphicFrame").open("p:nvGraphicFramePr");
    properties(name, description);
    xml_.open("p:cNvGraphicFramePr").close().empty("p:nvPr").close();
    place("p:xfrm", box);
    constexpr char const* charts = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    xml_.open("a:graphic").open("a:graphicData", {{"uri", charts}});
    xml_.empty("c:chart", {{"xmlns:c", charts}, {"r:id", relationship}});
    xml_.close().close().close();
}

}  // namespace micropol
