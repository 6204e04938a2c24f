#include "outcomes/outcome.h"
#include "outcomes/over_people.h"

namespace micropol {

namespace {

Worlds not_at_work(Week const& week) {
    auto const tactic = week.read(Column::tactic);
    return mean_over_people(week, [&](std::size_t i) { return only(tactic[i] != float(Tactic::work), 1.0f); });
}

template <Tactic chosen>
Worlds share_choosing(Week const& week) {
    auto const tactic = week.read(Column::tactic);
    return mean_over_people(week, [&](std::size_t i) { return only(tactic[i] == float(chosen), 1.0f); });
}

}  // namespace

extern constinit OutcomeKind const politicking{{"politicking",
                                                {reads_people<Column::tactic>, {}, {}},
                                                {},
                                                "People who pursue goals of their own besides the work: any tactic but work."},
                                               Unit::share,
                                               "Politicking",
                                               not_at_work,
                                               Prominence{OutcomeSection::politics, 1}};
extern constinit OutcomeKind const persuading{
    {"persuading", {reads_people<Column::tactic>, {}, {}}, {}, "People who persuade others."},
    Unit::share,
    "Tactic: persuade",
    share_choosing<Tactic::persuade>};
extern constinit OutcomeKind const networking{
    {"networking", {reads_people<Column::tactic>, {}, {}}, {}, "People who build ties for their own goals."},
    Unit::share,
    "Tactic: network",
    share_choosing<Tactic::network>};
extern constinit OutcomeKind const allying{{"allying", {reads_people<Column::tactic>, {}, {}}, {}, "People who seek allies."},
                                           Unit::share,
                                           "Tactic: ally",
                                           share_choosing<Tactic::ally>};
extern constinit OutcomeKind const hiding{
    {"hiding", {reads_people<Column::tactic>, {}, {}}, {}, "People who hide what they know."},
    Unit::share,
    "Tactic: hide",
    share_choosing<Tactic::hide>,
    Prominence{OutcomeSection::politics, 2}};
extern constinit OutcomeKind const resisting{
    {"resisting", {reads_people<Column::tactic>, {}, {}}, {}, "People who resist the transformation."},
    Unit::share,
    "Tactic: resist",
    share_choosing<Tactic::resist>};
extern constinit OutcomeKind const gaming{
    {"gaming", {reads_people<Column::tactic>, {}, {}}, {}, "People who make their figures look better than their work."},
    Unit::share,
    "Tactic: game the figures",
    share_choosing<Tactic::game>};

}  // namespace micropol
