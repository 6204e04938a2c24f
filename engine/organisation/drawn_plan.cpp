#include "organisation/drawn_plan.h"

#include <algorithm>

namespace micropol {

namespace {

constexpr Range shares{0, 1};

using Plan = OrganisationPlan;

// Densities, reciprocity and odds ratios were recomputed from the published networks of 21 managers (krackhardt_1987) and
// 71 lawyers (lazega_2001). Among arcs, 0.39-0.47 of advice and 0.45-0.61 of friendship is returned; among acquaintances,
// which is what `reciprocity` counts, that is 0.24-0.31 and 0.29-0.44.
constexpr OrganisationSpec specs[] = {
    // In the United States five to six in the middle, 12 on average (8 in 2013).
    {{"span", Unit::employees, 8, {2, 100}, "employees who report to one manager", "gallup_2026", Grade::practice, Range{5, 12}},
     &Plan::span},
    {{"contacts", Unit::employees, 14, {0, 200}, "acquaintances of one person, on average, reporting lines included", assumed},
     &Plan::contacts},
    {{"same_department",
      Unit::log_odds,
      1,
      {0, 2},
      "preference for acquaintances in the own department: odds ratios of 1.2 and 2.8 among managers, of 4.1 and 6.5 among lawyers of one office",
      "krackhardt_1987",
      Grade::study,
      Range{0.18, 1.87}},
     &Plan::same_department},
    {{"reciprocity", Unit::share, 0.35, shares,
      "acquaintances, reporting lines aside, in which both turn to each other; 0.24 to 0.44 among managers and lawyers",
      "lazega_2001", Grade::study, Range{0.24, 0.44}},
     &Plan::reciprocity},
    {{"closure", Unit::share, 0.3, shares, "acquaintances, reporting lines aside, made through a common acquaintance", assumed},
     &Plan::closure},
    {{"embeddedness", Unit::share, 0.7, shares,
      "how far the strength of an acquaintance at the start follows how many others the two have in common: 1 − embeddedness times the "
      "usual strength where they have fewest, 1 + embeddedness times where they have most; reporting lines aside",
      "onnela_2007", Grade::assumption, Range{0.4, 0.9}},
     &Plan::embeddedness},
    {{"strength", Unit::share, 0.5, shares, "how much a person turns to an acquaintance at the start, on average", assumed},
     &Plan::strength},
    {{"strength_formal", Unit::share, 0.6, shares, "the same along a reporting line", assumed}, &Plan::strength_formal},
    {{"trust", Unit::share, 0.5, shares, "trust between people of different departments at the start, on average", assumed},
     &Plan::trust},
    {{"trust_within", Unit::share, 0.6, shares, "trust within a department", assumed}, &Plan::trust_within},
    {{"trust_manager", Unit::share, 0.6, shares, "trust between a person and the manager, either way", assumed},
     &Plan::trust_manager},
    {{"unreciprocated", Unit::share, 0.5, shares,
      "strength of the direction of an acquaintance that nobody named, against the one that was named", assumed},
     &Plan::unreciprocated},
    {{"latent",
      Unit::employees,
      0,
      {0, 100},
      "others whom one person could come to know, on average, drawn as acquaintances are: by department, common acquaintances and standing; 0: nobody meets anybody new, and no tie fades for want of care",
      assumed,
      Grade::assumption,
      Range{5, 20}},
     &Plan::latent},
};

constexpr std::string_view shape_names[] = {"acquaintances", "complete", "ring", "none"};

std::uint64_t pair_of(std::size_t of, std::size_t toward) { return std::uint64_t(of) << 32 | toward; }

}  // namespace

std::span<OrganisationSpec const> organisation_specs() { return specs; }
std::span<std::string_view const> tie_shape_names() { return shape_names; }

DrawnPlan draw_plan(OrganisationPlan const& plan, Chances const& chances) {
    auto const drawn = [&](Distribution Plan::*member) {
        auto const& spec = std::ranges::find(specs, member, &OrganisationSpec::member)->parameter;
        Stream stream = chances.of(spec.name);
        return sample(plan.*member, spec.range, stream);
    };
    return {.span = drawn(&Plan::span),
            .contacts = drawn(&Plan::contacts),
            .same_department = drawn(&Plan::same_department),
            .reciprocity = drawn(&Plan::reciprocity),
            .closure = drawn(&Plan::closure),
            .embeddedness = drawn(&Plan::embeddedness),
            .strength = drawn(&Plan::strength),
            .strength_formal = drawn(&Plan::strength_formal),
            .trust = drawn(&Plan::trust),
            .trust_within = drawn(&Plan::trust_within),
            .trust_manager = drawn(&Plan::trust_manager),
            .unreciprocated = drawn(&Plan::unreciprocated),
            .latent = drawn(&Plan::latent)};
}

MeanTrust::MeanTrust(OrganisationPlan const& plan, DrawnPlan const& drawn, std::vector<Department> const& departments,
                     Chances const& chances)
    : within_(drawn.trust_within), between_(drawn.trust), manager_(drawn.trust_manager) {
    for (std::uint32_t k = 0; k < plan.trust_between_departments.size(); ++k) {
        TrustBetween const& given = plan.trust_between_departments[k];
        auto const of = std::ranges::find(departments, given.of, &Department::name);
        auto const toward = std::ranges::find(departments, given.toward, &Department::name);
        if (of == departments.end() || toward == departments.end()) continue;
        Stream stream = chances.of("trust_between_departments", k);
        given_.emplace_back(pair_of(std::size_t(of - departments.begin()), std::size_t(toward - departments.begin())),
                            sample(given.trust, shares, stream));
    }
    std::ranges::stable_sort(given_, {}, &std::pair<std::uint64_t, double>::first);
}

double MeanTrust::operator()(Organisation const& organisation, std::uint32_t i, std::uint32_t j) const {
    if (organisation.manager[i] == j || organisation.manager[j] == i) return manager_;
    std::uint64_t const pair = pair_of(organisation.department[i], organisation.department[j]);
    auto const found = std::ranges::lower_bound(given_, pair, {}, &std::pair<std::uint64_t, double>::first);
    if (found != given_.end() && found->first == pair) return found->second;
    return organisation.department[i] == organisation.department[j] ? within_ : between_;
}

float vary_share(double mean, Stream& stream) {
    constexpr double half_width = 0.35;
    double const reach = std::min({half_width, mean, 1 - mean});
    std::uint32_t const word = stream.word();  // the sum of two uniforms is triangular
    double const deviation = (double(word >> 16) + double(word & 0xffffu) + 1) * 0x1p-16 - 1;
    return std::clamp(float(mean + reach * deviation), 0.0f, 1.0f);
}

bool happens(double probability, Stream& stream) { return stream.word() * 0x1p-32 < probability; }

void draw_trait(Organisation& organisation, Trait trait, Distribution const& distribution,
                std::vector<std::uint32_t> const& people, Stream stream) {
    Range const range = trait_specs()[std::size_t(trait)].range;
    for (std::uint32_t const i : people) organisation.trait[std::size_t(trait)][i] = float(sample(distribution, range, stream));
}

void draw_tenure(Organisation& organisation, std::optional<Distribution> const& distribution,
                 std::vector<std::uint32_t> const& people, Stream stream) {
    constexpr double shape = 2, mean = 7;
    auto const draw = [&] {
        return distribution ? sample(*distribution, tenure_range, stream)
                            : std::clamp(mean / shape * stream.gamma(shape), tenure_range.low, tenure_range.high);
    };
    for (std::uint32_t const i : people) {
        double const years = draw();
        organisation.tenure_years[i] = float(organisation.level[i] > 0 ? std::max(years, draw()) : years);
    }
}

std::vector<std::uint8_t> standing_of(Organisation const& organisation) {
    std::vector<std::uint8_t> standing(organisation.headcount());
    for (std::uint32_t i = 0; i < organisation.headcount(); ++i)
        standing[i] = std::uint8_t(1 + std::min<int>(organisation.level[i], 8) + int(organisation.tenure_years[i] / 7));
    return standing;
}

std::vector<Tie> regular_ties(Organisation const& made, TieShape shape, DrawnPlan const& drawn) {
    std::vector<Tie> ties;
    std::uint32_t const n = made.headcount();
    std::uint32_t reach = 0;  // how far along the ring acquaintances go, to either side
    if (shape == TieShape::complete) reach = n / 2;
    if (shape == TieShape::ring) reach = std::min(std::uint32_t(drawn.contacts) / 2, n / 2);
    for (std::uint32_t i = 0; i < n; ++i)
        for (std::uint32_t step = 1; step <= reach; ++step) {
            std::uint32_t const j = (i + step) % n;
            if (i == j) continue;
            bool const formal = made.manager[i] == j || made.manager[j] == i;
            ties.push_back({i, j, float(drawn.strength), float(drawn.trust), formal});
            ties.push_back({j, i, float(drawn.strength), float(drawn.trust), formal});
        }
    return ties;
}

}  // namespace micropol
