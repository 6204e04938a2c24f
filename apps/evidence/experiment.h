#pragma once
// The experiments of engine/documentation/calibration.md: published statistics, and the same statistic of the model.

#include "behaviour/study.h"
#include "statistics/estimate.h"

namespace micropol::evidence {

using behaviour::Arm;
using behaviour::BlockValues;
using behaviour::minus;
using behaviour::Study;

// Targets are what numbers may be chosen for; verdicts never are, and are run once, at the end.
enum class Role { target, verdict };

struct Experiment {
    std::string row;  // "T5", "E1": a row of the targets, or of the evidence on levers
    Role role = Role::target;
    std::string text;
    Estimate (*simulate)(Study& study, std::string_view arm) = nullptr;  // nullptr: cannot be seen yet
    double low = 0, high = 0;                                            // what is published, or wanted
    std::string_view arm = {};
    double shown_times = 1;  // 100: in points of a hundred
    std::string_view unit = {};
    std::string_view lacks = {};  // what it takes to see it
    bool takes_minutes = false;   // a search
};

[[nodiscard]] std::vector<Arm> const& arms();
[[nodiscard]] std::vector<Experiment> const& experiments();

}  // namespace micropol::evidence
