#include "outcomes/outcome.h"
#include "outcomes/over_people.h"

namespace micropol {

namespace {

constexpr Column count_reads[] = {Column::coalition_members},
                 bloc_reads[] = {Column::coalition_members, Column::coalition_weight, Column::coalition_stance};

constexpr float fewest_members = 3.0f;  // a pair is a friendship, from three on people speak of a coalition (assumed)

// Share of power of the weightiest coalition whose stance, times the side, is above zero.
template <int side>
Worlds largest_bloc(Week const& week) {
    auto const members = week.read(Column::coalition_members), weight = week.read(Column::coalition_weight),
               stance = week.read(Column::coalition_stance);
    Worlds largest = 0.0f;
    for (std::size_t c = 0; c < members.size(); ++c)
        largest = max_of(largest, only((members[c] >= fewest_members) & (stance[c] * float(side) > 0.0f), weight[c]));
    return clamp(largest * (1.0f / float(members.size())), 0.0f, 1.0f);
}

Worlds number(Week const& week) {
    Worlds count = 0.0f;
    for (Worlds const& members : week.read(Column::coalition_members)) count += only(members >= fewest_members, 1.0f);
    return count;
}

}  // namespace

extern constinit OutcomeKind const coalitions_outcome{
    {"coalitions", {count_reads, {}, {}}, {}, "Coalitions of three or more."}, Unit::one, "Coalitions", number};
extern constinit OutcomeKind const supporting_bloc{
    {"supporting_bloc", {bloc_reads, {}, {}}, {}, "Share of power of the largest coalition in favour."},
    Unit::share,
    "Largest supporting bloc",
    largest_bloc<1>};
extern constinit OutcomeKind const opposing_bloc{
    {"opposing_bloc", {bloc_reads, {}, {}}, {}, "Share of power of the largest coalition against."},
    Unit::share,
    "Largest opposing bloc",
    largest_bloc<-1>};

}  // namespace micropol
