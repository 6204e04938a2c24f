// From somebody's files to a scenario that runs, or to one refusal whose command does.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "cli/program.h"

namespace micropol::cli {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr char const* people =
    "PersonId,Full name,Abteilung,Vorgesetzte/r\n1,Ada Kern,Vertrieb Ost,\n2,Ben Roth,Vertrieb West,1\n3,Cy Lee,Technik,2\n";

TEST(New, writes_a_scenario_that_runs) {
    Folder const folder;
    std::string const scenario = (folder / "ours.yaml").string();
    Outcome const said = run({"new", "--people", folder.write("people.csv", people), "--output", scenario});
    EXPECT_EQ(said.code, 0) << said.errors;
    EXPECT_THAT(said.output, HasSubstr("Managers  2 reporting lines; 1 person without a manager"));
    EXPECT_THAT(said.output, HasSubstr("Sales is taken to be Vertrieb Ost and Vertrieb West"));
    EXPECT_THAT(content_of(scenario), HasSubstr("sales_department: \"Vertrieb Ost; Vertrieb West\""));
    Outcome const ran = run({"run", scenario, "--runs", "16", "--weeks", "3", "--show-names", "--verbose"});
    EXPECT_EQ(ran.code, 0) << ran.errors;
    EXPECT_THAT(ran.output, Not(HasSubstr("Trust between Marketing and Sales"))) << "there is no Marketing";
    EXPECT_EQ(run({"run", scenario, "--runs", "16", "--weeks", "3", "--set", "governance.rule=sales"}).code, 0);
    Outcome const asked = run({"run", scenario, "--set", "governance.rule=marketing"});
    EXPECT_THAT(asked.errors, HasSubstr("the rule asks department 'Marketing', which does not exist"));
}

// 360 ties among sixty people, with and without one of weight 100,000, in the same 64 organisations: no outcome differs by more than its
// standard error, a quarter of its interval. Of this seed the largest difference is 0.3 of one.
TEST(New, lets_no_robot_decide) {
    Folder const folder;
    std::string people_of_60 = "id,department,manager\n", ties = "source,target,weight\n";
    for (int k = 0; k < 60; ++k) {
        std::string const id = "p" + std::to_string(k);
        people_of_60 += id +
                        (k % 3 == 0   ? ",Sales,"
                         : k % 3 == 1 ? ",Marketing,"
                                      : ",IT,") +
                        (k > 0 ? "p" + std::to_string((k - 1) / 5) : "") + '\n';
        for (int step = 1; step <= 6; ++step)
            ties += id + ",p" + std::to_string((k + step * step * 3 + 1) % 60) + ',' + std::to_string(3 + (k * step * 7) % 40) +
                    '\n';
    }
    std::string const file = folder.write("people.csv", people_of_60);
    auto const outcomes = [&](std::string const& name, std::string const& rows) {
        std::string const scenario = (folder / (name + ".yaml")).string();
        EXPECT_EQ(run({"new", "--people", file, "--ties", folder.write(name + ".csv", rows), "--output", scenario}).code, 0);
        return nlohmann::json::parse(
            run({"run", scenario, "--runs", "1024", "--weeks", "52", "--format", "json"}).output)["outcomes"];
    };
    nlohmann::json const usual = outcomes("usual", ties), robot = outcomes("robot", ties + "p30,p2,100000\n");
    ASSERT_GT(usual.size(), 50u);
    for (std::size_t k = 0; k < usual.size(); ++k) {
        nlohmann::json const &before = usual[k]["at_horizon"], &after = robot[k]["at_horizon"];
        if (!before["mean"].is_number() || !after["mean"].is_number()) continue;
        double const standard_error = (before["high"].get<double>() - before["low"].get<double>()) / 4;
        EXPECT_LE(std::abs(after["mean"].get<double>() - before["mean"].get<double>()), standard_error) << usual[k]["key"];
    }
}

TEST(New, says_who_decides_where_nobody_leads) {
    Folder const folder;
    std::string const scenario = (folder / "ours.yaml").string();
    Outcome const said = run({"new", "--people", folder.write("people.csv", "name\nAnn\nBo\n"), "--output", scenario});
    EXPECT_THAT(said.output, HasSubstr("Everyone sits on the committee that decides"));
    EXPECT_EQ(run({"validate", scenario}).code, 0);
    EXPECT_EQ(run({"run", scenario, "--runs", "16", "--weeks", "3"}).code, 0);
}

// The command that a refusal suggests, typed into a shell.
Outcome pasted(Folder const& folder, std::string const& errors) {
    std::string const before = "this reads it all the same: micropol ";
    std::size_t const begin = errors.find(before);
    if (begin == std::string::npos) return {2, "", "no command in:\n" + errors};
    std::string const command = errors.substr(begin + before.size(), errors.find('\n', begin) - begin - before.size());
    std::string const output = (folder / "pasted").string();
    int const code = std::system(("'" + paths::program() + "' " + command + " >'" + output + "' 2>&1").c_str());
    return {WEXITSTATUS(code), content_of(output), ""};
}

TEST(New, suggests_a_command_that_works_when_pasted) {
    Folder const folder;
    std::string const wide = folder.write("wide.csv", "a,It's my id (2)\n1,x y\n2,z\n"),
                      weekly = folder.write("weekly.csv", "id,date,manager\na,2024-01-05,\na,2024-01-12,\nb,2024-01-05,TBD\n"),
                      ties = folder.write("ties.csv", "from,to,weight\na,a,1\na,x,2\na,b,-1\nb,a,?!\n");
    for (auto const& words : {std::vector<std::string>{"new", "--people", wide},
                              {"new", "--people", weekly},
                              {"new", "--people", weekly, "--ties", ties},
                              {"new", "--people", weekly, "--ties", ties, "--drop", "outsiders", "--undirected"}}) {
        std::string const scenario =
            (folder / ("s" + std::to_string(words.size()) + words[2].substr(words[2].size() - 5, 1) + ".yaml")).string();
        Outcome const refused = run(with(words, {"--output", scenario}));
        EXPECT_EQ(refused.code, 3);
        Outcome const accepted = pasted(folder, refused.errors);
        EXPECT_EQ(accepted.code, 0) << accepted.output << accepted.errors;
        EXPECT_EQ(run({"run", scenario, "--runs", "16", "--weeks", "3"}).code, 0);
    }
}

TEST(New, tells_programs_what_it_found) {
    Folder const folder;
    std::string const scenario = (folder / "ours.yaml").string(), file = folder.write("people.csv", people);
    Outcome const said = run({"new", "--people", file, "--output", scenario, "--format", "json"});
    auto const found = nlohmann::json::parse(said.output);
    EXPECT_EQ(found["people"], 3);
    EXPECT_EQ(found["reporting_lines"], 2);
    EXPECT_EQ(found["columns"]["manager"], "Vorgesetzte/r");
    EXPECT_EQ(nlohmann::json::parse(run({"validate", scenario, "--format", "json"}).output)["data"]["sales"].size(), 2u);
    EXPECT_THAT(run({"new", "--people", file, "--format", "json"}).errors, HasSubstr("--format json needs --output"));
    EXPECT_THAT(run({"new", "--people", file, "--drop", "outsider"}).errors, HasSubstr("did you mean 'outsiders'?"));
    EXPECT_THAT(run({"new", "--people", file, "--weights", "rang"}).errors,
                HasSubstr("--weights takes rank, log and linear, not 'rang'"));
}

}  // namespace
}  // namespace micropol::cli
