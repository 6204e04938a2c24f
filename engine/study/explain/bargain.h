#pragma once
// The weakest offer that makes something unwanted rarer, by bisection over its strength. Parts of the losers' ledger.

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "study/explain/ledger.h"

namespace micropol {

// The levers that are offered.
inline constexpr char const *compensation = "loss_compensation", *access = "shared_data_access", *role = "guiding_coalition";

// Something, to somebody.
struct Offer {
    std::vector<std::string> levers;
    Target target;
};

// What histories came to.
struct Unwanted {
    std::vector<double> comes_about;  // [block * 16 + history] 1 where it does, else 0
    std::vector<double> cost;         // likewise, thousand euros; empty where it is not recorded
    std::vector<double> attitude;     // likewise, of the person asked about; empty where nobody is
};

// Where offers are tried out: on the blocks of the search, or on those on which they are judged.
enum class TriedOn { search_blocks, study_blocks };

// What comes about with a variant of the runner. Nothing: it was stopped.
using Ask = std::function<std::optional<Unwanted>(std::uint32_t variant, TriedOn on)>;

// Fills in what is tried against something unwanted. wanted: the share to come down to, half of what it is without. Tries nothing
// where it is as rare already. Returns nothing if it was stopped.
[[nodiscard]] std::optional<Relief> relieve(StudyRunner& runner, Variant const& base, std::vector<Offer> const& offers,
                                            std::optional<double> wanted, Ask const& ask);

// What is tried against blockers: who opposes with most power, in the block of the plan, or in all of them where people are the same
// everywhere. Nothing: it was stopped.
[[nodiscard]] std::optional<std::vector<Blocker>> turn_blockers(StudyRunner& runner, LedgerPlan const& plan);

}  // namespace micropol
