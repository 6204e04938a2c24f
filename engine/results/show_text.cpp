#include <algorithm>

#include "results/account.h"
#include "results/formats.h"
#include "results/text_lines.h"
#include "results/wording.h"

namespace micropol {

namespace {

class Page {
  public:
    explicit Page(ShowOptions const& options) : colour_(options.colour), width_(std::max(min_width, options.width)) {}

    void title(std::string const& text) { wrapped("", painted(text, paint::bold), 0); }
    void paragraph(std::string const& text) { wrapped("", text, 0); }
    void blank() { text_ += '\n'; }

    // Labels in one column, values in the next; what does not fit goes on below the values.
    void section(Section const& section, int labels) {
        int const indent = section.heading.empty() ? 0 : 2;
        if (indent > 0) wrapped(painted(fitted(section.heading, labels), paint::bold) + "  ", section.note, labels + 2);
        int values = 0;
        for (Line const& line : section.lines) values = std::max(values, columns_of(line.value));
        for (Line const& line : section.lines) {
            std::string const mark = line.mark.empty() ? ""
                                                       : painted(line.mark, line.mark == "▲"   ? paint::green
                                                                            : line.mark == "▼" ? paint::red
                                                                                               : "") +
                                                             "  ";
            wrapped(std::string(std::size_t(indent), ' ') + fitted(line.label, labels - indent) + "  " +
                        fitted(line.value, values) + "  " + mark,
                    line.detail.empty() ? "" : "(" + line.detail + ")", labels + 2);
        }
    }

    [[nodiscard]] std::string take() { return std::move(text_); }

  private:
    [[nodiscard]] std::string painted(std::string_view text, std::string_view with) const {
        return colour_ ? painted_text(text, with) : std::string(text);
    }

    void wrapped(std::string const& start, std::string_view text, int indent) {
        text_ += wrapped_lines(start, text, indent, width_);
    }

    bool colour_;
    int width_;
    std::string text_;
};

int label_columns(Account const& account, int width) {
    int columns = 0;
    for (Section const& section : account.sections) {
        columns = std::max(columns, columns_of(section.heading));
        for (Line const& line : section.lines)
            columns = std::max(columns, columns_of(line.label) + (section.heading.empty() ? 0 : 2));
    }
    return std::min(columns, std::max(min_width, width) / 2);
}

}  // namespace

std::string show_text(RunSummary const& summary, ShowOptions const& options) {
    Account const account = account_of(summary, detail_of(options.everything));
    int const labels = label_columns(account, options.width);
    Page page(options);
    page.title(account.title);
    for (std::string const& line : account.opening) page.paragraph(line);
    for (Section const& section : account.sections) {
        page.blank();
        page.section(section, labels);
    }
    page.blank();
    for (std::string const& line : account.closing) page.paragraph(line);
    return page.take();
}

}  // namespace micropol
