#pragma once
// A study: one question to a scenario, with the assumptions that are varied and the way to vary them.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "scenario/factor.h"

namespace micropol {

// What a study file says; what it leaves out stays empty. Names of outcomes, strategies, designs and paths are unchecked.
struct StudyFile {
    struct Text {
        std::string text;
        Place place;
    };
    struct Count {
        std::int64_t value;
        Place place;
    };
    struct FactorEntry {
        std::string path;
        Node values;
        Place place;
    };
    struct Limit {
        double level;
        bool above;  // else below
        std::string outcome;
        Place place;
    };

    std::filesystem::path file, scenario;
    std::string question, claim, source;
    std::optional<Text> strategy, against, design, list;  // list: a CSV file of points
    std::vector<Text> outcomes;
    std::vector<FactorEntry> factors;
    std::optional<Count> size, levels, histories, seed;  // size: points, rows or trajectories
    bool second_order = false;
    bool all_assumptions = false;  // with drawn assumptions, also the numbers that the scenario leaves open
    std::optional<Limit> fails_when;
};

// Whether a file begins with `micropol_study:`, after comments.
[[nodiscard]] bool is_study_file(std::filesystem::path const& file);

// Throws InvalidInput with every problem at once. The scenario lies in the folder of the study, below it, or in the folder
// around it; elsewhere only if allowed.
[[nodiscard]] StudyFile read_study_file(std::filesystem::path const& file, bool allow_outside);

// JSON Schema (draft 2020-12), for editors.
[[nodiscard]] std::string study_schema();

}  // namespace micropol
