// micropol: finds the verb, runs it, and turns what goes wrong into words and an exit code.

#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <new>

#include "micropol/executor.h"
#include "micropol/help.h"
#include "micropol/interruption.h"
#include "micropol/log.h"
#include "micropol/machine.h"
#include "micropol/provenance.h"
#include "micropol/scenario_options.h"
#include "micropol/verb.h"
#include "micropol/wording.h"
#include "store/store_file.h"
#include "study/plan.h"
#include "words/problem.h"
#include "words/text.h"

namespace micropol::app {
namespace {

constexpr int help_width = 40;  // at least

// What --language says, wherever it stands and whatever is wrong beside it; else what the environment asks for.
Language language_asked(std::vector<std::string> const& words) {
    constexpr std::string_view option = "--language";
    for (std::size_t k = 1; k < words.size(); ++k) {
        std::string_view const word = words[k];
        auto const named = word.starts_with(std::string(option) + '=') ? language_named(word.substr(option.size() + 1))
                           : word == option && k + 1 < words.size()    ? language_named(words[k + 1])
                                                                       : std::nullopt;
        if (named) return *named;
    }
    return language_of_environment();
}

Phrase unknown_verb(std::string const& word) {
    std::vector<std::string_view> names;
    for (Verb const* verb : verbs()) names.push_back(verb->name);
    std::span<std::string_view const> const known(names);
    return lines(sentence_of({.what = Message("unknown verb '{0}'", {name(word)}), .suggestion = did_you_mean(word, known)}),
                 Message("micropol knows {0}; see micropol --help", {listed(known)}));
}

// Fields of plans and options of verbs have the same names.
Phrase wrong_option(InvalidPlan const& invalid) {
    std::string option = invalid.field();
    std::ranges::replace(option, '_', '-');
    Problem problem = invalid.problems().front();
    problem.place.file = "--" + option;
    return sentence_of(problem);
}

ExitCode call(Verb const& verb, std::vector<std::string> const& words) {
    std::vector<std::string> const rest(words.begin() + 2, words.end());
    if (std::ranges::find(rest, "--help") != rest.end() || std::ranges::find(rest, "-h") != rest.end()) {
        std::cout << help_on(verb, output_width(help_width));
        return done;
    }
    std::vector<Option> options(verb.options.begin(), verb.options.end());
    options.insert(options.end(), common_options().begin(), common_options().end());
    Message const see("see {0}", {name("micropol " + std::string(verb.name) + " --help")});
    try {
        Call const made{Arguments(rest, options), quoted_for_shell(words), verb.name};
        if (made.arguments.has("quiet")) log::only_errors();
        (void)parse_language(made.arguments);  // a language that is none is refused whatever the verb
        return verb.run(made);
    } catch (WrongUsage const& wrong) {
        throw WrongUsage(lines(wrong.complaints, see));
    } catch (InvalidPlan const& wrong) {
        throw WrongUsage(lines(wrong_option(wrong), see));
    }
}

ExitCode obey(std::vector<std::string> const& words) {
    if (words.size() < 2) throw WrongUsage(lines("missing verb", Message("see {0}", {name("micropol --help")})));
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
    for (Problem const& problem : problems) log::problem(problem);
    log::error(counted("{0} problems; nothing was simulated", problems.size()));
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
        log::error(wrong.complaints);
        return wrong_usage;
    } catch (InvalidInput const& invalid) {
        show_problems(invalid.problems());
        return invalid_input;
    } catch (std::filesystem::filesystem_error const& failure) {
        show_problems(
            InvalidInput({{failure.path1().string()}, "cannot be used", reported(failure.code().message())}).problems());
        return invalid_input;
    } catch (std::bad_alloc const&) {
        log::error("out of memory; fewer --threads need less");
        return failed;
    } catch (std::exception const& failure) {
        log::error(log::reason_of(failure));
        return failed;
    }
}

void start(std::vector<std::string> const& words) {
    Language const language = language_asked(words);
    log::start(language);
    end_on_interruption((isatty(STDERR_FILENO) ? "\n" : "") + to_text(Phrase("interrupted"), {language}) + '\n');
}

}  // namespace
}  // namespace micropol::app

int main(int count, char** words) try {
    using namespace micropol::app;
    (void)std::signal(SIGXFSZ, SIG_IGN);  // a file that may not grow is an error like a full disk
    start({words, words + count});
    return with_executor(count, words, [&] { return run_and_explain({words, words + count}); });
} catch (std::bad_alloc const&) {  // not even for words about it
    (void)std::fputs("error: out of memory\n", stderr);
    return micropol::app::failed;
}
