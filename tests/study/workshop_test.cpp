// Workshops in which it is known who disagrees and why: what training and a mandate cost is a sum, so that what each answer changes
// follows from arithmetic. The choice is by cost, for that is all that is certain of a company; most of it is chosen.

#include "study/workshop/workshop.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <cmath>

#include "study/compare/compare.h"
#include "support/tiny_company.h"

namespace micropol {
namespace {

std::string const company = tiny_company + R"(outcomes: [cost, substantive]
strategies:
  teach: {interventions: [{lever: training, intensity: 0.5}]}
  demand: {interventions: [{lever: executive_mandate, intensity: 0.5}]}
runs: {weeks: 10, histories: 48, seed: 11}
)";

ScenarioSource source(std::string const& text = company) { return {text, "company.yaml", known_plugins()}; }

std::vector<std::string> const paths{"levers.training.weekly_cost", "levers.executive_mandate.weekly_cost", "culture.rivalry",
                                     "culture.data_hoarding", "mechanisms.attitude.reactance"};

Questions questions() { return questions_for(source(), paths); }

// All chips in one bin of each number that is not −1.
ParticipantAnswers answers(std::string participant, std::vector<int> const& bins, int round = 1) {
    Questions const asked = questions();
    ParticipantAnswers made{.file = participant + ".yaml", .participant = participant, .round = round, .chips = {}, .dots = {}};
    made.dots.resize(asked.levers.size());
    for (int const bin : bins) {
        auto& chips = made.chips.emplace_back();
        if (bin < 0) continue;
        chips.emplace(Questions::bins, 0);
        (*chips)[std::size_t(bin)] = 20;
    }
    return made;
}

WorkshopPlan plan(std::vector<ParticipantAnswers> all) {
    return {.questions = questions(), .answers = std::move(all), .by = "cost"};
}

Workshop held(WorkshopPlan const& plan, int threads = 1) {
    StudyRunner runner(source(), {.threads = threads});
    return hold_workshop(runner, plan).value();
}

double middle(std::size_t assumption, std::size_t bin) { return middles_of(questions().assumptions.at(assumption)).at(bin); }

TEST(Workshop, questions_are_those_of_the_scenario_in_their_order) {
    Questions const asked = questions();
    ASSERT_EQ(asked.assumptions.size(), paths.size());
    for (std::size_t k = 0; k < paths.size(); ++k) EXPECT_EQ(asked.assumptions[k].path, paths[k]);
    AskedAssumption const& cost = asked.assumptions[0];
    EXPECT_DOUBLE_EQ(cost.plausible.low, 0.25);
    EXPECT_DOUBLE_EQ(cost.plausible.high, 1);
    EXPECT_EQ(edges_of(cost).size(), Questions::bins + 1);
    EXPECT_DOUBLE_EQ(middles_of(cost).front(), 0.25 + 0.0375);
    // What nobody can set by itself is not asked for.
    EXPECT_TRUE(questions_for(source(), std::vector<std::string>{"culture.no_such", "mechanisms.nothing"}).assumptions.empty());
}

TEST(Workshop, the_fingerprint_is_of_what_is_asked) {
    std::uint64_t const known = questions().fingerprint();
    EXPECT_EQ(known, questions().fingerprint());
    std::string longer = company;
    longer.replace(longer.find("weeks: 10"), 9, "weeks: 12");
    EXPECT_EQ(questions_for(source(longer), paths).fingerprint(), known);
    std::string other = company;
    other.replace(other.find("A tiny organisation"), 6, "My own");
    EXPECT_NE(questions_for(source(other), paths).fingerprint(), known);
    std::vector<std::string> const fewer(paths.begin(), paths.end() - 1);
    EXPECT_NE(questions_for(source(), fewer).fingerprint(), known);
    std::string narrower = company + "culture: {rivalry: {uniform: [0.1, 0.6]}}\n";
    EXPECT_NE(questions_for(source(narrower), paths).fingerprint(), known);
}

TEST(Workshop, pool_is_the_mean_of_those_who_touched_a_number) {
    Beliefs const anna{Belief{{0.5, 0.5, 0, 0, 0, 0, 0, 0, 0, 0}}, std::nullopt, std::nullopt};
    Beliefs const ben{Belief{{0, 0.25, 0, 0, 0, 0, 0, 0, 0, 0.75}}, Belief{{1, 0, 0, 0, 0, 0, 0, 0, 0, 0}}, std::nullopt};
    Beliefs const pool = pool_of(std::vector{anna, ben});
    EXPECT_EQ(pool[0], (Belief{{0.25, 0.375, 0, 0, 0, 0, 0, 0, 0, 0.375}}));
    EXPECT_EQ(pool[1], ben[1]);
    EXPECT_FALSE(pool[2]);
}

// Anna thinks training dear and the mandate cheap, Ben the opposite; they differ in three numbers more, on which no cost hangs. The lead
// of teach over demand is ten weeks of the difference in price, in every history, and each of the two answers moves it by its own.
TEST(Workshop, a_disagreement_planted_in_two_answers_is_found) {
    auto const workshop = held(plan({answers("Anna", {9, 0, 1, 8, 0}), answers("Ben", {0, 9, 8, 1, 9})}));
    ASSERT_EQ(workshop.disagreements.size(), 1u);
    Disagreement const& found = workshop.disagreements.front();
    EXPECT_TRUE(found.exact);
    EXPECT_TRUE(found.clear);
    EXPECT_EQ(found.one.choice, "teach");
    EXPECT_EQ(found.other.choice, "demand");
    ASSERT_EQ(found.causes.size(), 5u);
    ASSERT_EQ(found.main_causes(), (std::vector<std::size_t>{0, 1}));
    std::vector<std::size_t> const two{found.causes[0].assumption, found.causes[1].assumption};
    EXPECT_THAT(two, testing::UnorderedElementsAre(0u, 1u));
    for (Disagreement::Cause const& cause : found.causes) {
        bool const planted = cause.assumption < 2;
        double const price = planted ? std::abs(middle(cause.assumption, 9) - middle(cause.assumption, 0)) : 0;
        EXPECT_NEAR(cause.change.mean, -10 * price, 1e-3) << cause.assumption;
    }
    double sum = 0, shares = 0;
    for (Disagreement::Cause const& cause : found.causes) {
        ASSERT_TRUE(cause.share);
        sum += cause.change.mean, shares += *cause.share;
    }
    EXPECT_NEAR(shares, 1, 1e-9);
    EXPECT_NEAR(found.total.mean, sum, 1e-9);
    EXPECT_NEAR(sum, found.other.lead.mean - found.one.lead.mean, 1e-9);
}

// One block has no interval: what the answers do together may be nothing, and no part of it is told.
TEST(Workshop, no_share_is_named_where_the_whole_may_be_nothing) {
    WorkshopPlan one = plan({answers("Anna", {9, 0, 1, 8, 0}), answers("Ben", {0, 9, 8, 1, 9})});
    one.blocks = 1;
    Workshop const workshop = held(one);
    ASSERT_EQ(workshop.disagreements.size(), 1u);
    for (Disagreement::Cause const& cause : workshop.disagreements[0].causes) EXPECT_FALSE(cause.share);
}

// By orders instead of all combinations: the game is a sum, so that every order tells the same.
TEST(Workshop, orders_drawn_at_random_find_the_same_in_a_sum) {
    WorkshopPlan sampled = plan({answers("Anna", {9, 0, 1, 8, 0}), answers("Ben", {0, 9, 8, 1, 9})}), exact = sampled;
    sampled.exact_up_to = 1;
    Disagreement const by_orders = held(sampled).disagreements.at(0), by_all = held(exact).disagreements.at(0);
    EXPECT_FALSE(by_orders.exact);
    for (std::size_t k = 0; k < 2; ++k) {
        EXPECT_EQ(by_orders.causes[k].assumption, by_all.causes[k].assumption);
        EXPECT_NEAR(by_orders.causes[k].change.mean, by_all.causes[k].change.mean, 1e-6);
    }
}

// Where the two differ in answers on which nothing hangs, there is no chance in it: no disagreement, never, and none is named.
TEST(Workshop, answers_on_which_nothing_hangs_divide_nobody) {
    auto const workshop = held(plan({answers("Anna", {9, 0, 1, 8, 0}), answers("Ben", {9, 0, 8, 1, 9})}));
    EXPECT_TRUE(workshop.all_agree());
    EXPECT_EQ(workshop.participants[0].stance.choice.strategy(), workshop.participants[1].stance.choice.strategy());
}

TEST(Workshop, what_is_untouched_is_as_the_scenario_has_it) {
    auto const workshop = held(plan({answers("Anna", {-1, -1, -1, -1, -1}), answers("Ben", {9, -1, -1, -1, -1})}));
    StudyRunner runner(source(), {.threads = 1});
    Comparison const as_it_is = compare(runner, {.by = "cost"}).value();
    for (Preference const* choice : {&workshop.without, &workshop.participants[0].stance.choice})
        for (std::size_t k = 0; k < as_it_is.standings.size(); ++k) {
            EXPECT_EQ(choice->comparison.standings[k].name, as_it_is.standings[k].name);
            EXPECT_EQ(choice->comparison.standings[k].level[0].mean,
                      as_it_is.standings[k].level[as_it_is.criterion.outcome].mean);
        }
    EXPECT_EQ(workshop.opinions[0].touched_by, (std::vector<std::size_t>{1}));
    EXPECT_TRUE(workshop.opinions[1].touched_by.empty());
    EXPECT_TRUE(std::isnan(workshop.opinions[1].mean));
}

// The same as a scenario that says what she believes, to the bit.
TEST(Workshop, a_participants_figures_are_those_of_a_scenario_with_that_distribution) {
    ParticipantAnswers anna = answers("Anna", {9, -1, -1, -1, -1});
    anna.chips[2] = std::vector<int>{0, 3, 0, 0, 5, 0, 0, 0, 2, 0};
    WorkshopPlan asked = plan({anna});
    asked.by = "substantive";
    auto const workshop = held(asked);
    auto const value = [](double number) { return std::to_string(number); };
    std::string const text = company + "levers: {training: {weekly_cost: " + value(middle(0, 9)) +
                             "}}\nculture: {rivalry: {choice: {values: [" + value(middle(2, 1)) + ", " + value(middle(2, 4)) +
                             ", " + value(middle(2, 8)) + "], weights: [0.3, 0.5, 0.2]}}}\n";
    StudyRunner runner(source(text), {.threads = 1});
    Comparison const same = compare(runner, {}).value();
    for (std::size_t k = 0; k < same.standings.size(); ++k)
        EXPECT_EQ(workshop.participants[0].stance.choice.comparison.standings[k].level[0].mean,
                  same.standings[k].level[same.criterion.outcome].mean);
}

TEST(Workshop, the_second_round_counts_and_the_first_is_kept) {
    auto workshop = held(
        plan({answers("Ben", {0, 9, 8, 1, 9}, 2), answers("Anna", {9, 0, 1, 8, 0}), answers("Ben", {9, 0, 8, 1, 9}, 1)}));
    ASSERT_EQ(workshop.participants.size(), 2u);
    Participant const& ben = workshop.participants[1];
    EXPECT_EQ(ben.name, "Ben");
    EXPECT_EQ(ben.round, 2);
    ASSERT_TRUE(ben.before);
    EXPECT_EQ(ben.before->choice.strategy(), "teach");
    EXPECT_EQ(ben.stance.choice.strategy(), "demand");
    EXPECT_FALSE(workshop.participants[0].before);
    EXPECT_EQ(workshop.disagreements.size(), 1u);
}

TEST(Workshop, many_who_disagree_are_two_camps) {
    std::vector<ParticipantAnswers> all;
    for (int k = 0; k < 3; ++k) {
        all.push_back(answers("A" + std::to_string(k), {9, 0, k, 5, 5}));
        all.push_back(answers("B" + std::to_string(k), {0, 9, k, 5, 5}));
    }
    auto const workshop = held(plan(all));
    EXPECT_TRUE(workshop.by_camps);
    ASSERT_EQ(workshop.disagreements.size(), 1u);
    EXPECT_EQ(workshop.disagreements[0].one.participants.size(), 3u);
    EXPECT_EQ(workshop.disagreements[0].causes.size(), 2u);  // in the others the camps believe the same
}

TEST(Workshop, the_same_for_any_number_of_threads_and_order_of_files) {
    WorkshopPlan one = plan({answers("Anna", {9, 0, 1, 8, 0}), answers("Ben", {0, 9, 8, 1, 9})}), other = one;
    one.by = other.by = "substantive";
    std::swap(other.answers[0], other.answers[1]);
    Workshop const a = held(one, 1), b = held(other, 3);
    for (std::size_t i = 0; i < 2; ++i)
        for (std::size_t k = 0; k < 3; ++k)
            EXPECT_EQ(a.participants[i].stance.choice.comparison.standings[k].level[0].mean,
                      b.participants[i].stance.choice.comparison.standings[k].level[0].mean);
    EXPECT_EQ(a.disagreements.size(), b.disagreements.size());
}

TEST(Workshop, refuses_what_cannot_be_asked_and_stops_when_told) {
    StudyRunner runner(source(), {.threads = 1});
    WorkshopPlan const good = plan({answers("Anna", {9, 0, 1, 8, 0})});
    WorkshopPlan wrong = good;
    wrong.strategies = {"no such"};
    EXPECT_THROW((void)hold_workshop(runner, wrong), InvalidInput);
    wrong = good, wrong.by = "no such";
    EXPECT_THROW((void)hold_workshop(runner, wrong), InvalidPlan);
    wrong = good, wrong.strategies = {"none"};
    EXPECT_THROW((void)hold_workshop(runner, wrong), InvalidInput);
    wrong = good, wrong.answers.clear();
    EXPECT_THROW((void)hold_workshop(runner, wrong), InvalidInput);
    wrong = good, wrong.answers.push_back(wrong.answers.front());
    EXPECT_THROW((void)hold_workshop(runner, wrong), InvalidInput);
    wrong = good, wrong.blocks = 0;
    EXPECT_THROW((void)hold_workshop(runner, wrong), InvalidPlan);
    std::atomic<bool> const stop = true;
    StudyRunner stopped(source(), {.threads = 1, .stop = &stop});
    EXPECT_FALSE(hold_workshop(stopped, good));
}

}  // namespace
}  // namespace micropol
