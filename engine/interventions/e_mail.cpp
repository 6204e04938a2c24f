#include "interventions/lever.h"

namespace micropol {

namespace {
// clang-format off
constexpr ParameterSpec parameters[] = {
    {.name = "effect", .unit = Unit::share, .default_value = 0.2, .range = {0, 1},
     .description = "communication to a fully targeted person at full intensity", .source = assumed},
    weekly_cost(0.1), cost_per_head(0), credibility(-0.0005),
};
// clang-format on
}  // namespace

extern constinit InterventionKind const e_mail{
    {"e_mail", {lever_reads, {}, lever_updates<Column::communication>}, parameters, "Those targeted are written to."},
    "Text is the leanest medium and serves ambiguous matters badly (Daft & Lengel 1986).",
    "It is read and forgotten: belief follows colleagues and experience instead (information).",
    make_intervention<RaiseLevers<Column::communication>>};

}  // namespace micropol
