#pragma once
// One sheet of an Excel workbook, read as it comes.

#include <string>
#include <vector>

#include "organisation/xml_stream.h"

namespace micropol {

inline constexpr int most_xlsx_depth = 32;

struct SheetRows {
    std::vector<RowTable::Row> rows;
    std::vector<std::size_t> hidden;  // rows
    std::size_t without_value = 0;    // formulas whose value the file does not hold
    Place first_without_value;
};

class XlsxSheet : public XmlStream {
  public:
    // strings: [number] texts that cells name by number; is_date: [style]; both outlive the sheet.
    XlsxSheet(std::string const& file, std::vector<Problem>& problems, std::vector<std::string> const& strings,
              std::vector<bool> const& is_date, bool since_1904)
        : XmlStream(file, problems, most_xlsx_depth), file_(file), strings_(strings), is_date_(is_date), since_1904_(since_1904) {
    }
    SheetRows found;

  protected:
    void start(std::string_view name, Attributes const& attributes) override;
    void end(std::string_view name) override;
    void characters(std::string_view text) override;

  private:
    void start_row(std::string const& number, std::string const& is_hidden);
    void start_cell(Attributes const& attributes);
    void end_cell();
    void merge(std::string const& ref);
    void put(RowTable::Row& row, std::size_t column, std::string value);
    [[nodiscard]] std::string value() const;

    std::string file_;
    std::vector<std::string> const& strings_;
    std::vector<bool> const& is_date_;
    bool since_1904_, in_text_ = false, spoken_ = false, is_formula_ = false, has_value_ = false;
    std::string type_, text_;
    std::size_t style_ = 0, column_ = 0, cells_ = 0, bytes_ = 0;
};

}  // namespace micropol
