#pragma once
// Ctrl-C and SIGTERM ask politely: no further block is started, finished ones are kept. A second one ends the program at once.

#include <atomic>

namespace micropol::app {

void watch_for_interruption();
// Set once a signal has come.
[[nodiscard]] std::atomic<bool> const& interruption();
// SIGINT, SIGTERM, or 0.
[[nodiscard]] int interrupting_signal();

}  // namespace micropol::app
