#include "statistics/ridge.h"

#include "base/linear_algebra.h"

namespace micropol {

namespace {

MatrixXd covariances(CrossProducts const& of, std::size_t rows, std::size_t from, std::size_t columns) {
    MatrixXd values(rows, columns);
    for (std::size_t i = 0; i < rows; ++i)
        for (std::size_t j = 0; j < columns; ++j) values(Index(i), Index(j)) = of.covariance(i, from + j);
    return values;
}

}  // namespace

RidgeFit ridge(CrossProducts const& learn, CrossProducts const& judge, std::size_t columns) {
    std::size_t const targets = learn.columns() - columns;
    MatrixXd const with_targets = covariances(learn, columns, columns, targets);
    MatrixXd const judged = covariances(judge, columns, 0, columns),
                   judged_targets = covariances(judge, columns, columns, targets);
    Eigen::SelfAdjointEigenSolver<MatrixXd> const solver(covariances(learn, columns, 0, columns));
    MatrixXd const& turn = solver.eigenvectors();
    VectorXd const strength = solver.eigenvalues().cwiseMax(0.0);
    double const scale = strength.sum() / double(columns);
    RidgeFit found{columns, targets, std::vector<double>(columns * targets, 0.0), std::vector<double>(targets, 0.0)};
    for (std::size_t target = 0; target < targets; ++target) {
        VectorXd const seen = turn.transpose() * with_targets.col(Index(target));
        double const variance = judge.covariance(columns + target, columns + target);
        for (double penalty = 1e-6; penalty < 20 && variance > 0; penalty *= 10) {
            VectorXd const coefficients = turn * (seen.array() / (strength.array() + penalty * scale)).matrix();
            VectorXd const spread = judged * coefficients;
            double const error = variance - 2 * coefficients.dot(judged_targets.col(Index(target))) + coefficients.dot(spread);
            double const told = 1 - error / variance;
            if (!(told > found.told[target])) continue;
            found.told[target] = told;
            for (std::size_t k = 0; k < columns; ++k) found.coefficients[target * columns + k] = coefficients(Index(k));
        }
    }
    return found;
}

}  // namespace micropol
