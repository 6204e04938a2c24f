#pragma once
// The week loop: one block on one thread, blocks in parallel.

#include <atomic>
#include <functional>
#include <span>
#include <stdexcept>
#include <vector>

#include "model/model.h"

namespace micropol {

// Means over the people of each department, as department_groups.h has them, who are there in a week. Each history
// weighs by how many they are; where nobody is, there is no number. In the order of person_measures.
struct DepartmentWeeks {
    std::vector<float> people;    // [week * groups + group] who are there, mean over the histories
    std::vector<float> mean, sd;  // [(measure * weeks + week) * groups + group]; sd: over the histories, of the department's mean
};

// What one block of sixteen histories came to.
struct BlockResult {
    std::uint32_t block = 0;
    std::vector<Worlds> weekly;                               // [outcome * weeks + week]
    std::vector<Worlds> department_before, department_after;  // [department] share of the organisation's power
    std::vector<float> person_before, person_after;           // [employee] power, mean over the histories
    std::vector<std::string> person;                          // [employee] id
    std::vector<std::uint16_t> person_department;             // [employee]
    std::vector<std::uint8_t> person_level;                   // [employee]
    // [measure * employees + employee], in the order of person_measures: at the end, mean over the histories in which somebody has
    // the seat; no number where none has, nor of anybody in a department that is not shown singly.
    std::vector<float> person_state;
    DepartmentWeeks of_departments;
    std::vector<double> drawn;     // [uncertain number]
    std::uint64_t state_hash = 0;  // of the last week's state
};

// A value that is infinite or not a number: a defect of a mechanism. Names mechanism, column, employee and week.
struct NonFinite : std::runtime_error {
    using std::runtime_error::runtime_error;
};

class History;
struct Deployment;

// Looks at the state at the end of every week and leaves it alone.
class Observer {
  public:
    virtual ~Observer() = default;
    // progress: [step] of the block.
    virtual void see(int week, History const& history, std::span<Deployment const> progress) = 0;
};

[[nodiscard]] BlockResult simulate_block(Block const& block, std::vector<OutcomeKind const*> const& outcomes, int weeks,
                                         std::uint64_t seed, Observer* observer = nullptr);

// Every block of the model, in parallel; results by number whatever the order in which threads finish. threads 0: all
// processors.
[[nodiscard]] std::vector<BlockResult> run_all(Model const& model, int threads = 0);

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
