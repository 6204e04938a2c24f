#pragma once
// Networks that tests read: invented ones, which ship with them, and published ones, which are no part of the project and join
// in where their files are at hand.

#include <filesystem>
#include <vector>

#include "support/paths.h"

namespace micropol {

inline std::filesystem::path invented_network(char const* name) { return paths::source_folder() / "tests" / "invented" / name; }
inline std::filesystem::path published_network(char const* name) {
    return paths::source_folder() / ".." / "shared" / "data" / name;
}

// Facts about networks (each with its `folder`), without those whose files are not here.
template <typename NetworkFacts>
std::vector<NetworkFacts> at_hand(NetworkFacts invented, NetworkFacts published) {
    std::vector<NetworkFacts> facts{std::move(invented)};
    if (std::filesystem::exists(published.folder)) facts.push_back(std::move(published));
    return facts;
}

// What a test of one is called.
inline constexpr auto invented_or_published = [](auto const& tested) { return tested.index == 0 ? "Invented" : "Published"; };

}  // namespace micropol
