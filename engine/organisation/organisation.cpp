#include "organisation/organisation.h"

#include <algorithm>

#include "organisation/centrality.h"
#include "organisation/reporting.h"

namespace micropol {

namespace {

constexpr Trait goals[] = {Trait::career, Trait::pay, Trait::status, Trait::security, Trait::company};

// Index of the tie from i to j, or nobody.
std::uint32_t find_tie(Ties const& ties, std::uint32_t i, std::uint32_t j) {
    auto const begin = ties.other.begin() + ties.first[i], end = ties.other.begin() + ties.first[i + 1];
    auto const found = std::lower_bound(begin, end, j);
    return found != end && *found == j ? std::uint32_t(found - ties.other.begin()) : nobody;
}

void find_manager_ties(Organisation& organisation) {
    organisation.manager_tie.assign(organisation.headcount(), nobody);
    for (std::uint32_t i = 0; i < organisation.headcount(); ++i)
        if (organisation.manager[i] != nobody)
            organisation.manager_tie[i] = find_tie(organisation.ties, i, organisation.manager[i]);
}

void scale_goals(Organisation& organisation) {
    for (std::uint32_t i = 0; i < organisation.headcount(); ++i) {
        float sum = 0;
        for (Trait const goal : goals) sum += organisation.of(goal)[i];
        for (Trait const goal : goals) {
            float& weight = organisation.trait[std::size_t(goal)][i];
            weight = sum > 0 ? weight / sum : 1.0f / float(std::size(goals));
        }
    }
}

}  // namespace

void complete(Organisation& organisation, bool derive_levels) {
    if (derive_levels) organisation.level = levels_of(organisation.manager);
    find_manager_ties(organisation);
    organisation.centrality = centrality(organisation.ties);
    scale_goals(organisation);
}

std::uint32_t Organisation::find(std::string_view word) const {
    for (std::uint32_t i = 0; i < headcount(); ++i)
        if (answers_to(i, word)) return i;
    return nobody;
}

void silence(Organisation& organisation, std::span<std::string const> names) {
    organisation.silenced.assign(organisation.headcount(), false);
    for (std::uint32_t i = 0; i < organisation.headcount(); ++i)
        organisation.silenced[i] = std::ranges::any_of(names,
                                                       [&](std::string const& name) { return organisation.answers_to(i, name); });
    organisation.ties = without(organisation.ties, organisation.silenced);
    find_manager_ties(organisation);
    organisation.centrality = centrality(organisation.ties);
}

}  // namespace micropol
