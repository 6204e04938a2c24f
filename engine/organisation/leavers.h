#pragma once
// People whom a file still lists although they have left.

#include "organisation/column_names.h"
#include "organisation/misfits.h"

namespace micropol {

// Takes those out of the table of whom a column says when they left, on the day as_of or before (empty: the newest date in the file
// that is none of a birth or an end), or a status such as "terminated": each is a misfit. A remark says how many leave later.
void leave_out_leavers(RowTable& table, ChosenColumns const& chosen, std::string const& as_of, MisfitRows& misfits,
                       std::vector<Phrase>& remarks);

}  // namespace micropol
