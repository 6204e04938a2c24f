#include "organisation/generate.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numeric>
#include <set>

#include "base/source.h"

namespace micropol {
namespace {

using testing::Each;

OrganisationPlan plan_of(std::vector<std::uint32_t> const& headcounts) {
    OrganisationPlan plan;
    plan.name = "Example";
    for (std::size_t d = 0; d < headcounts.size(); ++d) {
        DepartmentPlan& department = plan.departments.emplace_back();
        department.name = std::string(1, char('A' + d));
        department.headcount = headcounts[d];
    }
    return plan;
}

Organisation made_of(OrganisationPlan const& plan, std::uint32_t block = 0) {
    return generate(plan, Stream(1, block, purpose("organisation")));
}

struct Shape {
    double mean_degree = 0, reciprocity = 0, log_odds = 0, transitivity = 0;
};

// Reciprocity: of informal acquaintances, read off the strengths, since the direction that nobody named has exactly
// `unreciprocated` times the other.
Shape shape_of(Organisation const& made, float unreciprocated) {
    Ties const& ties = made.ties;
    double informal = 0, both = 0, same = 0, across = 0, possible_same = 0, triples = 0, closed = 0;
    auto const knows = [&](std::uint32_t i, std::uint32_t j) {
        return std::binary_search(ties.other.begin() + ties.first[i], ties.other.begin() + ties.first[i + 1], j);
    };
    for (std::uint32_t i = 0; i < made.headcount(); ++i) {
        for (std::uint32_t j = i + 1; j < made.headcount(); ++j) possible_same += made.department[i] == made.department[j];
        for (std::uint32_t tie = ties.first[i]; tie < ties.first[i + 1]; ++tie) {
            std::uint32_t const j = ties.other[tie];
            for (std::uint32_t second = tie + 1; second < ties.first[i + 1]; ++second)
                ++triples, closed += knows(j, ties.other[second]);
            if (j < i) continue;
            ++(made.department[i] == made.department[j] ? same : across);
            if (ties.formal[tie]) continue;
            ++informal;
            float const there = ties.strength[tie], back = ties.strength[ties.reverse[tie]];
            both += back != there * unreciprocated && there != back * unreciprocated;
        }
    }
    double const n = made.headcount(), possible_across = n * (n - 1) / 2 - possible_same;
    double const p = same / possible_same, q = across / possible_across;
    return {2 * (same + across) / n, both / informal, std::log(p / (1 - p)) - std::log(q / (1 - q)), closed / triples};
}

TEST(Generate, is_the_same_for_the_same_stream_and_another_for_another) {
    OrganisationPlan const plan = plan_of({30, 40, 50});
    Organisation const a = made_of(plan), b = made_of(plan), c = made_of(plan, 1);
    EXPECT_EQ(a.ties.other, b.ties.other);
    EXPECT_EQ(a.ties.strength, b.ties.strength);
    EXPECT_EQ(a.trait, b.trait);
    EXPECT_EQ(a.centrality, b.centrality);
    EXPECT_NE(a.ties.other, c.ties.other);
    EXPECT_NE(a.trait, c.trait);
}

// The value of one machine: any compiler, flag or processor gives these bits. A change here changes every result.
TEST(Generate, gives_the_same_bits_everywhere) {
    Organisation const made = made_of(plan_of({30, 40, 50}));
    std::uint64_t hash = 14695981039346656037u;
    auto const mix = [&](auto const& values) {
        for (auto const value : values) {
            unsigned char bytes[sizeof value];
            std::memcpy(bytes, &value, sizeof value);
            for (unsigned char const byte : bytes) hash = (hash ^ byte) * 1099511628211u;
        }
    };
    mix(made.ties.other), mix(made.ties.strength), mix(made.ties.trust), mix(made.tenure_years), mix(made.centrality),
        mix(made.level);
    for (auto const& column : made.trait) mix(column);
    EXPECT_EQ(hash, 16040716416016309022u);
}

TEST(Generate, builds_one_tree_with_the_span_planned) {
    OrganisationPlan plan = plan_of({5, 120, 80});
    plan.departments[0].name = "Management";
    plan.span = 6.0;
    Organisation const made = made_of(plan);
    ASSERT_EQ(made.headcount(), 205u);
    EXPECT_EQ(made.id[5], "B-001");
    EXPECT_EQ(made.id[204], "C-080");
    std::vector<int> reports(made.headcount());
    for (std::uint32_t i = 0; i < made.headcount(); ++i) {
        std::uint32_t const boss = made.manager[i];
        if (i == 0) {
            EXPECT_EQ(boss, nobody);
            continue;
        }
        ASSERT_NE(boss, nobody) << made.id[i];
        ++reports[boss];
        EXPECT_GT(made.level[boss], made.level[i]);
        EXPECT_EQ(made.ties.other[made.manager_tie[i]], boss);
        EXPECT_TRUE(made.ties.formal[made.manager_tie[i]]);
        bool const is_head = i == 5 || i == 125;
        EXPECT_TRUE(is_head ? boss == 0 : made.department[boss] == made.department[i]) << made.id[i];
    }
    EXPECT_EQ(made.level[0], *std::ranges::max_element(made.level));
    double const managers = double(std::ranges::count_if(reports, [](int r) { return r > 0; }));
    EXPECT_NEAR(204 / managers, 6, 1);
}

TEST(Generate, lets_the_head_of_the_largest_department_lead_where_there_is_no_management) {
    Organisation const made = made_of(plan_of({10, 30, 20}));
    EXPECT_EQ(made.manager[10], nobody);
    EXPECT_EQ(made.manager[0], 10u);
    EXPECT_EQ(made.manager[40], 10u);
}

// Log-odds and mean degree are met to rounding. Reciprocity is a binomial share: |z| < 4 for each of the four plans, a false
// alarm in 4,000 streams, and the stream is fixed.
TEST(Generate, meets_the_planned_shape) {
    struct Case {
        std::vector<std::uint32_t> headcounts;
        double contacts, same_department, reciprocity;
    };
    for (Case const& given : {Case{{20, 60, 160}, 14, 1, 0.35}, Case{{40, 40, 40, 40}, 8, 0, 0.1}, Case{{15, 25, 30}, 20, 2, 0.8},
                              Case{{100, 300}, 30, 0.5, 0.6}}) {
        OrganisationPlan plan = plan_of(given.headcounts);
        plan.contacts = given.contacts;
        plan.same_department = given.same_department;
        plan.reciprocity = given.reciprocity;
        Organisation const made = made_of(plan);
        Shape const shape = shape_of(made, 0.5f);
        double const informal = made.headcount() * given.contacts / 2 - (made.headcount() - 1);
        EXPECT_NEAR(shape.mean_degree, given.contacts, 0.02);
        EXPECT_NEAR(shape.log_odds, given.same_department, 0.02);
        EXPECT_NEAR(shape.reciprocity, given.reciprocity, 4 * std::sqrt(given.reciprocity * (1 - given.reciprocity) / informal));
    }
}

// Of the arcs of friendship and advice among Krackhardt's managers and Lazega's lawyers 0.39 to 0.61 are returned; people of
// one unit know each other with odds ratios of 1.2 to 6.5. Ten organisations of the usual plan.
TEST(Generate, usual_plan_looks_like_observed_networks) {
    OrganisationPlan const plan = plan_of({30, 50, 60, 100});
    for (std::uint32_t block = 0; block < 10; ++block) {
        Shape const shape = shape_of(made_of(plan, block), 0.5f);
        double const arcs_returned = 2 * shape.reciprocity / (1 + shape.reciprocity);
        EXPECT_GT(arcs_returned, 0.39);
        EXPECT_LT(arcs_returned, 0.61);
        EXPECT_GT(std::exp(shape.log_odds), 1.2);
        EXPECT_LT(std::exp(shape.log_odds), 6.5);
    }
}

TEST(Generate, closure_closes_triangles) {
    double last = 0;
    for (double const closure : {0.0, 0.3, 0.6, 0.9}) {
        OrganisationPlan plan = plan_of({60, 80, 100});
        plan.closure = closure;
        double const found = shape_of(made_of(plan), 0.5f).transitivity;
        EXPECT_GT(found, last + 0.02) << closure;
        last = found;
    }
}

double correlation(std::vector<double> const& x, std::vector<double> const& y) {
    double const n = double(x.size()), mx = std::accumulate(x.begin(), x.end(), 0.0) / n,
                 my = std::accumulate(y.begin(), y.end(), 0.0) / n;
    double xy = 0, xx = 0, yy = 0;
    for (std::size_t i = 0; i < x.size(); ++i)
        xy += (x[i] - mx) * (y[i] - my), xx += (x[i] - mx) * (x[i] - mx), yy += (y[i] - my) * (y[i] - my);
    return xy / std::sqrt(xx * yy);
}

// Strong ties lie where two have others in common, as often as embeddedness says; how strong they are on average is not touched. 240
// people have 1,440 informal acquaintances: a correlation of 0.1 is 3.8 standard errors.
TEST(Generate, strong_acquaintances_have_others_in_common) {
    double last = -0.1;
    for (double const embeddedness : {0.0, 0.4, 0.8}) {
        OrganisationPlan plan = plan_of({60, 80, 100});
        plan.embeddedness = embeddedness;
        plan.reciprocity = 1.0;
        Ties const ties = made_of(plan).ties;
        std::vector<double> strength, common;
        for (std::uint32_t i = 0; i + 1 < ties.first.size(); ++i)
            for (std::uint32_t t = ties.first[i]; t < ties.first[i + 1]; ++t) {
                if (ties.formal[t] != 0) continue;
                std::vector<std::uint32_t> both;
                std::uint32_t const j = ties.other[t];
                std::set_intersection(ties.other.begin() + ties.first[i], ties.other.begin() + ties.first[i + 1],
                                      ties.other.begin() + ties.first[j], ties.other.begin() + ties.first[j + 1],
                                      std::back_inserter(both));
                strength.push_back(double(ties.strength[t]));
                common.push_back(double(both.size()));
            }
        EXPECT_NEAR(std::accumulate(strength.begin(), strength.end(), 0.0) / double(strength.size()), 0.5, 0.02);
        double const found = correlation(strength, common);
        if (embeddedness == 0) {
            EXPECT_LT(found, 0.1);
        }
        EXPECT_GT(found, last + 0.02) << embeddedness;
        last = found;
    }
}

// As among lawyers and managers, people of rank and long tenure are turned to more often. 1,200 people: a correlation of 0.13
// is 4.5 standard errors.
TEST(Generate, people_turn_to_the_senior) {
    Organisation const made = made_of(plan_of({400, 400, 400}));
    std::vector<double> turned_to(made.headcount()), level(made.level.begin(), made.level.end()),
        tenure(made.tenure_years.begin(), made.tenure_years.end());
    for (std::uint32_t i = 0; i < made.headcount(); ++i)
        for (std::uint32_t tie = made.ties.first[i]; tie < made.ties.first[i + 1]; ++tie)
            if (!made.ties.formal[tie]) turned_to[i] += double(made.ties.strength[made.ties.reverse[tie]]);
    EXPECT_GT(correlation(turned_to, tenure), 0.13);
    EXPECT_GT(correlation(turned_to, level), 0.13);
    EXPECT_GT(correlation(level, tenure), 0.13);
    EXPECT_NEAR(std::accumulate(tenure.begin(), tenure.end(), 0.0) / 1200, 7, 1);
}

TEST(Generate, strengths_and_trust_vary_about_their_means) {
    OrganisationPlan plan = plan_of({120, 120});
    plan.departments[0].name = "Marketing";
    plan.departments[1].name = "Sales";
    plan.reciprocity = 1.0;
    plan.trust_between_departments = {{.of = "Marketing", .toward = "Sales", .trust = 0.3}};
    Organisation const made = made_of(plan);
    struct Mean {
        double sum = 0, count = 0;
        void add(float value) { sum += double(value), ++count; }
        [[nodiscard]] double operator()() const { return sum / count; }
    } strength, formal, marketing_to_sales, sales_to_marketing, within, manager;
    for (std::uint32_t i = 0; i < made.headcount(); ++i)
        for (std::uint32_t tie = made.ties.first[i]; tie < made.ties.first[i + 1]; ++tie) {
            (made.ties.formal[tie] ? formal : strength).add(made.ties.strength[tie]);
            bool const same = made.department[i] == made.department[made.ties.other[tie]];
            (made.ties.formal[tie]     ? manager
             : same                    ? within
             : made.department[i] == 0 ? marketing_to_sales
                                       : sales_to_marketing)
                .add(made.ties.trust[tie]);
            EXPECT_GE(made.ties.strength[tie], 0);
            EXPECT_LE(made.ties.trust[tie], 1);
        }
    // Spread 0.14 at most; the smallest group has 478 ties: four standard errors are 0.026.
    EXPECT_NEAR(strength(), 0.5, 0.026);
    EXPECT_NEAR(formal(), 0.6, 0.026);
    EXPECT_NEAR(manager(), 0.6, 0.026);
    EXPECT_NEAR(within(), 0.6, 0.026);
    EXPECT_NEAR(marketing_to_sales(), 0.3, 0.026);
    EXPECT_NEAR(sales_to_marketing(), 0.5, 0.026);
}

TEST(Generate, changing_a_trait_leaves_all_else_alone) {
    OrganisationPlan plan = plan_of({20, 30});
    Organisation const before = made_of(plan);
    plan.departments[1].trait[std::size_t(Trait::data_skill)] = UniformDistribution{0.6, 0.9};
    Organisation const after = made_of(plan);
    EXPECT_EQ(before.ties.other, after.ties.other);
    EXPECT_EQ(before.ties.trust, after.ties.trust);
    EXPECT_EQ(before.tenure_years, after.tenure_years);
    for (std::size_t k = 0; k < trait_count; ++k)
        if (Trait(k) != Trait::data_skill) {
            EXPECT_EQ(before.trait[k], after.trait[k]);
        }
    for (std::uint32_t i = 0; i < 50; ++i) {
        bool const same = before.of(Trait::data_skill)[i] == after.of(Trait::data_skill)[i];
        EXPECT_EQ(same, i < 20);
    }
}

TEST(Generate, makes_null_models) {
    OrganisationPlan plan = plan_of({4, 6});
    plan.contacts = 5.0;
    plan.strength = 0.4;
    plan.trust = 0.7;
    auto const shaped = [&](TieShape shape) {
        plan.shape = shape;
        return made_of(plan);
    };
    Organisation const complete = shaped(TieShape::complete), ring = shaped(TieShape::ring), none = shaped(TieShape::none);
    EXPECT_EQ(complete.ties.count(), 90u);
    EXPECT_THAT(complete.ties.strength, Each(0.4f));
    EXPECT_THAT(complete.ties.trust, Each(0.7f));
    EXPECT_EQ(std::ranges::count(complete.ties.formal, 1), 18) << "nine reporting lines, seen from both sides";
    EXPECT_EQ(ring.ties.count(), 40u);
    for (std::uint32_t i = 0; i < 10; ++i) {
        std::set<std::uint32_t> const expected = {(i + 1) % 10, (i + 2) % 10, (i + 8) % 10, (i + 9) % 10};
        EXPECT_EQ(std::set(ring.ties.other.begin() + ring.ties.first[i], ring.ties.other.begin() + ring.ties.first[i + 1]),
                  expected);
    }
    EXPECT_EQ(none.ties.count(), 0u);
    EXPECT_THAT(none.manager_tie, Each(nobody));
    EXPECT_THAT(none.centrality, Each(1.0f));
}

TEST(Generate, knows_everyone_where_contacts_reach_all) {
    OrganisationPlan plan = plan_of({3, 5});
    plan.contacts = 50.0;
    EXPECT_EQ(made_of(plan).ties.count(), 56u);
    plan.contacts = 0.0;
    EXPECT_EQ(made_of(plan).ties.count(), 14u) << "the reporting lines remain";
}

TEST(Generate, accepts_the_smallest_organisations) {
    EXPECT_EQ(made_of(plan_of({})).headcount(), 0u);
    EXPECT_EQ(made_of(plan_of({0, 0})).headcount(), 0u);
    Organisation const one = made_of(plan_of({0, 1}));
    EXPECT_EQ(one.headcount(), 1u);
    EXPECT_EQ(one.manager[0], nobody);
    EXPECT_EQ(one.ties.count(), 0u);
    EXPECT_EQ(made_of(plan_of({1, 1})).ties.count(), 2u);
}

TEST(GeneratePosts, are_those_of_the_whole_organisation) {
    OrganisationPlan plan = plan_of({40, 25, 3});
    plan.span = UniformDistribution{3, 9};
    for (std::uint32_t block = 0; block < 5; ++block) {
        Organisation const whole = made_of(plan, block), posts = generate_posts(plan, Stream(1, block, purpose("organisation")));
        EXPECT_EQ(posts.id, whole.id);
        EXPECT_EQ(posts.person, whole.person);
        EXPECT_EQ(posts.department, whole.department);
        EXPECT_EQ(posts.manager, whole.manager);
        EXPECT_EQ(posts.level, whole.level);
        EXPECT_EQ(posts.ties.count(), 0u);
    }
}

TEST(OrganisationSpecs, state_what_a_plan_starts_with) {
    OrganisationPlan const plan;
    for (OrganisationSpec const& spec : organisation_specs()) {
        EXPECT_EQ(std::get<double>(plan.*spec.member), spec.parameter.default_value) << spec.parameter.name;
        EXPECT_TRUE(spec.parameter.source == assumed || find_source(spec.parameter.source) != nullptr) << spec.parameter.source;
    }
    EXPECT_EQ(tie_shape_names()[std::size_t(TieShape::ring)], "ring");
}

}  // namespace
}  // namespace micropol
