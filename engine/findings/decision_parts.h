#pragma once
// The parts of the findings of a decision, for each question that it answers.

#include "findings/assumption_words.h"
#include "findings/common.h"
#include "study/decide/decision.h"

namespace micropol {

// How far each strategy may fall short.
[[nodiscard]] Section regret_section(Decision const& decision, Answer const& answer);
// What must be true for each to be the best.
[[nodiscard]] Section region_section(Decision const& decision, Answer const& answer);
// What would be worth knowing; a terminal has room for what is clear.
[[nodiscard]] Section worth_section(Decision const& decision, Answer const& answer, Detail detail);
// What asking the organisation would be worth, less what it costs, and what to watch once a strategy has begun; nothing where it was
// not kept week by week.
[[nodiscard]] Section survey_section(Decision const& decision, Answer const& answer);
[[nodiscard]] Section signpost_section(Decision const& decision, Answer const& answer);
// What the surveys cost, and what that rests on.
[[nodiscard]] Section survey_cost_section(Decision const& decision);
// Every number that the sections name: its path, what it says, unit and grade, and between which values it was drawn.
[[nodiscard]] Section named_numbers_section(Decision const& decision);

// A difference of results: "3 points", "120 thousand euros".
[[nodiscard]] Quantity size_of(double amount, Answer const& answer);
// What strategies are judged by, inside of a sentence and as a heading.
[[nodiscard]] Phrase subject_of(Decision const& decision, Answer const& answer);
[[nodiscard]] Phrase heading_subject(Decision const& decision, Answer const& answer);
[[nodiscard]] Phrase sentences(std::vector<Phrase> some);
// "70 thousand euros (50–140)", after ≈ where it cannot be told from nothing.
[[nodiscard]] Phrase bounded(InformationValue const& worth, Answer const& answer);
// So many rows of a table: those that are clear, but neither few nor many.
[[nodiscard]] std::size_t rows_shown(std::vector<Unknown> const& unknowns, Detail detail);

}  // namespace micropol
