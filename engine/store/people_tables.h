#pragma once
// What a block leaves of its people: the tables department_weekly and person_state, and department_week, which follows from all
// blocks. See store/schema.md.

#include <filesystem>
#include <map>

#include "store/study_record.h"
#include "store/tables.h"
#include "study/run/department_means.h"

namespace micropol {

class PeopleTables {
  public:
    // Keeps references to database and record. `file` stands in problems.
    PeopleTables(Database& database, std::filesystem::path const& file, StudyRecord const& record);

    void write(std::uint64_t unit, Task const& task, BlockResult const& result);
    // result: with the people of the block. Throws InvalidInput where the lengths are wrong, or people are others.
    void load(std::uint64_t unit, BlockResult& result);
    [[nodiscard]] DepartmentWeeks departments(std::uint64_t unit);  // nothing where the study does not keep them

  private:
    [[nodiscard]] std::size_t cells() const;  // weeks * groups, where they are kept
    [[nodiscard]] std::vector<float> numbers(std::uint64_t unit, std::int64_t row, std::size_t wanted);

    std::filesystem::path file_;
    StudyRecord const& record_;
    Statement write_department_, write_person_, load_department_, load_person_;
};

// Fills department_week of `schema`. means: by variant.
void write_department_weeks(Database& database, std::string const& schema, StudyFacts const& facts,
                            std::map<std::uint32_t, DepartmentMeans> const& means);

// Of the tables that follow from person_measures.
[[nodiscard]] TableColumns columns_of_person_state();
[[nodiscard]] TableColumns columns_of_department_week();
[[nodiscard]] std::int64_t rows_of_department_weekly();  // of a block

}  // namespace micropol
