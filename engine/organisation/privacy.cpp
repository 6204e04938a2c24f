#include "organisation/privacy.h"

#include <algorithm>
#include <map>

namespace micropol {

namespace {

// FNV-1a, then the finish of SplitMix64, so that ids which differ by a digit do not stand side by side.
std::uint64_t mixed_hash(std::string_view id, std::uint64_t key) {
    std::uint64_t hash = 14695981039346656037u ^ key;
    for (char const c : id) hash = (hash ^ std::uint8_t(c)) * 1099511628211u;
    hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9u;
    hash = (hash ^ (hash >> 27)) * 0x94d049bb133111ebu;
    return hash ^ (hash >> 31);
}

// Of who works here: another company's people come in another order.
std::uint64_t key_of(Organisation const& organisation) {
    std::uint64_t key = 0;
    for (std::string const& id : organisation.id) key += mixed_hash(id, 0);
    return key;
}

std::string padded(std::size_t rank, std::size_t most) {
    std::string const text = std::to_string(rank);
    std::size_t const width = std::max<std::size_t>(2, std::to_string(most).size());
    return std::string(width - text.size(), '0') + text;
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

std::vector<bool> departments_shown_singly(Organisation const& organisation) {
    std::vector<std::size_t> sizes(organisation.departments.size(), 0);
    for (std::uint16_t const d : organisation.department) ++sizes[d];
    return shown_singly(sizes, organisation.smallest_group);
}

std::vector<std::string> departments_as_shown(Organisation const& organisation) {
    std::vector<bool> const shown = departments_shown_singly(organisation);
    std::vector<std::string> names;
    for (std::size_t d = 0; d < shown.size(); ++d)
        names.push_back(shown[d] ? organisation.departments[d].name : small_department);
    return names;
}

void hide_names(Organisation& organisation, std::size_t smallest) {
    organisation.names_hidden = true, organisation.smallest_group = smallest;
    std::vector<bool> const shown = departments_shown_singly(organisation);
    std::uint64_t const key = key_of(organisation);
    std::map<std::string, std::vector<std::pair<std::uint64_t, std::uint32_t>>> ranked;  // by the department's name
    for (std::uint32_t i = 0; i < organisation.headcount(); ++i) {
        std::uint16_t const d = organisation.department[i];
        ranked[shown[d] ? organisation.departments[d].name : std::string("Person")].emplace_back(
            mixed_hash(organisation.id[i], key), i);
    }
    for (auto& [department, members] : ranked) {
        std::ranges::sort(members, {}, [&](auto const& member) {
            return std::pair<std::uint64_t, std::string_view>(member.first, organisation.id[member.second]);
        });
        for (std::size_t rank = 0; rank < members.size(); ++rank)
            organisation.person[members[rank].second] = department + ' ' + padded(rank + 1, members.size());
    }
    auto const is_an_id = [&](std::string const& name) {
        return std::ranges::find(organisation.id, name) != organisation.id.end();
    };
    while (std::ranges::any_of(organisation.person, is_an_id))
        for (std::string& name : organisation.person) name = "Pseudonym " + name;
}

}  // namespace micropol
