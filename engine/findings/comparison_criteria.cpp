// Where criteria disagree: who is first by one of them may cost more than it brings, or take root less often than another.
#include <algorithm>

#include "findings/comparison.h"
#include "statistics/quantile.h"

namespace micropol {

namespace {

using Positions = std::vector<std::size_t>;

constexpr std::size_t most_names = 3;

Listing names_of(Comparison const& comparison, Positions const& positions) {
    Listing names;
    for (std::size_t const k : positions) names.items.push_back(strategy_within(comparison.standings[k].name));
    return names;
}

// As sure as the intervals against the best: whoever pays is found among several, too. Of an interval by Student's t.
Estimate for_all_pairs(Comparison const& comparison, Estimate estimate) {
    double const wider = student_quantile((1 + comparison.pair_confidence) / 2, comparison.blocks - 1) /
                         student_quantile(0.975, comparison.blocks - 1);
    estimate.low = estimate.mean - (estimate.mean - estimate.low) * wider;
    estimate.high = estimate.mean + (estimate.high - estimate.mean) * wider;
    return estimate;
}

// What every strategy brings beyond its costs, against doing nothing.
class Balance {
  public:
    Balance(Comparison const& comparison, std::size_t outcome) : comparison_(comparison) {
        for (std::size_t k = 0; k < comparison.standings.size(); ++k) {
            gains_.push_back(for_all_pairs(comparison, comparison.standings[k].against_none[outcome]));
            if (k == comparison.none) continue;
            if (sign_of(gains_[k]) > 0) paying_.push_back(k);
            if (sign_of(gains_[k]) < 0) losing_.push_back(k);
            if (k != 0) others_.push_back(k);
        }
        std::ranges::stable_sort(paying_, std::ranges::greater{}, [&](std::size_t k) { return gains_[k].mean; });
        most_ = std::size_t(std::ranges::max_element(gains_, {}, &Estimate::mean) - gains_.begin());
    }

    // The first by the criterion is beaten by doing nothing, or another pays and it is not known to.
    [[nodiscard]] bool disagrees() const { return loses(0) || (!paying_.empty() && !pays(0)); }

    [[nodiscard]] std::vector<Phrase> sentences() const {
        std::vector<Phrase> said;
        if (comparison_.none != 0) said.push_back(on_the_first());
        if (Phrase const best = on_the_most_valuable(); !best.empty()) said.push_back(best);
        Positions worse = losing_;
        std::erase(worse, std::size_t{0});
        if (worse.empty()) return said;
        if (worse == others_ && loses(0))
            said.push_back("By value, doing nothing is better than every strategy.");
        else
            said.push_back(
                worse.size() > most_names
                    ? Message("By value, doing nothing is better than {0} of the other strategies.", {Count{worse.size()}})
                    : Message("By value, doing nothing is better than {0}.", {names_of(comparison_, worse)}));
        return said;
    }

  private:
    [[nodiscard]] bool loses(std::size_t k) const { return std::ranges::count(losing_, k) > 0; }
    [[nodiscard]] bool pays(std::size_t k) const { return std::ranges::count(paying_, k) > 0; }
    [[nodiscard]] Phrase named(std::size_t k) const { return strategy_within(comparison_.standings[k].name); }

    // "410 thousand euros (280–530)": how far it is from doing nothing, whichever way.
    [[nodiscard]] Quantity distance(std::size_t k) const {
        Estimate gain = gains_[k];
        if (gain.mean < 0) gain = {.mean = -gain.mean, .low = -gain.high, .high = -gain.low};
        return with_money(quantity(gain, Unit::money, Quantity::Form::size));
    }
    [[nodiscard]] Phrase change(std::size_t k) const {
        return Message("{0} ({1})", {with_money(quantity(gains_[k], Unit::money, Quantity::Form::change)),
                                     quantity(gains_[k], Unit::money, Quantity::Form::bounds)});
    }

    [[nodiscard]] Phrase on_the_first() const {
        Phrase const label = label_within(*comparison_.facts.outcomes[comparison_.criterion.outcome]);
        if (loses(0))
            return Message("{0} comes first in {1}, but it costs more than it brings: {2} less value than doing nothing.",
                           {named(0), label, distance(0)});
        if (pays(0)) return Message("{0} brings more than it costs: {1} more value than doing nothing.", {named(0), distance(0)});
        return Message("Whether {0} brings more than it costs is open: {1} against doing nothing.", {named(0), change(0)});
    }

    [[nodiscard]] Phrase on_the_most_valuable() const {
        if (paying_ == Positions{0}) return {};
        if (paying_.size() == 1)
            return Message("What pays is {0}: {1} more than doing nothing.", {named(most_), distance(most_)});
        if (!paying_.empty())
            return Message("What pays: {0}; most {1}, {2} more than doing nothing.",
                           {names_of(comparison_, paying_), named(most_), distance(most_)});
        return "No strategy is known to bring more than it costs.";
    }

    Comparison const& comparison_;
    std::vector<Estimate> gains_;  // [position]
    Positions paying_, losing_;    // against doing nothing; those that pay by their value
    Positions others_;             // but doing nothing and the first
    std::size_t most_ = 0;         // position of most value
};

// What else makes a transformation a success: who has clearly more of it than the first by the criterion.
std::vector<Phrase> ahead_in_other_respects(Comparison const& comparison) {
    std::vector<Phrase> said;
    for (std::string_view const key : {"substantive", "success"}) {
        auto const outcome = comparison.outcome(key);
        if (!outcome || *outcome == comparison.criterion.outcome) continue;
        Positions ahead;
        for (std::size_t k = 1; k < comparison.standings.size(); ++k)
            if (comparison.standings[k].against_best[*outcome].low > 0) ahead.push_back(k);
        if (!ahead.empty())
            said.push_back(Message("{0} is clearly higher than with {1} under {2}.",
                                   {label_of(*comparison.facts.outcomes[*outcome]),
                                    strategy_within(comparison.standings.front().name), names_of(comparison, ahead)}));
    }
    return said;
}

}  // namespace

OtherCriteria other_criteria(Comparison const& comparison) {
    if (comparison.blocks < 2) return {};
    OtherCriteria other;
    auto const value = comparison.outcome("net_value");
    if (value && *value != comparison.criterion.outcome) {
        Balance const balance(comparison, *value);
        other.disagree = balance.disagrees();
        other.sentences = balance.sentences();
    }
    for (Phrase& sentence : ahead_in_other_respects(comparison)) {
        other.disagree = true;
        other.sentences.push_back(std::move(sentence));
    }
    return other;
}

}  // namespace micropol
