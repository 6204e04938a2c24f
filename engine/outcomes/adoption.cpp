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

template <Stage at>
constexpr OutcomeKind share_at_stage(std::string_view key, std::string_view description, std::string_view label,
                                     std::optional<Prominence> prominent = {}) {
    return {{key, {reads_only<Column::stage>, {}, {}}, {}, description}, Unit::share, label, share_at<at>, prominent, at};
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
    taken_root,
    Prominence{OutcomeSection::headline, 2}};
extern constinit OutcomeKind const substantive = share_at_stage<Stage::substantive>(
    "substantive", "People who use the tool and decide with it.", "Substantive adoption",
    Prominence{OutcomeSection::headline, 1});
extern constinit OutcomeKind const symbolic = share_at_stage<Stage::symbolic>(
    "symbolic", "People who log in without deciding otherwise.", "Only on paper (symbolic)",
    Prominence{OutcomeSection::headline, 3});
extern constinit OutcomeKind const on_trial = share_at_stage<Stage::trial>("on_trial", "People who are trying the tool.",
                                                                           "On trial");
extern constinit OutcomeKind const interested = share_at_stage<Stage::interested>(
    "interested", "People who are interested but have not tried.", "Interested");
extern constinit OutcomeKind const aware = share_at_stage<Stage::aware>("aware", "People who know of it and no more.", "Aware");
extern constinit OutcomeKind const unaware = share_at_stage<Stage::unaware>("unaware", "People who have not heard of it.",
                                                                            "Unaware");
extern constinit OutcomeKind const rejecting = share_at_stage<Stage::rejecting>("rejecting", "People who have turned away.",
                                                                                "Rejecting");
extern constinit OutcomeKind const use_depth{
    {"use_depth", {reads_only<Column::use>, {}, {}}, {}, "Mean share of decisions that rest on data."},
    Unit::share,
    "Decisions resting on data",
    [](Week const& week) { return mean_of_seats(week.read(Column::use)); },
    Prominence{OutcomeSection::people, 4}};
extern constinit OutcomeKind const data_skill{{"data_skill", {reads_people<Column::data_skill>, {}, {}}, {}, "Mean data skill."},
                                              Unit::share,
                                              "Data skill",
                                              mean_of<Column::data_skill>,
                                              Prominence{OutcomeSection::people, 5}};
extern constinit OutcomeKind const reported_adoption{
    {"reported_adoption",
     {reads_only<Column::reported_adoption>, {}, {}},
     {},
     "People who log in, for substance or for show: what reports say of adoption."},
    Unit::share,
    "Adoption as reported",
    of_organisation<Column::reported_adoption>};

}  // namespace micropol
