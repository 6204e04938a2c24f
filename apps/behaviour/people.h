#pragma once
// What cases ask about single people: who uses the tool, and beside whom.

#include "behaviour/study.h"

namespace micropol::behaviour {

enum class Use { in_earnest, any };  // any: in earnest or for show, as log-ins tell

// Share of the people of a department, of those there in the last week, over all sixteen histories.
[[nodiscard]] double share_of_users(People const& people, std::string_view department, Use use);

// Over the members of `department`, how use (share of the sixteen histories in which somebody logs in) goes with ties to people
// of `toward`, others being equal in ties to everybody else: standardised slope of a regression on both numbers of acquaintances.
[[nodiscard]] double slope_on_ties_to(People const& people, std::string_view department, std::string_view toward);
// The same regression, the slope on ties to everybody else.
[[nodiscard]] double slope_on_ties_beyond(People const& people, std::string_view department, std::string_view toward);

// Over the people without reports of a department, how use in earnest goes with that of the superior, and with the share of those
// who use it among the others under the same superior, each with the other held: standardised slopes, mean over the histories in
// which all three differ from person to person.
[[nodiscard]] double slope_on_superior(People const& people, std::string_view department);
[[nodiscard]] double slope_on_coworkers(People const& people, std::string_view department);

}  // namespace micropol::behaviour
