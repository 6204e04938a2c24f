#pragma once
// What a live page asks of the engine: the scenario is read once, settings become models, blocks are simulated one by one, and what
// they come to is told in the words and figures of the reports.

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "live/engine/roles.h"
#include "model/model.h"
#include "words/language.h"

namespace micropol::live {

using Bytes = std::vector<std::byte>;

// A scenario with changes, as --set makes them, and a strategy ("": none).
struct Setting {
    std::vector<Override> changes = {};
    std::string strategy = {};
};

class Session {
  public:
    // loaded: {"name": "file.yaml", "scenario": …}, the scenario as it was written.
    [[nodiscard]] static Session of(std::string_view loaded);

    // Returns what the setting is called from now on: 0, 1, …
    [[nodiscard]] int prepare(Setting const& setting);
    // For a session that keeps results, perhaps another one.
    [[nodiscard]] Bytes simulate(int setting, std::uint32_t block) const;
    void keep(int setting, Bytes const& result);
    // The results of a setting, which is not asked for again.
    void forget(int setting);

    // What the first `blocks` of a setting come to beside those of a baseline: JSON.
    [[nodiscard]] std::string tell(int setting, int baseline, std::uint32_t blocks, Language language) const;
    // The scenario with the changes, for a file.
    [[nodiscard]] std::string yaml(std::vector<Override> const& changes) const;
    // For what is simulated of it elsewhere.
    [[nodiscard]] ScenarioSource const& source() const { return source_; }
    // Which sources this engine was built from, as the program says of itself.
    [[nodiscard]] static std::string_view model();

  private:
    Session(std::string const& name, std::string text);
    struct Kept {
        std::shared_ptr<Model const> model;
        std::map<std::uint32_t, BlockResult> blocks;
        std::map<std::uint32_t, std::vector<Role>> roles;
    };
    std::string name_, text_;
    ScenarioSource source_;
    std::map<int, Kept> settings_;
    int next_ = 0;
};

}  // namespace micropol::live
