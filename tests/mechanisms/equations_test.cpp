// The equations that a mechanism's page shows, against what the mechanism does: each is worked out here once more, as its record
// words it. Whoever changes one of the three changes all.

#include "mechanisms/tactic_worths.h"
#include "mechanisms/tried.h"

namespace micropol::equations {
namespace {

TEST(Equations, environment) {
    expect_record(
        "environment",
        {"reached = min(mean use / full_use, 1) · momentum",
         "δ ← δ + adaptation · (δ_start + (δ_ceiling − δ_start) · reached − δ)",
         "realised = min(Σ benefit of initiatives started, 1) · tool · (1 + idea_gain · ideas) · data quality",
         "tool = tool_quality + (1 − tool_quality) · mean tool support", "worth = clamp((realised − effort) / effort, −1, 1)"});
    in_all_situations("environment", 13, [](Tried const& t) {
        Settings const& s = t.settings;
        double const start = s.data_reliance_start, ceiling = s.data_reliance_ceiling, now = t.was(Column::data_reliance);
        double const reached = std::min(t.was(Column::mean_use) / t.number("full_use"), 1.0) * t.was(Column::momentum);
        t.expect(Column::data_reliance, 0, now + t.number("adaptation") * (start + (ceiling - start) * reached - now));

        double benefit = 0;
        for (std::size_t k = 0; k < s.initiatives.size(); ++k)
            if (t.was(Column::initiatives) > double(k)) benefit += double(s.initiatives[k].benefit);
        double const tool = s.tool_quality + (1 - double(s.tool_quality)) * t.mean_was(Column::tool_support);
        double const realised = std::min(benefit, 1.0) * tool * (1 + t.number("idea_gain") * t.was(Column::ideas)) *
                                t.was(Column::data_quality);
        t.expect(Column::worth, 0, between(-1, (realised - t.number("effort")) / t.number("effort"), 1));
    });
}

TEST(Equations, power) {
    expect_record("power",
                  {"relationship skill · min(sought / full_reach, 1)", "c_d = data skill · data access",
                   "1 − s = clamp(1 − substitutability of the department − scarcity · mean coping, 0, 1)",
                   "C = (1 − δ) · c_r · (1 − s_r) + δ · c_d · (1 − s_d)",
                   "p ∝ (1 + level)^power_distance · (floor + C) · (1 + centrality_weight · centrality) · present · (1 − "
                   "sidelining), summing to headcount",
                   "power expected: the same with δ at its ceiling"});
    in_all_situations("power", 13, [](Tried const& t) {
        std::size_t const people = t.organisation.headcount();
        std::vector<double> by_relation(people), by_data(people);
        double mean_relation = 0, mean_data = 0;
        for (std::size_t i = 0; i < people; ++i) {
            double const full = t.number("full_reach"), sought = full > 0 ? std::min(t.was(Column::sought, i) / full, 1.0) : 1;
            by_relation[i] = t.trait(Trait::relationship_skill, i) * sought * t.was(Column::present, i);
            by_data[i] = t.was(Column::data_skill, i) * t.was(Column::data_access, i) * t.was(Column::present, i);
            mean_relation += by_relation[i] / double(people), mean_data += by_data[i] / double(people);
        }
        auto const control = [&](std::size_t i, double delta) {
            Department const& department = t.organisation.departments[t.organisation.department[i]];
            auto const irreplaceable = [&](double substitutability, double mean) {
                return between(0, 1 - substitutability - t.number("scarcity") * mean, 1);
            };
            return std::pair{(1 - delta) * by_relation[i] * irreplaceable(department.relation_substitutability, mean_relation),
                             delta * by_data[i] * irreplaceable(department.data_substitutability, mean_data)};
        };
        auto const centrality = [&](std::size_t i) {
            double const given = double(t.organisation.centrality[i]), mean = t.mean_was(Column::sought);
            return given + t.number("asked_now") * ((mean > 0 ? t.was(Column::sought, i) / mean : 0) - given);
        };
        auto const powers = [&](double delta) {
            std::vector<double> p(people);
            double sum = 0;
            for (std::size_t i = 0; i < people; ++i) {
                auto const [relation, data] = control(i, delta);
                p[i] = std::pow(1.0 + t.organisation.level[i], double(t.settings.power_distance)) *
                       (t.number("floor") + relation + data) * (1 + t.number("centrality_weight") * centrality(i)) *
                       t.was(Column::present, i) * (1 - t.was(Column::sidelining, i));
                sum += p[i];
            }
            for (double& one : p) one = sum > 0 ? one * double(people) / sum : 1;  // nobody has any: everyone the same
            return p;
        };
        std::vector<double> const now = powers(t.was(Column::data_reliance)), then = powers(t.settings.data_reliance_ceiling);
        for (std::size_t i = 0; i < people; ++i) {
            auto const [relation, data] = control(i, t.was(Column::data_reliance));
            t.expect(Column::relation_control, i, relation);
            t.expect(Column::data_control, i, data);
            t.expect(Column::power, i, now[i]);
            t.expect(Column::power_expected, i, then[i]);
        }
    });
}

TEST(Equations, stakes) {
    expect_record(
        "stakes",
        {"career = career_scale · (p_expected − p) / (p_expected + p)",
         "pay = pay_scale · (2 · piece_rate · transparency · (data skill − required skill) + bonus for use − missed pay)",
         "status = status_scale · (δ_ceiling − δ) · (lead − mean lead), lead = data skill − relationship skill",
         "career_scale · (P − P_start) / (P + P_start), and status_scale · mean gain in status",
         "o ← o + outlook_pace · ((1 − hindsight) · announced + hindsight · seen − o); a negative status · (1 − moderation)",
         "security = security_scale · min(data skill − required skill, 0) − insecurity · restructuring", "company = belief",
         "v(Δ) = Δ for gains, loss_aversion · (1 − compensation + missed compensation) · Δ for losses",
         "familiarity = max(min(data skill / required skill, 1), use)", "u = Σ_goal w · v(Δ) + part_in_change · guidance",
         "− switching_cost · (1 + effort_by_fatigue · fatigue) · (1 − voice_in_change · participation) · (1 − familiarity)",
         "− passed_over · mean compensation · (1 − compensation), the last for losers only",
         "− uncertainty · (ambiguity − 0.4) while the change is under way, ambiguity = (1 − known) · (1 − communication) · (1 − participation)",
         "missed = (r − g)⁺ for those who are there", "r ← r + reference_up · (g − r)⁺ − reference_down · (r − g)⁺",
         "the first pay is counted on at once"});
    in_all_situations("stakes", 13, [](Tried const& t) {
        std::size_t const people = t.organisation.headcount();
        double required = 0, transparency = 0, mean_lead = 0;  // the most that any initiative asks for
        for (Initiative const& initiative : t.settings.initiatives)
            required = std::max(required, double(initiative.required_skill)),
            transparency = std::max(transparency, double(initiative.transparency));
        auto const lead = [&](std::size_t i) { return t.was(Column::data_skill, i) - t.trait(Trait::relationship_skill, i); };
        for (std::size_t i = 0; i < people; ++i) mean_lead += lead(i) / double(people);
        double const to_come = positive(double(t.settings.data_reliance_ceiling) - t.was(Column::data_reliance));
        auto const department = [&](std::size_t i, auto const& value) {  // sum
            double sum = 0;
            for (std::size_t j = 0; j < people; ++j)
                if (t.organisation.department[j] == t.organisation.department[i]) sum += value(j);
            return sum;
        };
        auto const expects = [&](Column column, std::size_t i, double announced, double seen) {
            double const target = announced + t.number("hindsight") * (between(-1, seen, 1) - announced);
            if (t.was(Column::present, i) == 0) return target;
            return target + (1 - t.number("outlook_pace")) * (t.was(column, i) - target);
        };
        for (std::size_t i = 0; i < people; ++i) {
            double const skill = t.was(Column::data_skill, i), p = t.was(Column::power, i);
            double const expected = t.was(Column::power_expected, i), compensation = t.was(Column::compensation, i);
            double const now = department(i, [&](std::size_t j) { return t.was(Column::power, j); }),
                         then = department(i, [&](std::size_t j) { return t.was(Column::power_at_start, j); }),
                         gained = department(
                             i, [&](std::size_t j) { return t.was(Column::status, j) - t.was(Column::status_at_start, j); });
            double const career = expects(
                Column::outlook_career, i,
                between(-1, p + expected > 0 ? t.number("career_scale") * (expected - p) / (expected + p) : 0, 1),
                now + then > 0 ? t.number("career_scale") * (now - then) / (now + then) : 0);
            double const here = t.number("reference_up") > 0 ? t.was(Column::present, i) : 0;
            auto const missed = [&](Column used_to, double got) { return here * positive(t.was(used_to, i) - got); };
            auto const expect_used = [&](Column used_to, double got) {
                double const r = t.was(used_to, i), more = got - r;
                double const step = more > 0 ? t.number("reference_up") * more : t.number("reference_down") * more;
                bool const first = used_to == Column::used_to_pay && r == 0;
                t.expect(used_to, i, t.number("reference_up") > 0 ? here * (first ? got : r + step) : r);
            };
            double const bonus = t.was(Column::usage_bonus, i);
            bool const uses_it = t.was(Column::stage, i) >= double(Stage::symbolic);
            double const got = double(t.settings.piece_rate) * t.was(Column::measured_value, i) + (uses_it ? bonus : 0);
            expect_used(Column::used_to_pay, got);
            expect_used(Column::used_to_compensation, compensation);
            double const pay = t.number("pay_scale") * (2 * double(t.settings.piece_rate) * transparency * (skill - required) +
                                                        bonus - missed(Column::used_to_pay, got));
            double const loss_weight = t.number("loss_aversion") *
                                       (1 - compensation + missed(Column::used_to_compensation, compensation));
            double const standing = expects(Column::outlook_status, i,
                                            between(-1, t.number("status_scale") * to_come * (lead(i) - mean_lead), 1),
                                            t.number("status_scale") * gained / department(i, [](std::size_t) { return 1.0; }));
            double const goals[] = {career, between(-1, pay, 1),
                                    standing < 0 ? standing * (1 - t.was(Column::moderation, i)) : standing,
                                    between(-1,
                                            t.number("security_scale") * std::min(skill - required, 0.0) -
                                                t.number("insecurity") * t.was(Column::restructuring, i),
                                            0),
                                    t.was(Column::belief, i)};
            constexpr Column columns[] = {Column::stake_career, Column::stake_pay, Column::stake_status, Column::stake_security,
                                          Column::stake_company};
            constexpr Trait weights[] = {Trait::career, Trait::pay, Trait::status, Trait::security, Trait::company};
            double u = t.number("part_in_change") * t.was(Column::guidance, i);
            for (std::size_t goal = 0; goal < std::size(goals); ++goal) {
                t.expect(columns[goal], i, goals[goal]);
                double const v = goals[goal] < 0 ? loss_weight * goals[goal] : goals[goal];
                u += t.trait(weights[goal], i) * v;
            }
            bool const loses = u < 0;
            double const familiarity = std::max(std::min(skill / std::max(required, 0.01), 1.0), t.was(Column::use, i));
            u -= t.number("switching_cost") * (1 + t.number("effort_by_fatigue") * t.was(Column::fatigue, i)) *
                 (1 - t.number("voice_in_change") * t.was(Column::participation, i)) * (1 - familiarity);
            if (loses) u -= t.number("passed_over") * t.mean_was(Column::compensation) * (1 - compensation);
            u -= t.number("uncertainty") * (t.is_under_way() ? t.ambiguity(i) - 0.4 : 0);
            t.expect(Column::stake, i, between(-1, u, 1));
        }
    });
}

TEST(Equations, attitude) {
    expect_record(
        "attitude",
        {"voice_j = p_j · (1 + voice_gain · political skill_j · [j persuades or resists]) · max(1 + voice_gain · "
         "(s_j − mean s), 0)\n    + guiding_voice · guidance_j",
         "a_j = y_j − discernment · (y_j − x_j), of last week",
         "W_ij ∝ strength_ij · trust_ij · voice_j for those with |a_j − x_i| ≤ 2 · confidence_bound, and self_weight · "
         "voice_i for oneself",
         "heard = Σ_j W_ij · a_j", "push = pressure + (1 − pressure) · deadline_push · deadlines",
         "beyond = max(push · (1 − ½ · moderation) − tolerance − tolerance_by_trust · trust in the manager, 0)",
         "target = (1 − χ) · (u + e) + χ · heard − reactance · beyond · max(−u, 0), χ the person's susceptibility times the factor",
         "x ← x + responsiveness · (target − x)", "compliance H = push² / (push² + half_compliance²), 0 for those who resist",
         "y = x + H · max(expected_attitude − x, 0)"});
    in_all_situations("attitude", 13, [](Tried const& t) {
        Ties const& ties = t.organisation.ties;
        auto const plays = [&](std::size_t i, Tactic tactic) { return t.was(Column::tactic, i) == double(tactic); };
        auto const voice = [&](std::size_t j) {
            bool const argues = plays(j, Tactic::persuade) || plays(j, Tactic::resist);
            return t.was(Column::power, j) * (1 + (argues ? t.number("voice_gain") * t.trait(Trait::political_skill, j) : 0)) *
                       positive(1 + t.number("voice_gain") * (t.was(Column::status, j) - t.was(Column::mean_status))) +
                   t.number("guiding_voice") * t.was(Column::guidance, j) * t.was(Column::present, j);
        };
        for (std::size_t i = 0; i < t.organisation.headcount(); ++i) {
            double const x = t.was(Column::attitude, i), u = t.was(Column::stake, i), present = t.was(Column::present, i);
            double weights = t.trait(Trait::self_weight, i) * voice(i), heard = weights * x;
            for (std::uint32_t tie = ties.first[i]; tie < ties.first[i + 1]; ++tie) {
                std::uint32_t const j = ties.other[tie];
                double const a = t.was(Column::apparent_attitude, j);
                if (std::abs(a - x) > 2 * t.number("confidence_bound")) continue;
                double const w = t.was(Column::strength, tie) * t.was(Column::trust, tie) * voice(j);
                weights += w, heard += w * a;
            }
            if (std::uint32_t const tie = t.organisation.manager_tie[i]; tie != nobody) {
                double const a = t.was(Column::apparent_attitude, ties.other[tie]);
                double const w = std::abs(a - x) > 2 * t.number("confidence_bound")
                                     ? 0
                                     : t.number("leader_voice") * t.was(Column::strength, tie) * t.was(Column::trust, tie) *
                                           voice(ties.other[tie]);
                weights += w, heard += w * a;
            }
            heard = weights > 0 ? heard / weights : x;
            double const pressure = t.was(Column::pressure, i);
            double const push = pressure + (1 - pressure) * t.number("deadline_push") * t.was(Column::deadlines, i);
            bool const has_manager = t.organisation.manager_tie[i] != nobody;
            double const trusts = has_manager ? t.was(Column::trust, t.organisation.manager_tie[i]) : 1;
            double const beyond = positive(push * (1 - 0.5 * t.was(Column::moderation, i)) - t.number("tolerance") -
                                           t.number("tolerance_by_trust") * trusts);
            double const chi = between(0, t.trait(Trait::susceptibility, i) * t.number("susceptibility"), 1);
            double const own = u + t.is(Column::anchor, i);
            double const target = between(-1, (1 - chi) * own + chi * heard - t.number("reactance") * beyond * positive(-u), 1);
            double const view = (x + t.number("responsiveness") * (target - x)) * present;
            double const half = t.number("half_compliance");
            double const resisting = plays(i, Tactic::resist) ? 1 : 0;
            double const compliance = push * push / (push * push + half * half) * (1 - resisting);
            double const voiced = (view + compliance * positive(t.number("expected_attitude") - view)) * present;
            t.expect(Column::voice, i, voice(i));
            t.expect(Column::attitude, i, view);
            t.expect(Column::compliance, i, compliance);
            t.expect(Column::voiced_attitude, i, voiced);
            t.expect(Column::apparent_attitude, i, voiced - t.number("discernment") * (voiced - view));
        }
    });
}

// Loss 0.4, career at stake 0.2, attitude −0.6.
TEST(Equations, what_tactics_are_worth) {
    expect_record(
        "tactics",
        {"U_work = work_appeal; times appeal: U_persuade = |x|; U_network = ½ · (|stake_career| + career weight); "
         "U_ally = |u| · mean trust;",
         "U_hide = ½ · (loss + rent); U_resist = loss · (1 − compliance), 0 once the change has been stopped;",
         "U_game = min(max(b · (1 − quality pay) − audit − c, 0) · 5 · gaming_ease · f · pay weight, 1), loss = max(−u, 0)"});
    Situation own{.stake = -0.4f,
                  .stake_career = -0.2f,
                  .attitude = -0.6f,
                  .trust = 0.5f,
                  .rent = 0.3f,
                  .compliance = 0.25f,
                  .quality_pay = 0.2f,
                  .audit = 0.1f,
                  .career_weight = 0.3f,
                  .pay_weight = 0.4f,
                  .worth_of_figure = 0.5f,
                  .gaming_ease = 0.6f};
    auto const worth = tactic_worths(own, 0.45f, 2.0f);
    constexpr float expected[] = {0.45f, 1.2f, 0.5f, 0.4f, 0.7f, 0.6f, 0.72f};
    for (std::size_t k = 0; k < tactic_count; ++k) EXPECT_FLOAT_EQ(worth[k][0], expected[k]) << k;

    own.stopped = 1.0f;
    auto const afterwards = tactic_worths(own, 0.45f, 2.0f);
    for (std::size_t k = 0; k < tactic_count; ++k)
        EXPECT_FLOAT_EQ(afterwards[k][0], Tactic(k) == Tactic::resist ? 0 : expected[k]) << k;
}

// Propensities; which tactic follows from them is a matter of chance, and in tests/verification/tactics_test.cpp.
TEST(Equations, tactics) {
    expect_record("tactics", {"q_k ← q_k + forgetting · (strength · usual_k − q_k) + [k was the last tactic] · max(reward + "
                              "reward_by_power · Δp / p, 0)"});
    constexpr std::pair<Column, char const*> options[] = {
        {Column::propensity_work, "work"}, {Column::propensity_persuade, "persuade"}, {Column::propensity_network, "network"},
        {Column::propensity_ally, "ally"}, {Column::propensity_hide, "hide"},         {Column::propensity_resist, "resist"},
        {Column::propensity_game, "game"}};
    int turns = 0;
    in_all_situations("tactics", 13, [&](Tried const& t) {
        for (std::size_t i = 0; i < t.organisation.headcount(); ++i) {
            // Whose turn it was remembers the power of today; who has left starts anew.
            bool const turn = t.is(Column::power_last_turn, i) == t.was(Column::power, i) &&
                              t.is(Column::power_last_turn, i) != t.was(Column::power_last_turn, i);
            if (!turn || t.was(Column::present, i) == 0) continue;
            ++turns;
            double const before = std::max(t.was(Column::power_last_turn, i), 1e-6);
            double const gain = between(-1, (t.was(Column::power, i) - t.was(Column::power_last_turn, i)) / before, 1);
            for (std::size_t k = 0; k < std::size(options); ++k) {
                auto const& [column, usual] = options[k];
                double const q = t.was(column, i);
                double const reward = t.was(Column::tactic, i) == double(k)
                                          ? positive(t.number("reward") + t.number("reward_by_power") * gain)
                                          : 0;
                t.expect(column, i, q + t.number("forgetting") * (t.number("strength") * t.number(usual) - q) + reward);
            }
        }
    });
    EXPECT_GT(turns, 200);
}

}  // namespace
}  // namespace micropol::equations
