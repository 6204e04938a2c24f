// Whatever the program says is said in the language of the call: results, forecasts, notes, problems and wrong usage.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <algorithm>
#include <cctype>
#include <regex>
#include <set>
#include <sstream>

#include "cli/program.h"

namespace micropol::cli {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

// English words that sentences hardly do without, and that are no German ones.
std::set<std::string> const english_words{
    "about", "after",   "again",   "and",       "are",     "as",    "at",     "be",      "been", "before", "but",   "by",
    "can",   "cannot",  "choose",  "did",       "does",    "each",  "else",   "exclude", "for",  "from",   "go",    "goes",
    "has",   "have",    "here",    "histories", "history", "if",    "is",     "it",      "its",  "kept",   "knows", "least",
    "less",  "make",    "mean",    "means",     "missing", "more",  "most",   "needs",   "no",   "nobody", "none",  "nothing",
    "of",    "on",      "one",     "only",      "or",      "other", "people", "saved",   "say",  "says",   "see",   "shown",
    "than",  "that",    "the",     "their",     "them",    "then",  "there",  "they",    "this", "those",  "to",    "took",
    "two",   "unknown", "until",   "use",       "week",    "weeks", "were",   "what",    "when", "where",  "which", "who",
    "why",   "with",    "without", "would",     "written", "wrong", "you",    "your"};

bool is_of_a_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '.' || (c & 0x80) != 0; }

// What users type and read alike in every language: options, paths, overrides, reasons to drop; and what is quoted.
bool is_verbatim(std::string const& word) {
    return word.starts_with("--") || word.find('/') != std::string::npos || word.find('=') != std::string::npos;
}
std::string without_quotations(std::string const& line) {
    return std::regex_replace(line, std::regex("'[^']*'|--drop [a-z,-]+"), "''");
}

// Those of the list in a text, each with its line.
std::vector<std::string> english_in(std::string const& text) {
    std::vector<std::string> found;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(without_quotations(line));
        for (std::string given; words >> given;) {
            if (is_verbatim(given)) continue;
            std::string word;
            for (char const c : given + ' ') {
                if (is_of_a_word(c)) {
                    word += char(std::tolower(static_cast<unsigned char>(c)));
                    continue;
                }
                if (word.ends_with('.')) word.pop_back();
                if (english_words.contains(word)) found.push_back(word + ": " + line);
                word.clear();
            }
        }
    }
    return found;
}

// Measured times and sizes differ from call to call.
std::string without_numbers(std::string const& text) { return std::regex_replace(text, std::regex("[0-9.,]+"), "N"); }

std::string said_by(Outcome const& said) { return said.output + "\n--- errors\n" + said.errors; }

// The same command says it all in German with --language and in a German environment, and in English elsewhere.
void expect_both_languages(std::vector<std::string> const& command) {
    SCOPED_TRACE(testing::PrintToString(command));
    Folder const folder;
    auto const said = [&](std::vector<std::string> const& words, char const* locale) {
        return Running(folder, words, paths::program(), locale).wait();
    };
    Outcome const english = said(command, "C"), german = said(with(command, {"--language", "de"}), "C"),
                  local = said(command, "de_DE.UTF-8"), back = said(with(command, {"--language", "en"}), "de_DE.UTF-8");
    EXPECT_THAT(english_in(said_by(english)), Not(IsEmpty())) << "nothing was said, or nothing that could be in another language";
    EXPECT_THAT(english_in(said_by(german)), IsEmpty());
    EXPECT_EQ(german.code, english.code);
    EXPECT_EQ(without_numbers(said_by(local)), without_numbers(said_by(german)));
    EXPECT_EQ(without_numbers(said_by(back)), without_numbers(said_by(english)));
}

constexpr char const* company = R"(micropol: 1
name: Ein kleiner Betrieb
question: Wohin führt das?
organisation:
  departments:
    - {name: Marketing, headcount: 6}
    - {name: Vertrieb, headcount: 8}
    - {name: Daten, headcount: 3}
transformation:
  initiatives:
    - {name: CRM}
strategies:
  geduldig:
    meaning: Alle lernen.
    interventions:
      - {lever: training, intensity: 0.4}
  ruhig:
    interventions: []
runs: {weeks: 12, histories: 16, seed: 7}
)";

struct Language : testing::Test {
    Folder folder;
    std::string scenario = folder.write("betrieb.yaml", company);
    [[nodiscard]] std::string file(std::string const& name) const { return (folder / name).string(); }
};

TEST_F(Language, of_results) {
    expect_both_languages({"run", scenario, "--strategy", "geduldig", "--runs", "20"});  // a note on rounding as well
    expect_both_languages({"run", scenario, "--verbose"});
    expect_both_languages({"compare", scenario, "--verbose"});
    expect_both_languages({"sweep", scenario, "--design", "grid", "--levels", "2", "--factor", "culture.rivalry=0..1", "--factor",
                           "strategy=ruhig, geduldig", "--runs", "16"});
    expect_both_languages(
        {"explain", scenario, "--strategy", "geduldig", "--pivotal", "--ledger", "--why", "--factors", "hiding"});
}

TEST_F(Language, of_decisions) {
    std::string const drawn = file("gezogen.db"), usual = file("ueblich.db"), few = file("wenige.db");
    ASSERT_EQ(run({"compare", scenario, "--assumptions", "drawn", "--runs", "4096", "--weeks", "4", "--output", drawn}).code, 0);
    ASSERT_EQ(run({"compare", scenario, "--runs", "1024", "--weeks", "4", "--output", usual}).code, 0);
    ASSERT_EQ(run({"compare", scenario, "--assumptions", "drawn", "--runs", "160", "--weeks", "4", "--output", few}).code, 0);
    expect_both_languages({"decide", drawn});
    expect_both_languages({"decide", drawn, "--by", "substantive", "--good-enough", "0.2", "--money-per", "100", "--verbose"});
    for (std::string const& refused : {usual, few}) expect_both_languages({"decide", refused});
    expect_both_languages({"decide", drawn, "--by", "substantive", "--good-enough", "viel"});
    expect_both_languages({"decide", drawn, "--good-enough", "1"});
}

TEST_F(Language, of_forecasts) {
    expect_both_languages({"run", scenario, "--dry-run"});
    expect_both_languages({"run", scenario, "--strategy", "geduldig", "--dry-run"});
    expect_both_languages({"compare", scenario, "--dry-run"});
    expect_both_languages({"compare", scenario, "--until-decided", "--indifference", "0.1", "--dry-run"});
    expect_both_languages({"compare", scenario, "--optimise", "--levers", "training,champions", "--effort", "2000", "--dry-run"});
    expect_both_languages({"sweep", scenario, "--factor", "culture.rivalry=0..1", "--dry-run"});
    expect_both_languages({"sweep", scenario, "--design", "grid", "--factor", "culture.rivalry=0..1", "--strategy", "geduldig",
                           "--against", "ruhig", "--dry-run"});
    expect_both_languages({"explain", scenario, "--strategy", "geduldig", "--dry-run"});
    expect_both_languages({"validate", scenario});
}

TEST_F(Language, of_imported_data) {
    std::string people = "id,department,level,note\n", ties = "source,target\n";
    for (int k = 0; k < 12; ++k)
        people += "P" + std::to_string(k) + (k < 6 ? ",Vertrieb," : ",Daten,") + (k == 0 ? "1," : "0,") + "x\n";
    for (int k = 1; k < 12; ++k) ties += "P" + std::to_string(k) + ",P0\n";
    std::vector<std::string> const data{"--people", folder.write("personen.csv", people), "--ties",
                                        folder.write("netz.csv", ties)};
    std::string const made = file("unser.yaml");
    for (char const* language : {"de", "en"}) {
        fs::remove(made);
        Outcome const said = run(with(with({"new"}, data), {"--output", made, "--language", language}));
        ASSERT_EQ(said.code, 0) << said.errors;
        EXPECT_EQ(english_in(said_by(said)).empty(), std::string(language) == "de") << said_by(said);
    }
    expect_both_languages(with(with({"new"}, data), {"--output", made}));  // which is there already
    expect_both_languages({"validate", made});
    std::string text = content_of(made);
    std::size_t const question = text.find("\nquestion: ") + 1;
    (void)folder.write("unser.yaml", text.replace(question, text.find('\n', question) - question, "question: Wohin führt das?"));
    expect_both_languages({"run", made, "--runs", "16", "--weeks", "4"});
}

TEST_F(Language, of_files_of_results) {
    std::string const whole = file("ganz.db"), part = file("teil.db"), merged = file("gesamt.db"), spoiled = file("kaputt.db");
    ASSERT_EQ(run({"compare", scenario, "--runs", "32", "--output", whole}).code, 0);
    ASSERT_EQ(run({"compare", scenario, "--runs", "32", "--shard", "1/2", "--output", part}).code, 0);
    expect_both_languages({"results", "show", whole});
    expect_both_languages({"results", "show", part});
    expect_both_languages({"results", "check", whole, part});
    expect_both_languages({"results", "list", part});
    expect_both_languages({"results", "merge", merged, part});
    expect_both_languages({"results", "export", whole, "--output", file("tabellen")});
    expect_both_languages({"report", whole, "--output", file("seite.html")});
    expect_both_languages({"compare", scenario, "--runs", "32", "--seed", "8", "--output", whole});
    expect_both_languages({"results", "show", scenario});
    expect_both_languages({"results", "check", file("keine.db")});
    expect_both_languages({"results", "show", whole, "--by", "substantiv"});
    expect_both_languages({"report", folder.write("leer.json", "{}"), "--output", file("seite.html")});
    expect_both_languages(
        {"report", folder.write("anders.json", R"({"outcomes": [], "departments": 3})"), "--output", file("seite.html")});
    for (char const* change : {"UPDATE variant SET meaning = 'x'", "UPDATE provenance SET value = 'x' WHERE key = 'weeks'",
                               "UPDATE block SET drawn = x'00'", "DELETE FROM outcome", "DROP TABLE event"}) {
        fs::copy_file(whole, spoiled, fs::copy_options::overwrite_existing);
        sqlite3* database = nullptr;
        ASSERT_EQ(sqlite3_open(spoiled.c_str(), &database), SQLITE_OK);
        ASSERT_EQ(sqlite3_exec(database, change, nullptr, nullptr, nullptr), SQLITE_OK) << change;
        sqlite3_close(database);
        expect_both_languages({"results", "check", spoiled});
    }
}

TEST_F(Language, of_problems_of_input) {
    std::string const broken = folder.write("falsch.yaml", R"(micropol: 1
name: Falsch
organisation:
  departments:
    - {name: Vertrieb, headcount: viele}
    - {nam: Daten, headcount: 3}
culture: {rivalri: 0.2, power_distance: 1.4}
transformation:
  initiatives:
    - {name: CRM}
    - {name: CRM}
strategies:
  a: {interventions: [{lever: trainig, intensity: 0.4}, {intensity: {uniform: [2, 1]}}]}
runs: {weeks: 0, histories: 1.5}
)");
    expect_both_languages({"validate", broken});
    expect_both_languages({"validate", folder.write("unlesbar.yaml", "micropol: 1\n  name: [\n")});
    expect_both_languages({"validate", folder.write("leer.yaml", "")});
    expect_both_languages({"validate", file("keine.yaml")});
    expect_both_languages({"run", scenario, "--set", "culture.rivalri=1", "--set", "culture.rivalry=2"});
    expect_both_languages({"run", scenario, "--strategy", "geduldg"});
    expect_both_languages({"compare", scenario, "--by", "substantiv"});
    expect_both_languages({"compare", scenario, "--optimise", "--levers", "trainig", "--effort", "2000"});
    expect_both_languages({"sweep", scenario, "--factor", "culture.rivalri=0..1", "--factor", "culture.rivalry=1..0"});
    expect_both_languages({"explain", scenario, "--strategy", "geduldig", "--at-week", "4", "--then", "add trainig"});
    expect_both_languages({"new", "--people", folder.write("p.csv", "id,manager,level\nA,Z,1\nA,B,x\n")});
    expect_both_languages({"new", "--people", folder.write("leer.csv", "")});
}

TEST_F(Language, of_wrong_usage) {
    expect_both_languages({"rnu"});
    expect_both_languages({"run"});
    expect_both_languages({"run", scenario, "--rums", "16", "--sead", "1"});
    expect_both_languages({"run", scenario, "--runs", "viele"});
    expect_both_languages({"run", scenario, "zuviel.yaml"});
    expect_both_languages({"run", scenario, "--format", "jsn"});
    expect_both_languages({"run", scenario, "--quiet", "--verbose"});
    expect_both_languages({"run", scenario, "--shard", "3"});
    expect_both_languages({"compare", scenario, "--until-ci", "0.1", "--until-decided"});
    expect_both_languages({"compare", scenario, "--budget", "10"});
    expect_both_languages({"sweep", scenario, "--design", "gitter"});
    expect_both_languages({"explain", scenario, "--history", "mittel"});
    expect_both_languages({"results", "zeige"});
    expect_both_languages({"results", "show"});
    expect_both_languages({"report", "x.db"});
    expect_both_languages({"new"});
    expect_both_languages({"describe", "--profile"});
    expect_both_languages({"completion", "ksh"});
}

TEST_F(Language, is_known_wherever_it_stands) {
    for (std::vector<std::string> const& words : {std::vector<std::string>{"run", "--language", "de", "--rums"},
                                                  {"run", "--rums", "--language=de"},
                                                  {"--language", "de"},
                                                  {"run", "--language=de", "--runs"}})
        EXPECT_THAT(english_in(run(words).errors), IsEmpty()) << testing::PrintToString(words);
    Outcome const unknown = run({"validate", scenario, "--language", "fr"});
    EXPECT_EQ(unknown.code, 2);
    EXPECT_THAT(unknown.errors, HasSubstr("error: --language takes en or de, not 'fr'"));
}

TEST_F(Language, of_JSON_is_none) {
    for (std::vector<std::string> const& command : {std::vector<std::string>{"run", scenario, "--format", "json"},
                                                    {"validate", scenario, "--format", "json", "--set", "culture.rivalri=1"}})
        EXPECT_EQ(run(with(command, {"--language", "de"})).output, run(command).output);
}

}  // namespace
}  // namespace micropol::cli
