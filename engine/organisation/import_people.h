#pragma once
// People as given, row by row, and what they become in an organisation.

#include <map>
#include <string>
#include <vector>

#include "organisation/column_names.h"
#include "organisation/level_words.h"
#include "organisation/misfits.h"
#include "organisation/people_index.h"

namespace micropol {

struct GivenPeople {
    std::vector<PersonRow> rows;
    std::map<std::string, int> field;              // known column -> field number, for places; none for lists in a scenario
    std::map<std::string, std::string> column;     // known column -> column of the file
    std::vector<std::string> ignored;              // columns that mean nothing here
    std::vector<std::vector<std::string>> others;  // [column][row]: ignored ones that tell all people apart
    std::map<std::string, DecimalMark> mark;       // known column -> how it writes numbers; else with a point
    std::vector<std::optional<double>> years;      // [row]: tenure that is given as a date or a length of time
    double tenure_unit = 1;                        // years in one of a tenure that is a number
    bool level_descends = false, level_ascends = false;

    [[nodiscard]] Place place(PersonRow const& row, std::string const& known) const;
};
// Of somebody who stands in several rows the newest stays. Remarks and warnings go into the quality.
[[nodiscard]] GivenPeople people_in(RowTable table, ImportPlan const& plan, MisfitRows& misfits, DataQuality& quality,
                                    std::vector<Problem>& problems);
[[nodiscard]] GivenPeople people_in(std::vector<PersonRow> const& rows, std::vector<Problem>& problems);

// Writes everything about people but managers and levels into the organisation; remarks and counts into its quality.
// The organisation has one employee for each row, also where rows have problems.
void take_people(GivenPeople const& given, ImportedOrganisation& into, MisfitRows& misfits, std::vector<Problem>& problems);

// Levels from the column "level" where nobody's manager is known: codes in order become 0, 1, …; which end is the senior one
// is the user's word, else what words of rank say, else a guess that a remark explains.
void take_levels(GivenPeople const& given, ImportedOrganisation& into, MisfitRows& misfits);

// [row]: what people are called; "" where that is not known.
[[nodiscard]] std::vector<std::string> names_of(GivenPeople const& given);
// The text a person has in a column; "" where there is none.
[[nodiscard]] std::string_view text_of(PersonRow const& row, std::string const& known);
// The number a person has in a column; nothing where it is missing, and a misfit where it is none in range.
[[nodiscard]] std::optional<double> number_of(GivenPeople const& given, std::size_t row, std::string const& known, Range range,
                                              MisfitRows& misfits);
// Takes where somebody stands among all by power, if that is known: a share or a range of shares.
void take_influence(GivenPeople const& given, std::size_t row, ImportedOrganisation& into, MisfitRows& misfits);

}  // namespace micropol
