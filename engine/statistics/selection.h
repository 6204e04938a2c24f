#pragma once
// Which of several systems has the largest mean: a fully sequential procedure under common random numbers.

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace micropol {

struct SelectionAim {
    double indifference = 0;    // the smallest difference worth detecting, > 0
    double probability = 0.95;  // of selecting the best where it is better than every other by at least `indifference`
};

struct Selection {
    std::size_t system = 0;        // the one selected
    std::size_t observations = 0;  // of each system that the decision took
};

// Observations of every system before any is dropped: Kim & Nelson advise 10 to 20.
inline constexpr std::size_t first_observations = 20;

// The procedure KN of Kim & Nelson (2001, ACM TOMACS 11), with c = 1 and the constant for dependent systems. Observations,
// [system][observation], are independent and normal over observations and may be dependent over systems. Nothing if more
// are needed. Replays the procedure from its start, so that what it says does not depend on how often it is asked.
// Throws std::invalid_argument without systems, for an indifference that is not above 0, or systems of different length.
[[nodiscard]] std::optional<Selection> select_largest(std::span<std::vector<double> const> observations, SelectionAim const& aim);

}  // namespace micropol
