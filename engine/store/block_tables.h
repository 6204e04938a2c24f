#pragma once
// What one block leaves in a file of results, and how to read it back. Tables are described in store/schema.md.

#include <map>

#include "store/checksums.h"
#include "store/people_tables.h"
#include "store/study_record.h"

namespace micropol {

// A block that is kept: which, and the hashes of everything that decides it and of everything that came of it.
struct KeptBlock {
    Task task;
    std::string key, checksum;
};

class BlockTables {
  public:
    // Keeps references to database and record. `file` stands in problems.
    BlockTables(Database& database, std::filesystem::path const& file, StudyRecord const& record);

    // uncertain: of the variant. Within a transaction. Returns its checksum.
    std::string write(std::uint64_t unit, Task const& task, std::string const& key, std::vector<std::string> const& uncertain,
                      BlockResult const& result);
    // Throws std::out_of_range for a unit that is not there, InvalidInput if what is there is no block of this study: wrong
    // lengths, a number that cannot be, people of no department.
    [[nodiscard]] BlockResult load(std::uint64_t unit);
    // Names of the numbers drawn for it.
    [[nodiscard]] std::vector<std::string> uncertain(std::uint64_t unit);
    [[nodiscard]] std::map<std::uint64_t, KeptBlock> kept();                            // by unit
    [[nodiscard]] std::vector<Worlds> weekly(std::uint64_t unit, std::size_t outcome);  // [week]
    [[nodiscard]] DepartmentWeeks departments(std::uint64_t unit) { return people_.departments(unit); }

    // Throws InvalidInput unless every row of the block is as it was written, and makes one that load gives back.
    void require_undamaged(std::uint64_t unit, KeptBlock const& kept);
    [[nodiscard]] Checksums& checksums() { return checksums_; }

  private:
    void write_history(std::uint64_t unit, Task const& task, BlockResult const& result);
    void write_departments(std::uint64_t unit, Task const& task, BlockResult const& result);
    void write_people(std::uint64_t unit, Task const& task, BlockResult const& result);
    void load_people(std::uint64_t unit, BlockResult& result);
    [[noreturn]] void refuse(std::uint64_t unit, std::string_view table, Phrase why) const;
    std::filesystem::path file_;
    StudyRecord const& record_;
    Checksums checksums_;
    PeopleTables people_;
    Statement write_block_, write_parameter_, write_weekly_, write_history_, write_department_, write_person_;
    Statement load_block_, load_parameter_, load_weekly_, load_person_, kept_;
};

}  // namespace micropol
