// The even rows of the evidence on levers in engine/documentation/calibration.md: no number may be chosen for them.

#include "evidence/measures.h"
#include "mechanisms/reactance.h"

namespace micropol::evidence {

namespace {

// An episode of pressure, or a quarter of deadlines, begins after week 4.
constexpr int before = week_4, pressure_ends = 11, quarter_ends = 16;

Estimate use_for_show_included(Study& s, std::string_view arm) {
    BlockValues use = more(s, arm, "substantive", week_52, week_52);
    BlockValues const shown = more(s, arm, "symbolic", week_52, week_52);
    for (std::size_t b = 0; b < use.size(); ++b) use[b] += shown[b];
    return of(use);
}

// Of each person who stays, in the thirteen weeks.
Spread steps_in_the_quarter(Model const& model, Block const& block) {
    std::vector<Look> looks;
    looks.reserve(quarter_ends - before + 1);
    for (int week = before; week <= quarter_ends; ++week) looks.push_back({Column::stage, week});
    Record const record(model, block, looks);
    std::vector<std::span<Worlds const>> stages;
    stages.reserve(looks.size());
    for (Look const& look : looks) stages.push_back(record.of(look.column, look.week));
    return over_people(steps_taken(stages), record.stayed(before, quarter_ends));
}

// Reactance as the mechanism has it, mean of the eight weeks; attitude lost from before the episode to its end.
double reactance_and_attitude_lost(Model const& model, Block const& block) {
    auto const number = [&](char const* name) { return number_of(model, std::string("mechanisms.attitude.") + name); };
    Reactance const by{number("reactance"), number("tolerance"), number("tolerance_by_trust"), number("deadline_push")};
    std::vector<Look> looks{{Column::attitude, before}, {Column::attitude, pressure_ends}};
    for (int week = before + 1; week <= pressure_ends; ++week)
        for (Column const column : {Column::pressure, Column::deadlines, Column::moderation, Column::trust, Column::stake})
            looks.push_back({column, week});
    Record const record(model, block, looks);
    Organisation const& organisation = record.organisation();
    std::vector<Worlds> felt(organisation.headcount(), Worlds(0.0f)), lost;
    for (std::uint32_t i = 0; i < felt.size(); ++i) {
        for (int week = before + 1; week <= pressure_ends; ++week) {
            std::uint32_t const manager = organisation.manager_tie[i];
            Worlds const trust = manager == nobody ? Worlds(1.0f) : record.of(Column::trust, week)[manager];
            Worlds const push = push_of(record.of(Column::pressure, week)[i], record.of(Column::deadlines, week)[i], by);
            Worlds const beyond = beyond_tolerance(push, record.of(Column::moderation, week)[i], trust, by);
            felt[i] += reactance_of(beyond, record.of(Column::stake, week)[i], by) * (1.0f / (pressure_ends - before));
        }
        lost.push_back(record.of(Column::attitude, before)[i] - record.of(Column::attitude, pressure_ends)[i]);
    }
    return correlation_over_people(felt, lost, record.stayed(before, pressure_ends));
}

template <Column one, Column other, int week>
Estimate correlated(Study& s, std::string_view arm) {
    return of(s.of_blocks(arm, [](Model const& model, Block const& block) {
        Record const record(model, block, {{one, week}, {other, week}});
        return correlation_over_people(record.of(one, week), record.of(other, week), record.of(Column::present, week));
    }));
}

// The same lever, begun in the same week: on top of four others, and alone.
Estimate fifth_against_first(Study& s, std::string_view arm) {
    return of(minus(s.difference(arm, "four levers", "substantive"), s.difference("fifth lever alone", nothing, "substantive")));
}

}  // namespace

std::vector<Experiment> verdicts() {
    std::vector<Experiment> made = {
        {.row = "E2",
         .text = "Audit of the figures: use, for show included, in week 52",
         .simulate = use_for_show_included,
         .low = 0.02,
         .high = 0.16,
         .arm = "audit",
         .shown_times = points,
         .unit = "points"},
        {.row = "E2",
         .text = "… and attitude, in standard deviations",
         .simulate = [](Study& s, std::string_view arm) { return of(attitude_moved(s, arm, week_52)); },
         .low = -0.1,
         .high = 0.1,
         .arm = "audit"},
        {.row = "E4",
         .text = "Twelve weeks of workshops for those who lose: attitude, in standard deviations",
         .simulate = [](Study& s, std::string_view arm) { return of(attitude_moved(s, arm, 16)); },
         .low = 0.1,
         .high = 0.25,
         .arm = "workshop"},
        {.row = "E4",
         .text = "… and substantive adoption in week 52",
         .simulate = adoption_in_week_52,
         .low = -0.05,
         .high = 0.05,
         .arm = "workshop",
         .shown_times = points,
         .unit = "points"},
        {.row = "E6",
         .text = "Goals and deadlines for everyone: steps taken in the quarter they hold, show included, d over people who stay",
         .simulate = [](Study& s, std::string_view arm) { return of(standardised(s, arm, nothing, steps_in_the_quarter)); },
         .low = 0.42,
         .high = 0.76,
         .arm = "goals and deadlines, one quarter"},
        {.row = "E8",
         .text = "Eight weeks of full pressure on everyone: reactance felt and attitude lost correlate over people who stay",
         .simulate = [](Study& s, std::string_view arm) { return of(s.of_blocks(arm, reactance_and_attitude_lost)); },
         .low = 0.1,
         .high = 0.3,
         .arm = "pressure, eight weeks"},
        {.row = "E10",
         .text = "Felt job security and satisfaction correlate over people in week 26",
         .simulate = correlated<Column::stake_security, Column::satisfaction, week_26>,
         .low = 0.2,
         .high = 0.45,
         .arm = nothing},
        {.row = "E10",
         .text = "… and commitment",
         .simulate = correlated<Column::stake_security, Column::commitment, week_26>,
         .low = 0.15,
         .high = 0.4,
         .arm = nothing},
        {.row = "E12",
         .text = "Four levers in Sales, one more every twelve weeks: load and strain correlate over people in week 52",
         .simulate = correlated<Column::load, Column::strain, week_52>,
         .low = 0,
         .high = far,
         .arm = "four levers"},
        {.row = "E12",
         .text = "… training from week 52 as the fifth, against training as the first: substantive adoption in week 104",
         .simulate = fifth_against_first,
         .low = -far,
         .high = 0,
         .arm = "five levers",
         .shown_times = points,
         .unit = "points"},
    };
    for (Experiment& one : made) one.role = Role::verdict;
    return made;
}

}  // namespace micropol::evidence
