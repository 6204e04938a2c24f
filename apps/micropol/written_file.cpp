#include "micropol/written_file.h"

#include <fstream>

#include "micropol/arguments.h"
#include "words/problem.h"

namespace micropol::app {

namespace fs = std::filesystem;

void refuse_standard_output(std::string_view option, std::string const& file) {
    if (file == "-")
        throw WrongUsage(
            Message("--{0} takes a file: '-' would be standard output, where the results are shown", {name(option)}));
}

void write_file(fs::path const& file, std::string const& text) {
    std::error_code failed;
    bool const replaces = !fs::exists(file, failed) || fs::is_regular_file(file, failed);  // not a pipe or a device
    fs::path beside = file;
    if (replaces) beside += ".part";
    std::ofstream stream(beside, std::ios::binary);
    stream << text;
    stream.close();
    bool written = bool(stream);
    if (written && replaces) {
        fs::rename(beside, file, failed);
        written = !failed;
    }
    if (written) return;
    if (replaces) fs::remove(beside, failed);
    throw InvalidInput({{file.string()}, "cannot be written", "", "choose a folder that you may write to, with room"});
}

}  // namespace micropol::app
