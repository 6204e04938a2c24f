#include "results/account.h"
#include "results/escape.h"
#include "results/formats.h"

namespace micropol {

std::string show_markdown(RunSummary const& summary, ShowOptions const& options) {
    Account const account = account_of(summary, detail_of(options.everything));
    std::string text = "# " + markdown_escaped(account.title) + "\n\n";
    for (std::string const& line : account.opening) text += markdown_escaped(line) + "\n\n";
    for (Section const& section : account.sections) {
        if (!section.heading.empty()) text += "## " + markdown_escaped(section.heading) + "\n\n";
        text += "| | " + markdown_escaped(section.note) + " | |\n|---|---:|---|\n";
        for (Line const& line : section.lines)
            text += "| " + markdown_escaped(line.label) + " | " + markdown_escaped(line.value) +
                    (line.mark.empty() ? "" : " " + line.mark) + " | " + markdown_escaped(line.detail) + " |\n";
        text += '\n';
    }
    for (std::size_t k = 0; k < account.closing.size(); ++k)
        text += (k > 0 ? "\n" : "") + markdown_escaped(account.closing[k]) + '\n';
    return text;
}

}  // namespace micropol
