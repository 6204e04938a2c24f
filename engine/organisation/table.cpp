#include "organisation/table.h"

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <utility>

#include "base/utf8.h"

namespace micropol {

namespace {

bool is_control(char c) { return (std::uint8_t(c) < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7f; }

}  // namespace

Message more_than_most_fields() { return {"more than {0} fields", {name(std::to_string(most_cells))}}; }

bool is_too_large(std::size_t rows, std::size_t columns, std::string const& file, std::vector<Problem>& problems) {
    if (rows <= most_rows && rows * columns <= most_cells) return false;
    add_problem(problems, {file}, "too large",
                rows > most_rows ? Message("more than {0} rows", {Count{most_rows}}) : more_than_most_fields(),
                "leave out columns or rows that are not needed");
    return true;
}

void RowTable::leave_out(std::vector<bool> const& which) {
    std::size_t kept = 0;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (which[row]) continue;
        if (kept != row) rows[kept] = std::move(rows[row]);
        ++kept;
    }
    rows.resize(kept);
}

void add_problem(std::vector<Problem>& problems, Place place, Phrase what, Phrase why, Phrase suggestion) {
    constexpr std::size_t most_kept = 10'000;  // nobody reads more, and a file could fill the memory with them
    if (problems.size() == most_kept) return;
    problems.push_back({std::move(place), std::move(what), std::move(why), std::move(suggestion)});
}

int line_at(std::string_view text, std::size_t position) { return 1 + int(std::ranges::count(text.substr(0, position), '\n')); }

bool check_text(std::string_view text, std::string const& file, std::vector<Problem>& problems) {
    for (std::size_t at = 0; at < text.size();) {
        std::size_t const length = first_character(text.substr(at)).bytes;
        if (length == 0) {
            add_problem(problems, {file, line_at(text, at), 0}, "not UTF-8", "a byte here does not belong to any character",
                        "save the file as UTF-8");
            return false;
        }
        if (is_control(text[at])) {
            add_problem(problems, {file, line_at(text, at), 0}, "a control character",
                        Message("code {0} is not part of any text", {name(std::to_string(int(text[at])))}),
                        "save the file as plain text in UTF-8");
            return false;
        }
        at += length;
    }
    return true;
}

std::string read_bytes(std::filesystem::path const& file, std::vector<Problem>& problems) {
    std::error_code failure;
    std::string const name = file.string();
    if (!std::filesystem::is_regular_file(file, failure)) {
        add_problem(problems, {name}, std::filesystem::exists(file, failure) ? "not a file" : "no such file");
        return {};
    }
    std::ifstream stream(file, std::ios::binary);
    std::string text;
    std::string piece(1u << 16, '\0');
    while (stream && text.size() <= most_bytes) {
        stream.read(piece.data(), std::streamsize(piece.size()));
        text.append(piece, 0, std::size_t(stream.gcount()));
    }
    if (!stream.eof() && text.size() <= most_bytes) {
        add_problem(problems, {name}, "cannot be read");
        return {};
    }
    if (text.size() > most_bytes) {
        add_problem(problems, {name}, "too large", Message("more than {0} MiB", {Count{most_bytes >> 20}}),
                    "leave out columns that are not needed");
        return {};
    }
    return text;
}

std::string read_text(std::filesystem::path const& file, std::vector<Problem>& problems) {
    std::string text = read_bytes(file, problems);
    if (text.starts_with("\xef\xbb\xbf")) text.erase(0, 3);  // the mark that some programs put before UTF-8
    return check_text(text, file.string(), problems) ? text : std::string{};
}

}  // namespace micropol
