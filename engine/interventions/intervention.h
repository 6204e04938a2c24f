#pragma once
// The shape of an intervention: it raises levers for those it targets while it is in force. Levers are columns like any
// other; an intervention never touches a mechanism's parameters.

#include <memory>

#include "state/plugin.h"
#include "state/week.h"

namespace micropol {

class Intervention {
  public:
    virtual ~Intervention() = default;
    // force: [employee] share; 0 for those who are not targeted, else the intensity.
    virtual void act(Week& week, std::span<float const> force) const = 0;
};

struct InterventionKind {
    PluginSpec plugin;
    std::string_view evidence;  // what the literature says for and against it
    std::unique_ptr<Intervention> (*make)(Parameters const& given);
};

template <class I>
std::unique_ptr<Intervention> make_intervention(Parameters const& given) {
    return std::make_unique<I>(given);
}

[[nodiscard]] std::span<InterventionKind const* const> intervention_catalogue();

}  // namespace micropol
