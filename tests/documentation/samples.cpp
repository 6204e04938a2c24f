// samples FOLDER_OF_PROGRAM [--update] FILE.md…
// Runs the commands that stand in pages as "$ micropol …" at the beginning of a block of code, and compares what they print with
// what stands under them; with --update, puts in what they print. A block that ends in "…" shows the first lines only. Commands run in
// a folder of their own that has the scenarios and the documentation: what one command keeps, the next can read.

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

using Lines = std::vector<std::string>;

Lines lines_of(std::istream& text) {
    Lines lines;
    for (std::string line; std::getline(text, line);) lines.push_back(line);
    return lines;
}

Lines printed_by(std::string const& command) {
    std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
    if (!pipe) throw std::runtime_error("cannot run " + command);
    std::string text;
    for (int c = 0; (c = std::fgetc(pipe.get())) != EOF;) text += char(c);
    if (pclose(pipe.release()) != 0) throw std::runtime_error("fails: " + command);
    std::istringstream stream(text);
    return lines_of(stream);
}

// The page with what its commands print today.
Lines with_samples(Lines const& page) {
    constexpr char const* more = "…";
    Lines fresh;
    for (std::size_t k = 0; k < page.size(); ++k) {
        fresh.push_back(page[k]);
        if (!page[k].starts_with("$ micropol ") || k == 0 || page[k - 1] != "```") continue;
        std::size_t end = k + 1;
        while (end < page.size() && page[end] != "```") ++end;
        Lines printed = printed_by(page[k].substr(2));
        if (bool const beginning_only = page[end - 1] == more; beginning_only) {
            printed.resize(std::min(printed.size(), end - k - 2));
            printed.emplace_back(more);
        }
        fresh.insert(fresh.end(), printed.begin(), printed.end());
        k = end - 1;
    }
    return fresh;
}

struct TemporaryFolder {
    fs::path path;
    TemporaryFolder() {
        std::string name = (fs::temp_directory_path() / "micropol-samples-XXXXXX").string();
        if (!mkdtemp(name.data())) throw std::runtime_error("no folder for what commands keep");
        path = name;
    }
    TemporaryFolder(TemporaryFolder const&) = delete;
    TemporaryFolder& operator=(TemporaryFolder const&) = delete;
    ~TemporaryFolder() {
        std::error_code ignored;
        fs::current_path("/", ignored), fs::remove_all(path, ignored);
    }
};

bool is_of_today(std::string const& file, bool update) {
    std::ifstream stream(file);
    Lines const page = lines_of(stream), fresh = with_samples(page);
    if (page.empty()) throw std::runtime_error("nothing in " + file);
    if (fresh == page) return true;
    if (update) {
        std::ofstream written(file, std::ios::binary);
        for (std::string const& line : fresh) written << line << '\n';
        return bool(written.flush());
    }
    std::size_t k = 0;
    while (k < page.size() && k < fresh.size() && page[k] == fresh[k]) ++k;
    std::cerr << file << ":" << k + 1 << " is not of today: run ./dev document\n  page:  " << (k < page.size() ? page[k] : "")
              << "\n  today: " << (k < fresh.size() ? fresh[k] : "") << '\n';
    return false;
}

}  // namespace

int main(int count, char** words) try {
    Lines files(words + 2, words + count);
    bool const update = std::erase(files, "--update") > 0;
    setenv("PATH", (fs::absolute(words[1]).string() + ':' + std::getenv("PATH")).c_str(), 1);
    for (std::string& file : files) file = fs::absolute(file).string();
    TemporaryFolder const folder;
    for (char const* read : {"scenarios", "engine"}) fs::create_directory_symlink(fs::absolute(read), folder.path / read);
    fs::current_path(folder.path);
    bool all = !files.empty();
    for (std::string const& file : files) all = is_of_today(file, update) && all;
    return all ? 0 : 1;
} catch (std::exception const& failure) {
    std::cerr << failure.what() << '\n';
    return 1;
}
