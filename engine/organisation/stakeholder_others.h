#pragma once
// Who works in an organisation besides those whom a map names: as many as headcounts say, under those named.

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "words/problem.h"

namespace micropol {

struct OtherPerson {
    std::string id, department;
    std::uint32_t manager = 0;  // among those named, or among the others; nobody
    bool manager_is_named = true;
};

struct NamedPeople {
    std::vector<std::pair<std::string, std::string>> const& headcounts;  // as the user gave them; "+" before a department: nobody
                                                                         // of it is named
    std::vector<std::string> const& departments;                         // [named]
    std::vector<std::uint32_t> const& managers;                          // [named]
    std::vector<double> const& influence;                                // [named] to compare
};

// A department is led by those named in it who have reports, else by the most influential one named; those whom nobody names stand in
// a tree below them. Adds a problem for each headcount that makes no sense.
[[nodiscard]] std::vector<OtherPerson> other_people(NamedPeople const& named, std::vector<Problem>& problems);

}  // namespace micropol
