// Zachary's (1977) club: two leaders who never give way, members who listen to those they meet (Friedkin & Johnsen 1990). The
// network is no part of the project; without it these tests are skipped.

#include <algorithm>
#include <filesystem>
#include <set>

#include "life.h"
#include "organisation/csv.h"
#include "support/paths.h"

namespace micropol::verification {
namespace {

std::filesystem::path folder() { return paths::source_folder() / ".." / "shared" / "data" / "zachary_karate"; }

class KarateClub : public testing::Test {
  protected:
    void SetUp() override {
        if (!std::filesystem::exists(folder() / "edges_contexts.csv"))
            GTEST_SKIP() << "the published network is not here: " << folder();
    }
    static Life settle(bool weighted) {
        Model const model = read("karate_club", {}, true);
        Life life(model);
        if (!weighted)
            for (Column const column : {Column::strength, Column::influence})
                std::ranges::fill(life.change(column), Worlds(1.0f));
        life.live(model.scenario().weeks);
        return life;
    }
};

// [member]: 1 for Mr Hi, 2 for the officers, as a column of the published table has it.
std::vector<int> published(std::string const& column) {
    std::vector<Problem> problems;
    std::string const file = (folder() / "nodes.csv").string();
    RowTable const table = parse_csv(read_text(file, problems), file, problems);
    auto const at = std::size_t(std::ranges::find(table.columns, column) - table.columns.begin());
    std::vector<int> side;
    for (RowTable::Row const& row : table.rows) side.push_back(std::stoi(row.fields.at(at)));
    return side;
}

// Numbers of the members whose leaning differs.
std::set<std::size_t> misplaced(Life const& life, std::vector<int> const& side) {
    std::set<std::size_t> members;
    std::vector<double> const view = life.values(Column::attitude);
    for (std::size_t i = 0; i < view.size(); ++i)
        if ((view[i] > 0) != (side.at(i) == 1)) members.insert(i + 1);
    return members;
}

TEST_F(KarateClub, AllButMemberNineGoWhereTheyLean) {
    for (bool const weighted : {true, false}) {
        Life const life = settle(weighted);
        EXPECT_EQ(misplaced(life, published("final_club")), std::set<std::size_t>{9}) << (weighted ? "weighted" : "not weighted");
        EXPECT_EQ(misplaced(life, published("faction_igraph")), std::set<std::size_t>{})
            << (weighted ? "weighted" : "not weighted");
    }
}

// The show of hands that a user sees in the output.
TEST_F(KarateClub, SixteenOfThirtyFourRaiseTheirHandForMrHi) { expect_everywhere(settle(true), Stage::substantive, 16); }

TEST_F(KarateClub, NobodyMovesAnyMore) {
    Model const model = read("karate_club", {}, true);
    Life life(model);
    life.live(model.scenario().weeks);
    std::vector<double> const before = life.values(Column::attitude);
    life.live(100);
    std::vector<double> const after = life.values(Column::attitude);
    for (std::size_t i = 0; i < before.size(); ++i) EXPECT_NEAR(after[i], before[i], 1e-5) << "member " << i + 1;
}

}  // namespace
}  // namespace micropol::verification
