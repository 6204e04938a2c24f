#include <algorithm>

#include "mechanisms/mechanism.h"

namespace micropol {

namespace {

// clang-format off
constexpr ParameterSpec parameters[] = {
    {.name = "loss_aversion", .unit = Unit::one, .usual = 1.955, .range = {1, 5},
     .meaning = "how much more a loss weighs than a gain of the same size", .source = "brown_2024"},
    {.name = "switching_cost", .unit = Unit::attitude, .usual = 0.3, .range = {0, 1},
     .meaning = "effort of changing one's way of working, for someone who cannot do it yet", .source = "kim_kankanhalli_2009"},
    {.name = "career_scale", .unit = Unit::one, .usual = 2, .range = {0, 10},
     .meaning = "stake for a relative change in power, (then − now) / (then + now)", .source = assumed},
    {.name = "status_scale", .unit = Unit::one, .usual = 1.5, .range = {0, 10},
     .meaning = "stake for one's lead in data over relationships against the average, once data count", .source = assumed},
    {.name = "pay_scale", .unit = Unit::one, .usual = 1, .range = {0, 10},
     .meaning = "stake for data skill above what is required, where results become transparent", .source = assumed},
    {.name = "security_scale", .unit = Unit::one, .usual = 0.5, .range = {0, 10},
     .meaning = "stake for data skill below what is required", .source = assumed},
};
// clang-format on
constexpr Column reads[] = {Column::data_reliance, Column::power, Column::power_expected, Column::moderation,
                            Column::data_skill,    Column::use,   Column::belief};
constexpr Column writes[] = {Column::stake,        Column::stake_career,   Column::stake_pay,
                             Column::stake_status, Column::stake_security, Column::stake_company};

// "What can I win, what do I stand to lose?" u = Σ_goal w · v(Δ) − SC · (1 − familiarity), losses weighing λ times as much.
// Resistance follows expected loss of power, not the quality of the system (Markus 1983).
class Stakes final : public Mechanism {
  public:
    explicit Stakes(Parameters const& given)
        : loss_aversion_{given["loss_aversion"]}, switching_cost_{given["switching_cost"]}, career_scale_{given["career_scale"]},
          status_scale_{given["status_scale"]}, pay_scale_{given["pay_scale"]}, security_scale_{given["security_scale"]} {}

    void step(Week& week) const override {
        Organisation const& organisation = week.organisation;
        auto const power = week.read(Column::power), expected = week.read(Column::power_expected);
        auto const skill = week.read(Column::data_skill), use = week.read(Column::use), belief = week.read(Column::belief);
        auto const moderation = week.read(Column::moderation);
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
            pay[i] = clamp(mastery * (pay_scale_ * plans.transparency), -1.0f, 1.0f);
            // Being recognised in time takes the sting out of losing standing, not the pleasure out of gaining it.
            Worlds const standing = clamp(lead * still_to_come * status_scale_, -1.0f, 1.0f);
            status[i] = select(standing < 0.0f, standing * (Worlds(1.0f) - moderation[i]), standing);
            security[i] = clamp(min_of(mastery, 0.0f) * security_scale_, -1.0f, 0.0f);
            company[i] = belief[i];
            Worlds const familiarity = max_of(min_of(skill[i] * per_required, 1.0f), use[i]);
            Worlds const sum = felt(career[i]) * career_weight[i] + felt(pay[i]) * pay_weight[i] +
                               felt(status[i]) * status_weight[i] + felt(security[i]) * security_weight[i] +
                               felt(company[i]) * company_weight[i];
            stake[i] = clamp(sum - (Worlds(1.0f) - familiarity) * switching_cost_, -1.0f, 1.0f);
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

    Worlds felt(Worlds const& change) const { return select(change < 0.0f, change * loss_aversion_, change); }

    float loss_aversion_;                                             // 1
    float switching_cost_;                                            // attitude
    float career_scale_, status_scale_, pay_scale_, security_scale_;  // 1
};

}  // namespace

extern constinit MechanismKind const stakes{
    {"stakes",
     {reads, writes, {}},
     parameters,
     "What everyone believes to win or lose, goal by goal: power, pay, status, job security and the company's benefit, losses weighing "
     "more than gains, minus the effort of changing. Moderation softens felt losses of status."},
    Phase::stakes,
    make<Stakes>,
    "",
    ""};

}  // namespace micropol
