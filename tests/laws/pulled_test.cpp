// A lever that nobody pulls has one value for everyone: a matter of memory and time, and of nothing else.

#include <gtest/gtest.h>

#include "laws/situation.h"

namespace micropol::laws {
namespace {

// With every third intervention only, another third for each seed.
std::vector<Step> some_interventions(Situation const& situation) {
    std::vector<Step> steps;
    std::uint64_t k = situation.seed;
    for (Step const& step : situation.block.steps)
        if (step.mechanism || ++k % 3 == 0) steps.push_back(step);
    return steps;
}

History lived(Situation const& situation, std::vector<Step> const& steps, ColumnSet const& pulled) {
    History history = start(situation);
    Chance const chance(situation.seed, situation.block.number);
    std::vector<Deployment> progress(steps.size());
    for (int number = 0; number < 40; ++number) {
        Week week(*situation.block.organisation, situation.block.settings, chance, history, number, pulled);
        run_week(steps, progress, week, history);
    }
    spread_unpulled(pulled, history);
    return history;
}

TEST(Pulled, no_bit_depends_on_which_levers_are_kept_for_everyone) {
    for (Situation const& situation : situations()) {
        SCOPED_TRACE(situation.name);
        std::vector<Step> const steps = some_interventions(situation);
        ColumnSet const pulled = pulled_levers(steps, {});
        EXPECT_EQ(differing_columns(lived(situation, steps, pulled), lived(situation, steps, every_lever)), "");
    }
}

TEST(Pulled, are_those_that_interventions_raise_or_outcomes_read) {
    Situation const situation = make_situation(5, TieShape::ring, Numbers::usual, 1);
    std::vector<Step> mechanisms;
    for (Step const& step : situation.block.steps)
        if (step.mechanism) mechanisms.push_back(step);
    EXPECT_TRUE(pulled_levers(mechanisms, {}).none());
    std::vector<Step> with_one = mechanisms;
    with_one.push_back(*std::ranges::find(situation.block.steps, std::string_view("training"), &Step::name));
    EXPECT_EQ(pulled_levers(with_one, {}), ColumnSet().set(std::size_t(Column::training)));
    auto const outcomes = outcome_catalogue();
    auto const pressure = std::ranges::find(outcomes, std::string_view("pressure"),
                                            [](OutcomeKind const* kind) { return kind->plugin.key; });
    EXPECT_TRUE(pulled_levers(mechanisms, {&*pressure, 1})[std::size_t(Column::pressure)]);
}

}  // namespace
}  // namespace micropol::laws
