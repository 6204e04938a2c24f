#pragma once
// Statistics over people and ties, from what one block was like in some weeks.

#include <map>
#include <span>
#include <utility>
#include <vector>

#include "model/model.h"

namespace micropol::evidence {

// A column at the end of a week.
struct Look {
    Column column;
    int week;  // from 0
    friend bool operator<(Look const& a, Look const& b) { return std::pair(a.week, a.column) < std::pair(b.week, b.column); }
};

// One block, simulated as far as it is looked at. Who is there is seen in every week.
class Record {
  public:
    Record(Model const& model, Block const& block, std::vector<Look> const& looks);
    // [shape of the column]; a lever that nobody pulls has its one value for everybody.
    [[nodiscard]] std::span<Worlds const> of(Column column, int week) const { return seen_.at({column, week}); }
    // [employee] 1 for whoever has been there in all of these weeks, both included: the same person at either end.
    [[nodiscard]] std::vector<Worlds> stayed(int first, int last) const;
    [[nodiscard]] Organisation const& organisation() const { return organisation_; }

  private:
    Organisation const& organisation_;
    std::map<Look, std::vector<Worlds>> seen_;
};

// Pearson's, over those who count in a history; mean over the histories in which both sides differ from person to person, NaN
// without any. All: [employee].
[[nodiscard]] double correlation_over_people(std::span<Worlds const> a, std::span<Worlds const> b,
                                             std::span<Worlds const> counted);

// Mean and standard deviation over those who count in a history, then means over the histories that have any.
struct Spread {
    double mean = 0, sd = 0;
};
[[nodiscard]] Spread over_people(std::span<Worlds const> values, std::span<Worlds const> counted);

// Those who count and are in one of the departments.
[[nodiscard]] std::vector<Worlds> in_departments(Organisation const& organisation, std::span<std::string_view const> departments,
                                                 std::span<Worlds const> counted);

// [employee] share of the contacts known by now who have adopted, for show included. strength: [tie], stage: [employee].
[[nodiscard]] std::vector<Worlds> adopting_contacts(Organisation const& organisation, std::span<Worlds const> strength,
                                                    std::span<Worlds const> stage);

// [employee] how often the stage rose from one of these weeks to the next. stages: [week], each [employee].
[[nodiscard]] std::vector<Worlds> steps_taken(std::span<std::span<Worlds const> const> stages);

// Of whom people say that they turn to them; means over the histories.
struct NetworkShape {
    double density = 0;       // of all that could be, the share of arcs that are there
    double reciprocity = 0;   // share of arcs that are returned
    double transitivity = 0;  // share of paths i → j → k with an arc i → k
};
// Among those who are there.
[[nodiscard]] NetworkShape shape_of(Ties const& ties, std::span<Worlds const> strength, std::span<Worlds const> present);

// From its highest value on, the weeks in which a course falls to half of that, linear between weeks; NaN if it never does.
[[nodiscard]] double weeks_until_half(std::span<double const> course);

}  // namespace micropol::evidence
