#pragma once
// The quantities that change during a history and that mechanisms share. Everything about a column stands in one table
// (column_specs in column.cpp).

#include <bitset>
#include <cstdint>
#include <span>
#include <string_view>

#include "base/parameter.h"

namespace micropol {

enum class Column : std::uint8_t {
    // [1] the organisation
    data_reliance,
    momentum,
    executive_pressure,
    credibility,
    credibility_change,
    data_quality,
    report_truth,
    worth,
    mean_use,
    aware_share,
    reported_adoption,
    last_reported,
    initiatives,
    stopped,
    weak_meetings,
    support,
    meetings,
    decision_regret,
    cost,
    mean_status,
    rivalry,
    ideas,
    marketing_sales_trust,
    lead_quality,
    lead_followup,
    followup_at_start,
    followup_at_usual_pay,
    value_at_start,
    value_created,
    value_of_data,
    value_of_leads,
    value_of_incentives,
    sponsor_left,
    sponsor,
    sponsor_plan,
    sponsor_vacancy,
    budget_cut,
    reorganised,
    upheaval,
    quits,
    hires,
    // [employee] levers: see Week::lever
    pressure,
    deadlines,
    moderation,
    integration,
    quality_pay,
    audit,
    joint_goals,
    shared_access,
    say,
    evidence,
    compensation,
    guidance,
    championing,
    training,
    pilot,
    story,
    communication,
    participation,
    outside_advice,
    restructuring,
    sidelining,
    tool_support,
    lead_tracking,
    usage_bonus,
    // [employee]
    present,
    called_away,
    change_asked,
    load,
    fatigue,
    working_time,
    used_to_compensation,
    used_to_pay,
    compliance,
    relation_control,
    data_control,
    power,
    power_expected,
    power_at_start,
    outlook_career,
    outlook_status,
    stake,
    stake_career,
    stake_pay,
    stake_status,
    stake_security,
    stake_company,
    belief,
    confidence,
    expectation,
    experience,
    disclosed,
    data_access,
    data_skill,
    attitude,
    anchor,
    voiced_attitude,
    apparent_attitude,
    voice,
    tactic,
    propensity_work,
    propensity_persuade,
    propensity_network,
    propensity_ally,
    propensity_hide,
    propensity_resist,
    propensity_game,
    power_last_turn,
    reach,
    sought,
    contacts,
    sought_by,
    mean_trust,
    trust_within,
    trust_across,
    coalition,
    effort_quantity,
    effort_quality,
    gaming,
    honesty,
    pursuit,
    measured_value,
    true_value,
    task_performance,
    status,
    status_at_start,
    stage,
    use,
    conflict,
    cohesion,
    perceived_politics,
    strain,
    satisfaction,
    commitment,
    turnover_intention,
    pivotal,
    // [coalition]: numbered like employees; see coalitions.cpp
    coalition_members,
    coalition_weight,
    coalition_stance,
    coalition_cohesion,
    coalition_age,
    // [tie]
    strength,
    trust,
    influence,
    count,
};
inline constexpr std::size_t column_count = std::size_t(Column::count);
using ColumnSet = std::bitset<column_count>;
[[nodiscard]] constexpr bool is_lever(Column column) { return column >= Column::pressure && column <= Column::usage_bonus; }

enum class Shape : std::uint8_t { organisation, employee, coalition, tie };

struct ColumnSpec {
    Column column;
    std::string_view name;
    Shape shape;
    Unit unit;
    Range range;
    float neutral;  // the value where nothing writes it; the state's start may set another (start.cpp)
    std::string_view description;
};

[[nodiscard]] std::span<ColumnSpec const, column_count> column_specs();  // [column]
[[nodiscard]] inline ColumnSpec const& spec_of(Column column) { return column_specs()[std::size_t(column)]; }

}  // namespace micropol
