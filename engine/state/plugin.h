#pragma once
// What every plug-in says about itself: mechanism, intervention or outcome.

#include <span>
#include <string_view>

#include "base/parameter.h"
#include "state/week.h"

namespace micropol {

struct PluginSpec {
    std::string_view key;  // as in scenario files
    Access access;
    std::span<ParameterSpec const> parameters;
    std::string_view description;  // one or two sentences
};

// A number that every intervention in use has besides its own.
inline constexpr ParameterSpec intensity_spec{
    "intensity", Unit::share, 0.5, {0, 1}, "how strongly the lever is pulled for those it is for", assumed};

}  // namespace micropol
