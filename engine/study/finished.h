#pragma once
// The finished blocks of a study and how to look things up in them; shared by the parts of a summary.

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "organisation/privacy.h"
#include "simulation/simulate.h"

namespace micropol {

// What a summary needs to know of the model besides its results.
struct StudyFacts {
    std::string title, question, strategy;
    std::size_t headcount = 0;
    int weeks = 0;
    std::uint64_t seed = 0;
    std::vector<OutcomeKind const*> outcomes;  // in the order of BlockResult::weekly
    std::vector<std::string> departments, uncertain;
    std::vector<std::string> department_groups;  // departments as tables of people tell of them: department_groups.h
    std::size_t numbers = 0, assumed_numbers = 0;
    bool by_person = false;                    // people were imported: everyone is the same person in every block
    Privacy privacy = {};                      // theirs
    std::string currency = {};                 // as money is called; empty: euros
    std::size_t amounts = 0, own_amounts = 0;  // of money that decide, and those of them that the scenario gives
    bool sees_all = false;                     // somebody is chosen by what nobody can see: an upper bound
};

[[nodiscard]] StudyFacts facts_of(Model const& model);
// Amounts of all the models together, each once.
void count_amounts(StudyFacts& facts, std::span<std::shared_ptr<Model const> const> models);

class Finished {
  public:
    // Keeps references to both. Blocks without results are skipped; throws std::invalid_argument if none is left.
    Finished(StudyFacts const& facts, std::vector<BlockResult> const& results);

    [[nodiscard]] StudyFacts const& facts() const { return facts_; }
    [[nodiscard]] std::vector<BlockResult const*> const& blocks() const { return blocks_; }
    [[nodiscard]] std::size_t histories() const { return blocks_.size() * std::size_t(histories_per_block); }

    // Position among the outcomes; empty if the study does not record it.
    [[nodiscard]] std::optional<std::size_t> outcome(std::string_view key) const;
    [[nodiscard]] std::span<Worlds const> weekly(BlockResult const& block, std::size_t outcome) const;  // [week]
    // [block * 16 + history]
    [[nodiscard]] std::vector<double> at_horizon(std::size_t outcome) const;
    [[nodiscard]] std::vector<double> weekly_maximum(std::size_t outcome) const;

  private:
    StudyFacts const& facts_;
    std::vector<BlockResult const*> blocks_;
};

}  // namespace micropol
