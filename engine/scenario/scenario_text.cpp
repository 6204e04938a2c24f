// The file of a scenario; what reads it is all that knows files.

#include <fstream>

#include "scenario/read_scenario.h"
#include "scenario/read_yaml.h"

namespace micropol {

std::string scenario_text(std::filesystem::path const& file) {
    std::string const name = file.string();
    std::error_code failed;
    if (!std::filesystem::is_regular_file(file, failed))
        throw InvalidInput(Problem{
            {name}, "cannot be read", std::filesystem::exists(file, failed) ? "it is not a file" : "there is no such file", ""});
    std::ifstream stream(file, std::ios::binary);
    // One byte more than allowed tells a file that is too large without reading all of it.
    std::string text(largest_scenario + 1, '\0');
    stream.read(text.data(), std::streamsize(text.size()));
    if (!stream && !stream.eof())
        throw InvalidInput(Problem{{name}, "cannot be read", "the file does not open", "check its permissions"});
    text.resize(std::size_t(stream.gcount()));
    return text;
}

}  // namespace micropol
