#pragma once
// --posterior: what is not known is taken from what a calibration left of it.

#include <memory>
#include <optional>
#include <vector>

#include "micropol/verb.h"
#include "model/given_numbers.h"
#include "scenario/later_start.h"
#include "scenario/read_scenario.h"

namespace micropol::app {

inline constexpr Option posterior_option{
    "posterior", "FILE.db",
    "take what is not known from the posterior in this file, as calibrate keeps it; each block takes a draw",
    "drawn as the scenario says"};

inline constexpr Option prior_option{"prior", "FILE.db",
                                     "draw what is not known as it was believed before the calibration in this file",
                                     "drawn as the scenario says"};

inline constexpr Option from_week_option{
    "from-week", "WEEK",
    "let strategies begin in this week, as where evidence ends; until then nothing is done, or what the company of --posterior or --prior did",
    "the first"};

// --from-week. Says where evidence goes on beyond it. Throws WrongUsage or InvalidInput.
[[nodiscard]] std::optional<LaterStart> later_start(Arguments const& arguments);

// --posterior or --prior: how the scenario was changed for the calibration, so that the same numbers are open; nothing without them. Throws WrongUsage or
// InvalidInput.
[[nodiscard]] std::vector<Override> settings_of_calibration(Arguments const& arguments);

// Nothing without the option. Throws InvalidInput where the posterior is of another scenario, with what differs.
[[nodiscard]] std::shared_ptr<GivenNumbers const> numbers_given(Call const& call, ScenarioSource const& source);

}  // namespace micropol::app
