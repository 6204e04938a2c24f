#pragma once
// Who knows whom, and who could come to: an acquaintance graph in compressed rows. Every acquaintance is there in both
// directions, since either side has its own strength and trust; the graph is fixed during a simulation, strengths and trust
// live in the state. Who meets somebody new during a simulation meets one of those who could be met: a latent tie.

#include <cstdint>
#include <span>
#include <vector>

namespace micropol {

struct Ties {
    std::vector<std::uint32_t> first;    // [employee + 1]: ties of i are first[i] … first[i + 1] - 1
    std::vector<std::uint32_t> other;    // [tie]: whom the tie leads to; ascending within a row, never i itself
    std::vector<std::uint32_t> reverse;  // [tie]: the same acquaintance seen from the other side
    std::vector<float> strength;         // [tie] share: how much i turns to the other, at the start
    std::vector<float> trust;            // [tie] share, at the start
    std::vector<std::uint8_t> formal;    // [tie] 1 where one reports to the other
    bool forming = false;                // whether there are latent ties: of strength 0 at the start, both ways

    // Where ties form, a weaker one is none: nobody meets, sees or counts the other (assumed).
    static constexpr float least_strength = 0.05f;
    // Of whom somebody says, when asked, that they turn to them: what surveys of networks count as a tie (assumed).
    static constexpr float named_strength = 0.45f;

    [[nodiscard]] std::uint32_t count() const { return std::uint32_t(other.size()); }
    [[nodiscard]] std::uint32_t degree(std::uint32_t i) const { return first[i + 1] - first[i]; }  // latent ties included
    // Whether the one knows the other at the start.
    [[nodiscard]] bool is_known(std::uint32_t tie) const {
        return !forming || formal[tie] != 0 || strength[tie] >= least_strength;
    }
};

// One direction of an acquaintance, before the rows are built.
struct Tie {
    std::uint32_t from, to;
    float strength;  // share
    float trust;     // share
    bool formal;
};

// Rows from a list in any order. A direction that is not in the list gets `unreciprocated` times the strength, and the
// trust, of the direction that is; a direction listed twice keeps the larger strength and is formal if either is.
// Throws BrokenContract (in debug) for a tie to oneself or to nobody.
[[nodiscard]] Ties build_ties(std::uint32_t employees, std::span<Tie const> list, float unreciprocated);

// The same without any tie from or to some people: [employee].
[[nodiscard]] Ties without(Ties const& ties, std::vector<bool> const& some);

}  // namespace micropol
