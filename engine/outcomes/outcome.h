#pragma once
// The shape of an outcome: it reads columns at the end of a week and writes nothing.

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "state/plugin.h"
#include "state/week.h"

namespace micropol {

// The part of a summary in which an outcome stands, in the order of the summary.
enum class OutcomeSection { headline, people, politics, climate, performance, decisions };
inline constexpr OutcomeSection all_outcome_sections[] = {OutcomeSection::headline,    OutcomeSection::people,
                                                          OutcomeSection::politics,    OutcomeSection::climate,
                                                          OutcomeSection::performance, OutcomeSection::decisions};

struct Prominence {
    OutcomeSection section;
    int order;  // within the section; smaller comes first
};

struct OutcomeKind {
    PluginSpec plugin;  // parameters: none
    Unit unit;
    std::string_view label;               // as a report shows it: "Substantive adoption"
    Worlds (*measure)(Week const& week);  // one value for each history
    // Where a summary shows it; without, only who asks for every outcome sees it.
    std::optional<Prominence> prominent = {};
    // The stage of adoption whose share of people it is; the shares of all stages add up to one.
    std::optional<Stage> stage = {};
};

[[nodiscard]] std::span<OutcomeKind const* const> outcome_catalogue();

// What an outcome in this unit can be; where nothing limits it, far beyond what organisations have.
[[nodiscard]] Range range_of(Unit unit);

// Where the outcome of that key stands; nothing if it is not among them.
[[nodiscard]] std::optional<std::size_t> position_of(std::string_view key, std::span<OutcomeKind const* const> outcomes);
[[nodiscard]] std::vector<std::string_view> keys_of(std::span<OutcomeKind const* const> outcomes);

}  // namespace micropol
