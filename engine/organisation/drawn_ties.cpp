#include "organisation/drawn_ties.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "organisation/acquaintances.h"

namespace micropol {

std::vector<Tie> draw_ties(Organisation const& organisation, OrganisationPlan const& plan, DrawnPlan const& drawn,
                           Chances const& chances) {
    // Acquaintances are drawn among places in which departments lie side by side.
    std::uint32_t const headcount = organisation.headcount();
    std::vector<std::uint32_t> person(headcount), place(headcount);  // [place]; [employee]
    std::iota(person.begin(), person.end(), 0u);
    std::ranges::stable_sort(person, {}, [&](std::uint32_t i) { return organisation.department[i]; });
    for (std::uint32_t p = 0; p < headcount; ++p) place[person[p]] = p;
    std::vector<std::uint32_t> start(organisation.departments.size() + 1, 0);
    for (std::uint16_t const d : organisation.department) ++start[d + 1u];
    std::partial_sum(start.begin(), start.end(), start.begin());

    std::vector<Pair> lines;
    for (std::uint32_t p = 0; p < headcount; ++p)
        if (std::uint32_t const boss = organisation.manager[person[p]]; boss != nobody) lines.emplace_back(p, place[boss]);
    std::uint64_t const n = headcount,
                        wanted = std::min(std::uint64_t(std::llround(double(n) * drawn.contacts / 2)), n * (n - 1) / 2);
    std::vector<std::uint8_t> const standing_by_employee = standing_of(organisation);
    std::vector<std::uint8_t> standing;
    standing.reserve(person.size());
    for (std::uint32_t const i : person) standing.push_back(standing_by_employee[i]);
    AcquaintancePlan const acquaintances{.acquaintances = std::uint32_t(wanted),
                                         .same_department = drawn.same_department,
                                         .closure = drawn.closure,
                                         .start = start,
                                         .standing = standing};
    std::vector<Pair> const informal = draw_acquaintances(acquaintances, lines, chances.of("acquaintances"));

    MeanTrust const mean_trust(plan, drawn, organisation.departments, chances);
    Stream strength = chances.of("tie strength"), trust = chances.of("tie trust"), who_turns = chances.of("who turns to whom");
    std::vector<Tie> ties;
    ties.reserve(2 * (lines.size() + informal.size()));
    auto const add = [&](std::uint32_t p, std::uint32_t q, float strong, bool formal) {
        std::uint32_t const i = person[p], j = person[q];
        ties.push_back({i, j, strong, vary_share(mean_trust(organisation, i, j), trust), formal});
    };
    for (auto const& [p, q] : lines) {
        add(p, q, vary_share(drawn.strength_formal, strength), true);
        add(q, p, vary_share(drawn.strength_formal, strength), true);
    }
    for (auto const& [a, b] : informal) {
        bool const both = happens(drawn.reciprocity, who_turns);
        // Otherwise the one of higher standing is the one more likely turned to.
        bool const to_b = happens(double(standing[b]) / (standing[a] + standing[b]), who_turns);
        auto const [p, q] = to_b ? Pair{a, b} : Pair{b, a};
        float const there = vary_share(drawn.strength, strength), back = vary_share(drawn.strength, strength);
        add(p, q, there, false);
        add(q, p, both ? back : there * float(drawn.unreciprocated), false);
    }
    return ties;
}

}  // namespace micropol
