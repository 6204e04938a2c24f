#include "study/optimise/bundle.h"

#include <algorithm>

#include "organisation/department_roles.h"
#include "scenario/to_node.h"

namespace micropol {

namespace {

constexpr int parts_of_horizon = 8;
constexpr int most_top = 20, people_for_one_of_top = 12;

std::size_t position_of(SearchSpace& space, Target const& target) {
    auto const found = std::ranges::find(space.targets, target);
    if (found != space.targets.end()) return std::size_t(found - space.targets.begin());
    space.targets.push_back(target);
    return space.targets.size() - 1;
}

template <class T>
T const& any_of(std::vector<T> const& choices, Stream& stream) {
    return choices[stream.below(std::uint32_t(choices.size()))];
}

void put_in_order(Bundle& bundle) { std::ranges::sort(bundle, {}, &Move::lever); }

void choose_window(SearchSpace const& space, Move& move, Stream& stream) {
    std::size_t const from = stream.below(std::uint32_t(space.weeks.size() - 1));
    std::size_t const until = from + 1 + stream.below(std::uint32_t(space.weeks.size() - 1 - from));
    move.from_week = space.weeks[from], move.until_week = space.weeks[until];
}

// Often the plain thing: for everyone, throughout.
Move random_move(SearchSpace const& space, std::size_t lever, Stream& stream) {
    Move move{.lever = lever, .until_week = space.weeks.back()};
    if (stream.below(2) == 1) move.target = stream.below(std::uint32_t(space.targets.size()));
    move.intensity = any_of(space.intensities, stream);
    if (stream.below(2) == 1) choose_window(space, move, stream);
    return move;
}

// A lever that the bundle does not pull; there is one.
std::size_t other_lever(SearchSpace const& space, Bundle const& bundle, Stream& stream) {
    std::vector<std::size_t> free;
    for (std::size_t lever = 0; lever < space.levers.size(); ++lever)
        if (std::ranges::find(bundle, lever, &Move::lever) == bundle.end()) free.push_back(lever);
    return any_of(free, stream);
}

}  // namespace

SearchSpace default_space(Scenario const& scenario, std::vector<std::string> levers, std::size_t headcount) {
    SearchSpace space{
        .levers = std::move(levers), .targets = std::vector<Target>(1), .intensities = {0.25, 0.5, 0.75, 1}, .weeks = {}};
    std::vector<std::string> known, both;
    for (DepartmentPlan const& department : scenario.plan.departments) known.push_back(department.name);
    std::vector<std::string> const marketing = departments_in(scenario.marketing, known),
                                   sales = departments_in(scenario.sales, known);
    auto const is_in = [](std::vector<std::string> const& names, std::string const& name) {
        return std::ranges::find(names, name) != names.end();
    };
    std::ranges::copy_if(known, std::back_inserter(both),
                         [&](std::string const& name) { return is_in(marketing, name) || is_in(sales, name); });
    if (both.size() >= 2) space.targets.emplace_back().departments = both;
    for (Who const who : {Who::losers, Who::winners, Who::opponents, Who::supporters, Who::risen})
        space.targets.emplace_back().who = who;
    int const number = std::clamp(int(headcount) / people_for_one_of_top, 1, most_top);
    for (Ranking const by : {Ranking::centrality, Ranking::power, Ranking::opposition})
        space.targets.emplace_back().top = {number, by};
    for (int part = 0; part <= parts_of_horizon; ++part) {
        int const week = part * scenario.weeks / parts_of_horizon;
        if (space.weeks.empty() || week > space.weeks.back()) space.weeks.push_back(week);
    }
    return space;
}

Bundle bundle_of(SearchSpace& space, Strategy const& strategy) {
    Bundle bundle;
    int const horizon = space.weeks.back();
    for (InterventionSection const& section : strategy.interventions) {
        auto const lever = std::size_t(std::ranges::find(space.levers, section.key) - space.levers.begin());
        double const* const intensity = std::get_if<double>(&section.intensity.value);
        bool const twice = std::ranges::find(bundle, lever, &Move::lever) != bundle.end();
        int const until = section.until_week == 0 ? horizon : std::min(section.until_week, horizon);
        if (lever == space.levers.size() || !intensity || twice || section.from_week >= until) continue;
        bundle.push_back({lever, position_of(space, section.target), *intensity, section.from_week, until});
    }
    put_in_order(bundle);
    return bundle;
}

Bundle lever_alone(SearchSpace const& space, std::size_t lever) {
    return {{lever, 0, space.intensities[(space.intensities.size() - 1) / 2], space.weeks.front(), space.weeks.back()}};
}

Bundle random_bundle(SearchSpace const& space, Stream& stream) {
    std::size_t const most = std::min(space.most_levers, space.levers.size());
    Bundle bundle;
    for (std::size_t levers = 1 + stream.below(std::uint32_t(most)); levers > 0; --levers)
        bundle.push_back(random_move(space, other_lever(space, bundle, stream), stream));
    put_in_order(bundle);
    return bundle;
}

Bundle changed(SearchSpace const& space, Bundle bundle, Stream& stream) {
    enum Change : std::uint32_t { more, fewer, exchanged, target, intensity, window, kinds };
    auto change = Change(stream.below(kinds));
    bool const can_grow = bundle.size() < std::min(space.most_levers, space.levers.size());
    bool const can_exchange = bundle.size() < space.levers.size();
    if (bundle.empty()) change = more;
    if (change == more && !can_grow) change = target;
    if (change == fewer && bundle.size() < 2) change = intensity;
    if (change == exchanged && !can_exchange) change = window;
    if (change == more) {
        bundle.push_back(random_move(space, other_lever(space, bundle, stream), stream));
    } else {
        std::size_t const which = stream.below(std::uint32_t(bundle.size()));
        Move& move = bundle[which];
        if (change == fewer) bundle.erase(bundle.begin() + std::ptrdiff_t(which));
        if (change == exchanged) move.lever = other_lever(space, bundle, stream);
        if (change == target) move.target = stream.below(std::uint32_t(space.targets.size()));
        if (change == intensity) move.intensity = any_of(space.intensities, stream);
        if (change == window) choose_window(space, move, stream);
    }
    put_in_order(bundle);
    return bundle;
}

Bundle crossed(SearchSpace const& space, Bundle const& a, Bundle const& b, Stream& stream) {
    Bundle child = a;
    for (Move const& move : b) {
        if (stream.below(2) == 0) continue;
        auto const same = std::ranges::find(child, move.lever, &Move::lever);
        if (same != child.end())
            *same = move;
        else
            child.push_back(move);
    }
    while (child.size() > space.most_levers)
        child.erase(child.begin() + std::ptrdiff_t(stream.below(std::uint32_t(child.size()))));
    put_in_order(child);
    return child;
}

Strategy strategy_of(SearchSpace const& space, Bundle const& bundle, std::string name) {
    Strategy strategy{.name = std::move(name), .meaning = {}, .interventions = {}, .place = {}};
    for (Move const& move : bundle) {
        InterventionSection& section = strategy.interventions.emplace_back();
        section.key = space.levers[move.lever];
        section.intensity.value = move.intensity;
        section.target = space.targets[move.target];
        section.from_week = move.from_week;
        if (move.until_week < space.weeks.back()) section.until_week = move.until_week;
    }
    return strategy;
}

Node as_strategy(SearchSpace const& space, Bundle const& bundle, std::string const& meaning) {
    Strategy strategy = strategy_of(space, bundle, "");
    strategy.meaning = meaning;
    return to_node(strategy);
}

}  // namespace micropol
