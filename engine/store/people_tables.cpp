#include "store/people_tables.h"

#include <cmath>
#include <limits>

#include "base/check.h"
#include "outcomes/person_measure.h"
#include "store/bytes.h"
#include "store/store_file.h"

namespace micropol {

namespace {

constexpr float no_number = std::numeric_limits<float>::quiet_NaN();
constexpr std::string_view people_there = "people";

// Mean and spread of one measure, as one value: one after the other.
std::vector<float> both(DepartmentWeeks const& weeks, std::size_t measure) {
    auto const first = std::ptrdiff_t(measure * weeks.people.size()), last = first + std::ptrdiff_t(weeks.people.size());
    std::vector<float> numbers(weeks.mean.begin() + first, weeks.mean.begin() + last);
    numbers.insert(numbers.end(), weeks.sd.begin() + first, weeks.sd.begin() + last);
    return numbers;
}

}  // namespace

TableColumns columns_of_person_state() {
    TableColumns columns{{"row", sql::number_of_row}, {"variant", sql::whole}, {"block", sql::whole}, {"id", sql::text}};
    for (PersonMeasure const& measure : person_measures()) columns.push_back({std::string(measure.key), sql::real});
    return columns;
}

TableColumns columns_of_department_week() {
    TableColumns columns{{"row", sql::number_of_row},
                         {"variant", sql::whole},
                         {"week", sql::whole},
                         {"department", sql::text},
                         {std::string(people_there), sql::real}};
    for (PersonMeasure const& measure : person_measures()) {
        columns.push_back({std::string(measure.key), sql::real});
        columns.push_back({std::string(measure.key) + "_sd", sql::real});
    }
    return columns;
}

std::int64_t rows_of_department_weekly() { return 1 + std::int64_t(person_measures().size()); }

PeopleTables::PeopleTables(Database& database, std::filesystem::path const& file, StudyRecord const& record)
    : file_(file), record_(record), write_department_(database, insert_into("main", "department_weekly", record.facts)),
      write_person_(database, insert_into("main", "person_state", record.facts)),
      load_department_(database, "SELECT value FROM department_weekly WHERE row = ?"),
      load_person_(database, "SELECT * FROM person_state WHERE row BETWEEN ?1 AND ?2 ORDER BY row") {}

std::size_t PeopleTables::cells() const {
    StudyFacts const& facts = record_.facts;
    return keeps_departments(record_.retention) ? std::size_t(facts.weeks) * facts.department_groups.size() : 0;
}

void PeopleTables::write(std::uint64_t unit, Task const& task, BlockResult const& result) {
    std::size_t const measures = person_measures().size(), people = result.person.size();
    DepartmentWeeks const& weeks = result.of_departments;
    check(weeks.people.size() == cells() && weeks.mean.size() == measures * cells() && weeks.sd.size() == weeks.mean.size() &&
              result.person_state.size() == measures * people,
          "people of a block fit its study");
    auto const variant = std::int64_t(task.variant), block = std::int64_t(task.block);
    std::int64_t row = first_row("department_weekly", unit, record_.facts);
    if (cells() > 0) {
        write_department_.run(row++, variant, block, people_there, bytes_of(weeks.people));
        for (std::size_t m = 0; m < measures; ++m) {
            std::vector<float> const numbers = both(weeks, m);
            write_department_.run(row++, variant, block, person_measures()[m].key, bytes_of(numbers));
        }
    }
    row = first_row("person_state", unit, record_.facts);
    for (std::size_t i = 0; i < people; ++i) {
        write_person_.reset();
        int place = 0;
        for (std::int64_t const number : {row++, variant, block}) write_person_.bind(++place, number);
        write_person_.bind(++place, std::string_view(result.person[i]));
        for (std::size_t m = 0; m < measures; ++m) write_person_.bind(++place, double(result.person_state[m * people + i]));
        (void)write_person_.next_row();
    }
    write_person_.reset();
}

std::vector<float> PeopleTables::numbers(std::uint64_t unit, std::int64_t row, std::size_t wanted) {
    load_department_.start(row);
    if (!load_department_.next_row()) refuse_block(file_, unit, "department_weekly", "a row is missing");
    auto const bytes = load_department_.bytes(0);
    if (bytes.size() != wanted * sizeof(float))
        refuse_block(file_, unit, "department_weekly", Message("{0} has a wrong length", {name("value")}));
    std::vector<float> found = values_of<float>(bytes);
    load_department_.reset();
    return found;
}

DepartmentWeeks PeopleTables::departments(std::uint64_t unit) {
    DepartmentWeeks weeks;
    if (cells() == 0) return weeks;
    std::int64_t row = first_row("department_weekly", unit, record_.facts);
    weeks.people = numbers(unit, row++, cells());
    for (std::size_t m = 0; m < person_measures().size(); ++m) {
        std::vector<float> const found = numbers(unit, row++, 2 * cells());
        auto const half = found.begin() + std::ptrdiff_t(cells());
        weeks.mean.insert(weeks.mean.end(), found.begin(), half);
        weeks.sd.insert(weeks.sd.end(), half, found.end());
    }
    return weeks;
}

void PeopleTables::load(std::uint64_t unit, BlockResult& result) {
    result.of_departments = departments(unit);
    std::size_t const people = result.person.size(), measures = person_measures().size();
    result.person_state.assign(measures * people, no_number);
    std::size_t i = 0;
    load_person_.start(first_row("person_state", unit, record_.facts), first_row("person_state", unit + 1, record_.facts) - 1);
    for (; load_person_.next_row(); ++i) {
        constexpr int id = 3, first_measure = 4;
        if (i >= people || load_person_.text_view(id) != result.person[i])
            refuse_block(file_, unit, "person_state", "its people are not those of person_power");
        for (std::size_t m = 0; m < measures; ++m) {
            if (load_person_.is_null(first_measure + int(m))) continue;
            double const value = load_person_.real(first_measure + int(m));
            if (!(std::abs(value) <= double(std::numeric_limits<float>::max())))
                refuse_block(file_, unit, "person_state", "somebody cannot be like this");
            result.person_state[m * people + i] = float(value);
        }
    }
    load_person_.reset();
    if (i != people) refuse_block(file_, unit, "person_state", "its people are not those of person_power");
}

void write_department_weeks(Database& database, std::string const& schema, StudyFacts const& facts,
                            std::map<std::uint32_t, DepartmentMeans> const& of_variants) {
    Statement write(database, insert_into(schema, "department_week", facts));
    std::int64_t row = 0;
    auto const& groups = facts.department_groups;
    for (auto const& [variant, means] : of_variants)
        for (std::size_t cell = 0; cell < std::size_t(facts.weeks) * groups.size(); ++cell) {
            write.reset();
            int place = 0;
            for (std::int64_t const number : {row++, std::int64_t(variant), std::int64_t(cell / groups.size())})
                write.bind(++place, number);
            write.bind(++place, std::string_view(groups[cell % groups.size()]));
            write.bind(++place, means.people(cell));
            for (std::size_t m = 0; m < person_measures().size(); ++m) {
                write.bind(++place, means.mean(m, cell));
                write.bind(++place, means.sd(m, cell));
            }
            (void)write.next_row();
        }
    write.reset();
}

}  // namespace micropol
