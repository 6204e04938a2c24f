#include "results/show_explanation.h"

#include <algorithm>
#include <stdexcept>

#include "results/chronicle_words.h"
#include "results/escape.h"
#include "results/explanation_account.h"
#include "results/text_lines.h"
#include "results/wording.h"

namespace micropol {

namespace {

std::string as_text(Part const& part, ShowOptions const& options, int width) {
    std::string text = '\n' +
                       wrapped_lines(options.colour ? painted_text(part.heading, paint::bold) : part.heading, "", 0, width);
    for (std::string const& line : part.opening) text += wrapped_lines("  ", line, 2, width);
    int labels = 0;
    for (Part::Entry const& entry : part.entries) labels = std::max(labels, columns_of(entry.label));
    for (Part::Entry const& entry : part.entries)
        text += wrapped_lines("  " + fitted(entry.label, labels) + "  ", entry.text, labels + 4, width);
    for (Grid const& grid : part.grids) text += '\n' + text_of(grid, options.colour, width);
    for (std::string const& line : part.closing) text += wrapped_lines("  ", line, 2, width);
    return text;
}

std::string as_text(Explanation const& explanation, ShowOptions const& options) {
    int const width = std::max(min_width, options.width);
    ExplanationAccount const account = account_of(explanation);
    std::string text = wrapped_lines(options.colour ? painted_text(account.title, paint::bold) : account.title, "", 0, width);
    for (std::string const& line : account.opening) text += wrapped_lines("", line, 0, width);
    for (Part const& part : account.parts) text += as_text(part, options, width);
    text += '\n';
    for (std::string const& line : account.closing) text += wrapped_lines("", line, 0, width);
    return text;
}

std::string as_markdown(Explanation const& explanation) {
    ExplanationAccount const account = account_of(explanation);
    std::string text = "# " + markdown_escaped(account.title) + "\n\n";
    for (std::string const& line : account.opening) text += markdown_escaped(line) + "\n\n";
    for (Part const& part : account.parts) {
        text += "## " + markdown_escaped(part.heading) + "\n\n";
        for (std::string const& line : part.opening) text += markdown_escaped(line) + "\n\n";
        for (Part::Entry const& entry : part.entries)
            text += "- **" + markdown_escaped(entry.label) + ":** " + markdown_escaped(entry.text) + '\n';
        if (!part.entries.empty()) text += '\n';
        for (Grid const& grid : part.grids) text += markdown_of(grid);
        for (std::string const& line : part.closing) text += markdown_escaped(line) + "\n\n";
    }
    for (std::string const& line : account.closing) text += markdown_escaped(line) + '\n';
    return text;
}

}  // namespace

ExplanationTexts explanation_texts() {
    return {.moment = [](Moment const& moment, StudyFacts const& facts) { return in_words(moment, facts, Language::english); },
            .offer = [](Relief const& relief, SmallestOffer const& offer) { return in_words(relief, offer); },
            .week = [](PivotalWeek const& week, OutcomeKind const& outcome) { return in_words(week, outcome); }};
}

std::string show(Explanation const& explanation, Format format, ShowOptions const& options) {
    switch (format) {
        case Format::json: return json_of(explanation, explanation_texts()).dump(2) + '\n';
        case Format::markdown: return as_markdown(explanation);
        case Format::csv: throw std::invalid_argument("an explanation is no table");
        case Format::text: break;
    }
    return as_text(explanation, options);
}

}  // namespace micropol
