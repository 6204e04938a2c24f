#pragma once
// What --help says. Help, the manual page and the completion of shells are all made from the records of the verbs.

#include <string>
#include <string_view>
#include <utility>

#include "micropol/verb.h"

namespace micropol::app {

inline constexpr std::string_view about_the_program =
    "micropol simulates the micropolitics of a data-driven transformation: who gains and who loses power, which tactics people "
    "choose, whether the change takes root, and which interventions help.";
inline constexpr std::string_view about_output = "Results go to standard output, everything else to standard error.";
inline constexpr std::pair<ExitCode, std::string_view> exit_codes[] = {
    {done, "done"},
    {failed, "failed while running"},
    {wrong_usage, "wrong usage"},
    {invalid_input, "invalid input; nothing was simulated"},
    {interrupted, "interrupted"},
    {terminated, "terminated"},
};

// --quiet, --verbose and --help.
[[nodiscard]] std::span<Option const> common_options();

[[nodiscard]] std::string name_of(Option const& option);         // "--runs"
[[nodiscard]] std::string description_of(Option const& option);  // with its default
[[nodiscard]] std::string call_of(Verb const& verb);             // "micropol run SCENARIO"

// width: columns of the terminal.
[[nodiscard]] std::string help_on_everything(int width);
[[nodiscard]] std::string help_on(Verb const& verb, int width);

}  // namespace micropol::app
