#pragma once
// The steps of `answer`: each is what the verb of that name does, and leaves a file of results.

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "findings/document.h"
#include "micropol/calibration_asked.h"
#include "micropol/verb.h"
#include "study/calibrate/calibrated.h"
#include "study/compare/compare.h"
#include "study/decide/decision.h"
#include "study/explain/explanation.h"

namespace micropol::app {

// Blocks of each part. They follow from the size of the organisation alone, so that the same files give the same page everywhere.
struct Sizes {
    std::uint32_t compared = 0, explained = 0,
                  followed = 0;    // blocks: of each strategy, of the one explained, of those on the map
    bool everything = false;       // is explained, else the median history and who could have turned it
    bool learns_in_waves = false;  // from evidence, else from one table of settings
};
[[nodiscard]] Sizes sizes_for(Model const& model, bool quick);

// Where there is evidence, what is learned from it and the comparison before have files of their own.
struct Files {
    std::filesystem::path page, scenario, comparison, explanation, posterior, before;
};
[[nodiscard]] Files files_beside(std::filesystem::path const& page, bool quick, bool learns);

// What all steps share.
struct Work {
    Call const& outer;
    Files files;
    Sizes sizes;
    bool outside;                       // the data lie outside the scenario's folder
    std::vector<Override> packages;     // strategies that the scenario does not have
    std::vector<std::string> evidence;  // files
};

// How long all of it takes at most.
void say_forecast(ScenarioSource const& source, std::shared_ptr<Model const> const& model, Sizes const& sizes,
                  std::optional<CalibrationAsked> const& learns, int threads);

// Each step gives nothing where it was stopped; then `code` says by what.

[[nodiscard]] Call calibration_call(Work const& work);
[[nodiscard]] std::optional<Calibrated> learn(Work const& work, Call const& call, CalibrationAsked asked, ExitCode& code);

struct Compared {
    Comparison comparison;
    Undecided undecided = {};
};
enum class Under { prior, posterior };  // without evidence there is no posterior, and both are the scenario as it is
[[nodiscard]] std::optional<Compared> compare_packages(Work const& work, std::filesystem::path const& results, Under under,
                                                       ExitCode& code);
[[nodiscard]] std::string best_in(Comparison const& comparison);  // "" for doing nothing
[[nodiscard]] std::optional<Decision> decision_on(Compared compared);

[[nodiscard]] std::optional<Explanation> explain_best(Work const& work, std::string const& strategy, ExitCode& code);

void say_verdict(Document const& document);

}  // namespace micropol::app
