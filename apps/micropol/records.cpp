#include "micropol/records.h"

#include <cmath>
#include <sstream>
#include <vector>

#include "words/problem.h"
#include "words/text.h"

namespace micropol::app {

std::string in_short(double number) {
    constexpr double longest_whole = 1e12;
    if (std::abs(number) < longest_whole && number == std::trunc(number)) return std::to_string(static_cast<long long>(number));
    std::ostringstream text;
    text << number;
    return text.str();
}

std::string in_short(Range range) { return in_short(range.low) + " to " + in_short(range.high); }

std::string names_of(std::span<Column const> columns) {
    std::vector<std::string_view> names;
    for (Column const column : columns) names.push_back(spec_of(column).name);
    return to_text(listed(std::span<std::string_view const>(names)), Language::english);
}

}  // namespace micropol::app
