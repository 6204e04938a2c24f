#include <algorithm>

#include "report/draw_text.h"
#include "report/write.h"
#include "words/number_text.h"
#include "words/plain_text.h"
#include "words/text.h"

namespace micropol {

namespace {

constexpr std::string_view bold = "\x1b[1m", green = "\x1b[32m", red = "\x1b[31m", normal = "\x1b[0m";
constexpr int min_picture = 12, max_picture = 32;  // columns

class TextWriter {
  public:
    TextWriter(Document const& document, TextOptions const& options)
        : document_(document), options_(options), width_(std::max(min_width, options.width)), labels_(label_columns()) {}

    std::string write() {
        if (!document_.stamp.empty()) wrapped("", painted(text_of(document_.stamp), bold), 0);
        wrapped("", painted(text_of(document_.title), bold), 0);
        if (!document_.question.empty()) wrapped("", text_of(document_.question), 0);
        paragraphs(document_.opening);
        if (document_.verdict_in_terminal == VerdictPlace::before_sections) verdict();
        for (Section const& section : document_.sections)
            if (section.medium != Medium::page) add(section);
        if (document_.verdict_in_terminal == VerdictPlace::after_sections) verdict();
        text_ += '\n';
        paragraphs(document_.closing);
        return std::move(text_);
    }

  private:
    [[nodiscard]] std::string text_of(Phrase const& phrase) const {
        return to_text(phrase, {options_.language, document_.currency});
    }
    [[nodiscard]] std::string painted(std::string const& text, std::string_view with) const {
        return options_.colour && !with.empty() ? std::string(with) + text + std::string(normal) : text;
    }
    void wrapped(std::string const& start, std::string_view text, int indent) {
        text_ += wrapped_lines(start, text, indent, width_);
    }
    void paragraphs(std::vector<Paragraph> const& all) {
        for (Paragraph const& one : all) wrapped("", text_of(one.text), 0);
    }
    void verdict() {
        if (document_.verdict.empty()) return;
        text_ += '\n';
        paragraphs(document_.verdict);
    }

    // Labels of all facts stand in one column.
    [[nodiscard]] int label_columns() const {
        int columns = 0;
        for (Section const& section : document_.sections)
            for (Element const& element : section.elements)
                if (auto const* facts = std::get_if<Facts>(&element.what); facts && shows(section, element)) {
                    columns = std::max(columns, columns_of(text_of(section.heading)));
                    for (Fact const& line : facts->lines)
                        columns = std::max(columns, columns_of(text_of(line.label)) + (section.heading.empty() ? 0 : 2));
                }
        return std::min(columns, width_ / 2);
    }
    [[nodiscard]] static bool shows(Section const& section, Element const& element) {
        auto const* figure = std::get_if<Figure>(&element.what);
        return section.medium != Medium::page && element.medium != Medium::page && (!figure || figure->in_terminal);
    }

    void add(Section const& section) {
        auto const first = std::ranges::find_if(section.elements,
                                                [&](Element const& element) { return shows(section, element); });
        if (first == section.elements.end()) return;
        indent_ = section.heading.empty() ? 0 : 2;
        bool const headed_by_facts = std::holds_alternative<Facts>(first->what);
        if (!headed_by_table(*first)) {
            if (headed_by_facts || !section.heading.empty()) text_ += '\n';
            if (!section.heading.empty() && !headed_by_facts) wrapped("", painted(text_of(section.heading), bold), 2);
        }
        for (Element const& element : section.elements)
            if (shows(section, element)) std::visit([&](auto const& one) { add(one, section); }, element.what);
    }
    // A table without a caption says the heading of its section, with its note.
    [[nodiscard]] static bool headed_by_table(Element const& element) {
        auto const* figure = std::get_if<Figure>(&element.what);
        auto const* table = figure ? &figure->table : std::get_if<Table>(&element.what);
        return table && table->caption.empty();
    }

    void add(Paragraph const& paragraph, Section const&) {
        wrapped(std::string(std::size_t(indent_), ' '), text_of(paragraph.text), indent_);
    }
    void add(List const& list, Section const&) {
        for (Phrase const& item : list.items) wrapped(std::string(std::size_t(indent_), ' ') + "- ", text_of(item), indent_ + 2);
    }

    // Labels in one column, values in the next; what does not fit goes on below the values.
    void add(Facts const& facts, Section const& section) {
        if (indent_ > 0)
            wrapped(painted(fitted(text_of(section.heading), labels_), bold) + "  ", text_of(facts.note), labels_ + 2);
        int values = 0;
        for (Fact const& line : facts.lines) values = std::max(values, columns_of(text_of(line.value)));
        for (Fact const& line : facts.lines) {
            std::string const mark(line.mark), detail = text_of(line.detail);
            std::string const shown = mark.empty() ? "" : painted(mark, mark == "▲" ? green : mark == "▼" ? red : "") + "  ";
            wrapped(std::string(std::size_t(indent_), ' ') + fitted(text_of(line.label), labels_ - indent_) + "  " +
                        fitted(text_of(line.value), values) + "  " + shown,
                    detail.empty() ? "" : "(" + detail + ")", labels_ + 2);
        }
    }

    void add(Entries const& entries, Section const&) {
        int labels = 0;
        for (Entry const& entry : entries.entries) labels = std::max(labels, columns_of(text_of(entry.label)));
        std::string const start(std::size_t(indent_), ' ');
        for (Entry const& entry : entries.entries)
            wrapped(start + fitted(text_of(entry.label), labels) + "  ", text_of(entry.text), labels + indent_ + 2);
    }

    void add(Table const& table, Section const& section) {
        text_ += '\n';
        std::string const caption = text_of(table.caption.empty() ? section.heading : table.caption), note = text_of(table.note);
        if (!caption.empty()) wrapped("", painted(caption, bold) + (note.empty() ? "" : " (" + note + ")"), 2);
        text_ += table_text(cells_of(table), width_);
    }

    // Headings and rows; intervals in one more column where there is room for it.
    [[nodiscard]] TextTable cells_of(Table const& table) const {
        TextTable cells;
        for (Phrase const& column : table.columns) cells.columns.push_back(text_of(column));
        for (auto const& row : table.rows) {
            auto& its = cells.rows.emplace_back();
            for (Phrase const& cell : row) its.push_back(text_of(cell));
        }
        int const left = std::min(max_picture, width_ - width_of(cells, width_) - 2);
        if (table.intervals.empty() || left < min_picture) return cells;
        TextAxis const axis = axis_of(table.intervals, left);
        cells.columns.push_back(ends_of(axis, table.interval_unit, table.intervals_are_changes, options_.language));
        for (std::size_t k = 0; k < cells.rows.size(); ++k) cells.rows[k].push_back(draw_interval(table.intervals[k], axis));
        return cells;
    }

    void add(Figure const& figure, Section const& section) {
        if (auto const* scatter = std::get_if<ScatterFigure>(&figure.data)) {
            add(figure.table, section);
            text_ += '\n';
            wrapped("", text_of(scatter->axes), 0);
            text_ += draw_scatter(*scatter, width_, {options_.language, document_.currency});
        } else {
            add(figure.table, section);
        }
    }

    void add(Code const& code, Section const&) {
        text_ += '\n';
        if (!code.heading.empty()) wrapped("", text_of(code.heading), 0);
        text_ += code.text;
    }

    Document const& document_;
    TextOptions options_;
    int width_, labels_, indent_ = 0;
    std::string text_;
};

}  // namespace

std::string write_text(Document const& document, TextOptions const& options) { return TextWriter(document, options).write(); }

}  // namespace micropol
