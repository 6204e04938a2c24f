// Whom those who choose find, by what they get to see.

#include <gtest/gtest.h>

#include "laws/situation.h"
#include "scenario/sight.h"

namespace micropol {
namespace {

using laws::Situation;

// An organisation in which nothing happens, of which only levers are set back, and one intervention.
Block quiet_block(int headcount, std::string const& intervention, std::string const& numbers = "") {
    std::string text = "micropol: 1\norganisation: {departments: [{name: A, headcount: " + std::to_string(headcount) +
                       "}]}\ntransformation: {}\ninterventions: [{lever: training, " + intervention + "}]\nmechanisms:\n";
    for (MechanismKind const* kind : mechanism_catalogue())
        if (!kind->interventions_follow) text += "  " + std::string(kind->plugin.key) + ": off\n";
    if (!numbers.empty()) text += "  " + numbers + '\n';
    return Model(parse_scenario(text, "sight.yaml", ".", known_plugins()), "").block(0);
}

Step const& intervention_of(Block const& block) { return block.steps.back(); }

std::vector<Worlds> chosen_from(Step const& step, Situation const& situation, History const& history, int week) {
    Chance const chance(situation.seed, situation.block.number);
    History same = history;
    return choose_targets(step, Week(*situation.block.organisation, situation.block.settings, chance, same, week), history);
}

// For everyone of a situation whom `who` and `top` mean.
Step aimed(Situation const& situation, Who who, Sight sight, Top top = {}) {
    Step step{.name = "aimed", .access = {}};
    step.intensity.assign(situation.block.organisation->headcount(), 1.0f);
    step.who = who, step.sight = sight, step.top = top;
    return step;
}

double count(std::vector<Worlds> const& chosen) {
    double sum = 0;
    for (Worlds const& one : chosen)
        for (int h = 0; h < histories_per_block; ++h) sum += double(one[h]);
    return sum;
}

// People bend towards what the top wants to hear, never away from it.
TEST(Sight, of_what_is_voiced_misses_those_who_hide_and_finds_nobody_else) {
    double opposed = 0, missed = 0;
    for (Situation const& situation : laws::situations()) {
        SCOPED_TRACE(situation.name);
        History history = laws::start(situation);
        laws::live(situation, history, 12);
        History const& now = history;
        auto const truth = chosen_from(aimed(situation, Who::opponents, Sight::truth), situation, now, 12),
                   voiced = chosen_from(aimed(situation, Who::opponents, Sight::voiced), situation, now, 12);
        for (std::size_t i = 0; i < truth.size(); ++i)
            for (int h = 0; h < histories_per_block; ++h) {
                bool const hides = now[Column::attitude][i][h] < -clearly_minded &&
                                   now[Column::voiced_attitude][i][h] >= -clearly_minded;
                ASSERT_EQ(truth[i][h] - voiced[i][h], hides ? truth[i][h] : 0) << "person " << i << ", history " << h;
            }
        opposed += count(truth), missed += count(truth) - count(voiced);
    }
    EXPECT_GT(opposed, 1000);
    EXPECT_GT(missed, 0.05 * opposed) << "hardly anybody hides, so that nothing was tried";
}

TEST(Sight, of_a_survey_without_error_is_the_truth_and_blurs_as_the_error_grows) {
    double wrong[3] = {};
    constexpr float errors[] = {0, 0.05f, 0.5f};
    for (Situation const& situation : laws::situations()) {
        SCOPED_TRACE(situation.name);
        History history = laws::start(situation);
        laws::live(situation, history, 12);
        for (Who const who : {Who::all, Who::losers, Who::winners, Who::opponents, Who::supporters, Who::risen})
            for (Top const top : {Top{}, Top{2, Ranking::opposition}, Top{2, Ranking::power}}) {
                auto const truth = chosen_from(aimed(situation, who, Sight::truth, top), situation, history, 12);
                for (int k = 0; k < 3; ++k) {
                    Step step = aimed(situation, who, Sight::survey, top);
                    step.survey_error = errors[k];
                    auto const told = chosen_from(step, situation, history, 12);
                    double differences = 0;
                    for (std::size_t i = 0; i < truth.size(); ++i)
                        for (int h = 0; h < histories_per_block; ++h) differences += truth[i][h] != told[i][h];
                    ASSERT_TRUE(needs_sight(who, top) || differences == 0);
                    wrong[k] += differences;
                }
            }
    }
    EXPECT_EQ(wrong[0], 0);
    EXPECT_GT(wrong[1], 0);
    EXPECT_GT(wrong[2], 2 * wrong[1]);
}

// Nobody minds. An answer is off by 2 · (u + v + w) − 3 times the error: one in six answers by more than one error below the truth.
// 16 · 400 answers: the share has a standard deviation of .0047, and misses by five of them once in two million seeds.
TEST(Sight, of_a_survey_takes_one_in_six_for_an_opponent_where_nobody_minds) {
    Block const block = quiet_block(400, "target: {who: opponents, sight: survey}");
    ASSERT_FLOAT_EQ(intervention_of(block).survey_error, 0.2f);
    Chance const chance(1, 0);
    History history(*block.organisation, block.settings);
    Week const week(*block.organisation, block.settings, chance, history, 1),
        later(*block.organisation, block.settings, chance, history, 9);
    auto const chosen = choose_targets(intervention_of(block), week, history);
    double share = 0;
    int differ = 0;
    for (Worlds const& one : chosen)
        for (int h = 0; h < histories_per_block; ++h) share += one[h] > 0, differ += (one[h] > 0) != (one[0] > 0);
    EXPECT_NEAR(share / (400 * histories_per_block), 1.0 / 6, 5 * 0.0047);
    EXPECT_GT(differ, 1000) << "each history has its own survey";
    auto const again = choose_targets(intervention_of(block), later, history);
    for (std::size_t i = 0; i < chosen.size(); ++i)
        EXPECT_TRUE(all(chosen[i] == again[i])) << "whoever is asked again answers as before";
}

// In weeks 1, 5 and 9; what is asked in week 0, when nobody knows anything yet, is asked again.
TEST(Sight, of_a_survey_costs_each_time_people_are_asked) {
    auto const cost_of = [](std::string const& target) {
        Block const block = quiet_block(30, "target: {" + target + "}", "levers: {survey_error: 0, survey_cost: 0.03}");
        Chance const chance(1, 0);
        History history(*block.organisation, block.settings);
        std::vector<Deployment> progress(block.steps.size());
        for (int number = 0; number < 10; ++number) {
            Week week(*block.organisation, block.settings, chance, history, number);
            run_week(block.steps, progress, week, history);
        }
        return double(history[Column::cost][0][0]);
    };
    double const nobody_chosen = cost_of("who: opponents");
    EXPECT_NEAR(cost_of("who: opponents, sight: survey") - nobody_chosen, 3 * 30 * 0.03, 1e-4);
    EXPECT_NEAR(cost_of("who: opponents, sight: voiced"), nobody_chosen, 1e-6);
    EXPECT_NEAR(cost_of("top: {number: 3, by: opposition}, sight: survey") - cost_of("top: {number: 3, by: opposition}"),
                30 * 0.03, 1e-4)
        << "the top are chosen once";
}

// Sales know customers, analysts know data; nobody says a word for or against.
TEST(Sight, of_what_is_voiced_tells_losers_by_what_people_can_do) {
    Block const block = quiet_block(6, "target: {who: losers, sight: voiced}");
    Organisation organisation = *block.organisation;
    std::vector<float> const knows_customers{0.9f, 0.8f, 0.5f, 0.5f, 0.2f, 0.1f};
    std::ranges::copy(knows_customers, organisation.trait[std::size_t(Trait::relationship_skill)].begin());
    Chance const chance(1, 0);
    History history(organisation, block.settings);
    std::ranges::fill(history[Column::data_skill], Worlds(0.5f));
    auto const reached = [&](Who who) {
        Step step = intervention_of(block);
        step.who = who;
        Week const week(organisation, block.settings, chance, history, 1);
        std::string found;
        auto const chosen = choose_targets(step, week, history);
        for (std::size_t i = 0; i < chosen.size(); ++i)
            if (chosen[i][0] > 0) found += std::to_string(i);
        return found;
    };
    EXPECT_EQ(reached(Who::losers), "01");
    EXPECT_EQ(reached(Who::winners), "45");
    history[Column::voiced_attitude][0] = 0.5f;   // speaks for it
    history[Column::voiced_attitude][2] = -0.5f;  // speaks against it
    history[Column::voiced_attitude][5] = -0.5f;
    history[Column::stake][3] = -0.9f;  // which nobody sees
    EXPECT_EQ(reached(Who::losers), "125");
    EXPECT_EQ(reached(Who::winners), "04");
}

}  // namespace
}  // namespace micropol
