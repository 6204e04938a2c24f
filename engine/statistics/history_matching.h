#pragma once
// Settings that can be ruled out: what they produce on average lies farther from what was observed than chance, the emulator's
// error and what the model is granted to be wrong by explain. I. Vernon, M. Goldstein, R. G. Bower (2010), Bayesian Analysis 5.

#include <cstdint>
#include <span>
#include <vector>

#include "statistics/settings_pool.h"

namespace micropol {

// Foretells the summaries that a setting has on average: a polynomial of second degree, of as many terms as settings teach.
class Emulator {
  public:
    // summaries: [setting][history * count + summary], not a number where a history has none. observed, granted: [summary], granted in
    // standard deviations.
    Emulator(SettingsPool const& pool, std::span<std::size_t const> settings, std::span<double const> summaries,
             std::span<double const> observed, std::span<double const> granted);
    // The largest over the summaries, in standard deviations. scores: [number].
    [[nodiscard]] double implausibility(std::span<double const> scores) const;

  private:
    std::size_t numbers_, count_;
    enum class Terms { linear, squares, products } terms_ = Terms::linear;
    std::vector<double> coefficients_;  // [summary * terms + term]
    std::vector<double> observed_, deviation_;

    [[nodiscard]] std::size_t term_count() const;
    void fill_terms(std::span<double const> scores, std::span<double> terms) const;
};

// What of the prior is not ruled out, after as many matches as there were.
class SpaceLeft {
  public:
    SpaceLeft(std::size_t numbers, std::uint64_t seed) : numbers_(numbers), seed_(seed) {}

    // Rules out by one more emulator, unless that left nothing: then false, and the space stays as it was.
    [[nodiscard]] bool narrow(Emulator emulator);
    [[nodiscard]] std::size_t matches() const { return emulators_.size(); }
    // Share of the prior left after so many matches, 1 before the first.
    [[nodiscard]] double volume(std::size_t matches) const { return matches == 0 ? 1 : volumes_[matches - 1]; }
    [[nodiscard]] double volume() const { return volume(matches()); }
    [[nodiscard]] bool holds(std::span<double const> scores, std::size_t matches) const;
    // [setting * numbers + number] normal scores: the prior where it is not ruled out.
    [[nodiscard]] std::vector<double> draw(std::size_t count) const;

  private:
    [[nodiscard]] std::vector<double> walk(std::span<double const> from, std::uint32_t number, std::uint32_t purpose) const;

    std::size_t numbers_;
    std::uint64_t seed_;
    std::vector<Emulator> emulators_;
    std::vector<double> volumes_;
    std::vector<double> points_;  // [point * numbers + number] of the prior, not ruled out
};

}  // namespace micropol
