#include "micropol/interruption.h"

#include <csignal>

namespace micropol::app {

namespace {

std::atomic<bool> came = false;
std::atomic<int> which = 0;
static_assert(std::atomic<bool>::is_always_lock_free && std::atomic<int>::is_always_lock_free,
              "or a signal handler could not set them");

}  // namespace

void watch_for_interruption() {
    struct sigaction action {};
    action.sa_handler = [](int signal) {
        which = signal;
        came = true;
    };
    action.sa_flags = static_cast<int>(SA_RESTART | SA_RESETHAND);  // RESETHAND: the second one ends the program
    for (int const signal : {SIGINT, SIGTERM}) sigaction(signal, &action, nullptr);
}

std::atomic<bool> const& interruption() { return came; }
int interrupting_signal() { return which; }

}  // namespace micropol::app
