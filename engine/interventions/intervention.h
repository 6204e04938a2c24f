#pragma once
// The shape of an intervention: it raises levers for those it targets while it is in force. Levers are columns like any
// other; an intervention never touches a mechanism's parameters.

#include <memory>
#include <optional>

#include "state/plugin.h"
#include "state/week.h"

namespace micropol {

class Intervention {
  public:
    virtual ~Intervention() = default;
    // intensity: [employee] share; 0 for those who are not targeted and where it is not in force, else that of the scenario.
    virtual void act(Week& week, std::span<Worlds const> intensity) const = 0;
};

// When it comes at the wrong time: in a week that begins with a column of the organisation at a level or below.
struct Timing {
    Column column;
    float wrong_up_to;
    std::string_view why;  // it is wrong then
};

// Every kind has parameters weekly_cost, cost_per_head and credibility; one with a timing has mistiming_cost.
struct InterventionKind {
    PluginSpec plugin;
    std::string_view evidence;      // what the literature says for and against it
    std::string_view counter_move;  // how those it is for, or against, answer; and in which mechanism
    std::unique_ptr<Intervention> (*make)(Parameters const& given);
    std::optional<Timing> timing = {};
};

template <class I>
std::unique_ptr<Intervention> make_intervention(Parameters const& given) {
    return std::make_unique<I>(given);
}

[[nodiscard]] std::span<InterventionKind const* const> intervention_catalogue();

}  // namespace micropol
