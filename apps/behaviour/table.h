#pragma once
// The table of claims in a README: what a study found goes into its rows; what people wrote beside them stays.

#include <filesystem>
#include <string>
#include <vector>

#include "behaviour/study.h"
#include "statistics/estimate.h"

namespace micropol::behaviour {

enum class Verdict { holds, open, fails };

struct Finding {
    Claim const* claim;
    Estimate effect;
    Verdict verdict;
};

// By the interval, never by eye: inside, outside, or across a bound. Blocks with nothing to say are left out; open, without
// numbers, where fewer than two have something to say.
[[nodiscard]] Finding judge(Claim const& claim, BlockValues effect);

// "| a | claim | effect | interval | verdict |"
[[nodiscard]] std::string row_of(Finding const& finding);

// What is wrong with the table of a page: claims without a row, rows without a claim, in another order. Empty: nothing.
[[nodiscard]] std::vector<std::string> problems_of(std::filesystem::path const& page, std::vector<Claim> const& claims);

// Those that a page publishes otherwise, or not at all.
[[nodiscard]] std::vector<Finding> differing(std::filesystem::path const& page, std::vector<Finding> const& findings);

// Writes findings into their rows.
void update(std::filesystem::path const& page, std::vector<Finding> const& findings);

}  // namespace micropol::behaviour
