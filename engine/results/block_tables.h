#pragma once
// What one block leaves in a file of results, and how to read it back. Tables are described in results/schema.md.

#include "results/database.h"
#include "results/store.h"

namespace micropol {

// Makes every table of a study in `schema` ("main", or the name of an attached file), in a fixed order.
void create_tables(Database& database, std::string const& schema, StudyLayout const& layout);
// Copies every table from the main file, each in the order of its rows.
void copy_tables(Database& database, std::string const& schema);

class BlockTables {
  public:
    BlockTables(Database& database, StudyLayout const& layout);

    void write(BlockResult const& result);  // within a transaction
    [[nodiscard]] BlockResult load(std::uint32_t block);
    [[nodiscard]] std::vector<bool> done();
    [[nodiscard]] std::vector<Worlds> weekly(std::uint32_t block, std::size_t outcome);  // [week]

  private:
    void write_history(BlockResult const& result);
    void write_departments(BlockResult const& result);
    void write_people(BlockResult const& result);
    void load_people(BlockResult& result);
    StudyLayout const& layout_;
    Statement write_block_, write_parameter_, write_weekly_, write_history_, write_department_, write_person_;
    Statement load_block_, load_weekly_, load_person_, done_;
};

}  // namespace micropol
