#pragma once
// What may be said of people who exist: pseudonyms instead of names, and no group so small that it tells of persons.
//
// A pseudonym keeps a reader from recognising a colleague at a glance. Who has the list of people and this program can make
// the same list of pseudonyms; results of persons stay personal data.

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "organisation/organisation.h"

namespace micropol {

inline constexpr std::size_t usual_group_size = 10;  // people; assumed: common in staff surveys

// Of imported people, who have been asked about.
struct Privacy {
    bool names_shown = false;  // else people have pseudonyms
    std::size_t smallest_group = usual_group_size;
};

// [group]: whether a group of that size may be shown for itself. Groups below `smallest` are not; so that none can be
// computed from the total, at least two are hidden and they are at least `smallest` people together, the next larger ones
// with them (of equal ones the later). Groups without people tell of nobody and stay.
[[nodiscard]] std::vector<bool> shown_singly(std::span<std::size_t const> sizes, std::size_t smallest);

// [department]: the same of those of an organisation, by its smallest_group.
[[nodiscard]] std::vector<bool> departments_shown_singly(Organisation const& organisation);
// [department]: their names, `small_department` where they are not shown singly.
inline constexpr char const* small_department = "(small department)";
[[nodiscard]] std::vector<std::string> departments_as_shown(Organisation const& organisation);

// Gives everyone a pseudonym: "Sales 03", the department and the rank of a hash of the id within it; "Person 03" for people
// of all departments that are not shown singly. The same people get the same pseudonyms, in whichever order they come; none is anybody's id.
void hide_names(Organisation& organisation, std::size_t smallest);

}  // namespace micropol
