#pragma once
// What may have made a transformation come out as it did: mechanisms, circumstances and interventions, each with what takes it
// away and leaves everything else, chance included, as it was.

#include <string>
#include <string_view>
#include <vector>

#include "model/model.h"
#include "scenario/change.h"

namespace micropol {

// What a cause is, for whoever words it.
struct CauseName {
    enum class Kind { obstacle, mechanism, intervention };
    Kind kind = Kind::obstacle;
    std::string key;     // "hiding"; of the mechanism; of the lever
    Target target = {};  // of an intervention
};

struct Cause {
    std::string key;  // "hiding", "mechanisms.ties", "interventions.0", "strategies.pressure.interventions.0"
    CauseName name;
    std::vector<Change> absent;  // what takes it away
};

// More would take more than 256 simulations of every history.
inline constexpr std::size_t max_causes = 8, default_causes = 6;

// Whether a mechanism takes part.
[[nodiscard]] bool is_on(Scenario const& scenario, std::string_view mechanism);

// The interventions of the scenario and of the strategy that is simulated, in that order; those that are off already left out.
[[nodiscard]] std::vector<Cause> interventions_as_causes(Scenario const& scenario, std::string_view strategy);

// Up to six: first what was done (three interventions at most), then what people do and meet, those in the scenario.
[[nodiscard]] std::vector<Cause> default_causes_of(Model const& model);

// By name: one of the words of `known_causes`, a mechanism, or a lever, which stands for each of its interventions. Each once.
// Throws InvalidInput with the names that mean nothing here, or if there are more than `max_causes`.
[[nodiscard]] std::vector<Cause> causes_named(Model const& model, std::vector<std::string> const& names);

// Obstacles, causes that are no plug-in: "hiding", "skill_gap" …
[[nodiscard]] std::vector<std::string> known_causes();

}  // namespace micropol
