#pragma once
// What slides show, as a value: sections of the documents that a page is made of, at most two side by side. Nothing is computed
// here, so that slides and page say the same.

#include <string>
#include <variant>
#include <vector>

#include "findings/document.h"
#include "findings/model.h"

namespace micropol {

// Findings of one file of results, as a page has them, and where they come from.
struct DeckSource {
    Document document;
    ResultsOrigin origin;
};

// One section of a document.
struct SlidePart {
    Phrase heading = {};
    std::vector<Paragraph> sentences = {};
    std::variant<std::monostate, Figure, Table, List> shows = {};
    std::string currency = {};        // of its document
    std::vector<Phrase> origin = {};  // for the notes: where its numbers come from
};

struct Slide {
    Phrase heading;
    std::vector<Paragraph> lead = {};      // above all parts
    std::vector<SlidePart> parts = {};     // one or two
    std::vector<Paragraph> cautions = {};  // below them
    std::vector<Phrase> no_room_for = {};  // headings of sections that would stand here, too
};

struct Deck {
    Phrase title, stamp = {};
    std::string currency = {};
    std::vector<Slide> slides = {};
};

// Question and answer first, what next last; of those between, the ones that the results fill. What is missing is said on the last
// one, with the command that makes it. background: what stands behind all of them. At least one source.
[[nodiscard]] Deck deck_of(std::vector<DeckSource> const& sources, Document const& background);

}  // namespace micropol
