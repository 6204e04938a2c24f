#pragma once
// Is a posterior as right as it says? Companies that the model made, of which the truth is known, put it to the test.

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "calibration/company.h"
#include "statistics/calibration.h"

namespace micropol::calibration {

struct Scale {
    std::filesystem::path folder;    // what was simulated is kept there, and found again
    std::filesystem::path adoption;  // adoptions.csv and parameters.csv; empty: that experiment is left out
    int threads = 0;
    std::size_t settings = 20'000;  // of the table, those that are held out among them
    std::size_t held_out = 2'000;
    std::size_t forecast = 400;      // of those held out
    std::size_t companies = 100;     // calibrated by waves of further simulations
    std::size_t misspecified = 100;  // of each kind
};

// A line of what is printed.
struct Row {
    std::string check, what, wanted, measured;
    enum class Verdict { holds, fails, reported } verdict = Verdict::reported;
};
using Print = std::function<void(Row const& row)>;

// What all experiments share: simulated once.
struct Ground {
    Scale scale;
    MadeCompanies companies;
    SimulatedSettings table, held_out;
};

void judge_held_out(Ground const& ground, Print const& print);
void judge_waves(Ground const& ground, Print const& print);
void judge_forecasts(Ground const& ground, Print const& print);
void judge_misfit(Ground const& ground, Print const& print);
void forecast_adoption(Ground const& ground, Print const& print);

// Of companies of which the truth is known: whether posteriors say as much as they may, number by number.
class Judgement {
  public:
    // names: [number].
    explicit Judgement(std::vector<std::string> names)
        : names_(std::move(names)), ranks_(names_.size()), inside_(names_.size()) {}
    struct Company {
        std::vector<double> ranks;                 // [number] of the truth among the particles
        std::vector<std::array<bool, 3>> covered;  // [number] by the central 50, 80 and 95 %
    };
    [[nodiscard]] static Company look_at(Posterior const& posterior, std::span<double const> truth);
    void add(Company const& company);
    void print(std::string const& check, Print const& print) const;

  private:
    std::vector<std::string> names_;
    std::vector<std::vector<double>> ranks_;          // [number][company]
    std::vector<std::array<std::size_t, 3>> inside_;  // [number]
    std::size_t companies_ = 0;
};

[[nodiscard]] std::string percent(double share);
[[nodiscard]] std::string number(double value);
// How many of so many, as a share with its 95 % interval.
[[nodiscard]] std::string share_of(std::size_t hits, std::size_t all);

}  // namespace micropol::calibration
