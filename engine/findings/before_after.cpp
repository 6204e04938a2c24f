#include "findings/before_after.h"

#include <algorithm>

namespace micropol {

namespace {

Standing const* named(Comparison const& comparison, std::string const& name) {
    auto const found = std::ranges::find(comparison.standings, name, &Standing::name);
    return found == comparison.standings.end() ? nullptr : &*found;
}

}  // namespace

bool are_comparable(Comparison const& before, Comparison const& after) {
    bool const same_names = before.standings.size() == after.standings.size() &&
                            std::ranges::all_of(after.standings,
                                                [&](Standing const& one) { return named(before, one.name) != nullptr; });
    auto const begins = [](Comparison const& one) { return one.later ? one.later->week : 0; };
    return same_names && begins(before) == begins(after) && before.criterion.less_is_better == after.criterion.less_is_better &&
           before.facts.outcomes.at(before.criterion.outcome) == after.facts.outcomes.at(after.criterion.outcome);
}

Phrase verdict_on(Comparison const& before, Comparison const& after) {
    Standing const &was = before.standings.front(), &is = after.standings.front();
    Standing const *was_now = named(after, was.name), *is_then = named(before, is.name);
    if (was.name == is.name)
        return Message("The evidence does not change the choice: {0} is best in {1} of histories before it and in {2} after it.",
                       {strategy_within(is.name), percent(was.best_in.mean), percent(is.best_in.mean)});
    std::vector<Phrase> const gaps{strategy_within(was.name), strategy_within(is.name), percent(is_then->best_in.mean),
                                   percent(is.best_in.mean)};
    if (was_now->level_with_best)
        return Message(
            "The evidence brings {1} to the front, in place of {0}, but both are level with each other; {1} is best in {2} of "
            "histories before it and in {3} after it.",
            gaps);
    return Message(
        "The evidence changes the choice from {0} to {1}, which is best in {2} of histories before it and in {3} after it.",
        gaps);
}

Section before_after_section(Comparison const& before, Comparison const& after) {
    Section section{.id = "before-after", .heading = "The decision before and after the evidence"};
    OutcomeKind const& outcome = *after.facts.outcomes[after.criterion.outcome];
    Table table{.note = Message("by '{0}'; share of histories in which each is the best of all", {label_within(outcome)}),
                .columns = {"Strategy", "Before", "Best in", "After the evidence", "Best in"},
                .interval_unit = outcome.unit,
                .intervals_are_changes = false};
    for (Standing const& now : after.standings) {
        Standing const& then = *named(before, now.name);
        table.rows.push_back({strategy(now.name), level(then.level[before.criterion.outcome], outcome.unit),
                              percent(then.best_in.mean), level(now.level[after.criterion.outcome], outcome.unit),
                              percent(now.best_in.mean)});
    }
    section.add({table});
    section.add({Paragraph{verdict_on(before, after), Paragraph::Tone::verdict}});
    return section;
}

}  // namespace micropol
