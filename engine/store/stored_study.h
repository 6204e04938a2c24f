#pragma once
// A file of results, read: finished or not, also while it is being written. What is read is what the file was when it was opened.

#include <functional>
#include <memory>
#include <variant>

#include "store/contents.h"

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
    [[nodiscard]] std::vector<std::string> const& scenario_hashes() const;   // [variant]
    [[nodiscard]] std::map<std::uint64_t, KeptBlock> const& blocks() const;  // by unit

    // Whatever follows reads the whole file the first time, and throws InvalidInput with the places where it is damaged.

    [[nodiscard]] BlockResult load(std::uint64_t unit) const;
    // Names of the numbers drawn for it.
    [[nodiscard]] std::vector<std::string> uncertain(std::uint64_t unit) const;
    [[nodiscard]] DepartmentWeeks departments(std::uint64_t unit) const;  // nothing where the study does not keep them
    // Of each variant, in the order of its units: the last weeks of those blocks that every variant has.
    [[nodiscard]] std::vector<std::vector<FinalValues>> final_values() const;
    // What it concludes, as JSON, where that is more than can be read off its blocks. Throws InvalidInput where it has none.
    [[nodiscard]] std::string conclusion() const;
    // Rows of a table, in order, with these columns: those that hold bytes are left out. Throws std::invalid_argument for a
    // table that is none.
    [[nodiscard]] std::vector<std::string> columns_of(std::string const& table) const;
    void read_table(std::string const& table, std::function<void(std::vector<Cell> const&)> const& row) const;

    // What is wrong with it, SQLite's own structures included. Reads everything.
    [[nodiscard]] std::vector<Problem> check() const;

  private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace micropol
