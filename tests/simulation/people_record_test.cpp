// What is kept of departments week by week, and of everybody at the end.

#include "simulation/people_record.h"

#include <gmock/gmock.h>

#include <cmath>
#include <cstring>

#include "organisation/department_groups.h"
#include "organisation/privacy.h"
#include "outcomes/by_hand.h"
#include "outcomes/person_measure.h"
#include "scenario/read_scenario.h"
#include "support/tiny_company.h"

namespace micropol {
namespace {

using by_hand::Company;

std::size_t measure_named(std::string_view key) {
    auto const found = std::ranges::find(person_measures(), key, &PersonMeasure::key);
    if (found == person_measures().end()) throw std::logic_error("no measure " + std::string(key));
    return std::size_t(found - person_measures().begin());
}

// Six people in departments A, B and C of two: one week.
DepartmentWeeks week_of(Company const& company) {
    PeopleRecord record(company.organisation(), 1);
    record.see(0, company.history);
    return std::move(record).departments();
}

TEST(PeopleRecord, an_organisation_in_which_all_are_alike_is_like_each_of_them) {
    Company company;
    for (PersonMeasure const& measure : person_measures()) company.set_all(measure.column, 0.25f);
    company.set_all(Column::stage, float(Stage::symbolic));
    DepartmentWeeks const found = week_of(company);
    EXPECT_THAT(found.people, testing::Each(2.0f));
    for (std::size_t m = 0; m < person_measures().size(); ++m)
        for (std::size_t group = 0; group < 3; ++group)
            EXPECT_EQ(found.mean[3 * m + group], person_measures()[m].key == "log_ins" ? 1 : 0.25f) << person_measures()[m].key;
    EXPECT_THAT(found.sd, testing::Each(0.0f));
    PeopleRecord const record(company.organisation(), 1);
    std::vector<float> const at_the_end = record.at_the_end(company.history);
    EXPECT_EQ(at_the_end.size(), 6 * person_measures().size());
    EXPECT_EQ(at_the_end[6 * measure_named("strain") + 5], 0.25f);
}

TEST(PeopleRecord, every_measure_is_that_of_its_column) {
    for (std::size_t m = 0; m < person_measures().size(); ++m) {
        PersonMeasure const& measure = person_measures()[m];
        if (measure.key == "log_ins") continue;
        EXPECT_EQ(measure.key, spec_of(measure.column).name);
        Company company;
        company.set(measure.column, {0, 0.5f, 1, 0.5f, 0.25f, 0.25f});
        DepartmentWeeks const found = week_of(company);
        EXPECT_FLOAT_EQ(found.mean[3 * m], 0.25f) << measure.key;
        EXPECT_FLOAT_EQ(found.mean[3 * m + 1], 0.75f) << measure.key;
        EXPECT_FLOAT_EQ(found.mean[3 * m + 2], 0.25f) << measure.key;
    }
}

TEST(PeopleRecord, log_ins_are_for_substance_or_for_show) {
    Company company;
    company.set(Column::stage, {-1, 0, 3, 4, 4, 5});
    DepartmentWeeks const found = week_of(company);
    std::size_t const at = 3 * measure_named("log_ins");
    EXPECT_EQ(found.mean[at], 0);
    EXPECT_EQ(found.mean[at + 1], 0.5f);
    EXPECT_EQ(found.mean[at + 2], 1);
}

// Department A: strain 0.2 and 0.6; in the first four histories the second has left: their mean is 0.2, in the others 0.4. Each
// history weighs by its people: (4 · 0.2 + 12 · 2 · 0.4) / 28 = 10.4 / 28.
TEST(PeopleRecord, histories_weigh_by_who_is_there) {
    Company company;
    company.set(Column::strain, {0.2f, 0.6f, 0, 0, 0, 0});
    for (int history = 0; history < 4; ++history) company.history[Column::present][1].set(history, 0);
    company.set_all(Column::stage, 0);
    DepartmentWeeks const found = week_of(company);
    std::size_t const at = 3 * measure_named("strain");
    EXPECT_FLOAT_EQ(found.people[0], 1.75f);
    double const mean = 10.4 / 28;
    EXPECT_NEAR(found.mean[at], mean, 1e-6);
    double const variance = (4 * (0.2 - mean) * (0.2 - mean) + 24 * (0.4 - mean) * (0.4 - mean)) / 28;
    EXPECT_NEAR(found.sd[at], std::sqrt(variance), 1e-6);
    std::vector<float> const at_the_end = PeopleRecord(company.organisation(), 1).at_the_end(company.history);
    EXPECT_FLOAT_EQ(at_the_end[6 * measure_named("strain") + 1], 0.6f) << "of those who have the seat";
}

TEST(PeopleRecord, where_nobody_is_there_is_no_number) {
    Company company;
    company.set(Column::present, {1, 1, 0, 0, 1, 1});
    DepartmentWeeks const found = week_of(company);
    EXPECT_EQ(found.people[1], 0);
    std::vector<float> const at_the_end = PeopleRecord(company.organisation(), 1).at_the_end(company.history);
    for (std::size_t m = 0; m < person_measures().size(); ++m) {
        EXPECT_TRUE(std::isnan(found.mean[3 * m + 1]) && std::isnan(found.sd[3 * m + 1]));
        EXPECT_FALSE(std::isnan(found.mean[3 * m]));
        EXPECT_TRUE(std::isnan(at_the_end[6 * m + 2]));
    }
}

// Departments of four, one and one: groups of fewer than two are not shown, and here there are two of them.
TEST(PeopleRecord, small_departments_are_told_of_together_and_their_people_not_at_all) {
    Company company;
    company.set(Column::strain, {0.1f, 0.2f, 0.3f, 0.4f, 0.5f, 0.9f});
    Organisation organisation = company.organisation();
    organisation.department = {0, 0, 0, 0, 1, 2};
    organisation.names_hidden = true, organisation.smallest_group = 2;
    EXPECT_THAT(department_groups(organisation).names, testing::ElementsAre("A", small_department));
    PeopleRecord record(organisation, 1);
    record.see(0, company.history);
    std::vector<float> const at_the_end = record.at_the_end(company.history);
    DepartmentWeeks const found = std::move(record).departments();
    EXPECT_THAT(found.people, testing::ElementsAre(4, 2));
    EXPECT_FLOAT_EQ(found.mean[2 * measure_named("strain")], 0.25f);
    EXPECT_FLOAT_EQ(found.mean[2 * measure_named("strain") + 1], 0.7f);
    for (std::size_t m = 0; m < person_measures().size(); ++m)
        for (std::size_t i = 0; i < 6; ++i) EXPECT_EQ(std::isnan(at_the_end[6 * m + i]), i > 3);
}

Model tiny_model(std::string const& more = "") {
    std::string const text = tiny_company + more + "runs: {weeks: 30, histories: 48, seed: 7}\n";
    return {parse_scenario(text, "tiny.yaml", {}, known_plugins()), ""};
}

// Departments, weighing by their people, are everybody: for every outcome that is the mean of a measure, in every week, also where
// people leave and seats stay empty for a while.
TEST(PeopleRecord, departments_together_are_the_organisation) {
    Model const model = tiny_model("culture: {rivalry: 0.6}\n");
    BlockResult const block = simulate_block(model, 1);
    DepartmentWeeks const& found = block.of_departments;
    std::size_t const weeks = 30, groups = 3;
    auto const weekly = [&](std::string_view key, std::size_t week) {
        return block.weekly[position_of(key, model.outcomes()).value() * weeks + week];
    };
    for (std::string_view const key : {"attitude", "belief", "perceived_politics", "strain", "satisfaction", "commitment",
                                       "contacts", "sought_by", "load", "fatigue"})
        for (std::size_t week = 0; week < weeks; ++week) {
            Worlds const there = (Worlds(1.0f) - weekly("empty_seats", week)) * 17.0f;
            double const everybody = sum_of(there * weekly(key, week)) / sum_of(there);
            double sum = 0, people = 0;
            for (std::size_t group = 0; group < groups; ++group) {
                double const here = double(found.people[week * groups + group]);
                people += here;
                sum += here * double(found.mean[(measure_named(key) * weeks + week) * groups + group]);
            }
            EXPECT_NEAR(sum / people, everybody, 2e-6 * std::max(1.0, std::abs(everybody))) << key << ", week " << week;
            EXPECT_NEAR(people, sum_of(there) / histories_per_block, 1e-4);
        }
}

TEST(PeopleRecord, threads_change_no_bit) {
    Model const model = tiny_model();
    auto const bytes = [](std::vector<BlockResult> const& blocks) {
        std::string all;
        for (BlockResult const& block : blocks)
            for (auto const* numbers :
                 {&block.person_state, &block.of_departments.people, &block.of_departments.mean, &block.of_departments.sd})
                all.append(reinterpret_cast<char const*>(numbers->data()), numbers->size() * sizeof(float));
        return all;
    };
    std::string const one = bytes(run_all(model, 1));
    EXPECT_GT(one.size(), 0u);
    EXPECT_TRUE(bytes(run_all(model, 3)) == one);
}

}  // namespace
}  // namespace micropol
