#pragma once
// What figures bring people: whose pay hangs on them, what a unit is worth among rivals, and what a false one costs the conscience.

#include "base/worlds.h"
#include "state/marketing_and_sales.h"
#include "state/week.h"

namespace micropol {

// How far figures decide what this person is paid: fully in Marketing and Sales, and for everybody where neither is named.
inline float weight_of_figures(Organisation const& organisation, Settings const& settings, std::uint32_t i) {
    bool const named = !settings.marketing.empty() || !settings.sales.empty();
    return !named || in_marketing_or_sales(organisation, settings, i) ? 1.0f : settings.figures_elsewhere;
}

// A lever of pay as somebody feels it whose figures have that weight.
inline Worlds as_felt(Worlds const& lever, float usual, float weight) {
    return weight == 1.0f ? lever : (lever - usual) * weight + usual;
}

// What a unit in the own figure is worth, in units of its worth to the organisation: pay, and standing among colleagues, whose figures
// are theirs to choose: b · (own + rivalry · standing · (own − peers)) (tournaments: Lazear & Rosen 1981).
inline Worlds worth_of_figure(Settings const& settings, Worlds const& rivalry, float weight) {
    return (rivalry * (settings.standing * weight) + 1.0f) * settings.piece_rate;
}

// What a false unit costs people's conscience, in units of pay for a unit of work: for good, but for how far they still mind. Some
// never produce one (Fischbacher & Föllmi-Heusi 2013; Abeler, Nosenzo & Raymond 2019).
class Consciences {
  public:
    explicit Consciences(Week const& week)
        : organisation_(week.organisation), settings_(week.settings),
          incorruptible_(week.lasting_draws(purpose("figures: incorruptible"))),
          scruple_(week.lasting_draws(purpose("figures: scruple"))) {}

    // honesty: how far this person still minds, share.
    Worlds cost(std::uint32_t i, Worlds const& honesty) {
        if (settings_.incorruptible == 0 && settings_.scruple == 0) return 0.0f;
        std::uint32_t const turn = organisation_.draw_number.empty() ? i : organisation_.draw_number[i];
        return select(incorruptible_(turn) < settings_.incorruptible, beyond_all_pay,
                      scruple_(turn) * settings_.scruple * honesty);
    }

  private:
    static constexpr float beyond_all_pay = 1000;

    Organisation const& organisation_;
    Settings const& settings_;
    Draws incorruptible_, scruple_;
};

// People put effort where pay is, and figures flatter (Holmström & Milgrom 1991; Baker 2002). Whoever maximises
// b·(1 − ω)·(n + g) + b·ω·q − ½n² − ½q² − g²/2κ − (mF + c)·g chooses n = b·(1 − ω), q = b·ω, g = κ·max(0, b·(1 − ω) − mF − c); b is
// what a unit in the figure is worth, c what a false one costs the conscience. Pride in the work comes on top.
struct Efforts {
    Worlds quality_weight, quantity, quality, gaming;
};
// What is paid for and what is not found out.
struct Incentives {
    Worlds quality_pay, joint_goals, audit, rivalry;
};
inline Incentives incentives_now(Week const& week, std::uint32_t i) {
    return {week.lever(Column::quality_pay)[i], week.lever(Column::joint_goals)[i], week.lever(Column::audit)[i],
            week.read(Column::rivalry)[0]};
}
inline Incentives usual_incentives(Settings const& settings) {
    return {settings.quality_weight, 0.0f, settings.audit, settings.rivalry};
}

// Parameters of the mechanism `performance`.
struct EffortChoice {
    float pride, joint_quality, game_boost;
};
// conscience: what a false unit costs this person.
inline Efforts efforts_for(Incentives const& given, Worlds const& conscience, EffortChoice const& choice, Week const& week,
                           std::uint32_t i) {
    Settings const& settings = week.settings;
    float const figures = weight_of_figures(week.organisation, settings, i);
    Worlds const quality_pay = as_felt(given.quality_pay, settings.quality_weight, figures);
    Worlds const weight = quality_pay +
                          (Worlds(1.0f) - quality_pay) * as_felt(given.joint_goals, 0, figures) * choice.joint_quality;
    Worlds const rate = worth_of_figure(settings, given.rivalry, figures);
    Worlds const for_quantity = (Worlds(1.0f) - weight) * rate, for_quality = weight * rate;
    Worlds const boost = only(week.read(Column::tactic)[i] == float(Tactic::game), choice.game_boost) + 1.0f;
    // Political skill of a half is usual.
    Worlds const ease = boost * (settings.gaming_ease * 2.0f * week.organisation.of(Trait::political_skill)[i] * figures);
    return {weight, for_quantity + choice.pride, for_quality + choice.pride,
            ease * positive_part(for_quantity - given.audit - conscience)};
}

}  // namespace micropol
