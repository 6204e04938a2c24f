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
                             Column::lead_tracking};

// Sets every lever back to what holds without intervention; the interventions in force then raise them.
class Levers final : public Mechanism {
  public:
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
     {},
     "Sets every lever back to what holds without intervention; interventions in force then raise them for those they are for. Off, no "
     "intervention acts."},
    make<Levers>,
    R"(lever_i ← its usual value: the pressure from the top while the transformation is alive, the scenario's moderation, quality weight
and audit, 0 for all others. Then, for each intervention in force: lever_i ← lever_i + (1 − lever_i) · effect · a_i, where a_i follows
what is intended, intensity · [i is targeted] · (1 − fatigue_i): a_i ← a_i + (1 − ½ ^ (1 / build_up)) · (intended − a_i) as it grows, and
with fade as it falls or once it has ended; at once where these are 0. Whoever comes to an empty seat starts from 0.
change asked of i = Σ burden · intensity and working time = min(Σ working_time · intensity, 1), over the interventions in force for i)",
    "Interventions on one lever add up with diminishing returns whatever their kind; how two levers work together is a matter of the "
    "mechanisms that read them.",
    true};

}  // namespace micropol
