#pragma once
// Rows of nodes and edges that grow while a graph is read, with columns that come as attributes are met.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "organisation/table.h"

namespace micropol {

class GraphRows {
  public:
    // columns: those that every row has.
    GraphRows(std::string const& file, std::vector<std::string> columns) : file_(file) {
        table_.file = file, table_.columns = std::move(columns);
        for (std::size_t k = 0; k < table_.columns.size(); ++k) index_[table_.columns[k]] = k;
    }

    // The row's number; nothing where there would be more than files may ask for, which is a problem then.
    std::optional<std::size_t> add(std::vector<std::string> fields, int line, std::vector<Problem>& problems);
    // False where that would be a column more than a table may have.
    [[nodiscard]] bool put(std::size_t row, std::string const& column, std::string value);
    // Where a row says nothing of it.
    void set_default(std::string const& column, std::string value) { defaults_[column] = std::move(value); }
    [[nodiscard]] std::string text(std::size_t row, std::string const& column) const;
    [[nodiscard]] std::size_t size() const { return table_.rows.size(); }
    [[nodiscard]] RowTable::Row const& row(std::size_t number) const { return table_.rows[number]; }
    void leave_out(std::vector<bool> const& which) { table_.leave_out(which); }  // [row]

    // Filled up with defaults; without rows, and a problem more, where that is too large.
    [[nodiscard]] RowTable table(std::vector<Problem>& problems);

  private:
    std::string file_;
    RowTable table_;
    std::map<std::string, std::size_t> index_;  // of columns
    std::map<std::string, std::string> defaults_;
    std::size_t cells_ = 0;
};

}  // namespace micropol
