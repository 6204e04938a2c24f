#include "findings/deck.h"

#include <algorithm>
#include <iterator>

#include "base/overloaded.h"

namespace micropol {

namespace {

constexpr std::size_t parts_of_a_slide = 2;

// A slide between the first and the last: sections that may stand on it, the most telling first, and what makes them.
struct Plan {
    char const* heading;
    std::vector<std::string_view> sections;
    char const *verb, *options, *file;
    std::vector<std::string_view> telling = {};  // it says more with one of these
};
std::vector<Plan> const& plans() {
    static std::vector<Plan> const all{
        {"How adoption spreads", {"adoption", "stages"}, "run", "", "run.db"},
        {"Strategies against each other",
         {"before-after", "difference", "safety", "regret", "criterion", "choices"},
         "compare",
         "",
         "compare.db"},
        {"Value and cost", {"value-cost", "company", "money"}, "compare", "", "compare.db"},
        {"Who wins and loses", {"power", "ledger", "people"}, "run", "", "run.db"},
        {"Why it fails and who can turn it",
         {"failures", "turns", "why", "smallest", "fork", "pivotal"},
         "explain",
         " --why --pivotal --ledger",
         "why.db",
         {"turns", "why", "pivotal", "smallest"}},
        {"What is assumed and what to ask first",
         {"worth-knowing", "sensitivity", "depends", "asking", "learned", "produced", "retrodiction", "response"},
         "compare",
         " --decide",
         "decide.db",
         {"worth-knowing"}},
    };
    return all;
}

std::string command_of(Plan const& plan) {
    return "micropol " + std::string(plan.verb) + " SCENARIO" + plan.options + " --output " + plan.file;
}

bool is_for_a_page(Medium medium) { return medium != Medium::terminal; }

// Whether it is more telling than another one of the same section.
int weight_of(SlidePart const& part) { return part.shows.index() == 1 ? 2 : part.shows.index() != 0 ? 1 : 0; }

Table table_of(Facts const& facts) {
    Table table{.note = facts.note, .columns = {Phrase(), Phrase(), Phrase()}, .rows = {}};
    for (Fact const& line : facts.lines) {
        Phrase value = line.value;
        if (!line.mark.empty()) value = Listing{{line.value, Verbatim{std::string(line.mark)}}, Listing::Joined::by_spaces};
        table.rows.push_back({line.label, value, line.detail});
    }
    return table;
}

Table table_of(Entries const& entries) {
    Table table{.columns = {Phrase(), Phrase()}, .rows = {}};
    for (Entry const& entry : entries.entries) table.rows.push_back({entry.label, entry.text});
    return table;
}

// Its sentences above the first figure, table or list, and that.
void fill(SlidePart& part, Section const& section) {
    for (Element const& element : section.elements) {
        if (!is_for_a_page(element.medium)) continue;
        bool const is_figure = std::holds_alternative<Figure>(element.what);
        if (part.shows.index() == 1 || (part.shows.index() != 0 && !is_figure)) continue;
        std::visit(
            Overloaded{[&](Paragraph const& paragraph) { part.sentences.push_back(paragraph); },
                       [&](Figure const& figure) { part.shows = figure; }, [&](Table const& table) { part.shows = table; },
                       [&](List const& list) { part.shows = list; }, [&](Facts const& facts) { part.shows = table_of(facts); },
                       [&](Entries const& entries) { part.shows = table_of(entries); }, [](Code const&) {}},
            element.what);
    }
}

std::vector<Phrase> origin_of(ResultsOrigin const& from, Phrase const& section) {
    std::vector<Phrase> lines{
        Message("Numbers of “{0}” come from {1} ({2}).", {section, name(from.file), in_context("study", from.kind)})};
    if (!from.scenario.empty()) lines.push_back(Message("Scenario: {0}", {name(from.scenario)}));
    if (!from.command.empty()) lines.push_back(Message("Command: {0}", {name(from.command)}));
    if (from.seed) lines.push_back(Message("Seed: {0}", {name(std::to_string(*from.seed))}));
    if (!from.state.empty()) lines.push_back(Message("Hash of the state: {0}", {name(from.state)}));
    if (!from.version.empty()) lines.push_back(Message("Version: micropol {0}, {1}", {name(from.version), name(from.compiler)}));
    return lines;
}

SlidePart part_of(Section const& section, Phrase const& heading, DeckSource const& source) {
    SlidePart part{.heading = heading, .currency = source.document.currency, .origin = origin_of(source.origin, heading)};
    fill(part, section);
    return part;
}

// Sections of a decision, which name what they are about.
bool names_itself(std::string_view id) {
    constexpr std::string_view ids[] = {"worth-knowing", "regret", "asking", "signposts"};
    return std::ranges::find(ids, id) != std::end(ids);
}

// The first of a document's sections of that name that shows most. A subsection's heading says little without the one above.
void add_part(std::vector<SlidePart>& parts, DeckSource const& source, std::string_view id) {
    SlidePart best;
    Phrase above;
    for (Section const& section : source.document.sections) {
        if (!section.subsection && !section.heading.empty()) above = section.heading;
        if (section.id != id || !is_for_a_page(section.medium)) continue;
        bool const goes_on = section.subsection && !above.empty() && !names_itself(id);
        SlidePart part = part_of(section, goes_on ? Phrase(Message("{0}: {1}", {above, section.heading})) : section.heading,
                                 source);
        bool const says_something = part.shows.index() != 0 || !part.sentences.empty();
        if (says_something && (best.heading.empty() || weight_of(part) > weight_of(best))) best = std::move(part);
    }
    if (!best.heading.empty()) parts.push_back(std::move(best));
}

Slide slide_of(Plan const& plan, std::vector<DeckSource> const& sources) {
    Slide slide{.heading = plan.heading};
    for (std::string_view const id : plan.sections)
        for (DeckSource const& source : sources) add_part(slide.parts, source, id);
    // What is drawn, or in columns, goes before what is only said.
    std::ranges::stable_sort(slide.parts, std::greater{}, [](SlidePart const& part) { return part.shows.index() != 0; });
    for (std::size_t k = parts_of_a_slide; k < slide.parts.size(); ++k) slide.no_room_for.push_back(slide.parts[k].heading);
    if (slide.parts.size() > parts_of_a_slide) slide.parts.resize(parts_of_a_slide);
    return slide;
}

bool has_one_of(std::vector<DeckSource> const& sources, std::vector<std::string_view> const& ids) {
    return std::ranges::any_of(sources, [&](DeckSource const& source) {
        return std::ranges::any_of(source.document.sections, [&](Section const& section) {
            return is_for_a_page(section.medium) && std::ranges::find(ids, section.id) != ids.end();
        });
    });
}

Section const* section_in(Document const& document, std::string_view id) {
    auto const found = std::ranges::find(document.sections, id, &Section::id);
    return found == document.sections.end() ? nullptr : &*found;
}

Slide question_and_answer(std::vector<DeckSource> const& sources) {
    Slide slide{.heading = "Question and answer"};
    SlidePart part;
    for (DeckSource const& source : sources) {
        Document const& document = source.document;
        if (slide.lead.empty() && !document.question.empty()) slide.lead.push_back({document.question});
        for (Paragraph const& one : document.verdict) {
            bool const is_caution = one.tone == Paragraph::Tone::caution;
            part.sentences.push_back({one.text, is_caution ? one.tone : Paragraph::Tone::verdict});
        }
        for (Paragraph const& one : document.opening) part.sentences.push_back(one);
        for (Paragraph const& one : document.closing)
            if (one.tone == Paragraph::Tone::caution) slide.cautions.push_back(one);
        std::ranges::move(origin_of(source.origin, slide.heading), std::back_inserter(part.origin));
    }
    part.currency = sources.front().document.currency;
    slide.parts.push_back(std::move(part));
    return slide;
}

Slide what_next(std::vector<DeckSource> const& sources, Document const& background, std::vector<Plan const*> const& missing) {
    Slide slide{.heading = "What next"};
    for (char const* id : {"signposts", "decision"})
        for (DeckSource const& source : sources) add_part(slide.parts, source, id);
    if (slide.parts.size() > parts_of_a_slide - 1) slide.parts.resize(parts_of_a_slide - 1);
    if (!missing.empty()) {
        Table table{.columns = {"Slide", "Command"}, .rows = {}};
        for (Plan const* const plan : missing) table.rows.push_back({plan->heading, name(command_of(*plan))});
        slide.parts.push_back({.heading = "What to run next",
                               .sentences = {{"Without these results slides are left out or say less. Keep what these commands "
                                              "find, and name their files to report, too."}},
                               .shows = table});
    }
    if (Section const* const limits = section_in(background, "limits"); limits && slide.parts.size() < parts_of_a_slide) {
        SlidePart part{.heading = limits->heading};
        fill(part, *limits);
        slide.parts.push_back(std::move(part));
    }
    return slide;
}

}  // namespace

Deck deck_of(std::vector<DeckSource> const& sources, Document const& background) {
    Document const& first = sources.front().document;
    Deck deck{.title = first.title, .currency = first.currency};
    for (DeckSource const& source : sources)
        if (!source.document.stamp.empty()) deck.stamp = source.document.stamp;
    deck.slides.push_back(question_and_answer(sources));
    std::vector<Plan const*> missing;
    for (Plan const& plan : plans()) {
        Slide slide = slide_of(plan, sources);
        if (slide.parts.empty() || !(plan.telling.empty() || has_one_of(sources, plan.telling))) missing.push_back(&plan);
        if (slide.parts.empty()) continue;
        if (&plan == &plans().back())
            if (Section const* const list = section_in(background, "assumptions")) {
                SlidePart said;
                fill(said, *list);
                slide.lead = said.sentences;
            }
        deck.slides.push_back(std::move(slide));
    }
    deck.slides.push_back(what_next(sources, background, missing));
    return deck;
}

}  // namespace micropol
