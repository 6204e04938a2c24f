#pragma once
// The reliability programme: every test of this folder tries a little in the ordinary suite, and as much as is asked for by
// ./dev soak, which publishes what came of it (engine/documentation/reliability.md).

#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <random>
#include <string>

namespace micropol::soak {

// How often to try: MICROPOL_SOAK, else `usual`.
inline int tries(int usual) {
    char const* const asked = std::getenv("MICROPOL_SOAK");
    return asked != nullptr ? std::atoi(asked) : usual;
}

// Where chance begins: MICROPOL_SOAK_SEED, else 1.
inline unsigned seed() {
    char const* const asked = std::getenv("MICROPOL_SOAK_SEED");
    return asked != nullptr ? unsigned(std::strtoul(asked, nullptr, 10)) : 1u;
}

// A row of the table of figures.
inline void tell(std::string const& row) { std::cout << "soak: " << row << std::endl; }

using Chance = std::mt19937_64;
inline std::size_t below(Chance& chance, std::size_t bound) { return std::size_t(chance() % bound); }
template <class List>
auto const& one_of(Chance& chance, List const& list) {
    return list[below(chance, std::size(list))];
}

}  // namespace micropol::soak
