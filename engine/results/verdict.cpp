#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/problem.h"
#include "results/comparison_account.h"
#include "results/wording.h"

namespace micropol {

namespace {

Estimate turned(Estimate estimate) {
    estimate.mean = -estimate.mean;
    std::swap(estimate.low, estimate.high);
    estimate.low = -estimate.low, estimate.high = -estimate.high;
    return estimate;
}

std::string amount(Comparison const& comparison, Standing const& standing, std::size_t outcome) {
    Unit const unit = comparison.facts.outcomes[outcome]->unit;
    return figure(standing.level[outcome].mean, precision_of(standing.level[outcome], unit)) +
           (unit == Unit::money ? " thousand euros" : "");
}

// "2 points", as it was asked for.
std::string aim_of(Comparison const& comparison) {
    Unit const unit = comparison.facts.outcomes[comparison.criterion.outcome]->unit;
    bool const points = unit == Unit::share || unit == Unit::flag;
    char text[32];
    double const shown = std::round(comparison.stopped.aim * (points ? 100 : 1) * 1e6) / 1e6;
    return std::string(text, std::to_chars(text, text + sizeof text, shown).ptr) + (points                ? " points"
                                                                                    : unit == Unit::money ? " thousand euros"
                                                                                                          : "");
}

std::string winner(Comparison const& comparison) {
    Standing const &best = comparison.standings.front(), &next = comparison.standings[1];
    std::size_t const outcome = comparison.criterion.outcome;
    OutcomeKind const& kind = *comparison.facts.outcomes[outcome];
    Estimate const lead = comparison.criterion.less_is_better ? next.against_best[outcome] : turned(next.against_best[outcome]);
    Precision precision = change_precision_of(lead, kind.unit);
    precision.signs = false;
    return "The best is " + plain(best.name) + ": " + std::string(kind.label) + " " + amount(comparison, best, outcome) +
           ", ahead of " + plain(next.name) + ", the next, by " + figure(lead.mean, precision) + " (" +
           interval(lead.low, lead.high, precision) + ").";
}

std::string no_winner(Comparison const& comparison, std::vector<std::string> const& rivals) {
    Standing const& best = comparison.standings.front();
    std::string const first = plain(best.name);
    if (rivals.size() + 1 == comparison.standings.size())
        return "There is no winner: " + first + " comes first, but no other strategy can be told apart from it.";
    return "There is no single winner: " + first + " comes first, but " + listed(rivals) + " cannot be told apart from it.";
}

std::string cheapest(Comparison const& comparison, bool alone) {
    Standing const& standing = comparison.standings[*comparison.cheapest];
    std::string const cost = amount(comparison, standing, *comparison.outcome("cost"));
    if (alone) return "It costs " + cost + ".";
    return "Cheapest of these is " + plain(standing.name) + ": " + cost + ".";
}

std::string why_stopped(Comparison const& comparison) {
    Stopped const& stopped = comparison.stopped;
    std::string const histories = count(comparison.histories()) + " histories of each strategy";
    bool const narrow = stopped.rule == Stopped::Rule::narrow;
    std::string text;
    if (narrow && stopped.met)
        text = "Stopped after " + histories + ": every interval against the best is narrower than " + aim_of(comparison) + ".";
    else if (narrow)
        text = "Stopped after the " + histories +
               " that --runs allows: not every interval against the best is known to be narrower than " + aim_of(comparison) +
               ".";
    else if (stopped.met)
        text = "Stopped after " + histories + ": selected " + plain(stopped.selected) +
               ". If one strategy is better than every other by at least " + aim_of(comparison) +
               ", this is it with a probability of at least 95 % (procedure KN of Kim & Nelson 2001).";
    else
        text = "Stopped after the " + histories + " that --runs allows: not decided, so nothing is promised. A wider zone than " +
               aim_of(comparison) + " (--indifference) needs fewer.";
    return text + " Intervals are as if the number of histories had been set beforehand.";
}

}  // namespace

std::vector<std::string> verdict_on(Comparison const& comparison) {
    std::vector<std::string> lines, rivals;
    for (Standing const& standing : comparison.standings)
        if (&standing != &comparison.standings.front() && standing.level_with_best) rivals.push_back(plain(standing.name));
    if (comparison.blocks == 1)
        lines.emplace_back(one_block_has_no_interval);
    else
        lines.push_back(rivals.empty() ? winner(comparison) : no_winner(comparison, rivals));
    if (comparison.cheapest && comparison.blocks > 1) lines.back() += ' ' + cheapest(comparison, rivals.empty());
    if (comparison.stopped.rule != Stopped::Rule::all_blocks) lines.push_back(why_stopped(comparison));
    return lines;
}

}  // namespace micropol
