#pragma once
// micropol explain --why, --pivotal, --ledger: what an explanation adds to the history told.

#include "micropol/session.h"
#include "study/explain/explanation.h"

namespace micropol::app {

inline constexpr Option causes_options[] = {
    {"why", "",
     "what the outcome is due to: simulates every combination of up to six causes and shares out the difference (Shapley values)"},
    {"factors", "A,B,…", "with --why: up to eight causes, named by word, lever or mechanism", "those that matter most"},
    {"pivotal", "", "who could have turned the outcome if silenced or won over, and until which week the strategy could"},
    {"threshold", "X", "value from which a history counts as a success, in the unit of --by", "the scenario's, else the median"},
    {"ledger", "", "who loses what, and the smallest compensation, access or role that would have prevented failure"},
    {"failing", "SHARE", "with --ledger: share of failing histories to come down to", "half of today's"},
};

struct AskedCauses {
    bool told = false, why = false, pivotal = false, ledger = false;
    std::vector<std::string> factors;  // empty: the usual ones
    std::optional<double> threshold, failing;
};

// All of them, the history told included, where none is asked for by name. Throws WrongUsage.
[[nodiscard]] AskedCauses parse_causes(Arguments const& arguments);

// Blocks that this simulates at most, besides those of what is explained.
[[nodiscard]] std::uint64_t most_blocks(AskedCauses const& asked, Model const& model, std::uint64_t blocks);

// Fills in what was asked for. base: what is explained; histories: [block * 16 + history] the outcome at the horizon;
// block: whose people are asked about where every block draws others. Returns false
// if it was stopped. Throws InvalidInput for factors that mean nothing here.
[[nodiscard]] bool find_causes(Session& session, AskedCauses const& asked, Variant const& base,
                               std::vector<double> const& histories, std::uint32_t block, Explanation& explanation);

}  // namespace micropol::app
