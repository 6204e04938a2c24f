#pragma once
// What a study says, as a value: no markup, no language. Every kind of study makes one (findings/run.h, …), and every writer of
// engine/report takes any.

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/message.h"
#include "findings/figure.h"

namespace micropol {

// Where a part is shown: pages have room and pictures, terminals (and Markdown) have neither.
enum class Medium { everywhere, terminal, page };

struct Paragraph {
    enum class Tone { plain, verdict, caution };
    Phrase text;
    Tone tone = Tone::plain;
};

struct List {
    std::vector<Phrase> items;
    bool in_english = false;   // such as works cited: no translation exists
    Phrase folded_under = {};  // on a page: one click away, under these words
};

// A line in columns: what it is, how much, whether clearly more or less, and details.
struct Fact {
    Phrase label, value;
    std::string_view mark = {};  // "▲", "▼", "≈" or nothing
    Phrase detail = {};
};
struct Facts {
    Phrase note;  // what the values are
    std::vector<Fact> lines;
};

// "Week 12: …", in the order of time or weight.
struct Entry {
    Phrase label, text;
};
struct Entries {
    std::vector<Entry> entries;
};

struct Table {
    Phrase caption = {};               // its heading in a terminal; empty: that of its section
    Phrase note = {};                  // what the values are
    std::vector<Phrase> columns = {};  // headings; the first column names the rows
    std::vector<std::vector<Phrase>> rows = {};
    // [row] drawn beside the rows where a terminal has room, on one axis; empty for none.
    std::vector<Interval> intervals = {};
    Unit interval_unit = Unit::one;
    bool intervals_are_changes = true;
    bool folded = false;  // one click away on a page
};

// Drawn on a page; the table says the same, one click away, and stands in its place where nothing is drawn.
struct Figure {
    FigureData data;
    Phrase description;  // for those who cannot see it
    Table table;
    bool in_terminal = false;  // whether a terminal shows the table, too, or draws a scatter of characters
};

// As it is: YAML, a command.
struct Code {
    std::string language, text;
    Phrase heading = {};
};

struct Element {
    std::variant<Paragraph, List, Facts, Entries, Table, Figure, Code> what;
    Medium medium = Medium::everywhere;
    bool of_persons = false;  // tells of single people
};

struct Section {
    std::string id;  // of its anchor: "adoption"
    Phrase heading;  // empty: goes on without one
    std::vector<Element> elements = {};
    Medium medium = Medium::everywhere;
    bool subsection = false;     // of the one before
    bool of_persons = false;     // tells of single people
    bool is_background = false;  // on paper only where everything is asked for

    void add(Element element) { elements.push_back(std::move(element)); }
};

// In a terminal the last lines are read first.
enum class VerdictPlace { after_sections, before_sections, nowhere };

struct Document {
    Phrase title, question = {};
    std::vector<Paragraph> opening = {};  // what was simulated
    std::vector<Paragraph> verdict = {};  // what it says in a sentence or two; the headline of a page
    std::vector<Section> sections = {};
    std::vector<Paragraph> closing = {};
    VerdictPlace verdict_in_terminal = VerdictPlace::after_sections;
    std::string currency = {};  // as money is called; empty: euros
    Phrase stamp = {};          // a warning on top of everything
};

}  // namespace micropol
