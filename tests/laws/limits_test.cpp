// What holds in any organisation, whatever the numbers, at one end of a mechanism's range.

#include <gtest/gtest.h>

#include "laws/situation.h"

namespace micropol::laws {
namespace {

// One mechanism alone, with numbers from anywhere but for those given.
Step alone(std::string_view key, Stream& stream, std::vector<std::pair<std::string_view, double>> const& given) {
    MechanismKind const& kind = mechanism_of(key);
    return {.name = std::string(key),
            .access = kind.plugin.access,
            .mechanism = make_mechanism(kind, pick_parameters(kind.plugin, Numbers::anywhere, stream), given)};
}

TEST(Limits, who_left_and_is_not_followed_is_an_empty_seat) {
    int left = 0, came = 0;
    for (Situation const& situation : situations()) {
        SCOPED_TRACE(situation.name);
        History history = start(situation);
        float const seats = float(situation.block.organisation->headcount());
        for (int week = 0; week < 60; ++week) {
            live(situation, situation.block.steps, history, week, week + 1);
            Worlds here = 0.0f;
            for (Worlds const& present : std::as_const(history)[Column::present]) here += present;
            Worlds const quits = std::as_const(history)[Column::quits][0], hires = std::as_const(history)[Column::hires][0];
            ASSERT_TRUE(all(here + quits - hires == Worlds(seats))) << "week " << week;
            left += any(quits > 0.0f), came += any(hires > 0.0f);
        }
    }
    EXPECT_GT(left, 1000) << "hardly anybody ever left";
    EXPECT_GT(came, 1000) << "hardly anybody ever came";
}

// Gaming pays by what a unit in the figure is worth among rivals, and costs the expected penalty; levers only raise that penalty and
// lower rivalry.
TEST(Limits, an_audit_that_costs_what_gaming_pays_leaves_none) {
    int otherwise = 0;
    for (Situation const& situation : situations()) {
        SCOPED_TRACE(situation.name);
        Situation audited = situation;
        Settings& settings = audited.block.settings;
        float const standing = 1 + settings.rivalry * settings.standing;
        settings.piece_rate = std::min(settings.piece_rate, 0.99f / standing);
        settings.audit = settings.piece_rate * standing * 1.001f;  // rounding
        History history = start(audited), as_it_was = start(situation);
        live(audited, history, 30);
        live(situation, as_it_was, 30);
        for (Worlds const& gaming : std::as_const(history)[Column::gaming]) ASSERT_TRUE(all(gaming == Worlds(0.0f)));
        for (Worlds const& gaming : std::as_const(as_it_was)[Column::gaming]) otherwise += any(gaming > 0.0f);
    }
    EXPECT_GT(otherwise, 100) << "nobody would have gamed anyway";
}

// Whatever happens to the others of an odd number, those of an even number go their own way.
TEST(Limits, without_ties_and_sight_of_the_whole_nobody_follows_anybody) {
    int tried = 0;
    for (Situation const& situation : situations()) {
        if (situation.block.organisation->ties.count() > 0 || situation.block.organisation->headcount() < 2) continue;
        SCOPED_TRACE(situation.name);
        Stream stream(situation.seed, 0, purpose("test: strangers"));
        std::vector<Step> const adoption{alone("adoption", stream, {{"visibility", 0}})};
        History a = start(situation), b = start(situation);
        for (std::size_t i = 1; i < b[Column::stage].size(); i += 2) {
            b[Column::stage][i] = float(Stage::substantive);
            b[Column::attitude][i] = 1.0f;
            b[Column::use][i] = 1.0f;
        }
        live(situation, adoption, a, 0, 40);
        live(situation, adoption, b, 0, 40);
        for (std::size_t i = 0; i < a[Column::stage].size(); i += 2) {
            ASSERT_TRUE(all(std::as_const(a)[Column::stage][i] == std::as_const(b)[Column::stage][i])) << "employee " << i;
            ASSERT_TRUE(all(std::as_const(a)[Column::use][i] == std::as_const(b)[Column::use][i])) << "employee " << i;
        }
        ++tried;
    }
    EXPECT_GT(tried, 20);
}

// b = ½·|u_i − u_j| ≥ ¼: nothing that such a colleague could say would be believed (Crawford & Sobel 1982).
TEST(Limits, whose_interests_differ_by_half_or_more_is_not_believed) {
    int otherwise = 0;
    for (Situation const& situation : situations()) {
        SCOPED_TRACE(situation.name);
        Situation silent = situation;
        silent.block.settings.communication = 0;
        Stream stream(situation.seed, 0, purpose("test: reports"));
        std::vector<Step> const information{alone("information", stream, {{"persuasion", 1}})};
        auto const belief_of_the_first = [&](float stake) {
            History history = start(silent);
            Stream views(situation.seed, 0, purpose("test: beliefs"));
            for (std::size_t i = 0; i < history[Column::stake].size(); ++i) {
                history[Column::stake][i] = i == 0 ? stake : float(0.5 * views.uniform());
                history[Column::belief][i] = i == 0 ? 0.0f : float(views.uniform());
                history[Column::use][i] = 0.0f;
            }
            live(silent, information, history, 0, 12);
            return std::as_const(history)[Column::belief][0];
        };
        ASSERT_TRUE(all(belief_of_the_first(-0.5f) == Worlds(0.0f)));
        otherwise += any(belief_of_the_first(0.25f) != Worlds(0.0f));
    }
    EXPECT_GT(otherwise, 40) << "nobody would have believed anything anyway";
}

// A rule that follows the customer's need decides right where reports are true, whatever the need.
TEST(Limits, what_serves_the_customer_is_decided_where_reports_are_true) {
    for (Situation const& situation : situations()) {
        SCOPED_TRACE(situation.name);
        Situation served = situation;
        served.block.settings.rule = DecisionRule::customer;
        Stream stream(situation.seed, 0, purpose("test: customers"));
        std::vector<Step> const governance{alone("governance", stream, {{"quota", 0.5}, {"meeting_interval", 1}})};
        History history = start(served);
        for (int week = 0; week < 20; ++week) {
            for (int h = 0; h < histories_per_block; ++h) history[Column::worth][0].set(h, float(2 * stream.uniform() - 1));
            live(served, governance, history, week, week + 1);
            ASSERT_TRUE(all(std::as_const(history)[Column::decision_regret][0] == Worlds(0.0f))) << "week " << week;
        }
        ASSERT_TRUE(all(std::as_const(history)[Column::meetings][0] > 0.0f));
    }
}

}  // namespace
}  // namespace micropol::laws
