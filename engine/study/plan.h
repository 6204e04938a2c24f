#pragma once
// What all studies have in common: a plan says what is asked for, a forecast what will be simulated, and an identity what makes it
// this study and no other.

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "study/finished.h"
#include "words/problem.h"

namespace micropol {

// What is asked for cannot be: a field of the plan, whatever scenario it is for.
class InvalidPlan : public InvalidInput {
  public:
    InvalidPlan(std::string field, Phrase what, Phrase why = {}, Phrase suggestion = {});
    [[nodiscard]] std::string const& field() const { return problems().front().place.file; }
};

// Position of the outcome of that key among those that are recorded. Throws InvalidPlan where there is none; `field` asked for it.
[[nodiscard]] std::size_t outcome_named(std::string const& key, std::span<OutcomeKind const* const> outcomes,
                                        std::string const& field = "by");

// "see micropol describe outcomes"
[[nodiscard]] Message see(std::string_view command);

// What is kept of a block: everything; the last week, what was drawn and how each department fared week by week; the last week
// and what was drawn; or what was drawn and what somebody who looks from outside would have seen, as BlockResult::weekly, instead of outcomes.
// A result of which only the last week was kept counts one week and has no people, nor departments before and after.
enum class Retention { everything, departments, final_week, seen };
[[nodiscard]] constexpr bool keeps_departments(Retention retention) { return retention < Retention::final_week; }

// For whoever keeps the blocks of a study, and finds them again.
struct StudyIdentity {
    std::string kind = {};          // "run", "compare", "optimise", "sweep", "explain", "calibrate"
    std::string definition = "{}";  // JSON: what decides, besides the scenario, which blocks of which variants are simulated
    std::string view = "{}";        // JSON: how it looks at them
    StudyFacts facts = {};
    Retention retention = Retention::final_week;
    std::optional<std::uint64_t> planned = {};  // blocks of all variants; nothing where what is found decides
    // A block as the study wants it, with what is to be kept of it. Safe to call from several threads; without, simulate_block.
    std::function<BlockResult(Model const&, std::uint32_t block)> simulate = {};
};

// Known before anything is simulated.
struct Forecast {
    std::vector<std::shared_ptr<Model const>> models =
        {};                    // one of each kind of variant: what is simulated, a block of each in turn
    std::uint64_t blocks = 0;  // of all variants together; where a rule decides when to stop, up to its first check
    bool open = false;         // a rule decides: then more
    std::uint64_t more = 0;    // at most so many besides, as what is found decides
    std::size_t kept = 0;      // bytes: what is kept of the results
    std::uint32_t whole = 0;   // results of blocks that are held as a whole; 0: as many as there are threads
    [[nodiscard]] std::size_t memory_needed(int threads) const;  // bytes
};

}  // namespace micropol
