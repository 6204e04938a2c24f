#include <algorithm>
#include <vector>

#include "mechanisms/ambiguity.h"
#include "mechanisms/mechanism.h"

namespace micropol {

namespace {

constexpr Column reads[] = {Column::data_reliance,   Column::power,         Column::power_expected, Column::moderation,
                            Column::data_skill,      Column::use,           Column::belief,         Column::compensation,
                            Column::guidance,        Column::participation, Column::restructuring,  Column::status,
                            Column::status_at_start, Column::present,       Column::measured_value, Column::fatigue,
                            Column::stage,           Column::initiatives,   Column::stopped,        Column::communication,
                            Column::usage_bonus};
constexpr Column updates[] = {Column::power_at_start, Column::outlook_career, Column::outlook_status,
                              Column::used_to_compensation, Column::used_to_pay};
constexpr Column writes[] = {Column::stake,        Column::stake_career,   Column::stake_pay,
                             Column::stake_status, Column::stake_security, Column::stake_company};

// "What can I win, what do I stand to lose?" u = Σ_goal w · v(Δ) − SC · (1 − familiarity), losses weighing λ times as much.
// Resistance follows expected loss of power, not the quality of the system (Markus 1983).
class Stakes final : public Mechanism {
    float loss_aversion_, switching_cost_, career_scale_, status_scale_, pay_scale_, security_scale_, insecurity_,
        part_in_change_, passed_over_, voice_in_change_, hindsight_, outlook_pace_, effort_by_fatigue_, reference_up_,
        reference_down_, uncertainty_;

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
          .description = "stake for data skill above what is required, where results become transparent, and for the share of pay that is added or missed", .source = assumed}, &Stakes::pay_scale_},
        {{.name = "security_scale", .unit = Unit::one, .default_value = 0.5, .range = {0, 10},
          .description = "stake for data skill below what is required", .source = assumed}, &Stakes::security_scale_},
        {{.name = "insecurity", .unit = Unit::attitude, .default_value = 0.3, .range = {0, 1},
          .description = "security that a full restructuring of one's own place takes", .source = assumed}, &Stakes::insecurity_},
        {{.name = "part_in_change", .unit = Unit::attitude, .default_value = 0.6, .range = {0, 1},
          .description = "stake of belonging to the guiding coalition", .source = "kotter_1995", .plausible = Range{0.2, 0.8}}, &Stakes::part_in_change_},
        {{.name = "passed_over", .unit = Unit::attitude, .default_value = 0.15, .range = {0, 1},
          .description = "stake lost by losers who see everyone else compensated", .source = assumed}, &Stakes::passed_over_},
        {{.name = "voice_in_change", .unit = Unit::share, .default_value = 0.5, .range = {0, 1},
          .description = "share of the switching cost that full participation takes away", .source = "lines_2004"}, &Stakes::voice_in_change_},
        {{.name = "hindsight", .unit = Unit::share, .default_value = 0.5, .range = {0, 1},
          .description = "how far people expect of power and standing what the change has brought their department so far, against what it announces; 0: the latter alone", .source = assumed}, &Stakes::hindsight_},
        {{.name = "outlook_pace", .unit = Unit::per_week, .default_value = 0.05, .range = {0, 1},
          .description = "how fast these expectations follow; 1: at once", .source = assumed}, &Stakes::outlook_pace_},
        {{.name = "effort_by_fatigue", .unit = Unit::one, .default_value = 1, .range = {0, 10},
          .description = "how much more of an effort changing is to somebody fully tired of change, as a multiple of the switching cost", .source = assumed, .plausible = Range{0, 2}}, &Stakes::effort_by_fatigue_},
        {{.name = "reference_up", .unit = Unit::per_week, .default_value = 0.1, .range = {0, 1},
          .description = "how fast people come to count on compensation and pay that they get; 0: never", .source = assumed, .plausible = Range{0.03, 0.2}}, &Stakes::reference_up_},
        {{.name = "reference_down", .unit = Unit::per_week, .default_value = 0.03, .range = {0, 1},
          .description = "how fast they get over what they counted on and no longer get; slower than the other way", .source = "arkes_2008", .plausible = Range{0.01, 0.06}}, &Stakes::reference_down_},
        {{.name = "uncertainty", .unit = Unit::attitude, .default_value = 0.14, .range = {0, 1},
          .description = "stake lost to fearing the worst by somebody who knows nothing of what a change under way means for them, against somebody who knows all", .source = "schweiger_denisi_1991", .plausible = Range{0.03, 0.2}}, &Stakes::uncertainty_},
    };
    // clang-format on

    void step(Week& week) const override {
        Organisation const& organisation = week.organisation;
        auto const power = week.read(Column::power), expected = week.read(Column::power_expected);
        auto const skill = week.read(Column::data_skill), use = week.read(Column::use), belief = week.read(Column::belief);
        auto const fatigue = week.read(Column::fatigue);
        Lever const moderation = week.lever(Column::moderation), compensation = week.lever(Column::compensation),
                    guidance = week.lever(Column::guidance), participation = week.lever(Column::participation),
                    restructuring = week.lever(Column::restructuring), bonus = week.lever(Column::usage_bonus);
        Worlds const usual_compensation = week.mean_lever(Column::compensation);
        float const pay_at_stake = pay_scale_ * 2.0f * week.settings.piece_rate;  // as usual at a piece rate of a half
        auto const stake = week.write(Column::stake), career = week.write(Column::stake_career),
                   pay = week.write(Column::stake_pay), status = week.write(Column::stake_status),
                   security = week.write(Column::stake_security), company = week.write(Column::stake_company);
        auto const relationship_skill = organisation.of(Trait::relationship_skill);
        auto const career_weight = organisation.of(Trait::career), pay_weight = organisation.of(Trait::pay),
                   status_weight = organisation.of(Trait::status), security_weight = organisation.of(Trait::security),
                   company_weight = organisation.of(Trait::company);
        auto const& announced = week.settings.initiatives;
        float const required_skill = most_of(announced, &Initiative::required_skill),
                    transparency = most_of(announced, &Initiative::transparency),
                    per_required = 1.0f / most_required_skill(announced);
        Worlds const still_to_come = positive_part(Worlds(week.settings.data_reliance_ceiling) -
                                                   week.read(Column::data_reliance)[0]);
        Worlds const usual_lead = mean_lead(skill, relationship_skill);
        Worlds const under_way = change_is_under_way(week);
        if (week.number == 0) std::ranges::copy(power, week.update(Column::power_at_start).begin());
        std::vector<Seen> const seen = hindsight_ > 0 ? seen_by_department(week)
                                                      : std::vector<Seen>(organisation.departments.size());

        for (std::size_t i = 0; i < stake.size(); ++i) {
            Worlds const mastery = skill[i] - required_skill;
            Worlds const lead = skill[i] - relationship_skill[i] - usual_lead;
            Seen const& so_far = seen[organisation.department[i]];
            Worlds const both = max_of(expected[i] + power[i], least_power);
            career[i] = outlook(week, Column::outlook_career, i,
                                clamp((expected[i] - power[i]) / both * career_scale_, -1.0f, 1.0f), so_far.power);
            Shortfall const missed = count_on(week, i, compensation[i]);
            pay[i] = clamp(mastery * (pay_at_stake * transparency) + (bonus[i] - missed.pay) * pay_scale_, -1.0f, 1.0f);
            // Being recognised in time takes the sting out of losing standing, not the pleasure out of gaining it.
            Worlds const standing = outlook(week, Column::outlook_status, i,
                                            clamp(lead * still_to_come * status_scale_, -1.0f, 1.0f), so_far.status);
            status[i] = select(standing < 0.0f, standing * (Worlds(1.0f) - moderation[i]), standing);
            security[i] = clamp(min_of(mastery, 0.0f) * security_scale_ - restructuring[i] * insecurity_, -1.0f, 0.0f);
            company[i] = belief[i];
            Worlds const familiarity = max_of(min_of(skill[i] * per_required, 1.0f), use[i]);
            Worlds const left = Worlds(1.0f) - compensation[i], loss_weight = (left + missed.compensation) * loss_aversion_;
            auto const felt = [&](Worlds const& change) { return select(change < 0.0f, change * loss_weight, change); };
            Worlds const sum = felt(career[i]) * career_weight[i] + felt(pay[i]) * pay_weight[i] +
                               felt(status[i]) * status_weight[i] + felt(security[i]) * security_weight[i] +
                               felt(company[i]) * company_weight[i] + guidance[i] * part_in_change_;
            Worlds const effort = (Worlds(1.0f) - familiarity) * (Worlds(1.0f) - participation[i] * voice_in_change_) *
                                  switching_cost_ * (fatigue[i] * effort_by_fatigue_ + 1.0f);
            // What others get for their losses is the price those passed over now ask.
            Worlds const envy = only(sum < 0.0f, left * usual_compensation * passed_over_);
            Worlds const fear = (ambiguity(week, std::uint32_t(i), under_way) - under_way * early_ambiguity) * uncertainty_;
            stake[i] = clamp(sum - effort - envy - fear, -1.0f, 1.0f);
        }
    }

  private:
    static constexpr float least_power = 1e-12f;  // who has no power and will have none has none to win or lose

    // What the change has brought a department, in units of stake.
    struct Seen {
        Worlds power = 0.0f, status = 0.0f;
    };
    std::vector<Seen> seen_by_department(Week& week) const {
        auto const power = week.read(Column::power);
        std::span<Worlds const> const power_before = week.update(Column::power_at_start);
        auto const status = week.read(Column::status), status_before = week.read(Column::status_at_start);
        struct Sums {
            Worlds power = 0.0f, power_before = 0.0f, status_gained = 0.0f;
            float people = 0;
        };
        std::vector<Sums> sums(week.organisation.departments.size());
        for (std::size_t i = 0; i < power.size(); ++i) {
            Sums& sum = sums[week.organisation.department[i]];
            sum.power += power[i];
            sum.power_before += power_before[i];
            sum.status_gained += status[i] - status_before[i];
            ++sum.people;
        }
        std::vector<Seen> seen;
        seen.reserve(sums.size());
        for (Sums const& sum : sums)
            seen.push_back(
                {clamp((sum.power - sum.power_before) / max_of(sum.power + sum.power_before, least_power) * career_scale_, -1.0f,
                       1.0f),
                 clamp(sum.status_gained * (status_scale_ / std::max(sum.people, 1.0f)), -1.0f, 1.0f)});
        return seen;
    }

    // What somebody expects by now; whoever comes to an empty seat expects what is announced and known.
    Worlds outlook(Week& week, Column column, std::size_t i, Worlds const& announced, Worlds const& seen) const {
        Worlds& now = week.update(column)[i];
        Worlds const told = announced + (seen - announced) * hindsight_;
        Mask const knows_nothing_yet = week.read(Column::present)[i] == 0.0f;
        now = week.number == 0 ? told : select(knows_nothing_yet, told, told + (now - told) * (1.0f - outlook_pace_));
        return now;
    }

    // What somebody has come to count on and does not get, this week.
    struct Shortfall {
        Worlds compensation = 0.0f, pay = 0.0f;
    };
    Shortfall count_on(Week& week, std::size_t i, Worlds const& compensation) const {
        if (reference_up_ == 0.0f) return {};
        Mask const here = week.read(Column::present)[i] > 0.0f;
        Mask const uses_it = week.read(Column::stage)[i] >= float(Stage::symbolic);
        Worlds const pay = week.read(Column::measured_value)[i] * week.settings.piece_rate +
                           only(uses_it, week.lever(Column::usage_bonus)[i]);
        Worlds &used_to_compensation = week.update(Column::used_to_compensation)[i],
               &used_to_pay = week.update(Column::used_to_pay)[i];
        Shortfall missed{only(here, positive_part(used_to_compensation - compensation)),
                         only(here, positive_part(used_to_pay - pay))};
        used_to_compensation = only(here, got_used(used_to_compensation, compensation));
        // The first pay is what one counts on.
        used_to_pay = only(here, select(used_to_pay == 0.0f, pay, got_used(used_to_pay, pay)));
        return missed;
    }
    Worlds got_used(Worlds const& to, Worlds const& now) const {
        Worlds const more = now - to;
        return to + select(more > 0.0f, more * reference_up_, more * reference_down_);
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
     {reads, writes, updates},
     specs_of<Stakes>,
     "What everyone believes to win or lose, goal by goal: power, pay, status, job security and the company's benefit, losses weighing "
     "more than gains, minus the effort of changing. Moderation softens felt losses of status."},
    make<Stakes>,
    R"(announced: career = career_scale · (p_expected − p) / (p_expected + p)
pay = pay_scale · (2 · piece_rate · transparency · (data skill − required skill) + bonus for use − missed pay)
status = status_scale · (δ_ceiling − δ) · (lead − mean lead), lead = data skill − relationship skill
seen by now, in the own department since the start: career_scale · (P − P_start) / (P + P_start), and status_scale · mean gain in status
both are expected as o ← o + outlook_pace · ((1 − hindsight) · announced + hindsight · seen − o); a negative status · (1 − moderation)
security = security_scale · min(data skill − required skill, 0) − insecurity · restructuring
company = belief
v(Δ) = Δ for gains, loss_aversion · (1 − compensation + missed compensation) · Δ for losses
familiarity = max(min(data skill / required skill, 1), use)
u = Σ_goal w · v(Δ) + part_in_change · guidance
    − switching_cost · (1 + effort_by_fatigue · fatigue) · (1 − voice_in_change · participation) · (1 − familiarity)
    − passed_over · mean compensation · (1 − compensation), the last for losers only
    − uncertainty · (ambiguity − 0.4) while the change is under way, ambiguity = (1 − known) · (1 − communication) · (1 − participation),
        known: ½ for those who have heard of it, 1 for those who have tried it; 0.4 is usual
With reference_up above 0 people count on r, of compensation and of pay, where they get g (the compensation; piece_rate · measured value, and the bonus of
those who use the tool, for show or in earnest):
missed = (r − g)⁺ for those who are there, then r ← r + reference_up · (g − r)⁺ − reference_down · (r − g)⁺, 0 in an empty seat;
the first pay is counted on at once. With reference_up 0 nothing is missed)",
    "Nobody foresees how others will play. The size of each scale is assumed: they "
    "decide how much the five goals weigh against one another before the personal weights do."};

}  // namespace micropol
