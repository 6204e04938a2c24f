#pragma once
// A finished study that is asked for once more with more histories: only the others are simulated.

#include <filesystem>
#include <optional>

#include "store/store.h"
#include "store/stored_study.h"

namespace micropol {

// Where `file` holds this study, finished, with fewer histories, and everything else the same, it is renamed, so that the study can
// begin a new file there: how many histories it has. The same where that was done before, by a program that was then stopped. Nothing
// where there is no such file.
[[nodiscard]] std::optional<std::uint64_t> set_aside(std::filesystem::path const& file, StudyRecord const& record);

// Once the study has everything.
void remove_set_aside(std::filesystem::path const& file);

// The new file, which takes the blocks that were set aside as it is asked for them.
class Extension final : public Archive {
  public:
    Extension(Store& store, std::filesystem::path const& file);

    void add(std::uint32_t number, ReadyVariant const& variant) override;
    [[nodiscard]] bool has(std::uint64_t unit, Task const& task) const override;
    [[nodiscard]] BlockResult load(std::uint64_t unit) const override { return store_.load(unit); }
    void write(std::uint64_t unit, Task const& task, BlockResult const& result) override { store_.write(unit, task, result); }

  private:
    Store& store_;
    StoredStudy shorter_;
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint64_t>
        units_;  // of variant and block, of variants that are the same
};

}  // namespace micropol
