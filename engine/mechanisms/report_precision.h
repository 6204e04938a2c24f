#pragma once
// Strategic information transmission with uniform beliefs and quadratic losses (Crawford & Sobel 1982).

#include "base/worlds.h"

namespace micropol {

// People do not tell more than about seven grades apart. (assumed; without a bound the number has none at b = 0)
inline constexpr int finest_report = 7;

// Number of grades in the most informative report at a conflict of interest b >= 0, half the distance between two stakes: the
// largest N with 2·N·(N − 1)·b < 1, which is ⌈−½ + ½·√(1 + 2/b)⌉, at most `finest_report`.
inline Worlds report_grades(Worlds const& b) {
    Worlds grades = 1.0f;
    for (int n = 2; n <= finest_report; ++n) grades += only(b < 1.0f / float(2 * n * (n - 1)), 1.0f);
    return grades;
}

// Share of the receiver's uncertainty that the report removes: 1 − 1/N² − 4·b²·(N² − 1), from the receiver's expected loss
// 1/(12·N²) + b²·(N² − 1)/3 against 1/12 without a report; 0 once b >= ¼. Going from N to N + 1 grades changes it by
// (2·N + 1)·(1/(N·(N + 1))² − 4·b²), which is positive just where N + 1 grades can be told: so it is the largest over N.
inline Worlds report_precision(Worlds const& one_stake, Worlds const& other_stake) {
    Worlds const distance = one_stake - other_stake, square = distance * distance;  // 4·b², as b is half the distance
    Worlds best = 0.0f;
    for (int n = 2; n <= finest_report; ++n) best = max_of(best, Worlds(1.0f - 1.0f / float(n * n)) - square * float(n * n - 1));
    return best;
}

}  // namespace micropol
