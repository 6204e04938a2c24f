#pragma once
// Keyed chance: a draw is a function of seed, block, history, week, employee and purpose, never of what was drawn before.
// So two strategies on one seed live through the same chance, and threads and added mechanisms change nothing.
// Philox4x32-10: J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw (2011), Parallel random numbers: as easy as 1, 2, 3.

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>

#include "base/worlds.h"

namespace micropol {

// What a draw is for: a stable number made from a name, so that no list of numbers has to be kept.
// (FNV-1a; a test checks that no two names in use share one.)
[[nodiscard]] constexpr std::uint32_t purpose(std::string_view name) {
    std::uint32_t hash = 2166136261u;
    for (char const c : name) hash = (hash ^ std::uint8_t(c)) * 16777619u;
    return hash;
}

namespace detail {

#if defined(__AVX512F__)
inline constexpr int wide_lanes = 8;
// Masked by all ones, hence the plain instruction: gcc 12 warns of the uninitialised operand in its own _mm512_mul_epu32.
inline auto widening(auto a, auto b) { return _mm512_maskz_mul_epu32(0xff, __m512i(a), __m512i(b)); }
#elif defined(__AVX2__)
inline constexpr int wide_lanes = 4;
inline auto widening(auto a, auto b) { return _mm256_mul_epu32(__m256i(a), __m256i(b)); }
#elif defined(__SSE2__)
inline constexpr int wide_lanes = 2;
inline auto widening(auto a, auto b) { return _mm_mul_epu32(__m128i(a), __m128i(b)); }
#else
inline constexpr int wide_lanes = 2;
inline auto widening(auto a, auto b) { return (a & 0xffffffffu) * (b & 0xffffffffu); }
#endif
using Wide = std::uint64_t __attribute__((vector_size(wide_lanes * 8)));

}  // namespace detail

// [which of four][history]: random words.
struct alignas(64) RandomWords {
    std::uint32_t word[4][histories_per_block];
};

// Philox4x32-10 of the counters (c0, c1, c2, c3 + history) under the key (k0, k1). A 64-bit lane holds one 32-bit word,
// so that a product keeps both its halves in place; upper halves hold rubbish between rounds, which the next product
// ignores. The widening product is the one intrinsic: for a 64-bit vector product gcc 12 sees no 32-bit factors.
// Two vectors at a time, histories of even number in one and of odd number in the other: the product's latency is hidden, and in
// the end the words of both lie side by side in one vector. Written as halves and read as a whole they would wait for each other.
[[gnu::always_inline]] inline void philox(std::uint32_t k0, std::uint32_t k1, std::uint32_t c0, std::uint32_t c1,
                                          std::uint32_t c2, std::uint32_t c3, RandomWords& out) {
    using detail::Wide;
    static_assert(std::endian::native == std::endian::little);
    Wide const m0 = Wide{} + 0xD2511F53u, m1 = Wide{} + 0xCD9E8D57u;
    Wide even_lane = {};
    for (int l = 0; l < detail::wide_lanes; ++l) even_lane[l] = 2 * std::uint64_t(l);
    for (int first = 0; first < histories_per_block; first += 2 * detail::wide_lanes) {
        Wide a[2], b[2], c[2], d[2];
        for (int odd = 0; odd < 2; ++odd) {
            a[odd] = Wide{} + c0, b[odd] = Wide{} + c1, c[odd] = Wide{} + c2;
            d[odd] = even_lane + (c3 + std::uint32_t(first + odd));
        }
        std::uint32_t key0 = k0, key1 = k1;
#pragma GCC unroll 10
        for (int round = 0; round < 10; ++round, key0 += 0x9E3779B9u, key1 += 0xBB67AE85u)
            for (int odd = 0; odd < 2; ++odd) {
                Wide const p = Wide(detail::widening(a[odd], m0)), q = Wide(detail::widening(c[odd], m1));
                a[odd] = (q >> 32) ^ (b[odd] ^ (Wide{} + key0)), b[odd] = q;
                c[odd] = (p >> 32) ^ (d[odd] ^ (Wide{} + key1)), d[odd] = p;
            }
        auto const keep = [&](int q, Wide const(&halves)[2]) {
            Wide const words = (halves[0] & 0xffffffffu) | (halves[1] << 32);
            std::memcpy(&out.word[q][first], &words, sizeof words);
        };
        keep(0, a), keep(1, b), keep(2, c), keep(3, d);
    }
}

// Four uniforms in [0, 1) for each of sixteen histories, on a grid of 2^-24.
struct Uniforms {
    Worlds of[4];
};

// The chance that one block of histories lives through.
class Chance {
  public:
    Chance(std::uint64_t seed, std::uint32_t block)
        : key0_(std::uint32_t(seed)), key1_(std::uint32_t(seed >> 32) ^ 0x6d706f6cu),
          first_history_(block * histories_per_block) {}

    // Uniforms of the four employees 4 * group … 4 * group + 3: one call serves all four.
    [[gnu::always_inline]] Uniforms four(std::uint32_t purpose, std::uint32_t week, std::uint32_t group) const {
        RandomWords words;
        philox(key0_, key1_, group, week, purpose, first_history_, words);
        Uniforms u;
        for (int q = 0; q < 4; ++q)
            u.of[q] = detail::each([&](int k) {
                using Bits = std::uint32_t __attribute__((vector_size(detail::width * 4)));
                Bits word;
                std::memcpy(&word, &words.word[q][k * detail::width], sizeof word);
                // Through the signed type: without AVX-512, unsigned to float is slow.
                return __builtin_convertvector(detail::Integers(word >> 8), detail::Part) * 0x1p-24f;
            });
        return u;
    }

  private:
    std::uint32_t key0_, key1_, first_history_;
};

// A scalar stream for what is drawn once a block: organisations and uncertain parameters. Each (seed, block, purpose)
// has its own; draws within it are in sequence.
class Stream {
  public:
    Stream(std::uint64_t seed, std::uint32_t block, std::uint32_t purpose) : seed_(seed), block_(block), purpose_(purpose) {}
    [[nodiscard]] std::uint32_t word();
    [[nodiscard]] double uniform();                      // [0, 1), on a grid of 2^-53
    [[nodiscard]] std::uint32_t below(std::uint32_t n);  // 0 … n - 1, unbiased; n > 0
    [[nodiscard]] double normal();                       // mean 0, sd 1
    [[nodiscard]] double gamma(double shape);            // scale 1; shape > 0
    [[nodiscard]] double beta(double a, double b);       // a, b > 0
    [[nodiscard]] double triangular(double low, double mode, double high);

  private:
    std::uint64_t seed_;
    std::uint32_t block_, purpose_, counter_ = 0;
    int left_ = 0;
    std::array<std::uint32_t, 4> words_{};
    bool has_spare_ = false;
    double spare_ = 0;
};

}  // namespace micropol
