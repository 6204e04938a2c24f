#include "organisation/xlsx_sheet.h"

#include <algorithm>
#include <cstdio>
#include <optional>

#include "base/parameter.h"
#include "organisation/cell_values.h"

namespace micropol {

namespace {

// "AB12" is in the 28th column, counted here from 0; nothing where there is no letter.
std::optional<std::size_t> column_at(std::string_view ref) {
    std::size_t place = 0;
    for (char const c : ref) {
        if (c < 'A' || c > 'Z' || place > most_columns) break;
        place = place * 26 + std::size_t(c - 'A') + 1;
    }
    return place > 0 ? std::optional(place - 1) : std::nullopt;
}

constexpr int most_in_a_sheet = 1 << 20;  // rows

// ... and in row 12; 0 where it says none.
int row_at(std::string_view ref) {
    double const row = number_in(ref.substr(std::min(ref.find_first_of("0123456789"), ref.size()))).value_or(0);
    return row >= 1 && row <= most_in_a_sheet ? int(row) : 0;
}

}  // namespace

void XlsxSheet::start(std::string_view name, Attributes const& attributes) {
    if (name == "row") start_row(text_of(attributes, "r"), text_of(attributes, "hidden"));
    if (name == "c") start_cell(attributes);
    if (name == "f") is_formula_ = true;
    if (name == "v" || name == "is") has_value_ = true;
    if (name == "rPh") spoken_ = true;
    if (name == "mergeCell") merge(text_of(attributes, "ref"));
    in_text_ = name == "v" || (name == "t" && !spoken_);
}

void XlsxSheet::end(std::string_view name) {
    in_text_ = false;
    if (name == "rPh") spoken_ = false;
    if (name == "c") end_cell();
}

void XlsxSheet::characters(std::string_view text) {
    if (in_text_ && text_.size() + text.size() <= most_bytes) text_ += text;
}

void XlsxSheet::start_row(std::string const& number, std::string const& is_hidden) {
    auto& rows = found.rows;
    if (rows.size() == most_in_a_sheet) return refuse("too large", Message("more than {0} rows", {Count{most_in_a_sheet}}));
    int const row = row_at(number);
    rows.push_back({{}, row > 0 ? row : rows.empty() ? 1 : rows.back().line + 1});
    if (is_hidden == "1" || is_hidden == "true") found.hidden.push_back(rows.size() - 1);
    column_ = 0;
}

void XlsxSheet::start_cell(Attributes const& attributes) {
    type_ = text_of(attributes, "t");
    style_ = std::size_t(std::max(0.0, number_in(text_of(attributes, "s")).value_or(0)));
    text_.clear();
    is_formula_ = has_value_ = false;
    column_ = column_at(text_of(attributes, "r")).value_or(column_);
}

void XlsxSheet::end_cell() {
    std::size_t const column = column_++;
    if (found.rows.empty()) return;
    if (is_formula_ && !has_value_ && found.without_value++ == 0)
        found.first_without_value = {file_, found.rows.back().line, int(column) + 1};
    std::string text = value();
    if (text.empty()) return;
    if (column >= most_columns)
        return refuse("too many columns",
                      Message("{0} of at most {1}", {name(std::to_string(column + 1)), name(std::to_string(most_columns))}));
    put(found.rows.back(), column, std::move(text));
}

void XlsxSheet::put(RowTable::Row& row, std::size_t column, std::string value) {
    if (row.fields.size() <= column) {
        cells_ += column + 1 - row.fields.size();
        row.fields.resize(column + 1);
    }
    if ((bytes_ += value.size()) > most_bytes * 4 || cells_ > most_cells) return refuse("too large", more_than_most_fields());
    row.fields[column] = std::move(value);
}

// "B2:B9": a value stands for all the cells below it that were joined with its own.
void XlsxSheet::merge(std::string const& ref) {
    std::size_t const between = ref.find(':');
    auto const column = column_at(ref);
    if (between == std::string::npos || !column) return;
    int const first = row_at(std::string_view(ref).substr(0, between)), last = row_at(std::string_view(ref).substr(between + 1));
    auto& rows = found.rows;
    auto at = std::lower_bound(rows.begin(), rows.end(), first, [](auto const& row, int line) { return row.line < line; });
    if (at == rows.end() || at->line != first || at->fields.size() <= *column) return;
    std::string const value = at->fields[*column];
    if (value.empty()) return;
    for (++at; at != rows.end() && at->line <= last && !is_stopped(); ++at) {
        if (++cells_ > most_cells) return refuse("too large", more_than_most_fields());
        bool const in_use = std::ranges::any_of(at->fields, [](std::string const& field) { return !field.empty(); });
        if (in_use) put(*at, *column, value);
    }
}

std::string XlsxSheet::value() const {
    if (type_ == "s") {
        auto const number = number_in(text_);
        return number && *number >= 0 && *number < double(strings_.size()) ? strings_[std::size_t(*number)] : std::string{};
    }
    if (type_ == "b") return text_ == "1" ? "TRUE" : "FALSE";
    if (!type_.empty() && type_ != "n") return text_;
    auto const number = number_in(text_);
    if (!number) return text_;
    if (style_ < is_date_.size() && is_date_[style_])
        if (auto const date = day_numbered(*number, since_1904_)) return iso_date(*date);
    char written[40];  // as many digits as a sheet shows: 0.1 and not 0.10000000000000001
    (void)std::snprintf(written, sizeof written, "%.15g", *number);
    return written;
}

}  // namespace micropol
