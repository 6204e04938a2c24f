#pragma once
// How a scenario spells a number: 0.3, {value: 0.3, source: …} or a distribution such as {uniform: [0.1, 0.8]}.

#include <optional>
#include <span>

#include "scenario/field.h"

namespace micropol {

// One kind of distribution, other than a choice, with its arguments in order.
struct DistributionShape {
    std::string_view key;   // "uniform"
    std::string_view form;  // "[low, high]"
    std::size_t arguments;
    Distribution (*make)(std::span<double const> arguments);
    // Why the arguments do not fit the range of the parameter; empty if they do.
    Message (*objection)(std::span<double const> arguments, Range range);
};
[[nodiscard]] std::span<DistributionShape const> distribution_shapes();

// A finite number, or nothing and a problem.
[[nodiscard]] std::optional<double> read_finite(Node const& raw, Field const& field, std::vector<Problem>& problems);
// The same inside the field's range.
[[nodiscard]] std::optional<double> read_amount(Node const& raw, Field const& field, std::vector<Problem>& problems);
[[nodiscard]] std::optional<Number> read_number(Node const& raw, Field const& field, std::vector<Problem>& problems);

// As a scenario would write it; reads back to the same bits.
[[nodiscard]] Node to_node(Number const& number);
[[nodiscard]] Node to_node(double value);

}  // namespace micropol
