#include "outcomes/outcome.h"
#include "outcomes/over_people.h"

namespace micropol {

namespace {

constexpr Column effort_reads[] = {Column::effort_quantity, Column::effort_quality, Column::gaming},
                 net_reads[] = {Column::value_created, Column::cost},
                 transformation_reads[] = {Column::value_of_data, Column::value_of_leads};

Worlds gaming_of_all_effort(Week const& week) {
    auto const quantity = week.read(Column::effort_quantity), quality = week.read(Column::effort_quality),
               gaming = week.read(Column::gaming);
    Worlds const games = sum_over(gaming.size(), [&](std::size_t i) { return gaming[i]; });
    Worlds const works = sum_over(gaming.size(), [&](std::size_t i) { return quantity[i] + quality[i]; });
    return games / max_of(games + works, 1e-6f);
}

Worlds share_with_gaming(Week const& week) {
    auto const gaming = week.read(Column::gaming);
    return mean_over_people(week, [&](std::size_t i) { return only(gaming[i] > 0.0f, 1.0f); });
}

// Other pay may be worth its money; it is not what the transformation is for.
Worlds of_data_and_leads(Week const& week) { return week.read(Column::value_of_data)[0] + week.read(Column::value_of_leads)[0]; }
Worlds created_minus_cost(Week const& week) { return week.read(Column::value_created)[0] - week.read(Column::cost)[0]; }

}  // namespace

extern constinit OutcomeKind const measured_value{
    {"measured_value", {reads_people<Column::measured_value>, {}, {}}, {}, "Mean of what the figures say of a person's work."},
    Unit::one,
    "Measured value of work",
    mean_of<Column::measured_value>};
extern constinit OutcomeKind const true_value{
    {"true_value", {reads_people<Column::true_value>, {}, {}}, {}, "Mean of what a person's work is worth."},
    Unit::one,
    "True value of work",
    mean_of<Column::true_value>,
    Prominence{OutcomeSection::performance, 1}};
extern constinit OutcomeKind const metric_value_correlation{
    {"metric_value_correlation",
     {reads_pair<Column::measured_value, Column::true_value>, {}, {}},
     {},
     "Correlation across people of measured and true value; 0 where all are alike."},
    Unit::correlation,
    "Figures that tell true value (correlation)",
    correlation_of<Column::measured_value, Column::true_value>,
    Prominence{OutcomeSection::performance, 2}};
extern constinit OutcomeKind const gaming_share{
    {"gaming_share", {effort_reads, {}, {}}, {}, "Share of all effort that goes into figures that flatter."},
    Unit::share,
    "Effort spent on gaming figures",
    gaming_of_all_effort,
    Prominence{OutcomeSection::performance, 3}};
extern constinit OutcomeKind const gamers{
    {"gamers", {reads_people<Column::gaming>, {}, {}}, {}, "People who put any effort into figures that flatter."},
    Unit::share,
    "People who game figures",
    share_with_gaming};
extern constinit OutcomeKind const lead_quality{{"lead_quality",
                                                 {reads_only<Column::lead_quality>, {}, {}},
                                                 {},
                                                 "Share of Marketing's effort that goes into the quality of leads."},
                                                Unit::share,
                                                "Quality of leads",
                                                of_organisation<Column::lead_quality>};
extern constinit OutcomeKind const lead_followup{
    {"lead_followup", {reads_only<Column::lead_followup>, {}, {}}, {}, "Share of Marketing's leads that Sales pursue."},
    Unit::share,
    "Leads that Sales pursue",
    of_organisation<Column::lead_followup>,
    Prominence{OutcomeSection::performance, 4}};
extern constinit OutcomeKind const value_created{
    {"value_created", {reads_only<Column::value_created>, {}, {}}, {}, "True value of all work above that at the start, so far."},
    Unit::money,
    "Value created",
    of_organisation<Column::value_created>};
extern constinit OutcomeKind const value_of_data{{"value_of_data",
                                                  {reads_only<Column::value_of_data>, {}, {}},
                                                  {},
                                                  "What deciding with data has added to the true value of all work, so far."},
                                                 Unit::money,
                                                 "Value of deciding with data",
                                                 of_organisation<Column::value_of_data>};
extern constinit OutcomeKind const value_of_leads{
    {"value_of_leads",
     {reads_only<Column::value_of_leads>, {}, {}},
     {},
     "What better leads and their pursuit have added to it, so far, at the usual pay."},
    Unit::money,
    "Value of leads",
    of_organisation<Column::value_of_leads>};
extern constinit OutcomeKind const value_of_transformation{
    {"value_of_transformation",
     {transformation_reads, {}, {}},
     {},
     "Value of deciding with data and value of leads: what other pay brings is not counted."},
    Unit::money,
    "Value of the transformation",
    of_data_and_leads};
extern constinit OutcomeKind const value_of_incentives{
    {"value_of_incentives",
     {reads_only<Column::value_of_incentives>, {}, {}},
     {},
     "What other pay, goals and audits have added to the true value of all work, so far."},
    Unit::money,
    "Value of other incentives",
    of_organisation<Column::value_of_incentives>};
extern constinit OutcomeKind const net_value{
    {"net_value", {net_reads, {}, {}}, {}, "Value created minus what interventions cost, so far."},
    Unit::money,
    "Value created minus cost",
    created_minus_cost,
    Prominence{OutcomeSection::performance, 6}};

}  // namespace micropol
