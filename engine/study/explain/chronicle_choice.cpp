// Which moments a chronicle tells.

#include <algorithm>

#include "study/explain/chronicle.h"

namespace micropol {

namespace {

constexpr std::size_t most_of_a_kind = 4;
constexpr int longest_gap = 26;     // weeks; a longer silence counts no more
constexpr double weeks_of_gap = 4;  // so far from the nearest other moment, one weighs twice as much

int weeks_to_nearest(std::vector<Moment> const& told, int week) {
    int gap = longest_gap;
    for (Moment const& other : told) gap = std::min(gap, std::abs(other.week - week));
    return gap;
}

// Decisions that are not told are counted in the next one that is, or at the end.
void count_decisions(std::vector<Moment>& told, std::map<int, bool> const& passed) {
    int from = 0;
    auto const count = [&](int until, auto& into) {
        for (auto at = passed.lower_bound(from); at != passed.end() && at->first < until; ++at)
            ++(at->second ? into.in_favour_since : into.against_since);
    };
    for (Moment& moment : told) {
        if (auto* decision = std::get_if<moment::Decision>(&moment.what)) {
            count(moment.week, *decision);
            from = moment.week + 1;
        } else if (auto* end = std::get_if<moment::End>(&moment.what)) {
            count(moment.week, *end);
        }
    }
}

}  // namespace

std::vector<Moment> choose_moments(Moments all, std::size_t most) {
    std::vector<Moment>& moments = all.moments;
    std::vector<Moment> told;
    std::array<std::size_t, std::variant_size_v<decltype(Moment::what)>> of_kind{};
    auto const tell = [&](std::size_t k) {
        ++of_kind[moments[k].what.index()];
        told.push_back(std::move(moments[k]));
        moments.erase(moments.begin() + std::ptrdiff_t(k));
    };
    for (std::size_t k = moments.size(); k-- > 0;)
        if (moments[k].weight >= told_for_certain) tell(k);
    while (told.size() < most) {
        std::size_t best = moments.size();
        double highest = 0;
        for (std::size_t k = 0; k < moments.size(); ++k) {
            if (of_kind[moments[k].what.index()] >= most_of_a_kind) continue;
            double const score = moments[k].weight * (1 + weeks_to_nearest(told, moments[k].week) / weeks_of_gap);
            if (score > highest) highest = score, best = k;
        }
        if (best == moments.size()) break;
        tell(best);
    }
    std::ranges::stable_sort(told, {}, [](Moment const& moment) { return std::pair(moment.week, moment.what.index()); });
    count_decisions(told, all.passed);
    return told;
}

}  // namespace micropol
