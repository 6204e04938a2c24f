#include "statistics/spline_smoother.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace micropol {

namespace {

using Sample = std::vector<double>;  // [observation]

constexpr Index most_directions = 20;

// Ranks in (0, 1); equal values share theirs.
std::vector<double> ranks_of(Sample const& values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), 0u);
    std::ranges::stable_sort(order, {}, [&](std::size_t k) { return values[k]; });
    std::vector<double> ranks(values.size());
    for (std::size_t first = 0; first < order.size();) {
        std::size_t past = first;
        while (past < order.size() && values[order[past]] == values[order[first]]) ++past;
        for (std::size_t k = first; k < past; ++k) ranks[order[k]] = double(first + past) / 2 / double(values.size());
        first = past;
    }
    return ranks;
}

// Columns of a natural cubic spline (linear beyond the outer knots), without the constant: as many as knots less one.
void add_spline(std::vector<VectorXd>& columns, Sample const& values, std::span<double const> knots) {
    std::vector<double> const ranks = ranks_of(values);
    auto const cube = [](double x) { return x > 0 ? x * x * x : 0.0; };
    double const last = knots.back(), before = knots[knots.size() - 2];
    auto const n = Index(ranks.size());
    VectorXd line(n);
    for (Index i = 0; i < n; ++i) line(i) = ranks[std::size_t(i)];
    columns.push_back(line);
    for (std::size_t k = 0; k + 2 < knots.size(); ++k) {
        VectorXd bend(n);
        for (Index i = 0; i < n; ++i) {
            double const x = line(i);
            bend(i) = cube(x - knots[k]) - cube(x - before) * (last - knots[k]) / (last - before) +
                      cube(x - last) * (before - knots[k]) / (last - before);
        }
        columns.push_back(bend);
    }
}

}  // namespace

SplineSmoother::SplineSmoother(std::span<Sample const> known) : single_(known.size() == 1) {
    constexpr double five[] = {0.05, 0.275, 0.5, 0.725, 0.95}, three[] = {0.1, 0.5, 0.9};
    std::vector<VectorXd> columns;
    for (Sample const& values : known) single_ ? add_spline(columns, values, five) : add_spline(columns, values, three);
    auto const n = Index(known.front().size());
    std::vector<VectorXd> telling;
    for (VectorXd& column : columns) {
        column.array() -= column.mean();
        double const length = column.norm();
        if (length > 1e-9) telling.push_back(column / length);
    }
    MatrixXd design(n, Index(telling.size()));
    for (std::size_t k = 0; k < telling.size(); ++k) design.col(Index(k)) = telling[k];
    Index kept = 0;
    Eigen::SelfAdjointEigenSolver<MatrixXd> solver;
    if (!telling.empty()) {
        solver.compute(design.transpose() * design);
        double const least = 1e-9 * solver.eigenvalues().maxCoeff();
        auto const telling_ones = Index((solver.eigenvalues().array() > least).count());
        kept = std::min({telling_ones, n / 4, most_directions});
    }
    directions_.resize(n, kept + 1);
    stiffness_ = VectorXd::Zero(kept + 1);
    directions_.col(0).setConstant(1 / std::sqrt(double(n)));
    for (Index k = 0; k < kept; ++k) {
        Index const from = solver.eigenvalues().size() - 1 - k;  // the largest is the last
        double const weight = solver.eigenvalues()(from);
        directions_.col(k + 1) = design * solver.eigenvectors().col(from) / std::sqrt(weight);
        stiffness_(k + 1) = 1 / weight;
    }
}

SplineSmoother::Fit SplineSmoother::fit(MatrixXd const& y) const {
    if (single_) return fit(y, 0);
    Fit best;
    double least = std::numeric_limits<double>::infinity();
    for (int step = -4; step <= 4; ++step) {
        Fit candidate = fit(y, std::pow(10.0, step));
        double const error = (y - candidate.left_out).squaredNorm();
        if (error < least) least = error, best = std::move(candidate);
    }
    return best;
}

MatrixXd SplineSmoother::refit(MatrixXd const& y, VectorXd const& weights, double penalty) const {
    MatrixXd const weighed = weights.asDiagonal() * directions_;
    MatrixXd normal = directions_.transpose() * weighed;
    // A resample may lack what a direction tells apart.
    normal.diagonal().array() += penalty * stiffness_.array() + 1e-9;
    return directions_ * normal.ldlt().solve(weighed.transpose() * y);
}

SplineSmoother::Fit SplineSmoother::fit(MatrixXd const& y, double penalty) const {
    VectorXd const shrinkage = 1 / (1 + penalty * stiffness_.array());
    Fit fit{.fitted = directions_ * (shrinkage.asDiagonal() * (directions_.transpose() * y)), .left_out = {}, .penalty = penalty};
    VectorXd const leverage = directions_.array().square().matrix() * shrinkage;
    VectorXd const spread = 1 / (1 - leverage.array()).max(1e-6);
    fit.left_out = y - spread.asDiagonal() * (y - fit.fitted);
    return fit;
}

}  // namespace micropol
