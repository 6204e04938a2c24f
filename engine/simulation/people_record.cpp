#include "simulation/people_record.h"

#include <cmath>
#include <limits>

#include "organisation/department_groups.h"
#include "outcomes/over_people.h"
#include "outcomes/person_measure.h"

namespace micropol {

namespace {

constexpr float no_number = std::numeric_limits<float>::quiet_NaN();

}  // namespace

PeopleRecord::PeopleRecord(Organisation const& organisation, int weeks) {
    DepartmentGroups const groups = department_groups(organisation);
    members_.resize(groups.names.size()), people_.resize(groups.names.size()), everybody_.resize(groups.names.size());
    for (std::uint32_t i = 0; i < organisation.headcount(); ++i) {
        std::uint16_t const group = groups.of[organisation.department[i]];
        members_[group].push_back(i);
        is_told_.push_back(groups.one_department[group]);
    }
    found_.people.resize(std::size_t(weeks) * members_.size());
    found_.mean.resize(person_measures().size() * found_.people.size(), no_number);
    found_.sd.resize(found_.mean.size(), no_number);
}

void PeopleRecord::see(int week, History const& history) {
    auto const present = history[Column::present];
    std::size_t const first = std::size_t(week) * members_.size();
    for (std::size_t group = 0; group < members_.size(); ++group) {
        auto const& members = members_[group];
        people_[group] = sum_over(members.size(), [&](std::size_t k) { return present[members[k]]; });
        everybody_[group] = sum_of(people_[group]);
        found_.people[first + group] = float(everybody_[group] / histories_per_block);
    }
    for (std::size_t m = 0; m < person_measures().size(); ++m) {
        PersonMeasure const& measure = person_measures()[m];
        auto const values = history[measure.column];
        for (std::size_t group = 0; group < members_.size(); ++group) {
            if (everybody_[group] == 0) continue;
            auto const& members = members_[group];
            auto const sum_of_members = [&](auto const& value) {
                return sum_over(members.size(), [&](std::size_t k) { return present[members[k]] * value(members[k]); });
            };
            Worlds const sum = measure.made_of ? sum_of_members([&](std::uint32_t i) { return measure.made_of(values[i]); })
                                               : sum_of_members([&](std::uint32_t i) { return values[i]; });
            double const mean = sum_of(sum) / everybody_[group];
            Worlds const off = sum / max_of(people_[group], 1.0f) - float(mean);  // where nobody is there, it weighs nothing
            std::size_t const at = m * found_.people.size() + first + group;
            found_.mean[at] = float(mean);
            found_.sd[at] = float(std::sqrt(sum_of(people_[group] * off * off) / everybody_[group]));
        }
    }
}

std::vector<float> PeopleRecord::at_the_end(History const& history) const {
    auto const present = history[Column::present];
    std::vector<float> state;
    state.reserve(person_measures().size() * present.size());
    for (PersonMeasure const& measure : person_measures())
        for (std::size_t i = 0; i < present.size(); ++i) {
            double const there = sum_of(present[i]);
            bool const is_told = is_told_[i] && there > 0;
            state.push_back(is_told ? float(sum_of(present[i] * measure.of(history[measure.column][i])) / there) : no_number);
        }
    return state;
}

}  // namespace micropol
