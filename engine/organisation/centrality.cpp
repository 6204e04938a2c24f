#include "organisation/centrality.h"

#include <algorithm>
#include <cmath>

#include "base/linear_algebra.h"

namespace micropol {

namespace {

using Column = std::vector<double>;  // [employee]

// [tie]: how much the other turns to the row's employee.
std::vector<float> incoming_strength(Ties const& ties) {
    std::vector<float> incoming(ties.count());
    for (std::uint32_t tie = 0; tie < ties.count(); ++tie) incoming[tie] = ties.strength[ties.reverse[tie]];
    return incoming;
}

// result = A x
void multiply(Ties const& ties, std::vector<float> const& incoming, Column const& x, Column& result) {
    for (std::size_t i = 0; i < x.size(); ++i) {
        double sum = 0;
        for (std::uint32_t tie = ties.first[i]; tie < ties.first[i + 1]; ++tie) sum += double(incoming[tie]) * x[ties.other[tie]];
        result[i] = sum;
    }
}

double total(Column const& x) {
    double sum = 0;
    for (double const value : x) sum += value;
    return sum;
}

// Growth over two steps, since a single step swings for ever in a graph of two sides such as a star.
double growth_of(Ties const& ties, std::vector<float> const& incoming) {
    constexpr int most_rounds = 50;
    constexpr double enough = 1e-4;
    Column x(ties.first.size() - 1, 1.0), y(x.size());
    multiply(ties, incoming, x, y);
    double eigenvalue = total(y) / double(x.size());  // the mean of the row sums: a lower bound where A is symmetric
    for (int round = 0; round < most_rounds; ++round) {
        double const before = total(y);
        if (before == 0) break;
        for (double& value : y) value /= before;
        multiply(ties, incoming, y, x);
        multiply(ties, incoming, x, y);
        double const found = std::sqrt(total(y));
        bool const settled = std::abs(found - eigenvalue) <= enough * found;
        eigenvalue = std::max(eigenvalue, found);
        if (settled) break;
    }
    return eigenvalue;
}

}  // namespace

double largest_eigenvalue(Ties const& ties) { return ties.count() == 0 ? 0 : growth_of(ties, incoming_strength(ties)); }

std::vector<float> centrality(Ties const& ties) {
    constexpr int most_rounds = 64;
    constexpr double enough = 1e-7;
    std::size_t const employees = ties.first.size() - 1;
    std::vector<float> const incoming = incoming_strength(ties);
    double const eigenvalue = ties.count() == 0 ? 0 : growth_of(ties, incoming);
    std::vector<float> scaled(employees, 1.0f);
    if (eigenvalue == 0) return scaled;

    double const beta = 0.5 / eigenvalue;
    // c = A (1 + beta c); twice the row sums already holds the slowest part of the answer.
    Column c(employees), x(employees, 2.0), next(employees);
    multiply(ties, incoming, x, c);
    for (int round = 0; round < most_rounds; ++round) {
        for (std::size_t i = 0; i < employees; ++i) x[i] = 1 + beta * c[i];
        multiply(ties, incoming, x, next);
        double change = 0, largest = 0;
        for (std::size_t i = 0; i < employees; ++i) {
            change = std::max(change, std::abs(next[i] - c[i]));
            largest = std::max(largest, next[i]);
        }
        c.swap(next);
        if (change <= enough * largest) break;
    }
    double const mean = total(c) / double(employees);
    for (std::size_t i = 0; i < employees; ++i) scaled[i] = float(c[i] / mean);
    return scaled;
}

std::vector<double> exact_centrality(Ties const& ties, double beta) {
    auto const employees = Index(ties.first.size()) - 1;
    MatrixXd a = MatrixXd::Zero(employees, employees);
    for (Index i = 0; i < employees; ++i)
        for (std::uint32_t tie = ties.first[std::size_t(i)]; tie < ties.first[std::size_t(i) + 1]; ++tie)
            a(i, Index(ties.other[tie])) = double(ties.strength[ties.reverse[tie]]);
    VectorXd const row_sums = a.rowwise().sum();
    MatrixXd const system = MatrixXd::Identity(employees, employees) - beta * a;
    VectorXd c = system.partialPivLu().solve(row_sums);
    if (double const length = c.norm(); length > 0) c *= std::sqrt(double(employees)) / length;
    return {c.begin(), c.end()};
}

}  // namespace micropol
