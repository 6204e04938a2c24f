#pragma once
// The scenario format: one tree of fields, from which everything else about the format follows.

#include "scenario/field.h"
#include "scenario/read_scenario.h"

namespace micropol {

inline constexpr int format_version = 1;
inline constexpr double longest_horizon = 1040;  // weeks: twenty years
inline constexpr double most_employees = 1000000;

[[nodiscard]] Field scenario_format(KnownPlugins const& known);

// Its parts.
[[nodiscard]] Field organisation_format();
[[nodiscard]] std::vector<Field> situation_format();  // transformation, culture, governance, success
[[nodiscard]] std::vector<Field> plugin_format(
    KnownPlugins const& known);  // mechanisms, levers, interventions, strategies, outcomes

// Text of at most so many bytes.
[[nodiscard]] Field text_field(std::string key, std::string description, double longest,
                               std::function<void(Scenario&, Value const&)> store);
// A name: 1 to 200 bytes, required.
[[nodiscard]] Field name_field(std::string description, std::function<void(Scenario&, Value const&)> store);
[[nodiscard]] Field choice_field(std::string key, std::string description, std::span<std::string_view const> choices,
                                 std::string default_value, std::function<void(Scenario&, Value const&)> store);

}  // namespace micropol
