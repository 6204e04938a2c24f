#include "statistics/pareto.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace micropol {

namespace {

bool equal(Worth const& a, Worth const& b) { return a.merit == b.merit && a.cost == b.cost && a.excess == b.excess; }

// Half the way around the rectangle that its neighbours on the front span, in units of the whole front: [place in front].
std::vector<double> room_around(std::span<Worth const> all, std::vector<std::size_t> const& front) {
    std::vector<double> room(front.size(), 0.0);
    for (double Worth::*const side : {&Worth::merit, &Worth::cost}) {
        auto const value = [&](std::size_t place) { return all[front[place]].*side; };
        std::vector<std::size_t> order(front.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::ranges::stable_sort(order, {}, value);
        double const whole = value(order.back()) - value(order.front());
        room[order.front()] = room[order.back()] = std::numeric_limits<double>::infinity();
        for (std::size_t k = 1; whole > 0 && k + 1 < order.size(); ++k)
            room[order[k]] += (value(order[k + 1]) - value(order[k - 1])) / whole;
    }
    return room;
}

}  // namespace

bool dominates(Worth const& a, Worth const& b) {
    if (a.excess != b.excess) return a.excess < b.excess;
    return a.merit >= b.merit && a.cost <= b.cost && (a.merit > b.merit || a.cost < b.cost);
}

std::vector<std::size_t> pareto_ranks(std::span<Worth const> all) {
    constexpr auto unknown = std::numeric_limits<std::size_t>::max();
    std::vector<std::size_t> ranks(all.size(), unknown), above(all.size(), 0);
    auto const is_above = [&](std::size_t a, std::size_t b) {
        return dominates(all[a], all[b]) || (a < b && equal(all[a], all[b]));
    };
    for (std::size_t i = 0; i < all.size(); ++i)
        for (std::size_t j = 0; j < all.size(); ++j) above[i] += is_above(j, i) ? 1 : 0;
    std::size_t ranked = 0;
    for (std::size_t rank = 0; ranked < all.size(); ++rank) {
        std::vector<std::size_t> front;
        for (std::size_t i = 0; i < all.size(); ++i)
            if (ranks[i] == unknown && above[i] == 0) front.push_back(i);
        for (std::size_t const i : front) ranks[i] = rank;
        for (std::size_t const i : front)
            for (std::size_t j = 0; j < all.size(); ++j) above[j] -= is_above(i, j) ? 1 : 0;
        ranked += front.size();
    }
    return ranks;
}

std::vector<std::size_t> best_first(std::span<Worth const> all) {
    std::vector<std::size_t> const ranks = pareto_ranks(all);
    std::vector<std::size_t> order;
    for (std::size_t rank = 0; order.size() < all.size(); ++rank) {
        std::vector<std::size_t> front, places;
        for (std::size_t i = 0; i < all.size(); ++i)
            if (ranks[i] == rank) places.push_back(front.size()), front.push_back(i);
        std::vector<double> const room = room_around(all, front);
        std::ranges::stable_sort(places, std::ranges::greater{}, [&](std::size_t place) { return room[place]; });
        for (std::size_t const place : places) order.push_back(front[place]);
    }
    return order;
}

}  // namespace micropol
