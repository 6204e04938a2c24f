#pragma once
// What every chart of DrawingML is made of: references to its workbook, colours, sizes of letters.

#include <string>
#include <string_view>

#include "report/chart.h"
#include "report/xml_writer.h"

namespace micropol {

class ChartXml {
  public:
    ChartXml(Chart const& chart, Language language) : chart_(chart), language_(language) {}

    ChartXml& value(std::string_view element, std::string_view text) {
        xml_.empty(element, {{"val", text}});
        return *this;
    }
    [[nodiscard]] std::size_t rows() const { return chart_.sheet.size() - 1; }
    [[nodiscard]] std::string_view language_tag() const { return language_ == Language::german ? "de-DE" : "en-GB"; }
    // upright: whatever the room; else LibreOffice leaves out labels that would lie on others, which it does to no text of a given angle.
    void text_size(int hundredths, bool upright = true);

    // Of the workbook, and what it says there: a column from one row to another.
    void numbers(std::string_view element, std::size_t column, std::size_t first, std::size_t last,
                 std::string_view format = "General");
    void texts(std::string_view element, std::size_t column, std::size_t first, std::size_t last);
    void names();
    void begin_series(std::size_t index, std::size_t row, std::size_t column);
    void values_of(std::size_t column) { numbers("c:val", column, 1, rows(), chart_.format); }
    // direction: "x", "y"; empty where there is only one.
    void errors(std::string_view direction, std::size_t down, std::size_t up, std::size_t first, std::size_t last);

    // Colours are those of the theme; lighter: percent, the rest is white.
    void fill(std::string_view colour, int lighter = 100);
    void line(std::string_view colour, int width, int lighter = 100);
    void no_line() { xml_.open("a:ln").empty("a:noFill").close(); }
    void filled(std::string_view colour, int lighter = 100);
    void drawn(std::string_view colour, int width, int lighter = 100);

  protected:
    Chart const& chart_;
    Language language_;
    XmlWriter xml_;
};

}  // namespace micropol
