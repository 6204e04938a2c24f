#include "outcomes/outcome.h"
#include "outcomes/over_people.h"

namespace micropol {

namespace {

constexpr Column boss_reads[] = {Column::trust, Column::present};

// One tie each, hence cheap; those whose reporting line is not among the ties have no say in it.
Worlds trust_upward(Week const& week) {
    auto const trust = week.read(Column::trust), present = week.read(Column::present);
    auto const& tie = week.organisation.manager_tie;
    auto const counts = [&](std::size_t i) { return tie[i] == nobody ? Worlds(0.0f) : present[i]; };
    Worlds const reports = sum_over(present.size(), counts);
    return sum_over(present.size(), [&](std::size_t i) { return tie[i] == nobody ? Worlds(0.0f) : present[i] * trust[tie[i]]; }) /
           max_of(reports, 1.0f);
}

}  // namespace

extern constinit OutcomeKind const trust{
    {"trust", {reads_people<Column::mean_trust>, {}, {}}, {}, "Mean trust of people in their contacts."},
    Unit::share,
    "Trust",
    mean_of<Column::mean_trust>,
    Prominence{OutcomeSection::climate, 1}};
extern constinit OutcomeKind const trust_within{{"trust_within",
                                                 {reads_people<Column::trust_within>, {}, {}},
                                                 {},
                                                 "Mean trust of people in contacts of their own department."},
                                                Unit::share,
                                                "Trust within departments",
                                                mean_of<Column::trust_within>};
extern constinit OutcomeKind const trust_in_boss{
    {"trust_in_boss",
     {boss_reads, {}, {}},
     {},
     "Mean trust of people in their managers; 0 where no reporting line is among the ties."},
    Unit::share,
    "Trust in the manager",
    trust_upward};
extern constinit OutcomeKind const marketing_sales_trust{{"marketing_sales_trust",
                                                          {reads_only<Column::marketing_sales_trust>, {}, {}},
                                                          {},
                                                          "Mean trust between Marketing and Sales, both ways."},
                                                         Unit::share,
                                                         "Trust between Marketing and Sales",
                                                         of_organisation<Column::marketing_sales_trust>,
                                                         Prominence{OutcomeSection::climate, 2}};
extern constinit OutcomeKind const cohesion{
    {"cohesion", {reads_people<Column::cohesion>, {}, {}}, {}, "Mean trust among contacts of the same coalition."},
    Unit::share,
    "Trust within coalitions",
    mean_of<Column::cohesion>};
extern constinit OutcomeKind const reach{
    {"reach", {reads_people<Column::reach>, {}, {}}, {}, "Mean over people of the summed strengths of a person's ties."},
    Unit::one,
    "Strength of ties, each person",
    mean_of<Column::reach>};
extern constinit OutcomeKind const contacts{
    {"contacts",
     {reads_people<Column::contacts>, {}, {}},
     {},
     "Mean over people of the number of others to whom a person has a tie of some strength."},
    Unit::employees,
    "Contacts of a person",
    mean_of<Column::contacts>};
extern constinit OutcomeKind const sought_by{
    {"sought_by",
     {reads_people<Column::sought_by>, {}, {}},
     {},
     "Mean over people of the number of others who have a tie of some strength to the person."},
    Unit::employees,
    "People who turn to a person",
    mean_of<Column::sought_by>};

}  // namespace micropol
