#pragma once
// What goes wrong, as C is told of it: a code, and problems as JSON that are kept for the thread.

#include <exception>
#include <stdexcept>
#include <string>

#include "base/message.h"

namespace micropol::c {

// A mistake of the calling program; its texts are for whoever writes that, and English.
struct Misuse : std::invalid_argument {
    using std::invalid_argument::invalid_argument;
};

// A study was stopped by its watch.
struct StoppedByWatch : std::exception {};

// The code of the exception in flight; its problems are kept for this thread. Never throws.
[[nodiscard]] int code_of_failure() noexcept;
[[nodiscard]] char const* problems_of_thread() noexcept;

// Calls it, and turns what it throws into a code.
template <class Call>
[[nodiscard]] int guarded(Call const& call) noexcept {
    try {
        call();
        return 0;
    } catch (...) {
        return code_of_failure();
    }
}

}  // namespace micropol::c
