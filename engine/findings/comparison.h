#pragma once
// What a comparison says: which strategy is best and how surely, what comes with it, and how safe the choice is.

#include "findings/common.h"
#include "study/compare/compare.h"

namespace micropol {

[[nodiscard]] Document findings_of(Comparison const& comparison, Detail detail = Detail::brief);

// Who is best, or that nobody is; what it costs; which rule ended the comparison.
[[nodiscard]] std::vector<Phrase> verdict_on(Comparison const& comparison);

// What the strategy that is first by the criterion comes to by others: adoption, taking root, value minus cost.
struct OtherCriteria {
    bool disagree = false;               // another strategy, or doing nothing, is clearly better by one of them
    std::vector<Phrase> sentences = {};  // none with one block
};
[[nodiscard]] OtherCriteria other_criteria(Comparison const& comparison);

// ------------------------------------------------------------------------- what a search of bundles says alike

// "Value minus cost at week 104, thousand euros"
[[nodiscard]] Phrase heading_of(Comparison const& comparison, std::size_t outcome);
// "▲ +3 points (1 to 5)"; nothing for doing nothing itself.
[[nodiscard]] Phrase difference_to_none(Comparison const& comparison, std::size_t standing, std::size_t outcome);
// Of a picture: what a strategy costs, and how much of an outcome it has.
[[nodiscard]] ScatterFigure::Point point_of(Comparison const& comparison, std::size_t standing, std::size_t outcome);
// "Points in a plane of cost and adoption: …": what the picture says to those who cannot see it.
[[nodiscard]] Phrase describe_points(Comparison const& comparison, std::size_t outcome);
[[nodiscard]] Paragraph how_to_read_points(Comparison const& comparison);

}  // namespace micropol
