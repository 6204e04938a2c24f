// Whom an intervention is for and when it is in force, history by history.

#include "simulation/progress.h"

#include <gtest/gtest.h>

#include "simulation/week_loop.h"

namespace micropol {
namespace {

// Six people in two departments, nothing switched on but levers, and one intervention.
class Plan {
  public:
    explicit Plan(std::string const& intervention)
        : block_(Model(parse_scenario(text(intervention), "plan.yaml", ".", known_plugins()), "").block(0)), chance_(1, 0),
          history_(*block_.organisation, block_.settings), progress_(block_.steps.size()) {}

    // Lives one week after `change` was made to the state.
    void live(auto const& change) {
        change(history_);
        Week week(*block_.organisation, block_.settings, chance_, history_, number_++);
        run_week(block_.steps, progress_, week, history_);
    }
    void live(int weeks) {
        while (weeks-- > 0) live([](History&) {});
    }

    // "0 3": who feels the lever this week, in one history.
    [[nodiscard]] std::string reached(int h = 0, Column lever = Column::training) const {
        std::string who;
        for (std::size_t i = 0; i < history_[lever].size(); ++i)
            if (history_[lever][i][h] > 0) who += (who.empty() ? "" : " ") + std::to_string(i);
        return who;
    }
    // "5-8": weeks from now up to `end` in which anybody is reached, in one history; "" for none.
    [[nodiscard]] std::string weeks_in_force(int end, auto const& change, int h = 0) {
        std::string weeks;
        for (int number = number_; number < end; ++number) {
            live([&](History& history) { change(history, number); });
            if (!reached(h).empty()) weeks += (weeks.empty() ? "" : " ") + std::to_string(number);
        }
        return weeks;
    }
    [[nodiscard]] History const& history() const { return history_; }
    // Everyone gets another's chance: this order is its own inverse.
    void reverse_draw_numbers() {
        Organisation organisation = *block_.organisation;
        organisation.draw_number = organisation.in_turn = {5, 4, 3, 2, 1, 0};
        block_.organisation = std::make_shared<Organisation const>(std::move(organisation));
    }

  private:
    static std::string text(std::string const& intervention) {
        std::string text =
            "micropol: 1\norganisation: {departments: [{name: A, headcount: 3}, {name: B, headcount: 3}]}\n"
            "transformation: {}\ninterventions: [{lever: training, build_up: 0, fade: 0, " +
            intervention + "}]\nmechanisms:\n";
        for (MechanismKind const* kind : mechanism_catalogue())
            if (!kind->interventions_follow) text += "  " + std::string(kind->plugin.key) + ": off\n";
        return text;
    }

    Block block_;
    Chance chance_;
    History history_;
    std::vector<Deployment> progress_;
    int number_ = 0;
};

// Sets a column to one value each for the six people, in one history or in all.
auto set(Column column, std::vector<float> values, int only_history = -1) {
    return [=](History& history) {
        for (std::size_t i = 0; i < values.size(); ++i)
            for (int h = 0; h < histories_per_block; ++h)
                if (only_history < 0 || h == only_history) history[column][i].set(h, values[i]);
    };
}

std::string reached_by(std::string const& target, auto const& change) {
    Plan plan("target: {" + target + "}");
    plan.live(change);
    return plan.reached();
}

TEST(Targets, follow_what_the_history_has_made_of_people) {
    auto const stakes = set(Column::stake, {-0.1f, 0, 0.2f, -0.5f, 0.4f, 0});
    EXPECT_EQ(reached_by("who: losers, sight: true", stakes), "0 3");
    EXPECT_EQ(reached_by("who: winners, sight: true", stakes), "2 4");
    EXPECT_EQ(reached_by("who: winners, departments: B, sight: true", stakes), "4");
    auto const attitudes = set(Column::attitude, {-0.1f, 0.1f, -0.3f, 0.3f, -0.9f, 0.9f});
    EXPECT_EQ(reached_by("who: opponents, sight: true", attitudes), "2 4");
    EXPECT_EQ(reached_by("who: supporters, sight: true", attitudes), "3 5");
    EXPECT_EQ(reached_by("who: risen",
                         [](History& history) {
                             set(Column::status_at_start, {0.9f, 0.8f, 0.7f, 0.2f, 0.1f, 0.1f})(history);
                             set(Column::status, {0.9f, 0.2f, 0.7f, 0.8f, 0.2f, 0.1f})(history);
                         }),
              "3");
    EXPECT_EQ(reached_by("who: all", stakes), "0 1 2 3 4 5");
}

TEST(Targets, rank_people_by_what_is_asked) {
    EXPECT_EQ(reached_by("top: 2", set(Column::power, {1, 3, 2, 0, 4, 1})), "1 4");
    EXPECT_EQ(reached_by("top: {number: 2, by: reach}", set(Column::reach, {1, 3, 2, 0, 4, 9})), "4 5");
    EXPECT_EQ(reached_by("top: {number: 1, by: status}, departments: A", set(Column::status, {0.1f, 0.3f, 0.2f, 0, 0.4f, 0})),
              "1");
    EXPECT_EQ(
        reached_by("top: {number: 2, by: opposition}, sight: true", set(Column::attitude, {0, 0.5f, -0.2f, -0.9f, 0.3f, 0})),
        "2 3");
    EXPECT_EQ(reached_by("top: 9", set(Column::power, {1, 3, 2, 0, 4, 1})), "0 1 2 3 4 5");
    EXPECT_EQ(reached_by("top: 2, who: losers, sight: true",
                         [](History& history) {
                             set(Column::power, {1, 3, 2, 7, 4, 1})(history);
                             set(Column::stake, {-1, -1, -1, 1, 1, 1})(history);
                         }),
              "1 2");
}

TEST(Targets, leave_ties_to_the_draw_number_and_never_to_the_position) {
    EXPECT_EQ(reached_by("top: 2", set(Column::power, {1, 1, 1, 1, 1, 1})), "0 1");
    Plan plan("target: {top: 2}");
    plan.reverse_draw_numbers();
    plan.live(set(Column::power, {1, 1, 1, 1, 1, 1}));
    EXPECT_EQ(plan.reached(), "4 5");
}

TEST(Targets, are_found_among_those_who_are_there) {
    EXPECT_EQ(reached_by("top: 2",
                         [](History& history) {
                             set(Column::power, {1, 3, 2, 0, 4, 1})(history);
                             set(Column::present, {1, 1, 1, 1, 0, 1})(history);
                         }),
              "1 2");
}

TEST(Targets, differ_between_histories) {
    Plan plan("target: {top: 1}");
    plan.live([](History& history) {
        set(Column::power, {5, 1, 1, 1, 1, 1})(history);
        set(Column::power, {1, 1, 1, 1, 1, 7}, 9)(history);
    });
    EXPECT_EQ(plan.reached(0), "0");
    EXPECT_EQ(plan.reached(9), "5");
    EXPECT_EQ(plan.reached(10), "0");
}

TEST(Targets, at_the_top_are_chosen_anew_in_week_one_and_then_kept) {
    Plan plan("target: {top: 1}");
    std::string who;
    for (int number = 0; number < 11; ++number) {
        std::vector<float> powers(6, 1.0f);
        powers[std::size_t(number % 6)] = 2;  // the most powerful is another one every week
        plan.live(set(Column::power, powers));
        who += plan.reached();
    }
    EXPECT_EQ(who, "01111111111");
}

TEST(Targets, by_state_are_joined_every_fourth_week_and_left_by_nobody) {
    Plan plan("target: {who: losers, sight: true}");
    std::string who;
    for (int number = 0; number < 11; ++number) {
        std::vector<float> stakes(6, 1.0f);
        stakes[std::size_t(number % 6)] = -1;  // the loser is another one every week
        plan.live(set(Column::stake, stakes));
        who += plan.reached() + ';';
    }
    EXPECT_EQ(who, "0;1;1;1;1;1 5;1 5;1 5;1 5;1 3 5;1 3 5;");
}

TEST(Windows, begin_and_end_where_they_say) {
    Plan plan("from_week: 3, until_week: 5");
    EXPECT_EQ(plan.weeks_in_force(9, [](History&, int) {}), "3 4");
}

// Momentum as the outcome of that name sees it at the end of the week: low in weeks 4, 5 and 6.
auto const low_for_a_while = [](History& history, int number) {
    history[Column::momentum][0] = number >= 4 && number <= 6 ? 0.1f : 0.9f;
};

TEST(Triggers, act_in_the_week_after_once_and_for_as_long_as_they_say) {
    auto const weeks = [](std::string const& when, std::string const& window = "") {
        return Plan(window + "when: {outcome: momentum, " + when + "}").weeks_in_force(13, low_for_a_while);
    };
    EXPECT_EQ(weeks("below: 0.2, for_weeks: 3"), "5 6 7");
    EXPECT_EQ(weeks("below: 0.2"), "5 6 7 8 9 10 11 12");
    EXPECT_EQ(weeks("below: 0.2", "until_week: 7, "), "5 6");
    EXPECT_EQ(weeks("below: 0.2, for_weeks: 2, from_week: 6"), "7 8");
    EXPECT_EQ(weeks("below: 0.2, for_weeks: 2", "from_week: 6, "), "6 7");
    EXPECT_EQ(weeks("below: 0.2, for_weeks: 2, at_week: 5"), "6 7");
    EXPECT_EQ(weeks("below: 0.2, for_weeks: 2, at_week: 8"), "");
    EXPECT_EQ(weeks("above: 0.2, for_weeks: 2, at_week: 8"), "9 10");
    EXPECT_EQ(weeks("above: 0.2, for_weeks: 2"), "1 2");
    EXPECT_EQ(weeks("below: 0.05"), "");
}

TEST(Triggers, are_heard_in_each_history_for_itself) {
    auto const low_in_one = [](History& history, int number) {
        history[Column::momentum][0] = 0.9f;
        if (number == 4) history[Column::momentum][0].set(7, 0.1f);
    };
    std::string const when = "when: {outcome: momentum, below: 0.2, for_weeks: 3}";
    EXPECT_EQ(Plan(when).weeks_in_force(12, low_in_one, 7), "5 6 7");
    EXPECT_EQ(Plan(when).weeks_in_force(12, low_in_one, 6), "");
    Plan plan("weekly_cost: 3, cost_per_head: 0, " + when);
    (void)plan.weeks_in_force(12, low_in_one);
    EXPECT_EQ(plan.history()[Column::cost][0][7], 9.0f);
    EXPECT_EQ(plan.history()[Column::cost][0][6], 0.0f);
}

TEST(Bookings, count_those_reached_and_end_when_the_transformation_is_stopped) {
    Plan plan("intensity: 0.5, weekly_cost: 3, cost_per_head: 2, credibility: 0.01, target: {top: 2}");
    plan.live(1);
    EXPECT_EQ(plan.history()[Column::cost][0][2], 5.0f);
    EXPECT_EQ(plan.history()[Column::credibility_change][0][2], 0.005f);
    plan.live([](History& history) { history[Column::stopped][0].set(2, 1); });
    EXPECT_EQ(plan.history()[Column::cost][0][2], 5.0f);
    EXPECT_EQ(plan.history()[Column::credibility_change][0][2], 0.0f);
    EXPECT_EQ(plan.history()[Column::cost][0][3], 10.0f);
    EXPECT_EQ(plan.reached(2), "");
    EXPECT_EQ(plan.reached(3), "0 1");
}

}  // namespace
}  // namespace micropol
