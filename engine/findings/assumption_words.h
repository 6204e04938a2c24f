#pragma once
// What numbers that were drawn are called: "piece rate (share, assumed)".

#include "findings/common.h"
#include "study/drawn_number.h"

namespace micropol {

// "single study", "assumed"; "the scenario's own".
[[nodiscard]] Phrase grade_of(DrawnNumber const& number);
// Nothing for a pure number, and for what only the scenario knows.
[[nodiscard]] Phrase unit_of(DrawnNumber const& number);

struct CalledNumber {
    Phrase label;      // "piece rate"; "burden of executive mandate"
    Phrase basis;      // "share, assumed"
    Phrase described;  // both: "piece rate (share, assumed)"
    Phrase explained;  // and what it is: "piece rate: pay for one unit … (share, assumed)"
};
// [number] each by the end of its path; with what it belongs to, where it is a lever's or an initiative's, or another number ends alike.
[[nodiscard]] std::vector<CalledNumber> called(std::vector<DrawnNumber> const& drawn);
// What belongs together: "mechanisms.adoption", "levers.training", "culture".
[[nodiscard]] Phrase group_called(std::string_view group);

// "0.43 or more", "0.2 to 0.5", "committee or ceo"
[[nodiscard]] Phrase values_inside(DrawnNumber const& number, Range inside);

}  // namespace micropol
