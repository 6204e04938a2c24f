#pragma once
// Files that are made at the user's word.

#include <filesystem>
#include <functional>
#include <iosfwd>

namespace micropol::app {

// Written beside the file and put in its place once all of it is on the disk: what stood there stays until then, and for good where
// that fails. A pipe or a device is written to as it is. Throws InvalidInput.
void write_file(std::filesystem::path const& file, std::function<void(std::ostream&)> const& write);

}  // namespace micropol::app
