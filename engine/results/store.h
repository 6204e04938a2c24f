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
    std::string version, compiler, command_line, scenario, scenario_hash, started;  // scenario: as resolved; started: ISO 8601
    std::uint64_t seed = 0;
};

class Store {
  public:
    // Makes the file, or opens one that holds the same study (same engine version, scenario and seed). Throws InvalidInput if
    // it holds something else, is damaged, locked by another writer, or cannot be written.
    Store(std::filesystem::path const& file, Model const& model, Provenance const& provenance);
    ~Store();
    Store(Store const&) = delete;
    Store& operator=(Store const&) = delete;

    [[nodiscard]] std::vector<bool> done() const;               // [block] already stored
    [[nodiscard]] BlockResult load(std::uint32_t block) const;  // as it was written, to the bit
    void write(BlockResult const& result);                      // one transaction
    // Derived tables (weekly bands) once every block is there; same bytes for the same study.
    void finish();

  private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace micropol
