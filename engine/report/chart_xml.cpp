#include "report/chart_xml.h"

#include <cmath>

namespace micropol {

void ChartXml::text_size(int hundredths, bool upright) {
    xml_.open("c:txPr");
    if (upright)
        xml_.empty("a:bodyPr", {{"rot", 0}, {"vert", "horz"}});
    else
        xml_.empty("a:bodyPr");
    xml_.empty("a:lstStyle").open("a:p").open("a:pPr");
    xml_.open("a:defRPr", {{"sz", hundredths}}).open("a:solidFill").empty("a:schemeClr", {{"val", "tx1"}});
    xml_.close().close().close();
    xml_.empty("a:endParaRPr", {{"lang", language_tag()}}).close().close();
}

void ChartXml::numbers(std::string_view element, std::size_t column, std::size_t first, std::size_t last,
                       std::string_view format) {
    xml_.open(element).open("c:numRef").leaf("c:f", range_in_sheet(column, first, last)).open("c:numCache");
    xml_.leaf("c:formatCode", format);
    value("c:ptCount", std::to_string(last - first + 1));
    for (std::size_t row = first; row <= last; ++row) {
        SheetCell const& cell = chart_.sheet[row][column];
        auto const* const formula = std::get_if<SheetFormula>(&cell);
        double const number = formula ? formula->value : std::get<double>(cell);
        if (!std::isfinite(number)) continue;
        xml_.open("c:pt", {{"idx", row - first}}).leaf("c:v", xml_number(number)).close();
    }
    xml_.close().close().close();
}

void ChartXml::texts(std::string_view element, std::size_t column, std::size_t first, std::size_t last) {
    xml_.open(element).open("c:strRef").leaf("c:f", range_in_sheet(column, first, last)).open("c:strCache");
    value("c:ptCount", std::to_string(last - first + 1));
    for (std::size_t row = first; row <= last; ++row)
        xml_.open("c:pt", {{"idx", row - first}}).leaf("c:v", std::get<std::string>(chart_.sheet[row][column])).close();
    xml_.close().close().close();
}

void ChartXml::names() {
    if (std::holds_alternative<double>(chart_.sheet[1].front()))
        numbers("c:cat", 0, 1, rows());
    else
        texts("c:cat", 0, 1, rows());
}

void ChartXml::begin_series(std::size_t index, std::size_t row, std::size_t column) {
    xml_.open("c:ser");
    value("c:idx", std::to_string(index)).value("c:order", std::to_string(index));
    texts("c:tx", column, row, row);
}

void ChartXml::errors(std::string_view direction, std::size_t down, std::size_t up, std::size_t first, std::size_t last) {
    xml_.open("c:errBars");
    if (!direction.empty()) value("c:errDir", direction);
    value("c:errBarType", "both").value("c:errValType", "cust").value("c:noEndCap", "0");
    numbers("c:plus", up, first, last);
    numbers("c:minus", down, first, last);
    xml_.open("c:spPr");
    line("tx1", 12'700);
    xml_.close().close();
}

void ChartXml::fill(std::string_view colour, int lighter) {
    xml_.open("a:solidFill").open("a:schemeClr", {{"val", colour}});
    if (lighter < 100)
        value("a:lumMod", std::to_string(lighter * 1000)).value("a:lumOff", std::to_string((100 - lighter) * 1000));
    xml_.close().close();
}

void ChartXml::line(std::string_view colour, int width, int lighter) {
    xml_.open("a:ln", {{"w", width}});
    fill(colour, lighter);
    xml_.close();
}

void ChartXml::filled(std::string_view colour, int lighter) {
    xml_.open("c:spPr");
    fill(colour, lighter);
    no_line();
    xml_.close();
}

void ChartXml::drawn(std::string_view colour, int width, int lighter) {
    xml_.open("c:spPr");
    line(colour, width, lighter);
    xml_.close();
}

}  // namespace micropol
