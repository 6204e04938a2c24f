#include <algorithm>
#include <iostream>

#include "base/utf8.h"
#include "micropol/log.h"
#include "micropol/output_file.h"
#include "micropol/scenario_options.h"
#include "micropol/verb.h"
#include "scenario/read_scenario.h"
#include "scenario/upgrade.h"

namespace micropol::app {

namespace {

namespace fs = std::filesystem;

// A terminal obeys some characters, and comments can hold any: nothing escapes there.
void refuse_what_terminals_obey(std::string_view text, std::string const& file) {
    for (; !text.empty(); text.remove_prefix(std::max<std::size_t>(1, first_character(text).bytes)))
        if (CodePoint const point = first_character(text); point.bytes > 1 && is_control(point.value))
            throw InvalidInput(
                {{file}, "it holds characters that a terminal obeys", "", "write the scenario to a file with --output"});
}

ExitCode run(Call const& call) {
    fs::path const file = call.arguments.positional(1, 1, "a scenario file").front();
    Upgraded const upgraded = upgrade(scenario_text(file), file.string(), known_plugins());
    for (Problem const& change : upgraded.changes) log::info(sentence_of(change));
    if (upgraded.changes.empty()) log::info(Message("{0} has nothing that is called otherwise today", {name(file.string())}));
    auto const output = call.arguments.value("output");
    bool const to_file = output && *output != "-";
    if (!to_file) refuse_what_terminals_obey(upgraded.text, file.string());
    if (to_file)
        write_file(*output, upgraded.text);
    else
        std::cout << upgraded.text;
    // What is still amiss is the user's to mend: the place is that in the new text.
    ReadOptions options;
    options.allow_outside = true;
    std::string const now = to_file ? *output : file.string();
    (void)parse_scenario(upgraded.text, now, file.parent_path(), known_plugins(), options);
    if (to_file) log::info(Message("saved {0}", {name(*output)}));
    return done;
}

constexpr Option options[] = {
    {"output", "FILE.yaml", "write the scenario to this file; it may be the old one", "standard output"},
};

constexpr std::string_view examples[] = {
    "upgrade old.yaml --output new.yaml",
    "a scenario of an earlier version, comments and all, with what is called otherwise today; says what changed",
};

}  // namespace

extern Verb const upgrade_verb;
constinit Verb const upgrade_verb{
    "upgrade", "bring a scenario of an earlier version to the format of today", "SCENARIO", options, examples, run};

}  // namespace micropol::app
