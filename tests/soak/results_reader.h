#pragma once
// Files of results that somebody has edited and sealed again, so that no checksum keeps what was edited from being read.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace micropol::soak {

// A line each: which kind of study (the first), then "table row column value", numbers but for the value, which is SQL's.
[[nodiscard]] std::vector<std::string> results_examples();
// A file of that kind, edited like this and sealed.
[[nodiscard]] std::filesystem::path put_results(std::filesystem::path const& folder, std::string_view edits);
// All that the program can say of it. Throws InvalidInput.
void read_everything_in(std::filesystem::path const& file);

// What studies of each kind print with --format json.
[[nodiscard]] std::vector<std::string> results_as_json(std::filesystem::path const& folder);

}  // namespace micropol::soak
