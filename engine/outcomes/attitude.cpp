#include "base/worlds_math.h"
#include "outcomes/outcome.h"
#include "outcomes/over_people.h"

namespace micropol {

namespace {

constexpr Column attitude_reads[] = {Column::attitude}, voiced_reads[] = {Column::voiced_attitude},
                 belief_reads[] = {Column::belief}, stake_reads[] = {Column::stake};

template <Column column>
Worlds mean_of(Week const& week) {
    return mean(week.read(column));
}

Worlds spread(Week const& week) {
    auto const attitude = week.read(Column::attitude);
    Worlds const centre = mean(attitude);
    Worlds sum = 0.0f;
    for (Worlds const& x : attitude) sum += (x - centre) * (x - centre);
    return root_of(sum * (1.0f / float(attitude.size())));
}

}  // namespace

extern constinit OutcomeKind const private_attitude{{"attitude", {attitude_reads, {}, {}}, {}, "Mean private attitude."},
                                                    Unit::attitude,
                                                    "Attitude, private",
                                                    mean_of<Column::attitude>};
extern constinit OutcomeKind const attitude_spread{
    {"attitude_spread", {attitude_reads, {}, {}}, {}, "Standard deviation of private attitudes over people."},
    Unit::attitude,
    "Attitude, spread",
    spread};
extern constinit OutcomeKind const voiced_attitude{
    {"voiced_attitude", {voiced_reads, {}, {}}, {}, "Mean attitude shown to others."},
    Unit::attitude,
    "Attitude, voiced",
    mean_of<Column::voiced_attitude>};
extern constinit OutcomeKind const belief{{"belief", {belief_reads, {}, {}}, {}, "Mean belief about the benefit to the company."},
                                          Unit::attitude,
                                          "Belief in the benefit",
                                          mean_of<Column::belief>};
extern constinit OutcomeKind const stake{{"stake", {stake_reads, {}, {}}, {}, "Mean of what people stand to win or lose."},
                                         Unit::attitude,
                                         "Stake",
                                         mean_of<Column::stake>};

}  // namespace micropol
