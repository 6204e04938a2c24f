#include "study/calibrate/evidence_patterns.h"

#include <map>
#include <set>
#include <tuple>

namespace micropol {

namespace {

constexpr std::size_t most_weeks = 52;  // at which a pattern begins; of longer evidence every second one, or third

using Cells = std::vector<std::size_t>;
using ByWeek = std::map<int, Cells>;

// What is one shift in each week, and lasts.
class Patterns {
  public:
    void add(Cells cells) {
        if (cells.size() > 1 && known_.insert(cells).second) all_.push_back(std::move(cells));
    }
    void add_from_each_week(ByWeek const& series) {
        std::size_t const stride = 1 + series.size() / most_weeks;
        std::size_t k = 0;
        for (auto first = series.begin(); first != series.end(); ++first, ++k) {
            if (k % stride != 0) continue;
            Cells after;
            for (auto week = first; week != series.end(); ++week)
                after.insert(after.end(), week->second.begin(), week->second.end());
            add(std::move(after));
        }
    }
    void add_each_week(ByWeek const& series) {
        for (auto week = series.begin(); week != series.end(); ++week) {
            add(week->second);
            Cells two = week->second;
            if (auto const next = std::next(week); next != series.end()) {
                two.insert(two.end(), next->second.begin(), next->second.end());
                add(std::move(two));
            }
        }
    }
    [[nodiscard]] std::vector<Cells> const& all() const { return all_; }

  private:
    std::vector<Cells> all_;
    std::set<Cells> known_;
};

}  // namespace

std::vector<std::vector<std::size_t>> evidence_patterns(Evidence const& evidence, std::vector<bool> const& taught) {
    std::map<std::pair<Seen, std::size_t>, ByWeek> of_department;
    std::map<Seen, ByWeek> of_all;
    std::map<std::tuple<Seen, int, std::size_t>, Cells> answers_of_department, answers_to_item;
    for (std::size_t k = 0; k < evidence.cells.size(); ++k) {
        EvidenceCell const& cell = evidence.cells[k];
        if (!taught[k] || cell.seen == Seen::support || cell.seen == Seen::stopped) continue;
        if (cell.seen == Seen::answer || cell.seen == Seen::spread) {
            answers_of_department[{cell.seen, cell.week, cell.group}].push_back(k);
            answers_to_item[{cell.seen, cell.week, cell.item}].push_back(k);
        } else {
            of_department[{cell.seen, cell.group}][cell.week].push_back(k);
            of_all[cell.seen][cell.week].push_back(k);
        }
    }
    Patterns patterns;
    for (auto const& [which, series] : of_department) patterns.add_from_each_week(series);
    for (auto const& [which, series] : of_all) patterns.add_each_week(series), patterns.add_from_each_week(series);
    for (auto const& [which, cells] : answers_of_department) patterns.add(cells);
    for (auto const& [which, cells] : answers_to_item) patterns.add(cells);
    return patterns.all();
}

}  // namespace micropol
