#pragma once
// One SQLite file for the results of a study: opened directly by DuckDB, pandas and R. The schema is in results/schema.md.

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "simulation/simulate.h"

namespace micropol {

// Where results come from.
struct Provenance {
    // scenario: as resolved. started: ISO 8601; a finished study forgets it, so that the same study is the same bytes.
    std::string version, compiler, command_line, scenario, scenario_hash, started;
    std::uint64_t seed = 0;
};

// What a file of results needs to know of the model.
struct StudyLayout {
    std::string strategy;
    std::uint32_t blocks = 0;
    int weeks = 0;
    std::vector<OutcomeKind const*> outcomes;  // in the order of BlockResult::weekly
    std::vector<std::string> departments, uncertain;
};

[[nodiscard]] StudyLayout layout_of(Model const& model);

class Store {
  public:
    // Makes the file, or opens one that holds the same study (same engine version, scenario, strategy and seed). Throws
    // InvalidInput if it holds something else, is damaged, locked by another writer, or cannot be written; such a file is
    // left as it is.
    Store(std::filesystem::path const& file, Model const& model, Provenance const& provenance);
    Store(std::filesystem::path const& file, StudyLayout layout, Provenance const& provenance);
    ~Store();
    Store(Store const&) = delete;
    Store& operator=(Store const&) = delete;

    [[nodiscard]] std::vector<bool> done() const;  // [block] already stored
    // As it was written, to the bit. Throws std::out_of_range for a block that is not there.
    [[nodiscard]] BlockResult load(std::uint32_t block) const;
    // One transaction. Throws InvalidInput if the disk is full, std::logic_error for a block that is already there.
    void write(BlockResult const& result);
    // Derived tables (weekly bands) once every block is there; same bytes for the same study. While another program reads
    // the file they are added, but the file is only put in its final order by the next call. Throws std::logic_error if
    // blocks are missing.
    void finish();

  private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

// What a file says about itself. Throws InvalidInput if it does not hold results.
[[nodiscard]] Provenance read_provenance(std::filesystem::path const& file);

}  // namespace micropol
