// What shells and man get from the records of the verbs.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/program.h"

namespace micropol::cli {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsSupersetOf;

using Words = std::vector<std::string>;

// The options that the help of a verb names.
Words options_of(std::string const& verb) {
    Words options;
    std::istringstream help(run({verb, "--help"}).output);
    for (std::string line; std::getline(help, line) && line != "Examples:";)
        if (line.starts_with("  --")) options.push_back(line.substr(2, line.find(' ', 2) - 2));
    return options;
}

// What bash offers when the tab key is pressed at the end of these words.
Words completed(Words const& words) {
    Folder const folder;
    (void)folder.write("micropol.bash", run({"completion", "bash"}).output);
    (void)folder.write("people.csv", "");
    (void)folder.write("my scenario.yaml", "");
    std::string script = "cd '" + (folder / "").string() + "'; source ./micropol.bash; COMP_WORDS=(";
    for (std::string const& word : words) script += "'" + word + "' ";
    script += "); COMP_CWORD=" + std::to_string(words.size() - 1) + "; _micropol; printf '%s\\n' \"${COMPREPLY[@]}\"";
    Outcome const said = Running(folder, {"-c", script}, "/bin/bash").wait();
    EXPECT_EQ(said.code, 0);
    EXPECT_EQ(said.errors, "");
    Words offered;
    std::istringstream lines(said.output);
    for (std::string line; std::getline(lines, line);)
        if (!line.empty()) offered.push_back(line);
    return offered;
}

TEST(Completion, bash_knows_every_verb_and_option) {
    EXPECT_THAT(completed({"micropol", ""}), IsSupersetOf(all_verbs()));
    EXPECT_THAT(completed({"micropol", "co"}), ElementsAre("compare", "completion"));
    EXPECT_THAT(completed({"micropol", "help", "sw"}), ElementsAre("sweep"));
    for (std::string const& verb : all_verbs()) {
        SCOPED_TRACE(verb);
        Words const options = options_of(verb);
        EXPECT_THAT(options, Contains("--help"));
        EXPECT_THAT(completed({"micropol", verb, "--"}), testing::UnorderedElementsAreArray(options));
    }
}

TEST(Completion, bash_knows_the_values_of_options) {
    EXPECT_THAT(completed({"micropol", "run", "--format", ""}), ElementsAre("text", "json", "jsonl", "csv", "markdown"));
    EXPECT_THAT(completed({"micropol", "run", "--format", "=", "j"}), ElementsAre("json", "jsonl"));
    EXPECT_THAT(completed({"micropol", "validate", "x.yaml", "--format", ""}), ElementsAre("text", "json"));
    EXPECT_THAT(completed({"micropol", "explain", "--history", ""}), ElementsAre("median", "best", "worst"));
    EXPECT_THAT(completed({"micropol", "sweep", "--design", "so"}), ElementsAre("sobol_sequence", "sobol"));
    EXPECT_THAT(completed({"micropol", "run", "--seed", ""}), ElementsAre());
}

TEST(Completion, bash_knows_where_a_file_is_named) {
    EXPECT_THAT(completed({"micropol", "new", "--people", "pe"}), ElementsAre("people.csv"));
    EXPECT_THAT(completed({"micropol", "run", "my"}), ElementsAre("my scenario.yaml"));
    EXPECT_THAT(completed({"micropol", "results", ""}), ElementsAre("list", "show", "export", "check", "merge"));
    EXPECT_THAT(completed({"micropol", "results", "show", "pe"}), ElementsAre("people.csv"));
    EXPECT_THAT(completed({"micropol", "completion", ""}), ElementsAre("bash", "zsh", "fish"));
}

TEST(Completion, every_shell_gets_every_verb_and_option) {
    std::string const zsh = run({"completion", "zsh"}).output, fish = run({"completion", "fish"}).output;
    for (std::string const& verb : all_verbs()) {
        EXPECT_THAT(zsh, HasSubstr("'" + verb + ":"));
        EXPECT_THAT(fish, HasSubstr(" -a " + verb + " "));
        for (std::string const& option : options_of(verb)) {
            EXPECT_THAT(zsh, testing::ContainsRegex("'\\*?" + option + "[=[]"));
            EXPECT_THAT(fish, HasSubstr("from " + verb + "' -l " + option.substr(2) + " "));
        }
    }
    Outcome const unknown = run({"completion", "csh"});
    EXPECT_EQ(unknown.code, 2);
    EXPECT_THAT(unknown.errors, HasSubstr("completion knows bash, zsh and fish, not 'csh'"));
}

TEST(Manual, has_every_verb_and_option) {
    std::string const manual = run({"describe", "--manual"}).output;
    auto const in_roff = [](std::string const& text) {
        std::string result;
        for (char const c : text) result += c == '-' ? std::string("\\-") : std::string(1, c);
        return result;
    };
    for (std::string const& verb : all_verbs()) {
        std::size_t const section = manual.find("\n.SS micropol " + verb);
        ASSERT_NE(section, std::string::npos) << verb;
        std::string const text = manual.substr(section, manual.find("\n.S", section + 1) - section);
        for (std::string const& option : options_of(verb))
            if (option != "--help" && option != "--quiet" && option != "--verbose" && option != "--language") {
                EXPECT_THAT(text, HasSubstr("\\fB" + in_roff(option) + "\\fR")) << verb;
            }
    }
    EXPECT_EQ(run({"describe", "--manual", "power"}).code, 2);
}

}  // namespace
}  // namespace micropol::cli
