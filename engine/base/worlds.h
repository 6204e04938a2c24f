#pragma once
// One quantity in sixteen histories. Code over Worlds reads as if written for one employee; it has no branches
// (compare and select), no gathers, and gives the same bits for every compiler, flag and vector width.
//
// Worlds is held in the processor's own vector width: gcc splits wider vectors badly.

#include <cstdint>
#include <cstring>
#if defined(__SSE2__)
#include <immintrin.h>
#endif

namespace micropol {

// Part of the model's definition, never of the hardware.
inline constexpr int histories_per_block = 16;

namespace detail {
#if defined(__AVX512F__)
inline constexpr int width = 16;
#elif defined(__AVX__)
inline constexpr int width = 8;
#else
inline constexpr int width = 4;
#endif
inline constexpr int parts = histories_per_block / width;
using Part = float __attribute__((vector_size(width * 4)));
using MaskPart = std::int32_t __attribute__((vector_size(width * 4)));
}  // namespace detail

// [history]; one cache line.
struct alignas(64) Worlds {
    detail::Part part[detail::parts];

    Worlds() = default;
    Worlds(float value) {  // implicit, so that `share * 0.5f + 1.0f` reads as arithmetic
        for (auto& p : part) p = detail::Part{} + value;
    }
    // The value in one history; for reports, tests and rare divergent work, not for inner loops.
    [[nodiscard]] float operator[](int history) const {
        float value;
        std::memcpy(&value, reinterpret_cast<char const*>(this) + history * 4, 4);
        return value;
    }
    void set(int history, float value) { std::memcpy(reinterpret_cast<char*>(this) + history * 4, &value, 4); }
};

// [history]; all bits set where true.
struct alignas(64) Mask {
    detail::MaskPart part[detail::parts];
};

namespace detail {
[[gnu::always_inline]] inline Worlds each(auto&& f) {
    Worlds r;
    for (int k = 0; k < parts; ++k) r.part[k] = f(k);
    return r;
}
[[gnu::always_inline]] inline Mask each_mask(auto&& f) {
    Mask r;
    for (int k = 0; k < parts; ++k) r.part[k] = f(k);
    return r;
}
}  // namespace detail

// One operator a line.
// clang-format off
inline Worlds operator+(Worlds const& a, Worlds const& b) { return detail::each([&](int k) { return a.part[k] + b.part[k]; }); }
inline Worlds operator-(Worlds const& a, Worlds const& b) { return detail::each([&](int k) { return a.part[k] - b.part[k]; }); }
inline Worlds operator*(Worlds const& a, Worlds const& b) { return detail::each([&](int k) { return a.part[k] * b.part[k]; }); }
inline Worlds operator/(Worlds const& a, Worlds const& b) { return detail::each([&](int k) { return a.part[k] / b.part[k]; }); }
inline Worlds operator-(Worlds const& a) { return detail::each([&](int k) { return -a.part[k]; }); }
inline Worlds& operator+=(Worlds& a, Worlds const& b) { return a = a + b; }
inline Worlds& operator-=(Worlds& a, Worlds const& b) { return a = a - b; }
inline Worlds& operator*=(Worlds& a, Worlds const& b) { return a = a * b; }

inline Mask operator<(Worlds const& a, Worlds const& b) { return detail::each_mask([&](int k) { return a.part[k] < b.part[k]; }); }
inline Mask operator<=(Worlds const& a, Worlds const& b) { return detail::each_mask([&](int k) { return a.part[k] <= b.part[k]; }); }
inline Mask operator>(Worlds const& a, Worlds const& b) { return b < a; }
inline Mask operator>=(Worlds const& a, Worlds const& b) { return b <= a; }
inline Mask operator==(Worlds const& a, Worlds const& b) { return detail::each_mask([&](int k) { return a.part[k] == b.part[k]; }); }
inline Mask operator!=(Worlds const& a, Worlds const& b) { return detail::each_mask([&](int k) { return a.part[k] != b.part[k]; }); }
inline Mask operator&(Mask const& a, Mask const& b) { return detail::each_mask([&](int k) { return a.part[k] & b.part[k]; }); }
inline Mask operator|(Mask const& a, Mask const& b) { return detail::each_mask([&](int k) { return a.part[k] | b.part[k]; }); }
inline Mask operator~(Mask const& a) { return detail::each_mask([&](int k) { return ~a.part[k]; }); }
// clang-format on

// A decision without a branch: yes where the mask is set, else no.
inline Worlds select(Mask const& mask, Worlds const& yes, Worlds const& no) {
    return detail::each([&](int k) { return mask.part[k] ? yes.part[k] : no.part[k]; });
}
// value where the mask is set, else 0.
inline Worlds only(Mask const& mask, Worlds const& value) { return select(mask, value, Worlds(0.0f)); }

// clang-format off
inline Worlds min_of(Worlds const& a, Worlds const& b) { return detail::each([&](int k) { return a.part[k] < b.part[k] ? a.part[k] : b.part[k]; }); }
inline Worlds max_of(Worlds const& a, Worlds const& b) { return detail::each([&](int k) { return a.part[k] > b.part[k] ? a.part[k] : b.part[k]; }); }
inline Worlds clamp(Worlds const& a, float low, float high) { return min_of(max_of(a, low), high); }
inline Worlds positive_part(Worlds const& a) { return max_of(a, 0.0f); }
inline Worlds magnitude(Worlds const& a) { return detail::each([&](int k) { return a.part[k] < 0.0f ? -a.part[k] : a.part[k]; }); }
// clang-format on

// Bit h is set where history h is; the order of histories never depends on the hardware.
[[nodiscard]] inline std::uint32_t bits(Mask const& mask) {
    std::uint32_t found = 0;
    for (int k = 0; k < detail::parts; ++k) {
#if defined(__AVX512F__)
        found |= std::uint32_t(_mm512_test_epi32_mask(__m512i(mask.part[k]), __m512i(mask.part[k])));
#elif defined(__AVX__)
        found |= std::uint32_t(_mm256_movemask_ps(__m256(mask.part[k]))) << (k * detail::width);
#elif defined(__SSE2__)
        found |= std::uint32_t(_mm_movemask_ps(__m128(mask.part[k]))) << (k * detail::width);
#else
        for (int lane = 0; lane < detail::width; ++lane) found |= (mask.part[k][lane] ? 1u : 0u) << (k * detail::width + lane);
#endif
    }
    return found;
}
[[nodiscard]] inline bool any(Mask const& mask) { return bits(mask) != 0; }
[[nodiscard]] inline bool all(Mask const& mask) { return bits(mask) == 0xffffu; }

// Rare, divergent work: f(history) for each set history, in ascending order.
inline void for_each_set(Mask const& mask, auto&& f) {
    for (std::uint32_t left = bits(mask); left != 0; left &= left - 1) f(__builtin_ctz(left));
}

// The one reduction across histories: in ascending order.
[[nodiscard]] inline double sum_of(Worlds const& a) {
    double sum = 0;
    for (int h = 0; h < histories_per_block; ++h) sum += double(a[h]);
    return sum;
}

// Set where the value is neither infinite nor NaN.
inline Mask finite(Worlds const& a) { return a - a == Worlds(0.0f); }  // NOLINT(misc-redundant-expression): inf - inf is NaN

}  // namespace micropol
