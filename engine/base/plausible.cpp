#include "base/plausible.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace micropol {

namespace {

constexpr double additive = 0.2;  // of shares and attitudes

// For people to read: four digits.
double rounded(double value) {
    std::array<char, 32> text{};
    auto const end = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::general, 4).ptr;
    std::from_chars(text.data(), end, value);
    return value;
}

bool is_exact(ParameterSpec const& spec) {
    if (spec.grade == Grade::identity || spec.unit == Unit::code) return true;
    if (!spec.plausible) return spec.default_value == 0;
    return spec.default_value < spec.plausible->low || spec.default_value > spec.plausible->high;
}

// A small share that cannot change its sign is a rate or a weight: ±0.2 would be any size.
bool spreads_by_addition(ParameterSpec const& spec) {
    if (spec.unit != Unit::share && spec.unit != Unit::attitude) return false;
    bool const both_signs = spec.range.low < 0 && spec.range.high > 0 && spec.unit == Unit::attitude;
    return both_signs || std::abs(spec.default_value) > additive;
}

// Where the mode of a triangle from low to high lies if half of it is below the median.
double mode_for(double median, Range range) {
    double const width = range.high - range.low, below = median - range.low, above = range.high - median;
    if (below <= above) return std::max(range.low, range.high - 2 * above * above / width);
    return std::min(range.high, range.low + 2 * below * below / width);
}

}  // namespace

Range plausible_range(ParameterSpec const& spec) {
    double const usual = spec.default_value;
    if (is_exact(spec)) return {usual, usual};
    if (spec.plausible) return *spec.plausible;
    auto const [low, high] = spreads_by_addition(spec) ? std::pair(usual - additive, usual + additive)
                                                       : std::minmax({usual / 2, usual * 2});
    return {std::max(rounded(low), spec.range.low), std::min(rounded(high), spec.range.high)};
}

Distribution plausible_distribution(ParameterSpec const& spec) {
    Range const range = plausible_range(spec);
    if (range.low == range.high) return range.low;
    double const mode = std::clamp(rounded(mode_for(spec.default_value, range)), range.low, range.high);
    return TriangularDistribution{range.low, mode, range.high};
}

}  // namespace micropol
