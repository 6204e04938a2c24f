// Files of results through the real program: stopped and gone on with, in parts, looked at again.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <chrono>
#include <csignal>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <thread>

#include "cli/program.h"
#include "soak/studies.h"

namespace micropol::cli {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

using soak::Study;
using soak::tiny;

// One of every kind.
std::vector<Study> studies(std::string const& scenario) {
    return {{"run", {"run", scenario}},
            {"compare", {"compare", scenario}},
            {"sweep",
             {"sweep", scenario, "--design", "latin_hypercube", "--points", "6", "--runs", "32", "--factor",
              "culture.rivalry=0..1", "--strategy", "patient", "--against", "none"}},
            {"decided", {"compare", scenario, "--until-decided", "--indifference", "0.1", "--runs", "640"}}};
}

TEST(Results, show_says_what_the_command_said) {
    Folder const folder;
    for (Study const& study : studies(folder.write("tiny.yaml", tiny))) {
        std::string const file = (folder / (study.name + ".db")).string();
        for (std::string const format : {"text", "json", "jsonl", "csv", "markdown"}) {
            Outcome const said = run(with(study.command, {"--output", file, "--format", format}));
            ASSERT_EQ(said.code, 0) << said.errors;
            EXPECT_EQ(run({"results", "show", file, "--format", format}).output, said.output) << study.name << ' ' << format;
        }
    }
}

std::vector<nlohmann::json> objects_in(std::string const& text) {
    std::vector<nlohmann::json> all;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) all.push_back(nlohmann::json::parse(line));
    return all;
}

// What a list of the JSON has is what the lines after the first one have.
TEST(Results, json_lines_are_the_json) {
    Folder const folder;
    std::map<std::string, std::pair<std::string, std::string>> const lists{
        {"run", {"outcomes", "outcome"}}, {"compare", {"strategies", "strategy"}}, {"sweep", {"points", "point"}}};
    for (Study const& study : studies(folder.write("tiny.yaml", tiny))) {
        if (!lists.contains(study.name)) continue;
        auto const& [list, kind] = lists.at(study.name);
        auto whole = nlohmann::json::parse(run(with(study.command, {"--format", "json"})).output);
        std::vector<nlohmann::json> lines = objects_in(run(with(study.command, {"--format", "jsonl"})).output);
        ASSERT_EQ(lines.size(), whole[list].size() + 1) << study.name;
        for (std::size_t k = 0; k < lines.size(); ++k) {
            EXPECT_EQ(lines[k]["record"], k == 0 ? "study" : kind);
            lines[k].erase("record");
            EXPECT_EQ(lines[k], k == 0 ? lines[0] : whole[list][k - 1]) << study.name << ' ' << k;
        }
        whole.erase(list);
        EXPECT_EQ(lines.front(), whole) << study.name;
    }
}

TEST(Results, tables_are_exported_as_json_lines) {
    Folder const folder;
    std::string const file = (folder / "run.db").string();
    ASSERT_EQ(run({"run", folder.write("tiny.yaml", tiny), "--output", file}).code, 0);
    auto const whole = nlohmann::json::parse(run({"results", "export", file, "--table", "block", "--format", "json"}).output);
    EXPECT_EQ(nlohmann::json(objects_in(run({"results", "export", file, "--table", "block", "--format", "jsonl"}).output)),
              whole);
    EXPECT_EQ(run({"results", "export", file, "--table", "event", "--format", "jsonl"}).output, "");
    EXPECT_EQ(objects_in(run({"results", "list", folder.write("tiny.yaml", tiny), file, "--format", "jsonl"}).output).size(), 1u);
}

// A finished study is named without reading its numbers, and that is said; one that is not tells how many of its blocks are sound.
TEST(Results, a_list_says_what_it_did_not_read) {
    Folder const folder;
    std::string const scenario = folder.write("tiny.yaml", tiny), finished = (folder / "finished.db").string(),
                      part = (folder / "part.db").string();
    ASSERT_EQ(run({"run", scenario, "--output", finished}).code, 0);
    ASSERT_EQ(run({"run", scenario, "--output", part, "--shard", "1/2"}).code, 0);
    EXPECT_THAT(run({"results", "list", finished}).errors, HasSubstr("the numbers in 1 finished file were not read"));
    EXPECT_EQ(run({"results", "list", part}).errors, "");
    std::vector<nlohmann::json> const listed = objects_in(run({"results", "list", finished, part, "--format", "jsonl"}).output);
    EXPECT_EQ(listed[0]["numbers_read"], false);
    EXPECT_EQ(listed[1]["numbers_read"], true);
    for (std::string const& file : {finished, part}) {
        std::string bytes = content_of(file);
        for (std::size_t at = bytes.size() / 2; at < bytes.size(); at += 97) bytes[at] = char(bytes[at] + 1);
        std::ofstream(file, std::ios::binary) << bytes;
    }
    EXPECT_EQ(run({"results", "check", finished}).code, 3);
    EXPECT_EQ(run({"results", "list", part}).code, 3);
}

TEST(Results, a_folder_without_results_is_said_to_have_none) {
    Folder folder;
    Outcome const said = run({"results", "list", (folder / ".").string()});
    EXPECT_EQ(said.code, 0);
    EXPECT_EQ(said.output, "");
    EXPECT_THAT(said.errors, HasSubstr("no results are kept in"));
}

TEST(Results, a_comparison_is_shown_by_another_outcome) {
    Folder const folder;
    std::string const scenario = folder.write("tiny.yaml", tiny), file = (folder / "c.db").string();
    ASSERT_EQ(run({"compare", scenario, "--output", file}).code, 0);
    EXPECT_EQ(run({"results", "show", file, "--by", "quits", "--less-is-better"}).output,
              run({"compare", scenario, "--by", "quits", "--less-is-better"}).output);
    Outcome const unknown = run({"results", "show", file, "--by", "quit"});
    EXPECT_EQ(unknown.code, 3);
    EXPECT_THAT(unknown.errors, HasSubstr("did you mean 'quits'?"));
}

TEST(Results, the_same_study_is_the_same_bytes) {
    Folder const folder;
    for (Study const& study : studies(folder.write("tiny.yaml", tiny))) {
        ASSERT_EQ(run(with(study.command, {"--threads", "1", "--output", (folder / "a.db").string()})).code, 0);
        ASSERT_EQ(run(with(study.command, {"--threads", "3", "--quiet", "--output", (folder / "b.db").string()})).code, 0);
        EXPECT_TRUE(content_of(folder / "a.db") == content_of(folder / "b.db")) << study.name;
        fs::remove(folder / "a.db"), fs::remove(folder / "b.db");
    }
}

TEST(Results, parts_put_together_are_the_bytes_of_one_process) {
    Folder const folder;
    std::string const scenario = folder.write("tiny.yaml", tiny);
    for (Study const& study : studies(scenario)) {
        if (study.name == "decided") continue;
        std::string const whole = (folder / (study.name + ".db")).string();
        ASSERT_EQ(run(with(study.command, {"--output", whole})).code, 0);
        for (int const of : {1, 2, 7}) {
            std::vector<std::string> merge{"results", "merge", (folder / "merged.db").string()};
            for (int number = of; number >= 1; --number) {
                std::string const part = (folder / (std::to_string(number) + ".db")).string();
                Outcome const said = run(
                    with(study.command, {"--output", part, "--shard", std::to_string(number) + '/' + std::to_string(of)}));
                ASSERT_EQ(said.code, 0) << said.errors;
                EXPECT_EQ(said.output.empty(), of > 1) << "a part has nothing to conclude";
                merge.push_back(part);
            }
            if (of == 1) {
                EXPECT_TRUE(content_of(merge[3]) == content_of(whole));
            } else {
                Outcome const said = run(merge);
                ASSERT_EQ(said.code, 0) << said.errors;
                EXPECT_TRUE(content_of(merge[2]) == content_of(whole)) << study.name << ' ' << of;
            }
            for (std::size_t k = 2; k < merge.size(); ++k) fs::remove(merge[k]);
        }
    }
}

TEST(Results, a_merge_of_some_parts_is_gone_on_with) {
    Folder const folder;
    std::string const scenario = folder.write("tiny.yaml", tiny);
    std::string const part = (folder / "1.db").string(), merged = (folder / "m.db").string(), whole = (folder / "w.db").string();
    ASSERT_EQ(run({"compare", scenario, "--shard", "1/3", "--output", part}).code, 0);
    EXPECT_THAT(run({"results", "merge", merged, part}).errors, HasSubstr("4 of 12 blocks"));
    EXPECT_THAT(run({"results", "list", merged}).output, HasSubstr("unfinished, 4 of 12 blocks"));
    ASSERT_EQ(run({"compare", scenario, "--output", merged}).code, 0);
    ASSERT_EQ(run({"compare", scenario, "--output", whole}).code, 0);
    EXPECT_TRUE(content_of(merged) == content_of(whole));
}

TEST(Results, parts_of_other_studies_are_refused) {
    Folder const folder;
    std::string const scenario = folder.write("tiny.yaml", tiny);
    std::string const a = (folder / "a.db").string(), b = (folder / "b.db").string(), merged = (folder / "m.db").string();
    ASSERT_EQ(run({"compare", scenario, "--shard", "1/2", "--output", a}).code, 0);
    ASSERT_EQ(run({"compare", scenario, "--shard", "2/2", "--output", b, "--seed", "8"}).code, 0);
    Outcome const said = run({"results", "merge", merged, a, b});
    EXPECT_EQ(said.code, 3);
    EXPECT_THAT(said.errors, HasSubstr("its seed differs"));
    for (std::string const wrong : {"0/2", "3/2", "1", "1/2x", "a/b", "-1/2", "1/"})
        EXPECT_EQ(run({"compare", scenario, "--shard", wrong, "--output", a}).code, 2) << wrong;
    EXPECT_EQ(run({"compare", scenario, "--shard", "1/2"}).code, 2) << "without a file";
    EXPECT_EQ(run({"compare", scenario, "--shard", "1/2", "--output", merged, "--until-ci", "0.1"}).code, 2);
}

TEST(Results, tables_are_exported_for_other_programs) {
    Folder const folder;
    std::string const scenario = folder.write("tiny.yaml", tiny), file = (folder / "c.db").string();
    ASSERT_EQ(run({"compare", scenario, "--output", file}).code, 0);
    EXPECT_THAT(run({"results", "export", file, "--table", "variant"}).output, HasSubstr("1,patient,patient,People learn.,"));
    EXPECT_THAT(run({"results", "export", file, "--table", "variant", "--format", "json"}).output,
                HasSubstr("\"name\":\"patient\""));
    EXPECT_THAT(run({"results", "export", file, "--table", "department_week"}).output,
                AllOf(HasSubstr("row,variant,week,department,people,attitude,attitude_sd,belief,belief_sd,"),
                      HasSubstr("\n71,2,7,Data,")));
    ASSERT_EQ(run({"results", "export", file, "--output", (folder / "tables").string()}).code, 0);
    EXPECT_THAT(content_of(folder / "tables" / "history.csv"), HasSubstr("row,variant,block,history,substantive"));
    EXPECT_EQ(run({"results", "export", file, "--table", "histroy"}).code, 2);
    Outcome const onto_file = run({"results", "export", file, "--output", file});
    EXPECT_EQ(onto_file.code, 3);
    EXPECT_THAT(onto_file.errors, HasSubstr("cannot be written (Not a directory)"));
    EXPECT_EQ(run({"results", "export", file}).code, 2);
}

TEST(Results, what_is_no_file_of_results_is_said) {
    Folder const folder;
    std::string const scenario = folder.write("tiny.yaml", tiny);
    for (std::string const verb : {"show", "check", "list"}) {
        EXPECT_EQ(run({"results", verb, scenario}).code, 3) << verb;
        EXPECT_EQ(run({"results", verb, (folder / "none.db").string()}).code, 3) << verb;
    }
    EXPECT_THAT(run({"results", "shw", scenario}).errors, HasSubstr("did you mean 'show'?"));
}

// From the people's own file, as long as it is what it was: nothing is simulated for it.
TEST(Results, people_can_be_named_later) {
    Folder const folder;
    std::string people = "id,name,department,manager\n";
    for (int k = 0; k < 30; ++k)
        people += "E" + std::to_string(k) + ",Given" + std::to_string(k) + " Family," + (k % 2 ? "Sales" : "IT") + "," +
                  (k ? "E" + std::to_string((k - 1) / 4) : "") + "\n";
    std::string const scenario = (folder / "mine.yaml").string(), file = folder.write("people.csv", people);
    ASSERT_EQ(run({"new", "--people", file, "--output", scenario}).code, 0);
    for (std::vector<std::string> const& command : {std::vector<std::string>{"run", scenario, "--runs", "64", "--weeks", "26"},
                                                    {"explain", scenario, "--runs", "32", "--weeks", "26"}}) {
        std::string const hidden = (folder / (command[0] + ".db")).string(),
                          named = (folder / (command[0] + "_named.db")).string();
        ASSERT_EQ(run(with(command, {"--output", hidden})).code, 0);
        ASSERT_EQ(run(with(command, {"--output", named, "--show-names"})).code, 0);
        EXPECT_THAT(content_of(hidden), Not(HasSubstr("Given")));
        Outcome const later = run({"results", "show", hidden, "--show-names"});
        EXPECT_EQ(later.code, 0) << later.errors;
        EXPECT_THAT(later.output, HasSubstr("Given")) << command[0];
        // As if they had been shown from the start, but for small groups: these were not kept.
        std::string const from_the_start = run({"results", "show", named, "--show-names"}).output;
        std::istringstream lines(later.output);
        for (std::string line; std::getline(lines, line);) EXPECT_THAT(from_the_start, HasSubstr(line));
        std::string const page = (folder / "page.html").string();
        EXPECT_EQ(run({"report", hidden, "--show-names", "--output", page}).code, 0);
        EXPECT_THAT(content_of(page), HasSubstr("Given"));
    }
    (void)folder.write("people.csv", people + "E30,Given30 Family,IT,E0\n");
    Outcome const others = run({"results", "show", (folder / "run.db").string(), "--show-names"});
    EXPECT_EQ(others.code, 3);
    EXPECT_THAT(others.errors, HasSubstr("the files with their names are not at hand"));
}

TEST(Results, imported_people_have_pseudonyms_unless_names_are_asked_for) {
    Folder const folder;
    std::string people = "id,name,department,level\n";
    for (std::string const department : {"Sales", "Marketing", "Data"})
        for (int k = 0; k < (department == "Data" ? 3 : 12); ++k)
            people += department + "x" + std::to_string(k) + ",Ann " + std::to_string(k) + ',' + department +
                      (k == 0 ? ",1\n" : ",0\n");
    std::string const scenario = (folder / "mine.yaml").string(), file = (folder / "mine.db").string();
    ASSERT_EQ(run({"new", "--people", folder.write("people.csv", people), "--output", scenario}).code, 0);
    std::string const with_names = (folder / "with_names.db").string();
    std::vector<std::string> const command{"run", scenario, "--runs", "32", "--weeks", "12", "--format", "json"};
    Outcome const veiled = run(with(command, {"--output", file})),
                  named = run(with(command, {"--output", with_names, "--show-names"}));
    ASSERT_EQ(veiled.code, 0) << veiled.errors;
    EXPECT_THAT(content_of(file), AllOf(Not(HasSubstr("Salesx")), Not(HasSubstr("Ann "))));
    EXPECT_THAT(content_of(with_names), HasSubstr("Salesx"));
    EXPECT_THAT(veiled.output, AllOf(Not(HasSubstr("Salesx")), Not(HasSubstr("Datax")), HasSubstr("\"names_shown\": false"),
                                     HasSubstr("\"departments_hidden\": 2")));
    EXPECT_THAT(named.output, AllOf(HasSubstr("\"names_shown\": true"), HasSubstr("\"departments_hidden\": 0")));
    EXPECT_EQ(run({"results", "show", file, "--format", "json"}).output, veiled.output);
    EXPECT_EQ(run({"results", "show", with_names, "--format", "json", "--show-names"}).output, named.output);
    EXPECT_THAT(run({"results", "show", file}).output, HasSubstr("People have pseudonyms, and 2 groups are left out"));
    EXPECT_THAT(run({"results", "show", file, "--group-size", "13", "--format", "json"}).output,
                HasSubstr("\"departments_hidden\": 3"));
    EXPECT_THAT(run({"results", "show", with_names}).errors, HasSubstr("it names people who were imported"));
    for (std::string const table : {"department_week", "department_power", "person_power", "person_state"}) {
        std::string const small = run({"results", "export", file, "--table", table}).output,
                          whole = run({"results", "export", with_names, "--table", table}).output;
        EXPECT_THAT(small, AllOf(Not(HasSubstr("Data,")), Not(HasSubstr("Marketing")), HasSubstr("Sales"))) << table;
        EXPECT_THAT(whole, AllOf(HasSubstr(table == "person_state" ? "Datax" : "Data,"), HasSubstr("Marketing"))) << table;
    }
    EXPECT_THAT(run({"results", "export", file, "--table", "department_week"}).output, HasSubstr(",(small department),14."));
    EXPECT_THAT(run({"results", "export", file, "--table", "person_state"}).output, HasSubstr(",Person 15,,,,,"));
    Outcome const mixed = run(with(command, {"--output", file, "--show-names"}));
    EXPECT_EQ(mixed.code, 3);
    EXPECT_THAT(mixed.errors, HasSubstr("its privacy differs"));
}

}  // namespace
}  // namespace micropol::cli
