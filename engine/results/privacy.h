#pragma once
// What may be said of people who exist: pseudonyms instead of names, and no group so small that it tells of persons.
//
// A pseudonym keeps a reader from recognising a colleague at a glance. Who has the list of people and this program can make
// the same list of pseudonyms; results of persons stay personal data.

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "study/summary.h"

namespace micropol {

inline constexpr std::size_t usual_group_size = 10;  // people; assumed: common in staff surveys

// [group]: whether a group of that size may be shown for itself. Groups below `smallest` are not; so that none can be
// computed from the total, at least two are hidden and they are at least `smallest` people together, the next larger ones
// with them (of equal ones the later). Groups without people tell of nobody and stay.
[[nodiscard]] std::vector<bool> shown_singly(std::span<std::size_t const> sizes, std::size_t smallest);

struct NamedPerson {
    std::string id;
    std::size_t department = 0;  // position
};

class Pseudonyms {
  public:
    // "Sales 03": the department, and the rank of a hash of id and key within it. Departments that are not shown singly share
    // `others` as theirs. The same people and key give the same names.
    Pseudonyms(std::span<NamedPerson const> people, std::span<std::string const> departments, std::string_view key,
               std::size_t smallest, std::string_view others = "Small departments");
    // "Somebody" for an id that nobody has.
    [[nodiscard]] std::string of(std::string_view id) const;

  private:
    std::map<std::string, std::string, std::less<>> names_;
};

// Of a study of imported people: pseudonyms for those who gain and lose most, and only departments that may be shown singly.
// Others come back as they are. results: of any finished block.
[[nodiscard]] RunSummary veiled(RunSummary summary, StudyFacts const& facts, BlockResult const& results, std::string_view key,
                                std::size_t smallest);

}  // namespace micropol
