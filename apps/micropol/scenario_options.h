#pragma once
// The options that say which scenario, shared by the verbs that read one.

#include "micropol/arguments.h"
#include "micropol/show.h"
#include "model/model.h"
#include "scenario/read_scenario.h"

namespace micropol::app {

inline constexpr Option set_option{"set", "PATH=VALUE", "set one field of the scenario to another value", "", true};
inline constexpr Option assumptions_option{
    "assumptions", "default|drawn",
    "numbers that the scenario does not give: their usual values, or drawn once a block from what is plausible",
    "the scenario's, else default"};
inline constexpr Option runs_option{"runs", "N", "number of histories, rounded up to whole blocks of sixteen",
                                    "the scenario's, else 1,024"};
inline constexpr Option seed_option{"seed", "N", "seed of the random numbers", "the scenario's, else 1"};
inline constexpr Option weeks_option{"weeks", "N", "number of weeks to simulate", "the scenario's, else 104"};
inline constexpr Option strategy_option{"strategy", "NAME", "one of the scenario's strategies", "none"};
inline constexpr Option allow_outside_option{"allow-outside", "", "let the scenario name files outside its folder"};

inline constexpr Option threads_option{"threads", "N", "number of blocks simulated at the same time", "all processors"};
inline constexpr Option format_option{"format", "text|json|csv|markdown", "output format", "text"};
inline constexpr Option listed_format_option{"format", "text|json|jsonl|csv|markdown", "output format; jsonl: an object a line",
                                             "text"};
inline constexpr Option document_format_option{"format", "text|json|markdown", "output format", "text"};
inline constexpr Option show_names_option{"show-names", "", "show imported people by their names instead of pseudonyms"};
inline constexpr Option group_size_option{"group-size", "K", "leave out groups of fewer than K imported people", "10"};
inline constexpr Option no_progress_option{"no-progress", "", "show no progress line"};
inline constexpr Option dry_run_option{"dry-run", "", "only say what would be simulated, and how long it would take"};

// The scenario file named on the command line, with --set, --assumptions, --runs, --seed, --weeks and --allow-outside
// heard.
// Throws WrongUsage or InvalidInput.
[[nodiscard]] ScenarioSource named_scenario(Arguments const& arguments);

// The same of a file that was not named there itself; `before`: overrides that come before those of the command line.
[[nodiscard]] ScenarioSource scenario_with_options(std::filesystem::path const& file, Arguments const& arguments,
                                                   std::vector<Override> before = {});

// --set, --assumptions, --runs, --seed and --weeks as changes of the scenario, in the order in which they are made. Throws WrongUsage.
[[nodiscard]] std::vector<Override> overrides_in(Arguments const& arguments);

// The same as scenario_with_options; a scenario without strategies of its own gets the ready packages, and that is said.
[[nodiscard]] ScenarioSource scenario_with_strategies(std::filesystem::path const& file, Arguments const& arguments,
                                                      std::vector<Override> const& before = {});

// The file's text with the same changes, and with the ready packages where it has no strategies.
[[nodiscard]] Node written_with_options(std::string const& file, Arguments const& arguments);

// --show-names and --group-size, of imported people. Throws WrongUsage.
[[nodiscard]] Privacy parse_privacy(Arguments const& arguments);

// --threads; all processors without.
[[nodiscard]] int parse_threads(Arguments const& arguments);
// --quiet with --output: the file has it.
[[nodiscard]] bool prints_result(Arguments const& arguments);
// Standard error is a terminal, and nobody asked for less.
[[nodiscard]] bool shows_progress(Arguments const& arguments);

// --format, text if it is not given; `allowed` in the order of Format. Throws WrongUsage with the known ones.
[[nodiscard]] Format parse_format(Arguments const& arguments, std::span<std::string_view const> allowed);

// Throws WrongUsage: it takes one of these words.
[[noreturn]] void refuse_value(std::string_view option, std::string const& given, std::span<std::string_view const> known);

// --language, else what the environment asks for. Throws WrongUsage.
[[nodiscard]] Language parse_language(Arguments const& arguments);
// How results are shown: --language and --verbose, in the colours and the width of the terminal.
[[nodiscard]] ShowOptions parse_show_options(Arguments const& arguments);

}  // namespace micropol::app
