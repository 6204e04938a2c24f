#pragma once
// Files that are made at the user's word.

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>

namespace micropol::app {

// Written beside the file and put in its place once all of it is on the disk: what stood there stays until then, and for good where
// that fails. A pipe or a device is written to as it is. Throws InvalidInput.
void write_file(std::filesystem::path const& file, std::function<void(std::ostream&)> const& write);
void write_file(std::filesystem::path const& file, std::string const& text);

// Throws WrongUsage where `option` names standard output, which belongs to the results.
void refuse_standard_output(std::string_view option, std::string const& file);

}  // namespace micropol::app
