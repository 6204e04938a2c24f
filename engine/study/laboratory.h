#pragma once
// Simulates what a study asks for: tasks, each one block of one variant of the scenario. What is known already comes from the
// archive, everything else is simulated and kept there.

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "study/archive.h"

namespace micropol {

using Horizon = std::vector<Worlds>;  // [outcome]: the last week of a block

// What is kept of a block: everything, or the last week and what was drawn. A result of which only the horizon was kept
// counts one week and has no people or departments.
enum class Kept { everything, horizon };

// One of several machines that share the tasks of a study between them.
struct Shard {
    std::uint32_t number = 1, of = 1;  // from 1
    [[nodiscard]] bool takes(std::uint64_t unit) const { return unit % of == number - 1; }
};

class Laboratory {
  public:
    struct Options {
        int threads = 0;  // 0: all processors
        Kept kept = Kept::horizon;
        Shard shard = {};
        std::atomic<bool> const* stop = nullptr;         // set: no further task is started
        std::function<void(std::size_t)> expected = {};  // so many more blocks will be simulated
        std::function<void()> finished_block = {};
    };
    Laboratory(ScenarioSource source, Options options);
    ~Laboratory();

    // The number of the first one; the others follow. Throws InvalidInput with the problems of all of them, each once.
    std::uint32_t add(std::vector<Variant> const& variants);
    [[nodiscard]] std::vector<Variant> const& variants() const;
    [[nodiscard]] std::shared_ptr<Model const> model(std::uint32_t variant) const;

    // Keeps what follows there, and takes from it what it has. Throws InvalidInput if it is about something else.
    void keep_in(Archive& archive);
    // Tasks asked for so far, and how many of them came from the archive.
    [[nodiscard]] std::uint64_t asked() const;
    [[nodiscard]] std::uint64_t found() const;

    // Calls `finished` with the position of the task, one call at a time in any order; not for tasks of other shards. Returns
    // false if it was stopped.
    [[nodiscard]] bool perform(std::span<Task const> tasks, std::function<void(std::size_t, BlockResult const&)> const& finished);
    // The last weeks, in the order of the tasks, empty for those of other shards; nothing if it was stopped.
    [[nodiscard]] std::optional<std::vector<Horizon>> horizons(std::span<Task const> tasks);

  private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace micropol
