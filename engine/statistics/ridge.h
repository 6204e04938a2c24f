#pragma once
// Linear regression of many targets on many columns, held back by a penalty.

#include <vector>

#include "statistics/cross_products.h"

namespace micropol {

struct RidgeFit {
    std::size_t columns = 0, targets = 0;
    std::vector<double> coefficients;  // [target * columns + column], around the means; 0 where nothing is told
    std::vector<double> told;          // [target] share of its variance told in the rows to judge by, at least 0
};

// learn, judge: products of `columns` columns and then the targets. The penalty of each target is the one that errs least in the
// rows to judge by.
[[nodiscard]] RidgeFit ridge(CrossProducts const& learn, CrossProducts const& judge, std::size_t columns);

}  // namespace micropol
