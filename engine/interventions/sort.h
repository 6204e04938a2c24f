#pragma once
// Sorts of levers: what levers of one sort have in common, since nobody knows of each how fast it takes hold and wears out, what it
// asks of people and how it is taken. One number for the sort says what is known; one for each lever would only repeat a guess.

#include <span>

#include "base/parameter.h"

namespace micropol {

enum class Sort : std::uint8_t {
    announcements,
    conversations,
    demands,
    examinations,
    rules,
    participation,
    learning,
    grants,
    structure,
    tools,
};

// How levers of a sort come, go and are taken.
struct Manner {
    double build_up = 0;     // weeks: half-life of the way to what is intended
    double fade = 0;         // weeks: half-life of what is left
    double burden = 0;       // of each person it is for: see fatigue.cpp
    double credibility = 0;  // share, earned each week in force
};
using MannerSpec = MemberSpec<Manner, double>;
[[nodiscard]] std::span<MannerSpec const> manner_specs();

struct SortSpec {
    Sort sort;
    std::string_view key, description;  // as in scenario files
    Manner manner;
    std::span<ParameterSpec const> parameters;  // in the order of manner_specs()
};
[[nodiscard]] std::span<SortSpec const> sort_specs();  // in the order of Sort
[[nodiscard]] SortSpec const& spec_of(Sort sort);

}  // namespace micropol
