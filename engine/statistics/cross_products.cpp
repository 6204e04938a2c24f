#include "statistics/cross_products.h"

#include <algorithm>
#include <array>

namespace micropol {

namespace {
constexpr std::size_t together = 8;  // rows: as much as a few registers hold, added in one fixed order
}

CrossProducts::CrossProducts(std::size_t columns) : columns_(columns), sums_(columns), products_(columns * columns) {}

void CrossProducts::add(std::span<double const> rows) {
    std::size_t const count = rows.size() / columns_;
    std::vector<double> const nothing(columns_, 0.0);
    rows_ += double(count);
    for (std::size_t first = 0; first < count; first += together) {
        std::array<double const*, together> row;
        for (std::size_t k = 0; k < together; ++k) row[k] = first + k < count ? &rows[(first + k) * columns_] : nothing.data();
        for (std::size_t i = 0; i < columns_; ++i) {
            std::array<double, together> factor;
            for (std::size_t k = 0; k < together; ++k) factor[k] = row[k][i], sums_[i] += factor[k];
            double* const out = &products_[i * columns_];
            for (std::size_t j = i; j < columns_; ++j)
                out[j] += ((factor[0] * row[0][j] + factor[1] * row[1][j]) + (factor[2] * row[2][j] + factor[3] * row[3][j])) +
                          ((factor[4] * row[4][j] + factor[5] * row[5][j]) + (factor[6] * row[6][j] + factor[7] * row[7][j]));
        }
    }
}

void CrossProducts::add(CrossProducts const& others) {
    rows_ += others.rows_;
    for (std::size_t k = 0; k < sums_.size(); ++k) sums_[k] += others.sums_[k];
    for (std::size_t k = 0; k < products_.size(); ++k) products_[k] += others.products_[k];
}

double CrossProducts::mean(std::size_t column) const { return sums_[column] / rows_; }

double CrossProducts::covariance(std::size_t one, std::size_t other) const {
    auto const [low, high] = std::minmax(one, other);
    return products_[low * columns_ + high] / rows_ - mean(one) * mean(other);
}

}  // namespace micropol
