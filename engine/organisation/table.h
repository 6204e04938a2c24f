#pragma once
// Rows and columns as a file gives them, text throughout, with their places.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "words/problem.h"

namespace micropol {

struct RowTable {
    struct Row {
        std::vector<std::string> fields;  // [column]
        int line = 0;                     // of the file; counts from 1
    };
    std::string file;
    std::vector<std::string> columns;
    std::vector<Row> rows;
    char separator = ',';

    [[nodiscard]] Place place(Row const& row, std::size_t column) const { return {file, row.line, int(column) + 1}; }
    void leave_out(std::vector<bool> const& which);  // [row]
};

// Built from its parts, where gcc 12 would suspect a Problem in braces of being uninitialised.
void add_problem(std::vector<Problem>& problems, Place place, Phrase what, Phrase why = {}, Phrase suggestion = {});

// Limits on what a file may ask of memory.
inline constexpr std::size_t most_bytes = 64u << 20, most_cells = 20'000'000, most_rows = 4'000'000, most_columns = 1000;

// "more than 20000000 fields"
[[nodiscard]] Message more_than_most_fields();
// Whether so many rows and columns are more than may be held, empty fields included; if so, adds that as a problem.
bool is_too_large(std::size_t rows, std::size_t columns, std::string const& file, std::vector<Problem>& problems);

// The file's bytes; an empty string and a problem where it cannot be read or is too large.
[[nodiscard]] std::string read_bytes(std::filesystem::path const& file, std::vector<Problem>& problems);
// The same where it has to be text in UTF-8, without a mark before it.
[[nodiscard]] std::string read_text(std::filesystem::path const& file, std::vector<Problem>& problems);

// Adds a problem, with its line, for what is not UTF-8 (RFC 3629) or is a control character; true if there is none.
bool check_text(std::string_view text, std::string const& file, std::vector<Problem>& problems);

// 1-based number of the line that holds text[position].
[[nodiscard]] int line_at(std::string_view text, std::size_t position);

}  // namespace micropol
