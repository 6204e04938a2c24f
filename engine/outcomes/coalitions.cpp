#include "outcomes/outcome.h"
#include "outcomes/over_people.h"
#include "state/coalition.h"

namespace micropol {

namespace {

constexpr Column cohesion_reads[] = {Column::coalition_members, Column::coalition_cohesion},
                 age_reads[] = {Column::coalition_members, Column::coalition_age},
                 bloc_reads[] = {Column::coalition_members, Column::coalition_weight, Column::coalition_stance};

constexpr float takes_sides =
    0.05f;  // stance from which a coalition is for or against the change, and not just about it (assumed)

// Share of power of the weightiest coalition on that side.
template <int side>
Worlds largest_bloc(Week const& week) {
    auto const members = week.read(Column::coalition_members), weight = week.read(Column::coalition_weight),
               stance = week.read(Column::coalition_stance);
    Worlds largest = 0.0f;
    for (std::size_t c = 0; c < members.size(); ++c)
        largest = max_of(largest, only((members[c] >= fewest_members) & (stance[c] * float(side) > takes_sides), weight[c]));
    return clamp(largest * (1.0f / float(members.size())), 0.0f, 1.0f);
}

Worlds number(Week const& week) {
    auto const members = week.read(Column::coalition_members);
    return sum_over(members.size(), [&](std::size_t c) { return only(members[c] >= fewest_members, 1.0f); });
}

Worlds members_of_all(Week const& week) {
    auto const members = week.read(Column::coalition_members);
    return sum_over(members.size(), [&](std::size_t c) { return only(members[c] >= fewest_members, members[c]); });
}

Worlds share_of_members(Week const& week) { return members_of_all(week) * (1.0f / float(week.organisation.headcount())); }

Worlds mean_cohesion(Week const& week) {
    auto const members = week.read(Column::coalition_members), cohesion = week.read(Column::coalition_cohesion);
    Worlds const sum = sum_over(members.size(),
                                [&](std::size_t c) { return only(members[c] >= fewest_members, members[c] * cohesion[c]); });
    return sum / max_of(members_of_all(week), 1.0f);
}

Worlds greatest_age(Week const& week) {
    auto const members = week.read(Column::coalition_members), age = week.read(Column::coalition_age);
    Worlds greatest = 0.0f;
    for (std::size_t c = 0; c < members.size(); ++c) greatest = max_of(greatest, only(members[c] >= fewest_members, age[c]));
    return greatest;
}

}  // namespace

extern constinit OutcomeKind const coalitions_outcome{
    {"coalitions", {reads_only<Column::coalition_members>, {}, {}}, {}, "Coalitions of three or more."},
    Unit::one,
    "Coalitions",
    number};
extern constinit OutcomeKind const supporting_bloc{
    {"supporting_bloc", {bloc_reads, {}, {}}, {}, "Share of power of the largest coalition in favour."},
    Unit::share,
    "Largest supporting bloc",
    largest_bloc<1>,
    Prominence{OutcomeSection::politics, 5}};
extern constinit OutcomeKind const opposing_bloc{
    {"opposing_bloc", {bloc_reads, {}, {}}, {}, "Share of power of the largest coalition against."},
    Unit::share,
    "Largest opposing bloc",
    largest_bloc<-1>,
    Prominence{OutcomeSection::politics, 4}};
extern constinit OutcomeKind const in_coalitions{
    {"in_coalitions", {reads_only<Column::coalition_members>, {}, {}}, {}, "Share of seats in coalitions of three or more."},
    Unit::share,
    "Members of coalitions",
    share_of_members};
extern constinit OutcomeKind const coalition_cohesion{
    {"coalition_cohesion",
     {cohesion_reads, {}, {}},
     {},
     "How alike the members of coalitions of three or more think, mean over their members; 0 where there is none."},
    Unit::share,
    "Agreement within coalitions",
    mean_cohesion};
extern constinit OutcomeKind const oldest_coalition{
    {"oldest_coalition", {age_reads, {}, {}}, {}, "Age of the oldest coalition of three or more."},
    Unit::weeks,
    "Age of the oldest coalition",
    greatest_age};

}  // namespace micropol
