#pragma once
// What one block leaves in a file of results, and how to read it back. Tables are described in store/schema.md.

#include <map>
#include <optional>

#include "store/database.h"
#include "store/study_record.h"

namespace micropol {

// Makes every table of a study in `schema` ("main", or the name of an attached file), in a fixed order.
void create_tables(Database& database, std::string const& schema, StudyFacts const& facts);
// Copies the rows that are not there yet, in their order, from one schema to the other.
void copy_table(Database& database, std::string const& table, std::string const& from, std::string const& to);
[[nodiscard]] std::vector<std::string> table_names();

// A block that is kept: which, and the hash of everything that decides it.
struct KeptBlock {
    Task task;
    std::string key, checksum;
};

class BlockTables {
  public:
    // Keeps a reference to the record.
    BlockTables(Database& database, StudyRecord const& record);

    // uncertain: of the variant. Within a transaction.
    void write(std::uint64_t unit, Task const& task, std::string const& key, std::vector<std::string> const& uncertain,
               BlockResult const& result);
    [[nodiscard]] BlockResult load(std::uint64_t unit);
    [[nodiscard]] std::map<std::uint64_t, KeptBlock> kept();                            // by unit
    [[nodiscard]] std::vector<Worlds> weekly(std::uint64_t unit, std::size_t outcome);  // [week]

  private:
    void write_history(std::uint64_t unit, Task const& task, BlockResult const& result);
    void write_departments(std::uint64_t unit, Task const& task, BlockResult const& result);
    void write_people(std::uint64_t unit, Task const& task, BlockResult const& result);
    void load_people(std::uint64_t unit, BlockResult& result);
    StudyRecord const& record_;
    Statement write_block_, write_parameter_, write_weekly_, write_history_, write_department_, write_person_;
    Statement load_block_, load_weekly_, load_person_, kept_;
};

// Of every number of a result, to the bit.
[[nodiscard]] std::string checksum_of(BlockResult const& result);

}  // namespace micropol
