#pragma once
// What a study changes about a scenario, beyond what its file says and the command line wants: values, not text.

#include <string>
#include <variant>
#include <vector>

#include "scenario/scenario.h"

namespace micropol {

// "path=value" of --set: path as in the file ("mechanisms.attitude.susceptibility", "organisation.departments.Sales.headcount",
// "interventions.0.intensity", "interventions.+" for one more); value in the file's syntax, distributions included.
struct Override {
    std::string path, value;
    friend bool operator==(Override const&, Override const&) = default;
};

// A number of the scenario, certain from now on; whole where its field is.
struct SetNumber {
    std::string path;
    double value = 0;
};
// A mechanism ("mechanisms.tactics") or an intervention ("interventions.0"): as if it were not there. The numbers of the others
// are drawn as ever.
struct SwitchOff {
    std::string path;
};
// One more behind those of the scenario, so that the numbers of the others are drawn as ever. `written`: the words it was asked
// for in, for the record.
struct AddIntervention {
    InterventionSection intervention;
    std::string written = {};
};
struct AddShock {
    ShockSection shock;
    std::string written = {};
};
// Behind those of the scenario; in the place of the one of its name, if there is one.
struct AddStrategy {
    Strategy strategy;
};
// Instead of those whom the scenario silences.
struct SilencePeople {
    std::vector<std::string> ids;
};

using Change = std::variant<Override, SetNumber, SwitchOff, AddIntervention, AddShock, AddStrategy, SilencePeople>;

// The same as --set would say it: for the record, and for processes that are told of it.
[[nodiscard]] Override as_override(Change const& change);

}  // namespace micropol
