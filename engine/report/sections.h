#pragma once
// What a report says of each kind of results. results: the program's own JSON of that kind.

#include <string>

#include "report/page.h"
#include "results/study_record.h"
#include "study/archive.h"

namespace micropol {

void add_run(Page& page, std::string const& results);
void add_comparison(Page& page, std::string const& results);
void add_sweep(Page& page, std::string const& results);
void add_explanation(Page& page, std::string const& results);

// What the model assumes, of the variants that were simulated; folder: where the files lie that the scenario names.
void add_assumptions(Page& page, StudyRecord const& record, std::vector<Variant> const& variants, std::string const& folder);
void add_limits(Page& page);
void add_provenance(Page& page, std::vector<std::pair<std::string, StudyRecord>> const& studies,
                    std::vector<std::string> const& other_files);

}  // namespace micropol
