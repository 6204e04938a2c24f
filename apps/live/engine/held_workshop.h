#pragma once
// A workshop in a page: the study of the program, whose blocks several engines simulate between them. Each engine is asked for the same
// study; it says which blocks it needs next, each engine simulates its share, and all of them are given what all have found.

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "live/engine/session.h"
#include "study/workshop/workshop.h"
#include "words/language.h"

namespace micropol::live {

class HeldWorkshop {
  public:
    // order: {"asked": ["path", …], "answers": [{"file": "…", "text": "…"}, …], "strategies": [], "blocks": 16}
    HeldWorkshop(ScenarioSource const& source, std::string_view order);

    // {"problems": […]}, {"tasks": 720}, or {"headline": […], "sections": […], "result": …}
    [[nodiscard]] Json step(Language language);
    // So many of these tasks, from the first on.
    [[nodiscard]] Bytes simulate(std::size_t first, std::size_t count) const;
    // All of them, one after the other.
    void keep(Bytes const& found);

  private:
    ScenarioSource const& source_;
    WorkshopPlan plan_;
    std::vector<Problem> problems_;
    std::vector<std::vector<FinalValues>> known_;  // [what was asked for][task]
    std::vector<Variant> variants_;                // of the next
    std::vector<Task> tasks_;
};

}  // namespace micropol::live
