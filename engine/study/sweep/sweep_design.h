#pragma once
// What a sweep simulates: points of a design, the variants they are, and which blocks each of them gets.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "outcomes/outcome.h"
#include "study/study_runner.h"
#include "study/sweep/sweep_points.h"

namespace micropol {

enum class Design { grid, one_at_a_time, latin_hypercube, sobol_sequence, morris, sobol, list };
inline constexpr std::string_view design_names[] = {"grid",  "one_at_a_time", "latin_hypercube", "sobol_sequence", "morris",
                                                    "sobol", "list"};

// When a point fails, by the mean of its histories (or of their difference to another strategy).
struct FailsWhen {
    std::size_t outcome = 0;
    double level = 0;
    bool above = false;  // else below
};

// All that a finished sweep says of itself, besides the facts of the model and its values.
struct SweepDefinition {
    std::string question, claim, source;  // of the study; may be empty
    std::vector<Factor> factors;
    Design design = Design::latin_hypercube;
    std::size_t size = 0;       // points, rows (sobol) or trajectories (morris); not of grid, one_at_a_time and list
    std::size_t levels = 0;     // of grid, one_at_a_time and morris; words and whole numbers of which there are fewer: all
    bool second_order = false;  // sobol
    Points listed = {};         // list
    std::uint32_t blocks = 2;   // of each point
    std::uint64_t seed = 1;     // of the design
    std::string strategy = {};  // "" for none
    std::optional<std::string> against = {};  // the response is the difference to this strategy, "" for none
    std::vector<std::size_t> outcomes = {};   // to conclude on; the first is the response
    std::optional<FailsWhen> fails_when = {};

    [[nodiscard]] std::size_t arms() const { return against ? 2 : 1; }
};

// One block mean for each outcome, [arm][outcome][point * blocks + block]; the second arm is `against`.
using SweepValues = std::vector<std::vector<std::vector<double>>>;

// How many there will be, without making them; infinite where that is no number.
[[nodiscard]] double count_of_points(SweepDefinition const& definition);
[[nodiscard]] Points points_of(SweepDefinition const& definition);

// Of grid and one_at_a_time: how many values of each factor are tried. One at a time, they come after the base point, factor
// after factor.
[[nodiscard]] std::vector<std::size_t> levels_of(SweepDefinition const& definition);

// All points have the same blocks, so that differences between them are paired: grid, one_at_a_time, list. Otherwise every
// point, row or trajectory has blocks of its own: what one averages over points then averages over chance too.
[[nodiscard]] bool shares_blocks(Design design);
// The point, row or trajectory that a point belongs to; 0 throughout where all share their blocks.
[[nodiscard]] std::size_t group_of(SweepDefinition const& definition, std::size_t point);

// [point * arms + arm]
[[nodiscard]] std::vector<Variant> variants_of(SweepDefinition const& definition, Points const& points);
// In the order of SweepValues: point by point, arm by arm, block by block. first: number of the first variant.
[[nodiscard]] std::vector<Task> tasks_of(SweepDefinition const& definition, std::size_t points, std::uint32_t first);
// Room for all values, and those of one task put there.
[[nodiscard]] SweepValues no_values(SweepDefinition const& definition, std::size_t outcomes, std::size_t points);
void set_values(SweepDefinition const& definition, SweepValues& values, std::size_t task, FinalValues const& horizon);

}  // namespace micropol
