// Published networks, read as a user would; the counts are those of the publications. The files are no part of the project.

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <numeric>

#include "organisation/import.h"
#include "support/paths.h"

namespace micropol {
namespace {

using testing::Contains;
using testing::HasSubstr;

std::filesystem::path data_folder() { return paths::source_folder() / ".." / "shared" / "data"; }

class RealOrganisations : public testing::Test {
  protected:
    void SetUp() override {
        if (!std::filesystem::exists(data_folder())) GTEST_SKIP() << "the published networks are not here: " << data_folder();
    }
    static ImportPlan plan_of(std::string const& set, std::vector<std::string> const& ties) {
        ImportPlan plan;
        plan.people = data_folder() / set / "nodes.csv";
        for (std::string const& file : ties) plan.ties.push_back(data_folder() / set / (file + ".csv"));
        return plan;
    }
};

// [employee]: by how many people this one was named. Unnamed directions have half the strength of 1.
std::vector<double> named_by(Organisation const& made) {
    std::vector<double> count(made.headcount());
    for (std::uint32_t tie = 0; tie < made.ties.count(); ++tie) count[made.ties.other[tie]] += made.ties.strength[tie] == 1;
    return count;
}

// Mean rank among equals.
std::vector<double> ranks_of(std::vector<double> const& x) {
    std::vector<double> rank;
    for (double const value : x) {
        auto const below = std::ranges::count_if(x, [&](double other) { return other < value; });
        rank.push_back(double(below) + double(std::ranges::count(x, value) - 1) / 2);
    }
    return rank;
}

double rank_correlation(std::vector<double> const& x, std::vector<double> const& y) {
    std::vector<double> const a = ranks_of(x), b = ranks_of(y);
    double const mean = double(x.size() - 1) / 2;
    double ab = 0, aa = 0, bb = 0;
    for (std::size_t i = 0; i < x.size(); ++i)
        ab += (a[i] - mean) * (b[i] - mean), aa += (a[i] - mean) * (a[i] - mean), bb += (b[i] - mean) * (b[i] - mean);
    return ab / std::sqrt(aa * bb);
}

double mean_over(std::vector<double> const& x, std::vector<std::uint8_t> const& level, std::uint8_t wanted) {
    double sum = 0, count = 0;
    for (std::size_t i = 0; i < x.size(); ++i)
        if (level[i] == wanted) sum += x[i], ++count;
    return sum / count;
}

// Krackhardt (1987): 190 advice ties; people who have been there longer are asked more, which does not hold for friendship.
TEST_F(RealOrganisations, HighTechManagers) {
    ImportPlan plan = plan_of("krackhardt_hightech", {"edges_advice"});
    plan.reports_to = data_folder() / "krackhardt_hightech" / "edges_reportsto.csv";
    ImportedOrganisation const advice = import_organisation(plan, 0.5f);
    EXPECT_EQ(advice.quality.people, 21u);
    EXPECT_EQ(advice.quality.departments, 5u);
    EXPECT_EQ(advice.quality.ties, 190u);
    EXPECT_EQ(advice.quality.formal_ties, 20u);
    EXPECT_EQ(advice.quality.without_manager, 1u);
    EXPECT_NEAR(advice.quality.density, 0.45, 0.005);
    EXPECT_NEAR(advice.quality.reciprocity, 0.47, 0.005);
    EXPECT_EQ(advice.base.manager[6], nobody);
    EXPECT_EQ(advice.base.level[6], 2);
    for (std::size_t const vice_president : {1u, 13u, 17u, 20u}) EXPECT_EQ(advice.base.level[vice_president], 1);
    EXPECT_EQ(std::ranges::count(advice.base.level, 0), 16);
    EXPECT_THAT(advice.quality.remarks, Contains(HasSubstr("Levels follow from the reporting lines")));
    std::vector<double> const tenure(advice.base.tenure_years.begin(), advice.base.tenure_years.end());
    EXPECT_NEAR(rank_correlation(named_by(advice.base), tenure), 0.68, 0.01);

    // 19 of 20 managers name their boss among their advisers.
    int bosses = 0;
    for (std::uint32_t i = 0; i < 21; ++i)
        for (std::uint32_t tie = advice.base.ties.first[i]; tie < advice.base.ties.first[i + 1]; ++tie)
            bosses += advice.base.ties.other[tie] == advice.base.manager[i] && advice.base.ties.strength[tie] == 1;
    EXPECT_EQ(bosses, 19);

    ImportedOrganisation const friendship = import_organisation(plan_of("krackhardt_hightech", {"edges_friendship"}), 0.5f);
    EXPECT_EQ(friendship.quality.ties, 102u);
    EXPECT_NEAR(friendship.quality.reciprocity, 0.45, 0.005);
    EXPECT_NEAR(rank_correlation(named_by(friendship.base), tenure), 0.03, 0.02);
    // Without reporting lines the codes 1 (head), 2, 3 are still read the right way round.
    EXPECT_EQ(friendship.base.level, advice.base.level);
}

// Lazega (2001): 36 partners are asked by 17.7 people each, 35 associates by 7.3.
TEST_F(RealOrganisations, LawFirm) {
    ImportedOrganisation const advice = import_organisation(plan_of("lazega_lawfirm", {"edges_advice"}), 0.5f);
    EXPECT_EQ(advice.quality.people, 71u);
    EXPECT_EQ(advice.quality.departments, 2u);
    EXPECT_EQ(advice.quality.columns.at("department"), "practice");
    EXPECT_EQ(advice.quality.ties, 892u);
    EXPECT_NEAR(advice.quality.density, 0.18, 0.005);
    EXPECT_NEAR(advice.quality.reciprocity, 0.39, 0.005);
    EXPECT_EQ(std::ranges::count(advice.base.level, 1), 36);
    EXPECT_NEAR(mean_over(named_by(advice.base), advice.base.level, 1), 17.7, 0.05);
    EXPECT_NEAR(mean_over(named_by(advice.base), advice.base.level, 0), 7.3, 0.05);
    EXPECT_EQ(import_organisation(plan_of("lazega_lawfirm", {"edges_friendship"}), 0.5f).quality.ties, 575u);
    EXPECT_EQ(import_organisation(plan_of("lazega_lawfirm", {"edges_cowork"}), 0.5f).quality.ties, 1104u);
    EXPECT_EQ(import_organisation(plan_of("lazega_lawfirm", {"edges_advice", "edges_friendship", "edges_cowork"}), 0.5f)
                  .quality.isolated,
              0u);
}

TEST_F(RealOrganisations, KarateClub) {
    ImportPlan plan = plan_of("zachary_karate", {"edges_contexts"});
    plan.undirected = true;
    plan.columns = {{"department", "final_club"}};
    ImportedOrganisation const club = import_organisation(plan, 0.5f);
    EXPECT_EQ(club.quality.people, 34u);
    EXPECT_EQ(club.quality.ties, 2u * 78);
    EXPECT_EQ(std::ranges::count(club.base.department, 0), 17);
    EXPECT_EQ(club.base.departments[0].name, "Final_club 1");
    // The weights sum to 231; the largest is 7.
    EXPECT_NEAR(std::accumulate(club.base.ties.strength.begin(), club.base.ties.strength.end(), 0.0), 2 * 231.0 / 7, 1e-4);
}

TEST_F(RealOrganisations, Strike) {
    ImportPlan plan = plan_of("michael_strike", {"edges_discussed_strike"});
    plan.undirected = true;
    ImportedOrganisation const plant = import_organisation(plan, 0.5f);
    EXPECT_EQ(plant.quality.people, 24u);
    EXPECT_EQ(plant.quality.ties, 2u * 38);
    EXPECT_EQ(plant.base.person[8], "Bob");
    std::vector<std::ptrdiff_t> groups;
    for (std::uint16_t d = 0; d < 3; ++d) groups.push_back(std::ranges::count(plant.base.department, d));
    EXPECT_THAT(groups, testing::UnorderedElementsAre(4, 9, 11));
}

}  // namespace
}  // namespace micropol
