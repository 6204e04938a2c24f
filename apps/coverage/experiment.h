#pragma once
// Does the engine's statistics keep what it promises? Synthetic studies, of which the truth is known, put it to the test.

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace micropol::coverage {

// Of the studies, the share in which something may be so: that an interval covers the truth, that strategies are told apart.
struct Promise {
    std::string_view text;
    double low, high;
};
inline constexpr Promise covers{"94–96 %", 0.94, 0.96};
inline constexpr Promise covers_at_least{"≥ 94 %", 0.94, 1};  // where an interval is careful
inline constexpr Promise seldom_false{"≤ 5.5 %", 0, 0.055};

enum class Expected {
    kept,
    short_of,  // a limit that is known and documented: the promise begins with more rows or blocks
    broken     // a method that is wrong on purpose: the experiment has to notice
};

struct Figure {
    std::string text;
    Promise promise;
    Expected expected = Expected::kept;
};

// study: number of the study → [figure] whether it was so. A study draws from a stream keyed by its number, so that the
// count does not depend on threads.
struct Experiment {
    std::string_view group;
    std::string situation;
    std::vector<Figure> figures;
    std::size_t studies;
    std::function<std::vector<bool>(Experiment const& experiment, std::uint32_t study)> study;
};

[[nodiscard]] std::vector<Experiment> means();
[[nodiscard]] std::vector<Experiment> shares();
[[nodiscard]] std::vector<Experiment> differences();
[[nodiscard]] std::vector<Experiment> equal_strategies();
[[nodiscard]] std::vector<Experiment> selections();
[[nodiscard]] std::vector<Experiment> indices();
[[nodiscard]] std::vector<Experiment> information();

}  // namespace micropol::coverage
