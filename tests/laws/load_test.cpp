// What change asks of people never makes anything better by itself.

#include <gtest/gtest.h>

#include "laws/situation.h"

namespace micropol::laws {
namespace {

std::vector<Step> only(Situation const& situation, std::initializer_list<std::string_view> keys) {
    std::vector<Step> steps;
    for (Step const& step : situation.block.steps)
        if (std::ranges::find(keys, step.name) != keys.end()) steps.push_back(step);
    return steps;
}

TEST(Burdens, never_raise_output_or_the_wish_to_stay) {
    int worse = 0, tried = 0;
    for (Situation const& situation : situations()) {
        SCOPED_TRACE(situation.name);
        History rested = start(situation);
        live(situation, rested, 12);
        History tired = rested;
        Stream stream(situation.seed, 0, purpose("test: burdens"));
        for (Column const column : {Column::fatigue, Column::working_time})
            for (Worlds& value : tired[column]) value = value + (Worlds(1.0f) - value) * float(stream.uniform());
        // In the first week everybody's turn comes.
        std::vector<Step> const steps = only(situation, {"climate", "performance"});
        live(situation, steps, rested, 0, 1);
        live(situation, steps, tired, 0, 1);
        for (std::size_t i = 0; i < rested[Column::task_performance].size(); ++i) {
            auto const is = [&](History const& history, Column column) { return history[column][i]; };
            ASSERT_TRUE(all(is(tired, Column::task_performance) <= is(rested, Column::task_performance)));
            ASSERT_TRUE(all(is(tired, Column::strain) >= is(rested, Column::strain)));
            ASSERT_TRUE(all(is(tired, Column::turnover_intention) >= is(rested, Column::turnover_intention)));
            worse += any(is(tired, Column::task_performance) < is(rested, Column::task_performance)), ++tried;
        }
    }
    EXPECT_GT(worse, tried / 3) << "hardly anybody noticed";
}

TEST(Burdens, of_nothing_are_the_same_as_no_load_at_all) {
    for (Situation const& situation : situations()) {
        SCOPED_TRACE(situation.name);
        std::vector<Step> free = situation.block.steps, without;
        for (Step& step : free) step.burden = 0;
        for (Step const& step : free)
            if (step.name != "fatigue") without.push_back(step);
        History with_load = start(situation), without_load = start(situation);
        live(situation, free, with_load, 0, 40);
        live(situation, without, without_load, 0, 40);
        ASSERT_EQ(differing_columns(with_load, without_load), "");
    }
}

// Whoever asks for more of the same burdens nobody less.
TEST(Burdens, grow_with_what_is_asked) {
    for (Situation const& situation : situations()) {
        SCOPED_TRACE(situation.name);
        History little = start(situation), much = start(situation);
        std::vector<Step> const load = only(situation, {"fatigue"});
        Stream stream(situation.seed, 0, purpose("test: what is asked"));
        for (int week = 0; week < 20; ++week) {
            for (std::size_t i = 0; i < little[Column::change_asked].size(); ++i) {
                little[Column::change_asked][i] = float(stream.uniform());
                much[Column::change_asked][i] = little[Column::change_asked][i] + float(stream.uniform());
            }
            live(situation, load, little, week, week + 1);
            live(situation, load, much, week, week + 1);
            for (std::size_t i = 0; i < little[Column::load].size(); ++i) {
                ASSERT_TRUE(all(much[Column::load][i] >= little[Column::load][i]));
                ASSERT_TRUE(all(much[Column::fatigue][i] >= little[Column::fatigue][i]));
            }
        }
    }
}

}  // namespace
}  // namespace micropol::laws
