// Who and what could have turned it: people silenced or won over, and the strategy broken off.

#include <algorithm>
#include <iterator>
#include <set>

#include "findings/explanation_parts.h"
#include "findings/who.h"

namespace micropol {

namespace {

constexpr std::size_t max_turns = 12;  // in brief, and drawn

// What was asked about: a person silenced or won over, or a week.
struct Asked {
    std::vector<Phrase> cells;  // what it is, in columns
    Phrase name;                // the same in one
    Estimate change, flips;
};
struct Question {
    Phrase caption, note;
    std::vector<Phrase> columns;
    std::vector<Asked> asked;
};

// The column of histories turned is there if any was.
Table table_of(Question const& question, Unit unit, std::size_t rows) {
    bool const any = std::ranges::any_of(question.asked, [](Asked const& one) { return one.flips.mean > 0; });
    Table table{.caption = question.caption, .note = question.note, .columns = question.columns, .rows = {}};
    table.columns.emplace_back("Change (95 % interval)");
    if (any) table.columns.emplace_back("Histories turned (95 % interval)");
    for (std::size_t k = 0; k < rows; ++k) {
        Asked const& one = question.asked[k];
        auto& cells = table.rows.emplace_back(one.cells);
        cells.push_back(with_money(uncertain(one.change, unit)));
        if (any) cells.push_back(level(one.flips, Unit::share));
    }
    return table;
}

// On a page drawn under a heading of its own.
Section drawn(Question const& question, Unit unit) {
    IntervalsFigure figure{.rows = {}, .scale = scale_of(unit), .bars = true, .change = true};
    std::vector<std::pair<Phrase, Phrase>> bars;
    for (std::size_t k = 0; k < std::min(max_turns, question.asked.size()); ++k) {
        Asked const& one = question.asked[k];
        Phrase const shown = with_money(uncertain(one.change, unit));
        figure.rows.push_back({one.name, interval(one.change), sign_of(one.change), shown});
        bars.emplace_back(one.name, shown);
    }
    return {.id = "turns",
            .heading = question.caption,
            .elements = {{Paragraph{question.note}},
                         {Figure{std::move(figure), bars_described(bars), table_of(question, unit, question.asked.size())}}},
            .medium = Medium::page,
            .subsection = true};
}

Phrase sides_of(OutcomeKind const& kind, double threshold) {
    if (kind.unit == Unit::flag)
        return Message("A history is turned if it ends on the other side: with “{0}” where it was without, or the reverse.",
                       {label_within(kind)});
    return Message("A history is turned if it ends on the other side: {0} reaches {1} where it did not, or the reverse.",
                   {label_within(kind), with_money(value(threshold, kind.unit))});
}

Phrase decision_of(Pivotal const& pivotal) {
    if (!pivotal.decided)
        return "Whether the strategy goes on matters to the end: even the last of these weeks turns one history in twenty or more.";
    if (*pivotal.decided == pivotal.weeks.front().week)
        return "In none of these weeks would breaking the strategy off have turned one history in twenty.";
    return Message(
        "After {0} weeks, breaking the strategy off would have turned fewer than one history in twenty: by then it was "
        "decided on which side it ends.",
        {Count{std::uint64_t(*pivotal.decided)}});
}

// Nothing was changed by anybody, in no history.
bool is_nothing(Asked const& one) { return one.flips.mean == 0 && one.change.low == 0 && one.change.high == 0; }

Question about_people(Pivotal const& pivotal) {
    Question question{"People with most influence on the outcome",
                      "Silenced: nobody hears, sees or asks them. Won over: their losses are made good, "
                      "and they help to shape and lead the change.",
                      {"Who", "If"},
                      {}};
    for (PivotalPerson const& person : pivotal.people) {
        Phrase const who = ranked(person.id, person.level), turn = describe(person.turn);
        question.asked.push_back({{who, turn}, Message("{0}, {1}", {who, turn}), person.change, person.flips});
    }
    return question;
}

Question about_weeks(Pivotal const& pivotal) {
    Question question{"Until when breaking it off still changed something",
                      "If the strategy had been broken off after so many weeks.",
                      {"Broken off after week"},
                      {}};
    for (PivotalWeek const& week : pivotal.weeks) {
        Count const weeks{std::uint64_t(week.week)};
        question.asked.push_back({{weeks}, Message("after {0} weeks", {weeks}), week.change, week.flips});
    }
    return question;
}

std::vector<Phrase> notes_on(Explanation const& explanation, Pivotal const& pivotal) {
    std::vector<Phrase> notes;
    if (pivotal.block)
        notes.push_back(Message(
            "These are the people of organisation {0} in its sixteen histories; the other organisations have other people.",
            {name(std::to_string(*pivotal.block))}));
    std::set<std::string> people;
    for (PivotalPerson const& person : pivotal.people) people.insert(person.id);
    std::size_t const blocks = pivotal.block ? 1 : explanation.blocks;
    if (std::ranges::all_of(pivotal.people, [](PivotalPerson const& person) { return person.flips.mean == 0; }))
        notes.push_back(Message("None of the {0} people asked about could have turned it alone (0 of {1} histories).",
                                {Count{people.size()}, Count{blocks * std::size_t(histories_per_block)}}));
    if (!pivotal.can_win_over) notes.emplace_back("Interventions are switched off here, so nobody can be won over.");
    return notes;
}

}  // namespace

Message describe(Turn turn) { return turn == Turn::silenced ? "silenced" : "won over"; }

Message describe(PivotalWeek const& week, OutcomeKind const& outcome) {
    return {"broken off in week {0}: {1}, {2} of histories turned",
            {name(std::to_string(week.week)), uncertain(week.change, outcome.unit), level(week.flips, Unit::share)}};
}

void add_pivotal(Document& document, Explanation const& explanation, Pivotal const& pivotal, Detail detail) {
    OutcomeKind const& kind = *explanation.facts.outcomes[pivotal.outcome];
    Section section{.id = "pivotal", .heading = naming_strategy("Who and what could have turned it", explanation.facts)};
    std::vector<Section> subsections;
    auto const add = [&](Question const& question, std::size_t rows, bool of_persons) {
        section.add({table_of(question, kind.unit, rows), Medium::terminal, of_persons});
        subsections.push_back(drawn(question, kind.unit));
        subsections.back().of_persons = of_persons, subsections.back().is_background = of_persons;
    };
    section.add({Paragraph{sides_of(kind, pivotal.threshold)}});
    if (!pivotal.people.empty()) {
        Question const question = about_people(pivotal);
        section.add({not_against_persons(), Medium::everywhere, true});
        for (Phrase const& one : notes_on(explanation, pivotal)) section.add({Paragraph{one}, Medium::everywhere, true});
        if (!std::ranges::all_of(question.asked, is_nothing))
            add(question, shown_of(question.asked.size(), max_turns, detail), true);
    }
    if (!pivotal.weeks.empty()) {
        Question const question = about_weeks(pivotal);
        bool const nothing = std::ranges::all_of(question.asked, is_nothing);
        if (!nothing) add(question, pivotal.weeks.size(), false);
        section.add({Paragraph{nothing ? "Breaking the strategy off would have changed nothing, in whatever week."
                                       : decision_of(pivotal)}});
    }
    document.sections.push_back(std::move(section));
    std::ranges::move(subsections, std::back_inserter(document.sections));
}

}  // namespace micropol
