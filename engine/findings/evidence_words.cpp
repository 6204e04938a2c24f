#include "findings/evidence_words.h"

#include <algorithm>
#include <set>

namespace micropol {

namespace {

Message item_label(std::size_t item) {
    constexpr char const* labels[] = {"attitude", "perceived politics", "strain", "satisfaction", "trust"};
    return labels[item];
}

bool is_of_survey(EvidenceCell const& cell) { return cell.seen == Seen::answer || cell.seen == Seen::spread; }

}  // namespace

Message seen_label(Seen seen) {
    switch (seen) {
        case Seen::logged_in: return "log-ins";
        case Seen::answer: return "mean answers";
        case Seen::spread: return "spread of answers";
        case Seen::left: return "people who left";
        case Seen::joined: return "people who came";
        case Seen::support: return "votes";
        case Seen::stopped: return "whether it was stopped";
    }
    return {};
}

Phrase week_of(int week) { return Verbatim{std::to_string(week)}; }

Phrase name_of_cell(Evidence const& evidence, std::size_t cell) {
    EvidenceCell const& one = evidence.cells[cell];
    Phrase const what = one.seen == Seen::answer ? Phrase(item_label(one.item))
                        : is_of_survey(one)      ? Phrase(Message("spread of {0}", {item_label(one.item)}))
                                                 : Phrase(seen_label(one.seen));
    if (one.seen == Seen::support || one.seen == Seen::stopped) return Message("{0}, week {1}", {what, week_of(one.week)});
    Phrase const where = one.group == everybody ? Phrase("everybody") : name(evidence.departments[one.group]);
    return Message("{0}, {1}, week {2}", {what, where, week_of(one.week)});
}

Phrase name_of_pattern(Evidence const& evidence, std::span<std::size_t const> cells) {
    if (cells.size() == 1) return name_of_cell(evidence, cells.front());
    EvidenceCell const& first = evidence.cells[cells.front()];
    std::set<int> weeks;
    std::set<std::size_t> groups, items;
    for (std::size_t const k : cells) {
        EvidenceCell const& cell = evidence.cells[k];
        weeks.insert(cell.week), groups.insert(cell.group), items.insert(cell.item);
    }
    Phrase what = seen_label(first.seen);
    if (is_of_survey(first) && items.size() == 1) {
        what = item_label(first.item);
        if (first.seen == Seen::spread) what = Message("spread of {0}", {what});
    }
    Phrase const where = groups.size() > 1          ? Phrase("all departments")
                         : first.group == everybody ? Phrase("everybody")
                                                    : name(evidence.departments[first.group]);
    if (weeks.size() == 1) return Message("{0}, {1}, week {2}", {what, where, week_of(first.week)});
    int last = 0;  // week of which there is the same
    for (EvidenceCell const& cell : evidence.cells)
        if (cell.seen == first.seen && groups.contains(cell.group)) last = std::max(last, cell.week);
    if (*weeks.rbegin() == last) return Message("{0}, {1}, from week {2} on", {what, where, week_of(*weeks.begin())});
    return Message("{0}, {1}, weeks {2} to {3}", {what, where, week_of(*weeks.begin()), week_of(*weeks.rbegin())});
}

}  // namespace micropol
