#include "interventions/intervention.h"

namespace micropol {

extern InterventionKind const executive_mandate, status_moderation, shared_data_access, training;

namespace {
constexpr InterventionKind const* all_interventions[] = {&executive_mandate, &status_moderation, &shared_data_access, &training};
}

std::span<InterventionKind const* const> intervention_catalogue() { return all_interventions; }

}  // namespace micropol
