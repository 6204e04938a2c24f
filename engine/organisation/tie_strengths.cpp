#include "organisation/tie_strengths.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

#include "base/scalar_math.h"

namespace micropol {

namespace {

using Positions = std::vector<std::size_t>;  // of ties of one kind

// Nearly all: a single outlier among shares must not turn them into counts.
bool are_shares(std::vector<WeightedTie> const& ties, Positions const& positions) {
    constexpr std::size_t at_most_one_in = 20;
    auto const above = std::ranges::count_if(positions, [&](std::size_t k) { return ties[k].weight > 1; });
    return std::size_t(above) * at_most_one_in <= positions.size();
}

void rank_within_senders(std::vector<WeightedTie> const& ties, Positions positions, std::vector<double>& strength) {
    std::ranges::stable_sort(positions, {}, [&](std::size_t k) { return std::pair(ties[k].from, ties[k].weight); });
    for (std::size_t begin = 0, end = 0; begin < positions.size(); begin = end) {
        std::uint32_t const sender = ties[positions[begin]].from;
        while (end < positions.size() && ties[positions[end]].from == sender) ++end;
        double const sent = double(end - begin);
        for (std::size_t first = begin, last = begin; first < end; first = last) {
            while (last < end && ties[positions[last]].weight == ties[positions[first]].weight) ++last;
            double const middle = (double(first - begin) + double(last - begin)) / 2;  // of the ranks k − ½ of equal weights
            for (std::size_t k = first; k < last; ++k) strength[positions[k]] = middle / sent;
        }
    }
}

// What the largest hundredth of the weights holds of their sum.
double share_of_largest(std::vector<WeightedTie> const& ties, Positions const& positions) {
    std::vector<double> weights;
    for (std::size_t const k : positions) weights.push_back(ties[k].weight);
    std::ranges::sort(weights, std::greater{});
    auto const few = std::ptrdiff_t((weights.size() + 99) / 100);
    double const all = std::accumulate(weights.begin(), weights.end(), 0.0);
    return all > 0 ? std::accumulate(weights.begin(), weights.begin() + few, 0.0) / all : 0;
}

Phrase exactly(double number) { return Quantity{.mean = number, .form = Quantity::Form::exact}; }
Phrase called(std::string const& kind) { return kind.empty() ? Phrase("ties of no kind") : name("'" + kind + "'"); }

// What was done with the kinds that share a scale, and how much few ties weigh in each.
void remark_on(WeightScale scale, std::vector<std::pair<std::string, double>> const& largest, Listing const& shares,
               std::vector<Phrase>& remarks) {
    if (scale == WeightScale::linear) {
        for (auto const& [kind, weight] : largest)
            remarks.push_back(kind.empty()
                                  ? Message("Weights of ties were divided by {0}, the largest.", {exactly(weight)})
                                  : Message("Weights of '{0}' were divided by {1}, the largest.", {name(kind), exactly(weight)}));
    } else if (!largest.empty()) {
        remarks.emplace_back(
            scale == WeightScale::rank
                ? "A tie's strength is the rank of its weight among those of the same person (--weights rank)."
                : "A tie's strength is the logarithm of its weight against that of the largest (--weights log).");
    }
    if (!shares.items.empty()) remarks.push_back(Message("The largest 1 % of weights hold of their sum: {0}.", {shares}));
}

}  // namespace

std::vector<double> strengths_of(std::vector<WeightedTie> const& ties, WeightScale scale, std::vector<Phrase>& remarks) {
    std::map<std::pair<bool, std::string>, Positions> kinds;  // those of lists apart
    for (std::size_t k = 0; k < ties.size(); ++k) kinds[{ties[k].listed, ties[k].kind}].push_back(k);
    std::map<WeightScale, std::vector<std::pair<std::string, double>>> scaled;
    Listing shares{{}, Listing::Joined::by_commas};
    std::vector<double> strength(ties.size());
    for (auto const& [key, positions] : kinds) {
        auto const& [listed, kind] = key;
        double largest = 0;
        constexpr std::size_t many = 50;
        for (std::size_t const k : positions) largest = std::max(largest, ties[k].weight);
        WeightScale const applied = listed ? WeightScale::linear : scale;
        bool const as_they_are = largest <= 1 || (applied != WeightScale::linear && are_shares(ties, positions));
        if (as_they_are) {
            std::size_t above = 0;
            for (std::size_t const k : positions) strength[k] = std::min(ties[k].weight, 1.0), above += ties[k].weight > 1;
            if (above > 0)
                remarks.push_back(Message("Weights are strengths from 0 to 1; {0} above 1 count as 1.", {Count{above}}));
            continue;
        }
        scaled[applied].emplace_back(kind, largest);
        if (positions.size() >= many)
            shares.items.push_back(
                Message("{0} of {1}", {Quantity{.mean = share_of_largest(ties, positions), .unit = Unit::share}, called(kind)}));
        if (applied == WeightScale::rank) rank_within_senders(ties, positions, strength);
        for (std::size_t const k : positions) {
            if (applied == WeightScale::linear) strength[k] = ties[k].weight / largest;
            if (applied == WeightScale::log) strength[k] = std::min(log_of(1 + ties[k].weight) / log_of(1 + largest), 1.0);
        }
    }
    for (auto const& [applied, largest] : scaled) remark_on(applied, largest, std::exchange(shares, {}), remarks);
    return strength;
}

}  // namespace micropol
