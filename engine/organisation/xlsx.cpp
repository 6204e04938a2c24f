#include "organisation/xlsx.h"

#include <algorithm>
#include <cstdio>
#include <optional>
#include <set>

#include "base/parameter.h"
#include "organisation/cell_values.h"
#include "organisation/table_shape.h"
#include "organisation/xml_stream.h"
#include "organisation/zip_archive.h"

namespace micropol {

namespace {

constexpr int most_depth = 32;

struct Sheet {
    std::string name, relation;  // id of its place in the archive
    bool hidden = false;
};

// xl/workbook.xml: which sheets there are.
struct WorkbookReader : XmlStream {
    using XmlStream::XmlStream;
    std::vector<Sheet> sheets;
    bool since_1904 = false;

    void start(std::string_view name, Attributes const& attributes) override {
        if (name == "workbookPr")
            since_1904 = text_of(attributes, "date1904") == "1" || text_of(attributes, "date1904") == "true";
        if (name != "sheet" || sheets.size() >= most_columns) return;
        Sheet sheet{text_of(attributes, "name"), "",
                    text_of(attributes, "state").starts_with("hidden") || text_of(attributes, "state") == "veryHidden"};
        for (auto const& [attribute, value] : attributes)
            if (attribute != "id" && local_name(attribute) == "id") sheet.relation = value;
        sheets.push_back(std::move(sheet));
    }
    void end(std::string_view) override {}
    void characters(std::string_view) override {}
};

// xl/_rels/workbook.xml.rels: where they are.
struct RelationsReader : XmlStream {
    using XmlStream::XmlStream;
    std::map<std::string, std::string> target;  // relation -> path in the archive

    void start(std::string_view name, Attributes const& attributes) override {
        if (name != "Relationship" || target.size() >= most_columns) return;
        std::string path = text_of(attributes, "Target");
        target[text_of(attributes, "Id")] = path.starts_with('/') ? path.substr(1) : "xl/" + path;
    }
    void end(std::string_view) override {}
    void characters(std::string_view) override {}
};

// xl/sharedStrings.xml: texts that cells name by number; how they are pronounced is left out.
struct StringsReader : XmlStream {
    using XmlStream::XmlStream;
    std::vector<std::string> strings;

    void start(std::string_view name, Attributes const&) override {
        if (name == "si") strings.emplace_back();
        if (name == "rPh") spoken_ = true;
        in_text_ = name == "t" && !spoken_;
        if (strings.size() > most_cells) refuse("too large", more_than_most_fields());
    }
    void end(std::string_view name) override {
        if (name == "rPh") spoken_ = false;
        in_text_ = false;
    }
    void characters(std::string_view text) override {
        if (!in_text_ || strings.empty()) return;
        strings.back() += text;
        if ((bytes_ += text.size()) > most_bytes) refuse("too large", Message("more than {0} MiB", {Count{most_bytes >> 20}}));
    }

  private:
    bool in_text_ = false, spoken_ = false;
    std::size_t bytes_ = 0;
};

bool is_date_format(std::string_view code) {
    bool quoted = false, bracketed = false;
    for (std::size_t k = 0; k < code.size(); ++k) {
        char const c = code[k];
        if (c == '\\' || c == '_' || c == '*') {
            ++k;  // the next one stands for itself, or for its width
        } else if (c == '"') {
            quoted = !quoted;
        } else if (c == '[' || c == ']') {
            bracketed = c == '[';
        } else if (!quoted && !bracketed && (c == 'y' || c == 'Y' || c == 'd' || c == 'D')) {
            return true;
        }
    }
    return false;
}

// xl/styles.xml: which styles of cells are dates.
struct StylesReader : XmlStream {
    using XmlStream::XmlStream;
    std::vector<bool> is_date;  // [style]

    void start(std::string_view name, Attributes const& attributes) override {
        if (name == "numFmt" && is_date_format(text_of(attributes, "formatCode"))) own_.insert(text_of(attributes, "numFmtId"));
        if (name == "cellXfs") in_cells_ = true;
        if (name == "xf" && in_cells_ && is_date.size() < most_cells)
            is_date.push_back(is_date_number(text_of(attributes, "numFmtId")));
    }
    void end(std::string_view name) override {
        if (name == "cellXfs") in_cells_ = false;
    }
    void characters(std::string_view) override {}

  private:
    // Numbers that every program knows (ECMA-376, part 1, 18.8.30), those of East Asian calendars among them.
    [[nodiscard]] bool is_date_number(std::string const& id) const {
        double const number = number_in(id).value_or(0);
        return own_.contains(id) || (number >= 14 && number <= 17) || number == 22 || (number >= 27 && number <= 36) ||
               (number >= 50 && number <= 58);
    }
    std::set<std::string> own_;
    bool in_cells_ = false;
};

// A day as its number, counted from 1900 or 1904; programs believe that 1900 was a leap year.
std::optional<std::string> date_of(double serial, bool since_1904) {
    constexpr Range days{1, 109'574};  // to 2199
    if (serial < days.low || serial > days.high) return {};
    Day const first = std::chrono::sys_days(std::chrono::year(1899) / 12 / 30);
    return iso_date(first + std::chrono::days(int(serial) + (since_1904 ? 1462 : serial < 60 ? 1 : 0)));
}

// The sheet itself.
struct SheetReader : XmlStream {
    SheetReader(std::string const& file, std::vector<Problem>& problems, std::vector<std::string> const& strings,
                std::vector<bool> const& is_date, bool since_1904)
        : XmlStream(file, problems, most_depth), strings_(strings), is_date_(is_date), since_1904_(since_1904) {}
    std::vector<RowTable::Row> rows;

    void start(std::string_view name, Attributes const& attributes) override {
        if (name == "row") start_row(text_of(attributes, "r"));
        if (name == "c") start_cell(attributes);
        if (name == "rPh") spoken_ = true;
        in_text_ = name == "v" || (name == "t" && !spoken_);
    }
    void end(std::string_view name) override {
        in_text_ = false;
        if (name == "rPh") spoken_ = false;
        if (name == "c") end_cell();
    }
    void characters(std::string_view text) override {
        if (in_text_ && text_.size() + text.size() <= most_bytes) text_ += text;
    }

  private:
    void start_row(std::string const& number) {
        int const row = int(number_in(number).value_or(0));
        constexpr int most_in_a_sheet = 1 << 20;
        if (rows.size() == most_in_a_sheet) return refuse("too large", Message("more than {0} rows", {Count{most_in_a_sheet}}));
        rows.push_back({{}, row > 0 && row <= most_in_a_sheet ? row : rows.empty() ? 1 : rows.back().line + 1});
        column_ = 0;
    }
    void start_cell(Attributes const& attributes) {
        type_ = text_of(attributes, "t");
        style_ = std::size_t(std::max(0.0, number_in(text_of(attributes, "s")).value_or(0)));
        text_.clear();
        std::size_t place = 0;  // "AB12" is the 28th
        for (char const c : text_of(attributes, "r")) {
            if (c < 'A' || c > 'Z' || place > most_columns) break;
            place = place * 26 + std::size_t(c - 'A') + 1;
        }
        if (place > 0) column_ = place - 1;
    }
    void end_cell() {
        std::size_t const column = column_++;
        std::string value = value_of();
        if (value.empty() || rows.empty()) return;
        if (column >= most_columns)
            return refuse("too many columns",
                          Message("{0} of at most {1}", {name(std::to_string(column + 1)), name(std::to_string(most_columns))}));
        auto& fields = rows.back().fields;
        if (fields.size() <= column) {
            cells_ += column + 1 - fields.size();
            fields.resize(column + 1);
        }
        if ((bytes_ += value.size()) > most_bytes * 4 || cells_ > most_cells) return refuse("too large", more_than_most_fields());
        fields[column] = std::move(value);
    }
    [[nodiscard]] std::string value_of() const {
        if (type_ == "s") {
            auto const number = number_in(text_);
            return number && *number >= 0 && *number < double(strings_.size()) ? strings_[std::size_t(*number)] : std::string{};
        }
        if (type_ == "b") return text_ == "1" ? "TRUE" : "FALSE";
        if (!type_.empty() && type_ != "n") return text_;
        auto const number = number_in(text_);
        if (!number) return text_;
        if (style_ < is_date_.size() && is_date_[style_])
            if (auto date = date_of(*number, since_1904_)) return *date;
        char written[40];  // as many digits as a sheet shows: 0.1 and not 0.10000000000000001
        (void)std::snprintf(written, sizeof written, "%.15g", *number);
        return written;
    }

    std::vector<std::string> const& strings_;
    std::vector<bool> const& is_date_;
    bool since_1904_, in_text_ = false, spoken_ = false;
    std::string type_, text_;
    std::size_t style_ = 0, column_ = 0, cells_ = 0, bytes_ = 0;
};

class Workbook {
  public:
    Workbook(std::string_view bytes, std::string const& file, std::vector<Problem>& problems)
        : archive_(bytes), file_(file), problems_(problems) {}

    std::vector<RowTable::Row> rows_of(std::string const& wanted, std::vector<Phrase>& remarks) {
        WorkbookReader book(file_, problems_, most_depth);
        RelationsReader relations(file_, problems_, most_depth);
        StringsReader strings(file_, problems_, most_depth);
        StylesReader styles(file_, problems_, most_depth);
        if (!archive_.is_open() || !archive_.has("xl/workbook.xml")) {
            add_problem(problems_, {file_}, "not an Excel workbook", "it is an archive without sheets",
                        "save it as .xlsx, or as CSV");
            return {};
        }
        std::size_t const before = problems_.size();
        read("xl/workbook.xml", book), read("xl/_rels/workbook.xml.rels", relations);
        if (archive_.has("xl/sharedStrings.xml")) read("xl/sharedStrings.xml", strings);
        if (archive_.has("xl/styles.xml")) read("xl/styles.xml", styles);
        Sheet const* const sheet = problems_.size() > before ? nullptr : choose(book.sheets, wanted, remarks);
        if (sheet == nullptr) return {};
        SheetReader reader(file_, problems_, strings.strings, styles.is_date, book.since_1904);
        read(relations.target[sheet->relation], reader);
        std::size_t widest = 0;  // a sheet ends no row early: it has cells where something is written
        for (RowTable::Row const& row : reader.rows) widest = std::max(widest, row.fields.size());
        if (is_too_large(reader.rows.size(), widest, file_, problems_)) return {};
        for (RowTable::Row& row : reader.rows) row.fields.resize(widest);
        return std::move(reader.rows);
    }

  private:
    void read(std::string const& path, XmlStream& reader) {
        bool reads_on = true;
        bool const whole = archive_.read(
            path, [&](std::string_view piece, bool is_last) { return reads_on = reader.feed(piece, is_last); });
        if (!whole && reads_on)
            add_problem(problems_, {file_}, "a damaged workbook", Message("'{0}' in it cannot be read", {name(path)}),
                        "save it again, or as CSV");
    }

    Sheet const* choose(std::vector<Sheet> const& sheets, std::string const& wanted, std::vector<Phrase>& remarks) {
        std::vector<std::string> names;
        names.reserve(sheets.size());
        for (Sheet const& sheet : sheets) names.push_back(sheet.name);
        auto found = wanted.empty() ? std::ranges::find(sheets, false, &Sheet::hidden)
                                    : std::ranges::find(sheets, wanted, &Sheet::name);
        if (found == sheets.end() && wanted.empty()) found = sheets.begin();
        if (found == sheets.end()) {
            add_problem(problems_, {file_}, Message("no sheet '{0}'", {name(wanted)}), Message("it has {0}", {listed(names)}),
                        did_you_mean(wanted, names));
            return nullptr;
        }
        if (wanted.empty() && sheets.size() > 1)
            remarks.push_back(Message("{0} has {1} sheets: '{2}' was read; {3} names another.",
                                      {name(file_), Count{sheets.size()}, name(found->name), name("--sheet")}));
        return &*found;
    }

    ZipArchive archive_;
    std::string const& file_;
    std::vector<Problem>& problems_;
};

}  // namespace

RowTable parse_xlsx(std::string_view bytes, std::string const& file, std::string const& sheet, std::vector<Phrase>& remarks,
                    std::vector<Problem>& problems) {
    std::size_t const before = problems.size();
    std::vector<RowTable::Row> rows = Workbook(bytes, file, problems).rows_of(sheet, remarks);
    if (problems.size() == before) return table_from(std::move(rows), file, remarks, problems);
    RowTable none;
    none.file = file;
    return none;
}

}  // namespace micropol
