#pragma once
// What several rows measure: an arm against doing nothing, by block, and then with an interval.

#include <limits>

#include "evidence/experiment.h"
#include "evidence/people.h"

namespace micropol::evidence {

inline constexpr double far = std::numeric_limits<double>::infinity();
inline constexpr double points = 100;
inline constexpr std::string_view nothing = "nothing";
inline constexpr int week_1 = 0, week_4 = 3, week_26 = 25, week_38 = 37, week_52 = 51, last_week = 103;

[[nodiscard]] inline Estimate of(BlockValues const& values) { return estimate_of_blocks(values); }
// What is computed and not estimated.
[[nodiscard]] inline Estimate exactly(double value) { return {.mean = value, .low = value, .high = value}; }

// How much more of an outcome there is with an arm than without anything, mean of these weeks.
[[nodiscard]] BlockValues more(Study& study, std::string_view arm, std::string_view key, int first, int last);
// Attitude in that week, in standard deviations over people within a history.
[[nodiscard]] BlockValues attitude_moved(Study& study, std::string_view arm, int week);
[[nodiscard]] Estimate adoption_in_week_52(Study& study, std::string_view arm);
[[nodiscard]] Estimate adoption_at_end(Study& study, std::string_view arm);

// d of what a statistic over people makes of a block with an arm, against what it makes of it with another.
[[nodiscard]] BlockValues standardised(Study const& study, std::string_view arm, std::string_view against,
                                       Spread (*statistic)(Model const&, Block const&));
// The pure part of it: differences of means over the standard deviation over people in the other arm.
[[nodiscard]] BlockValues standardised(std::vector<Spread> const& with, std::vector<Spread> const& without);

// The value of a number of the model that is certain.
[[nodiscard]] float number_of(Model const& model, std::string_view path);

// Rows of calibration.md, in three parts.
[[nodiscard]] std::vector<Experiment> targets();
[[nodiscard]] std::vector<Experiment> targets_of_levers();
[[nodiscard]] std::vector<Experiment> verdicts();

}  // namespace micropol::evidence
