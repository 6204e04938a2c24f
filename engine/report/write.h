#pragma once
// Findings as bytes: one writer a format, each of which takes the findings of any study. No sentence stands here.

#include <string>
#include <vector>

#include "findings/deck.h"
#include "findings/document.h"
#include "words/language.h"

namespace micropol {

struct TextOptions {
    Language language = Language::english;
    bool colour = false;
    int width = 100;  // columns of the terminal
};
[[nodiscard]] std::string write_text(Document const& document, TextOptions const& options = {});

[[nodiscard]] std::string write_markdown(Document const& document, Language language = Language::english);

// What a page may hold besides, made elsewhere: a last section that a script of its own fills. That script draws the figures, too.
struct LivePart {
    Phrase heading = {};
    std::string body = {};  // HTML of the section, and what its script reads
    std::string_view style = {}, style_hash = {}, script = {}, script_hash = {};
};

// One page that needs nothing else: the documents one after the other, the first one's title on top, no request leaves it, and
// nothing in it runs but its own script. version: of the program.
// paper: what is printed of it; a summary is set for one sheet.
enum class Paper { brief, full, summary };
[[nodiscard]] std::string write_html(std::vector<Document> const& documents, Language language, std::string const& version,
                                     Paper paper = Paper::brief, LivePart const* live = nullptr);

// A presentation that office programs open and edit (.pptx, ECMA-376): charts with their numbers in a workbook, tables, and notes
// that say where numbers come from. The same deck is the same bytes.
[[nodiscard]] std::string write_pptx(Deck const& deck, Language language = Language::english);

// Whether this build has the script that draws the figures; without it pages have tables alone.
[[nodiscard]] bool pages_have_figures();

}  // namespace micropol
