#pragma once
// The quantities that change during a history and that mechanisms share. Everything about a column stands in one table
// (column_specs in column.cpp).

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
    data_quality,
    worth,
    mean_use,
    aware_share,
    reported_adoption,
    last_reported,
    initiatives,
    stopped,
    weak_meetings,
    support,
    cost,
    // [employee] levers
    pressure,
    moderation,
    shared_access,
    training,
    // [employee]
    compliance,
    relation_control,
    data_control,
    power,
    power_expected,
    stake,
    stake_career,
    stake_pay,
    stake_status,
    stake_security,
    stake_company,
    belief,
    disclosed,
    data_access,
    data_skill,
    attitude,
    voiced_attitude,
    coalition,
    stage,
    use,
    pivotal,
    // [coalition]: numbered like employees; see coalitions.cpp
    coalition_members,
    coalition_weight,
    coalition_stance,
    // [tie]
    strength,
    trust,
    count,
};
inline constexpr std::size_t column_count = std::size_t(Column::count);

enum class Shape : std::uint8_t { organisation, employee, coalition, tie };

struct ColumnSpec {
    Column column;
    std::string_view name;
    Shape shape;
    Unit unit;
    Range range;
    float neutral;  // the value where nothing writes it; the state's start may set another (start.cpp)
    std::string_view meaning;
};

[[nodiscard]] std::span<ColumnSpec const, column_count> column_specs();  // [column]
[[nodiscard]] inline ColumnSpec const& spec_of(Column column) { return column_specs()[std::size_t(column)]; }

}  // namespace micropol
