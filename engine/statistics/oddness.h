#pragma once
// Whether a model can produce data at all. What is put to the test: that the data are a history of the model under a setting drawn from
// the prior. Histories of settings that taught nothing are taken for the data, each in turn, and by_chance is the share of them that look
// as odd: where the model is right, it is at most 5 % in 5 % of companies, whatever measures the oddness (prior predictive p,
// G. E. P. Box 1980, Journal of the Royal Statistical Society A 143; held out as in split conformal inference).

#include <optional>
#include <span>
#include <vector>

#include "statistics/canonical_variates.h"
#include "statistics/learned_summaries.h"
#include "statistics/pattern_residuals.h"

namespace micropol {

class Oddness {
  public:
    // division: of the pool's settings; those to judge by are taken for the data, which the others know nothing of.
    Oddness(SettingsPool const& pool, Division const& division, std::vector<bool> const& seen, LearnedSummaries const& summaries,
            CellPatterns const& patterns, InParallel const& in_parallel);

    struct Judgement {
        double by_chance = 1;
        std::vector<std::size_t> unreached;  // cells that lie beyond all histories
        std::vector<std::size_t> pattern;    // cells that fit all others least
        double deviations = 0;               // of the pattern, among histories that resemble the data
        double pattern_by_chance = 1;        // so many of these have some pattern as far off
    };
    // observed: [cell].
    [[nodiscard]] Judgement judge(std::span<float const> observed) const;

  private:
    enum Aspect : std::uint8_t { off_pattern, far_in_summaries, far_in_variates, aspects };
    struct Taught {
        std::vector<double> summaries, variates;
        std::vector<float> residuals;  // [pattern]
    };
    struct Looked {
        bool complete = false;
        std::size_t setting = 0, pattern = 0;
        double deviations = 0;
        std::vector<double> variates;
        double odd[aspects] = {};
    };
    [[nodiscard]] Looked look_at(std::span<float const> values) const;
    // How seldom histories that resemble it are as odd, in each aspect; and the squared logarithms of that, added: between the
    // smallest alone, blind to what shows a little everywhere, and their product (R. A. Fisher 1932), blind to what shows in one.
    struct Seldom {
        double of[aspects] = {}, together = 0;
    };
    [[nodiscard]] Seldom seldom(Looked const& one, std::optional<std::size_t> setting) const;

    std::vector<bool> const seen_;
    LearnedSummaries const& summaries_;
    ScaledCells cells_;
    CanonicalVariates variates_;
    PatternResiduals patterns_;
    std::vector<float> lowest_, highest_;  // [cell of the pool]
    std::vector<Taught> taught_;           // histories that teach
    std::vector<Looked> pretended_;        // and those that are taken for the data
    std::vector<double> all_odd_;          // of them, ascending: Seldom::together
};

}  // namespace micropol
