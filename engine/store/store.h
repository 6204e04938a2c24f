#pragma once
// One SQLite file for the results of a study: opened directly by DuckDB, pandas and R. The schema is in store/schema.md.

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "simulation/trace.h"
#include "store/study_record.h"
#include "study/archive.h"

namespace micropol {

// What a study adds when it is finished.
struct Conclusion {
    std::string json = {};  // what it concludes, where that is more than can be read off its blocks: store/explanation_json.h
    Trace const* told = nullptr;  // the history told, if one is
};

// The one that writes.
class Store final : public Archive {
  public:
    // Makes the file, or opens one that holds the same study (same engine version, scenario, definition and seed). Throws
    // InvalidInput if it holds something else, is damaged anywhere, locked by another writer, or cannot be written; such a file
    // is left as it is.
    Store(std::filesystem::path const& file, StudyRecord record);
    ~Store() override;

    void add(std::uint32_t number, ReadyVariant const& variant) override;
    [[nodiscard]] bool has(std::uint64_t unit, Task const& task) const override;
    [[nodiscard]] BlockResult load(std::uint64_t unit) const override;
    // One transaction. Throws Failure if the disk is full or the like; std::logic_error for a unit that is already
    // there or a variant that has not been added.
    void write(std::uint64_t unit, Task const& task, BlockResult const& result) override;

    // Takes over what another file has of the same study, and this one has not. Throws InvalidInput if it is damaged, of another
    // study, or both have a block that differs.
    void take(std::filesystem::path const& part);
    [[nodiscard]] std::uint64_t blocks() const;
    // Puts the file in its final order, with what follows from all its blocks (weekly bands), what is concluded, and a seal over
    // everything: the same bytes for the same study. Throws std::logic_error if units are missing, Failure if the file
    // cannot be written.
    void finish(std::uint64_t units, Conclusion const& conclusion = {});

  private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace micropol
