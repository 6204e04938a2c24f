#include <algorithm>

#include "results/account.h"
#include "results/formats.h"
#include "results/wording.h"

namespace micropol {

namespace {

constexpr std::string_view bold = "\x1b[1m", green = "\x1b[32m", red = "\x1b[31m", usual = "\x1b[0m";
constexpr int narrowest = 40;

class Page {
  public:
    explicit Page(ShowOptions const& options) : colour_(options.colour), width_(std::max(narrowest, options.width)) {}

    void title(std::string const& text) { wrapped("", painted(text, bold), 0); }
    void paragraph(std::string const& text) { wrapped("", text, 0); }
    void blank() { text_ += '\n'; }

    // Labels in one column, values in the next; what does not fit goes on below the values.
    void section(Section const& section, int labels) {
        int const indent = section.heading.empty() ? 0 : 2;
        if (indent > 0) wrapped(painted(fitted(section.heading, labels), bold) + "  ", section.note, labels + 2);
        int values = 0;
        for (Line const& line : section.lines) values = std::max(values, columns_of(line.value));
        for (Line const& line : section.lines) {
            std::string const mark = line.mark.empty() ? ""
                                                       : painted(line.mark, line.mark == "▲"   ? green
                                                                            : line.mark == "▼" ? red
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
        if (!colour_ || with.empty()) return std::string(text);
        return std::string(with) + std::string(text) + std::string(usual);
    }

    // Words after a start, on as many lines as they need; later lines begin after so many spaces.
    void wrapped(std::string const& start, std::string_view text, int indent) {
        std::string line = start;
        for (bool first = true; !text.empty(); first = false) {
            std::string_view const word = text.substr(0, text.find(' '));
            text.remove_prefix(std::min(text.size(), word.size() + 1));
            if (columns_without_colour(line) + (first ? 0 : 1) + columns_without_colour(std::string(word)) > width_ &&
                line.find_first_not_of(' ') != std::string::npos) {
                end(line);
                line = std::string(std::size_t(indent), ' ');
            } else if (!first) {
                line += ' ';
            }
            line += word;
        }
        end(line);
    }

    void end(std::string line) {
        line.erase(line.find_last_not_of(' ') + 1);
        text_ += line + '\n';
    }

    static int columns_without_colour(std::string line) {
        for (auto start = line.find('\x1b'); start != std::string::npos; start = line.find('\x1b'))
            line.erase(start, line.find('m', start) + 1 - start);
        return columns_of(line);
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
    return std::min(columns, std::max(narrowest, width) / 2);
}

}  // namespace

std::string show_text(RunSummary const& summary, ShowOptions const& options) {
    Account const account = account_of(summary, options.everything ? Detail::everything : Detail::usual);
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
