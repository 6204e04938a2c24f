// Whole networks, read as a user would, against facts about them: those of the invented ones were counted by other means, those of
// the published ones are in the publications.

#include "networks.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "organisation/import.h"
#include "words/text.h"

namespace micropol {
namespace {

using testing::Contains;
using testing::HasSubstr;

ImportPlan plan_of(std::filesystem::path const& folder, std::vector<std::string> const& ties) {
    ImportPlan plan;
    plan.people = folder / "nodes.csv";
    for (std::string const& file : ties) plan.ties.push_back(folder / (file + ".csv"));
    return plan;
}

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

struct TiesFacts {
    std::size_t ties = 0;
    double reciprocity = 0, correlation_with_tenure = 0;  // of the rank by which people are named
};

struct ManagersFacts {
    std::filesystem::path folder;
    std::size_t people = 0, departments = 0;
    std::uint32_t head = 0;
    std::vector<std::uint32_t> below_the_head;
    double density = 0;  // of advice
    int advised_by_their_boss = 0;
    TiesFacts advice, friendship;
};

class Managers : public testing::TestWithParam<ManagersFacts> {};

// People who have been there longer are asked more, which does not hold for friendship (Krackhardt 1987).
TEST_P(Managers, levels_ties_and_who_is_asked) {
    ManagersFacts const& facts = GetParam();
    ImportPlan plan = plan_of(facts.folder, {"edges_advice"});
    plan.reports_to = facts.folder / "edges_reportsto.csv";
    ImportedOrganisation const advice = import_organisation(plan, 0.5f);
    EXPECT_EQ(advice.quality.people, facts.people);
    EXPECT_EQ(advice.quality.departments, facts.departments);
    EXPECT_EQ(advice.quality.ties, facts.advice.ties);
    EXPECT_EQ(advice.quality.formal_ties, facts.people - 1);
    EXPECT_EQ(advice.quality.without_manager, 1u);
    EXPECT_NEAR(advice.quality.density, facts.density, 0.005);
    EXPECT_NEAR(advice.quality.reciprocity, facts.advice.reciprocity, 0.005);
    EXPECT_EQ(advice.base.manager[facts.head], nobody);
    EXPECT_EQ(advice.base.level[facts.head], 2);
    for (std::uint32_t const manager : facts.below_the_head) EXPECT_EQ(advice.base.level[manager], 1);
    EXPECT_EQ(std::size_t(std::ranges::count(advice.base.level, 0)), facts.people - 1 - facts.below_the_head.size());
    std::vector<std::string> remarks;
    for (Phrase const& remark : advice.quality.remarks) remarks.push_back(to_text(remark, Language::english));
    EXPECT_THAT(remarks, Contains(HasSubstr("Levels follow from the reporting lines")));
    std::vector<double> const tenure(advice.base.tenure_years.begin(), advice.base.tenure_years.end());
    EXPECT_NEAR(rank_correlation(named_by(advice.base), tenure), facts.advice.correlation_with_tenure, 0.01);

    int bosses = 0;
    for (std::uint32_t i = 0; i < facts.people; ++i)
        for (std::uint32_t tie = advice.base.ties.first[i]; tie < advice.base.ties.first[i + 1]; ++tie)
            bosses += advice.base.ties.other[tie] == advice.base.manager[i] && advice.base.ties.strength[tie] == 1;
    EXPECT_EQ(bosses, facts.advised_by_their_boss);

    ImportedOrganisation const friendship = import_organisation(plan_of(facts.folder, {"edges_friendship"}), 0.5f);
    EXPECT_EQ(friendship.quality.ties, facts.friendship.ties);
    EXPECT_NEAR(friendship.quality.reciprocity, facts.friendship.reciprocity, 0.005);
    EXPECT_NEAR(rank_correlation(named_by(friendship.base), tenure), facts.friendship.correlation_with_tenure, 0.02);
    // Without reporting lines the codes 1 (head), 2, 3 are still read the right way round.
    EXPECT_EQ(friendship.base.level, advice.base.level);
}

INSTANTIATE_TEST_SUITE_P(Network, Managers,
                         testing::ValuesIn(at_hand<ManagersFacts>({.folder = invented_network("managers"),
                                                                   .people = 12,
                                                                   .departments = 4,
                                                                   .head = 0,
                                                                   .below_the_head = {1, 5, 9},
                                                                   .density = 1.0 / 3,
                                                                   .advised_by_their_boss = 11,
                                                                   .advice = {44, 14.0 / 44, 0.8870},
                                                                   .friendship = {24, 16.0 / 24, 0.2999}},
                                                                  {.folder = published_network("krackhardt_hightech"),
                                                                   .people = 21,
                                                                   .departments = 5,
                                                                   .head = 6,
                                                                   .below_the_head = {1, 13, 17, 20},
                                                                   .density = 0.45,
                                                                   .advised_by_their_boss = 19,
                                                                   .advice = {190, 0.47, 0.68},
                                                                   .friendship = {102, 0.45, 0.03}})),
                         invented_or_published);

struct LawFirmFacts {
    std::filesystem::path folder;
    std::size_t people = 0, partners = 0, advice = 0, friendship = 0;
    double density = 0, reciprocity = 0;              // of advice
    double partners_asked = 0, associates_asked = 0;  // by so many people each
};

class LawFirm : public testing::TestWithParam<LawFirmFacts> {};

TEST_P(LawFirm, partners_are_asked_more_than_associates) {
    LawFirmFacts const& facts = GetParam();
    ImportedOrganisation const advice = import_organisation(plan_of(facts.folder, {"edges_advice"}), 0.5f);
    EXPECT_EQ(advice.quality.people, facts.people);
    EXPECT_EQ(advice.quality.departments, 2u);
    EXPECT_EQ(advice.quality.columns.at("department"), "practice");
    EXPECT_EQ(advice.quality.ties, facts.advice);
    EXPECT_NEAR(advice.quality.density, facts.density, 0.005);
    EXPECT_NEAR(advice.quality.reciprocity, facts.reciprocity, 0.005);
    EXPECT_EQ(std::size_t(std::ranges::count(advice.base.level, 1)), facts.partners);
    EXPECT_NEAR(mean_over(named_by(advice.base), advice.base.level, 1), facts.partners_asked, 0.05);
    EXPECT_NEAR(mean_over(named_by(advice.base), advice.base.level, 0), facts.associates_asked, 0.05);
    EXPECT_EQ(import_organisation(plan_of(facts.folder, {"edges_friendship"}), 0.5f).quality.ties, facts.friendship);
    EXPECT_EQ(import_organisation(plan_of(facts.folder, {"edges_advice", "edges_friendship"}), 0.5f).quality.isolated, 0u);
}

INSTANTIATE_TEST_SUITE_P(Network, LawFirm,
                         testing::ValuesIn(at_hand<LawFirmFacts>({.folder = invented_network("law_firm"),
                                                                  .people = 14,
                                                                  .partners = 6,
                                                                  .advice = 56,
                                                                  .friendship = 30,
                                                                  .density = 56.0 / 182,
                                                                  .reciprocity = 22.0 / 56,
                                                                  .partners_asked = 34.0 / 6,
                                                                  .associates_asked = 22.0 / 8},
                                                                 {.folder = published_network("lazega_lawfirm"),
                                                                  .people = 71,
                                                                  .partners = 36,
                                                                  .advice = 892,
                                                                  .friendship = 575,
                                                                  .density = 0.18,
                                                                  .reciprocity = 0.39,
                                                                  .partners_asked = 17.7,
                                                                  .associates_asked = 7.3})),
                         invented_or_published);

struct ClubFacts {
    std::filesystem::path folder;
    std::size_t ties = 0;
    std::ptrdiff_t with_the_first = 0;
    double sum_of_weights = 0, largest = 0;
};

class Club : public testing::TestWithParam<ClubFacts> {};

// Every tie holds both ways, and weights count against the largest.
TEST_P(Club, ties_without_direction) {
    ClubFacts const& facts = GetParam();
    ImportPlan plan = plan_of(facts.folder, {"edges_contexts"});
    plan.undirected = true;
    plan.weights = WeightScale::linear;
    plan.columns = {{"department", "final_club"}};
    ImportedOrganisation const club = import_organisation(plan, 0.5f);
    EXPECT_EQ(club.quality.people, 34u);
    EXPECT_EQ(club.quality.ties, 2 * facts.ties);
    EXPECT_EQ(std::ranges::count(club.base.department, 0), facts.with_the_first);
    EXPECT_EQ(club.base.departments[0].name, "Final_club 1");
    EXPECT_NEAR(std::accumulate(club.base.ties.strength.begin(), club.base.ties.strength.end(), 0.0),
                2 * facts.sum_of_weights / facts.largest, 1e-4);
}

INSTANTIATE_TEST_SUITE_P(Network, Club,
                         testing::ValuesIn(at_hand<ClubFacts>({invented_network("club"), 75, 15, 196, 5},
                                                              {published_network("zachary_karate"), 78, 17, 231, 7})),
                         invented_or_published);

struct MillFacts {
    std::filesystem::path folder;
    std::size_t ties = 0;
    std::vector<std::ptrdiff_t> groups;
    std::string ninth;
};

class Mill : public testing::TestWithParam<MillFacts> {};

TEST_P(Mill, groups_become_departments_and_labels_names) {
    MillFacts const& facts = GetParam();
    ImportPlan plan = plan_of(facts.folder, {"edges_discussed_strike"});
    plan.undirected = true;
    ImportedOrganisation const plant = import_organisation(plan, 0.5f);
    EXPECT_EQ(plant.quality.people, 24u);
    EXPECT_EQ(plant.quality.ties, 2 * facts.ties);
    EXPECT_EQ(plant.base.person[8], facts.ninth);
    std::vector<std::ptrdiff_t> groups;
    for (std::uint16_t d = 0; d < 3; ++d) groups.push_back(std::ranges::count(plant.base.department, d));
    EXPECT_THAT(groups, testing::UnorderedElementsAreArray(facts.groups));
}

INSTANTIATE_TEST_SUITE_P(Network, Mill,
                         testing::ValuesIn(at_hand<MillFacts>({invented_network("mill"), 33, {9, 5, 10}, "Imre"},
                                                              {published_network("michael_strike"), 38, {4, 9, 11}, "Bob"})),
                         invented_or_published);

}  // namespace
}  // namespace micropol
