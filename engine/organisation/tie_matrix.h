#pragma once
// Ties as a matrix: a row for each sender, a column for each receiver.

#include "organisation/import_ties.h"

namespace micropol {

// Whether people are named in the first column and in most of the other headings.
[[nodiscard]] bool is_tie_matrix(RowTable const& table, PeopleIndex const& index);
// Every number that is neither 0 nor on the diagonal is a tie; a remark says which way.
[[nodiscard]] GivenTies ties_in_matrix(RowTable const& table, std::string const& kind, MisfitRows& misfits, DataQuality& quality,
                                       std::vector<Problem>& problems);

// A number of a table's field; nothing where none is written, and a misfit, and nothing, where it is no number in range.
[[nodiscard]] std::optional<double> tie_number(RowTable const& table, RowTable::Row const& row, std::size_t column,
                                               DecimalMark mark, Range range, MisfitRows& misfits);

}  // namespace micropol
