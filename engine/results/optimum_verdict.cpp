#include <algorithm>
#include <cmath>

#include "results/comparison_account.h"
#include "results/optimum_account.h"
#include "results/wording.h"

namespace micropol {

namespace {

std::string amount(Estimate const& estimate, Unit unit) {
    return level_in_words(estimate, unit) + (unit == Unit::money ? " thousand euros" : "");
}

std::string gain(Estimate const& estimate, Unit unit) {
    Precision const precision = change_precision_of(estimate, unit);
    return figure(estimate.mean, precision) + " (" + interval(estimate.low, estimate.high, precision) + ")";
}

// Others that keep the limits: clearly better than the choice, or not to be told apart from it.
struct Others {
    std::vector<std::string> better, level;
    std::optional<std::size_t> cheapest;  // of the choice and those level with it
};

Others others_of(Optimum const& optimum) {
    Comparison const& comparison = optimum.comparison;
    std::size_t const cost = *comparison.outcome("cost");
    Others others{.better = {}, .level = {}, .cheapest = optimum.choice};
    for (std::size_t k = 0; k < comparison.standings.size(); ++k) {
        if (k == *optimum.choice || !optimum.prospects[k].keeps_limits) continue;
        Standing const& standing = comparison.standings[k];
        Estimate const& difference = optimum.prospects[k].against_choice;
        bool const less = comparison.criterion.less_is_better;
        if (less ? difference.high < 0 : difference.low > 0) {
            others.better.push_back(plain(standing.name));
        } else if (!(less ? difference.low > 0 : difference.high < 0)) {
            others.level.push_back(plain(standing.name));
            if (standing.level[cost].mean < comparison.standings[*others.cheapest].level[cost].mean) others.cheapest = k;
        }
    }
    return others;
}

std::string how_it_stood(Optimum const& optimum) {
    Comparison const& comparison = optimum.comparison;
    Others const others = others_of(optimum);
    std::string const name = plain(comparison.standings[*optimum.choice].name);
    if (!others.better.empty())
        return "It did not stand: " + listed(others.better) + (others.better.size() == 1 ? " is" : " are") +
               " better on fresh chance.";
    if (others.level.empty()) return "It is better than all others in the final that keep the limits.";
    std::string text = listed(others.level) + " cannot be told apart from it.";
    Standing const& cheapest = comparison.standings[*others.cheapest];
    return text + " Cheapest of these is " + (others.cheapest == optimum.choice ? name : plain(cheapest.name)) + ": " +
           amount(cheapest.level[*comparison.outcome("cost")], Unit::money) + ".";
}

std::string luck(Optimum const& optimum, Unit unit) {
    Optimism const& optimism = *optimum.optimism;
    std::string const difference = gain(optimism.difference, unit);
    return "More than none by " + gain(optimism.promised, unit) + " in the search and " + gain(optimism.kept, unit) +
           " on fresh chance: the search was too hopeful by " + difference +
           (direction(optimism.difference) == "≈" ? ", which may be nothing." : ".");
}

}  // namespace

std::vector<std::string> verdict_on(Optimum const& optimum) {
    Comparison const& comparison = optimum.comparison;
    if (!optimum.choice) return {"Nothing that was tried surely keeps the limits, doing nothing included."};
    Standing const& choice = comparison.standings[*optimum.choice];
    OutcomeKind const& kind = *comparison.facts.outcomes[comparison.criterion.outcome];
    std::string text = "The search's choice is " + plain(choice.name) + ": " + std::string(kind.label) + " " +
                       amount(choice.level[comparison.criterion.outcome], kind.unit) + ", cost " +
                       amount(choice.level[*comparison.outcome("cost")], Unit::money) + ".";
    if (!optimum.prospects[*optimum.choice].keeps_limits) text += " On fresh chance it breaks a limit.";
    if (comparison.blocks == 1) return {text, std::string(one_block_has_no_interval)};
    std::vector<std::string> lines{text + ' ' + how_it_stood(optimum)};
    if (optimum.optimism) lines.push_back(luck(optimum, kind.unit));
    return lines;
}

}  // namespace micropol
