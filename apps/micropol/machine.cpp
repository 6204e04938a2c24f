#include "micropol/machine.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <string>
#include <thread>

namespace micropol::app {

namespace {

std::optional<std::size_t> number_in(char const* file) {  // nothing for "max"
    std::ifstream text(file);
    std::size_t number = 0;
    if (text >> number) return number;
    return std::nullopt;
}

int columns_of_terminal(int descriptor) {
    winsize size{};
    bool const known = isatty(descriptor) != 0 && ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    return known ? int(size.ws_col) : 100;
}

}  // namespace

int processors() { return std::max(1, int(std::thread::hardware_concurrency())); }

std::optional<std::size_t> available_memory() {
    std::optional<std::size_t> available;
    std::ifstream text("/proc/meminfo");
    std::string word;
    while (text >> word)
        if (std::size_t kilobytes = 0; word == "MemAvailable:" && text >> kilobytes) available = kilobytes * 1024;
    if (auto const limit = number_in("/sys/fs/cgroup/memory.max")) available = std::min(available.value_or(*limit), *limit);
    return available;
}

bool standard_error_is_terminal() { return isatty(STDERR_FILENO) != 0; }

bool wants_colour() {
    char const* const no_colour = std::getenv("NO_COLOR");  // https://no-color.org
    return isatty(STDOUT_FILENO) != 0 && (no_colour == nullptr || *no_colour == '\0');
}

int output_width(int min_width) { return std::max(min_width, columns_of_terminal(STDOUT_FILENO)); }
int error_width() { return columns_of_terminal(STDERR_FILENO); }

}  // namespace micropol::app
