#include "outcomes/outcome.h"
#include "outcomes/over_people.h"

namespace micropol {

namespace {

constexpr Column lip_service_reads[] = {Column::attitude, Column::voiced_attitude, Column::present};

Worlds spread(Week const& week) {
    auto const attitude = week.read(Column::attitude);
    Worlds const centre = mean_of<Column::attitude>(week);
    return root_of(mean_over_people(week, [&](std::size_t i) { return (attitude[i] - centre) * (attitude[i] - centre); }));
}

Worlds voiced_beyond_private(Week const& week) {
    auto const attitude = week.read(Column::attitude), voiced = week.read(Column::voiced_attitude);
    return mean_over_people(week, [&](std::size_t i) { return voiced[i] - attitude[i]; });
}

}  // namespace

extern constinit OutcomeKind const private_attitude{
    {"attitude", {reads_people<Column::attitude>, {}, {}}, {}, "Mean private attitude."},
    Unit::attitude,
    "Attitude, private",
    mean_of<Column::attitude>};
extern constinit OutcomeKind const attitude_spread{
    {"attitude_spread", {reads_people<Column::attitude>, {}, {}}, {}, "Standard deviation of private attitudes over people."},
    Unit::attitude,
    "Attitude, spread",
    spread};
extern constinit OutcomeKind const voiced_attitude{
    {"voiced_attitude", {reads_people<Column::voiced_attitude>, {}, {}}, {}, "Mean attitude shown to others."},
    Unit::attitude,
    "Attitude, voiced",
    mean_of<Column::voiced_attitude>};
extern constinit OutcomeKind const lip_service{
    {"lip_service",
     {lip_service_reads, {}, {}},
     {},
     "Mean of what people voice above what they think: attitude shown to others minus private attitude."},
    Unit::one,
    "Voiced beyond what is thought",
    voiced_beyond_private};
extern constinit OutcomeKind const belief{
    {"belief", {reads_people<Column::belief>, {}, {}}, {}, "Mean belief about the benefit to the company."},
    Unit::attitude,
    "Belief in the benefit",
    mean_of<Column::belief>};

}  // namespace micropol
