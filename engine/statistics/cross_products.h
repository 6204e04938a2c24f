#pragma once
// Sums of the products of all pairs of columns, in the order of the rows whatever the processor: Eigen's own products of long
// matrices add in blocks that depend on its caches.

#include <cstddef>
#include <span>
#include <vector>

namespace micropol {

class CrossProducts {
  public:
    explicit CrossProducts(std::size_t columns);

    // rows: [row * columns + column], finite; each counts once.
    void add(std::span<double const> rows);
    void add(CrossProducts const& others);

    [[nodiscard]] std::size_t columns() const { return columns_; }
    [[nodiscard]] double rows() const { return rows_; }
    [[nodiscard]] double mean(std::size_t column) const;
    [[nodiscard]] double covariance(std::size_t one, std::size_t other) const;  // divided by the rows

  private:
    std::size_t columns_;
    double rows_ = 0;
    std::vector<double> sums_, products_;  // [column], [one * columns + other] for one <= other
};

}  // namespace micropol
