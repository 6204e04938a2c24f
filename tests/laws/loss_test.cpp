// What is taken away again is worse than what was never given, until people have got over it.

#include <gtest/gtest.h>

#include "laws/situation.h"

namespace micropol::laws {
namespace {

using Given = std::vector<std::pair<std::string_view, double>>;

// Stakes after ten weeks of compensation of everybody, or of none, and so many weeks without: with numbers from anywhere but for those
// given.
History stakes_after(Situation const& situation, float compensation, int weeks_without, Given const& given) {
    MechanismKind const& kind = mechanism_of("stakes");
    Stream stream(situation.seed, 0, purpose("test: losses"));
    std::vector<Step> const stakes{
        {.name = "stakes",
         .access = kind.plugin.access,
         .mechanism = make_mechanism(kind, pick_parameters(kind.plugin, Numbers::anywhere, stream), given)}};
    History history = start(situation);
    for (int week = 0; week < 10 + weeks_without; ++week) {
        std::ranges::fill(history[Column::compensation], Worlds(week < 10 ? compensation : 0.0f));
        live(situation, stakes, history, week, week + 1);
    }
    return history;
}

TEST(Losses, of_what_was_counted_on_are_felt_and_got_over) {
    int felt = 0;
    Given const people_count_on_it{{"reference_up", 0.3}, {"reference_down", 0.1}, {"switching_cost", 0.0}};
    for (Situation const& situation : situations()) {
        SCOPED_TRACE(situation.name);
        auto const stake = [&](float compensation, int weeks_without) {
            return stakes_after(situation, compensation, weeks_without, people_count_on_it);
        };
        History const never = stake(0, 1), withdrawn = stake(0.8f, 1), never_later = stake(0, 90), later = stake(0.8f, 90);
        for (std::size_t i = 0; i < never[Column::stake].size(); ++i) {
            ASSERT_TRUE(all(withdrawn[Column::stake][i] <= never[Column::stake][i])) << "employee " << i;
            ASSERT_TRUE(all(magnitude(later[Column::stake][i] - never_later[Column::stake][i]) < 2e-3f)) << "employee " << i;
            felt += any(withdrawn[Column::stake][i] < never[Column::stake][i]);
        }
    }
    EXPECT_GT(felt, 100) << "nobody had lost anything anyway";
}

TEST(Losses, are_none_where_nobody_counts_on_anything) {
    Given const nobody_counts_on_it{{"reference_up", 0.0}};
    for (Situation const& situation : situations()) {
        SCOPED_TRACE(situation.name);
        ASSERT_EQ(differing_columns(stakes_after(situation, 0.8f, 1, nobody_counts_on_it),
                                    stakes_after(situation, 0, 1, nobody_counts_on_it)),
                  "");
    }
}

}  // namespace
}  // namespace micropol::laws
