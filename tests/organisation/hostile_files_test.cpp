// Whatever a file holds, an import answers with an organisation or with problems, and never in any other way.

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <random>

#include "words/german.h"

#include "organisation/import.h"

namespace micropol {
namespace {

constexpr std::string_view people =
    "id,name,department,manager,tenure,data_skill\n1,\"Ada \"\"A\"\"\",Sales,,3.5,0.5\n2,Zoë,R&D,1,2,\n3,\"B,\nC\",Sales,2,,0.25\r\n";
constexpr std::string_view ties = "source;target;weight;kind;trust\n1;2;0,5;advice;0,2\n2;1;4;work;\n3;2;1;reports-to;\n";
constexpr std::string_view graph = R"(<?xml version="1.0"?><graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="k0" for="node" attr.name="department"><default>Sales</default></key><key id="k1" for="edge" attr.name="weight"/>
<graph edgedefault="undirected"><node id="1"><data key="k0">R&amp;D</data></node><node id="2"/><node id="3"/>
<edge source="1" target="2"><data key="k1">2</data></edge><edge source="3" target="2" directed="true"/></graph></graphml>)";

class HostileFiles : public testing::Test {
  protected:
    void SetUp() override {
        std::string const name = testing::UnitTest::GetInstance()->current_test_info()->name();
        folder_ = std::filesystem::path(testing::TempDir()) / ("micropol_hostile_" + name);
        std::filesystem::create_directories(folder_);
        write("everyone.csv", people);
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    std::filesystem::path write(std::string const& name, std::string_view text) {
        std::ofstream(folder_ / name, std::ios::binary) << text;
        return folder_ / name;
    }

    // 1 for an organisation that hangs together, 0 for problems.
    static int outcome_of(ImportPlan const& plan) {
        try {
            ImportedOrganisation const found = import_organisation(plan, 0.5f);
            Organisation const filled = fill(found, {}, Stream(1, 0, 1));
            EXPECT_EQ(filled.id.size(), filled.headcount());
            EXPECT_EQ(filled.ties.first.size(), filled.headcount() + 1u);
            for (float const strength : filled.ties.strength) EXPECT_TRUE(strength >= 0 && strength <= 1);
            for (float const value : filled.centrality) EXPECT_TRUE(value >= 0);
            return 1;
        } catch (InvalidInput const& invalid) {
            EXPECT_THAT(untranslated(invalid.problems()), testing::IsEmpty());
            EXPECT_FALSE(invalid.problems().empty());
            return 0;
        }
    }
    int outcome_of_people(std::string_view text, std::string const& file) {
        ImportPlan plan;
        plan.people = write(file, text);
        return outcome_of(plan);
    }
    int outcome_of_ties(std::string_view text) {
        ImportPlan plan;
        plan.people = folder_ / "everyone.csv";
        plan.ties = {write("ties.csv", text)};
        return outcome_of(plan);
    }

    std::filesystem::path folder_;
};

TEST_F(HostileFiles, are_truncated_anywhere) {
    int accepted = 0;
    for (std::size_t length = 0; length < people.size(); ++length)
        accepted += outcome_of_people(people.substr(0, length), "people.csv");
    for (std::size_t length = 0; length < ties.size(); ++length) accepted += outcome_of_ties(ties.substr(0, length));
    for (std::size_t length = 0; length < graph.size(); ++length)
        EXPECT_EQ(outcome_of_people(graph.substr(0, length), "firm.graphml"), 0) << length;
    EXPECT_GT(accepted, 0) << "a file that ends after a row is a file";
    EXPECT_EQ(outcome_of_people(people, "people.csv"), 1);
    EXPECT_EQ(outcome_of_people(graph, "firm.graphml"), 1);
    EXPECT_EQ(outcome_of_ties(ties), 1);
}

TEST_F(HostileFiles, have_bytes_changed) {
    std::mt19937 random(20240607);
    constexpr std::string_view spice = "\",;\t\r\n\0-&<>'=/x9\xff\xc3\xa9\xed\xa0";
    int outcomes[2] = {0, 0};
    for (int round = 0; round < 1200; ++round) {
        std::string text(round % 3 == 0 ? people : round % 3 == 1 ? ties : graph);
        for (std::uint32_t changes = 1 + random() % 4; changes > 0; --changes) {
            std::size_t const at = random() % text.size();
            switch (random() % 4) {
                case 0: text[at] = char(random() % 256); break;
                case 1: text[at] = spice[random() % spice.size()]; break;
                case 2: text.erase(at, 1 + random() % 8); break;
                default: text.insert(at, std::string(text, random() % text.size(), random() % 40));
            }
            if (text.empty()) text.push_back('x');
        }
        ++outcomes[round % 3 == 1 ? outcome_of_ties(text)
                                  : outcome_of_people(text, round % 3 == 0 ? "people.csv" : "firm.graphml")];
    }
    EXPECT_GT(outcomes[0], 50);
    EXPECT_GT(outcomes[1], 50);
}

// A small file that asks for much: rows are as wide as the first one, whatever they hold.
TEST_F(HostileFiles, ask_for_more_memory_than_they_may_have) {
    std::string wide = "id";
    for (int k = 0; k < 900; ++k) wide += ",c" + std::to_string(k);
    wide += '\n';
    for (int k = 0; k < 25'000; ++k) wide += std::to_string(k) + '\n';
    EXPECT_EQ(outcome_of_people(wide, "people.csv"), 0);
    std::string many = "id,department\n";
    for (int k = 0; k < 4'000'100; ++k) many += "1,\n";
    EXPECT_EQ(outcome_of_people(many, "people.csv"), 0);
    std::string nodes = "<graphml><graph>";
    for (int k = 0; k < 4'000'100; ++k) nodes += "<node/>";
    EXPECT_EQ(outcome_of_people(nodes + "</graph></graphml>", "firm.graphml"), 0);
}

TEST_F(HostileFiles, are_very_wide_or_very_long) {
    EXPECT_EQ(outcome_of_people(std::string("id\n").append(1'000'000, 'x'), "people.csv"), 1) << "a long id is still an id";
    EXPECT_EQ(outcome_of_people(std::string(2'000'000, ','), "people.csv"), 0);
    EXPECT_EQ(outcome_of_people(std::string(1'000'000, '"'), "people.csv"), 0);
    std::string chain = "id,manager\n0,\n";
    for (int k = 1; k < 30'000; ++k) chain.append(std::to_string(k)).append(",").append(std::to_string(k - 1)).append("\n");
    EXPECT_EQ(outcome_of_people(chain, "people.csv"), 1) << "a chain of command, however long";
    std::string const circle = std::string("id,manager\n0,29999\n").append(chain, chain.find("\n1,") + 1);
    EXPECT_EQ(outcome_of_people(circle, "people.csv"), 0);
}

}  // namespace
}  // namespace micropol
