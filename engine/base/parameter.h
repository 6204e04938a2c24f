#pragma once
// Numbers of the model: each has a unit, a range, a description and a source. From these records come validation,
// `micropol describe`, the JSON Schema, the reference pages and the list of assumptions.

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
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

// What a number rests on, from nothing to more: the source of most says that a matter is so, and not how much.
enum class Grade : std::uint8_t {
    assumption,  // ours
    practice,    // a figure that practitioners publish
    study,       // a single study yields it
    meta,        // a meta-analysis yields it
    trial,       // randomised trials yield it
    identity,    // by definition, or the limiting case of a mechanism
};

struct ParameterSpec {
    std::string_view name;
    Unit unit;
    double default_value;
    Range range;  // beyond which it has no meaning
    std::string_view description;
    std::string_view source;
    Grade grade = Grade::assumption;
    std::optional<Range> plausible = {};  // what is believed; left out, see plausible_range
};

// A number and the member that holds it: the record fills the struct, and a name misspelt does not compile.
template <class Owner, class Number = float>
struct MemberSpec {
    ParameterSpec parameter;
    Number Owner::*member;
};

// [parameter]: what the table Owner::parameters says, without the members.
template <class Owner>
inline constexpr auto specs_of = [] {
    std::array<ParameterSpec, std::size(Owner::parameters)> specs{};
    std::ranges::transform(Owner::parameters, specs.begin(), &MemberSpec<Owner>::parameter);
    return specs;
}();

// Copying a row and forgetting its member would fill one number twice.
template <class Owner>
consteval bool fills_each_member_once() {
    return std::ranges::all_of(Owner::parameters, [](auto const& row) {
        return std::ranges::count(Owner::parameters, row.member, &MemberSpec<Owner>::member) == 1;
    });
}

// values: [parameter], in the order of the table.
template <class Owner>
void fill(Owner& owner, std::span<double const> values) {
    static_assert(fills_each_member_once<Owner>());
    for (std::size_t k = 0; k < std::size(Owner::parameters); ++k) owner.*Owner::parameters[k].member = float(values[k]);
}

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

}  // namespace micropol
