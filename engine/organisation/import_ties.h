#pragma once
// Ties and reporting lines as given, row by row, and what they become.

#include <map>
#include <string>
#include <vector>

#include "organisation/import_people.h"

namespace micropol {

struct GivenTies {
    std::vector<TieRow> rows;
    std::map<std::string, int> field;           // known column -> field number, for places; none for lists in a scenario
    std::map<std::string, std::string> column;  // known column -> column of the file
};
// kind: of ties that do not say theirs.
[[nodiscard]] GivenTies ties_in(RowTable const& table, std::string const& kind, std::map<std::string, std::string> const& given,
                                std::vector<Problem>& problems);

// One direction of an acquaintance, as the people say it.
struct Arc {
    std::uint32_t from, to;
    double strength;              // share
    std::optional<double> trust;  // share
};

// Who reports to whom, while it is being found out.
class ReportingLines {
  public:
    explicit ReportingLines(std::size_t employees) : manager_(employees, nobody) {}
    // A second manager, oneself as manager and circles are problems.
    void add(std::uint32_t employee, std::uint32_t manager, Place const& place, std::vector<std::string> const& id,
             std::vector<Problem>& problems);
    void check_circles(std::vector<std::string> const& id, std::string const& file, std::vector<Problem>& problems) const;
    [[nodiscard]] std::vector<std::uint32_t> const& manager() const { return manager_; }
    [[nodiscard]] std::size_t count() const { return count_; }

  private:
    std::vector<std::uint32_t> manager_;  // [employee]
    std::size_t count_ = 0;
};

// What a person is named as.
enum class Role { manager, source, target };

// Employee of that id; nothing, and a problem that names the nearest id, where there is none.
[[nodiscard]] std::optional<std::uint32_t> find_person(std::string const& id, IdIndex const& index, Place const& place, Role role,
                                                       std::vector<Problem>& problems);

// Rows of kind "reports-to" become lines; the others arcs in ascending order, each named once, with strengths scaled by the
// largest of their kind where one exceeds 1. Remarks say what was scaled, merged or left out.
[[nodiscard]] std::vector<Arc> take_ties(std::vector<GivenTies> const& given, IdIndex const& index, bool undirected,
                                         ReportingLines& lines, ImportedOrganisation& into, std::vector<Problem>& problems);

}  // namespace micropol
