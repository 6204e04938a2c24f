// micropol explain through the real program.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "cli/program.h"

namespace micropol::cli {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

std::string tiny() {
    return tiny_company +
           "runs: {weeks: 20, histories: 48, seed: 7}\n"
           "strategies:\n"
           "  patient:\n"
           "    interventions:\n"
           "      - {lever: training, intensity: 0.4}\n";
}

TEST(ExplainProgram, tells_the_history_in_the_middle) {
    Folder const folder;
    Outcome const said = run({"explain", folder.write("tiny.yaml", tiny()), "--strategy", "patient"});
    EXPECT_EQ(said.code, 0) << said.errors;
    EXPECT_EQ(said.errors, "");
    EXPECT_THAT(said.output,
                AllOf(HasSubstr("A typical history (the median) with strategy patient"), HasSubstr("the median of 48"),
                      HasSubstr("Begins: training (everyone, 40 % of full intensity)."), HasSubstr("In the end"),
                      Not(HasSubstr("What if")), Not(HasSubstr("\x1b"))));
}

// What the page of a report reads.
TEST(ExplainProgram, writes_json) {
    Folder const folder;
    Outcome const said = run({"explain", folder.write("tiny.yaml", tiny()), "--history", "1.5", "--at-week", "8", "--then",
                              "add status_moderation", "--format", "json"});
    ASSERT_EQ(said.code, 0) << said.errors;
    auto const json = nlohmann::json::parse(said.output);
    EXPECT_EQ(json["kind"], "explanation");
    EXPECT_EQ(json["headcount"], 17);
    EXPECT_EQ(json["histories"], 48);
    EXPECT_EQ(json["imported"], false);
    auto const& told = json["told"];
    EXPECT_EQ(told["block"], 1);
    EXPECT_EQ(told["history"], 5);
    EXPECT_EQ(told["outcome"]["key"], "substantive");
    EXPECT_EQ(told["weekly"][0]["values"].size(), 20u);
    EXPECT_EQ(told["weekly"][0]["values"][19], told["outcome"]["value"]);
    EXPECT_EQ(told["network"]["people"].size(), 17u);
    EXPECT_EQ(told["network"]["frames"][3]["power"].size(), 17u);
    for (auto const& moment : told["chronicle"]) {
        EXPECT_NE(moment["text"], "");
        EXPECT_NE(moment["kind"], "");
    }
    auto const& fork = json["fork"];
    EXPECT_EQ(fork["at_week"], 8);
    EXPECT_EQ(fork["then"][0], "add status_moderation");
    EXPECT_EQ(fork["difference"]["blocks"], 3);
    EXPECT_EQ(fork["chronicle"][0]["week"], 8);
    EXPECT_THAT(fork["chronicle"][0]["text"], HasSubstr("Begins: status moderation"));
    EXPECT_EQ(fork["chronicle"][0]["moment"]["levers"][0]["lever"], "status_moderation");
    for (std::size_t week = 0; week < 8; ++week)
        EXPECT_EQ(fork["weekly"]["as_it_was"][week], fork["weekly"]["otherwise"][week]) << week;
}

TEST(ExplainProgram, a_fork_with_no_change_says_so) {
    Folder const folder;
    Outcome const said = run({"explain", folder.write("tiny.yaml", tiny()), "--at-week", "8"});
    EXPECT_EQ(said.code, 0) << said.errors;
    EXPECT_THAT(said.output, HasSubstr("Nothing differs in any outcome of any history."));
}

TEST(ExplainProgram, says_of_a_file_what_it_says_of_its_scenario) {
    Folder const folder;
    std::string const scenario = folder.write("tiny.yaml", tiny()), ran = (folder / "ran.db").string(),
                      compared = (folder / "compared.db").string();
    ASSERT_EQ(run({"run", scenario, "--strategy", "patient", "--output", ran}).code, 0);
    ASSERT_EQ(run({"compare", scenario, "--output", compared}).code, 0);
    std::vector<std::string> const rest{"--history", "worst", "--at-week", "8", "--then", "drop training"};
    auto const explain = [&](std::vector<std::string> words) {
        words.insert(words.begin(), "explain");
        words.insert(words.end(), rest.begin(), rest.end());
        return run(words);
    };
    Outcome const of_scenario = explain({scenario, "--strategy", "patient"});
    EXPECT_EQ(of_scenario.code, 0) << of_scenario.errors;
    EXPECT_EQ(explain({ran}).output, of_scenario.output);
    EXPECT_EQ(explain({compared, "--strategy", "patient"}).output, of_scenario.output);
}

// Several strategies are explained one after the other, each as alone.
TEST(ExplainProgram, takes_several_strategies) {
    Folder const folder;
    std::string const scenario = folder.write("tiny.yaml", tiny()), compared = (folder / "compared.db").string();
    ASSERT_EQ(run({"compare", scenario, "--output", compared}).code, 0);
    std::vector<std::string> const asked{"explain", scenario, "--pivotal", "--ledger"};
    auto const with = [&](std::vector<std::string> const& more, std::string const& file) {
        std::vector<std::string> words = asked;
        words[1] = file;
        words.insert(words.end(), more.begin(), more.end());
        return run(words);
    };
    Outcome const none = run(asked), patient = with({"--strategy", "patient"}, scenario),
                  both = with({"--strategy", "none", "--strategy", "patient"}, scenario);
    EXPECT_EQ(both.code, 0) << both.errors;
    EXPECT_NE(none.output, patient.output);
    EXPECT_EQ(both.output, none.output + "\n" + patient.output);
    EXPECT_EQ(with({"--strategy", "none", "--strategy", "patient"}, compared).output, both.output);
    auto const json = [](Outcome const& said) { return nlohmann::json::parse(said.output); };
    EXPECT_EQ(json(with({"--strategy", "none", "--strategy", "patient", "--format", "json"}, scenario)),
              nlohmann::json::array({json(with({"--format", "json"}, scenario)),
                                     json(with({"--strategy", "patient", "--format", "json"}, scenario))}));
    EXPECT_EQ(with({"--strategy", "patient", "--strategy", "patient"}, scenario).code, 2);
    EXPECT_EQ(with({"--strategy", "none", "--strategy", "patient", "--output", folder / "why.db"}, scenario).code, 2);
    EXPECT_FALSE(std::filesystem::exists(folder / "why.db"));
}

TEST(ExplainProgram, writes_the_network_of_the_history_told) {
    Folder const folder;
    std::string const scenario = folder.write("tiny.yaml", tiny()), gexf = folder / "net.gexf", graphml = folder / "net.graphml";
    EXPECT_EQ(run({"explain", scenario, "--history", "best", "--network", gexf}).code, 0);
    EXPECT_TRUE(content_of(gexf).ends_with("</gexf>\n"));
    EXPECT_EQ(run({"explain", scenario, "--network", graphml, "--at-week", "3", "--then", "add training"}).code, 0);
    EXPECT_TRUE(content_of(graphml).ends_with("</graphml>\n"));
    EXPECT_EQ(run({"explain", scenario, "--network", folder / "net.png"}).code, 2);
    EXPECT_EQ(run({"explain", scenario, "--network", gexf, "--pivotal"}).code, 2);  // no history is told
}

TEST(ExplainProgram, refuses_what_it_cannot_explain) {
    Folder const folder;
    std::string const scenario = folder.write("tiny.yaml", tiny()), ran = (folder / "ran.db").string();
    ASSERT_EQ(run({"run", scenario, "--output", ran}).code, 0);
    auto const expect = [](std::vector<std::string> const& words, int code, std::string const& complaint) {
        Outcome const said = run(words);
        EXPECT_EQ(said.code, code) << complaint;
        EXPECT_THAT(said.errors, HasSubstr(complaint));
        EXPECT_EQ(said.output, "");
    };
    expect({"explain", scenario, "--history", "3.0"}, 2, "BLOCK.HISTORY from 0.0 to 2.15");
    expect({"explain", scenario, "--history", "middle"}, 2, "median, best, worst");
    expect({"explain", scenario, "--by", "substantiv"}, 2, "did you mean 'substantive'");
    expect({"explain", scenario, "--then", "add training"}, 2, "--then needs --at-week");
    expect({"explain", scenario, "--at-week", "20"}, 2, "--at-week");
    expect({"explain", scenario, "--at-week", "8", "--then", "drop training"}, 3, "nobody pulls the lever 'training' here");
    expect({"explain", scenario, "--format", "csv"}, 2, "--format takes");
    expect({"explain", ran, "--seed", "4"}, 2, "--seed does not go with a file of results");
    expect({"explain", ran, "--strategy", "patient"}, 3, "it has no strategy 'patient'");
}

// People who were imported are not named unless that is asked for, and their file is needed.
TEST(ExplainProgram, names_imported_people_only_when_asked) {
    Folder const folder;
    std::string people = "id,name,department\n";
    for (int k = 0; k < 12; ++k)
        people += "p" + std::to_string(k) + ",Secret" + std::to_string(k) + (k < 6 ? ",Sales\n" : ",Marketing\n");
    (void)folder.write("people.csv", people);
    std::string const scenario = folder.write("imported.yaml",
                                              "micropol: 1\norganisation: {people: people.csv}\n"
                                              "transformation: {initiatives: [{name: CRM}]}\n"
                                              "governance: {committee_level: 0}\n"
                                              "runs: {weeks: 30, histories: 32, seed: 7}\n");
    for (char const* format : {"text", "json", "markdown"}) {
        for (std::vector<std::string> const& rest :
             std::vector<std::vector<std::string>>{{}, {"--at-week", "8", "--then", "add training intensity=1"}}) {
            Outcome const hidden = run(with({"explain", scenario, "--format", format}, rest));
            ASSERT_EQ(hidden.code, 0) << hidden.errors;
            EXPECT_THAT(hidden.output,
                        AllOf(HasSubstr("Person 0"), Not(HasSubstr("p1 ")), Not(HasSubstr("\"p1\"")), Not(HasSubstr("Secret"))));
        }
        EXPECT_THAT(run({"explain", scenario, "--show-names", "--format", format}).output, HasSubstr("Secret"));
    }
    std::string const ran = (folder / "ran.db").string();
    ASSERT_EQ(run({"run", scenario, "--output", ran}).code, 0);
    Outcome const said = run({"explain", ran});
    EXPECT_EQ(said.code, 3);
    EXPECT_THAT(said.errors, HasSubstr("name the scenario file"));
}

TEST(ExplainProgram, keeps_what_it_found_in_a_file) {
    Folder const folder;
    std::string const scenario = folder.write("tiny.yaml", tiny()), file = (folder / "why.db").string();
    std::vector<std::string> const asked{"explain", scenario, "--strategy",    "patient", "--at-week",
                                         "4",       "--then", "drop training", "--ledger"};
    for (std::string const format : {"text", "markdown", "json"}) {
        Outcome const kept = run(with(asked, {"--output", file, "--format", format}));
        ASSERT_EQ(kept.code, 0) << kept.errors;
        EXPECT_EQ(kept.output, run(with(asked, {"--format", format})).output);
        EXPECT_EQ(kept.output, run({"results", "show", file, "--format", format}).output);
    }
    EXPECT_THAT(run(with(asked, {"--output", file, "--history", "worst"})).errors, HasSubstr("its definition differs"));
    EXPECT_THAT(run({"explain", file}).errors, HasSubstr("micropol results show"));
    EXPECT_THAT(run({"results", "show", file, "--by", "stake"}).errors, HasSubstr("an explanation is by one outcome"));
    std::string const page = (folder / "why.html").string();
    ASSERT_EQ(run({"report", file, "--output", page}).code, 0);
    std::string const html = content_of(page);
    for (char const* heading : {"Who loses what", "What if, after", "What is assumed, and what it rests on"})
        EXPECT_NE(html.find(heading), std::string::npos) << heading;
}

// Every event of the history told, with the reasons, and everybody's weeks.
TEST(ExplainProgram, keeps_the_trace_of_the_history_told) {
    Folder const folder;
    std::string const scenario = folder.write("tiny.yaml", tiny()), file = (folder / "told.db").string();
    ASSERT_EQ(run({"explain", scenario, "--history", "best", "--output", file}).code, 0);
    auto const table = [&](std::string const& name) {
        return nlohmann::json::parse(run({"results", "export", file, "--table", name, "--format", "json"}).output);
    };
    auto const weeks = table("person_week"), events = table("event");
    EXPECT_EQ(weeks.size(), 17u * 20u);
    std::map<std::string, int> counts;
    for (auto const& event : events) {
        std::string const what = event["what"];
        ++counts[what];
        bool const of_a_person = what == "joins" || what == "hears" || what == "steps" || what == "starts_hiding";
        if (!of_a_person) continue;
        auto const& week = weeks[event["week"].get<std::size_t>() * 17];
        ASSERT_EQ(week["week"], event["week"]);
        int found = 0;
        for (std::size_t i = 0; i < 17; ++i) {
            auto const& person = weeks[event["week"].get<std::size_t>() * 17 + i];
            if (person["id"] != event["who"]) continue;
            EXPECT_EQ(person["stake"], event["stake"]);
            ++found;
        }
        EXPECT_EQ(found, 1) << event["who"];
    }
    EXPECT_EQ(counts["decision"], 5);  // a meeting every fourth week
    EXPECT_GT(counts["hears"], 0);
    EXPECT_GT(counts["joins"], 0);
    auto const last = weeks.back();
    EXPECT_EQ(last["week"], 19);
    EXPECT_FALSE(last["attitude"].is_null());
}

// Of three departments of fourteen and one of three, the same two are left out of the table and of the pseudonyms.
TEST(ExplainProgram, leaves_the_same_groups_out_everywhere) {
    Folder const folder;
    std::string people = "id,department\n";
    for (std::string const department : {"Sales", "Marketing", "Data", "Board"})
        for (int k = 0; k < (department == "Board" ? 3 : 14); ++k)
            people += department[0] + std::to_string(k) + ',' + department + '\n';
    (void)folder.write("people.csv", people);
    std::string const scenario = folder.write("imported.yaml",
                                              "micropol: 1\norganisation: {people: people.csv}\n"
                                              "transformation: {initiatives: [{name: CRM}]}\n"
                                              "governance: {committee_level: 0}\n"
                                              "runs: {weeks: 12, histories: 32, seed: 7}\n");
    auto const json = nlohmann::json::parse(run({"explain", scenario, "--ledger", "--format", "json"}).output)["ledger"];
    std::set<std::string> departments, in_pseudonyms;
    for (auto const& department : json["departments"]) departments.insert(department["name"]);
    for (auto const& person : json["people"]) {
        std::string const id = person["id"];
        in_pseudonyms.insert(id.substr(0, id.find(' ')));
    }
    EXPECT_THAT(departments, testing::ElementsAre("Marketing", "Sales"));
    EXPECT_THAT(in_pseudonyms, testing::ElementsAre("Marketing", "Person", "Sales"));
    EXPECT_EQ(json["groups_hidden"], 4);  // two departments and the role that each has
}

TEST(ExplainProgram, says_beforehand_how_long_it_takes) {
    Folder const folder;
    Outcome const said = run({"explain", folder.write("tiny.yaml", tiny()), "--why", "--factors", "hiding,status", "--dry-run"});
    ASSERT_EQ(said.code, 0) << said.errors;
    EXPECT_THAT(said.output, AllOf(HasSubstr("in 3 blocks of sixteen"), HasSubstr("at most 12 blocks more")));
}

}  // namespace
}  // namespace micropol::cli
