// Who loses what, by goal: departments, ranks, people.

#include <algorithm>

#include "findings/explanation_parts.h"
#include "findings/who.h"

namespace micropol {

namespace {

constexpr std::size_t max_roles = 8, max_people = 10, max_people_of_a_page = 20;

// An interval is shown where there is room for it.
enum class With { mean, interval };

Phrase stake(Estimate const& estimate, With with) {
    return with == With::mean ? mean(estimate, Unit::attitude) : uncertain(estimate, Unit::attitude);
}
Phrase stake(double mean) { return Decimal{mean, 2}; }

std::vector<Phrase> columns(Phrase first, bool of_groups) {
    std::vector<Phrase> all{std::move(first), "All goals"};
    if (of_groups) all.emplace_back("Losers");
    for (char const* goal : {"Career", "Pay", "Status", "Security", "Company"}) all.emplace_back(in_context("goal", goal));
    return all;
}

Phrase name_of(GroupStake const& group) {
    return group.level ? ranked(group.department, *group.level) : department(group.department);
}

Table table_of(Phrase caption, Phrase first, std::vector<GroupStake> const& groups, std::size_t rows, With with) {
    Table table{.caption = std::move(caption), .columns = columns(std::move(first), true), .rows = {}};
    for (std::size_t k = 0; k < rows; ++k) {
        GroupStake const& group = groups[k];
        auto& row = table.rows.emplace_back();
        row = {name_of(group), stake(group.total, with),
               with == With::mean ? mean(group.losers, Unit::share) : level(group.losers, Unit::share)};
        for (Estimate const& goal : group.by_goal) row.push_back(stake(goal, with));
    }
    return table;
}

// Those who lose, at most so many of them.
Table table_of_people(Ledger const& ledger, std::size_t most) {
    Table table{.caption = "People who lose most",
                .note = ledger.block ? Phrase(Message("Of organisation {0}, means of its sixteen histories.",
                                                      {name(std::to_string(*ledger.block))}))
                                     : Phrase("Means over all histories."),
                .columns = columns("Who", false),
                .rows = {}};
    for (PersonStake const& person : ledger.people) {
        if (table.rows.size() == most || person.total >= 0) break;
        auto& row = table.rows.emplace_back();
        row = {ranked(person.id, person.level), stake(person.total)};
        for (double const goal : person.by_goal) row.push_back(stake(goal));
    }
    return table;
}

// What departments see to win or lose in all, drawn.
Figure figure_of(Ledger const& ledger) {
    IntervalsFigure figure{.rows = {}, .scale = Scale::number, .bars = true, .change = true};
    std::vector<std::pair<Phrase, Phrase>> bars;
    for (GroupStake const& group : ledger.departments) {
        figure.rows.push_back({name_of(group), interval(group.total), sign_of(group.total), stake(group.total, With::interval)});
        bars.emplace_back(name_of(group), stake(group.total, With::interval));
    }
    return {std::move(figure), bars_described(bars),
            table_of("By department", "Department", ledger.departments, ledger.departments.size(), With::interval)};
}

}  // namespace

void add_ledger(Document& document, Explanation const& explanation, Ledger const& ledger, Detail detail) {
    Section section{.id = "ledger", .heading = naming_strategy("Who loses what", explanation.facts)};
    section.add(
        {Paragraph{"What people expect to win or lose in the last week, from −1 (everything lost) to 1. All goals: weighted by "
                   "what they matter to each person, losses counted nearly double, less the effort of changing."}});
    if (ledger.groups_hidden > 0)
        section.add({Paragraph{on_names(explanation.facts.privacy, ledger.groups_hidden)}, Medium::page});
    std::size_t const roles = ledger.roles.size();
    if (!ledger.departments.empty()) {
        section.add({table_of("By department", "Department", ledger.departments, ledger.departments.size(), With::mean),
                     Medium::terminal});
        section.add({figure_of(ledger), Medium::page});
    }
    if (roles > 0) {
        section.add(
            {table_of("By rank, those who lose most", "Role", ledger.roles, shown_of(roles, max_roles, detail), With::mean),
             Medium::terminal});
        Table table = table_of("By rank", "Role", ledger.roles, roles, With::interval);
        table.folded = true;
        section.add({std::move(table), Medium::page});
    }
    if (Table table = table_of_people(ledger, detail == Detail::full ? max_people_of_a_page : max_people); !table.rows.empty()) {
        section.add({std::move(table), Medium::terminal, true});
        table = table_of_people(ledger, max_people_of_a_page);
        table.folded = true;
        section.add({std::move(table), Medium::page, true});
    }
    document.sections.push_back(std::move(section));
    add_offers(document, explanation, ledger);
}

}  // namespace micropol
