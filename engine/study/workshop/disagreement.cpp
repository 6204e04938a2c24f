#include "study/workshop/disagreement.h"

#include <algorithm>
#include <numeric>

#include "statistics/shapley.h"
#include "study/ends_of_unit.h"

namespace micropol {

namespace {

constexpr std::size_t most_main_causes = 2;

// Answers exchanged one after the other, and how far one choice is ahead of the other after each.
class Exchange {
  public:
    Exchange(Opposed const& pair, BelievedBlocks& blocks, WorkshopPlan const& plan, std::uint64_t seed)
        : pair_(pair), blocks_(blocks), less_is_better_(plan.less_is_better), seed_(seed) {
        for (std::size_t k = 0; k < pair.ones.size(); ++k)
            if (pair.ones[k] != pair.others[k]) differ_.push_back(k);
        exact_ = differ_.size() <= plan.exact_up_to;
    }

    [[nodiscard]] std::vector<std::size_t> const& differ() const { return differ_; }
    [[nodiscard]] bool is_exact() const { return exact_; }

    void ask() const {
        for (std::uint32_t block = 0; block < blocks_.blocks(); ++block) {
            if (exact_)
                for (std::size_t subset = 0; subset < std::size_t{1} << differ_.size(); ++subset) ask_for(all_of(subset), block);
            else
                for (auto const& order : orders(block))
                    along(order, [&](std::size_t, Beliefs const& now) { ask_for(now, block); });
        }
    }

    // How far the first side's choice is ahead, before (false) and after all answers are exchanged.
    [[nodiscard]] double lead(bool exchanged, std::uint32_t block) const {
        return lead(exchanged ? pair_.others : pair_.ones, block);
    }

    // [of those that differ]
    [[nodiscard]] std::vector<double> changes(std::uint32_t block) const {
        if (exact_) {
            std::vector<double> leads;
            for (std::size_t subset = 0; subset < std::size_t{1} << differ_.size(); ++subset)
                leads.push_back(lead(all_of(subset), block));
            return shapley_values(leads);
        }
        std::vector<double> changes(differ_.size(), 0.0);
        auto const both = orders(block);
        for (auto const& order : both) {
            double before = lead(pair_.ones, block);
            along(order, [&](std::size_t which, Beliefs const& now) {
                double const after = lead(now, block);
                changes[which] += (after - before) / double(both.size());
                before = after;
            });
        }
        return changes;
    }

  private:
    // The second side's answers where the bits of the subset say so.
    [[nodiscard]] Beliefs all_of(std::size_t subset) const {
        Beliefs mixed = pair_.ones;
        for (std::size_t i = 0; i < differ_.size(); ++i)
            if (subset >> i & 1) mixed[differ_[i]] = pair_.others[differ_[i]];
        return mixed;
    }

    // One at random and its reverse, which together are off by less than two at random (antithetic sampling).
    [[nodiscard]] std::vector<std::vector<std::size_t>> orders(std::uint32_t block) const {
        std::vector<std::size_t> order(differ_.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        Stream stream(seed_, block, purpose("workshop: order of answers"));
        for (std::size_t k = order.size(); k > 1; --k) std::swap(order[k - 1], order[stream.below(std::uint32_t(k))]);
        return {order, {order.rbegin(), order.rend()}};
    }

    template <class Each>
    void along(std::vector<std::size_t> const& order, Each each) const {
        Beliefs now = pair_.ones;
        for (std::size_t const which : order) {
            now[differ_[which]] = pair_.others[differ_[which]];
            each(which, now);
        }
    }

    void ask_for(Beliefs const& beliefs, std::uint32_t block) const {
        blocks_.ask_for(beliefs, pair_.ones_choice, block), blocks_.ask_for(beliefs, pair_.others_choice, block);
    }

    [[nodiscard]] double lead(Beliefs const& beliefs, std::uint32_t block) const {
        double const ones = sum_of(blocks_.of(beliefs, pair_.ones_choice, block)),
                     others = sum_of(blocks_.of(beliefs, pair_.others_choice, block));
        return (less_is_better_ ? others - ones : ones - others) / histories_per_block;
    }

    Opposed const& pair_;
    BelievedBlocks& blocks_;
    bool less_is_better_, exact_ = true;
    std::uint64_t seed_;
    std::vector<std::size_t> differ_;  // assumptions
};

Disagreement conclude(Exchange const& exchange, Opposed const& pair, std::vector<std::string> const& names, std::uint32_t blocks,
                      Unit unit) {
    Ends const ends = ends_of_difference(ends_of(unit)), of_change = ends_of_difference(ends);
    std::vector<double> ones, others;
    std::vector<std::vector<double>> changes(exchange.differ().size());
    std::vector<double> totals;
    for (std::uint32_t block = 0; block < blocks; ++block) {
        ones.push_back(exchange.lead(false, block)), others.push_back(exchange.lead(true, block));
        totals.push_back(others.back() - ones.back());
        std::vector<double> const of_block = exchange.changes(block);
        for (std::size_t k = 0; k < changes.size(); ++k) changes[k].push_back(of_block[k]);
    }
    Disagreement found{.one = {pair.one, names[pair.ones_choice], estimate_of_blocks(ones, ends)},
                       .other = {pair.other, names[pair.others_choice], estimate_of_blocks(others, ends)},
                       .causes = {},
                       .total = estimate_of_blocks(totals, of_change),
                       .exact = exchange.is_exact()};
    // Not-a-number, of a single block, is no certainty either.
    bool const differs = found.total.high < 0 || found.total.low > 0;
    double const confidence = 1 - 0.05 / double(std::max<std::size_t>(1, changes.size()));
    for (std::size_t k = 0; k < changes.size(); ++k) {
        Estimate const change = estimate_of_blocks(changes[k], of_change, confidence);
        Disagreement::Cause& cause = found.causes.emplace_back(Disagreement::Cause{exchange.differ()[k], change});
        if (differs) cause.share = change.mean / found.total.mean;
    }
    // What turns the choice takes from the lead of the first side's.
    std::ranges::stable_sort(found.causes, {}, [](Disagreement::Cause const& cause) { return cause.change.mean; });
    found.clear = found.one.lead.low > 0 && found.other.lead.high < 0;
    return found;
}

}  // namespace

std::vector<std::size_t> Disagreement::main_causes() const {
    std::vector<std::size_t> main;
    for (std::size_t k = 0; k < causes.size() && main.size() < most_main_causes; ++k)
        if (causes[k].change.high < 0) main.push_back(k);
    return main;
}

std::optional<std::vector<Disagreement>> take_apart(std::vector<Opposed> const& pairs, std::vector<std::string> const& names,
                                                    BelievedBlocks& blocks, WorkshopPlan const& plan, std::uint64_t seed,
                                                    Unit unit) {
    std::vector<Exchange> exchanges;
    for (Opposed const& pair : pairs) exchanges.emplace_back(pair, blocks, plan, seed).ask();
    for (Opposed const& pair : pairs)
        for (Beliefs const* beliefs : {&pair.ones, &pair.others})
            for (std::size_t const strategy : {pair.ones_choice, pair.others_choice})
                blocks.ask_for_all_blocks(*beliefs, strategy);
    if (!blocks.simulate()) return std::nullopt;
    std::vector<Disagreement> found;
    for (std::size_t k = 0; k < pairs.size(); ++k)
        found.push_back(conclude(exchanges[k], pairs[k], names, blocks.blocks(), unit));
    return found;
}

}  // namespace micropol
