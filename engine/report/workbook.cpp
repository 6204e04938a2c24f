// The least workbook that office programs open: ECMA-376, SpreadsheetML.

#include <cmath>

#include "organisation/zip_writer.h"
#include "report/chart.h"
#include "report/xml_writer.h"

namespace micropol {

namespace {

std::string column_letters(std::size_t column) {
    std::string letters;
    for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters.insert(letters.begin(), char('A' + (rest - 1) % 26));
    return letters;
}

constexpr char const* main_names = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr char const* relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr char const* package_relationships = "http://schemas.openxmlformats.org/package/2006/relationships";

std::string sheet_part(Sheet const& sheet) {
    XmlWriter xml;
    xml.open("worksheet", {{"xmlns", main_names}}).open("sheetData");
    for (std::size_t row = 0; row < sheet.size(); ++row) {
        xml.open("row", {{"r", row + 1}});
        for (std::size_t column = 0; column < sheet[row].size(); ++column) {
            std::string const place = cell_in_sheet(column, row);
            SheetCell const& cell = sheet[row][column];
            if (auto const* const text = std::get_if<std::string>(&cell))
                xml.open("c", {{"r", place}, {"t", "inlineStr"}}).open("is").leaf("t", *text).close().close();
            else if (auto const* const formula = std::get_if<SheetFormula>(&cell))
                xml.open("c", {{"r", place}}).leaf("f", formula->text).leaf("v", xml_number(formula->value)).close();
            else if (double const number = std::get<double>(cell); std::isfinite(number))
                xml.open("c", {{"r", place}}).leaf("v", xml_number(number)).close();
        }
        xml.close();
    }
    return xml.document();
}

std::string relationship_part(std::string_view id, std::string const& type, std::string_view target) {
    XmlWriter xml;
    xml.open("Relationships", {{"xmlns", package_relationships}});
    xml.empty("Relationship", {{"Id", id}, {"Type", type}, {"Target", target}});
    return xml.document();
}

}  // namespace

std::string cell_in_sheet(std::size_t column, std::size_t row) { return column_letters(column) + std::to_string(row + 1); }

std::string range_in_sheet(std::size_t column, std::size_t first_row, std::size_t last_row) {
    std::string const letters = '$' + column_letters(column) + '$';
    std::string const first = letters + std::to_string(first_row + 1);
    return "Sheet1!" + (first_row == last_row ? first : first + ':' + letters + std::to_string(last_row + 1));
}

std::string workbook_of(Sheet const& sheet) {
    constexpr char const* format = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    XmlWriter types, book;
    types.open("Types", {{"xmlns", "http://schemas.openxmlformats.org/package/2006/content-types"}});
    types.empty("Default", {{"Extension", "rels"}, {"ContentType", "application/vnd.openxmlformats-package.relationships+xml"}});
    types.empty("Override", {{"PartName", "/xl/workbook.xml"}, {"ContentType", std::string(format) + "sheet.main+xml"}});
    types.empty("Override", {{"PartName", "/xl/worksheets/sheet1.xml"}, {"ContentType", std::string(format) + "worksheet+xml"}});
    book.open("workbook", {{"xmlns", main_names}, {"xmlns:r", relationships}}).open("sheets");
    book.empty("sheet", {{"name", "Sheet1"}, {"sheetId", 1}, {"r:id", "rId1"}});
    std::string const type(relationships);
    return zip_of({{"[Content_Types].xml", types.document()},
                   {"_rels/.rels", relationship_part("rId1", type + "/officeDocument", "xl/workbook.xml")},
                   {"xl/workbook.xml", book.document()},
                   {"xl/_rels/workbook.xml.rels", relationship_part("rId1", type + "/worksheet", "worksheets/sheet1.xml")},
                   {"xl/worksheets/sheet1.xml", sheet_part(sheet)}});
}

}  // namespace micropol
