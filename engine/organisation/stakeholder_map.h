#pragma once
// A map of stakeholders, as advisers draw it: who matters, how influential and how much in favour. Those named become anchors of an
// organisation, and the rest of it is made around them from headcounts.

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "organisation/import.h"

namespace micropol {

struct StakeholderPlan {
    std::filesystem::path map;                                    // CSV or workbook
    std::string sheet;                                            // of a workbook; empty: the first
    std::map<std::string, std::string> columns;                   // known column -> column of the file (--map)
    std::vector<std::pair<std::string, std::string>> headcounts;  // department, people who work there, those named included
    Misfits drop;                                                 // what is left out instead of refused
};

// What a page says of somebody named, and the model never reads.
struct PersonOnMap {
    std::string id, role, notes;
};

// Files of people and ties that an import reads.
struct StakeholderFiles {
    std::string people, ties;  // CSV; ties: empty where nobody listens to anybody
    std::size_t named = 0, others = 0;
    std::vector<Phrase> found;    // what was taken for what, and what is drawn
    std::vector<Phrase> remarks;  // what a careful reader should know
};

// Throws InvalidInput with every problem at once, each with its place; Correctable where leaving out would help.
[[nodiscard]] StakeholderFiles read_stakeholders(StakeholderPlan const& plan);

// Those named on the map that a file of people was made from, in its order; nobody where it was made from no map. Throws InvalidInput
// where it cannot be read.
[[nodiscard]] std::vector<PersonOnMap> people_on_map(std::filesystem::path const& people);

// Whether a file looks like a map rather than a list of employees: influence or attitude is there. Throws InvalidInput where it cannot
// be read at all.
[[nodiscard]] bool is_stakeholder_map(std::filesystem::path const& file, std::string const& sheet);

// An empty map to fill in.
[[nodiscard]] std::string empty_stakeholder_map(bool german);

}  // namespace micropol
