// Many tasks at a time: the only source that knows threads, so that a build without them (apps/live) leaves it out.

#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <mutex>
#include <thread>

#include "simulation/simulate.h"

namespace micropol {

// TBB keeps to the number of processors, and warns on the terminal, unless it is told that more are wanted.
void in_parallel(int wanted, std::size_t tasks, std::function<void(std::size_t)> const& task) {
    int const threads = wanted > 0 ? wanted : int(std::max(1u, std::thread::hardware_concurrency()));
    tbb::global_control const allowed(tbb::global_control::max_allowed_parallelism, std::size_t(threads));
    tbb::task_arena arena(threads);
    arena.execute([&] { tbb::parallel_for(std::size_t{0}, tasks, task); });
}

bool run_pieces(std::size_t count, int threads, std::atomic<bool> const* stop,
                std::function<BlockResult(std::size_t)> const& simulate,
                std::function<void(std::size_t, BlockResult const&)> const& finished) {
    std::mutex one_at_a_time;
    std::atomic<bool> skipped = false;
    in_parallel(threads, count, [&](std::size_t piece) {
        if (stop != nullptr && *stop) {
            skipped = true;
            return;
        }
        BlockResult const result = simulate(piece);
        std::scoped_lock const lock(one_at_a_time);
        finished(piece, result);
    });
    return !skipped;
}

std::vector<BlockResult> run_all(Model const& model, int threads) {
    std::vector<BlockResult> results(model.blocks());
    in_parallel(threads, results.size(), [&](std::size_t k) { results[k] = simulate_block(model, std::uint32_t(k)); });
    return results;
}

}  // namespace micropol
