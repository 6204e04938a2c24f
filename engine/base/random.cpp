#include "base/random.h"

#include <Random123/philox.h>

#include <cmath>

#include "base/check.h"
#include "base/scalar_math.h"

namespace micropol {

std::uint32_t Stream::word() {
    if (left_ == 0) {
        // The second counter word is beyond any week, so that a stream never meets a history's draws.
        r123::Philox4x32::ctr_type const counter{{counter_++, 0xffffffffu, purpose_, block_}};
        r123::Philox4x32::key_type const key{{std::uint32_t(seed_), std::uint32_t(seed_ >> 32) ^ 0x6d706f6cu}};
        auto const drawn = r123::Philox4x32{}(counter, key);
        for (std::size_t k = 0; k < 4; ++k) words_[k] = drawn[k];
        left_ = 4;
    }
    return words_[std::size_t(4 - left_--)];
}

double Stream::uniform() {
    std::uint64_t const high = word() >> 5, low = word() >> 6;  // 27 and 26 bits
    return double(high << 26 | low) * 0x1p-53;
}

std::uint32_t Stream::below(std::uint32_t n) {
    check(n > 0, "below takes a positive bound");
    std::uint32_t const biased = std::uint32_t(-n) % n;  // 2^32 mod n: that many words would favour the first values
    for (;;)
        if (std::uint64_t const product = std::uint64_t(word()) * n; std::uint32_t(product) >= biased)
            return std::uint32_t(product >> 32);
}

double Stream::normal() {  // polar method: Marsaglia & Bray (1964)
    if (has_spare_) {
        has_spare_ = false;
        return spare_;
    }
    for (;;) {
        double const x = 2 * uniform() - 1, y = 2 * uniform() - 1, square = x * x + y * y;
        if (square >= 1 || square == 0) continue;
        double const scale = std::sqrt(-2 * log_of(square) / square);
        spare_ = y * scale;
        has_spare_ = true;
        return x * scale;
    }
}

double Stream::gamma(double shape) {  // Marsaglia & Tsang (2000)
    check(shape > 0, "gamma takes a positive shape");
    if (shape < 1) {
        double const lifted = gamma(shape + 1);
        return lifted * exp_of(log_of(1 - uniform()) / shape);
    }
    double const d = shape - 1.0 / 3, c = 1 / std::sqrt(9 * d);
    for (;;) {
        double const x = normal(), v = 1 + c * x;
        if (v <= 0) continue;
        double const cube = v * v * v;
        double const u = 1 - uniform();
        if (u < 1 - 0.0331 * x * x * x * x) return d * cube;  // surely below the bound that follows, without its logarithms
        if (log_of(u) < 0.5 * x * x + d - d * cube + d * log_of(cube)) return d * cube;
    }
}

double Stream::beta(double a, double b) {
    double const x = gamma(a), y = gamma(b);
    return x + y > 0 ? x / (x + y) : a / (a + b);
}

double Stream::triangular(double low, double mode, double high) {
    double const u = uniform(), split = high > low ? (mode - low) / (high - low) : 0;
    return u < split ? low + std::sqrt(u * (high - low) * (mode - low))
                     : high - std::sqrt((1 - u) * (high - low) * (high - mode));
}

}  // namespace micropol
