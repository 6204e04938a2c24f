#pragma once
// An explanation in words: what text and Markdown say alike.

#include <string>
#include <vector>

#include "results/account.h"
#include "results/grid.h"
#include "study/explain/explanation.h"

namespace micropol {

// One question and its answer.
struct Part {
    struct Entry {
        std::string label;  // "Week 12"
        std::string text;
    };
    std::string heading;
    std::vector<std::string> opening;
    std::vector<Entry> entries;
    std::vector<Grid> grids;
    std::vector<std::string> closing;
};

struct ExplanationAccount {
    std::string title;
    std::vector<std::string> opening;
    std::vector<Part> parts;
    std::vector<std::string> closing;
};

[[nodiscard]] ExplanationAccount account_of(Explanation const& explanation);

[[nodiscard]] Part part_of(Explanation const& explanation, Told const& told);
[[nodiscard]] Part part_of(Explanation const& explanation, Attribution const& why);
[[nodiscard]] Part part_of(Explanation const& explanation, Pivotal const& pivotal);
[[nodiscard]] Part part_of(Explanation const& explanation, Ledger const& ledger);
[[nodiscard]] Part part_of(Explanation const& explanation, Fork const& fork);

// "the losers of Sales: even in full it is not enough …"
[[nodiscard]] std::string in_words(Relief const& relief, SmallestOffer const& offer);
// "silenced"
[[nodiscard]] std::string_view in_words(Turn turn);
// "broken off in week 26: …"
[[nodiscard]] std::string in_words(PivotalWeek const& week, OutcomeKind const& outcome);

}  // namespace micropol
