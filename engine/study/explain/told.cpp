#include "study/explain/told.h"

#include <algorithm>
#include <numeric>
#include <stdexcept>

namespace micropol {

ChosenHistory choose_history(std::span<double const> values, std::string const& which, bool less_is_better) {
    if (values.empty()) throw std::invalid_argument("no history to choose from");
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t k) { return less_is_better ? -values[k] : values[k]; });
    std::size_t position = (order.size() - 1) / 2;
    if (which == "worst") position = 0;
    if (which == "best") position = order.size() - 1;
    std::size_t chosen = order[position];
    // Of equals the first.
    for (std::size_t k = 0; k < values.size() && k < chosen; ++k)
        if (values[k] == values[chosen]) chosen = k;
    constexpr auto per_block = std::size_t(histories_per_block);
    return {which, std::uint32_t(chosen / per_block), int(chosen % per_block), values[chosen]};
}

namespace {

// What tells the story besides the outcome that matters, where it is recorded.
constexpr std::string_view storytelling[] = {"substantive", "symbolic",        "rejecting",     "momentum",
                                             "support",     "attitude",        "disclosure",    "hiding",
                                             "resisting",   "supporting_bloc", "opposing_bloc", "marketing_sales_trust",
                                             "data_power",  "credibility"};

}  // namespace

Told tell(Trace const& trace, ChosenHistory const& chosen, StudyFacts const& facts, std::size_t by) {
    Told told{chosen, chronicle_of(trace, by), {}, network_of(trace)};
    told.weekly.push_back({by, trace.outcomes[by]});
    for (std::string_view const key : storytelling)
        for (std::size_t k = 0; k < facts.outcomes.size(); ++k)
            if (k != by && facts.outcomes[k]->plugin.key == key) told.weekly.push_back({k, trace.outcomes[k]});
    return told;
}

}  // namespace micropol
