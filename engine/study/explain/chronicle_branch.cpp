// What happens in one branch of a fork and not likewise in the other.

#include <algorithm>
#include <cmath>

#include "study/explain/chronicle.h"

namespace micropol {

namespace {

using namespace moment;

constexpr std::size_t most_of_a_branch = 12;  // it is told beside a whole chronicle (assumed)

// What two branches have in common although their numbers differ a little.
bool alike(LeverChange const& a, LeverChange const& b) {
    return std::ranges::equal(a.levers, b.levers, [](LeverChange::One const& one, LeverChange::One const& other) {
        return one.lever == other.lever && one.begins == other.begins;
    });
}
bool alike(ShockStrikes const& a, ShockStrikes const& b) { return a.what == b.what; }
bool alike(Decision const& a, Decision const& b) { return a.passed == b.passed && a.stopped == b.stopped; }
bool alike(BlocGathers const& a, BlocGathers const& b) {
    return a.falls_apart == b.falls_apart && (a.bloc.stance < 0) == (b.bloc.stance < 0) &&
           a.bloc.leader.employee == b.bloc.leader.employee;
}
bool alike(PersonTurns const& a, PersonTurns const& b) { return a.what == b.what && a.person.employee == b.person.employee; }
bool alike(DepartmentCloses const& a, DepartmentCloses const& b) { return a.department == b.department && a.opens == b.opens; }
bool alike(WordSpreads const&, WordSpreads const&) { return true; }
bool alike(Adoption const& a, Adoption const& b) {
    constexpr float half_a_point = 0.005f;
    bool const same_first = a.first ? b.first && a.first->employee == b.first->employee : !b.first;
    return same_first && a.department == b.department && a.falling == b.falling && std::abs(a.share - b.share) < half_a_point;
}
bool alike(PowerMoves const& a, PowerMoves const& b) {
    return a.person.employee == b.person.employee && (a.at_end > a.at_start) == (b.at_end > b.at_start);
}
bool alike(PersonLeaves const& a, PersonLeaves const& b) { return a.person.employee == b.person.employee; }
bool alike(End const& a, End const& b) {
    return a.substantive == b.substantive && a.symbolic == b.symbolic && a.rejecting == b.rejecting && a.momentum == b.momentum &&
           a.left == b.left && a.stopped == b.stopped && a.costs == b.costs;
}

bool are_alike(Moment const& a, Moment const& b) {
    if (a.week != b.week || a.what.index() != b.what.index()) return false;
    return std::visit([&](auto const& what) { return alike(what, std::get<std::decay_t<decltype(what)>>(b.what)); }, a.what);
}

}  // namespace

std::vector<Moment> chronicle_of_branch(Trace const& as_it_was, Trace const& otherwise, std::size_t by, int from_week) {
    std::vector<Moment> const known = moments_of(as_it_was, by).moments;
    Moments branch = moments_of(otherwise, by);
    std::erase_if(branch.moments, [&](Moment const& one) {
        return one.week < from_week || std::ranges::any_of(known, [&](Moment const& other) { return are_alike(one, other); });
    });
    for (Moment& one : branch.moments)
        if (std::holds_alternative<LeverChange>(one.what)) one.weight = told_for_certain;
    branch.passed.erase(branch.passed.begin(), branch.passed.lower_bound(from_week));
    return choose_moments(std::move(branch), most_of_a_branch);
}

}  // namespace micropol
