#pragma once
// A number that is not known and was drawn once a block: what it was drawn as, and what is known of it besides.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/parameter.h"
#include "statistics/value_of_information.h"
#include "study/study_runner.h"

namespace micropol {

struct DrawnNumber {
    std::string path;
    Sample values;                             // [block]
    std::optional<ParameterSpec> record = {};  // of the model; nothing for what only the scenario knows
    bool given = false;                        // drawn from what the scenario says, not from the record
    std::vector<std::string> words = {};       // of a swept choice: what the values 0, 1, … stand for
};

// Gathers what blocks drew. Strategies that share a block share what it draws: a number that belongs to a lever of one of them is
// drawn in its blocks alone.
class DrawnNumbers {
  public:
    void add(std::size_t block, std::string const& path, double value);
    void add(std::size_t block, std::vector<std::string> const& paths, std::vector<double> const& values);
    // Those that were drawn in each of the first so many blocks, by path.
    [[nodiscard]] std::vector<DrawnNumber> of_first(std::size_t blocks) const;

  private:
    std::map<std::string, Sample> values_;
};

// Says which of them the scenario gives.
void mark_given(std::vector<DrawnNumber>& drawn, std::vector<Assumption> const& assumptions);

}  // namespace micropol
