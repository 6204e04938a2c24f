// Whatever the numbers, every value stays what its record says it is, week after week.

#include <gtest/gtest.h>

#include <cmath>

#include "laws/situation.h"

namespace micropol::laws {
namespace {

std::string out_of_range(History const& history) {
    for (ColumnSpec const& spec : column_specs()) {
        bool const whole = spec.unit == Unit::code || spec.unit == Unit::flag || spec.unit == Unit::employees;
        auto const values = history[spec.column];
        for (std::size_t k = 0; k < values.size(); ++k)
            for (int h = 0; h < histories_per_block; ++h) {
                float const value = values[k][h];
                bool const inside = double(value) >= spec.range.low && double(value) <= spec.range.high;  // NaN is not
                if (!inside || (whole && value != std::floor(value)))
                    return std::string(spec.name) + '[' + std::to_string(k) + "] is " + std::to_string(value) + " in history " +
                           std::to_string(h);
            }
    }
    return "";
}

TEST(Laws, keeps_every_column_in_its_range) {
    for (Situation const& situation : situations()) {
        SCOPED_TRACE(situation.name);
        History history = start(situation);
        for (int week = 0; week < 60; ++week) {
            live(situation, situation.block.steps, history, week, week + 1);
            ASSERT_EQ(out_of_range(history), "") << "week " << week;
        }
    }
}

TEST(Laws, keeps_powers_summing_to_headcount) {
    for (Situation const& situation : situations()) {
        SCOPED_TRACE(situation.name);
        History history = start(situation);
        double const headcount = situation.block.organisation->headcount();
        for (int week = 0; week < 60; week += 5) {
            live(situation, situation.block.steps, history, week, week + 5);
            for (Column const column : {Column::power, Column::power_expected})
                for (int h = 0; h < histories_per_block; ++h) {
                    double sum = 0;
                    for (Worlds const& power : std::as_const(history)[column]) sum += double(power[h]);
                    ASSERT_NEAR(sum, headcount, 1e-3 * headcount) << spec_of(column).name << ", week " << week;
                }
        }
    }
}

TEST(Laws, numbers_coalitions_like_employees_and_counts_their_members) {
    for (Situation const& situation : situations()) {
        SCOPED_TRACE(situation.name);
        History history = start(situation);
        live(situation, history, 60);
        auto const coalition = std::as_const(history)[Column::coalition],
                   members = std::as_const(history)[Column::coalition_members];
        for (int h = 0; h < histories_per_block; ++h) {
            std::vector<float> counted(members.size());
            for (Worlds const& number : coalition) {
                ASSERT_LT(number[h], float(members.size()));
                ++counted[std::size_t(number[h])];
            }
            for (std::size_t c = 0; c < members.size(); ++c) ASSERT_EQ(members[c][h], counted[c]) << "coalition " << c;
        }
    }
}

TEST(Laws, leaves_the_organisation_alone) {
    for (Situation const& situation : situations()) {
        SCOPED_TRACE(situation.name);
        Organisation const& organisation = *situation.block.organisation;
        Organisation const before = organisation;
        History history = start(situation);
        live(situation, history, 60);
        EXPECT_EQ(organisation.ties.first, before.ties.first);
        EXPECT_EQ(organisation.ties.other, before.ties.other);
        EXPECT_EQ(organisation.ties.reverse, before.ties.reverse);
        EXPECT_EQ(organisation.ties.strength, before.ties.strength);
        EXPECT_EQ(organisation.ties.trust, before.ties.trust);
        EXPECT_EQ(organisation.trait, before.trait);
    }
}

// What an outcome may be in an organisation of so many.
Range range_of(OutcomeKind const& outcome, double headcount) {
    bool const flow = outcome.plugin.key == "quits" ||
                      outcome.plugin.key == "hires";  // a seat can be left and taken more than once
    if (outcome.plugin.key == "true_value") return spec_of(Column::true_value).range;  // damage beyond the work
    if (outcome.unit == Unit::employees) return {0, headcount * (flow ? 60 : 1)};
    if (outcome.unit == Unit::money) return {-1e9, 1e9};  // value can be lost
    Range const range = micropol::range_of(outcome.unit);
    return range.high > 1 ? Range{0, 1e9} : range;
}

TEST(Laws, gives_every_outcome_within_its_unit) {
    for (Situation const& situation : situations()) {
        SCOPED_TRACE(situation.name);
        History history = start(situation);
        Organisation const& organisation = *situation.block.organisation;
        Chance const chance(situation.seed, 0);
        for (int number = 0; number < 60; number += 10) {
            live(situation, situation.block.steps, history, number, number + 10);
            Week week(organisation, situation.block.settings, chance, history, number + 9);
            for (OutcomeKind const* outcome : outcome_catalogue()) {
                week.begin(outcome->plugin.access);
                Worlds const measured = outcome->measure(week);
                Range const range = range_of(*outcome, organisation.headcount());
                for (int h = 0; h < histories_per_block; ++h) {
                    ASSERT_GE(measured[h], range.low) << outcome->plugin.key;
                    ASSERT_LE(measured[h], range.high) << outcome->plugin.key;
                }
            }
        }
    }
}

}  // namespace
}  // namespace micropol::laws
