#pragma once
// Results as values, wherever they are kept: in a file of results, or in the JSON that a command printed.

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "store/stored_study.h"
#include "study/calibrate/calibrated.h"
#include "study/compare/compare.h"
#include "study/explain/explanation.h"
#include "study/run/summary.h"
#include "study/sweep/sweep.h"

namespace micropol {

using NamesLater = std::map<std::string, std::string>;  // pseudonym -> name

// How to look at them.
struct ResultsView {
    std::optional<std::string> by = {};  // key of an outcome; of a file of results
    bool less_is_better = false;
    bool show_names = false;                         // of imported people
    NamesLater names = {};                           // of those whom the file knows by pseudonyms
    std::optional<std::size_t> smallest_group = {};  // of imported people that is shown singly; as the file says without
};

using Results = std::variant<RunSummary, Comparison, Sweep, Explanation, Calibrated>;

struct StoredResults {
    std::filesystem::path file;
    Results results;
    std::optional<StudyRecord> study = {};  // of a file of results
    std::vector<Variant> variants = {};
    std::size_t blocks = 0;
    bool finished = true;
    std::shared_ptr<StoredStudy const> open = {};  // the file itself, of a file of results
};

// Throws InvalidInput with the place if it cannot be read, is damaged, or is no results; without a finished block; for an outcome
// that was not recorded; and where it names imported people and names are not to be shown, or the other way round.
[[nodiscard]] StoredResults read_results(std::filesystem::path const& file, ResultsView const& view = {});
// Whether it is a file of results rather than JSON, by its name and its beginning.
[[nodiscard]] bool is_results_file(std::filesystem::path const& file);
// The same of a file that is open already.
[[nodiscard]] StoredResults read_results(std::shared_ptr<StoredStudy const> const& study, ResultsView const& view = {});
[[nodiscard]] Results results_in(StoredStudy const& study, ResultsView const& view = {});

// Position of an outcome among those of the file. Throws InvalidInput for one that was not recorded.
[[nodiscard]] std::size_t outcome_named(StoredStudy const& study, std::string const& key);

}  // namespace micropol
