#pragma once
// What the processes of a executor tell each other, as bytes. They run the same program on the same kind of machine: numbers are
// sent as they lie in memory.

#include <cstddef>
#include <string>
#include <vector>

#include "study/study_runner.h"

namespace micropol::mpi {

using Bytes = std::vector<std::byte>;

// Work for one process.
struct Order {
    std::uint32_t first_variant = 0;
    std::vector<Variant> variants = {};  // that the process has not been told of, from number first_variant on
    std::vector<std::uint32_t> piece = {};
    std::vector<Task> tasks = {};                 // [piece]
    std::vector<std::uint64_t> fingerprint = {};  // [piece] of its variant: must be the same where it is simulated
};

// What came of it.
struct Report {
    std::string failure;  // empty: all went well
    std::vector<std::uint32_t> piece;
    std::vector<BlockResult> results;  // [piece]
};

[[nodiscard]] Bytes bytes_of(Order const& order);
[[nodiscard]] Bytes bytes_of(Report const& report);
// Throw Failure if the bytes are none of these.
[[nodiscard]] Order order_in(Bytes const& bytes);
[[nodiscard]] Report report_in(Bytes const& bytes);

}  // namespace micropol::mpi
