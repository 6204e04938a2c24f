#include "study/decide/best_where.h"

#include <algorithm>

#include "statistics/prim.h"

namespace micropol {

namespace {

constexpr std::size_t most_numbers = 4, fewest_blocks = 20;
constexpr double sought_density = 0.95, least_density = 0.9;  // in the blocks that seek; in the others

// Every second block, from the first or from the second.
struct HalfOfBlocks {
    Points points;  // [block of the half][number]
    std::vector<std::uint8_t> is_best;
};

HalfOfBlocks half_from(std::size_t first, std::span<std::uint8_t const> is_best, std::vector<DrawnNumber> const& drawn,
                       std::span<std::size_t const> numbers) {
    HalfOfBlocks half;
    for (std::size_t block = first; block < is_best.size(); block += 2) {
        Point point;
        for (std::size_t const number : numbers) point.push_back(drawn[number].values[block]);
        half.points.push_back(std::move(point)), half.is_best.push_back(is_best[block]);
    }
    return half;
}

bool holds(Box const& box, Point const& point) {
    for (std::size_t d = 0; d < point.size(); ++d)
        if (point[d] < box.ranges[d].low || point[d] > box.ranges[d].high) return false;
    return true;
}

// The numbers that tell most of where it is best, by a first search among all.
std::vector<std::size_t> telling_numbers(HalfOfBlocks const& half, Prim const& how) {
    std::vector<Restriction> found = discover(half.points, half.is_best, how).restrictions;
    std::ranges::stable_sort(found, {}, &Restriction::by_chance);
    found.resize(std::min(found.size(), most_numbers));
    std::vector<std::size_t> numbers;
    for (Restriction const& restriction : found) numbers.push_back(restriction.dimension);
    std::ranges::sort(numbers);
    return numbers;
}

}  // namespace

std::optional<Region> region_where(std::span<std::uint8_t const> is_best, std::vector<DrawnNumber> const& drawn) {
    std::vector<std::size_t> all(drawn.size());
    for (std::size_t k = 0; k < all.size(); ++k) all[k] = k;
    HalfOfBlocks const everywhere = half_from(0, is_best, drawn, all);
    auto const best_there = std::size_t(std::ranges::count(everywhere.is_best, 1));
    if (drawn.empty() || best_there < fewest_blocks) return {};
    Prim const how{.smallest = std::min(0.5, double(fewest_blocks) / double(everywhere.points.size()))};
    std::vector<std::size_t> const numbers = telling_numbers(everywhere, how);
    if (numbers.empty()) return {};
    HalfOfBlocks const sought = half_from(0, is_best, drawn, numbers), held = half_from(1, is_best, drawn, numbers);
    Discovery const discovery = discover(sought.points, sought.is_best, how);
    Box const* box = nullptr;
    for (Box const& candidate : discovery.peeling)
        if (candidate.points >= fewest_blocks && candidate.density >= sought_density &&
            (!box || candidate.coverage > box->coverage))
            box = &candidate;
    if (!box) return {};
    Region region;
    std::size_t best_inside = 0, best = 0;
    for (std::size_t block = 0; block < held.points.size(); ++block) {
        bool const inside = holds(*box, held.points[block]);
        region.blocks += inside, best += held.is_best[block], best_inside += inside && held.is_best[block];
    }
    if (best == 0 || region.blocks < fewest_blocks) return {};
    region.density = double(best_inside) / double(region.blocks), region.coverage = double(best_inside) / double(best);
    if (region.density < least_density) return {};
    for (Restriction const& restriction : restrictions_of(*box, sought.points, sought.is_best))
        region.bounds.push_back({numbers[restriction.dimension], box->ranges[restriction.dimension], restriction.by_chance});
    return region;
}

}  // namespace micropol
