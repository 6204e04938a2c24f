#include "interventions/intervention.h"

namespace micropol {

extern InterventionKind const executive_mandate, goals_and_deadlines, status_moderation, star_integration, quality_metrics,
    metric_audit, shared_data_access, joint_goals, decision_rights, customer_evidence, loss_compensation, guiding_coalition,
    champions, training, external_training, pilot_project, quick_win, success_story, town_hall, e_mail, personal_conversation,
    task_force, workshop, outside_advisor, restructuring, sidelining, tool_improvement;

namespace {
constexpr InterventionKind const* all_interventions[] = {&executive_mandate,
                                                         &goals_and_deadlines,
                                                         &status_moderation,
                                                         &star_integration,
                                                         &quality_metrics,
                                                         &metric_audit,
                                                         &shared_data_access,
                                                         &joint_goals,
                                                         &decision_rights,
                                                         &customer_evidence,
                                                         &loss_compensation,
                                                         &guiding_coalition,
                                                         &champions,
                                                         &training,
                                                         &external_training,
                                                         &pilot_project,
                                                         &quick_win,
                                                         &success_story,
                                                         &town_hall,
                                                         &e_mail,
                                                         &personal_conversation,
                                                         &task_force,
                                                         &workshop,
                                                         &outside_advisor,
                                                         &restructuring,
                                                         &sidelining,
                                                         &tool_improvement};
}

std::span<InterventionKind const* const> intervention_catalogue() { return all_interventions; }

}  // namespace micropol
