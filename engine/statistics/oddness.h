#pragma once
// Whether a model can produce data at all: they look odd where few of its own histories, each taken for the data in turn, look as
// odd.

#include <optional>
#include <span>
#include <vector>

#include "statistics/learned_summaries.h"

namespace micropol {

class Oddness {
  public:
    // division: of the pool's settings; those to judge by are taken for the data, which the others know nothing of.
    Oddness(SettingsPool const& pool, Division const& division, std::vector<bool> const& seen, LearnedSummaries const& summaries,
            InParallel const& in_parallel);

    struct Judgement {
        double by_chance = 1;
        std::size_t oddest = 0;              // cell that fits the others least
        std::vector<std::size_t> unreached;  // cells
    };
    // observed: [cell].
    [[nodiscard]] Judgement judge(std::span<float const> observed) const;

  private:
    // How odd, each on its own scale: how far out the cell is that lies farthest out; how far the nearest history is that tells the
    // same of the numbers; and, among histories that do, how far all cells together are from going together as they do there.
    struct Looked {
        bool complete = false;
        double farthest_out = 0, nearest = 0;
        std::vector<double> summaries, cells;  // scaled
    };
    [[nodiscard]] Looked look_at(std::span<float const> values) const;

    std::vector<bool> const seen_;
    LearnedSummaries const& summaries_;
    ScaledCells cells_;
    std::vector<float> ascending_;  // [cell of the pool that is seen * samples + sample]
    std::size_t samples_ = 0;
    std::vector<float> lowest_, highest_;     // [cell of the pool]
    std::vector<Looked> taught_, pretended_;  // histories that teach, and those that are taken for the data
};

}  // namespace micropol
