// micropol: finds the verb, runs it, and turns what goes wrong into words and an exit code.

#include <algorithm>
#include <iostream>
#include <new>

#include "micropol/executor.h"
#include "micropol/help.h"
#include "micropol/log.h"
#include "micropol/machine.h"
#include "micropol/provenance.h"
#include "micropol/verb.h"
#include "micropol/wording.h"
#include "study/plan.h"
#include "words/problem.h"
#include "words/text.h"

namespace micropol::app {
namespace {

constexpr int help_width = 40;  // at least

std::string unknown_verb(std::string const& word) {
    std::vector<std::string_view> names;
    for (Verb const* verb : verbs()) names.push_back(verb->name);
    Message const guess = did_you_mean(word, std::span<std::string_view const>(names));
    return "unknown verb '" + word + "'" + (guess.empty() ? "" : ", " + to_text(guess, Language::english)) + "\nmicropol knows " +
           to_text(listed(std::span<std::string_view const>(names)), Language::english) + "; see micropol --help";
}

// Fields of plans and options of verbs have the same names.
std::string wrong_option(InvalidPlan const& invalid) {
    std::string option = invalid.field();
    std::ranges::replace(option, '_', '-');
    Problem problem = invalid.problems().front();
    problem.place.file = "--" + option;
    return to_text(problem, Language::english);
}

ExitCode call(Verb const& verb, std::vector<std::string> const& words) {
    std::vector<std::string> const rest(words.begin() + 2, words.end());
    if (std::ranges::find(rest, "--help") != rest.end() || std::ranges::find(rest, "-h") != rest.end()) {
        std::cout << help_on(verb, output_width(help_width));
        return done;
    }
    std::vector<Option> options(verb.options.begin(), verb.options.end());
    options.insert(options.end(), common_options().begin(), common_options().end());
    std::string const see = "\nsee micropol " + std::string(verb.name) + " --help";
    try {
        Call const made{Arguments(rest, options), quoted_for_shell(words), verb.name};
        if (made.arguments.has("quiet")) log::only_errors();
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
    if (word == "--version" || word == "-V") {
        std::cout << version_text();
        return done;
    }
    if (word == "--help" || word == "-h" || word == "help") {
        auto const asked = words.size() > 2 ? named(words[2]) : verbs().end();
        std::cout << (asked == verbs().end() ? help_on_everything(output_width(help_width))
                                             : help_on(**asked, output_width(help_width)));
        return done;
    }
    auto const found = named(word);
    if (found == verbs().end()) throw WrongUsage(unknown_verb(word));
    return call(**found, words);
}

void show_problems(std::vector<Problem> const& problems) {
    for (Problem const& problem : problems) std::cerr << to_text(problem, Language::english) << '\n';
    log::error(counted(problems.size(), "problem") + "; nothing was simulated");
}

ExitCode run_and_explain(std::vector<std::string> const& words) {
    try {
        ExitCode const code = obey(words);
        if (is_first_process() && !std::cout.flush()) {
            log::error("could not write to standard output");
            return failed;
        }
        return code;
    } catch (WrongUsage const& wrong) {
        log::error(wrong.what());
        return wrong_usage;
    } catch (InvalidInput const& invalid) {
        show_problems(invalid.problems());
        return invalid_input;
    } catch (std::bad_alloc const&) {
        log::error("out of memory; fewer --threads need less");
        return failed;
    } catch (std::exception const& failure) {
        log::error(failure.what());
        return failed;
    }
}

}  // namespace
}  // namespace micropol::app

int main(int count, char** words) {
    using namespace micropol::app;
    log::start();
    return with_executor(count, words, [&] { return run_and_explain({words, words + count}); });
}
