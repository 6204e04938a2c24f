#include <algorithm>

#include "mechanisms/mechanism.h"

namespace micropol {

namespace {

constexpr Column reads[] = {Column::data_reliance, Column::power,         Column::power_expected, Column::moderation,
                            Column::data_skill,    Column::use,           Column::belief,         Column::compensation,
                            Column::guidance,      Column::participation, Column::restructuring};
constexpr Column writes[] = {Column::stake,        Column::stake_career,   Column::stake_pay,
                             Column::stake_status, Column::stake_security, Column::stake_company};

// "What can I win, what do I stand to lose?" u = Σ_goal w · v(Δ) − SC · (1 − familiarity), losses weighing λ times as much.
// Resistance follows expected loss of power, not the quality of the system (Markus 1983).
class Stakes final : public Mechanism {
    float loss_aversion_, switching_cost_, career_scale_, status_scale_, pay_scale_, security_scale_, insecurity_,
        part_in_change_, passed_over_, voice_in_change_;

  public:
    // clang-format off
    static constexpr MemberSpec<Stakes> parameters[] = {
        {{.name = "loss_aversion", .unit = Unit::one, .default_value = 1.955, .range = {1, 5},
          .description = "how much more a loss weighs than a gain of the same size", .source = "brown_2024",
          .grade = Grade::meta, .plausible = Range{1.82, 2.102}}, &Stakes::loss_aversion_},
        {{.name = "switching_cost", .unit = Unit::attitude, .default_value = 0.3, .range = {0, 1},
          .description = "effort of changing one's way of working, for someone who cannot do it yet", .source = "kim_kankanhalli_2009"}, &Stakes::switching_cost_},
        {{.name = "career_scale", .unit = Unit::one, .default_value = 3, .range = {0, 10},
          .description = "stake for a relative change in power, (then − now) / (then + now)", .source = assumed}, &Stakes::career_scale_},
        {{.name = "status_scale", .unit = Unit::one, .default_value = 2.5, .range = {0, 10},
          .description = "stake for one's lead in data over relationships against the average, once data count", .source = assumed}, &Stakes::status_scale_},
        {{.name = "pay_scale", .unit = Unit::one, .default_value = 1.5, .range = {0, 10},
          .description = "stake for data skill above what is required, where results become transparent", .source = assumed}, &Stakes::pay_scale_},
        {{.name = "security_scale", .unit = Unit::one, .default_value = 0.5, .range = {0, 10},
          .description = "stake for data skill below what is required", .source = assumed}, &Stakes::security_scale_},
        {{.name = "insecurity", .unit = Unit::attitude, .default_value = 0.3, .range = {0, 1},
          .description = "security that a full restructuring of one's own place takes", .source = assumed}, &Stakes::insecurity_},
        {{.name = "part_in_change", .unit = Unit::attitude, .default_value = 0.08, .range = {0, 1},
          .description = "stake of belonging to the guiding coalition", .source = "kotter_1995"}, &Stakes::part_in_change_},
        {{.name = "passed_over", .unit = Unit::attitude, .default_value = 0.15, .range = {0, 1},
          .description = "stake lost by losers who see everyone else compensated", .source = assumed}, &Stakes::passed_over_},
        {{.name = "voice_in_change", .unit = Unit::share, .default_value = 0.5, .range = {0, 1},
          .description = "share of the switching cost that full participation takes away", .source = "lines_2004"}, &Stakes::voice_in_change_},
    };
    // clang-format on

    void step(Week& week) const override {
        Organisation const& organisation = week.organisation;
        auto const power = week.read(Column::power), expected = week.read(Column::power_expected);
        auto const skill = week.read(Column::data_skill), use = week.read(Column::use), belief = week.read(Column::belief);
        Lever const moderation = week.lever(Column::moderation), compensation = week.lever(Column::compensation),
                    guidance = week.lever(Column::guidance), participation = week.lever(Column::participation),
                    restructuring = week.lever(Column::restructuring);
        Worlds const usual_compensation = week.mean_lever(Column::compensation);
        float const pay_at_stake = pay_scale_ * 2.0f * week.settings.piece_rate;  // as usual at a piece rate of a half
        auto const stake = week.write(Column::stake), career = week.write(Column::stake_career),
                   pay = week.write(Column::stake_pay), status = week.write(Column::stake_status),
                   security = week.write(Column::stake_security), company = week.write(Column::stake_company);
        auto const relationship_skill = organisation.of(Trait::relationship_skill);
        auto const career_weight = organisation.of(Trait::career), pay_weight = organisation.of(Trait::pay),
                   status_weight = organisation.of(Trait::status), security_weight = organisation.of(Trait::security),
                   company_weight = organisation.of(Trait::company);
        Plans const plans = announced(week.settings.initiatives);
        float const per_required = 1.0f / std::max(plans.required_skill, 0.01f);
        Worlds const still_to_come = positive_part(Worlds(week.settings.data_reliance_ceiling) -
                                                   week.read(Column::data_reliance)[0]);
        Worlds const usual_lead = mean_lead(skill, relationship_skill);

        for (std::size_t i = 0; i < stake.size(); ++i) {
            Worlds const mastery = skill[i] - plans.required_skill;
            Worlds const lead = skill[i] - relationship_skill[i] - usual_lead;
            Worlds const both = max_of(expected[i] + power[i], least_power);
            career[i] = clamp((expected[i] - power[i]) / both * career_scale_, -1.0f, 1.0f);
            pay[i] = clamp(mastery * (pay_at_stake * plans.transparency), -1.0f, 1.0f);
            // Being recognised in time takes the sting out of losing standing, not the pleasure out of gaining it.
            Worlds const standing = clamp(lead * still_to_come * status_scale_, -1.0f, 1.0f);
            status[i] = select(standing < 0.0f, standing * (Worlds(1.0f) - moderation[i]), standing);
            security[i] = clamp(min_of(mastery, 0.0f) * security_scale_ - restructuring[i] * insecurity_, -1.0f, 0.0f);
            company[i] = belief[i];
            Worlds const familiarity = max_of(min_of(skill[i] * per_required, 1.0f), use[i]);
            Worlds const left = Worlds(1.0f) - compensation[i], loss_weight = left * loss_aversion_;
            auto const felt = [&](Worlds const& change) { return select(change < 0.0f, change * loss_weight, change); };
            Worlds const sum = felt(career[i]) * career_weight[i] + felt(pay[i]) * pay_weight[i] +
                               felt(status[i]) * status_weight[i] + felt(security[i]) * security_weight[i] +
                               felt(company[i]) * company_weight[i] + guidance[i] * part_in_change_;
            Worlds const effort = (Worlds(1.0f) - familiarity) * (Worlds(1.0f) - participation[i] * voice_in_change_) *
                                  switching_cost_;
            // What others get for their losses is the price those passed over now ask.
            Worlds const envy = only(sum < 0.0f, left * usual_compensation * passed_over_);
            stake[i] = clamp(sum - effort - envy, -1.0f, 1.0f);
        }
    }

  private:
    static constexpr float least_power = 1e-12f;  // who has no power and will have none has none to win or lose

    struct Plans {
        float required_skill = 0, transparency = 0;  // share: the most that any announced initiative asks for
    };
    static Plans announced(std::span<Initiative const> initiatives) {
        Plans plans;
        for (Initiative const& initiative : initiatives) {
            plans.required_skill = std::max(plans.required_skill, initiative.required_skill);
            plans.transparency = std::max(plans.transparency, initiative.transparency);
        }
        return plans;
    }

    // Standing is a matter of comparison: what one person gains in it another loses.
    static Worlds mean_lead(std::span<Worlds const> skill, std::span<float const> relationship_skill) {
        Worlds sum = 0.0f;
        for (std::size_t i = 0; i < skill.size(); ++i) sum += skill[i] - relationship_skill[i];
        return sum * (1.0f / float(skill.size()));
    }
};

}  // namespace

extern constinit MechanismKind const stakes{
    {"stakes",
     {reads, writes, {}},
     specs_of<Stakes>,
     "What everyone believes to win or lose, goal by goal: power, pay, status, job security and the company's benefit, losses weighing "
     "more than gains, minus the effort of changing. Moderation softens felt losses of status."},
    make<Stakes>,
    R"(career = career_scale · (p_expected − p) / (p_expected + p)
pay = pay_scale · 2 · piece_rate · transparency · (data skill − required skill)
status = status_scale · (δ_ceiling − δ) · (lead − mean lead), lead = data skill − relationship skill; where negative, · (1 − moderation)
security = security_scale · min(data skill − required skill, 0) − insecurity · restructuring
company = belief
v(Δ) = Δ for gains, loss_aversion · (1 − compensation) · Δ for losses; familiarity = max(min(data skill / required skill, 1), use)
u = Σ_goal w · v(Δ) + part_in_change · guidance
    − switching_cost · (1 − voice_in_change · participation) · (1 − familiarity)
    − passed_over · mean compensation · (1 − compensation), the last for losers only)",
    "What people expect rests on what they see today; nobody foresees how others will play. The size of each scale is assumed: they "
    "decide how much the five goals weigh against one another before the personal weights do."};

}  // namespace micropol
