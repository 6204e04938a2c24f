// One history told by its turning points, and who stood with whom.

#include <algorithm>
#include <map>

#include "findings/chronicle.h"
#include "findings/explanation_parts.h"
#include "findings/who.h"

namespace micropol {

namespace {

// Of one history, where nothing is a mean.
Phrase single_value(double value, Unit unit) {
    switch (unit) {
        case Unit::share: return percent(value);
        case Unit::flag: return value > 0 ? "yes" : "no";
        case Unit::money: return Message("{0} thousand euros", {Decimal{value}});
        case Unit::employees: return Decimal{value};
        default: return Decimal{value, 2};
    }
}

// Why it is this history that is told.
struct Choice {
    std::string_view which;
    char const *heading, *sentence;
};
constexpr Choice choices[] = {
    {"named", "One history told",
     "History {0} of {1} simulated histories (possible courses of these {2} weeks): {3} {4} at week {2}."},
    {"median", "A typical history (the median)",
     "History {0}, the median of {1} simulated histories (possible courses of these {2} weeks): {3} {4} at week {2}."},
    {"best", "The best history",
     "History {0}, the best of {1} simulated histories (possible courses of these {2} weeks): {3} {4} at week {2}."},
    {"worst", "The worst history",
     "History {0}, the worst of {1} simulated histories (possible courses of these {2} weeks): {3} {4} at week {2}."},
};

struct CoalitionSizes {
    std::size_t coalitions = 0, members = 0, largest = 0;
};

CoalitionSizes sizes_in(Network::Frame const& frame) {
    std::map<int, std::size_t> sizes;
    CoalitionSizes found;
    for (int const coalition : frame.coalition)
        if (coalition >= 0) found.largest = std::max(found.largest, ++sizes[coalition]), ++found.members;
    found.coalitions = sizes.size();
    return found;
}

Table coalitions_in(Network const& network) {
    Table table{.caption = "Coalitions among the people drawn",
                .columns = {"Week", "Coalitions", "People in coalitions", "Largest", "Mean attitude (−1 to 1)"},
                .rows = {}};
    for (Network::Frame const& frame : network.frames) {
        auto const [coalitions, members, largest] = sizes_in(frame);
        double sum = 0;
        for (float const attitude : frame.attitude) sum += double(attitude);
        table.rows.push_back({Count{std::uint64_t(frame.week) + 1}, Count{coalitions}, Count{members}, Count{largest},
                              value(sum / double(frame.attitude.size()), Unit::attitude)});
    }
    return table;
}

Section network_section(Explanation const& explanation, Network const& network) {
    Section section{.id = "network",
                    .heading = naming_strategy("Who stands with whom", explanation.facts),
                    .medium = Medium::page,
                    .of_persons = true,
                    .is_background = true};
    section.add(
        {Paragraph{"In the history told, each dot is a person, larger with more power. Colours are the six largest "
                   "coalitions, grey the smaller ones; hollow dots belong to none. The slider moves through the weeks."}});
    Table table = coalitions_in(network);
    CoalitionSizes const at_the_end = sizes_in(network.frames.back());
    Message const described("Network of {0} with {1}; at the end {2}, {3} in them.",
                            {people(network.people.size()), Message("{0} ties", {Count{network.links.size()}}),
                             Message("{0} coalitions", {Count{at_the_end.coalitions}}), people(at_the_end.members)});
    section.add({Figure{NetworkFigure{network}, described, std::move(table)}});
    return section;
}

}  // namespace

// The end has the number of the last week.
Entries chronicle_of(std::vector<Moment> const& chronicle, StudyFacts const& facts) {
    Entries entries;
    for (Moment const& moment : chronicle)
        entries.entries.push_back(
            {Message("Week {0}", {Count{std::uint64_t(std::min(moment.week + 1, facts.weeks))}}), describe(moment, facts)});
    return entries;
}

void add_told(Document& document, Explanation const& explanation, Told const& told) {
    StudyFacts const& facts = explanation.facts;
    OutcomeKind const& outcome = *facts.outcomes[explanation.outcome];
    Choice const* choice = std::ranges::find(choices, told.chosen.which, &Choice::which);
    if (choice == std::end(choices)) choice = choices;
    Section section{
        .id = "chronicle", .heading = with_strategy(choice->heading, facts), .of_persons = true, .is_background = true};
    section.add({Paragraph{Message(
        choice->sentence, {name(std::to_string(told.chosen.block) + '.' + std::to_string(told.chosen.history)),
                           Count{explanation.blocks * std::size_t(histories_per_block)}, Count{std::uint64_t(facts.weeks)},
                           label_of(outcome), single_value(told.chosen.value, outcome.unit)})}});
    section.add({chronicle_of(told.chronicle, facts)});
    section.add(
        {Paragraph{"Weeks count from 1 here, from 0 in scenario files. Attitudes and stakes run from −1 to 1; a stake is "
                   "what somebody sees to win or lose, all goals together."}});
    document.sections.push_back(std::move(section));
    if (!told.network.people.empty() && !told.network.frames.empty())
        document.sections.push_back(network_section(explanation, told.network));
}

}  // namespace micropol
