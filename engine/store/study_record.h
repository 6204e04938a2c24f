#pragma once
// What a file of results says about its study.

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "study/finished.h"
#include "study/study_runner.h"
#include "words/problem.h"

namespace micropol {

// Where results come from.
struct Provenance {
    // command: what decides the results, without what only decides how they are got or shown. scenario: as resolved.
    // inputs: hash of the files that the scenario names, "" without any. started: ISO 8601; a finished study forgets it, so that the same study is the same bytes.
    std::string version, compiler, command, scenario, inputs, started;
    std::string model = {};      // hash of the sources that decide numbers: base/build_identity.h
    std::string commit = {};     // of the program's source, "" where that is not known
    std::string posterior = {};  // hash of the numbers that blocks took from one, "" where they drew for themselves
};

struct StudyRecord {
    std::string kind;               // "run", "compare", "sweep", "optimise", "explain", "calibrate"
    std::string definition = "{}";  // JSON: what decides, besides the scenario, which blocks of which variants are simulated
    std::string view = "{}";        // JSON: how the command that made the file looks at them
    StudyFacts facts;
    Retention retention = Retention::everything;
    std::optional<std::uint64_t> planned;  // units; nothing where a rule decides
    Shard shard;
    Provenance provenance;
};

using ProvenanceRows = std::map<std::string, std::string>;  // rows of the table `provenance`

[[nodiscard]] ProvenanceRows facts_of(StudyRecord const& record);
// Throws InvalidInput if something is missing or cannot be, or an outcome is not in the catalogue.
[[nodiscard]] StudyRecord record_of(ProvenanceRows const& facts, std::string const& file);
// Whether the study is finished, and of how many blocks it then is.
[[nodiscard]] inline bool is_finished(ProvenanceRows const& facts) { return facts.contains("units"); }
[[nodiscard]] std::uint64_t units_of(ProvenanceRows const& facts, std::string const& file);

// The outcomes of these keys. Throws InvalidInput for one that this version does not know, or that is there twice.
[[nodiscard]] std::vector<OutcomeKind const*> outcomes_named(std::vector<std::string> const& keys, std::string const& file);

// Whether blocks of one belong to the other: what differs, as a complaint about `file` which holds `stored`; empty if they do.
[[nodiscard]] std::vector<Problem> differences(std::string const& file, ProvenanceRows const& stored,
                                               ProvenanceRows const& wanted);

}  // namespace micropol
