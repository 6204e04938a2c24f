#include "organisation/latent_ties.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "organisation/acquaintances.h"

namespace micropol {

namespace {

// Everybody's place in a list by department, which is how acquaintances are drawn: [employee], and back.
struct ByDepartment {
    std::vector<std::uint32_t> place, who, start;  // [employee], [place], [department + 1]

    explicit ByDepartment(Organisation const& organisation) : place(organisation.headcount()), who(organisation.headcount()) {
        std::iota(who.begin(), who.end(), 0u);
        std::ranges::stable_sort(who, {}, [&](std::uint32_t i) { return organisation.department[i]; });
        for (std::uint32_t at = 0; at < who.size(); ++at) place[who[at]] = at;
        start.assign(organisation.departments.size() + 1, 0);
        for (std::uint16_t const d : organisation.department) ++start[d + 1u];
        std::partial_sum(start.begin(), start.end(), start.begin());
    }
};

}  // namespace

void add_latent_ties(Organisation& organisation, OrganisationPlan const& plan, DrawnPlan const& drawn, Chances const& chances) {
    std::uint64_t const n = organisation.headcount();
    auto const wanted = std::uint64_t(std::llround(double(n) * drawn.latent / 2));
    if (wanted == 0) return;

    ByDepartment const order(organisation);
    std::vector<std::uint8_t> const standing = standing_of(organisation);
    std::vector<std::uint8_t> standing_by_place(n);
    for (std::uint32_t i = 0; i < n; ++i) standing_by_place[order.place[i]] = standing[i];

    Ties const& ties = organisation.ties;
    std::vector<Tie> list;
    std::vector<Pair> known;
    for (std::uint32_t i = 0; i < n; ++i)
        for (std::uint32_t t = ties.first[i]; t < ties.first[i + 1]; ++t) {
            list.push_back({i, ties.other[t], ties.strength[t], ties.trust[t], ties.formal[t] != 0});
            if (i < ties.other[t]) known.emplace_back(order.place[i], order.place[ties.other[t]]);
        }

    MeanTrust const mean_trust(plan, drawn, organisation.departments, chances);
    Stream trust = chances.of("latent trust");
    AcquaintancePlan const acquaintances{.acquaintances = std::uint32_t(std::min(known.size() + wanted, n * (n - 1) / 2)),
                                         .same_department = drawn.same_department,
                                         .closure = drawn.closure,
                                         .start = order.start,
                                         .standing = standing_by_place};
    for (auto const& [a, b] : draw_acquaintances(acquaintances, known, chances.of("latent ties"))) {
        std::uint32_t const i = order.who[a], j = order.who[b];
        list.push_back({i, j, 0, vary_share(mean_trust(organisation, i, j), trust), false});
        list.push_back({j, i, 0, vary_share(mean_trust(organisation, j, i), trust), false});
    }
    organisation.ties = build_ties(organisation.headcount(), list, 0);
    organisation.ties.forming = true;
}

}  // namespace micropol
