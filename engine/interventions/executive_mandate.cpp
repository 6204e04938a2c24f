#include "interventions/lever.h"

namespace micropol {

namespace {
// clang-format off
constexpr ParameterSpec parameters[] = {
    {.name = "effect", .unit = Unit::share, .usual = 1, .range = {0, 1},
     .meaning = "pressure on a fully targeted person at full intensity", .source = assumed},
};
// clang-format on
}  // namespace

extern constinit InterventionKind const executive_mandate{
    {"executive_mandate",
     {lever_reads, {}, lever_updates<Column::pressure>},
     parameters,
     "The top insists: everyone targeted feels pressure to use the tool."},
    "Support from the top goes with success, but powerful executives also breed decoupling, adoption for show (Westphal & Zajac 1994); pressure beyond what people can carry meets reactance (Brehm 1966).",
    make_intervention<RaiseLever<Column::pressure>>};

}  // namespace micropol
