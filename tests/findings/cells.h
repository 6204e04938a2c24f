#pragma once
// What stands in the cells of tables, against the typed result that row and column name, within what rounding may have moved it by.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>

#include "in_english.h"
#include "statistics/estimate.h"

namespace micropol {

using Expected = std::vector<double>;  // as shown: percentages, thousand euros

struct Shown {
    double value, half_place;  // what rounding may have moved it by
};

// "▲ +3.5 points (−1 to 8)": 3.5, −1, 8.
inline std::vector<Shown> numbers_in(std::string text) {
    for (std::size_t at; (at = text.find("−")) != std::string::npos;) text.replace(at, std::string("−").size(), "-");
    std::vector<Shown> found;
    for (std::size_t k = 0; k < text.size(); ++k) {
        if (text[k] < '0' || text[k] > '9') continue;
        bool const negative = k > 0 && text[k - 1] == '-';
        std::string digits;
        int decimals = -1;
        for (; k < text.size() && ((text[k] >= '0' && text[k] <= '9') || text[k] == '.' || text[k] == ','); ++k) {
            if (text[k] == ',') continue;
            digits += text[k];
            if (decimals >= 0) ++decimals;
            if (text[k] == '.') decimals = 0;
        }
        double place = decimals > 0 ? std::pow(10.0, -decimals) : 1;
        if (decimals < 0)  // 12,000 may be so many thousands
            for (std::size_t j = digits.size(); j-- > 1 && digits[j] == '0';) place *= 10;
        found.push_back({(negative ? -1 : 1) * std::stod(digits), place / 2});
    }
    // One place for all of them, which a 0 does not show.
    double widest = 0.5;
    for (Shown const& one : found) widest = one.value == 0 ? widest : std::max(widest, one.half_place);
    for (Shown& one : found)
        if (one.value == 0 && one.half_place == 0.5) one.half_place = widest;
    return found;
}

inline void expect_numbers(std::string const& cell, Expected const& expected, std::string const& where) {
    std::vector<Shown> const shown = numbers_in(cell);
    ASSERT_EQ(shown.size(), expected.size()) << where << ": " << cell;
    for (std::size_t k = 0; k < shown.size(); ++k)
        EXPECT_NEAR(shown[k].value, expected[k], shown[k].half_place * 1.0001 + 1e-9) << where << ": " << cell;
}

inline double scale_in(Unit unit) { return unit == Unit::share || unit == Unit::flag ? 100 : 1; }
inline Expected all_of(Estimate const& one, Unit unit) {
    double const scale = scale_in(unit);
    return {one.mean * scale, one.low * scale, one.high * scale};
}

struct CellsBelow {
    std::string heading;
    std::function<Expected(std::size_t row)> numbers;
};

inline void expect_table(Table const& table, std::vector<CellsBelow> const& columns, std::string const& where) {
    ASSERT_EQ(table.columns.size(), columns.size() + 1) << where;
    for (std::size_t column = 0; column < columns.size(); ++column) {
        EXPECT_EQ(to_text(table.columns[column + 1], Language::english), columns[column].heading) << where;
        for (std::size_t row = 0; row < table.rows.size(); ++row)
            expect_numbers(to_text(table.rows[row].at(column + 1), Language::english), columns[column].numbers(row),
                           where + ", " + columns[column].heading + ", row " + std::to_string(row));
    }
}

// Calls back with every table and the heading it stands below; what stands beside a figure is drawn with the same words.
inline void for_every_table(Document const& document, std::function<void(std::string const&, Table const&)> const& look_at) {
    std::string heading;
    for (Section const& section : document.sections) {
        if (!section.heading.empty()) heading = to_text(section.heading, Language::english);
        for (Element const& element : section.elements) {
            if (auto const* table = std::get_if<Table>(&element.what)) look_at(heading, *table);
            auto const* const figure = std::get_if<Figure>(&element.what);
            if (!figure) continue;
            look_at(heading, figure->table);
            auto const* const intervals = std::get_if<IntervalsFigure>(&figure->data);
            for (std::size_t k = 0; intervals && k < intervals->rows.size(); ++k) {
                std::string const shown = to_text(intervals->rows[k].shown, Language::english);
                bool found = false;
                for (auto const& row : figure->table.rows)
                    for (Phrase const& cell : row) found |= to_text(cell, Language::english) == shown;
                EXPECT_TRUE(found) << heading << " draws " << shown;
            }
        }
    }
}

// Another value everywhere, so that no two columns can be taken for each other.
class Values {
  public:
    double next() {
        state_ = state_ * 6364136223846793005u + 1442695040888963407u;
        return double(state_ >> 11) / 9007199254740992.0;
    }
    Estimate estimate(double low, double high) {
        double const width = (high - low) / 8, mean = low + width * 2 + next() * width * 4;
        return {.mean = mean,
                .low = mean - width * (0.3 + next()),
                .high = mean + width * (0.3 + next()),
                .smallest = low + next() * width / 2,
                .largest = high - next() * width / 2,
                .between = 0.01,
                .within = 0.02,
                .blocks = 16};
    }

  private:
    std::uint64_t state_ = 1;
};

}  // namespace micropol
