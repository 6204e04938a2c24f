// Sixteen histories side by side never hear of one another.

#include <gtest/gtest.h>

#include "laws/situation.h"

namespace micropol::laws {
namespace {

constexpr int other = 5;  // the history that starts otherwise

// Another start for one history: values from anywhere in the range of each column. Coalitions are left alone, since their
// numbers, members and weights belong together.
void start_otherwise(History& history, Stream& stream) {
    for (ColumnSpec const& spec : column_specs()) {
        if (spec.shape == Shape::coalition || spec.column == Column::coalition) continue;
        bool const whole = spec.unit == Unit::code || spec.unit == Unit::flag;
        double const high = std::min(spec.range.high, 3.0);
        for (Worlds& value : history[spec.column]) {
            double const drawn = spec.range.low + (high - spec.range.low) * stream.uniform();
            value.set(other, float(whole ? int(drawn) : drawn));
        }
    }
}

bool same_history(History const& a, History const& b, int h) {
    for (ColumnSpec const& spec : column_specs())
        for (std::size_t k = 0; k < a[spec.column].size(); ++k)
            if (a[spec.column][k][h] != b[spec.column][k][h]) return false;
    return true;
}

TEST(Laws, a_history_is_the_same_whatever_the_other_fifteen_do) {
    int differing = 0, tried = 0;
    for (Situation const& situation : situations()) {
        SCOPED_TRACE(situation.name);
        History one = start(situation), another = start(situation);
        Stream stream(situation.seed, 0, purpose("test: another start"));
        start_otherwise(another, stream);
        live(situation, one, 60);
        live(situation, another, 60);
        for (int h = 0; h < histories_per_block; ++h) ASSERT_TRUE(h == other || same_history(one, another, h)) << "history " << h;
        differing += !same_history(one, another, other), ++tried;
    }
    EXPECT_GT(differing, tried * 9 / 10) << "the other start made no difference to the history itself";
}

TEST(Laws, the_same_chance_gives_the_same_history_and_another_chance_another) {
    int differing = 0, tried = 0;
    for (Situation const& situation : situations()) {
        if (situation.block.organisation->headcount() < 5) continue;
        SCOPED_TRACE(situation.name);
        History one = start(situation), same = start(situation), another = start(situation);
        Situation other_chance = situation;
        other_chance.seed += 1000;
        live(situation, one, 30);
        live(situation, same, 30);
        live(other_chance, another, 30);
        ASSERT_EQ(one.hash(), same.hash());
        differing += one.hash() != another.hash(), ++tried;
    }
    EXPECT_GT(differing, tried / 2) << "chance decides next to nothing";
}

}  // namespace
}  // namespace micropol::laws
