#include "findings/stakeholders.h"

#include <algorithm>
#include <cmath>

#include "findings/explanation.h"
#include "findings/who.h"

namespace micropol {

namespace {

Phrase called(StakeholderPath const& path) {
    return path.role.empty() ? name(path.who) : Phrase(Message("{0} ({1})", {name(path.who), name(path.role)}));
}

Phrase moment(int week) { return week == 0 ? Phrase("now") : Phrase(Message("after {0} weeks", {Count{std::uint64_t(week)}})); }

// "0.4 ± 0.2"
Phrase spread(Spread const& value, int decimals, bool signs) {
    if (std::isnan(value.mean)) return "–";
    return Message("{0} ± {1}", {Decimal{value.mean, decimals, signs}, Decimal{value.sd, decimals}});
}

Table table_of(Stakeholders const& stakeholders, bool of_influence) {
    Table table{.columns = {"Who"}};
    for (int const week : stakeholders.weeks) table.columns.push_back(moment(week));
    // What somebody noted of a person stays with whoever may see the name.
    bool const any_notes = !of_influence && stakeholders.names_shown &&
                           std::ranges::any_of(stakeholders.people, [](auto const& path) { return !path.notes.empty(); });
    if (any_notes) table.columns.emplace_back("Notes");
    for (StakeholderPath const& path : stakeholders.people) {
        auto& cells = table.rows.emplace_back();
        cells.push_back(called(path));
        for (Stand const& stand : path.at)
            cells.push_back(of_influence ? spread({100 * stand.influence.mean, 100 * stand.influence.sd}, 0, false)
                                         : spread(stand.attitude, 1, true));
        if (any_notes) cells.push_back(name(path.notes));
    }
    return table;
}

GridFigure grid_of(Stakeholders const& stakeholders) {
    GridFigure grid{.panels = {}, .across = "People with less power", .up = "Attitude"};
    for (std::size_t moment_number = 0; moment_number < stakeholders.weeks.size(); ++moment_number) {
        GridFigure::Panel panel{moment(stakeholders.weeks[moment_number]), {}};
        for (StakeholderPath const& path : stakeholders.people) {
            Stand const& stand = path.at[moment_number];
            panel.points.push_back(
                {name(path.who), stand.influence.mean, stand.attitude.mean, stand.influence.sd, stand.attitude.sd});
        }
        grid.panels.push_back(std::move(panel));
    }
    return grid;
}

Phrase described(Stakeholders const& stakeholders) {
    return Message("{0} by influence and attitude, {1}", {Message("{0} people", {Count{stakeholders.people.size()}}), [&] {
                                                              Listing moments{{}, Listing::Joined::by_commas};
                                                              for (int const week : stakeholders.weeks)
                                                                  moments.items.push_back(moment(week));
                                                              return moments;
                                                          }()});
}

// Each once, by what changes most.
List people_who_matter(Stakeholders const& stakeholders, Pivotal const& pivotal, OutcomeKind const& outcome) {
    constexpr std::size_t most = 5;
    List list;
    std::vector<std::string> said;
    for (PivotalPerson const& person : pivotal.people) {
        if (said.size() == most) break;
        if (std::ranges::find(said, person.id) != said.end()) continue;
        said.push_back(person.id);
        auto const on_map = std::ranges::find(stakeholders.people, person.id, &StakeholderPath::who);
        Phrase const who = on_map == stakeholders.people.end() ? ranked(person.id, person.level) : called(*on_map);
        list.items.push_back(
            Message("{0}, {1}: {2}", {who, describe(person.turn), with_money(uncertain(person.change, outcome.unit))}));
    }
    return list;
}

}  // namespace

Document findings_of(Stakeholders const& stakeholders, Pivotal const* pivotal, OutcomeKind const* outcome) {
    Document document{.title = "The people on the map"};
    Section stands{.id = "stakeholders",
                   .heading = Message("Where the people on the map stand ({0})", {strategy(stakeholders.strategy)})};
    stands.add({Paragraph{Message("Mean ± standard deviation over {0}: what is blank on the map widens it.",
                                  {Message("{0} histories", {Count{stakeholders.histories}})})}});
    Table influence = table_of(stakeholders, true), attitude = table_of(stakeholders, false);
    influence.caption = "Influence";
    influence.note = "Of 100 people, so many have less power.";
    attitude.folded = true;
    attitude.caption = "Attitude";
    attitude.note = "In private, from -1 (strongly against) to +1 (strongly for).";
    if (pivotal != nullptr && outcome != nullptr && !pivotal->people.empty()) {
        stands.add({Paragraph{
            Message("The five people whose position matters most, of those asked about, by what it would change of {0}:",
                    {label_within(*outcome)})}});
        stands.add({people_who_matter(stakeholders, *pivotal, *outcome)});
    }
    stands.add({Figure{grid_of(stakeholders), described(stakeholders), std::move(influence)}});
    document.sections.push_back(std::move(stands));
    document.sections.push_back({.id = "attitudes",
                                 .heading = attitude.caption,
                                 .elements = {{Paragraph{attitude.note}}, {attitude}},
                                 .subsection = true});
    document.verdict_in_terminal = VerdictPlace::nowhere;
    return document;
}

}  // namespace micropol
