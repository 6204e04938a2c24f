#include "findings/comparison.h"
#include "findings/optimum.h"
#include "words/number_text.h"

namespace micropol {

namespace {

Quantity amount(Estimate const& estimate, Unit unit) { return with_money(level(estimate, unit)); }

// Others that keep the limits: clearly better than the choice, or not to be told apart from it.
struct Others {
    Listing better, level;
    std::size_t cheapest;  // of the choice and those level with it
};

Others others_of(Optimum const& optimum) {
    Comparison const& comparison = optimum.comparison;
    std::size_t const cost = *comparison.outcome("cost");
    Others others{.better = {}, .level = {}, .cheapest = *optimum.choice};
    for (std::size_t k = 0; k < comparison.standings.size(); ++k) {
        if (k == *optimum.choice || !optimum.prospects[k].keeps_limits) continue;
        Standing const& standing = comparison.standings[k];
        int const sign = sign_of(optimum.prospects[k].against_choice) * (comparison.criterion.less_is_better ? -1 : 1);
        if (sign > 0) {
            others.better.items.push_back(strategy_within(standing.name));
        } else if (sign == 0) {
            others.level.items.push_back(strategy_within(standing.name));
            if (standing.level[cost].mean < comparison.standings[others.cheapest].level[cost].mean) others.cheapest = k;
        }
    }
    return others;
}

std::vector<Phrase> how_it_stood(Optimum const& optimum) {
    Comparison const& comparison = optimum.comparison;
    Others const others = others_of(optimum);
    if (others.better.items.size() == 1) return {Message("It did not stand: {0} is better on fresh chance.", {others.better})};
    if (!others.better.items.empty()) return {Message("It did not stand: {0} are better on fresh chance.", {others.better})};
    if (others.level.items.empty()) return {"It is better than all others in the final that keep the limits."};
    Standing const& cheapest = comparison.standings[others.cheapest];
    return {Message("{0} cannot be told apart from it.", {others.level}),
            Message("Cheapest of these is {0}: {1}.",
                    {strategy_within(cheapest.name), amount(cheapest.level[*comparison.outcome("cost")], Unit::money)})};
}

Phrase luck(Optimism const& optimism, Unit unit) {
    std::vector<Phrase> const gaps{change_of(optimism.promised, unit), change_of(optimism.kept, unit),
                                   change_of(optimism.difference, unit)};
    bool const perhaps = mark_of(level(optimism.difference, unit)) == "≈";
    return perhaps
               ? Message(
                     "More than none by {0} in the search and {1} on fresh chance: the search was too hopeful by {2}, "
                     "which may be nothing.",
                     gaps)
               : Message("More than none by {0} in the search and {1} on fresh chance: the search was too hopeful by {2}.", gaps);
}

}  // namespace

std::vector<Phrase> verdict_on(Optimum const& optimum) {
    Comparison const& comparison = optimum.comparison;
    if (!optimum.choice) return {"Nothing that was tried surely keeps the limits, doing nothing included."};
    Standing const& choice = comparison.standings[*optimum.choice];
    OutcomeKind const& kind = *comparison.facts.outcomes[comparison.criterion.outcome];
    Listing sentences{
        {Message("The search's choice is {0}: {1} {2}, cost {3}.",
                 {strategy_within(choice.name), label_of(kind), amount(choice.level[comparison.criterion.outcome], kind.unit),
                  amount(choice.level[*comparison.outcome("cost")], Unit::money)})},
        Listing::Joined::by_spaces};
    if (!optimum.prospects[*optimum.choice].keeps_limits) sentences.items.push_back("On fresh chance it breaks a limit.");
    if (comparison.blocks == 1) return {sentences, no_interval().text};
    for (Phrase& sentence : how_it_stood(optimum)) sentences.items.push_back(std::move(sentence));
    std::vector<Phrase> lines{sentences};
    // Said of the first by the criterion.
    if (OtherCriteria other = other_criteria(comparison); *optimum.choice == 0 && !other.sentences.empty())
        lines.insert(other.disagree ? lines.begin() : lines.end(),
                     Listing{std::move(other.sentences), Listing::Joined::by_spaces});
    if (optimum.optimism) lines.push_back(luck(*optimum.optimism, kind.unit));
    return lines;
}

}  // namespace micropol
