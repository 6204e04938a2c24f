// Who is who in a week, and what moves them.

#include <algorithm>
#include <numeric>

#include "mechanisms/figures.h"
#include "mechanisms/tactic_worths.h"
#include "mechanisms/zone_rent.h"
#include "state/coalition.h"
#include "study/explain/chronicle.h"

namespace micropol {

namespace {

constexpr std::size_t most_named = 3;

float mean_control(Trace const& trace, int week) {
    auto const relation = trace.at(Column::relation_control, week), data = trace.at(Column::data_control, week);
    std::vector<Worlds> const relations(relation.begin(), relation.end()), datas(data.begin(), data.end());
    return mean_control(relations, datas)[0];
}

}  // namespace

Portrait portrait_of(Trace const& trace, int week, std::uint32_t employee) {
    Organisation const& organisation = *trace.organisation;
    auto const power = trace.at(Column::power, week);
    auto const stronger = std::ranges::count_if(power, [&](float other) { return other > power[employee]; });
    bool newcomer = false;
    for (int w = 0; w < week; ++w) newcomer = newcomer || trace.of(Column::present, w, employee) == 0;
    return {employee,
            organisation.person[employee],
            organisation.departments[organisation.department[employee]].name,
            int(std::ranges::count(organisation.manager, employee)),
            power[employee],
            std::size_t(stronger) + 1,
            newcomer};
}

Motive motive_of(Trace const& trace, int week, std::uint32_t employee) {
    auto const of = [&](Column column) { return trace.of(column, week, employee); };
    Organisation const& organisation = *trace.organisation;
    Motive motive;
    constexpr std::pair<Column, Trait> goals[] = {{Column::stake_career, Trait::career},
                                                  {Column::stake_pay, Trait::pay},
                                                  {Column::stake_status, Trait::status},
                                                  {Column::stake_security, Trait::security},
                                                  {Column::stake_company, Trait::company}};
    for (std::size_t k = 0; k < motive.felt.size(); ++k)
        motive.felt[k] = of(goals[k].first) * organisation.of(goals[k].second)[employee];
    motive.stake = of(Column::stake), motive.attitude = of(Column::attitude), motive.voiced = of(Column::voiced_attitude);
    float const relation = of(Column::relation_control), data = of(Column::data_control);
    motive.rent = zone_rent(relation, data, mean_control(trace, week))[0];
    motive.data_share = relation + data > 0 ? data / (relation + data) : 0.0f;
    motive.tactic = Tactic(int(of(Column::tactic)));
    if (!trace.appeal || !trace.work_appeal) return motive;
    // What a false figure costs the conscience is not recorded.
    float const figures = weight_of_figures(organisation, trace.settings, employee);
    auto const worth = tactic_worths(
        {.stake = motive.stake,
         .stake_career = of(Column::stake_career),
         .attitude = motive.attitude,
         .trust = of(Column::mean_trust),
         .rent = motive.rent,
         .compliance = of(Column::compliance),
         .quality_pay = as_felt(of(Column::quality_pay), trace.settings.quality_weight, figures),
         .audit = of(Column::audit),
         .career_weight = organisation.of(Trait::career)[employee],
         .pay_weight = organisation.of(Trait::pay)[employee],
         .worth_of_figure = worth_of_figure(trace.settings, trace.of(Column::rivalry, week), figures),
         .gaming_ease = trace.settings.gaming_ease * figures,
         .stopped = trace.of(Column::stopped, week)},
        *trace.work_appeal, *trace.appeal);
    for (std::size_t k = 0; k < tactic_count; ++k) motive.worth[k] = worth[k][0];
    return motive;
}

std::optional<Bloc> leading_bloc(Trace const& trace, int week, bool against) {
    auto const members = trace.at(Column::coalition_members, week), weight = trace.at(Column::coalition_weight, week),
               stance = trace.at(Column::coalition_stance, week);
    std::size_t leading = members.size();
    for (std::size_t c = 0; c < members.size(); ++c) {
        bool const counts = members[c] >= fewest_members && (against ? stance[c] < 0 : stance[c] > 0);
        if (counts && (leading == members.size() || weight[c] > weight[leading])) leading = c;
    }
    if (leading == members.size()) return std::nullopt;
    Organisation const& organisation = *trace.organisation;
    std::vector<int> from(organisation.departments.size());
    auto const label = trace.at(Column::coalition, week), power = trace.at(Column::power, week);
    std::uint32_t leader = nobody;
    for (std::uint32_t i = 0; i < trace.headcount(); ++i) {
        if (label[i] != float(leading)) continue;
        ++from[organisation.department[i]];
        if (leader == nobody || power[i] > power[leader]) leader = i;
    }
    auto const most = std::size_t(std::ranges::max_element(from) - from.begin());
    return Bloc{std::uint32_t(leading),
                int(members[leading]),
                weight[leading] / float(trace.headcount()),
                stance[leading],
                organisation.departments[most].name,
                from[most],
                portrait_of(trace, week, leader),
                motive_of(trace, week, leader)};
}

moment::WordSpreads word_spread(Trace const& trace, std::vector<Event> const& events, int week) {
    Organisation const& organisation = *trace.organisation;
    moment::WordSpreads spread;
    std::vector<std::size_t> told(trace.headcount());
    std::vector<bool> reached(organisation.departments.size());
    for (Event const& event : events) {
        if (event.what != EventKind::becomes_aware || event.week > week) continue;
        std::size_t const department = organisation.department[event.who];
        if (!reached[department] && event.week > 0) {
            spread.last_department = organisation.departments[department].name, spread.last_week = event.week;
            spread.last_through.reset();
            if (event.other != nobody) spread.last_through = portrait_of(trace, event.week, event.other);
        }
        reached[department] = true;
        if (event.week == 0) continue;
        ++spread.learned;
        if (event.other == nobody) continue;
        ++spread.from_contacts;
        Ties const& ties = organisation.ties;
        for (std::uint32_t t = ties.first[event.who]; t < ties.first[event.who + 1]; ++t)
            told[ties.other[t]] += trace.of(Column::stage, event.week - 1, ties.other[t]) != float(Stage::unaware);
    }
    spread.departments_without = int(std::ranges::count(reached, false));
    spread.knows = trace.of(Column::aware_share, week);
    std::vector<std::uint32_t> order(told.size());
    std::iota(order.begin(), order.end(), 0u);
    std::ranges::stable_sort(order, std::ranges::greater{}, [&](std::uint32_t i) { return told[i]; });
    for (std::uint32_t const i : order)
        if (told[i] > 1 && spread.through.size() < most_named) spread.through.emplace_back(portrait_of(trace, week, i), told[i]);
    return spread;
}

}  // namespace micropol
