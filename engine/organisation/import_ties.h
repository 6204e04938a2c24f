#pragma once
// Ties and reporting lines as given, row by row, and what they become.

#include <map>
#include <string>
#include <vector>

#include "organisation/data_file.h"
#include "organisation/import_people.h"

namespace micropol {

struct GivenTies {
    std::vector<TieRow> rows;
    std::map<std::string, int> field;           // known column -> field number, for places; none for lists in a scenario
    std::map<std::string, std::string> column;  // known column -> column of the file
    bool listed = false;                        // in the scenario itself: weights are strengths there
};

struct TieRules {
    std::string kind;              // of ties that do not say theirs
    bool reporting_lines = false;  // each row is one: source reports to target
};
// index: who is known, to tell the two columns with people where their headings do not.
[[nodiscard]] GivenTies ties_in(RowTable const& table, TieRules const& rules, std::map<std::string, std::string> const& given,
                                PeopleIndex const& index, MisfitRows& misfits, DataQuality& quality,
                                std::vector<Problem>& problems);

// The graph's edges between people: where its nodes have ids of their own, by the attribute that says who they are. wanted: the
// attribute that the user named; empty: the one that names most people.
[[nodiscard]] RowTable edges_between_people(DataFile graph, std::string const& wanted, PeopleIndex const& index,
                                            std::vector<Phrase>& remarks);

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
    // Whoever reports to themself is at the top; a second manager is one to whom a dotted line leads.
    void add(std::uint32_t employee, std::uint32_t manager);
    void add_dotted(std::uint32_t employee, std::uint32_t manager) { dotted_.emplace_back(employee, manager); }
    void check_circles(std::vector<std::string> const& id, std::string const& file, std::vector<Problem>& problems) const;
    [[nodiscard]] std::vector<std::uint32_t> const& manager() const { return manager_; }
    [[nodiscard]] std::vector<std::pair<std::uint32_t, std::uint32_t>> const& dotted() const { return dotted_; }
    [[nodiscard]] std::size_t count() const { return count_; }
    [[nodiscard]] std::size_t to_themselves() const { return to_themselves_; }

  private:
    std::vector<std::uint32_t> manager_;                           // [employee]
    std::vector<std::pair<std::uint32_t, std::uint32_t>> dotted_;  // employee, manager
    std::size_t count_ = 0, to_themselves_ = 0;
};

// What reading of references shares.
struct References {
    PeopleIndex const& index;
    MisfitRows& misfits;
    FoundWays& ways;
};

// Who is meant; nothing, and a misfit with the nearest id, where it is nobody or cannot be told.
[[nodiscard]] std::optional<std::uint32_t> find_person(std::string const& word, References& references, Place const& place,
                                                       Misfit reason);
// Takes what a column says of somebody's manager, several of them included.
void take_manager(std::uint32_t employee, std::string const& word, Place const& place, References& references,
                  ReportingLines& lines);

// Rows of kind "reports-to" become lines; the others arcs in ascending order, each named once, with strengths by their
// weights. Remarks say what was scaled, merged or left out.
[[nodiscard]] std::vector<Arc> take_ties(std::vector<GivenTies> const& given, References& references, ImportPlan const& plan,
                                         ReportingLines& lines, ImportedOrganisation& into);

}  // namespace micropol
