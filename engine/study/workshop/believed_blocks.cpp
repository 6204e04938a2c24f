#include "study/workshop/believed_blocks.h"

#include <algorithm>

namespace micropol {

void BelievedBlocks::ask_for(Beliefs const& beliefs, std::size_t strategy, std::uint32_t block) {
    if (Key key(beliefs, strategy, block); !known_.contains(key)) asked_.push_back(std::move(key));
}

void BelievedBlocks::ask_for_all_blocks(Beliefs const& beliefs, std::size_t strategy) {
    for (std::uint32_t block = 0; block < blocks_; ++block) ask_for(beliefs, strategy, block);
}

bool BelievedBlocks::simulate() {
    // Variant by variant, so that a model is made once.
    std::ranges::sort(asked_);
    asked_.erase(std::unique(asked_.begin(), asked_.end()), asked_.end());
    std::vector<Variant> variants;
    std::vector<Task> tasks;
    Beliefs const* last = nullptr;
    std::shared_ptr<GivenNumbers const> given;
    std::size_t strategy = 0;
    for (auto const& [beliefs, its_strategy, block] : asked_) {
        bool const same = last != nullptr && *last == beliefs;
        if (!same) given = numbers_.values_of(beliefs, blocks_);
        if (!same || its_strategy != strategy) {
            Variant& variant = variants.emplace_back(strategies_.at(its_strategy));
            variant.name += ' ' + std::to_string(variants.size());
            variant.changes.insert(variant.changes.end(), numbers_.changes().begin(), numbers_.changes().end());
            variant.given = given;
        }
        last = &beliefs, strategy = its_strategy;
        tasks.push_back({std::uint32_t(variants.size() - 1), block});
    }
    if (tasks.empty()) return true;
    auto const results = simulate_(variants, tasks);
    if (!results) return false;
    for (std::size_t k = 0; k < asked_.size(); ++k) known_.emplace(std::move(asked_[k]), results->at(k).at(0));
    asked_.clear();
    return true;
}

Worlds const& BelievedBlocks::of(Beliefs const& beliefs, std::size_t strategy, std::uint32_t block) const {
    return known_.at(Key(beliefs, strategy, block));
}

}  // namespace micropol
