#include "statistics/quantile.h"

#include <array>
#include <bit>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cstdint>

#include "base/check.h"

namespace micropol {

namespace {

// Whole numbers in the order of the floats: the sign is turned, and negative values are turned around.
std::uint32_t order_of(float value) {
    auto const bits = std::bit_cast<std::uint32_t>(value);
    return bits >> 31 ? ~bits : bits | 0x80000000u;
}

}  // namespace

double quantile(std::span<float const> ascending, double share) {
    check(!ascending.empty() && share >= 0 && share <= 1, "quantile takes a sample and a share");
    double const position = share * double(ascending.size() - 1);
    auto const below = std::size_t(position);
    double const low = ascending[below];
    if (below + 1 == ascending.size()) return low;
    return low + (position - double(below)) * (double(ascending[below + 1]) - low);
}

void sort_ascending(std::vector<float>& values, std::vector<float>& spare) {
    constexpr int bytes = 4;
    std::array<std::array<std::uint32_t, 256>, bytes> place{};
    for (float const value : values)
        for (int byte = 0; byte < bytes; ++byte) ++place[std::size_t(byte)][order_of(value) >> (8 * byte) & 0xff];
    spare.resize(values.size());
    for (int byte = 0; byte < bytes; ++byte) {
        auto& next = place[std::size_t(byte)];
        std::uint32_t sum = 0;
        for (std::uint32_t& count : next) {
            std::uint32_t const here = count;
            count = sum;
            sum += here;
        }
        for (float const value : values) spare[next[order_of(value) >> (8 * byte) & 0xff]++] = value;
        values.swap(spare);
    }
}

double student_quantile(double probability, std::size_t degrees_of_freedom) {
    return boost::math::quantile(boost::math::students_t(double(degrees_of_freedom)), probability);
}

double normal_quantile(double probability) { return boost::math::quantile(boost::math::normal(), probability); }

}  // namespace micropol
