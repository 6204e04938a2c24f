#include "outcomes/outcome.h"
#include "outcomes/over_people.h"

namespace micropol {

namespace {

constexpr Column lip_service_reads[] = {Column::attitude, Column::voiced_attitude, Column::present};

template <Column column>
Worlds spread_of(Week const& week) {
    auto const values = week.read(column);
    Worlds const centre = mean_of<column>(week);
    return root_of(mean_over_people(week, [&](std::size_t i) { return (values[i] - centre) * (values[i] - centre); }));
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
    mean_of<Column::attitude>,
    Prominence{OutcomeSection::people, 1}};
extern constinit OutcomeKind const attitude_spread{
    {"attitude_spread", {reads_people<Column::attitude>, {}, {}}, {}, "Standard deviation of private attitudes over people."},
    Unit::attitude,
    "Attitude, spread",
    spread_of<Column::attitude>};
extern constinit OutcomeKind const voiced_attitude{
    {"voiced_attitude", {reads_people<Column::voiced_attitude>, {}, {}}, {}, "Mean attitude shown to others."},
    Unit::attitude,
    "Attitude, voiced",
    mean_of<Column::voiced_attitude>};
extern constinit OutcomeKind const voiced_spread{{"voiced_spread",
                                                  {reads_people<Column::voiced_attitude>, {}, {}},
                                                  {},
                                                  "Standard deviation over people of the attitudes shown to others."},
                                                 Unit::attitude,
                                                 "Attitude, voiced, spread",
                                                 spread_of<Column::voiced_attitude>};
extern constinit OutcomeKind const lip_service{
    {"lip_service",
     {lip_service_reads, {}, {}},
     {},
     "Mean of what people voice above what they think: attitude shown to others minus private attitude."},
    Unit::one,
    "Voiced beyond what is thought",
    voiced_beyond_private,
    Prominence{OutcomeSection::people, 2}};
extern constinit OutcomeKind const belief{
    {"belief", {reads_people<Column::belief>, {}, {}}, {}, "Mean belief about the benefit to the company."},
    Unit::attitude,
    "Belief in the benefit",
    mean_of<Column::belief>};

}  // namespace micropol
