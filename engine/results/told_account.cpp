#include "results/explanation_account.h"
#include "results/wording.h"

namespace micropol {

namespace {

std::string value_in_words(double value, Unit unit) {
    bool const share = unit == Unit::share || unit == Unit::flag;
    return figure(value, share ? Precision{100, 0, " %", false} : Precision{1, 2, "", false});
}

}  // namespace

Part part_of(Explanation const& explanation, Told const& told) {
    StudyFacts const& facts = explanation.facts;
    OutcomeKind const& outcome = *facts.outcomes[explanation.outcome];
    Part part;
    part.heading = "The " + told.chosen.which + " history, told";
    part.opening.push_back("History " + std::to_string(told.chosen.block) + "." + std::to_string(told.chosen.history) + ": " +
                           std::string(outcome.label) + ' ' + value_in_words(told.chosen.value, outcome.unit) + " at week " +
                           std::to_string(facts.weeks) + '.');
    for (Moment const& moment : told.chronicle)
        part.entries.push_back({"Week " + std::to_string(moment.week), in_words(moment, facts)});
    return part;
}

}  // namespace micropol
