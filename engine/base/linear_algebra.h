#pragma once
// Eigen, with the same bytes on every processor. What is compiled from its templates in one source is linked with all others, so that
// every source takes it from here: with and without vectors, memory that one allocates the other cannot free. Eigen sums long products
// in blocks that fit the caches of the processor; these sizes are taken for those of every processor.

#define EIGEN_DONT_VECTORIZE
#include <Eigen/Cholesky>
#include <Eigen/Eigenvalues>
#include <Eigen/LU>

namespace micropol {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

namespace detail {
inline bool const same_blocks = (Eigen::setCpuCacheSizes(32 << 10, 1 << 20, 32 << 20), true);
}

}  // namespace micropol
