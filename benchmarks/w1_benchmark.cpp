// The reference workload: attitudes drift towards the mean of the contacts', and who thinks well of it adopts it the sooner, the more
// contacts have. Once as mechanisms are written, a pass over people for each rule, a column for each quantity; and once tuned by
// hand, everything in one pass and who has adopted as bytes. `ratio`: how many times as long the first takes. Both are done in turn,
// so that a noisy machine disturbs both alike, and must find the same people.

#include <benchmark/benchmark.h>

#include <ctime>
#include <stdexcept>

#include "base/random.h"
#include "base/worlds_math.h"

namespace micropol {

namespace {

double seconds_of_processor() { return double(std::clock()) / CLOCKS_PER_SEC; }

constexpr std::uint32_t people = 1000, contacts_each = 10;
constexpr int weeks = 104;
constexpr float own_view = 0.3f, announcement = 0.002f, word_of_mouth = 0.1f;

// A ring in which everybody knows the five on either side, every tenth acquaintance led elsewhere (Watts & Strogatz 1998).
std::vector<std::uint32_t> ring(Chance const& chance) {
    std::vector<std::uint32_t> other;
    Uniforms u;
    for (std::uint32_t i = 0; i < people; ++i)
        for (std::uint32_t k = 0; k < contacts_each; ++k) {
            std::uint32_t const step = k < contacts_each / 2 ? k + 1 : people - (k - contacts_each / 2 + 1);
            u = chance.four(purpose("w1: contacts"), 0, i * contacts_each + k);
            bool const elsewhere = u.of[0][0] < 0.1f;
            other.push_back(elsewhere ? std::uint32_t(u.of[1][0] * float(people)) : (i + step) % people);
        }
    return other;
}

struct Start {
    std::vector<Worlds> attitude;
    explicit Start(Chance const& chance) {
        for (std::uint32_t i = 0; i < people; ++i)
            attitude.push_back(chance.four(purpose("w1: start"), 0, i / 4).of[i % 4] * 2.0f - 1.0f);
    }
};

constexpr float each = 1.0f / float(contacts_each);
Worlds drawn_to(Worlds const& mean, Worlds const& start) { return mean + (start - mean) * own_view; }
Worlds chance_to_adopt(Worlds const& share, Worlds const& attitude) {
    return share * positive_part(attitude) * word_of_mouth + announcement;
}

// As mechanisms do it: columns, each rule in a pass of its own, a new value beside the old one.
Worlds as_mechanisms(std::vector<std::uint32_t> const& other, Start const& start, Chance const& chance) {
    std::vector<Worlds> attitude = start.attitude, attitude_next(people), adopted(people, 0.0f), adopted_next(people);
    Worlds share = 0.0f;
    for (int week = 0; week < weeks; ++week) {
        for (std::uint32_t i = 0; i < people; ++i) {
            Worlds sum = 0.0f;
            for (std::uint32_t t = i * contacts_each; t < (i + 1) * contacts_each; ++t) sum += attitude[other[t]];
            attitude_next[i] = drawn_to(sum * each, start.attitude[i]);
        }
        attitude.swap(attitude_next);
        Uniforms u;
        for (std::uint32_t i = 0; i < people; ++i) {
            if (i % 4 == 0) u = chance.four(purpose("w1: adoption"), std::uint32_t(week), i / 4);
            Worlds known = 0.0f;
            for (std::uint32_t t = i * contacts_each; t < (i + 1) * contacts_each; ++t) known += adopted[other[t]];
            adopted_next[i] = select(u.of[i % 4] < chance_to_adopt(known * each, attitude[i]), 1.0f, adopted[i]);
        }
        adopted.swap(adopted_next);
        share = 0.0f;
        for (Worlds const& one : adopted) share += one;
    }
    return share;
}

// [history]: 0 or 1, or a count up to 255.
using Bytes = std::uint8_t __attribute__((vector_size(histories_per_block)));
#if defined(__AVX512BW__) && defined(__AVX512VL__)
Worlds as_numbers(Bytes bytes) {
    return detail::each([&](int) { return detail::Part(_mm512_cvtepi32_ps(_mm512_cvtepu8_epi32(__m128i(bytes)))); });
}
Bytes as_bytes(Mask const& mask) { return Bytes(_mm_maskz_set1_epi8(mask.part[0], 1)); }
#else
Worlds as_numbers(Bytes bytes) {
    Worlds numbers;
    for (int history = 0; history < histories_per_block; ++history) numbers.set(history, float(bytes[history]));
    return numbers;
}
Bytes as_bytes(Mask const& mask) {
    Bytes bytes{};
    for (int history = 0; history < histories_per_block; ++history) bytes[history] = std::uint8_t(bits(mask) >> history & 1);
    return bytes;
}
#endif

// Tuned: one look at every contact for both rules, what does not change multiplied beforehand, and an adopter is one byte a history.
Worlds by_hand(std::vector<std::uint32_t> const& other, Start const& start, Chance const& chance) {
    std::vector<Worlds> attitude = start.attitude, attitude_next(people);
    std::vector<Bytes> adopted(people, Bytes{}), adopted_next(people);
    Worlds share = 0.0f;
    for (int week = 0; week < weeks; ++week) {
        share = 0.0f;
        for (std::uint32_t first = 0; first < people; first += 4) {
            Uniforms const u = chance.four(purpose("w1: adoption"), std::uint32_t(week), first / 4);
            for (std::uint32_t i = first; i < first + 4; ++i) {
                std::uint32_t const* const contact = other.data() + i * contacts_each;
                Worlds sum = 0.0f;
                Bytes known{};
#pragma GCC unroll 10
                for (std::uint32_t k = 0; k < contacts_each; ++k) {
                    sum += attitude[contact[k]];
                    known += adopted[contact[k]];
                }
                Worlds const now = drawn_to(sum * each, start.attitude[i]);
                attitude_next[i] = now;
                Bytes const adopts = as_bytes(u.of[i % 4] < chance_to_adopt(as_numbers(known) * each, now));
                adopted_next[i] = adopted[i] | adopts;
                share += as_numbers(adopted_next[i]);
            }
        }
        attitude.swap(attitude_next);
        adopted.swap(adopted_next);
    }
    return share;
}
static_assert(people % 4 == 0);

void reference_workload(benchmark::State& state) {
    Chance const chance(1, 0);
    std::vector<std::uint32_t> const other = ring(chance);
    Start const start(chance);
    double engine = 0, limit = 0;
    auto const timed = [&](auto work, double& seconds) {
        double const begin = seconds_of_processor();
        Worlds const share = work(other, start, chance);
        seconds += seconds_of_processor() - begin;
        return share;
    };
    for (auto _ : state) {
        Worlds const one = timed(as_mechanisms, engine), two = timed(by_hand, limit);
        if (!all(one == two)) throw std::logic_error("the two do not do the same work");
    }
    double const work = double(people) * histories_per_block * weeks * double(state.iterations());
    state.counters["engine"] = work / engine;  // employee-weeks a second
    state.counters["limit"] = work / limit;
    state.counters["ratio"] = engine / limit;
}
BENCHMARK(reference_workload)->Unit(benchmark::kMillisecond);

}  // namespace

}  // namespace micropol
