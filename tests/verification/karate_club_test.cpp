// Zachary's (1977) club: two leaders who never give way, members who listen to those they meet (Friedkin & Johnsen 1990).
// Member 9 of the published club leaned to the officers and joined Mr Hi, three weeks before the test for his black belt.

#include <algorithm>
#include <set>

#include "life.h"
#include "networks.h"
#include "organisation/csv.h"
#include "support/paths.h"

namespace micropol::verification {
namespace {

struct ClubFacts {
    std::filesystem::path folder;
    int with_the_first = 0;                       // members who lean to the first leader
    std::set<std::size_t> against_their_leaning;  // members who joined the other
};

class KarateClub : public testing::TestWithParam<ClubFacts> {
  protected:
    static Model model() {
        return read("karate_club", {{"organisation.ties.files", (GetParam().folder / "edges_contexts.csv").string()}}, true);
    }
    static Life settle(Model const& model, bool weighted) {
        Life life(model);
        if (!weighted)
            for (Column const column : {Column::strength, Column::influence})
                std::ranges::fill(life.change(column), Worlds(1.0f));
        life.live(model.scenario().weeks);
        return life;
    }
    // [member]: 1 for the first leader, 2 for the other, as a column of the table has it.
    static std::vector<int> joined(std::string const& column) {
        std::vector<Problem> problems;
        std::string const file = (GetParam().folder / "nodes.csv").string();
        RowTable const table = parse_csv(read_text(file, problems), file, problems);
        auto const at = std::size_t(std::ranges::find(table.columns, column) - table.columns.begin());
        std::vector<int> side;
        for (RowTable::Row const& row : table.rows) side.push_back(std::stoi(row.fields.at(at)));
        return side;
    }
};

// Numbers of the members whose leaning differs.
std::set<std::size_t> misplaced(Life const& life, std::vector<int> const& side) {
    std::set<std::size_t> members;
    std::vector<double> const view = life.values(Column::attitude);
    for (std::size_t i = 0; i < view.size(); ++i)
        if ((view[i] > 0) != (side.at(i) == 1)) members.insert(i + 1);
    return members;
}

TEST_P(KarateClub, members_go_where_they_lean) {
    Model const club = model();
    for (bool const weighted : {true, false})
        EXPECT_EQ(misplaced(settle(club, weighted), joined("final_club")), GetParam().against_their_leaning)
            << (weighted ? "weighted" : "not weighted");
}

// The show of hands that a user sees in the output.
TEST_P(KarateClub, whoever_leans_to_the_first_leader_raises_their_hand) {
    Model const club = model();
    expect_everywhere(settle(club, true), Stage::substantive, GetParam().with_the_first);
}

TEST_P(KarateClub, nobody_moves_any_more) {
    Model const club = model();
    Life life = settle(club, true);
    std::vector<double> const before = life.values(Column::attitude);
    life.live(100);
    std::vector<double> const after = life.values(Column::attitude);
    for (std::size_t i = 0; i < before.size(); ++i) EXPECT_NEAR(after[i], before[i], 1e-5) << "member " << i + 1;
}

// Where nobody moves any more every member but the leaders holds the mean of those they meet, weighted by how often.
TEST_P(KarateClub, everybody_holds_the_mean_of_those_they_meet) {
    Model const club = model();
    Life const life = settle(club, true);
    std::vector<double> const view = life.values(Column::attitude);
    Ties const& ties = life.organisation().ties;
    for (std::uint32_t i = 0; i < view.size(); ++i) {
        if (i == 0 || i == 33) continue;
        double sum = 0, weights = 0;
        for (std::uint32_t tie = ties.first[i]; tie < ties.first[i + 1]; ++tie)
            sum += double(ties.strength[tie]) * view[ties.other[tie]], weights += double(ties.strength[tie]);
        EXPECT_NEAR(view[i], sum / weights, 1e-5) << "member " << i + 1;
    }
}

INSTANTIATE_TEST_SUITE_P(Network, KarateClub,
                         testing::ValuesIn(at_hand<ClubFacts>({invented_network("club"), 15, {}},
                                                              {published_network("zachary_karate"), 16, {9}})),
                         invented_or_published);

}  // namespace
}  // namespace micropol::verification
