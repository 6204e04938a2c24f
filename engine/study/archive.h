#pragma once
// Where a runner keeps finished blocks; store/store.h has one in a file.

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "model/given_numbers.h"
#include "scenario/change.h"
#include "simulation/simulate.h"

namespace micropol {

// One way to try a scenario.
struct Variant {
    std::string name;                                // "bundle"; "17"
    std::string strategy;                            // of the scenario; "" for none
    std::vector<Change> changes = {};                // after those that the source of the scenario has
    std::string meaning = {};                        // in a sentence
    std::shared_ptr<GivenNumbers const> given = {};  // what blocks take instead of drawing; else what the study's runner says
};

// One block of one variant. Variants that share a block share its organisation, assumptions and chance.
struct Task {
    std::uint32_t variant = 0, block = 0;
};

// A variant as it is simulated.
struct ReadyVariant {
    Variant variant;
    std::uint64_t scenario = 0;          // hash of it as resolved, changes and strategy included
    std::vector<std::string> uncertain;  // paths of the numbers drawn once a block: BlockResult::drawn
};

// Tasks of a study are numbered in the order in which it asks for them, from 0: that is a block's unit.
class Archive {
  public:
    virtual ~Archive() = default;
    // The variant of that number. Throws InvalidInput if the archive holds another one by that number.
    virtual void add(std::uint32_t number, ReadyVariant const& variant) = 0;
    // Whether it is kept. Throws InvalidInput if something else is kept in its place.
    [[nodiscard]] virtual bool has(std::uint64_t unit, Task const& task) const = 0;
    // As it was written, to the bit. Throws std::out_of_range for a unit that is not there.
    [[nodiscard]] virtual BlockResult load(std::uint64_t unit) const = 0;
    virtual void write(std::uint64_t unit, Task const& task, BlockResult const& result) = 0;
};

}  // namespace micropol
