#include "statistics/prim.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <optional>
#include <stdexcept>
#include <utility>

#include "base/scalar_math.h"

namespace micropol {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

bool holds(Range range, double x) { return range.low <= x && x <= range.high; }

bool is_restricted(Range range) { return range.low > -infinity || range.high < infinity; }

// One side moved, to where, and what that does.
struct Move {
    std::size_t dimension = 0;
    Range range{};
    std::size_t moved = 0;  // points
    double density = 0;     // of the box afterwards

    [[nodiscard]] bool beats(Move const& other) const {
        return density > other.density || (density == other.density && moved < other.moved);
    }
};

void keep_better(std::optional<Move>& best, Move const& move) {
    if (!best || move.beats(*best)) best = move;
}

struct Case {
    double x;
    bool failed;
};

class Cases {
  public:
    Cases(Points const& points, std::span<std::uint8_t const> failed) : points_(points), failed_(failed) {
        for (std::uint8_t const one : failed) failures_ += one;
    }

    [[nodiscard]] Box box_of(std::vector<Range> ranges) const {
        Box box;
        box.ranges = std::move(ranges);
        for (std::size_t p = 0; p < points_.size(); ++p)
            if (inside_but_for(box, p, points_[p].size())) ++box.points, box.failures += failed_[p];
        box.coverage = failures_ > 0 ? double(box.failures) / double(failures_) : 0;
        box.density = box.points > 0 ? double(box.failures) / double(box.points) : 0;
        return box;
    }

    // Ascending along one dimension: the points that the box's other sides let in.
    [[nodiscard]] std::vector<Case> along(Box const& box, std::size_t dimension) const {
        std::vector<Case> cases;
        for (std::size_t p = 0; p < points_.size(); ++p)
            if (inside_but_for(box, p, dimension)) cases.push_back({points_[p][dimension], failed_[p] != 0});
        std::ranges::stable_sort(cases, {}, &Case::x);
        return cases;
    }

  private:
    [[nodiscard]] bool inside_but_for(Box const& box, std::size_t point, std::size_t dimension) const {
        for (std::size_t d = 0; d < box.ranges.size(); ++d)
            if (d != dimension && !holds(box.ranges[d], points_[point][d])) return false;
        return true;
    }

    Points const& points_;
    std::span<std::uint8_t const> failed_;
    std::size_t failures_ = 0;
};

std::size_t share_of(double share, std::size_t points) { return std::max<std::size_t>(1, std::size_t(share * double(points))); }

double halfway(double a, double b) { return a + (b - a) / 2; }

// Where equal values lie on the cut they all go. Cases count from the side that is moved.
template <class Iterator>
std::size_t past_ties(Iterator cases, std::size_t count, std::size_t size) {
    while (count < size && cases[std::ptrdiff_t(count)].x == cases[std::ptrdiff_t(count) - 1].x) ++count;
    return count;
}

std::optional<Move> best_peel(Cases const& cases, Box const& box, Prim const& how, std::size_t fewest) {
    std::optional<Move> best;
    for (std::size_t d = 0; d < box.ranges.size(); ++d) {
        std::vector<Case> along = cases.along(box, d);
        std::erase_if(along, [&](Case const& one) { return !holds(box.ranges[d], one.x); });
        auto const consider = [&](auto from, bool low_side) {
            std::size_t const gone = past_ties(from, share_of(how.peel, along.size()), along.size());
            if (gone + fewest > along.size()) return;
            auto const cut = from + std::ptrdiff_t(gone);
            auto const lost = std::size_t(std::count_if(from, cut, [](Case const& one) { return one.failed; }));
            double const bound = halfway((cut - 1)->x, cut->x);
            keep_better(best, {d, low_side ? Range{bound, box.ranges[d].high} : Range{box.ranges[d].low, bound}, gone,
                               double(box.failures - lost) / double(along.size() - gone)});
        };
        consider(along.begin(), true);
        consider(along.rbegin(), false);
    }
    return best;
}

// Undoes what greed peeled too far: a side moves out as long as the box does not get thinner, and opens once nothing is
// beyond it.
std::optional<Move> best_paste(Cases const& cases, Box const& box, Prim const& how) {
    std::optional<Move> best;
    for (std::size_t d = 0; d < box.ranges.size(); ++d) {
        Range const range = box.ranges[d];
        if (!is_restricted(range)) continue;
        std::vector<Case> const along = cases.along(box, d);
        auto const first = std::ranges::find_if(along, [&](Case const& one) { return one.x >= range.low; });
        auto const past = std::ranges::find_if(along, [&](Case const& one) { return one.x > range.high; });
        auto const consider = [&](auto from, auto end, bool low_side) {
            auto const outside = std::size_t(end - from);
            bool const is_open = low_side ? range.low == -infinity : range.high == infinity;
            if (is_open) return;
            std::size_t const come = outside == 0 ? 0
                                                  : past_ties(from, std::min(share_of(how.peel, box.points), outside), outside);
            auto const cut = from + std::ptrdiff_t(come);
            auto const won = std::size_t(std::count_if(from, cut, [](Case const& one) { return one.failed; }));
            double const bound = cut == end ? (low_side ? -infinity : infinity) : halfway((cut - 1)->x, cut->x);
            keep_better(best, {d, low_side ? Range{bound, range.high} : Range{range.low, bound}, come,
                               double(box.failures + won) / double(box.points + come)});
        };
        consider(std::make_reverse_iterator(first), along.rend(), true);
        consider(past, along.end(), false);
    }
    if (best && best->density < box.density) return {};
    return best;
}

Box moved(Cases const& cases, Box const& box, Move const& move) {
    std::vector<Range> ranges = box.ranges;
    ranges[move.dimension] = move.range;
    return cases.box_of(std::move(ranges));
}

double balance(Box const& box) {
    double const sum = box.coverage + box.density;
    return sum > 0 ? 2 * box.coverage * box.density / sum : 0;
}

// At least k of n, each with this chance: summed from the likelier end, each term from its neighbour.
double binomial_tail(std::size_t k, std::size_t n, double chance) {
    if (k == 0 || chance >= 1) return 1;
    if (chance <= 0) return 0;
    if (double(k) < double(n) * chance) return 1 - binomial_tail(n - k + 1, n, 1 - chance);
    double logarithm = 0;  // of the chance of exactly k
    for (std::size_t i = 1; i <= k; ++i) logarithm += log_of(double(n - k + i) / double(i) * chance);
    logarithm += double(n - k) * log_of(1 - chance);
    double term = exp_of(logarithm), sum = 0;
    for (std::size_t i = k; i <= n; ++i) {
        sum += term;
        term *= double(n - i) / double(i + 1) * chance / (1 - chance);
    }
    return std::min(1.0, sum);
}

}  // namespace

Discovery discover(Points const& points, std::span<std::uint8_t const> failed, Prim const& how) {
    if (points.empty() || points.size() != failed.size()) throw std::invalid_argument("a box needs points, each with its flag");
    if (!(how.peel > 0 && how.peel < 1 && how.smallest > 0 && how.smallest < 1))
        throw std::invalid_argument("the shares of PRIM lie between 0 and 1");
    Cases const cases(points, failed);
    Discovery result;
    std::vector<Range> const open(points.front().size(), Range{-infinity, infinity});
    result.peeling.push_back(cases.box_of(open));
    std::size_t const fewest = share_of(how.smallest, points.size());
    while (result.peeling.back().density > 0 && result.peeling.back().density < 1) {
        Box const& box = result.peeling.back();
        std::optional<Move> const peel = best_peel(cases, box, how, fewest);
        if (!peel) break;
        result.peeling.push_back(moved(cases, box, *peel));
    }
    for (std::size_t k = 1; k < result.peeling.size(); ++k)
        if (balance(result.peeling[k]) > balance(result.peeling[result.chosen])) result.chosen = k;

    result.box = result.peeling[result.chosen];
    while (auto const paste = best_paste(cases, result.box, how)) result.box = moved(cases, result.box, *paste);
    result.restrictions = restrictions_of(result.box, points, failed);
    return result;
}

std::vector<Restriction> restrictions_of(Box const& box, Points const& points, std::span<std::uint8_t const> failed) {
    Cases const cases(points, failed);
    std::vector<Restriction> restrictions;
    for (std::size_t d = 0; d < box.ranges.size(); ++d) {
        if (!is_restricted(box.ranges[d])) continue;
        Box const without = moved(cases, box, {.dimension = d, .range = {-infinity, infinity}});
        restrictions.push_back({d, binomial_tail(box.failures, box.points, without.density)});
    }
    return restrictions;
}

}  // namespace micropol
