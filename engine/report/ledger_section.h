#pragma once
// Who loses what, by goal: departments, roles, people, and the smallest step that turns it.

#include <string>

#include "report/page.h"

namespace micropol {

// explanation: the JSON of `micropol explain`. Of imported people, unless names are shown, groups of fewer than
// ReportOptions::group_size are left out besides those that the explanation leaves out.
void add_ledger(Page& page, std::string const& explanation);

}  // namespace micropol
