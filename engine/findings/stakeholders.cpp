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
    for (StakeholderPath const& path : stakeholders.people) {
        auto& cells = table.rows.emplace_back();
        cells.push_back(called(path));
        for (Stand const& stand : path.at)
            cells.push_back(of_influence ? spread({100 * stand.influence.mean, 100 * stand.influence.sd}, 0, false)
                                         : spread(stand.attitude, 1, true));
    }
    return table;
}

// Each once, by what changes most.
List people_who_matter(Pivotal const& pivotal, OutcomeKind const& outcome) {
    constexpr std::size_t most = 5;
    List list;
    std::vector<std::string> said;
    for (PivotalPerson const& person : pivotal.people) {
        if (said.size() == most) break;
        if (std::ranges::find(said, person.id) != said.end()) continue;
        said.push_back(person.id);
        list.items.push_back(Message("{0}, {1}: {2}", {ranked(person.id, person.level), describe(person.turn),
                                                       with_money(uncertain(person.change, outcome.unit))}));
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
    attitude.caption = "Attitude";
    attitude.note = "In private, from -1 (strongly against) to +1 (strongly for).";
    Section influence_section{.id = "influence",
                              .heading = influence.caption,
                              .elements = {{Paragraph{influence.note}}, {influence}},
                              .subsection = true};
    Section attitude_section{
        .id = "attitudes", .heading = attitude.caption, .elements = {{Paragraph{attitude.note}}, {attitude}}, .subsection = true};
    if (pivotal != nullptr && outcome != nullptr && !pivotal->people.empty()) {
        stands.add({Paragraph{
            Message("The five people whose position matters most, of those asked about, by what it would change of {0}:",
                    {label_within(*outcome)})}});
        stands.add({people_who_matter(*pivotal, *outcome)});
    }
    document.sections.push_back(std::move(stands));
    document.sections.push_back(std::move(influence_section));
    document.sections.push_back(std::move(attitude_section));
    document.verdict_in_terminal = VerdictPlace::nowhere;
    return document;
}

}  // namespace micropol
