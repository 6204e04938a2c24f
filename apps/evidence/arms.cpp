#include "evidence/experiment.h"
#include "interventions/intervention.h"

namespace micropol::evidence {

namespace {

constexpr std::string_view flagship = "marketing_sales.yaml";

// Of all outcomes only what some experiment asks for; with the numbers that were fitted.
std::vector<Override> with(std::vector<Override> changes) {
    changes.insert(changes.begin(),
                   {"assumptions", "default"});
    changes.insert(changes.begin(),
                   {"outcomes", "[substantive, symbolic, success, attitude, attitude_spread, hiding, gaming_share]"});
    return changes;
}

// One lever at half strength from week 4 on, for those whom a sponsor can see.
Override half(std::string_view lever, std::string const& more) {
    return {"interventions.+", "{lever: " + std::string(lever) + ", intensity: 0.5, from_week: 4" + more + "}"};
}

}  // namespace

std::vector<Arm> const& arms() {
    static std::vector<Arm> const all = [] {
        std::string const most_sought = ", target: {top: {number: 20, by: reach}}";
        std::vector<Arm> made = {
            {.name = "nothing", .changes = with({})},
            {.name = "champions, most sought", .changes = with({half("champions", most_sought)})},
            {.name = "guiding coalition, most sought", .changes = with({half("guiding_coalition", most_sought)})},
            {.name = "sponsor leaves", .changes = with({{"shocks.+", "{kind: sponsor_leaves, week: 10, size: 1}"}})},
            {.name = "budget cut", .changes = with({{"shocks.+", "{kind: budget_cut, week: 10, size: 0.9}"}})},
            {.name = "compensation, withdrawn", .changes = with({half("loss_compensation", ", until_week: 30")})},
            {.name = "communication",
             .changes = with({half("town_hall", ""), half("e_mail", ""), half("personal_conversation", "")})},
            {.name = "audit", .changes = with({half("metric_audit", "")})},
            {.name = "workshop", .changes = with({half("workshop", ", until_week: 16, target: {who: losers}")})},
        };
        for (InterventionKind const* kind : intervention_catalogue())
            made.push_back({.name = kind->plugin.key, .changes = with({half(kind->plugin.key, ", target: Sales")})});
        for (Arm& arm : made) arm.file = flagship;
        return made;
    }();
    return all;
}

}  // namespace micropol::evidence
