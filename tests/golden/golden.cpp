// Runs the commands of golden cases and compares what the program prints with what it printed when the case was written.
//
//     micropol_golden [--update] [CASE…]
//
// A case is a folder here: `command` has a line for each file in `expected`, "FILE: words after micropol". MADE in a word
// stands for the folder where the case's own files go.

#include <boost/program_options.hpp>
#include <cstdlib>
#include <iostream>
#include <set>

#include "cli/program.h"

namespace micropol::cli {
namespace {

fs::path const cases = fs::path("tests") / "golden";  // from the project's folder, so that every clone prints the same

struct Command {
    std::string file, words;
};

std::vector<std::string> lines_of(std::string const& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    if (!text.empty() && text.back() != '\n') lines.back() += " (no end of line)";
    return lines;
}

std::vector<Command> commands_of(std::string const& name) {
    std::vector<Command> commands;
    for (std::string const& line : lines_of(content_of(cases / name / "command"))) {
        if (line.empty() || line.front() == '#') continue;
        std::size_t const colon = line.find(": ");
        if (colon == std::string::npos) throw std::runtime_error(name + "/command: no \"FILE: \" in: " + line);
        commands.push_back({line.substr(0, colon), line.substr(colon + 2)});
    }
    if (commands.empty()) throw std::runtime_error("no such case, or no command in it: " + (cases / name).string());
    return commands;
}

// What the command prints; "MADE" keeps the case's own files.
std::string printed_by(Command const& command, fs::path const& made) {
    std::vector<std::string> words = boost::program_options::split_unix(command.words);
    for (std::string& word : words)
        if (std::size_t const at = word.find("MADE"); at != std::string::npos) word.replace(at, 4, made.string());
    Outcome const outcome = run(words);
    if (outcome.code != 0)
        throw std::runtime_error("exit code " + std::to_string(outcome.code) + ": micropol " + command.words + '\n' +
                                 outcome.errors);
    return outcome.output;
}

// Like diff -u, but it gives up a little sooner: what is shown is to be read, not to be applied.
void show_difference(std::vector<std::string> const& expected, std::vector<std::string> const& printed) {
    constexpr std::size_t context = 3, look_ahead = 400, most_lines = 60;
    std::size_t i = 0, j = 0, shown = 0, last_shown = 0;
    auto const show = [&](char sign, std::size_t number, std::string const& line) {
        constexpr std::size_t widest = 160;
        std::cout << sign << ' ' << number + 1 << ": " << (line.size() > widest ? line.substr(0, widest) + "…" : line) << '\n';
        ++shown;
    };
    while ((i < expected.size() || j < printed.size()) && shown < most_lines) {
        if (i < expected.size() && j < printed.size() && expected[i] == printed[j]) {
            ++i, ++j;
            continue;
        }
        // The nearest place where both go on alike.
        std::size_t skipped = expected.size() - i, added = printed.size() - j;
        for (std::size_t both = 1; both < std::min(look_ahead, skipped + added); ++both)
            for (std::size_t a = 0; a <= both; ++a)
                if (i + a < expected.size() && j + both - a < printed.size() && expected[i + a] == printed[j + both - a]) {
                    skipped = a, added = both - a;
                    both = look_ahead;
                    break;
                }
        for (std::size_t k = std::max(last_shown, i - std::min(i, context)); k < i; ++k) show(' ', k, expected[k]);
        for (std::size_t k = 0; k < skipped && shown < most_lines; ++k) show('-', i + k, expected[i + k]);
        for (std::size_t k = 0; k < added && shown < most_lines; ++k) show('+', j + k, printed[j + k]);
        i += skipped, j += added, last_shown = i;
    }
    if (shown >= most_lines) std::cout << "… and more\n";
}

class Case {
  public:
    explicit Case(std::string name) : name_(std::move(name)), made_(fs::path(MICROPOL_GOLDEN_MADE) / name_) {
        fs::remove_all(made_);
        fs::create_directories(made_);
    }

    // How many files differ.
    [[nodiscard]] int compare() const {
        int differing = 0;
        std::set<std::string> files;
        for (Command const& command : commands_of(name_)) {
            std::string const printed = printed_by(command, made_);
            fs::path const file = expected() / command.file;
            std::ofstream(made_ / command.file, std::ios::binary) << printed;
            files.insert(command.file);
            if (fs::exists(file) && content_of(file) == printed) continue;
            ++differing;
            std::cout << file.string() << (fs::exists(file) ? " differs" : " is missing") << " (- expected, + printed by):\n"
                      << "micropol " << command.words << '\n';
            show_difference(lines_of(content_of(file)), lines_of(printed));
            std::cout << "whole: diff -u " << file.string() << ' ' << (made_ / command.file).string() << "\n\n";
        }
        for (fs::path const& file : stale(files)) {
            ++differing;
            std::cout << file.string() << " belongs to no line of " << (cases / name_ / "command").string() << "\n\n";
        }
        if (differing != 0)
            std::cout << "if that is on purpose, say so in CHANGELOG.md and: ./dev golden --update " << name_ << '\n';
        return differing;
    }

    void update() const {
        fs::create_directories(expected());
        std::set<std::string> files;
        for (Command const& command : commands_of(name_)) {
            std::string const printed = printed_by(command, made_);
            files.insert(command.file);
            if (content_of(expected() / command.file) == printed) continue;
            std::ofstream(expected() / command.file, std::ios::binary) << printed;
            std::cout << "wrote " << (expected() / command.file).string() << '\n';
        }
        for (fs::path const& file : stale(files)) {
            fs::remove(file);
            std::cout << "removed " << file.string() << '\n';
        }
    }

  private:
    std::string name_;
    fs::path made_;

    [[nodiscard]] fs::path expected() const { return cases / name_ / "expected"; }
    [[nodiscard]] std::vector<fs::path> stale(std::set<std::string> const& files) const {
        std::vector<fs::path> found;
        if (!fs::exists(expected())) return found;
        for (fs::directory_entry const& file : fs::directory_iterator(expected()))
            if (!files.contains(file.path().filename().string())) found.push_back(file.path());
        return found;
    }
};

std::vector<std::string> every_case() {
    std::vector<std::string> names;
    for (fs::directory_entry const& folder : fs::directory_iterator(cases))
        if (folder.is_directory()) names.push_back(folder.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

int main_of(std::vector<std::string> names) {
    bool const update = !names.empty() && names.front() == "--update";
    if (update) names.erase(names.begin());
    fs::current_path(MICROPOL_SOURCE_DIR);
    setenv("LC_ALL", "C", 1);
    if (names.empty()) names = every_case();
    int differing = 0;
    for (std::string const& name : names) {
        try {
            Case const one(name);
            if (update)
                one.update();
            else
                differing += one.compare();
        } catch (std::runtime_error const& error) {
            std::cout << name << ": " << error.what() << '\n';
            ++differing;
        }
    }
    std::cout << names.size() << " golden cases, " << differing << " files differ\n";
    return differing == 0 ? 0 : 1;
}

}  // namespace
}  // namespace micropol::cli

int main(int count, char** words) { return micropol::cli::main_of({words + 1, words + count}); }
