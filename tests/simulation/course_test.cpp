// How the effect of an intervention builds up and fades, what it asks of people, and what becomes of it where they are tired.

#include <gtest/gtest.h>

#include <cmath>

#include "simulation/week_loop.h"

namespace micropol {
namespace {

// Six people, nothing switched on but levers and load, and one training of fully targeted people whose effect is its intensity.
class Programme {
  public:
    explicit Programme(std::string const& training, std::string const& fatigue = "{capacity: 1, recovery: 10}")
        : block_(Model(parse_scenario(text(training, fatigue), "programme.yaml", ".", known_plugins()), "").block(0)),
          chance_(1, 0), history_(*block_.organisation, block_.settings), progress_(block_.steps.size()) {}

    void live(int weeks) {
        while (weeks-- > 0) {
            Week week(*block_.organisation, block_.settings, chance_, history_, number_++);
            run_week(block_.steps, progress_, week, history_);
        }
    }
    // In one history.
    [[nodiscard]] double of(Column column, std::size_t i = 0) const { return double(history_[column][i][3]); }
    [[nodiscard]] double lever() const { return of(Column::training); }
    [[nodiscard]] History& history() { return history_; }

  private:
    static std::string text(std::string const& training, std::string const& fatigue) {
        std::string text =
            "micropol: 1\norganisation: {departments: [{name: A, headcount: 3}, {name: B, headcount: 3}]}\n"
            "transformation: {}\ninterventions: [{lever: training, effect: 1, " +
            training;
        for (std::string const number : {"build_up", "fade", "burden", "working_time"})
            if (training.find(number) == std::string::npos) text += ", " + number + ": 0";
        text += "}]\nmechanisms:\n  fatigue: " + fatigue + "\n";
        for (MechanismKind const* kind : mechanism_catalogue())
            if (!kind->interventions_follow && kind->plugin.key != "fatigue")
                text += "  " + std::string(kind->plugin.key) + ": off\n";
        return text;
    }

    Block block_;
    Chance chance_;
    History history_;
    std::vector<Deployment> progress_;
    int number_ = 0;
};

TEST(Course, has_gone_half_the_way_after_its_half_life) {
    Programme programme("intensity: 0.8, build_up: 6, fade: 4, until_week: 30");
    programme.live(6);
    EXPECT_NEAR(programme.lever(), 0.4, 1e-5);
    programme.live(6);
    EXPECT_NEAR(programme.lever(), 0.6, 1e-5);
    programme.live(18);
    double const built = 0.8 * (1 - std::pow(0.5, 5));
    EXPECT_NEAR(programme.lever(), built, 1e-5);
    programme.live(4);
    EXPECT_NEAR(programme.lever(), built / 2, 1e-5) << "it has ended";
    programme.live(60);
    EXPECT_EQ(programme.lever(), 0) << "what has faded to a thousandth is over";
}

TEST(Course, without_half_lives_is_there_at_once_and_gone_at_once) {
    Programme programme("intensity: 0.7, from_week: 2, until_week: 5");
    std::vector<double> lived;
    for (int week = 0; week < 7; ++week) programme.live(1), lived.push_back(programme.lever());
    double const all = double(0.7f);
    EXPECT_EQ(lived, (std::vector<double>{0, 0, all, all, all, 0, 0}));
}

TEST(Course, that_lingers_costs_nothing_any_more) {
    Programme programme("intensity: 1, fade: 10, until_week: 2, weekly_cost: 3, cost_per_head: 0, burden: 1, working_time: 0.1");
    programme.live(2);
    double const cost = programme.of(Column::cost);
    EXPECT_NEAR(programme.of(Column::working_time), 0.1, 1e-6);
    programme.live(3);
    EXPECT_GT(programme.lever(), 0.5);
    EXPECT_EQ(programme.of(Column::cost), cost);
    EXPECT_EQ(programme.of(Column::change_asked), 0);
    EXPECT_EQ(programme.of(Column::working_time), 0);
}

TEST(Course, begins_anew_with_whoever_comes_to_an_empty_seat) {
    Programme programme("intensity: 1, build_up: 5");
    programme.live(10);
    EXPECT_NEAR(programme.lever(), 0.75, 1e-5);
    programme.history()[Column::present][0] = 0.0f;
    programme.live(1);
    EXPECT_EQ(programme.lever(), 0);
    programme.history()[Column::present][0] = 1.0f;
    programme.live(5);
    EXPECT_NEAR(programme.lever(), 0.5, 1e-5);
    EXPECT_NEAR(programme.of(Column::training, 1), 1 - std::pow(0.5, 16.0 / 5), 1e-5) << "the others go on";
}

TEST(Load, gathers_and_is_recovered_from_by_its_half_life) {
    Programme programme("intensity: 0.5, burden: 2, target: [A], until_week: 20");
    programme.live(10);
    EXPECT_NEAR(programme.of(Column::load), 0.5, 1e-5) << "on the way to a burden of 1";
    programme.live(10);
    EXPECT_NEAR(programme.of(Column::load), 0.75, 1e-5);
    programme.live(20);
    EXPECT_NEAR(programme.of(Column::load), 0.75 / 4, 1e-5);
    EXPECT_EQ(programme.of(Column::load, 5), 0) << "not targeted";
}

TEST(Load, of_all_that_one_can_carry_leaves_half_taken_up) {
    Programme programme("intensity: 1, burden: 3", "{capacity: 3, recovery: 0}");
    programme.live(1);
    EXPECT_EQ(programme.lever(), 1) << "nobody is tired yet";
    EXPECT_NEAR(programme.of(Column::fatigue), 0.5, 1e-6);
    programme.live(1);
    EXPECT_NEAR(programme.lever(), 0.5, 1e-6);
}

TEST(Load, is_none_where_nothing_is_asked_or_the_mechanism_is_off) {
    for (auto const& [training, fatigue] : {std::pair{"intensity: 1", "{capacity: 0.01}"}, {"intensity: 1, burden: 5", "off"}}) {
        Programme programme(training, fatigue);
        programme.live(30);
        EXPECT_EQ(programme.of(Column::load), 0);
        EXPECT_EQ(programme.of(Column::fatigue), 0);
        EXPECT_EQ(programme.lever(), 1);
    }
}

// x · (1 − f(burden · x)): concave, and falling before everything that can be asked is asked.
TEST(Load, makes_more_of_everything_help_less_and_less_and_then_hurt) {
    std::vector<double> reached;
    for (int tenths = 0; tenths <= 10; ++tenths) {
        Programme programme("intensity: " + std::to_string(tenths / 10.0) + ", burden: 3");
        programme.live(100);  // ten half-lives
        reached.push_back(programme.lever());
    }
    std::vector<double> gains;
    for (std::size_t k = 1; k < reached.size(); ++k) gains.push_back(reached[k] - reached[k - 1]);
    EXPECT_GT(gains.front(), 0.09);
    EXPECT_LT(gains.back(), 0);
    for (std::size_t k = 1; k < gains.size() && gains[k - 1] > 0; ++k) EXPECT_LT(gains[k], gains[k - 1]) << k;
    auto const best = std::ranges::max_element(reached) - reached.begin();
    EXPECT_LE(best, 6) << "more than two thirds";
    EXPECT_LT(reached.back(), reached[std::size_t(best)] / 2);
}

TEST(WorkingTime, is_what_the_interventions_in_force_take_and_never_more_than_all) {
    Programme programme("intensity: 0.5, working_time: 0.3, target: [B], until_week: 1");
    programme.live(1);
    EXPECT_NEAR(programme.of(Column::working_time, 4), 0.15, 1e-6);
    EXPECT_EQ(programme.of(Column::working_time, 0), 0);
    programme.live(1);
    EXPECT_EQ(programme.of(Column::working_time, 4), 0);
}

}  // namespace
}  // namespace micropol
