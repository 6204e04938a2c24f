#include "outcomes/outcome.h"
#include "outcomes/over_people.h"

namespace micropol {

namespace {

constexpr Column momentum_reads[] = {Column::momentum}, stopped_reads[] = {Column::stopped},
                 initiatives_reads[] = {Column::initiatives}, pressure_reads[] = {Column::pressure},
                 support_reads[] = {Column::support}, pivotal_reads[] = {Column::pivotal}, cost_reads[] = {Column::cost};

template <Column column>
Worlds of_organisation(Week const& week) {
    return week.read(column)[0];
}

}  // namespace

extern constinit OutcomeKind const momentum{
    {"momentum", {momentum_reads, {}, {}}, {}, "Funding and attention the transformation has."},
    Unit::share,
    "Momentum",
    of_organisation<Column::momentum>};
extern constinit OutcomeKind const stopped{{"stopped", {stopped_reads, {}, {}}, {}, "The transformation was given up."},
                                           Unit::flag,
                                           "Stopped",
                                           of_organisation<Column::stopped>};
extern constinit OutcomeKind const initiatives{{"initiatives", {initiatives_reads, {}, {}}, {}, "Initiatives started so far."},
                                               Unit::one,
                                               "Initiatives started",
                                               of_organisation<Column::initiatives>};
extern constinit OutcomeKind const support{
    {"support", {support_reads, {}, {}}, {}, "Votes in favour minus against at the last decision."},
    Unit::attitude,
    "Support in the last decision",
    of_organisation<Column::support>};
extern constinit OutcomeKind const pressure{
    {"pressure", {pressure_reads, {}, {}}, {}, "Mean pressure felt."}, Unit::share, "Pressure felt", [](Week const& week) {
        return mean(week.read(Column::pressure));
    }};
extern constinit OutcomeKind const cost{{"cost", {cost_reads, {}, {}}, {}, "Spent on interventions so far."},
                                        Unit::money,
                                        "Cost of interventions",
                                        of_organisation<Column::cost>};
extern constinit OutcomeKind const pivotal_members{
    {"pivotal_members", {pivotal_reads, {}, {}}, {}, "People whose vote alone would have turned the last decision."},
    Unit::employees,
    "Pivotal members of the deciding body",
    [](Week const& week) { return mean(week.read(Column::pivotal)) * float(week.organisation.headcount()); }};

}  // namespace micropol
