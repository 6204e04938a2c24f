#include "organisation/ties.h"

#include <algorithm>

#include "base/check.h"

namespace micropol {

namespace {

// Stable and linear, as one pass of a radix sort.
std::vector<Tie> sort_by(std::span<Tie const> list, std::uint32_t employees, std::uint32_t Tie::*key) {
    std::vector<std::uint32_t> next(employees + 1);
    for (Tie const& tie : list) ++next[tie.*key + 1];
    for (std::uint32_t i = 0; i < employees; ++i) next[i + 1] += next[i];
    std::vector<Tie> sorted(list.size());
    for (Tie const& tie : list) sorted[next[tie.*key]++] = tie;
    return sorted;
}

bool stronger(Tie const& a, Tie const& b) { return a.strength != b.strength ? a.strength > b.strength : a.trust > b.trust; }

// Reads a sorted list from one employee and acquaintance to the next.
class Reader {
  public:
    Reader(std::vector<Tie> const& list, std::uint32_t Tie::*row, std::uint32_t Tie::*column)
        : now_(list.data()), end_(now_ + list.size()), row_(row), column_(column) {}
    [[nodiscard]] bool in_row(std::uint32_t i) const { return now_ != end_ && now_->*row_ == i; }
    [[nodiscard]] bool at(std::uint32_t i, std::uint32_t j) const { return in_row(i) && now_->*column_ == j; }
    [[nodiscard]] std::uint32_t column() const { return now_->*column_; }
    // The strongest of the entries for (i, j), formal if any is; moves past them. There is at least one.
    Tie take(std::uint32_t i, std::uint32_t j) {
        Tie best = *now_;
        for (++now_; at(i, j); ++now_) {
            bool const formal = best.formal || now_->formal;
            if (stronger(*now_, best)) best = *now_;
            best.formal = formal;
        }
        return best;
    }

  private:
    Tie const *now_, *end_;
    std::uint32_t Tie::*row_, Tie::*column_;
};

// The acquaintance graph is symmetric, so while rows are passed in ascending order, those who know j come in ascending
// order too: exactly the order of j's row.
std::vector<std::uint32_t> find_reverse(Ties const& ties) {
    std::vector<std::uint32_t> next(ties.first.begin(), ties.first.end() - 1), reverse(ties.other.size());
    for (std::uint32_t tie = 0; tie < ties.count(); ++tie) reverse[tie] = next[ties.other[tie]]++;
    return reverse;
}

}  // namespace

Ties build_ties(std::uint32_t employees, std::span<Tie const> list, float unreciprocated) {
    for (Tie const& tie : list) {
        check(tie.from != tie.to, "a tie leads to somebody else");
        check(tie.from < employees && tie.to < employees, "a tie joins two employees");
    }
    std::vector<Tie> const named = sort_by(sort_by(list, employees, &Tie::to), employees, &Tie::from);
    std::vector<Tie> const naming = sort_by(named, employees, &Tie::to);
    Reader out(named, &Tie::from, &Tie::to), in(naming, &Tie::to, &Tie::from);

    Ties ties;
    ties.first.reserve(employees + 1);
    ties.first.push_back(0);
    for (std::uint32_t i = 0; i < employees; ++i) {
        while (out.in_row(i) || in.in_row(i)) {
            std::uint32_t const j = std::min(out.in_row(i) ? out.column() : employees, in.in_row(i) ? in.column() : employees);
            bool const seen = in.at(i, j), listed = out.at(i, j);
            Tie const back = seen ? in.take(i, j) : Tie{};
            Tie const there = listed ? out.take(i, j) : Tie{i, j, back.strength * unreciprocated, back.trust, back.formal};
            ties.other.push_back(j);
            ties.strength.push_back(there.strength);
            ties.trust.push_back(there.trust);
            ties.formal.push_back(there.formal || back.formal);
        }
        ties.first.push_back(std::uint32_t(ties.other.size()));
    }
    ties.reverse = find_reverse(ties);
    return ties;
}

Ties without(Ties const& ties, std::vector<bool> const& some) {
    Ties left;
    left.forming = ties.forming;
    left.first.push_back(0);
    for (std::uint32_t i = 0; i < some.size(); ++i) {
        for (std::uint32_t t = ties.first[i]; t < ties.first[i + 1]; ++t) {
            if (some[i] || some[ties.other[t]]) continue;
            left.other.push_back(ties.other[t]);
            left.strength.push_back(ties.strength[t]);
            left.trust.push_back(ties.trust[t]);
            left.formal.push_back(ties.formal[t]);
        }
        left.first.push_back(left.count());
    }
    left.reverse = find_reverse(left);
    return left;
}

}  // namespace micropol
