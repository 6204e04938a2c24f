#include "results/privacy.h"

#include <algorithm>
#include <cstdint>

namespace micropol {

namespace {

// FNV-1a over key and id, then the finish of SplitMix64, so that ids which differ by a digit do not stand side by side.
std::uint64_t keyed_hash(std::string_view key, std::string_view id) {
    std::uint64_t hash = 14695981039346656037u;
    auto const add = [&](std::string_view text) {
        for (char const c : text) hash = (hash ^ std::uint8_t(c)) * 1099511628211u;
    };
    add(key), add(std::string_view("\0", 1)), add(id);
    hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9u;
    hash = (hash ^ (hash >> 27)) * 0x94d049bb133111ebu;
    return hash ^ (hash >> 31);
}

std::string padded(std::size_t rank, std::size_t most) {
    std::string const text = std::to_string(rank);
    std::size_t const width = std::max<std::size_t>(2, std::to_string(most).size());
    return std::string(width - text.size(), '0') + text;
}

std::vector<std::size_t> sizes_of(std::span<NamedPerson const> people, std::size_t departments) {
    std::vector<std::size_t> sizes(departments, 0);
    for (NamedPerson const& person : people) ++sizes.at(person.department);
    return sizes;
}

std::vector<NamedPerson> people_of(BlockResult const& results) {
    std::vector<NamedPerson> people;
    for (std::size_t i = 0; i < results.person.size(); ++i)
        people.push_back({results.person[i], std::size_t(results.person_department[i])});
    return people;
}

}  // namespace

std::vector<bool> shown_singly(std::span<std::size_t const> sizes, std::size_t smallest) {
    std::vector<bool> shown(sizes.size());
    std::size_t groups = 0, people = 0;
    auto const hide = [&](std::size_t group) { shown[group] = false, ++groups, people += sizes[group]; };
    for (std::size_t group = 0; group < sizes.size(); ++group) {
        shown[group] = true;
        if (sizes[group] > 0 && sizes[group] < smallest) hide(group);
    }
    while (groups > 0 && (groups < 2 || people < smallest)) {
        std::size_t next = sizes.size();
        for (std::size_t group = 0; group < sizes.size(); ++group)
            if (shown[group] && sizes[group] > 0 && (next == sizes.size() || sizes[group] <= sizes[next])) next = group;
        if (next == sizes.size()) break;
        hide(next);
    }
    return shown;
}

Pseudonyms::Pseudonyms(std::span<NamedPerson const> people, std::span<std::string const> departments, std::string_view key,
                       std::size_t smallest, std::string_view others) {
    std::vector<bool> const shown = shown_singly(sizes_of(people, departments.size()), smallest);
    std::map<std::string, std::vector<std::pair<std::uint64_t, std::string>>> ranked;  // by the department's name
    for (NamedPerson const& person : people)
        ranked[shown[person.department] ? departments[person.department] : std::string(others)].emplace_back(
            keyed_hash(key, person.id), person.id);
    for (auto& [department, members] : ranked) {
        std::ranges::sort(members);
        for (std::size_t rank = 0; rank < members.size(); ++rank)
            names_[members[rank].second] = department + ' ' + padded(rank + 1, members.size());
    }
}

std::string Pseudonyms::of(std::string_view id) const {
    auto const found = names_.find(id);
    return found == names_.end() ? "Somebody" : found->second;
}

RunSummary veiled(RunSummary summary, StudyFacts const& facts, BlockResult const& results, std::string_view key,
                  std::size_t smallest) {
    if (!facts.by_person) return summary;
    std::vector<NamedPerson> const people = people_of(results);
    Pseudonyms const pseudonyms(people, facts.departments, key, smallest);
    for (auto* const shifts : {&summary.winners, &summary.losers})
        for (PowerShift& shift : *shifts) shift.who = pseudonyms.of(shift.who);
    std::vector<bool> const shown = shown_singly(sizes_of(people, facts.departments.size()), smallest);
    std::vector<DepartmentShift> kept;
    for (std::size_t k = 0; k < summary.departments.size(); ++k)
        if (shown[k]) kept.push_back(summary.departments[k]);
    summary.names_shown = false;
    summary.departments_hidden = summary.departments.size() - kept.size();
    summary.departments = kept;
    return summary;
}

}  // namespace micropol
