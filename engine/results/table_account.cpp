#include "results/table_account.h"

#include "results/escape.h"
#include "results/text_lines.h"

namespace micropol {

std::string text_of(TableAccount const& account, bool colour, int width, OldVerdictPlace place) {
    std::string text = wrapped_lines(colour ? painted_text(account.title, paint::bold) : account.title, "", 0, width);
    auto const add = [&](std::vector<std::string> const& lines) {
        for (std::string const& line : lines) text += wrapped_lines("", line, 0, width);
    };
    add(account.opening);
    if (place == OldVerdictPlace::before_tables) text += '\n', add(account.verdict);
    for (Grid const& grid : account.grids) text += '\n' + text_of(grid, colour, width);
    if (place == OldVerdictPlace::after_tables) text += '\n', add(account.verdict);
    text += '\n';
    add(account.closing);
    return text;
}

std::string markdown_of(TableAccount const& account) {
    std::string text = "# " + markdown_escaped(account.title) + "\n\n";
    for (std::string const& line : account.opening) text += markdown_escaped(line) + "\n\n";
    for (std::string const& line : account.verdict) text += "**" + markdown_escaped(line) + "**\n\n";
    for (Grid const& grid : account.grids) text += markdown_of(grid);
    for (std::size_t k = 0; k < account.closing.size(); ++k)
        text += (k > 0 ? "\n" : "") + markdown_escaped(account.closing[k]) + '\n';
    return text;
}

}  // namespace micropol
