// The same for the mechanism `performance`: efforts, figures, value, and the leads that Sales pursue.

#include "mechanisms/tried.h"

namespace micropol::equations {
namespace {

// What somebody does for pay and pride at one moment, by the equations.
struct Effort {
    double omega, n, q, g;
};
Effort effort_of(Tried const& t, std::size_t i, double quality_pay, double joint_goals, double audit, double rivalry) {
    Settings const& s = t.settings;
    std::uint16_t const department = t.organisation.department[i];
    double const f = s.marketing.has(department) || s.sales.has(department) ? 1 : double(s.figures_elsewhere);
    double const pay = double(s.quality_weight) + f * (quality_pay - double(s.quality_weight));
    double const omega = pay + (1 - pay) * t.number("joint_quality") * f * joint_goals;
    double const b = double(s.piece_rate) * (1 + rivalry * double(s.standing) * f);
    double const games = t.was(Column::tactic, i) == double(Tactic::game) ? t.number("game_boost") : 0;
    double const kappa = double(s.gaming_ease) * 2 * t.trait(Trait::political_skill, i) * (1 + games) * f;
    return {omega, t.number("pride") + b * (1 - omega), t.number("pride") + b * omega,
            kappa * positive(b * (1 - omega) - audit - t.conscience(i))};
}

TEST(Equations, performance) {
    expect_record(
        "performance",
        {"ω = quality pay + (1 − quality pay) · joint_quality · joint goals", "b = piece_rate · (1 + rivalry · standing · f)",
         "n = pride + b · (1 − ω), q = pride + b · ω",
         "κ = gaming_ease · 2 · political skill · (1 + game_boost · [games]) · f, g = κ · max(b · (1 − ω) − audit − c, 0)",
         "ability = a_0 + skill_shift · (relationship skill + δ · (data skill − relationship skill) − a_0)",
         "task performance = max(1 − political_time · [any tactic but work] − conflict_cost · conflict − strain_cost · "
         "strain\n    − working time that the change takes, 0) · (1 + lift · use)",
         "output = ability · task performance, within data_ceiling of what it would be with a_0 and without lift",
         "measured = (1 − ω) · (n · output + g) + ω · q · output",
         "true = (f_n · n + f_q · q) · output − gaming_damage · g, with f_n = 1 − 0.7 · specialisation, f_q = 0.3 + 0.7 · "
         "specialisation; of\nMarketing's useful work the share 1 − lead_share · (1 − lead follow-up) counts; at most 1 + "
         "incentive_ceiling times what the usual pay\nwould bring"});
    // In the first week it is everybody's turn.
    in_all_situations("performance", 0, [](Tried const& t) {
        Settings const& s = t.settings;
        double const none = 10;  // the ceilings
        for (std::size_t i = 0; i < t.organisation.headcount(); ++i) {
            double const present = t.was(Column::present, i);
            Effort const now = effort_of(t, i, t.was(Column::quality_pay, i), t.was(Column::joint_goals, i),
                                         t.was(Column::audit, i), t.was(Column::rivalry));
            Effort const usual = effort_of(t, i, double(s.quality_weight), 0, double(s.audit), double(s.rivalry));
            double const relations = t.trait(Trait::relationship_skill, i);
            auto const ability = [&](double delta, double skill) { return relations + delta * (skill - relations); };
            double const plays = t.was(Column::tactic, i) != double(Tactic::work) ? t.number("political_time") : 0;
            double const time = positive(1 - plays - t.number("conflict_cost") * t.was(Column::conflict, i) -
                                         t.number("strain_cost") * t.was(Column::strain, i) - t.was(Column::working_time, i)) *
                                present;
            double const lifted = time * (1 + t.number("lift") * t.was(Column::use, i));
            double const at_first = ability(double(s.data_reliance_start), t.trait(Trait::data_skill, i));
            double const shift = ability(t.was(Column::data_reliance), t.was(Column::data_skill, i)) - at_first;
            double output = (at_first + t.number("skill_shift") * shift) * lifted;
            double const before = at_first * time;
            if (double const most = t.number("data_ceiling"); most < none)
                output = between(before * positive(1 - most), output, before * (1 + most));
            double const f_n = 1 - 0.7 * double(s.specialisation), f_q = 0.3 + 0.7 * double(s.specialisation);
            auto const value = [&](Effort const& effort, double followup) {
                bool const markets = s.marketing.has(t.organisation.department[i]);
                double const reaches = markets ? 1 - t.number("lead_share") * (1 - followup) : 1;
                return (f_n * effort.n + f_q * effort.q) * output * reaches - t.number("gaming_damage") * effort.g * present;
            };
            double worth = value(now, t.is(Column::lead_followup));
            double const as_usual = value(usual, t.is(Column::followup_at_usual_pay));
            if (double const most = t.number("incentive_ceiling"); most < none && as_usual > 0)
                worth = std::min(worth, as_usual * (1 + most));
            t.expect(Column::effort_quantity, i, now.n * present);
            t.expect(Column::effort_quality, i, now.q * present);
            t.expect(Column::gaming, i, now.g * present);
            t.expect(Column::task_performance, i, lifted);
            t.expect(Column::measured_value, i,
                     (1 - now.omega) * (now.n * output + now.g * present) + now.omega * now.q * output);
            t.expect(Column::true_value, i, worth);
        }
    });
}

TEST(Equations, pursuit_of_leads) {
    expect_record(
        "performance",
        {"pursuit = logistic(followup_constant + followup_trust · (trust in Marketing − ½)\n"
         "    + followup_quality · (1 + followup_experience · s) · (lead quality − ½) + followup_occasion · joint goals\n"
         "    + followup_occasion · (1 − followup_experience · s) · (lead tracking + volume / (volume + own prospects) − ½)\n"
         "    − followup_experience · s)",
         "s = (years − usual_experience) / (years + usual_experience), own prospects = relationship skill / its mean in Sales",
         "lead follow-up = mean over Sales"});
    in_all_situations("performance", 0, [](Tried const& t) {
        Settings const& s = t.settings;
        double volume = 0, usual_volume = 0, skill = 0, sellers = 0, followed = 0;
        for (std::size_t i = 0; i < t.organisation.headcount(); ++i) {
            if (s.marketing.has(t.organisation.department[i])) {
                volume += effort_of(t, i, t.was(Column::quality_pay, i), t.was(Column::joint_goals, i), t.was(Column::audit, i),
                                    t.was(Column::rivalry))
                              .n;
                usual_volume += effort_of(t, i, double(s.quality_weight), 0, double(s.audit), double(s.rivalry)).n;
            }
            if (s.sales.has(t.organisation.department[i])) skill += t.trait(Trait::relationship_skill, i), ++sellers;
        }
        volume /= std::max(usual_volume, 1e-6);
        for (std::size_t i = 0; i < t.organisation.headcount(); ++i) {
            if (!s.sales.has(t.organisation.department[i])) continue;
            double const years = double(t.organisation.tenure_years[i]), usual = t.number("usual_experience");
            double const seasoned = (years - usual) / (years + usual), less = 1 - t.number("followup_experience") * seasoned;
            double const own = t.trait(Trait::relationship_skill, i) / (skill / sellers);
            double const odds = t.number("followup_constant") +
                                t.number("followup_trust") * (t.was(Column::trust_across, i) - 0.5) +
                                t.number("followup_quality") * (2 - less) * (t.is(Column::lead_quality) - 0.5) +
                                t.number("followup_occasion") * t.was(Column::joint_goals, i) +
                                t.number("followup_occasion") * less *
                                    (t.was(Column::lead_tracking, i) + volume / std::max(volume + own, 1e-6) - 0.5) -
                                t.number("followup_experience") * seasoned;
            t.expect(Column::pursuit, i, 1 / (1 + std::exp(-odds)));
            followed += t.is(Column::pursuit, i) / sellers;
        }
        t.expect(Column::lead_followup, 0, followed);
    });
}

}  // namespace
}  // namespace micropol::equations
