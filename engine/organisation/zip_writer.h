#pragma once
// Files packed into a zip archive in memory.

#include <string>
#include <vector>

namespace micropol {

struct ZipEntry {
    std::string path;  // inside of the archive: "ppt/slides/slide1.xml"
    std::string bytes;
};

// The same entries are the same bytes anywhere: stored as they are, since packing differs between versions of zlib, and all of one
// time, 1 January 1980. Paths differ. Throws std::bad_alloc where memory is short.
[[nodiscard]] std::string zip_of(std::vector<ZipEntry> const& entries);

}  // namespace micropol
