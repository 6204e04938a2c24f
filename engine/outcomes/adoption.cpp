#include "outcomes/outcome.h"
#include "outcomes/over_people.h"

namespace micropol {

namespace {

constexpr Column success_reads[] = {Column::stage, Column::stopped};

// Of all seats: an empty one counts as unaware.
template <Stage at>
Worlds share_at(Week const& week) {
    return share_of_seats(week.read(Column::stage), [](Worlds const& s) { return s == float(at); });
}

Worlds taken_root(Week const& week) {
    Mask const enough = share_at<Stage::substantive>(week) >= week.settings.success_substantive;
    return only(enough & (week.read(Column::stopped)[0] == 0.0f), 1.0f);
}

}  // namespace

extern constinit OutcomeKind const success{
    {"success",
     {success_reads, {}, {}},
     {},
     "Substantive adoption has reached the share that the scenario calls success, and the transformation was not stopped."},
    Unit::flag,
    "Transformation takes root",
    taken_root};
extern constinit OutcomeKind const substantive{
    {"substantive", {reads_only<Column::stage>, {}, {}}, {}, "People who use the tool and decide with it."},
    Unit::share,
    "Substantive adoption",
    share_at<Stage::substantive>};
extern constinit OutcomeKind const symbolic{
    {"symbolic", {reads_only<Column::stage>, {}, {}}, {}, "People who log in without deciding otherwise."},
    Unit::share,
    "Only on paper (symbolic)",
    share_at<Stage::symbolic>};
extern constinit OutcomeKind const on_trial{
    {"on_trial", {reads_only<Column::stage>, {}, {}}, {}, "People who are trying the tool."},
    Unit::share,
    "On trial",
    share_at<Stage::trial>};
extern constinit OutcomeKind const interested{
    {"interested", {reads_only<Column::stage>, {}, {}}, {}, "People who are interested but have not tried."},
    Unit::share,
    "Interested",
    share_at<Stage::interested>};
extern constinit OutcomeKind const aware{{"aware", {reads_only<Column::stage>, {}, {}}, {}, "People who know of it and no more."},
                                         Unit::share,
                                         "Aware",
                                         share_at<Stage::aware>};
extern constinit OutcomeKind const unaware{
    {"unaware", {reads_only<Column::stage>, {}, {}}, {}, "People who have not heard of it."},
    Unit::share,
    "Unaware",
    share_at<Stage::unaware>};
extern constinit OutcomeKind const rejecting{
    {"rejecting", {reads_only<Column::stage>, {}, {}}, {}, "People who have turned away."},
    Unit::share,
    "Rejecting",
    share_at<Stage::rejecting>};
extern constinit OutcomeKind const use_depth{
    {"use_depth", {reads_only<Column::use>, {}, {}}, {}, "Mean share of decisions that rest on data."},
    Unit::share,
    "Decisions resting on data",
    [](Week const& week) { return mean_of_seats(week.read(Column::use)); }};
extern constinit OutcomeKind const data_skill{{"data_skill", {reads_people<Column::data_skill>, {}, {}}, {}, "Mean data skill."},
                                              Unit::share,
                                              "Data skill",
                                              mean_of<Column::data_skill>};
extern constinit OutcomeKind const reported_adoption{
    {"reported_adoption",
     {reads_only<Column::reported_adoption>, {}, {}},
     {},
     "People who log in, for substance or for show: what reports say of adoption."},
    Unit::share,
    "Adoption as reported",
    of_organisation<Column::reported_adoption>};

}  // namespace micropol
