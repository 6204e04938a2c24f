#include <cmath>

#include "findings/comparison.h"

namespace micropol {

namespace {

Quantity amount(Comparison const& comparison, Standing const& standing, std::size_t outcome) {
    return with_money(mean(standing.level[outcome], comparison.facts.outcomes[outcome]->unit));
}

// "2 points", as it was asked for.
Phrase aim_of(Comparison const& comparison) {
    Unit const unit = comparison.facts.outcomes[comparison.criterion.outcome]->unit;
    bool const points = unit == Unit::share || unit == Unit::flag;
    Quantity const aim = exact(std::round(comparison.stopped.aim * (points ? 100 : 1) * 1e6) / 1e6);
    if (points) return Message("{0} points", {aim, Count{aim.mean == 1 ? 1u : 2u}});
    return unit == Unit::money ? Phrase(Message("{0} thousand euros", {aim})) : aim;
}

Phrase winner(Comparison const& comparison) {
    Standing const &best = comparison.standings.front(), &next = comparison.standings[1];
    std::size_t const outcome = comparison.criterion.outcome;
    OutcomeKind const& kind = *comparison.facts.outcomes[outcome];
    Quantity lead = quantity(next.against_best[outcome], kind.unit, Quantity::Form::size);
    if (!comparison.criterion.less_is_better) {
        lead.mean = -lead.mean;
        std::swap(lead.low, lead.high);
        lead.low = -lead.low, lead.high = -lead.high;
    }
    return Message(
        "The best is {0}: {1} {2}, ahead of {3}, the next, by {4}.",
        {strategy_within(best.name), label_of(kind), amount(comparison, best, outcome), strategy_within(next.name), lead});
}

Phrase no_winner(Comparison const& comparison, Listing const& rivals) {
    Phrase const first = strategy_within(comparison.standings.front().name);
    if (rivals.items.size() + 1 == comparison.standings.size())
        return Message("There is no winner: {0} comes first, but no other strategy can be told apart from it.", {first});
    return Message("There is no single winner: {0} comes first, but {1} cannot be told apart from it.", {first, rivals});
}

Phrase cheapest(Comparison const& comparison, bool alone) {
    Standing const& standing = comparison.standings[*comparison.cheapest];
    Quantity const cost = amount(comparison, standing, *comparison.outcome("cost"));
    if (alone) return Message("It costs {0}.", {cost});
    return Message("Cheapest of these is {0}: {1}.", {strategy_within(standing.name), cost});
}

Phrase why_stopped(Comparison const& comparison) {
    Stopped const& stopped = comparison.stopped;
    Count const histories{comparison.histories()};
    Phrase const aim = aim_of(comparison);
    if (stopped.rule == Stopped::Rule::narrow)
        return stopped.met
                   ? Message(
                         "Stopped after {0} histories of each strategy: every interval against the best is narrower than {1}.",
                         {histories, aim})
                   : Message(
                         "Stopped after the {0} histories of each strategy that --runs allows: not every interval against "
                         "the best is known to be narrower than {1}.",
                         {histories, aim});
    if (stopped.met)
        return Message(
            "Stopped after {0} histories of each strategy: selected {1}. If one strategy is better than every other "
            "by at least {2}, this is it with a probability of at least 95 % (procedure KN of Kim & Nelson 2001).",
            {histories, strategy_within(stopped.selected), aim});
    return Message(
        "Stopped after the {0} histories of each strategy that --runs allows: not decided, so nothing is promised. "
        "A wider zone than {1} (--indifference) needs fewer.",
        {histories, aim});
}

}  // namespace

std::vector<Phrase> verdict_on(Comparison const& comparison) {
    Listing rivals;
    for (std::size_t k = 1; k < comparison.standings.size(); ++k)
        if (comparison.standings[k].level_with_best) rivals.items.push_back(strategy_within(comparison.standings[k].name));
    std::vector<Phrase> lines;
    if (comparison.blocks == 1) {
        lines.push_back(no_interval().text);
    } else {
        bool const alone = rivals.items.empty();
        Listing sentences{{alone ? winner(comparison) : no_winner(comparison, rivals)}, Listing::Joined::by_spaces};
        if (comparison.cheapest) sentences.items.push_back(cheapest(comparison, alone));
        lines.push_back(sentences);
    }
    if (OtherCriteria other = other_criteria(comparison); !other.sentences.empty()) {
        Listing const sentences{std::move(other.sentences), Listing::Joined::by_spaces};
        lines.insert(other.disagree ? lines.begin() : lines.end(), sentences);
    }
    if (comparison.stopped.rule != Stopped::Rule::all_blocks)
        lines.push_back(Listing{{why_stopped(comparison), "Intervals are as if the number of histories had been set beforehand."},
                                Listing::Joined::by_spaces});
    return lines;
}

}  // namespace micropol
