#pragma once
// A file of results, read: finished or not, also while it is being written.

#include <filesystem>
#include <functional>
#include <memory>
#include <variant>

#include "store/block_tables.h"
#include "store/study_record.h"

namespace micropol {

using Cell = std::variant<std::monostate, std::int64_t, double, std::string>;  // monostate: not a number

class StoredStudy {
  public:
    // Throws InvalidInput if it does not hold results of this format, or is damaged where it says what they are.
    explicit StoredStudy(std::filesystem::path file);
    ~StoredStudy();

    [[nodiscard]] std::filesystem::path const& file() const;
    [[nodiscard]] StudyRecord const& record() const;
    [[nodiscard]] bool finished() const;
    [[nodiscard]] std::vector<Variant> const& variants() const;
    [[nodiscard]] std::map<std::uint64_t, KeptBlock> const& blocks() const;  // by unit
    [[nodiscard]] BlockResult load(std::uint64_t unit) const;
    // Of each variant, in the order of its units: the last weeks of those blocks that every variant has.
    [[nodiscard]] std::vector<std::vector<FinalValues>> final_values() const;

    // What it concludes, in that format. Throws InvalidInput where it has no such document, or is not finished.
    [[nodiscard]] std::string document(std::string const& format) const;

    // What is wrong with it: the file's structure, and every number of every block against its checksum. Reads everything.
    [[nodiscard]] std::vector<Problem> check() const;
    // Names of the columns of a table, those that hold bytes left out. Throws std::invalid_argument for a table that is none.
    [[nodiscard]] std::vector<std::string> columns_of(std::string const& table) const;
    // Its rows, in order, with these columns.
    void read_table(std::string const& table, std::function<void(std::vector<Cell> const&)> const& row) const;

  private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace micropol
