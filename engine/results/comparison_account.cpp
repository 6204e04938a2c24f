#include "results/comparison_account.h"

#include "results/wording.h"

namespace micropol {

namespace {

std::string with_interval(std::string const& value, std::string const& bounds) {
    return value + (bounds.empty() ? "" : " (" + bounds + ")");
}

}  // namespace

std::string level_in_words(Estimate const& estimate, Unit unit) {
    Precision const precision = precision_of(estimate, unit);
    bool const certain = estimate.low == estimate.high;
    return with_interval(figure(estimate.mean, precision), certain ? "" : interval(estimate.low, estimate.high, precision));
}

std::string change_in_words(Estimate const& estimate, Unit unit) {
    if (estimate.low == 0 && estimate.high == 0) return "≈ no difference";
    Precision const precision = change_precision_of(estimate, unit);
    std::string const mark(direction(estimate));
    return (mark.empty() ? "" : mark + " ") +
           with_interval(figure(estimate.mean, precision), interval(estimate.low, estimate.high, precision));
}

}  // namespace micropol
