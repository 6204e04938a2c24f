#pragma once
// What some blocks of a setting and of its baseline say: sentences, figures and tables of the reports, as JSON.

#include <string_view>
#include <vector>

#include "base/json.h"
#include "live/engine/roles.h"
#include "model/model.h"
#include "words/language.h"

namespace micropol::live {

// Of these a page tells; the first decides.
inline constexpr std::string_view outcomes_told[] = {"substantive", "success", "symbolic",     "cost",
                                                     "net_value",   "stopped", "data_quality", "opposing_bloc"};

struct Part {
    Model const* model = nullptr;
    std::vector<BlockResult> results;      // [block]
    std::vector<std::vector<Role>> roles;  // [block]
};

// [outcome]
[[nodiscard]] std::vector<Worlds> last_week_of(BlockResult const& block, int weeks);

// Both have the same blocks, at least one.
[[nodiscard]] Json tell(Part const& with, Part const& without, Language language);

}  // namespace micropol::live
