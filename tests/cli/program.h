#pragma once
// Runs the real program and says what came of it.

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "support/paths.h"
#include "support/tiny_company.h"

extern char** environ;

namespace micropol::cli {

namespace fs = std::filesystem;

// A folder of the test's own, gone with it.
class Folder {
  public:
    Folder() {
        std::string name = (fs::temp_directory_path() / "micropol-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
        path_ = name;
    }
    ~Folder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    Folder(Folder const&) = delete;
    Folder& operator=(Folder const&) = delete;

    [[nodiscard]] fs::path operator/(std::string const& name) const { return path_ / name; }
    [[nodiscard]] std::string write(std::string const& name, std::string const& text) const {
        std::ofstream(path_ / name, std::ios::binary) << text;
        return (path_ / name).string();
    }

  private:
    fs::path path_;
};

inline std::vector<std::string> with(std::vector<std::string> command, std::vector<std::string> const& more) {
    command.insert(command.end(), more.begin(), more.end());
    return command;
}

inline std::string content_of(fs::path const& file) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

struct Outcome {
    int code = 0;  // -1: ended by a signal
    std::string output, errors;
};

class Running {
  public:
    // In the environment of the test, but for its language.
    Running(Folder const& folder, std::vector<std::string> words, std::string const& program = paths::program(),
            std::string const& locale = "C")
        : output_(folder / "output"), errors_(folder / "errors") {
        words.insert(words.begin(), program);
        std::vector<char*> pointers;
        for (std::string& word : words) pointers.push_back(word.data());
        pointers.push_back(nullptr);
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
        posix_spawn_file_actions_addopen(&actions, 1, output_.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
        posix_spawn_file_actions_addopen(&actions, 2, errors_.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
        std::string language = "LC_ALL=" + locale;
        std::vector<char*> environment{language.data()};
        for (char** variable = environ; *variable != nullptr; ++variable)
            if (!std::string_view(*variable).starts_with("LC_ALL=")) environment.push_back(*variable);
        environment.push_back(nullptr);
        int const error = posix_spawn(&process_, program.c_str(), &actions, nullptr, pointers.data(), environment.data());
        posix_spawn_file_actions_destroy(&actions);
        if (error != 0) throw std::runtime_error("the program does not start");
    }
    void send(int signal) const { kill(process_, signal); }
    [[nodiscard]] Outcome wait() const {
        int status = 0;
        waitpid(process_, &status, 0);
        return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, content_of(output_), content_of(errors_)};
    }

  private:
    fs::path output_, errors_;
    pid_t process_ = 0;
};

// What the program says when it is interrupted after so long.
inline Outcome interrupted(std::vector<std::string> words, std::chrono::milliseconds after) {
    Folder const folder;
    Running const program(folder, std::move(words));
    std::this_thread::sleep_for(after);
    program.send(SIGINT);
    return program.wait();
}

inline Outcome run(std::vector<std::string> words) {
    Folder const folder;
    return Running(folder, std::move(words)).wait();
}

// In alphabetical order: one for each apps/micropol/verb_*.cpp.
inline std::vector<std::string> all_verbs() {
    std::vector<std::string> verbs;
    for (fs::directory_entry const& entry : fs::directory_iterator(paths::source_folder() / "apps/micropol"))
        if (std::string const name = entry.path().stem().string();
            name.starts_with("verb_") && entry.path().extension() == ".cpp")
            verbs.push_back(name.substr(5));
    std::ranges::sort(verbs);
    return verbs;
}

}  // namespace micropol::cli
