#include "report/csv.h"

#include <array>
#include <charconv>
#include <cmath>

namespace micropol {

namespace {

template <class Value>
std::string shortest(Value value) {
    if (!std::isfinite(value)) return "";
    std::array<char, 32> text{};
    return {text.data(), std::to_chars(text.data(), text.data() + text.size(), value).ptr};
}

}  // namespace

std::string csv_field(std::string_view text) {
    bool const like_a_formula = !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
    std::string const safe = (like_a_formula ? "'" : "") + std::string(text);
    if (safe.find_first_of(",\"\r\n") == std::string::npos) return safe;
    std::string quoted = "\"";
    for (char const c : safe) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + '"';
}

std::string csv_number(double value) { return shortest(value); }
std::string csv_number(float value) { return shortest(value); }

}  // namespace micropol
