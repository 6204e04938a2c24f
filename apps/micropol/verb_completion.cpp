#include <iostream>

#include "micropol/completion.h"
#include "micropol/verb.h"
#include "words/problem.h"

namespace micropol::app {

namespace {

ExitCode print_completion(Call const& call) {
    std::string const& shell = call.arguments.positional(1, 1, "a shell: bash, zsh or fish").front();
    constexpr std::string_view known[] = {"bash", "zsh", "fish"};
    if (shell == "bash")
        std::cout << bash_completion();
    else if (shell == "zsh")
        std::cout << zsh_completion();
    else if (shell == "fish")
        std::cout << fish_completion();
    else
        throw WrongUsage(
            Message("completion knows {0}, not '{1}'", {listed(std::span<std::string_view const>(known)), name(shell)}));
    return done;
}

constexpr std::string_view examples[] = {
    "completion bash > ~/.local/share/bash-completion/completions/micropol",
    "the tab key completes verbs, options and their values from the next shell on; an installed micropol needs no such command",
};

}  // namespace

extern Verb const completion_verb;
constinit Verb const completion_verb{"completion",    "print a completion script for a shell", "bash|zsh|fish", {}, examples,
                                     print_completion};

}  // namespace micropol::app
