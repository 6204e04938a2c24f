#include "organisation/csv.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "base/trimmed.h"
#include "organisation/table_shape.h"

namespace micropol {

namespace {

constexpr std::array candidates = {',', ';', '\t', '|'};

// "sep=;", a line that some spreadsheets write and read before the table itself.
std::optional<char> separator_said(std::string_view text) {
    std::string_view line = text.substr(0, text.find_first_of("\r\n"));
    if (line.size() >= 2 && line.front() == '"' && line.back() == '"') line = line.substr(1, line.size() - 2);
    if (line.size() != 5 || !line.starts_with("sep=") || std::ranges::find(candidates, line[4]) == candidates.end()) return {};
    return line[4];
}

// The one that cuts most of the first lines into the same number of fields; of equals into more, then the first.
char guess_separator(std::string_view text) {
    constexpr std::size_t lines_looked_at = 30;
    std::array<std::map<std::size_t, std::size_t>, candidates.size()> lines;  // [candidate]: fields in a line -> lines
    std::array<std::size_t, candidates.size()> seen{};
    bool quoted = false, blank = true;
    std::size_t count = 0;
    auto const end_line = [&] {
        for (std::size_t k = 0; k < candidates.size() && !blank; ++k) ++lines[k][seen[k] + 1];
        seen.fill(0), count += !blank, blank = true;
    };
    for (char const c : text) {
        if (c == '"') quoted = !quoted;
        if (!quoted && (c == '\n' || c == '\r')) {
            end_line();
            if (count == lines_looked_at) break;
            continue;
        }
        blank = false;
        for (std::size_t k = 0; k < candidates.size() && !quoted; ++k) seen[k] += c == candidates[k];
    }
    end_line();
    std::size_t best = 0;
    std::pair<std::size_t, std::size_t> merit;
    for (std::size_t k = 0; k < candidates.size(); ++k)
        for (auto const& [fields, agreeing] : lines[k])
            if (fields > 1 && std::pair(agreeing, fields) > merit) merit = {agreeing, fields}, best = k;
    return candidates[best];
}

class CsvReader {
  public:
    CsvReader(std::string_view text, std::string const& file, std::vector<Problem>& problems) : text_(text), problems_(problems) {
        table_.file = file;
        auto const said = separator_said(text);
        table_.separator = said ? *said : guess_separator(text);
        if (!said) return;
        at_ = std::min(text.find_first_of("\r\n"), text.size());
        if (at_ < text.size()) pass_line_end();
    }

    // Every row that is not blank, headings and titles too.
    std::vector<RowTable::Row> rows() {
        std::vector<RowTable::Row> rows;
        for_each_row([&](RowTable::Row row) { rows.push_back(std::move(row)); });
        return rows;
    }
    [[nodiscard]] char separator() const { return table_.separator; }

    RowTable read() {
        while (at_ < text_.size() && table_.columns.empty())
            if (RowTable::Row row = next_row(); !is_blank(row)) take_header(row);
        if (table_.columns.empty()) add_problem(problems_, {table_.file}, "empty", "the first row has to name the columns");
        for_each_row([&](RowTable::Row row) { take_row(std::move(row)); });
        return std::move(table_);
    }

  private:
    // Of those left, the blank ones left out.
    void for_each_row(auto&& take) {
        std::size_t rows = 0, cells = 0;
        while (at_ < text_.size()) {
            RowTable::Row row = next_row();
            if (is_blank(row)) continue;
            cells += std::max(row.fields.size(), table_.columns.size());
            ++rows;
            if (is_too_large(rows, cells / rows, table_.file, problems_)) break;
            take(std::move(row));
        }
    }

    [[nodiscard]] bool ends_line() const { return text_[at_] == '\n' || text_[at_] == '\r'; }
    [[nodiscard]] bool ends_field() const { return at_ == text_.size() || text_[at_] == table_.separator || ends_line(); }
    static bool is_blank(RowTable::Row const& row) { return std::ranges::all_of(row.fields, &std::string::empty); }

    void report(RowTable::Row const& row, Phrase what, Phrase why, Phrase suggestion) {
        add_problem(problems_, table_.place(row, row.fields.size()), std::move(what), std::move(why), std::move(suggestion));
    }

    RowTable::Row next_row() {
        RowTable::Row row{{}, line_};
        for (;; ++at_) {
            row.fields.push_back(next_field(row));
            if (at_ == text_.size()) return row;
            if (ends_line()) break;
        }
        pass_line_end();
        return row;
    }

    void pass_line_end() {
        if (text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n') ++at_;
        ++at_;
        ++line_;
    }

    std::string next_field(RowTable::Row const& row) {
        while (at_ < text_.size() && text_[at_] == ' ') ++at_;
        if (text_.substr(at_).starts_with("=\"")) ++at_;  // ="00012": what keeps the zeros where a spreadsheet opens it
        if (at_ < text_.size() && text_[at_] == '"') return quoted_field(row);
        std::size_t const begin = at_;
        while (!ends_field()) ++at_;
        std::string_view const field = trimmed(text_.substr(begin, at_ - begin));
        if (field.find('"') != std::string_view::npos)
            report(row, "a quote inside a field", "quotes enclose a whole field",
                   "write the field as \"…\", and a quote in it twice");
        return std::string(field);
    }

    std::string quoted_field(RowTable::Row const& row) {
        std::string field;
        for (++at_; at_ < text_.size(); ++at_) {
            if (text_[at_] == '"') {
                if (at_ + 1 == text_.size() || text_[at_ + 1] != '"') break;
                ++at_;  // two quotes stand for one
            } else if (text_[at_] == '\n' || (text_[at_] == '\r' && !(at_ + 1 < text_.size() && text_[at_ + 1] == '\n'))) {
                ++line_;
            }
            field += text_[at_];
        }
        if (at_ == text_.size()) {
            report(row, "a quote that is never closed", "it opens here and the file ends",
                   "close it, or write two quotes for one that is meant");
            return field;
        }
        ++at_;
        std::size_t const rest = at_;
        while (!ends_field()) ++at_;
        if (!trimmed(text_.substr(rest, at_ - rest)).empty())
            report(row, "text after a closing quote", "", "write a quote inside a field twice");
        if (field.size() > 2 && field.starts_with("=\"") && field.ends_with('"')) field = field.substr(2, field.size() - 3);
        return field;
    }

    void take_header(RowTable::Row const& row) {
        if (row.fields.size() > most_columns) {
            add_problem(
                problems_, {table_.file, row.line, 0}, "too many columns",
                Message("{0} of at most {1}", {name(std::to_string(row.fields.size())), name(std::to_string(most_columns))}));
            at_ = text_.size();
        }
        table_.columns = row.fields;
        for (std::size_t k = 0; k < row.fields.size(); ++k)
            if (auto const earlier = std::ranges::find(row.fields, row.fields[k]);
                !row.fields[k].empty() && std::size_t(earlier - row.fields.begin()) < k)
                add_problem(problems_, table_.place(row, k), Message("column '{0}' appears twice", {name(row.fields[k])}), "",
                            "rename one of them");
    }

    void take_row(RowTable::Row row) {
        if (row.fields.size() != table_.columns.size()) {
            add_problem(problems_, table_.place(row, std::min(row.fields.size(), table_.columns.size())),
                        Message("row has {0} fields", {Count{row.fields.size()}}),
                        Message("the first row names {0} columns", {Count{table_.columns.size()}}));
            row.fields.resize(table_.columns.size());
        }
        table_.rows.push_back(std::move(row));
    }

    std::string_view text_;
    std::vector<Problem>& problems_;
    RowTable table_;
    std::size_t at_ = 0;
    int line_ = 1;
};

}  // namespace

RowTable parse_csv(std::string_view text, std::string const& file, std::vector<Problem>& problems) {
    return CsvReader(text, file, problems).read();
}

RowTable parse_spreadsheet_csv(std::string_view text, std::string const& file, std::vector<Phrase>& remarks,
                               std::vector<Problem>& problems) {
    CsvReader reader(text, file, problems);
    RowTable table = table_from(reader.rows(), file, remarks, problems);
    table.separator = reader.separator();
    return table;
}

}  // namespace micropol
