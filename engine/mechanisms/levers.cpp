#include <algorithm>

#include "mechanisms/mechanism.h"

namespace micropol {

namespace {

constexpr Column reads[] = {Column::executive_pressure, Column::stopped};
constexpr Column writes[] = {Column::credibility_change,
                             Column::change_asked,
                             Column::working_time,
                             Column::pressure,
                             Column::deadlines,
                             Column::moderation,
                             Column::integration,
                             Column::quality_pay,
                             Column::audit,
                             Column::joint_goals,
                             Column::shared_access,
                             Column::say,
                             Column::evidence,
                             Column::compensation,
                             Column::guidance,
                             Column::championing,
                             Column::training,
                             Column::pilot,
                             Column::story,
                             Column::communication,
                             Column::participation,
                             Column::outside_advice,
                             Column::restructuring,
                             Column::sidelining,
                             Column::tool_support,
                             Column::lead_tracking,
                             Column::usage_bonus};

// Sets every lever back to what holds without intervention; the interventions in force then raise them, for those who are chosen by
// what the sponsor gets to see (simulation/progress.cpp).
class Levers final : public Mechanism {
    float survey_error_, survey_cost_;

  public:
    // clang-format off
    static constexpr MemberSpec<Levers> parameters[] = {
        {{.name = "survey_error", .unit = Unit::attitude, .default_value = 0.2, .range = {0, 2},
          .description = "standard deviation of what people answer, in a survey, around what they think; 0: the truth, as with sight: true", .source = assumed, .plausible = Range{0.1, 0.4}}, &Levers::survey_error_},
        {{.name = "survey_cost", .unit = Unit::money, .default_value = 0.02, .range = {0, 10},
          .description = "what it costs to ask one person once, working time included", .source = assumed, .plausible = Range{0.01, 0.05}}, &Levers::survey_cost_},
    };
    // clang-format on

    void step(Week& week) const override {
        week.write(Column::credibility_change)[0] = 0.0f;
        for (Column const charged : {Column::change_asked, Column::working_time})
            std::ranges::fill(week.write(charged), Worlds(0.0f));
        for (Column const lever : std::span(writes).subspan(3)) std::ranges::fill(week.write_lever(lever), usual(lever, week));
    }

  private:
    static Worlds usual(Column lever, Week const& week) {
        switch (lever) {
            case Column::pressure: return only(week.read(Column::stopped)[0] == 0.0f, week.read(Column::executive_pressure)[0]);
            case Column::moderation: return week.settings.moderation;
            case Column::quality_pay: return week.settings.quality_weight;
            case Column::audit: return week.settings.audit;
            default: return 0.0f;
        }
    }
};

}  // namespace

extern constinit MechanismKind const levers{
    {"levers",
     {reads, writes, {}},
     specs_of<Levers>,
     "Sets every lever back to what holds without intervention; interventions in force then raise them for those they are for. Off, no "
     "intervention acts."},
    make<Levers>,
    R"(lever_i ← its usual value: the pressure from the top while the transformation is alive, the scenario's moderation, quality weight
and audit, 0 for all others. Then, for each intervention in force: lever_i ← lever_i + (1 − lever_i) · effect · a_i, where a_i follows
what is intended, intensity · [i is targeted] · (1 − fatigue_i): a_i ← a_i + (1 − ½ ^ (1 / build_up)) · (intended − a_i) as it grows, and
with fade as it falls or once it has ended; at once where these are 0. Whoever comes to an empty seat starts from 0.
change asked of i = Σ burden · intensity and working time = min(Σ working_time · intensity, 1), over the interventions in force for i
Whom an intervention is for may follow the state. Power, rank, reach, status and centrality are plain to see. Opposition is by sight
    voiced: the voiced attitude
    survey: attitude + survey_error · ε_i, of mean 0 and variance 1, the same whenever i is asked; each asking costs survey_cost a head
    true: the attitude, which nobody sees: an upper bound
An opponent is below −0.2, a supporter above 0.2. A loser is below −0.01 in the stake, or in what a survey tells of it; by sight voiced,
    a loser speaks as an opponent, or does not speak as a supporter and has a lead = data skill − relationship skill of more than
    0.1 below the average. Winners are the mirror image.)",
    "Interventions on one lever add up with diminishing returns whatever their kind; how two levers work together is a matter of the "
    "mechanisms that read them. What people voice is what is safe to say (Morrison & Milliken 2000); in a survey nobody lies on purpose, "
    "and everybody answers.",
    true};

}  // namespace micropol
