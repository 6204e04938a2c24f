#include "organisation/csv.h"

#include <algorithm>
#include <array>

namespace micropol {

namespace {

// The candidate that occurs most often outside quotes in the first line; the first of equals.
char guess_separator(std::string_view text) {
    constexpr std::array candidates = {',', ';', '\t'};
    std::array<std::size_t, candidates.size()> seen{};
    bool quoted = false;
    for (char const c : text) {
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        if (c == '\n' || c == '\r') break;
        for (std::size_t k = 0; k < candidates.size(); ++k) seen[k] += c == candidates[k];
    }
    return candidates[std::size_t(std::ranges::max_element(seen) - seen.begin())];
}

class CsvReader {
  public:
    CsvReader(std::string_view text, std::string const& file, std::vector<Problem>& problems) : text_(text), problems_(problems) {
        table_.file = file;
        table_.separator = guess_separator(text);
    }

    RowTable read() {
        while (at_ < text_.size() && table_.columns.empty())
            if (RowTable::Row row = next_row(); !is_blank(row)) take_header(row);
        if (table_.columns.empty()) add_problem(problems_, {table_.file}, "empty", "the first row has to name the columns");
        std::size_t cells = 0;
        while (at_ < text_.size()) {
            RowTable::Row row = next_row();
            if (is_blank(row)) continue;
            if ((cells += row.fields.size()) > most_cells) {
                add_problem(problems_, {table_.file, row.line, 0}, "too large", more_than_most_fields());
                break;
            }
            take_row(std::move(row));
        }
        return std::move(table_);
    }

  private:
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

}  // namespace micropol
