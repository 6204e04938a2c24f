#pragma once
// How much each of several causes has to do with what came out: Shapley values (L. S. Shapley 1953, A value for n-person games)
// over every combination of causes, each simulated under the same chance. A cause's share is what it adds to the others, mean
// over all orders in which they could have come.

#include <optional>
#include <string>
#include <vector>

#include "statistics/estimate.h"
#include "statistics/shapley.h"
#include "study/explain/causes.h"
#include "study/study_runner.h"

namespace micropol {

struct CauseShare {
    std::string key;  // see Cause
    CauseName name;
    Estimate share;              // in the outcome's unit
    Estimate alone;              // what there is more with it than without it, everything else being there
    std::vector<double> blocks;  // [block] of the share
};

struct Attribution {
    std::size_t outcome = 0;  // position among the outcomes
    std::size_t blocks = 0;
    Estimate with_all = {}, with_none = {};  // at the horizon
    Estimate total = {};                     // with all minus with none: the sum of the shares, block by block
    std::vector<CauseShare> causes = {};
};

// base: what is explained. Every block below `blocks` of it, with every combination of the causes. Adds variants to the runner, which keeps
// horizons. Nothing: it was stopped. Throws InvalidInput where a combination is no scenario.
[[nodiscard]] std::optional<Attribution> attribute(StudyRunner& runner, Variant const& base, std::vector<Cause> const& causes,
                                                   std::size_t outcome, std::uint32_t blocks);

}  // namespace micropol
