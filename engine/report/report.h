#pragma once
// Results, of one study or several, as one HTML page that works offline.

#include <filesystem>
#include <string>
#include <vector>

#include "report/page.h"

namespace micropol {

// files: files of results, and what `micropol run`, `compare`, `sweep` or `explain` print with --format json. Each adds its
// sections in the order given. Throws InvalidInput with every file that cannot be read, or that names imported people while
// ReportOptions::show_names is off.
[[nodiscard]] std::string report_page(std::vector<std::filesystem::path> const& files, ReportOptions const& options);

// Whether this build has the script that draws the figures; without it the pages have tables alone.
[[nodiscard]] bool reports_have_figures();

}  // namespace micropol
