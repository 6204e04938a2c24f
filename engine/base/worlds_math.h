#pragma once
// exp, log, tanh and the logistic function over sixteen histories, from plain multiplications and additions in a
// fixed order: the same bits everywhere, unlike libm. Relative error at most 1e-6 over the ranges stated.
// Coefficients: S. L. Moshier, Cephes Mathematical Library, single precision (expf, logf, tanhf).

#include "base/worlds.h"

namespace micropol {

// e^x for x in [-87, 88]; beyond, the value at the bound.
inline Worlds exp_of(Worlds const& given) {
    using detail::Integers, detail::Part;
    Worlds const x = clamp(given, -87.0f, 88.0f);
    return detail::each([&](int k) {
        // Adding 1.5 * 2^23 rounds to a whole number, which then stands in the lowest bits.
        Part const shifted = x.part[k] * 1.44269504088896341f + 12582912.0f, whole = shifted - 12582912.0f;
        Part const r = x.part[k] - whole * 0.693359375f - whole * -2.12194440e-4f;
        Part const p = ((((1.9875691500e-4f * r + 1.3981999507e-3f) * r + 8.3334519073e-3f) * r + 4.1665795894e-2f) * r +
                        1.6666665459e-1f) *
                           r +
                       5.0000001201e-1f;
        Part const fraction = p * r * r + r + 1.0f;
        return Part(Integers(fraction) + (Integers(shifted) << 23));
    });
}

// Natural logarithm of x in [1.2e-38, 3.4e38]; below, the value at the bound.
inline Worlds log_of(Worlds const& given) {
    using detail::Integers, detail::Part;
    Worlds const x = max_of(given, 1.17549435e-38f);
    return detail::each([&](int k) {
        constexpr std::int32_t root_half = 0x3f3504f3;  // sqrt(1/2): the fraction lies in [sqrt(1/2), sqrt(2))
        Integers const exponent = (Integers(x.part[k]) - root_half) >> 23;
        Part const whole = __builtin_convertvector(exponent, Part);
        Part const f = Part(Integers(x.part[k]) - (exponent << 23)) - 1.0f, square = f * f;
        Part const p = ((((((((7.0376836292e-2f * f - 1.1514610310e-1f) * f + 1.1676998740e-1f) * f - 1.2420140846e-1f) * f +
                            1.4249322787e-1f) *
                               f -
                           1.6668057665e-1f) *
                              f +
                          2.0000714765e-1f) *
                             f -
                         2.4999993993e-1f) *
                            f +
                        3.3333331174e-1f);
        return (p * f * square + whole * -2.12194440e-4f - square * 0.5f) + f + whole * 0.693359375f;
    });
}

// 1 / (1 + e^-x)
inline Worlds logistic(Worlds const& x) { return Worlds(1.0f) / (exp_of(-x) + 1.0f); }

// Hyperbolic tangent of any x.
inline Worlds tanh_of(Worlds const& x) {
    Worlds const size = magnitude(x), square = x * x;
    Worlds const near = x + x * square *
                                ((((square * -5.70498872745e-3f + 2.06390887954e-2f) * square - 5.37397155531e-2f) * square +
                                  1.33314422036e-1f) *
                                     square -
                                 3.33332819422e-1f);
    Worlds const far = Worlds(1.0f) - Worlds(2.0f) / (exp_of(size * 2.0f) + 1.0f);
    return select(size < 0.625f, near, select(x < 0.0f, -far, far));
}

// Square root of x >= 0, as IEEE 754 rounds it: exact everywhere.
inline Worlds root_of(Worlds const& x) {
    return detail::each([&](int k) {
#if defined(__AVX512F__)
        return detail::Part(_mm512_maskz_sqrt_ps(0xffff, __m512(x.part[k])));
#elif defined(__AVX__)
        return detail::Part(_mm256_sqrt_ps(__m256(x.part[k])));
#elif defined(__SSE2__)
        return detail::Part(_mm_sqrt_ps(__m128(x.part[k])));
#else
        detail::Part root;
        for (int lane = 0; lane < detail::width; ++lane) root[lane] = __builtin_sqrtf(x.part[k][lane]);
        return root;
#endif
    });
}

}  // namespace micropol
