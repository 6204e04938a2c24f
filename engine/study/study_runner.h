#pragma once
// Simulates what a study asks for: tasks, each one block of one variant of the scenario. What is known already comes from the
// archive, everything else is simulated and kept there. The studies themselves are functions: run/run.h, compare/compare.h,
// optimise/optimise.h, sweep/sweep.h, explain/explain.h.

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "scenario/read_scenario.h"
#include "study/archive.h"
#include "study/plan.h"

namespace micropol {

using FinalValues = std::vector<Worlds>;  // [outcome]: the last week of a block

// One of several machines that share the tasks of a study between them.
struct Shard {
    std::uint32_t number = 1, of = 1;  // from 1
    [[nodiscard]] bool takes(std::uint64_t unit) const { return unit % of == number - 1; }
};

class StudyRunner;

// Who simulates, where it is not this process alone.
class Executor {
  public:
    virtual ~Executor() = default;
    // As StudyRunner::perform. Throws std::runtime_error if a process fails.
    virtual bool simulate(StudyRunner& runner, std::span<Task const> tasks,
                          std::function<void(std::size_t, BlockResult const&)> const& finished) = 0;
};

class StudyRunner {
  public:
    struct Options {
        int threads = 0;  // 0: all processors
        Retention retention = Retention::final_week;
        Shard shard = {};
        std::shared_ptr<GivenNumbers const> given = {};  // what blocks of all variants take instead of drawing
        Executor* executor = nullptr;                    // nullptr: this process alone
        std::atomic<bool> const* stop = nullptr;         // set: no further task is started
        std::function<void(std::size_t)> expected = {};  // so many more blocks will be simulated
        std::function<void()> finished_block = {};
        // It is certain what will be simulated, and nothing has been: where to keep the blocks, and to find those that are there;
        // nullptr: nowhere. What it throws ends the study. Called once by each study.
        std::function<Archive*(StudyIdentity const&, Forecast const&)> begin = {};
    };
    StudyRunner(ScenarioSource source, Options options);
    ~StudyRunner();

    // The number of the first one; the others follow. Throws InvalidInput with the problems of all of them, each once.
    std::uint32_t add(std::vector<Variant> const& variants);
    [[nodiscard]] std::vector<Variant> const& variants() const;
    [[nodiscard]] std::shared_ptr<Model const> model(std::uint32_t variant) const;
    [[nodiscard]] ScenarioSource const& source() const;

    // Hash of its scenario as resolved, changes and strategy included.
    [[nodiscard]] std::uint64_t fingerprint(std::uint32_t variant) const;
    [[nodiscard]] Options const& options() const;
    [[nodiscard]] BlockResult simulate(Task const& task) const;  // safe to call from several threads

    // Of a study, once its variants are there and its plan is found good. Throws InvalidPlan if a shard of it makes no sense, and
    // what the archive throws: InvalidInput if it is about something else.
    void begin(StudyIdentity const& study, Forecast const& forecast);
    [[nodiscard]] std::uint64_t asked() const;  // tasks so far
    // Tasks were left to other machines, and their results are not in the archive: there is nothing to conclude.
    [[nodiscard]] bool is_part() const;

    // Calls `finished` with the position of the task, one call at a time in any order; not for tasks of other shards that are not
    // in the archive. Returns false if it was stopped.
    [[nodiscard]] bool perform(std::span<Task const> tasks, std::function<void(std::size_t, BlockResult const&)> const& finished);
    // The last weeks, in the order of the tasks. Nothing if it was stopped, or is part of a study: there is nothing to conclude.
    // looked_at: at each block as it is kept, in any order.
    [[nodiscard]] std::optional<std::vector<FinalValues>> final_values(
        std::span<Task const> tasks, std::function<void(std::size_t, BlockResult const&)> const& looked_at = {});

  private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace micropol
