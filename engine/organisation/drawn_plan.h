#pragma once
// A plan's uncertain numbers, drawn once for one organisation, and how its people, strengths and trust vary around them.

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "organisation/generate.h"

namespace micropol {

// Gives every subject its own chance, so that changing one number of a plan leaves all other draws alone.
class Chances {
  public:
    explicit Chances(Stream& stream) : seed_(stream.word() | std::uint64_t(stream.word()) << 32) {}
    [[nodiscard]] Stream of(std::string_view subject, std::uint32_t index = 0) const { return {seed_, index, purpose(subject)}; }

  private:
    std::uint64_t seed_;
};

struct DrawnPlan {
    double span, contacts, same_department, reciprocity, closure, embeddedness;
    double strength, strength_formal, trust, trust_within, trust_manager, unreciprocated, latent;
};
[[nodiscard]] DrawnPlan draw_plan(OrganisationPlan const& plan, Chances const& chances);

// Mean trust of one person in another at the start, by department and reporting line.
class MeanTrust {
  public:
    // A pair of departments that `departments` does not have is left out.
    MeanTrust(OrganisationPlan const& plan, DrawnPlan const& drawn, std::vector<Department> const& departments,
              Chances const& chances);
    [[nodiscard]] double operator()(Organisation const& organisation, std::uint32_t i, std::uint32_t j) const;

  private:
    double within_, between_, manager_;
    std::vector<std::pair<std::uint64_t, double>> given_;  // (of, toward) -> trust; ascending
};

// A share that varies around its mean: triangular with half width 0.35 (sd 0.14), narrower where 0 or 1 is nearer: assumed.
[[nodiscard]] float vary_share(double mean, Stream& stream);

// True with the probability given, from one word.
[[nodiscard]] bool happens(double probability, Stream& stream);

// Draws a trait, or tenure, of the people named; those not in `people` keep what they have.
void draw_trait(Organisation& organisation, Trait trait, Distribution const& distribution,
                std::vector<std::uint32_t> const& people, Stream stream);
// Years with the firm: gamma of shape 2 and mean 7 (assumed) unless the plan says otherwise. Whoever leads others has the
// longer of two draws, so that rank and tenure go together as among Krackhardt's (1987) managers.
void draw_tenure(Organisation& organisation, std::optional<Distribution> const& distribution,
                 std::vector<std::uint32_t> const& people, Stream stream);
inline constexpr Range tenure_range{0, 60};  // years

// [employee] How often people turn to somebody, against others: once, and once more for each level and each seven years with
// the firm. Assumed; law partners are asked for advice 2.4 times as often as associates (lazega_2001).
[[nodiscard]] std::vector<std::uint8_t> standing_of(Organisation const& organisation);

// The null models of network research: every pair, the nearest on a ring, or nobody; all of the same strength and trust.
[[nodiscard]] std::vector<Tie> regular_ties(Organisation const& organisation, TieShape shape, DrawnPlan const& drawn);

}  // namespace micropol
