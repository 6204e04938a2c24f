#include "statistics/quantile.h"

#include <algorithm>
#include <array>
#include <bit>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <utility>

#include "base/check.h"

namespace micropol {

namespace {

constexpr int bytes_of_key = 4;

// Whole numbers in the order of the floats: the sign is turned, and negative values are turned around.
std::uint32_t key_of(float value) {
    auto const bits = std::bit_cast<std::uint32_t>(value);
    return bits >> 31 ? ~bits : bits | 0x80000000u;
}

float value_of(std::uint32_t key) { return std::bit_cast<float>(key >> 31 ? key & 0x7fffffffu : ~key); }

std::size_t byte_of(std::uint32_t key, std::size_t byte) { return key >> (8 * byte) & 0xff; }

}  // namespace

double quantile(std::span<float const> ascending, double share) {
    check(!ascending.empty() && share >= 0 && share <= 1, "quantile takes a sample and a share");
    double const position = share * double(ascending.size() - 1);
    auto const below = std::size_t(position);
    double const low = ascending[below];
    if (below + 1 == ascending.size()) return low;
    return low + (position - double(below)) * (double(ascending[below + 1]) - low);
}

void sort_ascending(std::vector<float>& values, SortingRoom& room) {
    if (values.empty()) return;
    room.keys.resize(values.size());
    std::ranges::transform(values, room.keys.begin(), key_of);
    room.moved.resize(values.size());
    std::array<std::array<std::uint32_t, 256>, bytes_of_key> places{};
    for (std::uint32_t const key : room.keys)
        for (std::size_t byte = 0; byte < bytes_of_key; ++byte) ++places[byte][byte_of(key, byte)];
    for (std::size_t byte = 0; byte < bytes_of_key; ++byte) {
        auto& place = places[byte];
        if (place[byte_of(room.keys[0], byte)] == values.size()) continue;  // the same byte in all of them
        std::uint32_t before = 0;
        for (std::uint32_t& count : place) before += std::exchange(count, before);
        for (std::uint32_t const key : room.keys) room.moved[place[byte_of(key, byte)]++] = key;
        room.keys.swap(room.moved);
    }
    std::ranges::transform(room.keys, values.begin(), value_of);
}

double student_quantile(double probability, std::size_t degrees_of_freedom) {
    return boost::math::quantile(boost::math::students_t(double(degrees_of_freedom)), probability);
}

double normal_quantile(double probability) { return boost::math::quantile(boost::math::normal(), probability); }

}  // namespace micropol
