#include "outcomes/outcome.h"
#include "outcomes/over_people.h"

namespace micropol {

namespace {

Worlds with_a_loss(Week const& week) {
    auto const stake = week.read(Column::stake);
    return mean_over_people(week, [&](std::size_t i) { return only(stake[i] < 0.0f, 1.0f); });
}

}  // namespace

extern constinit OutcomeKind const stake{
    {"stake", {reads_people<Column::stake>, {}, {}}, {}, "Mean of what people stand to win or lose."},
    Unit::attitude,
    "Stake",
    mean_of<Column::stake>};
extern constinit OutcomeKind const losers{
    {"losers", {reads_people<Column::stake>, {}, {}}, {}, "People who stand to lose more than they win."},
    Unit::share,
    "People with more to lose",
    with_a_loss,
    Prominence{OutcomeSection::people, 3}};
extern constinit OutcomeKind const stake_career{
    {"stake_career", {reads_people<Column::stake_career>, {}, {}}, {}, "Mean expected change in power."},
    Unit::attitude,
    "Stake in career",
    mean_of<Column::stake_career>};
extern constinit OutcomeKind const stake_pay{
    {"stake_pay", {reads_people<Column::stake_pay>, {}, {}}, {}, "Mean expected change in pay."},
    Unit::attitude,
    "Stake in pay",
    mean_of<Column::stake_pay>};
extern constinit OutcomeKind const stake_status{
    {"stake_status", {reads_people<Column::stake_status>, {}, {}}, {}, "Mean expected change in standing, as felt."},
    Unit::attitude,
    "Stake in status",
    mean_of<Column::stake_status>};
extern constinit OutcomeKind const stake_security{
    {"stake_security", {reads_people<Column::stake_security>, {}, {}}, {}, "Mean expected change in job security."},
    Unit::attitude,
    "Stake in security",
    mean_of<Column::stake_security>};
extern constinit OutcomeKind const stake_company{{"stake_company",
                                                  {reads_people<Column::stake_company>, {}, {}},
                                                  {},
                                                  "Mean believed benefit to the company, as a goal of its own."},
                                                 Unit::attitude,
                                                 "Stake in the company's good",
                                                 mean_of<Column::stake_company>};

}  // namespace micropol
