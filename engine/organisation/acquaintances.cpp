#include "organisation/acquaintances.h"

#include <algorithm>
#include <cmath>

#include "base/scalar_math.h"
#include "organisation/drawn_plan.h"

namespace micropol {

namespace {

// Pairs of one kind: inside departments, or across.
struct Kind {
    std::uint64_t possible = 0, known = 0, wanted = 0;  // pairs; known: reporting lines
    [[nodiscard]] std::uint64_t left() const { return wanted > known ? wanted - known : 0; }
    [[nodiscard]] bool dense() const { return wanted * 2 > possible; }
};

class Circle {
  public:
    Circle(AcquaintancePlan const& plan, std::span<Pair const> reporting_lines, Stream stream);
    std::vector<Pair> draw();

  private:
    void count_kinds(std::span<Pair const> reporting_lines);
    void fill_dense(bool same);
    void add(std::uint32_t i, std::uint32_t j);
    [[nodiscard]] bool knows(std::uint32_t i, std::uint32_t j) const;
    [[nodiscard]] bool together(std::uint32_t i, std::uint32_t j) const { return department_[i] == department_[j]; }
    [[nodiscard]] bool close_triangle(bool same);
    [[nodiscard]] bool meet(bool same);

    AcquaintancePlan const& plan_;
    Stream stream_;
    std::uint32_t employees_;
    std::vector<std::uint32_t> department_;                    // [employee]
    std::vector<std::vector<std::uint32_t>> acquaintances_;    // [employee]: in the order made
    std::vector<std::uint32_t> urn_, urn_start_;               // everyone as often as the standing says; [department + 1]
    std::vector<double> cumulative_same_, cumulative_across_;  // [department]: pairs up to and with this one
    Kind same_, across_;
    std::vector<Pair> added_;
};

Circle::Circle(AcquaintancePlan const& plan, std::span<Pair const> reporting_lines, Stream stream)
    : plan_(plan), stream_(stream), employees_(plan.start.back()), acquaintances_(employees_), urn_start_{0} {
    double same = 0, across = 0;
    for (std::uint32_t d = 0; d + 1 < plan.start.size(); ++d) {
        auto const people = double(plan.start[d + 1] - plan.start[d]);
        for (std::uint32_t i = plan.start[d]; i < plan.start[d + 1]; ++i) {
            department_.push_back(d);
            urn_.insert(urn_.end(), plan.standing[i], i);
        }
        urn_start_.push_back(std::uint32_t(urn_.size()));
        cumulative_same_.push_back(same += people * (people - 1));
        cumulative_across_.push_back(across += people * (employees_ - people));
    }
    std::size_t const usual = 2 * std::size_t(plan.acquaintances) / std::max(employees_, 1u) + 4;
    for (auto& row : acquaintances_) row.reserve(usual);
    for (auto const& [i, j] : reporting_lines) {
        acquaintances_[i].push_back(j);
        acquaintances_[j].push_back(i);
    }
    count_kinds(reporting_lines);
}

// Solves p_same / (1 - p_same) = e^log_odds p_across / (1 - p_across) for the number of pairs wanted. With p_across known the
// other follows, and the number of pairs grows with it: bisection.
void Circle::count_kinds(std::span<Pair const> reporting_lines) {
    if (!cumulative_same_.empty())
        same_.possible = std::uint64_t(cumulative_same_.back() / 2),
        across_.possible = std::uint64_t(cumulative_across_.back() / 2);
    for (auto const& [i, j] : reporting_lines) ++(together(i, j) ? same_ : across_).known;
    double const odds_ratio = exp_of(plan_.same_department), wanted = plan_.acquaintances;
    auto const share_same = [&](double across) { return odds_ratio * across / (1 + (odds_ratio - 1) * across); };
    double low = 0, high = 1;
    for (int halving = 0; halving < 50; ++halving) {
        double const middle = (low + high) / 2;
        (share_same(middle) * double(same_.possible) + middle * double(across_.possible) < wanted ? low : high) = middle;
    }
    same_.wanted = std::min(same_.possible, std::uint64_t(std::llround(share_same(high) * double(same_.possible))));
    same_.wanted = std::max(same_.wanted, same_.known);
    std::uint64_t const rest = plan_.acquaintances > same_.wanted ? plan_.acquaintances - same_.wanted : 0;
    across_.wanted = std::max(std::min(rest, across_.possible), across_.known);
}

bool Circle::knows(std::uint32_t i, std::uint32_t j) const {
    if (acquaintances_[j].size() < acquaintances_[i].size()) std::swap(i, j);
    return std::ranges::find(acquaintances_[i], j) != acquaintances_[i].end();
}

void Circle::add(std::uint32_t i, std::uint32_t j) {
    acquaintances_[i].push_back(j);
    acquaintances_[j].push_back(i);
    added_.emplace_back(i, j);
}

// More than half of all pairs of a kind: every pair in turn with the chance that leaves the right number in the end. Trying
// pairs at random would take ever longer, and among so many acquaintances closure comes by itself.
void Circle::fill_dense(bool same) {
    Kind const& kind = same ? same_ : across_;
    std::uint64_t open = kind.possible - kind.known, left = kind.left();
    auto const consider = [&](std::uint32_t i, std::uint32_t j) {
        if (left == 0 || knows(i, j)) return;
        if (stream_.uniform() * double(open--) < double(left)) add(i, j), --left;
    };
    for (std::uint32_t i = 0; i < employees_; ++i)
        if (same)
            for (std::uint32_t j = i + 1; j < plan_.start[department_[i] + 1]; ++j) consider(i, j);
        else
            for (std::uint32_t j = plan_.start[department_[i] + 1]; j < employees_; ++j) consider(i, j);
}

bool Circle::close_triangle(bool same) {
    constexpr int attempts = 8;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        std::uint32_t const i = stream_.below(employees_);
        if (acquaintances_[i].empty()) continue;
        auto const& between = acquaintances_[acquaintances_[i][stream_.below(std::uint32_t(acquaintances_[i].size()))]];
        std::uint32_t const j = between[stream_.below(std::uint32_t(between.size()))];
        if (j == i || together(i, j) != same || knows(i, j)) continue;
        add(i, j);
        return true;
    }
    return false;
}

// One attempt: somebody, each pair alike, and another drawn from the urn. Of half the pairs at most the kind is full, so
// some attempt soon succeeds.
bool Circle::meet(bool same) {
    auto const& cumulative = same ? cumulative_same_ : cumulative_across_;
    auto const found = std::ranges::upper_bound(cumulative, stream_.uniform() * cumulative.back());
    auto const d = std::size_t(std::min(found, cumulative.end() - 1) - cumulative.begin());
    std::uint32_t const i = plan_.start[d] + stream_.below(plan_.start[d + 1] - plan_.start[d]);
    std::uint32_t const inside = urn_start_[d + 1] - urn_start_[d];
    std::uint32_t lot = same ? urn_start_[d] + stream_.below(inside) : stream_.below(std::uint32_t(urn_.size()) - inside);
    if (!same && lot >= urn_start_[d]) lot += inside;
    std::uint32_t const j = urn_[lot];
    if (j == i || knows(i, j)) return false;
    add(i, j);
    return true;
}

std::vector<Pair> Circle::draw() {
    std::uint64_t left_same = same_.left(), left_across = across_.left();
    added_.reserve(left_same + left_across);
    if (same_.dense()) fill_dense(true), left_same = 0;
    if (across_.dense()) fill_dense(false), left_across = 0;
    while (left_same + left_across > 0) {
        bool const same = stream_.below(std::uint32_t(left_same + left_across)) < left_same;
        if (!(happens(plan_.closure, stream_) && close_triangle(same)))
            while (!meet(same)) {
            }
        --(same ? left_same : left_across);
    }
    return std::move(added_);
}

}  // namespace

std::vector<Pair> draw_acquaintances(AcquaintancePlan const& plan, std::span<Pair const> reporting_lines, Stream stream) {
    return Circle(plan, reporting_lines, stream).draw();
}

}  // namespace micropol
