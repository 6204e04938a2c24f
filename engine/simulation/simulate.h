#pragma once
// The week loop: one block on one thread, blocks in parallel.

#include <atomic>
#include <functional>
#include <span>
#include <stdexcept>
#include <vector>

#include "model/model.h"

namespace micropol {

// What one block of sixteen histories came to.
struct BlockResult {
    std::uint32_t block = 0;
    std::vector<Worlds> weekly;                               // [outcome * weeks + week]
    std::vector<Worlds> department_before, department_after;  // [department] share of the organisation's power
    std::vector<float> person_before, person_after;           // [employee] power, mean over the histories
    std::vector<std::string> person;                          // [employee] id
    std::vector<std::uint16_t> person_department;             // [employee]
    std::vector<std::uint8_t> person_level;                   // [employee]
    std::vector<double> drawn;                                // [uncertain number]
    std::uint64_t state_hash = 0;                             // of the last week's state
};

// A value that is infinite or not a number: a defect of a mechanism. Names mechanism, column, employee and week.
struct NonFinite : std::runtime_error {
    using std::runtime_error::runtime_error;
};

[[nodiscard]] BlockResult simulate_block(Block const& block, std::vector<OutcomeKind const*> const& outcomes, int weeks,
                                         std::uint64_t seed);

struct RunOptions {
    int threads = 0;                                   // 0: all processors
    std::vector<bool> done;                            // [block] already known: not simulated again
    std::atomic<bool> const* stop = nullptr;           // set: no further block is started
    std::function<void(BlockResult const&)> finished;  // one call at a time, in order of completion
};

// Every block of the model, in parallel; results by number whatever the order in which threads finish. A block that was
// skipped (done or stopped) is an empty entry.
[[nodiscard]] std::vector<BlockResult> run_all(Model const& model, RunOptions const& options = {});

// So many tasks of any kind, in parallel; threads 0: all processors.
void in_parallel(int threads, std::size_t tasks, std::function<void(std::size_t)> const& task);

// Pieces of a simulation, in parallel. `finished` gets the piece and its result, one call at a time in order of
// completion. Returns false if it was stopped before every piece was done.
[[nodiscard]] bool run_pieces(std::size_t count, int threads, std::atomic<bool> const* stop,
                              std::function<BlockResult(std::size_t)> const& simulate,
                              std::function<void(std::size_t, BlockResult const&)> const& finished);

// One block of a model, as run_all simulates it.
[[nodiscard]] BlockResult simulate_block(Model const& model, std::uint32_t block);

}  // namespace micropol
