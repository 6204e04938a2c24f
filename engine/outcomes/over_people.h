#pragma once
// Sums, means, shares and correlations over people. People are those present: an empty seat counts for nobody.

#include "base/worlds_math.h"
#include "state/week.h"

namespace micropol {

// Two sums taken in one pass.
struct Sums {
    Worlds one = 0.0f, other = 0.0f;
    Sums& operator+=(Sums const& more) {
        one += more.one;
        other += more.other;
        return *this;
    }
};

// Σ term(i) for first ≤ i < count, of Worlds or Sums. Four sums side by side: each addition of a single one would wait for the one
// before.
[[nodiscard]] inline auto sum_of_stretch(std::size_t first, std::size_t count, auto&& term) {
    using Sum = decltype(term(std::size_t{}));
    Sum a{0.0f}, b{0.0f}, c{0.0f}, d{0.0f};
    std::size_t i = first;
    for (; i + 4 <= count; i += 4) {
        a += term(i);
        b += term(i + 1);
        c += term(i + 2);
        d += term(i + 3);
    }
    for (; i < count; ++i) a += term(i);
    a += b;
    c += d;
    return a += c;
}

// Σ term(i) for i < count: in stretches, or single precision would run out of digits.
[[nodiscard]] inline auto sum_over(std::size_t count, auto&& term) {
    constexpr std::size_t stretch = 4096;
    auto sum = sum_of_stretch(0, std::min(count, stretch), term);
    for (std::size_t first = stretch; first < count; first += stretch)
        sum += sum_of_stretch(first, std::min(count, first + stretch), term);
    return sum;
}

// Over seats, empty or not.
[[nodiscard]] inline Worlds mean_of_seats(std::span<Worlds const> column) {
    return sum_over(column.size(), [&](std::size_t i) { return column[i]; }) * (1.0f / float(column.size()));
}
// holds: Mask(Worlds)
[[nodiscard]] inline Worlds share_of_seats(std::span<Worlds const> column, auto&& holds) {
    return sum_over(column.size(), [&](std::size_t i) { return only(holds(column[i]), 1.0f); }) * (1.0f / float(column.size()));
}

// value: Worlds(employee). The outcome must read Column::present; 0 where nobody is left.
[[nodiscard]] inline Worlds mean_over_people(Week const& week, auto&& value) {
    auto const present = week.read(Column::present);
    Sums const sums = sum_over(present.size(), [&](std::size_t i) { return Sums{present[i] * value(i), present[i]}; });
    return sums.one / max_of(sums.other, 1.0f);
}

template <Column column>
[[nodiscard]] Worlds mean_of(Week const& week) {
    auto const values = week.read(column);
    return mean_over_people(week, [&](std::size_t i) { return values[i]; });
}
template <Column column>
constexpr Column reads_people[] = {column, Column::present};

template <Column column>
[[nodiscard]] Worlds of_organisation(Week const& week) {
    return week.read(column)[0];
}
template <Column column>
constexpr Column reads_only[] = {column};

// Pearson's correlation of two columns across people; 0 where either hardly differs from person to person.
template <Column one, Column other>
[[nodiscard]] Worlds correlation_of(Week const& week) {
    constexpr float least_spread = 1e-10f;  // against the sum of squares: below it, differences are rounding
    auto const present = week.read(Column::present), x = week.read(one), y = week.read(other);
    // Differences from the mean: their squares lose no digits to a mean far from 0, and nobody is measured against who is listed first.
    Worlds const mean_x = mean_of<one>(week), mean_y = mean_of<other>(week);
    Worlds squares_x = 0.0f, squares_y = 0.0f, spread_x = 0.0f, spread_y = 0.0f, together = 0.0f;
    for (std::size_t i = 0; i < present.size(); ++i) {
        Worlds const from_x = x[i] - mean_x, from_y = y[i] - mean_y;
        squares_x += x[i] * x[i] * present[i];
        squares_y += y[i] * y[i] * present[i];
        spread_x += from_x * from_x * present[i];
        spread_y += from_y * from_y * present[i];
        together += from_x * from_y * present[i];
    }
    Mask const differ = (spread_x > squares_x * least_spread) & (spread_y > squares_y * least_spread);
    Worlds const scale = root_of(select(differ, spread_x, 1.0f)) * root_of(select(differ, spread_y, 1.0f));
    return only(differ, clamp(together / scale, -1.0f, 1.0f));
}
template <Column one, Column other>
constexpr Column reads_pair[] = {one, other, Column::present};

}  // namespace micropol
