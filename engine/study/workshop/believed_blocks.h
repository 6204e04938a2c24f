#pragma once
// Blocks of strategies under what people believe, each simulated once however many ask for it.

#include <map>
#include <tuple>
#include <vector>

#include "study/workshop/workshop.h"

namespace micropol {

class BelievedBlocks {
  public:
    // Keeps references. strategies: of which one outcome is measured.
    BelievedBlocks(BelievedNumbers const& numbers, std::vector<Variant> const& strategies, std::uint32_t blocks,
                   SimulateTasks const& simulate)
        : numbers_(numbers), strategies_(strategies), blocks_(blocks), simulate_(simulate) {}

    void ask_for(Beliefs const& beliefs, std::size_t strategy, std::uint32_t block);
    void ask_for_all_blocks(Beliefs const& beliefs, std::size_t strategy);
    // Everything that was asked for and is not there yet. False: it was stopped.
    [[nodiscard]] bool simulate();

    // The outcome in the last week. Throws std::out_of_range for what was not simulated.
    [[nodiscard]] Worlds const& of(Beliefs const& beliefs, std::size_t strategy, std::uint32_t block) const;
    [[nodiscard]] std::uint32_t blocks() const { return blocks_; }

  private:
    using Key = std::tuple<Beliefs, std::size_t, std::uint32_t>;
    BelievedNumbers const& numbers_;
    std::vector<Variant> const& strategies_;
    std::uint32_t blocks_;
    SimulateTasks const& simulate_;
    std::map<Key, Worlds> known_;
    std::vector<Key> asked_;
};

}  // namespace micropol
