#pragma once
// Contracts: mistakes of the program, never of the user (those become a Problem). Checked unless NDEBUG.

#include <stdexcept>

namespace micropol {

struct BrokenContract : std::logic_error {
    using std::logic_error::logic_error;
};

constexpr void check([[maybe_unused]] bool holds, [[maybe_unused]] char const* promise) {
#ifndef NDEBUG
    if (!holds) throw BrokenContract(promise);
#endif
}

}  // namespace micropol
