#include "micropol/interruption.h"

#include <unistd.h>

#include <csignal>

namespace micropol::app {

namespace {

std::atomic<bool> came = false, watched = false;
std::atomic<int> which = 0;
std::atomic<char const*> half_written = nullptr;
std::string last_line;  // set before the handler is
static_assert(std::atomic<bool>::is_always_lock_free && std::atomic<int>::is_always_lock_free &&
                  std::atomic<char const*>::is_always_lock_free,
              "or a signal handler could not set them");

void take(int signal) {
    if (watched && !came) {
        which = signal;
        came = true;
        return;
    }
    if (char const* const file = half_written) unlink(file);
    if (write(STDERR_FILENO, last_line.data(), last_line.size()) < 0) _exit(128 + signal);
    _exit(128 + signal);
}

}  // namespace

void end_on_interruption(std::string line) {
    last_line = std::move(line);
    struct sigaction action {};
    action.sa_handler = take;
    action.sa_flags = SA_RESTART;
    for (int const signal : {SIGINT, SIGTERM})
        sigaction(signal, &action, nullptr);  // in the background, too, where shells ignore it
}

void watch_for_interruption() { watched = true; }

std::atomic<bool> const& interruption() { return came; }
int interrupting_signal() { return which; }
void set_half_written(char const* file) { half_written = file; }

}  // namespace micropol::app
