#pragma once
// What evidence says of a company's unknown numbers, and whether the model can produce such evidence at all.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "observation/evidence.h"
#include "scenario/factor.h"
#include "statistics/calibration.h"
#include "study/finished.h"

namespace micropol {

class GivenNumbers;

// A forecast of weeks that were held out, by the calibrated model or by something simpler: mean scores over what was observed there.
struct Forecaster {
    std::string name;         // "posterior", "prior", as name_of(Baseline) has it, or last_wave
    double score = 0;         // mean CRPS, in the unit of what was observed; less is better
    double covered = 0;       // share of what was observed that lies in the central 80 %
    std::size_t numbers = 0;  // that were forecast
};
inline constexpr std::string_view last_wave = "last_wave";  // of answers: as in the last survey before, where all were asked then
struct Retrodiction {
    Seen seen = Seen::logged_in;
    std::vector<Forecaster> forecasters;  // posterior and prior; of log-ins the curves; of answers the last wave
};

struct Calibrated {
    StudyFacts facts;
    std::vector<std::string> settings;  // "path=value": what the scenario was changed by before numbers were drawn
    std::vector<Factor> numbers;        // the model's and then measurement's, as they were believed before
    Evidence evidence;
    // Evidence that judges, and does not teach: from that week on, or of that wave of a survey.
    std::optional<int> hold_out_from;
    std::optional<std::string> hold_out_wave;
    Posterior posterior;  // without `produced`
    std::vector<Retrodiction> retrodictions = {};

    [[nodiscard]] bool holds_out() const { return hold_out_from || hold_out_wave; }
    [[nodiscard]] bool is_held_out(EvidenceCell const& cell) const;
    // [number] of that particle, in the unit of the number.
    [[nodiscard]] double value(std::size_t particle, std::size_t number) const;
};

// What a share of the prior stands for: as single precision has it, which is what the model reckons with, so that no machine's
// mathematics shows.
[[nodiscard]] double believed_at(Factor const& number, double place);

// The posterior for blocks to take their numbers from, a row a particle, in an order that follows from the seed; without the numbers of
// measurement.
[[nodiscard]] GivenNumbers given_by(Calibrated const& calibrated, std::uint64_t seed);

}  // namespace micropol
