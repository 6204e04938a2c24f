#include "outcomes/outcome.h"
#include "outcomes/over_people.h"

namespace micropol {

namespace {
constexpr Column disclosed_reads[] = {Column::disclosed}, quality_reads[] = {Column::data_quality},
                 access_reads[] = {Column::data_access}, worth_reads[] = {Column::worth};
}

extern constinit OutcomeKind const disclosure{
    {"disclosure", {disclosed_reads, {}, {}}, {}, "People who share what they know, in the week."},
    Unit::share,
    "Sharing of knowledge",
    [](Week const& week) { return mean(week.read(Column::disclosed)); }};
extern constinit OutcomeKind const data_quality{
    {"data_quality", {quality_reads, {}, {}}, {}, "Customer knowledge that is in the system."},
    Unit::share,
    "Customer knowledge in the system",
    [](Week const& week) { return week.read(Column::data_quality)[0]; }};
extern constinit OutcomeKind const data_access{
    {"data_access", {access_reads, {}, {}}, {}, "Mean data access."}, Unit::share, "Data access", [](Week const& week) {
        return mean(week.read(Column::data_access));
    }};
extern constinit OutcomeKind const worth{
    {"worth", {worth_reads, {}, {}}, {}, "What using the tool shows: realised benefit against its effort."},
    Unit::attitude,
    "Worth of using the tool",
    [](Week const& week) { return week.read(Column::worth)[0]; }};

}  // namespace micropol
