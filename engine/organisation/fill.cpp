#include <algorithm>
#include <set>

#include "organisation/drawn_plan.h"
#include "organisation/drawn_ties.h"
#include "organisation/import.h"
#include "organisation/influence.h"
#include "organisation/latent_ties.h"

namespace micropol {

namespace {

// [employee]: those of department d whose value is not known.
std::vector<std::uint32_t> unknown_in(Organisation const& organisation, std::uint32_t d, std::vector<bool> const& known) {
    std::vector<std::uint32_t> people;
    for (std::uint32_t i = 0; i < organisation.headcount(); ++i)
        if (organisation.department[i] == d && !known[i]) people.push_back(i);
    return people;
}

void fill_people(Organisation& filled, ImportedOrganisation const& imported, OrganisationPlan const& assumptions,
                 Chances const& chances) {
    constexpr Range shares{0, 1};
    static DepartmentPlan const nothing_assumed;
    filled.attitude_stated = imported.known[std::size_t(Trait::attitude)];
    for (KnownWithin const& known : imported.within[std::size_t(Trait::attitude)]) filled.attitude_stated[known.employee] = true;
    for (std::uint32_t d = 0; d < filled.departments.size(); ++d) {
        auto const found = std::ranges::find(assumptions.departments, filled.departments[d].name, &DepartmentPlan::name);
        DepartmentPlan const& plan = found == assumptions.departments.end() ? nothing_assumed : *found;
        Stream relation = chances.of("relation_substitutability", d), data = chances.of("data_substitutability", d);
        filled.departments[d].relation_substitutability = float(sample(plan.relation_substitutability, shares, relation));
        filled.departments[d].data_substitutability = float(sample(plan.data_substitutability, shares, data));
        draw_tenure(filled, plan.tenure_years, unknown_in(filled, d, imported.tenure_known), chances.of("tenure_years", d));
        for (std::size_t k = 0; k < trait_count; ++k)
            draw_trait(filled, Trait(k), plan.trait[k].value_or(default_spread(Trait(k))),
                       unknown_in(filled, d, imported.known[k]), chances.of(trait_specs()[k].name, d));
        if (plan.trait[std::size_t(Trait::attitude)])
            for (std::uint32_t i = 0; i < filled.headcount(); ++i)
                if (filled.department[i] == d) filled.attitude_stated[i] = true;
    }
    for (std::size_t k = 0; k < trait_count; ++k)
        for (KnownWithin const& known : imported.within[k])
            filled.trait[k][known.employee] = float(draw_within(known, trait_specs()[k].name, chances));
}

// Those that somebody named, in place of those drawn between the same people.
void add_named_ties(std::vector<Tie>& drawn_ties, Organisation const& filled, ImportedOrganisation const& imported,
                    OrganisationPlan const& assumptions, DrawnPlan const& drawn, Chances const& chances) {
    MeanTrust const mean_trust(assumptions, drawn, filled.departments, chances);
    Stream trust = chances.of("trust in those named");
    Ties const& named = imported.base.ties;
    std::set<std::pair<std::uint32_t, std::uint32_t>> replaced;
    std::vector<Tie> list;
    for (std::uint32_t i = 0; i < filled.headcount(); ++i)
        for (std::uint32_t tie = named.first[i]; tie < named.first[i + 1]; ++tie) {
            std::uint32_t const j = named.other[tie];
            if (named.strength[tie] == 0) continue;  // a reporting line alone: drawn
            replaced.emplace(i, j);
            list.push_back({i, j, named.strength[tie],
                            imported.trust_known[tie] ? named.trust[tie] : vary_share(mean_trust(filled, i, j), trust),
                            named.formal[tie] != 0});
        }
    std::erase_if(drawn_ties, [&](Tie const& tie) { return replaced.contains({tie.from, tie.to}); });
    drawn_ties.insert(drawn_ties.end(), list.begin(), list.end());
}

void fill_ties(Organisation& filled, ImportedOrganisation const& imported, OrganisationPlan const& assumptions,
               Chances const& chances) {
    DrawnPlan const drawn = draw_plan(assumptions, chances);
    if (imported.quality.ties == 0 && assumptions.shape != TieShape::acquaintances) {
        filled.ties = build_ties(filled.headcount(), regular_ties(filled, assumptions.shape, drawn), 0);
        return;
    }
    if (imported.some_ties) {
        std::vector<Tie> list = draw_ties(filled, assumptions, drawn, chances);
        add_named_ties(list, filled, imported, assumptions, drawn, chances);
        filled.ties = build_ties(filled.headcount(), list, float(drawn.unreciprocated));
        return add_latent_ties(filled, assumptions, drawn, chances);
    }
    if (imported.quality.ties == 0) {  // nobody said who knows whom
        filled.ties = build_ties(filled.headcount(), draw_ties(filled, assumptions, drawn, chances), float(drawn.unreciprocated));
        return add_latent_ties(filled, assumptions, drawn, chances);
    }
    MeanTrust const mean_trust(assumptions, drawn, filled.departments, chances);
    Stream strength = chances.of("tie strength"), trust = chances.of("tie trust");
    for (std::uint32_t i = 0; i < filled.headcount(); ++i)
        for (std::uint32_t tie = filled.ties.first[i]; tie < filled.ties.first[i + 1]; ++tie) {
            std::uint32_t const back = filled.ties.reverse[tie];
            // A reporting line that nobody named as an acquaintance.
            if (imported.base.ties.strength[tie] == 0 && imported.base.ties.strength[back] == 0)
                filled.ties.strength[tie] = vary_share(drawn.strength_formal, strength);
            if (!imported.trust_known[tie])
                filled.ties.trust[tie] = vary_share(mean_trust(filled, i, filled.ties.other[tie]), trust);
        }
    add_latent_ties(filled, assumptions, drawn, chances);
}

}  // namespace

Organisation fill(ImportedOrganisation const& imported, OrganisationPlan const& assumptions, Stream stream) {
    Chances const chances(stream);
    Organisation filled = imported.base;
    if (!assumptions.name.empty()) filled.name = assumptions.name;
    fill_people(filled, imported, assumptions, chances);
    fill_ties(filled, imported, assumptions, chances);
    if (!imported.influence.empty()) match_influence(filled, imported.influence, chances);
    complete(filled, false);
    return filled;
}

}  // namespace micropol
