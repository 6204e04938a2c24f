#include "study/run/power_shift.h"

#include <algorithm>
#include <map>

namespace micropol {

namespace {

constexpr std::size_t shown = 5;

// [block]: mean power of those who are one role, or one person.
struct Course {
    std::vector<double> before, after, change;
};

struct Sum {
    double before = 0, after = 0, people = 0;
};

std::string role(StudyFacts const& facts, std::size_t department, int level) {
    return facts.departments[department] + (level == 0 ? ", no reports" : ", level " + std::to_string(level));
}

// Roles and people in the order of departments and levels, or of the file.
using Key = std::pair<std::size_t, std::size_t>;

std::map<Key, Sum> sums_of(BlockResult const& block, bool by_person) {
    std::map<Key, Sum> sums;
    for (std::size_t i = 0; i < block.person.size(); ++i) {
        Key const key = by_person ? Key{0, i} : Key{block.person_department[i], block.person_level[i]};
        Sum& sum = sums[key];
        sum.before += double(block.person_before[i]);
        sum.after += double(block.person_after[i]);
        ++sum.people;
    }
    return sums;
}

std::map<Key, Course> courses(Finished const& finished) {
    std::map<Key, Course> found;
    for (BlockResult const* block : finished.blocks())
        for (auto const& [key, sum] : sums_of(*block, finished.facts().by_person)) {
            Course& course = found[key];
            course.before.push_back(sum.before / sum.people);
            course.after.push_back(sum.after / sum.people);
            course.change.push_back(course.after.back() - course.before.back());
        }
    return found;
}

std::vector<double> by_history(Finished const& finished, std::vector<Worlds> BlockResult::*column, std::size_t department) {
    std::vector<double> values;
    for (BlockResult const* block : finished.blocks())
        for (int history = 0; history < histories_per_block; ++history)
            values.push_back(double((block->*column)[department][history]));
    return values;
}

}  // namespace

std::vector<DepartmentShift> department_shifts(Finished const& finished) {
    std::vector<DepartmentShift> shifts;
    std::vector<std::string> const& names = finished.facts().departments;
    for (std::size_t department = 0; department < names.size(); ++department) {
        auto const headcount = std::ranges::count(finished.blocks().front()->person_department, department);
        auto const before = by_history(finished, &BlockResult::department_before, department);
        auto const after = by_history(finished, &BlockResult::department_after, department);
        shifts.push_back({names[department], std::size_t(headcount), estimate(before, ends_of_shares),
                          estimate(after, ends_of_shares), paired_difference(after, before, ends_of_shares)});
    }
    return shifts;
}

WinnersAndLosers power_shifts(Finished const& finished) {
    WinnersAndLosers result;
    for (auto const& [key, course] : courses(finished)) {
        if (2 * course.change.size() < finished.blocks().size()) continue;
        StudyFacts const& facts = finished.facts();
        PowerShift shift{
            facts.by_person ? finished.blocks().front()->person[key.second] : role(facts, key.first, int(key.second)),
            estimate_of_blocks(course.before).mean, estimate_of_blocks(course.after).mean, estimate_of_blocks(course.change)};
        if (!facts.by_person) shift.department = facts.departments[key.first], shift.level = int(key.second);
        if (shift.change.low > 0) result.winners.push_back(shift);
        if (shift.change.high < 0) result.losers.push_back(shift);
    }
    auto const change = [](PowerShift const& shift) { return shift.change.mean; };
    std::ranges::stable_sort(result.winners, std::ranges::greater{}, change);
    std::ranges::stable_sort(result.losers, std::ranges::less{}, change);
    result.winners.resize(std::min(shown, result.winners.size()));
    result.losers.resize(std::min(shown, result.losers.size()));
    return result;
}

}  // namespace micropol
