#include <array>

#include "base/worlds_math.h"
#include "mechanisms/figures.h"
#include "mechanisms/mechanism.h"
#include "mechanisms/tactic_worths.h"
#include "mechanisms/zone_rent.h"

namespace micropol {

namespace {

constexpr Column reads[] = {
    Column::power,      Column::stake,   Column::stake_career, Column::attitude,         Column::compliance,
    Column::mean_trust, Column::audit,   Column::quality_pay,  Column::relation_control, Column::data_control,
    Column::present,    Column::rivalry, Column::honesty,      Column::stopped};
constexpr Column updates[] = {
    Column::tactic,          Column::propensity_work, Column::propensity_persuade, Column::propensity_network,
    Column::propensity_ally, Column::propensity_hide, Column::propensity_resist,   Column::propensity_game,
    Column::power_last_turn};

constexpr Column propensity_of[] = {Column::propensity_work, Column::propensity_persuade, Column::propensity_network,
                                    Column::propensity_ally, Column::propensity_hide,     Column::propensity_resist,
                                    Column::propensity_game};
using Weights = std::array<Worlds, tactic_count>;  // [Tactic]

// What people do for the own goals, chosen once a month: P(k) ∝ q_k · e^(β·U_k). With equal worth that is Roth & Erev's (1995)
// reinforcement learning, with equal propensities the logit. Political skill scales what a tactic does (see the mechanisms that
// read the tactic), not how often it is chosen for its own sake.
class Tactics final : public Mechanism {
    float precision_, work_, persuade_, network_, ally_, hide_, resist_, game_, strength_, work_appeal_, appeal_, forgetting_,
        reward_, reward_by_power_;

  public:
    // clang-format off
    static constexpr MemberSpec<Tactics> parameters[] = {
        {{.name = "precision", .unit = Unit::one, .default_value = 4, .range = {0, 100},
          .description = "how sharply people choose what seems worth most", .source = "mcfadden_1974",
          .plausible = Range{2, 8}}, &Tactics::precision_},
        {{.name = "work", .unit = Unit::one, .default_value = 2, .range = {0, 100},
          .description = "how usual it is here to just work: the starting propensity, and so for the six that follow", .source = assumed}, &Tactics::work_},
        {{.name = "persuade", .unit = Unit::one, .default_value = 1, .range = {0, 100}, .description = "how usual it is to persuade others", .source = "higgins_2003"}, &Tactics::persuade_},
        {{.name = "network", .unit = Unit::one, .default_value = 1, .range = {0, 100}, .description = "how usual it is to network", .source = "higgins_2003"}, &Tactics::network_},
        {{.name = "ally", .unit = Unit::one, .default_value = 1, .range = {0, 100}, .description = "how usual it is to seek allies", .source = assumed}, &Tactics::ally_},
        {{.name = "hide", .unit = Unit::one, .default_value = 1, .range = {0, 100}, .description = "how usual it is to hide what one knows", .source = "connelly_2012"}, &Tactics::hide_},
        {{.name = "resist", .unit = Unit::one, .default_value = 1, .range = {0, 100}, .description = "how usual open resistance is", .source = "lapointe_rivard_2005"}, &Tactics::resist_},
        {{.name = "game", .unit = Unit::one, .default_value = 1, .range = {0, 100}, .description = "how usual it is to produce figures that flatter", .source = "larkin_2014"}, &Tactics::game_},
        {{.name = "strength", .unit = Unit::one, .default_value = 9, .range = {0.001, 1000},
          .description = "weight of what is usual against what is learned, in rewards", .source = "roth_erev_1995"}, &Tactics::strength_},
        {{.name = "work_appeal", .unit = Unit::one, .default_value = 0.5, .range = {0, 1},
          .description = "worth of just working, with nothing to win or lose", .source = assumed}, &Tactics::work_appeal_},
        {{.name = "appeal", .unit = Unit::one, .default_value = 1, .range = {0, 10},
          .description = "factor on what each tactic is worth by the person's situation; 0: none is worth more than another", .source = assumed,
          .grade = Grade::identity}, &Tactics::appeal_},
        {{.name = "forgetting", .unit = Unit::share, .default_value = 0.1, .range = {0, 1},
          .description = "share of what was learned that a month takes", .source = "roth_erev_1995"}, &Tactics::forgetting_},
        {{.name = "reward", .unit = Unit::one, .default_value = 0.5, .range = {0, 10},
          .description = "reward of a tactic that changed nothing", .source = assumed}, &Tactics::reward_},
        {{.name = "reward_by_power", .unit = Unit::one, .default_value = 5, .range = {0, 100},
          .description = "reward for power doubled since the last choice; what lost power is not taken up again so soon", .source = assumed}, &Tactics::reward_by_power_},
    };
    // clang-format on

    void step(Week& week) const override {
        Worlds const usual_control = mean_control(week.read(Column::relation_control), week.read(Column::data_control));
        Draws draw = week.draws_in_turn(purpose("tactics"));
        Consciences consciences(week);
        week.for_everyone_then_in_turn([&](std::uint32_t i, std::uint32_t turn) {
            Weights learned = propensities(week, i);
            learn(week, i, learned);
            choose(week, i, learned, worths(week, i, usual_control, consciences), draw(turn));
        });
    }

  private:
    // [Tactic]
    [[nodiscard]] std::array<float, tactic_count> usual_propensities() const {
        return {work_, persuade_, network_, ally_, hide_, resist_, game_};
    }

    // A newcomer, and everybody at first, starts with what is usual.
    Weights propensities(Week& week, std::uint32_t i) const {
        Mask const knows = week.read(Column::present)[i] > 0.0f;
        bool const first = week.number == 0;
        auto const usual = usual_propensities();
        Weights found;
        for (std::size_t k = 0; k < tactic_count; ++k) {
            Worlds const start = usual[k] * strength_;
            found[k] = first ? start : select(knows, week.update(propensity_of[k])[i], start);
        }
        return found;
    }

    void learn(Week& week, std::uint32_t i, Weights& learned) const {
        Worlds& last = week.update(Column::power_last_turn)[i];
        Worlds const now = week.read(Column::power)[i], tactic = week.update(Column::tactic)[i];
        if (week.number >= int(Week::weeks_between_turns)) {
            Worlds const gain = clamp((now - last) / max_of(last, least_power), -1.0f, 1.0f);
            Worlds const reward = positive_part(gain * reward_by_power_ + reward_);
            float const kept = 1.0f - forgetting_;
            auto const usual = usual_propensities();
            for (std::size_t k = 0; k < tactic_count; ++k)
                learned[k] = learned[k] * kept + usual[k] * (strength_ * (1.0f - kept)) + only(tactic == float(k), reward);
        }
        last = now;
    }

    // [Tactic]
    Weights worths(Week const& week, std::uint32_t i, Worlds const& usual_control, Consciences& consciences) const {
        Settings const& settings = week.settings;
        float const figures = weight_of_figures(week.organisation, settings, i);
        Worlds const rent = zone_rent(week.read(Column::relation_control)[i], week.read(Column::data_control)[i], usual_control);
        return tactic_worths({.stake = week.read(Column::stake)[i],
                              .stake_career = week.read(Column::stake_career)[i],
                              .attitude = week.read(Column::attitude)[i],
                              .trust = week.read(Column::mean_trust)[i],
                              .rent = rent,
                              .compliance = week.read(Column::compliance)[i],
                              .quality_pay = as_felt(week.lever(Column::quality_pay)[i], settings.quality_weight, figures),
                              .audit = week.lever(Column::audit)[i],
                              .career_weight = week.organisation.of(Trait::career)[i],
                              .pay_weight = week.organisation.of(Trait::pay)[i],
                              .worth_of_figure = worth_of_figure(settings, week.read(Column::rivalry)[0], figures),
                              .gaming_ease = settings.gaming_ease * figures,
                              .conscience = consciences.cost(i, week.read(Column::honesty)[i]),
                              .stopped = week.read(Column::stopped)[0]},
                             work_appeal_, appeal_);
    }

    void choose(Week& week, std::uint32_t i, Weights const& learned, Weights const& worth, Worlds const& draw) const {
        Weights up_to;  // cumulative
        Worlds sum = 0.0f;
        for (std::size_t k = 0; k < tactic_count; ++k) {
            sum += learned[k] * exp_of((worth[k] - 1.0f) * precision_);
            up_to[k] = sum;
        }
        Worlds const point = draw * sum;
        Worlds chosen = 0.0f;
        for (std::size_t k = 0; k + 1 < tactic_count; ++k) chosen += only(point >= up_to[k], 1.0f);
        week.update(Column::tactic)[i] = only(week.read(Column::present)[i] > 0.0f, chosen);
        for (std::size_t k = 0; k < tactic_count; ++k) week.update(propensity_of[k])[i] = learned[k];
    }

    static constexpr float least_power = 1e-6f;
};

}  // namespace

extern constinit MechanismKind const tactics{
    {"tactics",
     {reads, {}, updates},
     specs_of<Tactics>,
     "What people do for their own goals besides the work: persuade, network, seek allies, hide what they know, resist, game the figures. "
     "Chosen once a month by worth and by what has paid before. Off, everyone just works."},
    make<Tactics>,
    R"(In the first week and then once a month each person chooses k with probability ∝ q_k · e^(precision · U_k):
U_work = work_appeal; times appeal: U_persuade = |x|; U_network = ½ · (|stake_career| + career weight); U_ally = |u| · mean trust;
U_hide = ½ · (loss + rent); U_resist = loss · (1 − compliance), 0 once the change has been stopped;
U_game = min(max(b · (1 − quality pay) − audit − c, 0) · 5 · gaming_ease · f · pay weight, 1), loss = max(−u, 0); b what a unit in the own
figure is worth, c what a false one costs the conscience, f how far figures decide the pay (performance)
q_k ← q_k + forgetting · (strength · usual_k − q_k) + [k was the last tactic] · max(reward + reward_by_power · Δp / p, 0)
The month's tactic then acts elsewhere: persuade and resist on the voice, resist on compliance (attitude), network on ties, ally on
coalitions, hide on information, game on performance; all but work take time from the work.)",
    "One tactic a month and person. The worths are plausible forms, not estimates; only their order at the extremes should be trusted. "
    "People learn from their own power alone, not from watching others."};

}  // namespace micropol
