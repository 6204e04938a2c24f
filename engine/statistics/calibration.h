#pragma once
// What observations tell about the uncertain numbers of a model that can only be simulated, and what they do not tell: never a
// point, always a sample of what is still possible, with what is to be known before it is believed.
//
// Summaries learned by regression: P. Fearnhead, D. Prangle (2012), JRSS B 74. Settings ruled out by implausibility: I. Vernon,
// M. Goldstein, R. G. Bower (2010), Bayesian Analysis 5. Waves that draw where the last one points, and weights: M. A. Beaumont,
// J.-M. Cornuet, J.-M. Marin, C. P. Robert (2009), Biometrika 96. Adjustment by local regression, spread included: M. A. Beaumont,
// W. Zhang, D. J. Balding (2002), Genetics 162; M. G. B. Blum, O. François (2010), Statistics and Computing 20.

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "statistics/simulated_settings.h"

namespace micropol {

struct CalibrationPlan {
    std::uint64_t seed = 1;
    std::size_t particles = 2'000;         // of the posterior that is handed back
    std::size_t matching_waves = 3;        // at most so many that only rule settings out; fewer where the space stops shrinking
    std::size_t settings_matched = 500;    // simulated in each of them
    std::size_t sampling_waves = 4;        // that draw from what the last one left
    std::size_t settings_sampled = 1'000;  // simulated in each of them
    // What the model is granted to be wrong by when settings are ruled out, in standard deviations of a cell over the prior.
    double discrepancy = 0.1;
    // Cells that may be off together, such as the log-ins of one department from some week on: what the alarm looks for. Single cells
    // are always tried.
    std::vector<std::vector<std::size_t>> patterns = {};
    InParallel in_parallel;
};

// One wave of simulations, in their order.
struct CalibrationWave {
    bool matching = false;     // rules out; else draws from what is possible
    std::size_t settings = 0;  // simulated
    double volume_left = 1;    // share of the prior that is not ruled out after it
    double tolerance = 0;      // how far off histories may be that count, in standard deviations of chance; 0 where matching
    double effective = 0;      // so many independent settings tell as much as those that count; 0 where matching
};

// What became of one number. All places are quantiles of its prior.
struct NumberLearned {
    double low = 0, middle = 0, high = 0;  // 10 %, 50 % and 90 % of the posterior
    double width = 1;                      // high - low, over that of the prior (0.8)
    double told = 0;       // share of its variance over the prior that the cells tell in settings that were left out
    double by_chance = 1;  // how likely a number that does nothing would have moved as much
    bool moved = false;    // among those that are called so at most one in ten is expected to have moved by chance
};

// Two numbers that the observations do not tell apart.
struct PairLearned {
    std::size_t first = 0, second = 0;
    double correlation = 0;  // of their normal scores; more than 0.7 or less than -0.7
};

// A combination of numbers, in normal scores; over the prior the variance of each is 1.
struct DirectionLearned {
    double variance_left = 1;
    bool identified = false;      // less is left than chance would leave, 5 %
    std::vector<double> loading;  // [number] of length 1
};

// One observed cell against what the posterior would produce in another company of the same setting.
struct CellProduced {
    double low = 0, middle = 0, high = 0;  // 5 %, 50 %, 95 %
    double by_chance = 1;                  // two-sided posterior predictive p; 1 and no points where nothing was observed
    bool reached = true;                   // some history of some setting of the table was as low and some as high
};

// Whether the model can produce these data at all.
struct ModelMisfit {
    double by_chance = 1;                // share of the model's own histories that look as odd, each taken for the data in turn
    bool flagged = false;                // by_chance at most 5 %: so often the alarm is false, over all cells together
    std::size_t settings = 0;            // of the table
    std::vector<std::size_t> unreached;  // cells that no history of any setting reached
    // Where flagged: the cells that together fit all the others least; by how many standard deviations, below 0 for too little; and
    // how many of the model's own histories that resemble these data have some cells as far off.
    std::vector<std::size_t> pattern = {};
    double deviations = 0, pattern_by_chance = 1;
};

struct Posterior {
    std::size_t numbers = 0, cells = 0;
    std::vector<double> where;  // [particle * numbers + number] places in the prior, strictly between 0 and 1; equally likely
    // [particle * cells + cell]: of an observed cell, what another company of the setting shows; of one that was not observed,
    // what this company may show, given what was observed: the forecast where it lies in the future.
    std::vector<float> produced;
    double effective = 0;  // so many independent settings tell as much
    std::vector<CalibrationWave> waves;
    std::vector<NumberLearned> learned;        // [number]
    std::vector<PairLearned> pairs;            // strongest first
    std::vector<DirectionLearned> directions;  // [number] best known first
    std::vector<CellProduced> check;           // [cell]
    ModelMisfit misfit;

    [[nodiscard]] std::size_t count() const { return numbers == 0 ? 0 : where.size() / numbers; }
};

// What a table of settings drawn from the prior teaches about some cells, to be asked about any data that have these cells.
class Calibration {
  public:
    // seen: [cell] whether it is observed. Keeps a reference to the table. Throws std::invalid_argument where the table does not fit
    // together, has fewer than 200 settings, or no cell is seen or varies.
    Calibration(SimulatedSettings const& table, std::vector<bool> const& seen, CalibrationPlan plan);
    ~Calibration();
    Calibration(Calibration&&) noexcept;
    Calibration& operator=(Calibration&&) noexcept;

    // The posterior that the table alone yields: nothing is simulated. observed: a number in exactly the cells that are seen, else
    // std::invalid_argument.
    [[nodiscard]] Posterior from_table(Observed const& observed) const;

    // The posterior after waves of further simulations; nothing where `simulate` stopped.
    [[nodiscard]] std::optional<Posterior> by_waves(Observed const& observed, Simulate const& simulate) const;

    [[nodiscard]] ModelMisfit misfit(Observed const& observed) const;

  private:
    struct Learned;
    std::unique_ptr<Learned const> learned_;
    SimulatedSettings const* table_;
};

// The same from cells as they come: what is observed is what is seen.
[[nodiscard]] std::optional<Posterior> calibrate(SimulatedSettings const& table, Observed const& observed,
                                                 Simulate const& simulate, CalibrationPlan const& plan);

}  // namespace micropol
