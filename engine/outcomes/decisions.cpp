#include "outcomes/outcome.h"
#include "outcomes/over_people.h"

namespace micropol {

namespace {

Worlds number_pivotal(Week const& week) {
    auto const pivotal = week.read(Column::pivotal);
    return sum_over(pivotal.size(), [&](std::size_t i) { return pivotal[i]; });
}

}  // namespace

extern constinit OutcomeKind const momentum{
    {"momentum", {reads_only<Column::momentum>, {}, {}}, {}, "Funding and attention the transformation has."},
    Unit::share,
    "Momentum",
    of_organisation<Column::momentum>,
    Prominence{OutcomeSection::decisions, 1}};
extern constinit OutcomeKind const stopped{
    {"stopped", {reads_only<Column::stopped>, {}, {}}, {}, "The transformation was given up."},
    Unit::flag,
    "Stopped",
    of_organisation<Column::stopped>,
    Prominence{OutcomeSection::decisions, 5}};
extern constinit OutcomeKind const initiatives{
    {"initiatives", {reads_only<Column::initiatives>, {}, {}}, {}, "Initiatives started so far."},
    Unit::one,
    "Initiatives started",
    of_organisation<Column::initiatives>};
extern constinit OutcomeKind const meetings{{"meetings", {reads_only<Column::meetings>, {}, {}}, {}, "Decisions taken so far."},
                                            Unit::one,
                                            "Decisions taken",
                                            of_organisation<Column::meetings>};
extern constinit OutcomeKind const support{
    {"support", {reads_only<Column::support>, {}, {}}, {}, "Votes in favour minus against at the last decision."},
    Unit::attitude,
    "Support in the last decision",
    of_organisation<Column::support>,
    Prominence{OutcomeSection::decisions, 2}};
extern constinit OutcomeKind const decision_regret{
    {"decision_regret",
     {reads_only<Column::decision_regret>, {}, {}},
     {},
     "What the decisions so far cost against those that serve the customer best, on average."},
    Unit::share,
    "Decision regret",
    of_organisation<Column::decision_regret>,
    Prominence{OutcomeSection::decisions, 3}};
extern constinit OutcomeKind const credibility{
    {"credibility", {reads_only<Column::credibility>, {}, {}}, {}, "How far people believe the sponsor."},
    Unit::share,
    "Credibility of the sponsor",
    of_organisation<Column::credibility>,
    Prominence{OutcomeSection::decisions, 4}};
extern constinit OutcomeKind const executive_pressure{
    {"executive_pressure", {reads_only<Column::executive_pressure>, {}, {}}, {}, "Pressure from the top on everyone."},
    Unit::share,
    "Pressure from the top",
    of_organisation<Column::executive_pressure>};
extern constinit OutcomeKind const pressure{{"pressure", {reads_people<Column::pressure>, {}, {}}, {}, "Mean pressure felt."},
                                            Unit::share,
                                            "Pressure felt",
                                            mean_of<Column::pressure>};
extern constinit OutcomeKind const cost{{"cost", {reads_only<Column::cost>, {}, {}}, {}, "Spent on interventions so far."},
                                        Unit::money,
                                        "Cost of interventions",
                                        of_organisation<Column::cost>};
extern constinit OutcomeKind const pivotal_members{{"pivotal_members",
                                                    {reads_only<Column::pivotal>, {}, {}},
                                                    {},
                                                    "People whose vote alone would have turned the last decision."},
                                                   Unit::employees,
                                                   "Pivotal members of the deciding body",
                                                   number_pivotal};

}  // namespace micropol
