#pragma once
// Runs the real program on a terminal of so many columns.

#include <fcntl.h>
#include <sys/ioctl.h>

#include "cli/program.h"

namespace micropol::cli {

// Everything that it writes to the terminal, results and messages.
inline std::string written_to_terminal(std::vector<std::string> words, unsigned short columns) {
    int const terminal = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    winsize const size{.ws_row = 24, .ws_col = columns, .ws_xpixel = 0, .ws_ypixel = 0};
    if (terminal < 0 || grantpt(terminal) != 0 || unlockpt(terminal) != 0 || ioctl(terminal, TIOCSWINSZ, &size) != 0)
        throw std::runtime_error("no terminal");
    words.insert(words.begin(), paths::program());
    std::vector<char*> pointers;
    for (std::string& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    for (int const descriptor : {0, 1, 2})
        posix_spawn_file_actions_addopen(&actions, descriptor, ptsname(terminal), O_RDWR | O_NOCTTY, 0);
    pid_t process = 0;
    int const error = posix_spawn(&process, words.front().c_str(), &actions, nullptr, pointers.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (error != 0) throw std::runtime_error("the program does not start");
    std::string text;
    char part[4096];
    for (ssize_t count = 0; (count = read(terminal, part, sizeof part)) > 0;) text.append(part, std::size_t(count));
    waitpid(process, nullptr, 0);
    close(terminal);
    std::erase(text, '\r');  // the terminal puts one before each end of a line, the progress line before itself
    return text;
}

// Columns of text without wide characters.
inline std::size_t columns_of(std::string const& text) {
    std::size_t columns = 0;
    for (char const c : text) columns += (static_cast<unsigned char>(c) & 0xc0) != 0x80 ? 1 : 0;
    return columns;
}

}  // namespace micropol::cli
