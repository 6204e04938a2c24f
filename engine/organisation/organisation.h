#pragma once
// Who works here: immutable during a simulation and shared by the sixteen histories of a block.

#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/parameter.h"
#include "organisation/ties.h"

namespace micropol {

// What is known of a person beyond place and ties; one table (trait_specs) says all about each.
enum class Trait : std::uint8_t {
    political_skill,
    relationship_skill,
    data_skill,   // at the start; grows
    data_access,  // at the start; spreads
    susceptibility,
    threshold,
    self_weight,
    attitude,  // at the start
    individuality,
    career,  // goal weights: scaled so that the five sum to 1
    pay,
    status,
    security,
    company,
    count,
};
inline constexpr std::size_t trait_count = std::size_t(Trait::count);

// [trait]: name as in scenario files and people.csv, unit, default, range, description, source.
[[nodiscard]] std::span<ParameterSpec const, trait_count> trait_specs();
// The uncertainty of each trait over people, where a scenario says nothing: [trait].
[[nodiscard]] Distribution default_spread(Trait trait);

struct Department {
    std::string name;
    float relation_substitutability = 0;  // share: how easily outsiders replace what it does with relationships
    float data_substitutability = 0;      // share: the same for data
};

inline constexpr std::uint32_t nobody = std::numeric_limits<std::uint32_t>::max();

struct Organisation {
    std::string name;
    std::vector<Department> departments;

    // [employee]
    std::vector<std::string> id;  // as imported; "Sales-017" where generated
    std::vector<std::string>
        person;  // name to show, of nobody else; equals id where none is known; a pseudonym where names are hidden
    std::vector<std::uint16_t> department;  // index into departments
    std::vector<std::uint8_t> level;        // 0 = no reports … top
    std::vector<std::uint32_t> manager;     // index of an employee, or nobody
    std::vector<float> tenure_years;
    std::array<std::vector<float>, trait_count> trait;
    std::vector<bool> attitude_stated;       // whether Trait::attitude says what is known of them; empty: of nobody
    std::vector<std::uint32_t> manager_tie;  // index of the tie to the manager, or nobody
    std::vector<float> centrality;           // Bonacich (1987), scaled to mean 1; see centrality.h
    std::vector<std::uint32_t> draw_number;  // whose chance each lives through: a permutation; empty: its own position
    std::vector<std::uint32_t> in_turn;      // [draw number]: the inverse of draw_number; empty likewise

    std::vector<bool> silenced;      // whom nobody asks for a vote; empty: nobody is
    bool names_hidden = false;       // see privacy.h
    std::size_t smallest_group = 1;  // smaller ones are not shown singly

    Ties ties;

    [[nodiscard]] std::uint32_t headcount() const { return std::uint32_t(department.size()); }
    [[nodiscard]] std::span<float const> of(Trait t) const { return trait[std::size_t(t)]; }

    // What results call an employee. Scenarios may use it as they use the id.
    [[nodiscard]] std::string const& called(std::uint32_t i) const { return i < person.size() ? person[i] : id[i]; }
    [[nodiscard]] bool answers_to(std::uint32_t i, std::string_view word) const { return id[i] == word || called(i) == word; }
    // Nobody if nobody answers to it.
    [[nodiscard]] std::uint32_t find(std::string_view word) const;
};

// Fills what follows from the rest: levels where `derive_levels` (0 for people without reports, else one more than the
// highest report), manager_tie (nobody for a reporting line that is not among the ties), centrality, goal weights scaled to
// sum 1 (alike where all five are 0).
void complete(Organisation& organisation, bool derive_levels);

// What if nobody heard, saw or asked these people? Takes away their ties and their votes; names: of those it concerns, unknown ones
// are ignored. Whoever has neither ties nor a vote is silenced without any effect.
void silence(Organisation& organisation, std::span<std::string const> names);

}  // namespace micropol
