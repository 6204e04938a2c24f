#pragma once
// How much and how far for or against, as maps of stakeholders write it: numbers on a scale, signs, words in English and German.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/message.h"
#include "base/parameter.h"

namespace micropol {

// A column read as one scale. What nobody knows ("", "?") and what cannot be read has no value.
struct ReadScale {
    std::vector<std::optional<Range>> within;  // [row] where on it somebody stands
    std::vector<std::size_t> unreadable;       // rows
    Phrase scale;                              // what it was taken to be: "numbers from 1 to 5"; empty where there is none
};

// Influence or interest: shares of the scale from 0 to 1, as wide as a step of it. heading: "Influence (1-5)" names the scale.
[[nodiscard]] ReadScale amounts_in(std::span<std::string const> texts, std::string const& heading);

// From −1, strongly against, to 1, strongly for. voiced: [row] what somebody says; in private people may stand as much as a whole
// step lower, for what is asked for is easily said, and half a step higher (assumed). Else half a step either way.
[[nodiscard]] ReadScale attitudes_in(std::span<std::string const> texts, std::string const& heading,
                                     std::vector<bool> const& voiced);

}  // namespace micropol
