#include <algorithm>
#include <numeric>

#include "study/explain/told.h"

namespace micropol {

namespace {

// Positions of those to draw, in the order of the organisation: by the most power they ever had.
std::vector<std::uint32_t> drawn_people(Trace const& trace) {
    std::vector<std::uint32_t> people(trace.headcount());
    std::iota(people.begin(), people.end(), 0u);
    if (people.size() <= all_people_drawn_up_to) return people;
    std::vector<float> most(people.size(), 0.0f);
    for (int week = 0; week < trace.weeks; ++week) {
        auto const power = trace.at(Column::power, week);
        for (std::size_t i = 0; i < most.size(); ++i) most[i] = std::max(most[i], power[i]);
    }
    std::ranges::stable_sort(people, std::ranges::greater{}, [&](std::uint32_t i) { return most[i]; });
    people.resize(max_people_drawn);
    std::ranges::sort(people);
    return people;
}

std::vector<Network::Link> strongest_links(Ties const& ties, std::vector<std::uint32_t> const& people) {
    constexpr std::size_t absent = nobody;
    std::vector<std::size_t> position(ties.first.size() - 1, absent);
    for (std::size_t k = 0; k < people.size(); ++k) position[people[k]] = k;
    std::vector<Network::Link> links;
    for (std::size_t k = 0; k < people.size(); ++k)
        for (std::uint32_t t = ties.first[people[k]]; t < ties.first[people[k] + 1]; ++t) {
            std::size_t const other = position[ties.other[t]];
            if (other == absent || other < k) continue;  // each acquaintance once
            links.push_back({k, other, (ties.strength[t] + ties.strength[ties.reverse[t]]) / 2});
        }
    std::ranges::stable_sort(links, std::ranges::greater{}, &Network::Link::strength);
    if (links.size() > max_links_drawn) links.resize(max_links_drawn);
    return links;
}

Network::Frame frame_of(Trace const& trace, int week, std::vector<std::uint32_t> const& people) {
    Network::Frame frame;
    frame.week = week;
    auto const members = trace.at(Column::coalition_members, week);
    for (std::uint32_t const i : people) {
        auto const number = std::size_t(trace.of(Column::coalition, week, i));
        frame.coalition.push_back(members[number] > 1.5f ? int(number) : -1);
        frame.attitude.push_back(trace.of(Column::attitude, week, i));
        frame.stage.push_back(int(trace.of(Column::stage, week, i)));
        frame.power.push_back(trace.of(Column::power, week, i));
    }
    return frame;
}

}  // namespace

Network network_of(Trace const& trace) {
    Organisation const& organisation = *trace.organisation;
    std::vector<std::uint32_t> const people = drawn_people(trace);
    Network network;
    for (std::uint32_t const i : people)
        network.people.push_back(
            {organisation.person[i], organisation.departments[organisation.department[i]].name, int(organisation.level[i])});
    network.links = strongest_links(organisation.ties, people);
    int const last = trace.weeks - 1, frames = std::min(int(max_frames), trace.weeks);
    for (int k = 0; k < frames; ++k)
        network.frames.push_back(frame_of(trace, frames < 2 ? last : last * k / (frames - 1), people));
    return network;
}

}  // namespace micropol
