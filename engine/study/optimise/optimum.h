#pragma once
// What a search of bundles came to once its finalists have lived through fresh chance.

#include <string>
#include <vector>

#include "study/compare/compare.h"
#include "study/optimise/optimise.h"

namespace micropol {

// A bundle that reached the final, and what it is called there.
struct Found {
    std::string name;
    std::size_t trial = 0;  // of the search
    Bundle bundle = {};
};

// The finalists that no strategy given is, most merit in the search first: "found_1", "found_2" …, without names in use.
[[nodiscard]] std::vector<Found> found_in(Search const& search, std::vector<std::string> const& names_in_use);

// "strategies:\n  found_1:\n    meaning: …": bundles as in a scenario.
[[nodiscard]] std::string strategies_yaml(SearchSpace const& space, std::vector<Found> const& which);

// A standing of the final seen as a choice.
struct Prospect {
    bool keeps_limits = true;  // its means do
    bool on_front = false;     // by its means, no other that keeps the limits has more merit at no more cost
    // Criterion, this one minus the choice: 95 % for all of them together (Bonferroni). The choice was made on other chance,
    // so these are as many comparisons as there are others.
    Estimate against_choice;
};

// What the search promised of its choice more than doing nothing, in the criterion's unit, and what fresh chance left of it.
struct Optimism {
    Estimate promised, kept, difference;  // difference: promised minus kept, two independent samples
};

struct Optimum {
    Comparison comparison;            // on fresh chance: doing nothing, the scenario's strategies, what was found
    std::vector<Prospect> prospects;  // [standing]
    std::vector<Found> found;
    std::optional<std::size_t> choice;  // standing; empty if nothing that was tried keeps the limits
    std::optional<Optimism> optimism;   // of the choice, unless that is doing nothing
    SearchSpace space;
    SearchPlan plan;
    std::size_t tried = 0, search_blocks = 0, generations = 0;

    [[nodiscard]] Found const* bundle_of(Standing const& standing) const;  // nullptr for doing nothing and given strategies
};

// contenders: the given trials of the search in their order, doing nothing first; then `found`. The facts record an outcome
// "cost", and "credibility" where that is limited; throws std::invalid_argument otherwise.
[[nodiscard]] Optimum conclude(StudyFacts const& facts, std::vector<Contender> const& contenders, Criterion const& criterion,
                               Search const& search, SearchSpace const& space, SearchPlan const& plan, std::vector<Found> found);

}  // namespace micropol
