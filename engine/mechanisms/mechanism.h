#pragma once
// The shape of a mechanism: one .cpp with one exported record that says everything about it.

#include <memory>

#include "state/plugin.h"
#include "state/week.h"

namespace micropol {

// The order of a week. Mechanisms of one phase write different columns.
enum class Phase {
    levers,
    shocks,
    environment,
    power,
    stakes,
    information,
    attitude,
    tactics,
    ties,
    coalitions,
    performance,
    status,
    adoption,
    climate,
    turnover,
    governance
};

class Mechanism {
  public:
    virtual ~Mechanism() = default;
    virtual void step(Week& week) const = 0;
};

struct MechanismKind {
    PluginSpec plugin;
    Phase phase;
    std::unique_ptr<Mechanism> (*make)(Parameters const& given);
    // For the mechanism's page: what it computes, in the order in which it does; and what it leaves out or cannot say.
    std::string_view equations;
    std::string_view limits;
};

template <class M>
std::unique_ptr<Mechanism> make(Parameters const& given) {
    return std::make_unique<M>(given);
}

// In the order of the week; mechanisms/catalogue.cpp lists them by hand.
[[nodiscard]] std::span<MechanismKind const* const> mechanism_catalogue();

}  // namespace micropol
