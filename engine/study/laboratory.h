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

#include "scenario/read_scenario.h"
#include "simulation/simulate.h"
#include "study/finished.h"

namespace micropol {

// One way to try a scenario.
struct Variant {
    std::string name;                    // "bundle"; "17"
    std::string strategy;                // of the scenario; "" for none
    std::vector<Override> changes = {};  // as with --set, after those of the command line
};

// One block of one variant. Variants that share a block share its organisation, assumptions and chance.
struct Task {
    std::uint32_t variant = 0, block = 0;
};

using Horizon = std::vector<Worlds>;  // [outcome]: the last week of a block

// What is kept of a block: everything, or the last week and what was drawn. A result of which only the horizon was kept
// counts one week and has no people or departments.
enum class Kept { everything, horizon };

class Laboratory {
  public:
    struct Options {
        int threads = 0;  // 0: all processors
        Kept kept = Kept::horizon;
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

    // Calls `finished` with the position of the task, one call at a time in any order. Returns false if it was stopped.
    [[nodiscard]] bool perform(std::span<Task const> tasks, std::function<void(std::size_t, BlockResult const&)> const& finished);
    // The last weeks, in the order of the tasks; nothing if it was stopped.
    [[nodiscard]] std::optional<std::vector<Horizon>> horizons(std::span<Task const> tasks);

  private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace micropol
