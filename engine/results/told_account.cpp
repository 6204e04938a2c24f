#include "results/chronicle_words.h"
#include "results/explanation_account.h"
#include "results/wording.h"

namespace micropol {

namespace {

std::string value_in_words(double value, Unit unit) {
    switch (unit) {
        case Unit::share: return figure(value, {100, 0, " %", false});
        case Unit::flag: return value > 0 ? "yes" : "no";
        case Unit::money: return figure(value, {1, 0, " thousand euros", false});
        case Unit::employees: return number(value, {});
        default: return number(value, {1, 2, "", false});
    }
}

}  // namespace

Part part_of(Explanation const& explanation, Told const& told) {
    StudyFacts const& facts = explanation.facts;
    OutcomeKind const& outcome = *facts.outcomes[explanation.outcome];
    Part part;
    bool const named = told.chosen.which == "named";
    std::string const number = std::to_string(told.chosen.block) + "." + std::to_string(told.chosen.history);
    part.heading = named ? "History " + number + ", told" : "The " + told.chosen.which + " history, told";
    std::string const among = count(explanation.blocks * std::size_t(histories_per_block));
    part.opening.push_back(
        (named ? "One of " + among + " histories" : "History " + number + ", the " + told.chosen.which + " of " + among) + ": " +
        std::string(outcome.label) + ' ' + value_in_words(told.chosen.value, outcome.unit) + " at week " +
        std::to_string(facts.weeks) + '.');
    for (Moment const& moment : told.chronicle)
        part.entries.push_back({"Week " + std::to_string(moment.week), in_words(moment, facts, Language::english)});
    part.closing.emplace_back(
        "Weeks count from 0, as in scenario files. Attitudes and stakes run from −1 to 1; a stake is what somebody sees to win or lose, all "
        "goals together.");
    return part;
}

}  // namespace micropol
