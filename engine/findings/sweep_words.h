#pragma once
// What assumptions, their values and results are called.

#include "findings/common.h"
#include "study/sweep/sweep.h"

namespace micropol {

// [factor] the end of its path that no other factor shares: "rivalry", "CRM.benefit".
[[nodiscard]] std::vector<Phrase> short_names(std::vector<Factor> const& factors);
// A value, with digits that tell the values of the factor apart: "0.35", "committee".
[[nodiscard]] Phrase value_of(Factor const& factor, double value);
// "0.1 to 0.6", "committee and ceo", "7 values" if there are more words than listed
[[nodiscard]] Phrase values_of(Factor const& factor, std::size_t max_listed = 3);
// "0.43 or more", "0.2 to 0.5", "committee or ceo"
[[nodiscard]] Phrase describe(Factor const& factor, Range inside);

// What is varied is no strategy but how the strategy is chosen.
[[nodiscard]] bool varies_strategy(SweepDefinition const& definition);
// "Substantive adoption", "how far bundle is ahead of none in Substantive adoption"
[[nodiscard]] Phrase describe_response(Sweep const& sweep, std::size_t outcome);
// "none does worse than bundle", "Substantive adoption is below 20 %"
[[nodiscard]] Phrase describe_failure(Sweep const& sweep, FailureConclusion const& failure);

// A mean of the response: a level, or a change where it is a difference between two strategies.
[[nodiscard]] Quantity response_mean(Sweep const& sweep, Estimate const& estimate, std::size_t outcome);
// The same at every point.
[[nodiscard]] bool does_not_vary(ResponseConclusion const& response);
// How strong an assumption is depends on the design: a share of what differs (true), or in units of the response.
[[nodiscard]] bool weighs_by_share(Design design);
[[nodiscard]] Estimate estimate_of(Index const& index);

}  // namespace micropol
