#pragma once
// Small studies of every kind that keeps its results, through the real program.

#include <string>
#include <vector>

#include "cli/program.h"

namespace micropol::soak {

inline std::string const tiny = tiny_company + R"(strategies:
  patient:
    meaning: People learn.
    interventions:
      - {lever: training, intensity: 0.4}
  idle:
    interventions: []
runs: {weeks: 8, histories: 64, seed: 7}
)";

struct Study {
    std::string name;
    std::vector<std::string> command;  // without --output
};

// Their number of blocks is known beforehand: others do not take --shard.
inline std::vector<Study> studies_in_parts(std::string const& scenario) {
    return {{"run", {"run", scenario}},
            {"compare", {"compare", scenario}},
            {"sweep",
             {"sweep", scenario, "--design", "latin_hypercube", "--points", "6", "--runs", "32", "--factor",
              "culture.rivalry=0..1", "--strategy", "patient", "--against", "none"}}};
}

inline std::vector<Study> studies(std::string const& scenario) {
    std::vector<Study> all = studies_in_parts(scenario);
    all.push_back({"compare, until decided", {"compare", scenario, "--until-decided", "--indifference", "0.1", "--runs", "640"}});
    all.push_back(
        {"compare, searching", {"compare", scenario, "--optimise", "--levers", "training,champions", "--effort", "1500"}});
    all.push_back({"explain",
                   {"explain", scenario, "--strategy", "patient", "--why", "--factors", "hiding,training", "--history", "best"}});
    return all;
}

}  // namespace micropol::soak
