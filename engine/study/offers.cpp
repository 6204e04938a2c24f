// The smallest offer that would have done: bisection over its intensity.

#include <algorithm>

#include "study/causes.h"
#include "study/extra.h"
#include "study/ledger.h"
#include "study/optimise.h"

namespace micropol {

namespace {

// What was offered to whom, at that strength.
struct Offer {
    std::string lever;
    Target target;
};

// Compensation to the losers of the department that loses most, access to those who oppose, a role for their leaders.
std::vector<Offer> offers_to_try(Ledger const& ledger) {
    Target losers, opponents, leaders;
    losers.who = Who::losers;
    if (!ledger.departments.empty()) losers.departments = {ledger.departments.front().name};
    opponents.who = Who::opponents;
    leaders.top = {.number = 10, .by = Ranking::opposition};
    return {{"loss_compensation", losers}, {"shared_data_access", opponents}, {"guiding_coalition", leaders}};
}

// [block * 16 + history] whether it fails; and what it cost.
struct Outcome {
    std::vector<double> failing, cost;
};

class Bargain {
  public:
    Bargain(Laboratory& laboratory, LedgerPlan const& plan, std::uint32_t base)
        : laboratory_(laboratory), plan_(plan), model_(laboratory.model(base)), cost_(position_of("cost", model_->outcomes())) {}

    // Blocks of the study, or those of the search. Nothing: it was stopped.
    std::optional<Outcome> outcome_of(std::uint32_t variant, bool of_search) {
        std::vector<Task> tasks;
        std::uint32_t const first = of_search ? first_search_block : 0, blocks = of_search ? blocks_of_search : plan_.blocks;
        for (std::uint32_t k = 0; k < blocks; ++k) tasks.push_back({variant, first + k});
        auto const horizons = laboratory_.horizons(tasks);
        if (!horizons) return std::nullopt;
        Outcome outcome;
        for (Horizon const& horizon : *horizons)
            for (int h = 0; h < histories_per_block; ++h) {
                outcome.failing.push_back(double(horizon.at(plan_.outcome)[h]) < plan_.threshold ? 1.0 : 0.0);
                if (cost_) outcome.cost.push_back(double(horizon.at(*cost_)[h]));
            }
        return outcome;
    }

    std::uint32_t variant_of(Offer const& offer, double intensity) {
        return laboratory_.add(
            {changed(plan_.base, "offer: " + offer.lever, {extra_intervention(offer.lever, intensity, offer.target, false)})});
    }

    // Whether it suffices on the blocks of the search. Nothing: it was stopped.
    std::optional<bool> suffices(Offer const& offer, double intensity, double wanted) {
        auto const outcome = outcome_of(variant_of(offer, intensity), true);
        if (!outcome) return std::nullopt;
        return estimate_share(outcome->failing).mean <= wanted;
    }

    // Nothing: it was stopped.
    std::optional<SmallestOffer> smallest(Offer const& offer, double wanted, Outcome const& as_it_was) {
        double low = 0, high = 1;
        auto const whole = suffices(offer, 1, wanted);
        if (!whole) return std::nullopt;
        for (int k = 0; *whole && k < halvings; ++k) {
            auto const enough = suffices(offer, (low + high) / 2, wanted);
            if (!enough) return std::nullopt;
            (*enough ? high : low) = (low + high) / 2;
        }
        auto const outcome = outcome_of(variant_of(offer, high), false);
        if (!outcome) return std::nullopt;
        SmallestOffer found{.lever = offer.lever, .target = offer.target};
        if (*whole) found.intensity = high;
        found.failing = estimate_share(outcome->failing);
        found.effect = paired_difference(outcome->failing, as_it_was.failing);
        if (cost_) found.cost = paired_difference(outcome->cost, as_it_was.cost);
        return found;
    }

  private:
    Laboratory& laboratory_;
    LedgerPlan const& plan_;
    std::shared_ptr<Model const> model_;
    std::optional<std::size_t> cost_;
};

}  // namespace

std::optional<Ledger> keep_ledger(Laboratory& laboratory, LedgerPlan const& plan) {
    std::uint32_t const base = laboratory.add({plan.base});
    std::optional<Ledger> ledger = stakes_of(laboratory, base, plan);
    if (!ledger) return std::nullopt;
    Bargain bargain(laboratory, plan, base);
    auto const as_it_was = bargain.outcome_of(base, false);
    if (!as_it_was) return std::nullopt;
    ledger->failing = estimate_share(as_it_was->failing);
    ledger->wanted = plan.wanted.value_or(ledger->failing.mean / 2);
    if (ledger->failing.mean <= ledger->wanted) return ledger;  // nothing needs to be bought
    if (!is_on(laboratory.model(base)->scenario(), "levers")) return ledger;
    auto const in_search = bargain.outcome_of(base, true);
    if (!in_search) return std::nullopt;
    double const wanted = ledger->wanted / ledger->failing.mean * estimate_share(in_search->failing).mean;
    for (Offer const& offer : offers_to_try(*ledger)) {
        auto const found = bargain.smallest(offer, wanted, *as_it_was);
        if (!found) return std::nullopt;
        ledger->offers.push_back(*found);
    }
    return ledger;
}

}  // namespace micropol
