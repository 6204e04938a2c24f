#pragma once
// The shape of a mechanism: one .cpp with one exported record that says everything about it.

#include <memory>

#include "state/plugin.h"
#include "state/week.h"

namespace micropol {

class Mechanism {
  public:
    virtual ~Mechanism() = default;
    virtual void step(Week& week) const = 0;
};

struct MechanismKind {
    PluginSpec plugin;
    std::unique_ptr<Mechanism> (*make)(std::span<double const> values);  // [parameter]
    // For the mechanism's page: what it computes, in the order in which it does; and what it leaves out or cannot say.
    std::string_view equations;
    std::string_view limits;
    bool interventions_follow = false;  // those in force act right after it
};

// A mechanism keeps its numbers and nothing else: what changes is in columns.
template <class M>
std::unique_ptr<Mechanism> make(std::span<double const> values) {
    auto made = std::make_unique<M>();
    if constexpr (requires { M::parameters; }) fill(*made, values);
    return made;
}

// In the order of the week; mechanisms/catalogue.cpp lists them by hand.
[[nodiscard]] std::span<MechanismKind const* const> mechanism_catalogue();

}  // namespace micropol
