#include "organisation/drawn_ties.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "organisation/acquaintances.h"

namespace micropol {

namespace {

// [pair]: how many acquaintances two have in common, as their rank among all pairs, from −1 (fewest) to 1; equals share a rank.
std::vector<double> embeddedness_of(std::vector<Pair> const& pairs, std::vector<Pair> const& lines, std::uint32_t people) {
    std::vector<std::vector<std::uint32_t>> known(people);
    for (auto const* list : {&pairs, &lines})
        for (auto const& [p, q] : *list) known[p].push_back(q), known[q].push_back(p);
    for (auto& row : known) std::ranges::sort(row);
    std::vector<std::size_t> common;
    for (auto const& [p, q] : pairs) {
        std::size_t both = 0;
        for (auto a = known[p].begin(), b = known[q].begin(); a != known[p].end() && b != known[q].end();) {
            if (*a == *b) ++both;
            std::uint32_t const least = std::min(*a, *b);
            a += *a == least, b += *b == least;
        }
        common.push_back(both);
    }
    std::vector<std::size_t> below(people + 1, 0), equal(people + 1, 0);  // [count]: pairs that have fewer, and as many
    for (std::size_t const count : common) ++equal[count];
    std::partial_sum(equal.begin(), equal.end() - 1, below.begin() + 1);
    std::vector<double> rank;
    for (std::size_t const count : common) rank.push_back(double(2 * below[count] + equal[count]) / double(pairs.size()) - 1);
    return rank;
}

}  // namespace

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
    std::vector<double> const embedded = embeddedness_of(informal, lines, headcount);
    for (std::size_t k = 0; k < informal.size(); ++k) {
        auto const& [a, b] = informal[k];
        double const usual = drawn.strength + embedded[k] * std::min(drawn.strength * drawn.embeddedness, 1 - drawn.strength);
        bool const both = happens(drawn.reciprocity, who_turns);
        // Otherwise the one of higher standing is the one more likely turned to.
        bool const to_b = happens(double(standing[b]) / (standing[a] + standing[b]), who_turns);
        auto const [p, q] = to_b ? Pair{a, b} : Pair{b, a};
        float const there = vary_share(usual, strength), back = vary_share(usual, strength);
        add(p, q, there, false);
        add(q, p, both ? back : there * float(drawn.unreciprocated), false);
    }
    return ties;
}

}  // namespace micropol
