#pragma once
// The options that say which scenario, shared by the verbs that read one.

#include "micropol/arguments.h"
#include "model/model.h"
#include "results/show.h"
#include "scenario/read_scenario.h"

namespace micropol::app {

inline constexpr Option set_option{"set", "PATH=VALUE", "another value for one field of the scenario", true};
inline constexpr Option runs_option{"runs", "N", "histories, in whole blocks of sixteen; as the scenario says, or 1,024"};
inline constexpr Option seed_option{"seed", "N", "another seed, another chance; as the scenario says, or 1"};
inline constexpr Option weeks_option{"weeks", "N", "how long to simulate; as the scenario says, or 104"};
inline constexpr Option strategy_option{"strategy", "NAME", "one of the scenario's strategies; none without"};
inline constexpr Option allow_outside_option{"allow-outside", "", "the scenario may name files outside its folder"};

inline constexpr Option threads_option{"threads", "N", "how many blocks at a time; all processors without"};
inline constexpr Option format_option{"format", "FORMAT", "text, json, csv or markdown"};
inline constexpr Option show_names_option{"show-names", "", "imported people by their names; without, they have pseudonyms"};
inline constexpr Option group_size_option{"group-size", "K", "groups of fewer imported people are not shown singly (default 10)"};
inline constexpr Option no_progress_option{"no-progress", "", "no progress line"};
inline constexpr Option dry_run_option{"dry-run", "", "say what would be simulated and how long it would take"};

// The scenario file named on the command line, with --set, --runs, --seed, --weeks and --allow-outside heard.
// Throws WrongUsage or InvalidInput.
[[nodiscard]] ScenarioSource named_scenario(Arguments const& arguments);

// The same of a file that was not named there itself; `before`: overrides that come before those of the command line.
[[nodiscard]] ScenarioSource scenario_with_options(std::filesystem::path const& file, Arguments const& arguments,
                                                   std::vector<Override> before = {});

// --show-names and --group-size, of imported people. Throws WrongUsage.
[[nodiscard]] Privacy parse_privacy(Arguments const& arguments);

// --threads; all processors without.
[[nodiscard]] int parse_threads(Arguments const& arguments);
// Standard error is a terminal, and nobody asked for less.
[[nodiscard]] bool shows_progress(Arguments const& arguments);

// --format, text if it is not given; `allowed` in the order of Format. Throws WrongUsage with the known ones.
[[nodiscard]] Format parse_format(Arguments const& arguments, std::span<std::string_view const> allowed);

}  // namespace micropol::app
