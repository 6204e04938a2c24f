#include "outcomes/outcome.h"
#include "outcomes/over_people.h"

namespace micropol {

namespace {

Worlds nobody_there(Week const& week) {
    return share_of_seats(week.read(Column::present), [](Worlds const& present) { return present == 0.0f; });
}

}  // namespace

extern constinit OutcomeKind const quits{{"quits", {reads_only<Column::quits>, {}, {}}, {}, "People who have left so far."},
                                         Unit::employees,
                                         "People who left",
                                         of_organisation<Column::quits>,
                                         Prominence{OutcomeSection::people, 6}};
extern constinit OutcomeKind const hires{{"hires", {reads_only<Column::hires>, {}, {}}, {}, "People who have come so far."},
                                         Unit::employees,
                                         "People who came",
                                         of_organisation<Column::hires>};
extern constinit OutcomeKind const empty_seats{
    {"empty_seats", {reads_only<Column::present>, {}, {}}, {}, "Share of seats that nobody has."},
    Unit::share,
    "Empty seats",
    nobody_there};

}  // namespace micropol
