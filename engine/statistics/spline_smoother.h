#pragma once
// Additive natural cubic splines of the ranks of what is known, by which results are smoothed.

#include <span>
#include <vector>

#include "base/linear_algebra.h"

namespace micropol {

// In orthonormal directions: the constant, then those that tell most. One number by itself is not penalised; several are, by a ridge
// that leave-one-out errors choose.
class SplineSmoother {
  public:
    // known: [number][observation], at least one of at least 16 observations.
    explicit SplineSmoother(std::span<std::vector<double> const> known);

    struct Fit {
        MatrixXd fitted, left_out;  // [observation, column of y]: by all observations; by all others
        double penalty = 0;
    };
    [[nodiscard]] Fit fit(MatrixXd const& y) const;  // y: [observation, column]
    // By observations that weigh so much each: [observation].
    [[nodiscard]] MatrixXd refit(MatrixXd const& y, VectorXd const& weights, double penalty) const;

  private:
    [[nodiscard]] Fit fit(MatrixXd const& y, double penalty) const;

    bool single_ = false;
    MatrixXd directions_;
    VectorXd stiffness_;  // how strongly a penalty holds each direction; 0: the constant is free
};

}  // namespace micropol
