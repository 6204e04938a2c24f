#pragma once
// Ctrl-C and SIGTERM. While a study is simulated they ask politely: no further block is started, finished ones are kept. At any other
// time, and the second time, they end the program at once: with one line, 128 + the signal as exit code, and nothing half written.

#include <atomic>
#include <string>

namespace micropol::app {

// From the start of the program; line: what is said then.
void end_on_interruption(std::string line);
// From now on it is looked for.
void watch_for_interruption();
// Set once a signal has come.
[[nodiscard]] std::atomic<bool> const& interruption();
// SIGINT, SIGTERM, or 0.
[[nodiscard]] int interrupting_signal();

// A file that is being written and is no use before its end: it goes where the program is ended. nullptr: there is none any more.
void set_half_written(char const* file);

}  // namespace micropol::app
