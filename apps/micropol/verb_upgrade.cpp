#include <fstream>
#include <iostream>

#include "micropol/log.h"
#include "micropol/output_file.h"
#include "micropol/scenario_options.h"
#include "micropol/verb.h"
#include "scenario/read_yaml.h"
#include "scenario/upgrade.h"

namespace micropol::app {

namespace {

namespace fs = std::filesystem;

std::string text_of(fs::path const& file) {
    std::error_code failed;
    if (!fs::is_regular_file(file, failed))
        throw InvalidInput(Problem{
            {file.string()}, "cannot be read", fs::exists(file, failed) ? "it is not a file" : "there is no such file", ""});
    std::ifstream stream(file, std::ios::binary);
    std::string text(largest_scenario + 1, '\0');
    stream.read(text.data(), std::streamsize(text.size()));
    text.resize(std::size_t(stream.gcount()));
    return text;
}

ExitCode run(Call const& call) {
    fs::path const file = call.arguments.positional(1, 1, "a scenario file").front();
    Upgraded const upgraded = upgrade(text_of(file), file.string());
    for (Problem const& change : upgraded.changes) log::info(sentence_of(change));
    if (upgraded.changes.empty()) log::info(Message("{0} has nothing that is called otherwise today", {name(file.string())}));
    auto const output = call.arguments.value("output");
    if (output && *output != "-")
        write_file(*output, upgraded.text);
    else
        std::cout << upgraded.text;
    // What is still amiss is the user's to mend: the place is that in the new text.
    ReadOptions options;
    options.allow_outside = true;
    std::string const now = output && *output != "-" ? *output : file.string();
    (void)parse_scenario(upgraded.text, now, file.parent_path(), known_plugins(), options);
    if (output && *output != "-") log::info(Message("saved {0}", {name(*output)}));
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
