#include "outcomes/outcome.h"
#include "outcomes/over_people.h"

namespace micropol {

namespace {

constexpr Column order_reads[] = {Column::status, Column::status_at_start, Column::present},
                 risen_reads[] = {Column::status, Column::status_at_start, Column::mean_status, Column::present},
                 trust_reads[] = {Column::status, Column::status_at_start, Column::mean_status, Column::present, Column::trust},
                 ties_reads[] = {Column::status, Column::status_at_start, Column::mean_status, Column::present, Column::strength};

constexpr float visible_rise = 0.05f;  // share of the whole scale, so that colleagues notice (assumed)

// One for each person whose status is above the mean and has visibly risen against it since the start, else 0.
auto risen_stars_of(Week const& week) {
    Worlds const mean = week.read(Column::mean_status)[0], mean_at_start = mean_of_seats(week.read(Column::status_at_start));
    return [status = week.read(Column::status), at_start = week.read(Column::status_at_start), mean, drift = mean - mean_at_start,
            present = week.read(Column::present)](std::size_t i) {
        return only((status[i] > mean) & (status[i] - at_start[i] - drift >= visible_rise), present[i]);
    };
}

Worlds share_risen(Week const& week) { return mean_over_people(week, risen_stars_of(week)); }

// How far what those who knew them feel for risen stars lies above where it began. Of the ties only those to somebody who rose in at least
// one history are looked at: there are few.
template <Column column>
Worlds gained_by_risen_stars(Week const& week) {
    Ties const& ties = week.organisation.ties;
    auto const& at_start = column == Column::trust ? ties.trust : ties.strength;
    auto const now = week.read(column), present = week.read(Column::present);
    auto const risen = risen_stars_of(week);
    Worlds gained = 0.0f, counted = 0.0f;
    for (std::uint32_t i = 0; i < week.organisation.headcount(); ++i) {
        Worlds const star = risen(i);
        if (!any(star > 0.0f)) continue;
        for (std::uint32_t t = ties.first[i]; t < ties.first[i + 1]; ++t) {
            Worlds const both = star * present[ties.other[t]];
            std::uint32_t const toward = ties.reverse[t];
            if (!ties.is_known(toward)) continue;
            gained += both * (now[toward] - at_start[toward]);
            counted += both;
        }
    }
    return gained / max_of(counted, 1.0f);
}

}  // namespace

extern constinit OutcomeKind const status_order_kept{
    {"status_order_kept",
     {order_reads, {}, {}},
     {},
     "Correlation across people of status with status at the start; 0 where all are alike."},
    Unit::correlation,
    "Status order kept",
    correlation_of<Column::status, Column::status_at_start>};
extern constinit OutcomeKind const risen_stars{
    {"risen_stars",
     {risen_reads, {}, {}},
     {},
     "People above the mean in status who have risen against it by a twentieth of the scale or more since the start."},
    Unit::share,
    "Risen stars",
    share_risen};
extern constinit OutcomeKind const trust_in_risen_stars{
    {"trust_in_risen_stars",
     {trust_reads, {}, {}},
     {},
     "How far the trust of contacts in risen stars lies above that at the start; 0 where nobody rose."},
    Unit::attitude,
    "Trust gained by risen stars",
    gained_by_risen_stars<Column::trust>};
extern constinit OutcomeKind const ties_of_risen_stars{
    {"ties_of_risen_stars",
     {ties_reads, {}, {}},
     {},
     "How far the strength of the ties of contacts to risen stars lies above that at the start; 0 where nobody rose."},
    Unit::attitude,
    "Ties gained by risen stars",
    gained_by_risen_stars<Column::strength>};

}  // namespace micropol
