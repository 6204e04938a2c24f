#pragma once
// What a report says of each kind of results. results: the program's own JSON of that kind.

#include <filesystem>
#include <string>
#include <vector>

#include "report/page.h"
#include "store/study_record.h"
#include "study/archive.h"

namespace micropol {

void add_run(Page& page, std::string const& results);
void add_comparison(Page& page, std::string const& results);
void add_sweep(Page& page, std::string const& results);
void add_explanation(Page& page, std::string const& results);

struct ReportedStudy {
    std::filesystem::path file;
    StudyRecord record;
    std::vector<Variant> variants;
};
// What the model assumes; files that a scenario names are looked for beside the file of results.
void add_assumptions(Page& page, std::vector<ReportedStudy> const& studies);
void add_limits(Page& page);
void add_provenance(Page& page, std::vector<ReportedStudy> const& studies, std::vector<std::filesystem::path> const& other_files);

}  // namespace micropol
