#pragma once
// One quantity in sixteen histories. Code over Worlds reads as if written for one employee; it has no branches
// (compare and select), no gathers, and gives the same bits for every compiler, flag and vector width.
//
// Worlds is held in the processor's own vector width: gcc splits wider vectors badly.

#include <cstdint>
#include <cstring>
#include <span>
#include <utility>
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
#if defined(__AVX512F__)
// One bit a history. Left to itself, gcc 12 turns every comparison into a vector and back.
using MaskPart = __mmask16;
inline MaskPart less(Part a, Part b) { return _mm512_cmp_ps_mask(__m512(a), __m512(b), _CMP_LT_OQ); }
inline MaskPart less_or_equal(Part a, Part b) { return _mm512_cmp_ps_mask(__m512(a), __m512(b), _CMP_LE_OQ); }
inline MaskPart equal(Part a, Part b) { return _mm512_cmp_ps_mask(__m512(a), __m512(b), _CMP_EQ_OQ); }
inline MaskPart negation(MaskPart a) { return MaskPart(~a); }
inline Part choose(MaskPart mask, Part yes, Part no) { return Part(_mm512_mask_blend_ps(mask, __m512(no), __m512(yes))); }
inline std::uint32_t bits(MaskPart mask) { return mask; }
#else
using MaskPart = std::int32_t __attribute__((vector_size(width * 4)));  // all bits set where true
inline MaskPart less(Part a, Part b) { return a < b; }
inline MaskPart less_or_equal(Part a, Part b) { return a <= b; }
inline MaskPart equal(Part a, Part b) { return a == b; }
inline MaskPart negation(MaskPart a) { return ~a; }
inline Part choose(MaskPart mask, Part yes, Part no) { return mask ? yes : no; }
inline std::uint32_t bits(MaskPart mask) {
#if defined(__AVX__)
    return std::uint32_t(_mm256_movemask_ps(__m256(mask)));
#elif defined(__SSE2__)
    return std::uint32_t(_mm_movemask_ps(__m128(mask)));
#else
    std::uint32_t found = 0;
    for (int lane = 0; lane < width; ++lane) found |= (mask[lane] ? 1u : 0u) << lane;
    return found;
#endif
}
#endif
using Integers = std::int32_t __attribute__((vector_size(width * 4)));
// Marks construction from a function of the part's number. Spelt out by a parameter pack and not by a loop: gcc keeps what a
// loop fills in memory, three times slower with AVX2.
struct Every {};
}  // namespace detail

// [history]; one cache line.
struct alignas(64) Worlds {
    detail::Part part[detail::parts];

    Worlds() = default;
    // Part by part: gcc copies the whole in 16-byte pieces, and reading a vector back from them stalls (AVX2: six times slower).
    Worlds(Worlds const& other) : Worlds(detail::Every{}, [&](int k) { return other.part[k]; }) {}
    Worlds& operator=(Worlds const& other) {
        for (int k = 0; k < detail::parts; ++k) part[k] = other.part[k];
        return *this;
    }
    Worlds(float value)
        : Worlds(detail::Every{}, [&](int) { return value - detail::Part{}; }) {}  // implicit: `share * 0.5f + 1.0f`
    Worlds(detail::Every, auto&& f) : Worlds(f, std::make_integer_sequence<int, detail::parts>{}) {}

    // The value in one history; for reports, tests and rare divergent work, not for inner loops.
    [[nodiscard]] float operator[](int history) const {
        float value;
        std::memcpy(&value, reinterpret_cast<char const*>(this) + history * 4, 4);
        return value;
    }
    void set(int history, float value) { std::memcpy(reinterpret_cast<char*>(this) + history * 4, &value, 4); }

  private:
    template <int... k>
    Worlds(auto&& f, std::integer_sequence<int, k...>) : part{f(k)...} {}
};

// [history]: true or false.
struct Mask {
    detail::MaskPart part[detail::parts];

    Mask() = default;
    Mask(detail::Every, auto&& f) : Mask(f, std::make_integer_sequence<int, detail::parts>{}) {}

  private:
    template <int... k>
    Mask(auto&& f, std::integer_sequence<int, k...>) : part{f(k)...} {}
};

namespace detail {
[[gnu::always_inline]] inline Worlds each(auto&& f) { return Worlds(Every{}, f); }
[[gnu::always_inline]] inline Mask each_mask(auto&& f) { return Mask(Every{}, f); }
}  // namespace detail

// clang-format off
inline Worlds operator+(Worlds const& a, Worlds const& b) { return detail::each([&](int k) { return a.part[k] + b.part[k]; }); }
inline Worlds operator-(Worlds const& a, Worlds const& b) { return detail::each([&](int k) { return a.part[k] - b.part[k]; }); }
inline Worlds operator*(Worlds const& a, Worlds const& b) { return detail::each([&](int k) { return a.part[k] * b.part[k]; }); }
inline Worlds operator/(Worlds const& a, Worlds const& b) { return detail::each([&](int k) { return a.part[k] / b.part[k]; }); }
inline Worlds operator-(Worlds const& a) { return detail::each([&](int k) { return -a.part[k]; }); }
inline Worlds& operator+=(Worlds& a, Worlds const& b) { return a = a + b; }
inline Worlds& operator-=(Worlds& a, Worlds const& b) { return a = a - b; }
inline Worlds& operator*=(Worlds& a, Worlds const& b) { return a = a * b; }

inline Mask operator<(Worlds const& a, Worlds const& b) { return detail::each_mask([&](int k) { return detail::less(a.part[k], b.part[k]); }); }
inline Mask operator<=(Worlds const& a, Worlds const& b) { return detail::each_mask([&](int k) { return detail::less_or_equal(a.part[k], b.part[k]); }); }
inline Mask operator>(Worlds const& a, Worlds const& b) { return b < a; }
inline Mask operator>=(Worlds const& a, Worlds const& b) { return b <= a; }
inline Mask operator==(Worlds const& a, Worlds const& b) { return detail::each_mask([&](int k) { return detail::equal(a.part[k], b.part[k]); }); }
inline Mask operator&(Mask const& a, Mask const& b) { return detail::each_mask([&](int k) { return detail::MaskPart(a.part[k] & b.part[k]); }); }
inline Mask operator|(Mask const& a, Mask const& b) { return detail::each_mask([&](int k) { return detail::MaskPart(a.part[k] | b.part[k]); }); }
inline Mask operator~(Mask const& a) { return detail::each_mask([&](int k) { return detail::negation(a.part[k]); }); }
inline Mask operator!=(Worlds const& a, Worlds const& b) { return ~(a == b); }
// clang-format on

// A decision without a branch: yes where the mask is set, else no.
inline Worlds select(Mask const& mask, Worlds const& yes, Worlds const& no) {
    return detail::each([&](int k) { return detail::choose(mask.part[k], yes.part[k], no.part[k]); });
}
// value where the mask is set, else 0.
inline Worlds only(Mask const& mask, Worlds const& value) { return select(mask, value, Worlds(0.0f)); }

// clang-format off
inline Worlds min_of(Worlds const& a, Worlds const& b) { return detail::each([&](int k) { return a.part[k] < b.part[k] ? a.part[k] : b.part[k]; }); }
inline Worlds max_of(Worlds const& a, Worlds const& b) { return detail::each([&](int k) { return a.part[k] > b.part[k] ? a.part[k] : b.part[k]; }); }
// These two hand on what is not a number, so that it is found where it arises: a comparison with it chooses the second operand.
inline Worlds clamp(Worlds const& a, float low, float high) { return min_of(high, max_of(low, a)); }
inline Worlds positive_part(Worlds const& a) { return max_of(0.0f, a); }
inline Worlds magnitude(Worlds const& a) { return detail::each([&](int k) { return detail::Part(detail::Integers(a.part[k]) & 0x7fffffff); }); }
// clang-format on

// Bit h is set where history h is; the order of histories never depends on the hardware.
[[nodiscard]] inline std::uint32_t bits(Mask const& mask) {
    std::uint32_t found = 0;
    for (int k = 0; k < detail::parts; ++k) found |= detail::bits(mask.part[k]) << (k * detail::width);
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

// Mean of a column that has at least one entry, summed in its order.
[[nodiscard]] inline Worlds mean_of(std::span<Worlds const> column) {
    Worlds sum = 0.0f;
    for (Worlds const& value : column) sum += value;
    return sum * (1.0f / float(column.size()));
}

// Set where the value is neither infinite nor NaN.
inline Mask finite(Worlds const& a) { return a - a == Worlds(0.0f); }  // NOLINT(misc-redundant-expression): inf - inf is NaN

}  // namespace micropol
