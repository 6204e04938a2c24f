#pragma once
// Strategic information transmission with uniform beliefs and quadratic losses (Crawford & Sobel 1982).

#include "base/worlds.h"

namespace micropol {

// Half the distance between two stakes: 0 to 1.
inline Worlds conflict_of_interest(Worlds const& one, Worlds const& other) { return magnitude(one - other) * 0.5f; }

// People do not tell more than about eight grades apart: the finest report. (assumed; without it the number has no bound at b = 0)
inline constexpr int finest_report = 8;

// Number of grades in the most informative report at a conflict of interest b >= 0: the largest N with 2·N·(N − 1)·b < 1, which
// is ⌈−½ + ½·√(1 + 2/b)⌉, at most `finest_report`.
inline Worlds report_grades(Worlds const& b) {
    Worlds grades = 1.0f;
    for (int n = 2; n <= finest_report; ++n) grades += only(b < 1.0f / float(2 * n * (n - 1)), 1.0f);
    return grades;
}

// Share of the receiver's uncertainty that the report removes: 1 − 1/N² − 4·b²·(N² − 1), from the receiver's expected loss
// 1/(12·N²) + b²·(N² − 1)/3 against 1/12 without a report. 0 once b >= ¼.
inline Worlds report_precision(Worlds const& b) {
    Worlds square = 1.0f, inverse = 1.0f;  // N² and 1/N²
    for (int n = 2; n <= finest_report; ++n) {
        Mask const finer = b < 1.0f / float(2 * n * (n - 1));
        square = select(finer, float(n * n), square);
        inverse = select(finer, 1.0f / float(n * n), inverse);
    }
    return Worlds(1.0f) - inverse - b * b * (square - 1.0f) * 4.0f;
}

}  // namespace micropol
