#include "study/drawn_number.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "model/known_numbers.h"

namespace micropol {

void DrawnNumbers::add(std::size_t block, std::string const& path, double value) {
    Sample& sample = values_[path];
    if (sample.size() <= block) sample.resize(block + 1, std::numeric_limits<double>::quiet_NaN());
    sample[block] = value;
}

void DrawnNumbers::add(std::size_t block, std::vector<std::string> const& paths, std::vector<double> const& values) {
    for (std::size_t k = 0; k < paths.size(); ++k) add(block, paths[k], values.at(k));
}

std::vector<DrawnNumber> DrawnNumbers::of_first(std::size_t blocks) const {
    std::vector<DrawnNumber> drawn;
    for (auto const& [path, sample] : values_) {
        if (sample.size() < blocks) continue;
        Sample first(sample.begin(), sample.begin() + std::ptrdiff_t(blocks));
        if (!std::ranges::all_of(first, [](double one) { return std::isfinite(one); })) continue;
        drawn.push_back({.path = path, .values = std::move(first), .record = known_number(path)});
    }
    return drawn;
}

void mark_given(std::vector<DrawnNumber>& drawn, std::vector<Assumption> const& assumptions) {
    for (DrawnNumber& number : drawn)
        number.given |= std::ranges::any_of(
            assumptions, [&](Assumption const& one) { return one.given && is_uncertain(one) && one.path == number.path; });
}

}  // namespace micropol
