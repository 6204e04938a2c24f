// micropol: finds the verb, runs it, and turns what goes wrong into words and an exit code.

#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <new>

#include "base/problem.h"
#include "micropol/executor.h"
#include "micropol/verb.h"
#include "micropol/wording.h"
#include "study/plan.h"

namespace micropol::app {
namespace {

void speak_on_standard_error() {
    char const* const no_colour = std::getenv("NO_COLOR");
    bool const plain = no_colour != nullptr && *no_colour != '\0';
    auto const logger = spdlog::stderr_color_st("micropol", plain ? spdlog::color_mode::never : spdlog::color_mode::automatic);
    logger->set_pattern("%^%l%$: %v");
    spdlog::set_default_logger(logger);
}

std::string unknown_verb(std::string const& word) {
    std::vector<std::string_view> names;
    for (Verb const* verb : verbs()) names.push_back(verb->name);
    std::string const guess = did_you_mean(word, std::span<std::string_view const>(names));
    return "unknown verb '" + word + "'" + (guess.empty() ? "" : ", " + guess) + "\nmicropol knows " +
           listed(std::span<std::string_view const>(names)) + "; see micropol --help";
}

// Fields of plans and options of verbs have the same names.
std::string wrong_option(InvalidPlan const& invalid) {
    std::string option = invalid.field();
    std::ranges::replace(option, '_', '-');
    Problem const& problem = invalid.problems().front();
    return "--" + option + ": " + problem.what + (problem.why.empty() ? "" : " (" + problem.why + ")") +
           (problem.suggestion.empty() ? "" : ", " + problem.suggestion);
}

ExitCode call(Verb const& verb, std::vector<std::string> const& words) {
    std::vector<std::string> const rest(words.begin() + 2, words.end());
    if (std::ranges::find(rest, "--help") != rest.end() || std::ranges::find(rest, "-h") != rest.end()) {
        std::cout << help_on(verb);
        return done;
    }
    std::vector<Option> options(verb.options.begin(), verb.options.end());
    options.insert(options.end(), common_options().begin(), common_options().end());
    std::string const see = "\nsee micropol " + std::string(verb.name) + " --help";
    try {
        Call const made{Arguments(rest, options), quoted_for_shell(words), verb.name};
        if (made.arguments.has("quiet")) spdlog::set_level(spdlog::level::err);
        if (made.arguments.has("verbose")) spdlog::set_level(spdlog::level::debug);
        return verb.run(made);
    } catch (WrongUsage const& wrong) {
        throw WrongUsage(wrong.what() + see);
    } catch (InvalidPlan const& wrong) {
        throw WrongUsage(wrong_option(wrong) + see);
    }
}

ExitCode obey(std::vector<std::string> const& words) {
    if (words.size() < 2) throw WrongUsage("missing verb\nsee micropol --help");
    std::string const& word = words[1];
    auto const named = [](std::string const& name) {
        return std::ranges::find_if(verbs(), [&](Verb const* verb) { return verb->name == name; });
    };
    if (word == "--version") {
        std::cout << "micropol " MICROPOL_VERSION "\n";
        return done;
    }
    if (word == "--help" || word == "-h" || word == "help") {
        auto const asked = words.size() > 2 ? named(words[2]) : verbs().end();
        std::cout << (asked == verbs().end() ? help_on_everything() : help_on(**asked));
        return done;
    }
    auto const found = named(word);
    if (found == verbs().end()) throw WrongUsage(unknown_verb(word));
    return call(**found, words);
}

void complain(std::string_view text) { spdlog::error("{}", text); }

void show_problems(std::vector<Problem> const& problems) {
    for (Problem const& problem : problems) std::cerr << to_string(problem) << '\n';
    complain(counted(problems.size(), "problem") + "; nothing was simulated");
}

ExitCode run_and_explain(std::vector<std::string> const& words) {
    try {
        ExitCode const code = obey(words);
        if (is_first_process() && !std::cout.flush()) {
            complain("could not write to standard output");
            return failed;
        }
        return code;
    } catch (WrongUsage const& wrong) {
        complain(wrong.what());
        return wrong_usage;
    } catch (InvalidInput const& invalid) {
        show_problems(invalid.problems());
        return invalid_input;
    } catch (std::bad_alloc const&) {
        complain("out of memory; fewer --threads need less");
        return failed;
    } catch (std::exception const& failure) {
        complain(failure.what());
        return failed;
    }
}

}  // namespace
}  // namespace micropol::app

int main(int count, char** words) {
    using namespace micropol::app;
    speak_on_standard_error();
    return with_executor(count, words, [&] { return run_and_explain({words, words + count}); });
}
