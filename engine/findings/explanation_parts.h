#pragma once
// The parts of an explanation: each adds its sections, and its verdict if it has one.

#include "findings/explanation.h"

namespace micropol {

void add_told(Document& document, Explanation const& explanation, Told const& told);
void add_why(Document& document, Explanation const& explanation, Attribution const& why);
void add_pivotal(Document& document, Explanation const& explanation, Pivotal const& pivotal, Detail detail);
void add_ledger(Document& document, Explanation const& explanation, Ledger const& ledger, Detail detail);
void add_fork(Document& document, Explanation const& explanation, Fork const& fork, Detail detail);

// Of the ledger: the weakest offers that make what is unwanted rarer.
void add_offers(Document& document, Explanation const& explanation, Ledger const& ledger);

// The first ones, as long as there are that many; all of them in full detail.
[[nodiscard]] constexpr std::size_t shown_of(std::size_t all, std::size_t most, Detail detail) {
    return detail == Detail::full || all < most ? all : most;
}

// A moment's place: "Week 12".
[[nodiscard]] Entries chronicle_of(std::vector<Moment> const& chronicle, StudyFacts const& facts);

}  // namespace micropol
