#pragma once
// Files that a command writes beside its results.

#include <filesystem>
#include <string>

namespace micropol::app {

// Throws WrongUsage where `option` names standard output, which belongs to the results.
void refuse_standard_output(std::string_view option, std::string const& file);

// Takes the place of what was there only once it is written. Throws InvalidInput if that cannot be done.
void write_file(std::filesystem::path const& file, std::string const& text);

}  // namespace micropol::app
