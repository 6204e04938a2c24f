#pragma once
// A workshop in a page: the study of the program, whose blocks several engines simulate between them. Each engine is asked for the same
// study; it says which blocks it needs next, each engine simulates its share, and all of them are given what all have found.

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "base/json.h"
#include "live/engine/session.h"
#include "study/workshop/workshop.h"
#include "words/language.h"

namespace micropol::live {

// What blocks came to: by strategy, what it changes, block, and the numbers that the block takes. For the same scenario, whatever is
// asked of it next: more blocks, or one participant more.
using KnownBlocks = std::map<std::tuple<std::string, std::string, std::uint32_t, std::vector<double>>, Worlds>;

class HeldWorkshop {
  public:
    // Keeps references. order: {"asked": ["path", …], "answers": [{"file": "…", "text": "…"}, …], "strategies": [], "blocks": 16}
    HeldWorkshop(ScenarioSource const& source, KnownBlocks& known, std::string_view order);

    // {"problems": […]}, {"tasks": 720}, or {"headline": […], "sections": […], "result": …}
    [[nodiscard]] Json step(Language language);
    // So many of these tasks, from the first on.
    [[nodiscard]] Bytes simulate(std::size_t first, std::size_t count) const;
    // All of them, one after the other.
    void keep(Bytes const& found);

  private:
    [[nodiscard]] static KnownBlocks::key_type key_of(Variant const& variant, std::uint32_t block);

    ScenarioSource const& source_;
    KnownBlocks& known_;
    WorkshopPlan plan_;
    std::vector<Problem> problems_;
    std::vector<Variant> variants_;
    std::vector<Task> tasks_;  // that are not known
};

}  // namespace micropol::live
