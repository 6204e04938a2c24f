#pragma once
// The shape of a verb: one verb_*.cpp with one exported record; catalogue.cpp lists them by hand.

#include <span>
#include <string>
#include <string_view>

#include "micropol/arguments.h"

namespace micropol::app {

enum ExitCode : int {
    done = 0,
    failed = 1,         // while running
    wrong_usage = 2,    // of the command line
    invalid_input = 3,  // nothing was simulated
    interrupted = 130,  // 128 + SIGINT
    terminated = 143,   // 128 + SIGTERM
};

struct Call {
    Arguments arguments;
    std::string command_line;  // as typed, quoted for a shell
    std::string_view verb;
};

struct Verb {
    std::string_view name;
    std::string_view summary;                    // what it does, in one line: "simulate a scenario"
    std::string_view usage;                      // its arguments: "SCENARIO", "list|show FILE…"
    std::span<Option const> options;             // besides those that every verb has
    std::span<std::string_view const> examples;  // "run scenarios/marketing_sales.yaml", "what it does" in turn
    ExitCode (*run)(Call const& call);
};

[[nodiscard]] std::span<Verb const* const> verbs();

}  // namespace micropol::app
