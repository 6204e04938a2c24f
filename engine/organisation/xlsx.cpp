#include "organisation/xlsx.h"

#include <algorithm>
#include <optional>
#include <set>

#include "organisation/cell_values.h"
#include "organisation/table_shape.h"
#include "organisation/xlsx_sheet.h"
#include "organisation/zip_archive.h"

namespace micropol {

namespace {

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

class Workbook {
  public:
    Workbook(std::string_view bytes, std::string const& file, std::vector<Problem>& problems)
        : archive_(bytes), file_(file), problems_(problems) {}

    std::vector<RowTable::Row> rows_of(std::string const& wanted, std::vector<Phrase>& remarks) {
        WorkbookReader book(file_, problems_, most_xlsx_depth);
        RelationsReader relations(file_, problems_, most_xlsx_depth);
        StringsReader strings(file_, problems_, most_xlsx_depth);
        StylesReader styles(file_, problems_, most_xlsx_depth);
        if (!archive_.is_open() || !archive_.has("xl/workbook.xml")) {
            add_problem(problems_, {file_}, "not an Excel workbook", "it is an archive without sheets",
                        "save it as .xlsx, or as CSV");
            return {};
        }
        std::size_t const before = problems_.size();
        read("xl/workbook.xml", book), read("xl/_rels/workbook.xml.rels", relations);
        if (archive_.has("xl/sharedStrings.xml")) read("xl/sharedStrings.xml", strings);
        if (archive_.has("xl/styles.xml")) read("xl/styles.xml", styles);
        if (problems_.size() > before) return {};
        std::vector<Sheet const*> const candidates = choose(book.sheets, wanted);
        if (candidates.empty()) return {};
        auto const rows_in = [&](Sheet const& sheet) {
            XlsxSheet reader(file_, problems_, strings.strings, styles.is_date, book.since_1904);
            read(relations.target[sheet.relation], reader);
            return std::move(reader.found);
        };
        Sheet const* sheet = candidates.front();
        // Notes and empty sheets may stand before the one with the table.
        constexpr std::size_t most_tried = 10, few_headings = 2;
        for (std::size_t k = 0; candidates.size() > 1 && k < std::min(candidates.size(), most_tried); ++k) {
            bool const is_table = known_headings(rows_in(*candidates[k]).rows) >= few_headings;
            if (problems_.size() > before) return {};
            if (!is_table) continue;
            sheet = candidates[k];
            break;
        }
        if (wanted.empty() && book.sheets.size() > 1)
            remarks.push_back(Message("{0} has {1} sheets: '{2}' was read; {3} names another.",
                                      {name(file_), Count{book.sheets.size()}, name(sheet->name), name("--sheet")}));
        return table_rows(rows_in(*sheet), remarks);
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

    std::vector<RowTable::Row> table_rows(SheetRows sheet, std::vector<Phrase>& remarks) {
        std::size_t widest = 0;  // a sheet ends no row early: it has cells where something is written
        for (RowTable::Row const& row : sheet.rows) widest = std::max(widest, row.fields.size());
        if (is_too_large(sheet.rows.size(), widest, file_, problems_)) return {};
        if (sheet.without_value > 0)
            add_problem(problems_, sheet.first_without_value,
                        Message("{0} formulas have no value in the file", {Count{sheet.without_value}}),
                        "a program wrote them that does not reckon",
                        "open it in a spreadsheet program and save it, or save it as CSV");
        std::erase_if(sheet.hidden, [&](std::size_t row) {
            return std::ranges::all_of(sheet.rows[row].fields, [](std::string const& field) { return field.empty(); });
        });
        if (!sheet.hidden.empty())
            remarks.push_back(
                Message("{0} rows of {1} are hidden there and were read like the others (the first is line {2}).",
                        {Count{sheet.hidden.size()}, name(file_), name(std::to_string(sheet.rows[sheet.hidden.front()].line))}));
        for (RowTable::Row& row : sheet.rows) row.fields.resize(widest);
        return std::move(sheet.rows);
    }

    // The sheet that is wanted; else those that can be seen, in their order, or all where none can.
    std::vector<Sheet const*> choose(std::vector<Sheet> const& sheets, std::string const& wanted) {
        std::vector<std::string> names;
        names.reserve(sheets.size());
        for (Sheet const& sheet : sheets) names.push_back(sheet.name);
        std::vector<Sheet const*> chosen;
        for (Sheet const& sheet : sheets)
            if (wanted.empty() ? !sheet.hidden : sheet.name == wanted) chosen.push_back(&sheet);
        if (chosen.empty() && wanted.empty())
            for (Sheet const& sheet : sheets) chosen.push_back(&sheet);
        if (chosen.empty())
            add_problem(problems_, {file_}, Message("no sheet '{0}'", {name(wanted)}), Message("it has {0}", {listed(names)}),
                        did_you_mean(wanted, names));
        return chosen;
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
