#pragma once
// Numbers of the model: each has a unit, a range, a description and a source. From these records come validation,
// `micropol describe`, the JSON Schema, the reference pages and the list of assumptions.

#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/random.h"
#include "base/unit.h"

namespace micropol {

struct Range {
    double low, high;  // both allowed
};

// A citation key of base/source.cpp, or this word.
inline constexpr std::string_view assumed = "assumed";

struct ParameterSpec {
    std::string_view name;
    Unit unit;
    double default_value;
    Range range;
    std::string_view description;
    std::string_view source;
};

// Uncertainty about one number, as written in a scenario.
struct UniformDistribution {
    double low, high;
};
struct NormalDistribution {
    double mean, sd;
};  // drawn again while outside the range of the parameter
struct TriangularDistribution {
    double low, mode, high;
};
struct BetaDistribution {
    double mean, sd;
};  // on [0, 1]; 0 < sd^2 < mean (1 - mean)
struct ChoiceDistribution {
    std::vector<double> values, weights;
};  // weights sum to 1
using Distribution =
    std::variant<double, UniformDistribution, NormalDistribution, TriangularDistribution, BetaDistribution, ChoiceDistribution>;

// One value of a distribution, inside the range. A normal that misses the range a thousand times in a row gives the
// nearest bound.
[[nodiscard]] double sample(Distribution const& distribution, Range range, Stream& stream);

// "0.5", "uniform 0.1 to 0.8", …
[[nodiscard]] std::string to_string(Distribution const& distribution);

// [parameter]: the values of one plug-in within one block, by name.
class Parameters {
  public:
    explicit Parameters(std::span<ParameterSpec const> specs);  // every value its default
    // Throws std::out_of_range for a name the specs do not have.
    [[nodiscard]] float operator[](std::string_view name) const;
    void set(std::string_view name, double value);
    [[nodiscard]] std::span<ParameterSpec const> specs() const { return specs_; }

  private:
    [[nodiscard]] std::size_t index_of(std::string_view name) const;
    std::span<ParameterSpec const> specs_;
    std::vector<float> values_;
};

}  // namespace micropol
