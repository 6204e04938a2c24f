// Whom people could come to know: beside the acquaintances, which stay as they are.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "organisation/generate.h"
#include "organisation/import.h"

namespace micropol {
namespace {

OrganisationPlan plan_with(double latent) {
    OrganisationPlan plan;
    plan.name = "Example";
    for (std::uint32_t const headcount : {30u, 40u, 50u}) {
        DepartmentPlan& department = plan.departments.emplace_back();
        department.name = std::string(1, char('A' + plan.departments.size()));
        department.headcount = headcount;
    }
    plan.latent = latent;
    return plan;
}

Organisation made_of(OrganisationPlan const& plan) { return generate(plan, Stream(1, 0, purpose("organisation"))); }

// Of the second every tie of the first, with the same strength and trust; all others are latent. How many those are.
std::size_t count_latent(Organisation const& without, Organisation const& with) {
    Ties const &few = without.ties, &many = with.ties;
    std::size_t latent = 0;
    for (std::uint32_t i = 0; i < with.headcount(); ++i) {
        std::uint32_t known = few.first[i];
        for (std::uint32_t t = many.first[i]; t < many.first[i + 1]; ++t) {
            EXPECT_EQ(many.reverse[many.reverse[t]], t);
            EXPECT_EQ(many.other[many.reverse[t]], i);
            if (t > many.first[i]) {
                EXPECT_LT(many.other[t - 1], many.other[t]);
            }
            if (known < few.first[i + 1] && few.other[known] == many.other[t]) {
                EXPECT_EQ(few.strength[known], many.strength[t]);
                EXPECT_EQ(few.trust[known], many.trust[t]);
                EXPECT_EQ(few.formal[known++], many.formal[t]);
            } else {
                EXPECT_EQ(many.strength[t], 0);
                EXPECT_EQ(many.formal[t], 0);
                EXPECT_FALSE(many.is_known(t));
                ++latent;
            }
        }
        EXPECT_EQ(known, few.first[i + 1]);
    }
    return latent;
}

TEST(LatentTies, stand_beside_the_acquaintances_in_the_number_planned) {
    Organisation const without = made_of(plan_with(0)), with = made_of(plan_with(9));
    EXPECT_FALSE(without.ties.forming);
    EXPECT_TRUE(with.ties.forming);
    EXPECT_EQ(count_latent(without, with), 120u * 9u);
    EXPECT_EQ(without.centrality, with.centrality);
    for (std::uint32_t i = 0; i < with.headcount(); ++i) {
        if (with.manager[i] == nobody) continue;
        EXPECT_EQ(with.ties.other[with.manager_tie[i]], with.manager[i]);
    }
}

TEST(LatentTies, are_no_more_than_there_are_strangers) {
    OrganisationPlan crowded = plan_with(100);
    crowded.contacts = 50.0;
    EXPECT_EQ(made_of(crowded).ties.count(), 120u * 119u);
    OrganisationPlan alone = plan_with(5);
    alone.departments.resize(1);
    alone.departments[0].headcount = 1;
    EXPECT_EQ(made_of(alone).ties.count(), 0u);
}

// Known and latent ones together have the log-odds planned: how many pairs lie inside departments is exact to rounding.
TEST(LatentTies, prefer_the_own_department_as_acquaintances_do) {
    Organisation const with = made_of(plan_with(14));
    double same = 0, possible_same = 0, across = 0;
    for (std::uint32_t i = 0; i < with.headcount(); ++i) {
        for (std::uint32_t j = 0; j < with.headcount(); ++j) possible_same += i != j && with.department[i] == with.department[j];
        for (std::uint32_t t = with.ties.first[i]; t < with.ties.first[i + 1]; ++t)
            ++(with.department[i] == with.department[with.ties.other[t]] ? same : across);
    }
    double const p = same / possible_same, q = across / (120.0 * 119 - possible_same);
    EXPECT_NEAR(std::log(p / (1 - p)) - std::log(q / (1 - q)), 1, 0.01);
}

// People of a file stand in any order.
TEST(LatentTies, are_there_for_imported_people_too) {
    ImportPlan plan;
    for (int i = 0; i < 40; ++i) {
        std::string const id = "p" + std::to_string(i);
        plan.person_rows.push_back({{{"id", id}, {"department", i % 3 == 0 ? "A" : "B"}}, {}});
        if (i > 0)
            plan.tie_rows.push_back({.from = id, .to = "p" + std::to_string(i / 2), .kind = {}, .trust = 0.5, .place = {}});
    }
    ImportedOrganisation const imported = import_organisation(plan, 0.5f);
    OrganisationPlan assumptions;
    Organisation const without = fill(imported, assumptions, Stream(1, 0, purpose("organisation")));
    assumptions.latent = 6.0;
    Organisation const with = fill(imported, assumptions, Stream(1, 0, purpose("organisation")));
    EXPECT_EQ(count_latent(without, with), 40u * 6u);
}

TEST(LatentTies, go_with_those_who_are_silenced) {
    Organisation made = made_of(plan_with(9));
    std::vector<std::string> const names{made.id[3]};
    silence(made, names);
    EXPECT_TRUE(made.ties.forming);
    EXPECT_EQ(made.ties.degree(3), 0u);
}

}  // namespace
}  // namespace micropol
