#include "results/account.h"
#include "results/formats.h"

namespace micropol {

namespace {

// Names stay names: nothing in them starts a cell, a tag, a link or emphasis.
std::string escaped(std::string_view text) {
    std::string result;
    for (char const c : text) {
        if (std::string_view("\\`*_{}[]<>#|~&").find(c) != std::string_view::npos) result += '\\';
        result += c;
    }
    return result;
}

}  // namespace

std::string show_markdown(RunSummary const& summary, ShowOptions const& options) {
    Account const account = account_of(summary, options.everything ? Detail::everything : Detail::usual);
    std::string text = "# " + escaped(account.title) + "\n\n";
    for (std::string const& line : account.opening) text += escaped(line) + "\n\n";
    for (Section const& section : account.sections) {
        if (!section.heading.empty()) text += "## " + escaped(section.heading) + "\n\n";
        text += "| | " + escaped(section.note) + " | |\n|---|---:|---|\n";
        for (Line const& line : section.lines)
            text += "| " + escaped(line.label) + " | " + escaped(line.value) + (line.mark.empty() ? "" : " " + line.mark) +
                    " | " + escaped(line.detail) + " |\n";
        text += '\n';
    }
    for (std::size_t k = 0; k < account.closing.size(); ++k) text += (k > 0 ? "\n" : "") + escaped(account.closing[k]) + '\n';
    return text;
}

}  // namespace micropol
