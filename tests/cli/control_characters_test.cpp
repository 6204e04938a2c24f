// Whatever names, titles, files and options hold: nothing that a terminal would obey reaches it, from any verb.

#include <gmock/gmock.h>

#include <set>

#include "base/utf8.h"
#include "cli/program.h"

namespace micropol::cli {
namespace {

// A control sequence as C1 has it, a bell, and text that runs the other way.
std::string const evil =
    "A\xc2\x9b"
    "31m\xe2\x80\xaeZ\xe2\x81\xa6\xe2\x80\xa8";

std::string first_obeyed(std::string_view text) {
    for (std::string_view rest = text; !rest.empty();) {
        CodePoint const point = first_character(rest);
        if (point.bytes == 0) return "bytes that are no character";
        bool const layout = rest[0] == '\n' || rest[0] == '\t';
        if (!layout && is_control(point.value))
            return "U+" + std::to_string(point.value) + " at …" +
                   std::string(text.substr(std::max<std::size_t>(60, text.size() - rest.size()) - 60, 60));
        rest.remove_prefix(point.bytes);
    }
    return "";
}

class ControlCharacters : public testing::Test {
  protected:
    Outcome say(std::vector<std::string> const& words) {
        Outcome const said = run(words);
        EXPECT_EQ(first_obeyed(said.output), "") << testing::PrintToString(words);
        EXPECT_EQ(first_obeyed(said.errors), "") << testing::PrintToString(words);
        verbs_.insert(words.front());
        return said;
    }
    void say_well(std::vector<std::string> const& words) {
        Outcome const said = say(words);
        EXPECT_EQ(said.code, 0) << testing::PrintToString(words) << said.errors;
    }
    std::set<std::string> verbs_;
};

TEST_F(ControlCharacters, reach_no_terminal) {
    Folder const folder;
    std::string const scenario = folder.write("s" + evil + ".yaml", R"(micropol: 1
name: ")" + evil + R"("
question: ")" + evil + R"("
organisation:
  departments:
    - {name: ")" + evil + R"(", headcount: 12}
    - {name: Sales, headcount: 8}
transformation: {initiatives: [{name: ")" + evil + R"("}]}
strategies:
  ")" + evil + R"(": {meaning: ")" + evil + R"(", interventions: [{lever: training, intensity: 0.4}]}
culture: {rivalry: {value: 0.4, source: ")" + evil + R"("}}
runs: {weeks: 6, histories: 32, seed: 7}
)");
    std::string const run_file = (folder / ("r" + evil + ".db")).string(), other = (folder / "c.db").string(),
                      why = (folder / "w.db").string(), part = (folder / "part.db").string();
    for (std::string const format : {"text", "json", "csv", "markdown"}) {
        say_well({"run", scenario, "--format", format, "--verbose"});
        say_well({"compare", scenario, "--format", format});
        say_well({"sweep", scenario, "--factor", "culture.rivalry=0..1", "--design", "grid", "--points", "2", "--format", format,
                  "--strategy", evil});
    }
    say_well({"validate", scenario, "--verbose"}), say({"validate", scenario, "--strategy", evil});
    say_well({"run", scenario, "--output", run_file}), say_well({"compare", scenario, "--output", other});
    for (std::string const format : {"text", "json", "markdown"})
        say_well({"explain", scenario, "--strategy", evil, "--why", "--factors", "training", "--ledger", "--format", format});
    say_well({"explain", scenario, "--strategy", evil, "--output", why});
    std::string const drawn = (folder / "d.db").string();
    say_well({"compare", scenario, "--assumptions", "drawn", "--runs", "1024", "--weeks", "3", "--output", drawn});
    for (std::string const format : {"text", "json", "csv", "markdown"})
        say_well({"decide", drawn, "--verbose", "--format", format});
    say({"decide", drawn, "--by", evil}), say({"decide", evil}), say({"upgrade", scenario}), say({"upgrade", evil});
    say_well({"upgrade", scenario, "--output", (folder / ("u" + evil + ".yaml")).string()});
    for (std::string const& file : {run_file, other, why}) {
        say_well({"results", "list", file}), say_well({"results", "list", file, "--format", "json"});
        say_well({"results", "check", file, "--resimulate", "1"});
        for (std::string const table : {"provenance", "variant", "person_power", "department_power", "department_week", "event"})
            for (std::string const format : {"csv", "json"})
                say_well({"results", "export", file, "--table", table, "--format", format});
        say_well({"results", "export", file, "--output", (folder / ("t" + evil)).string()});
        say_well({"report", file, "--output", (folder / ("p" + evil + ".html")).string()});
    }
    say_well({"run", scenario, "--output", part, "--shard", "1/2"}), say({"results", "merge", (folder / evil).string(), part});
    say_well({"describe", "week", "--profile", scenario});
    for (std::string const what : {"week", "parameters", "outcomes"}) say({"describe", what, evil});
    say({"schema", evil}), say({"completion", evil}), say({evil}), say({"run", evil}), say({"run", "--" + evil}),
        say({"results", evil});
    say({"run", scenario, "--set", evil + "=1"}), say({"run", scenario, "--set", "culture.rivalry=" + evil}),
        say({"run", scenario, "--language", evil});
    say({"run", scenario, "--format", evil}), say({"results", "show", run_file, "--by", evil}), say({"results", "show", evil});
    verbs_.erase(evil);

    std::string people = "id,name,department,manager," + evil + "\n";
    for (int k = 0; k < 24; ++k)
        people += std::to_string(k) + evil + "," + evil + ",\"" + evil + (k % 2 ? "\"," : "Sales\",") +
                  (k ? std::to_string((k - 1) / 3) + evil : "") + ",x\n";
    std::string const data = folder.write("people" + evil + ".csv", people), made = (folder / "made.yaml").string();
    say({"new", "--people", data}), say({"new", "--people", data, "--map", evil + "=" + evil}),
        say({"new", "--people", data, "--map", "level=" + evil});
    say_well({"new", "--people", data, "--output", made, "--format", "json"});
    for (std::string const format : {"text", "json", "csv", "markdown"})
        say_well({"run", made, "--runs", "16", "--weeks", "4", "--show-names", "--verbose", "--format", format});
    say_well({"answer", data, "--quick", "--output", (folder / ("a" + evil + ".html")).string()}), say({"answer", evil});
    say({"run", made, "--set", "organisation.silenced=[" + evil + "]"});
    std::string const seen = folder.write("seen" + evil + ".csv", "week,department,active,logged_in\n1," + evil + ",20,10\n");
    say({"calibrate", scenario, "--evidence", seen}), say({"calibrate", evil, "--evidence", evil});
    say({"page", scenario, "--output", (folder / ("live" + evil + ".html")).string()}), say({"page", evil, "--output", evil});
    std::string const answers = folder.write("answers" + evil + ".yaml", "micropol_answers: 1\nparticipant: \"" + evil +
                                                                             "\"\nscenario: {title: \"" + evil +
                                                                             "\", fingerprint: \"" + evil + "\"}\n");
    say_well({"workshop", "--questions", "--scenario", scenario}), say({"workshop", answers, "--scenario", scenario}),
        say({"workshop", evil, "--scenario", evil});
    std::vector<std::string> spoken(verbs_.begin(), verbs_.end());
    EXPECT_EQ(spoken, all_verbs()) << "a verb is missing here";
}

}  // namespace
}  // namespace micropol::cli
