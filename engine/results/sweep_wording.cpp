#include <algorithm>
#include <cmath>

#include "results/sweep_account.h"
#include "results/wording.h"

namespace micropol {

std::string range_in_words(Factor const& factor) {
    if (auto const* words = std::get_if<Words>(&factor.values))
        return words->size() > 3 ? count(words->size()) + " values" : plain(listed(*words));
    if (auto const* choice = std::get_if<ChoiceDistribution>(std::get_if<Distribution>(&factor.values)))
        return count(choice->values.size()) + " values";
    bool const open = has_remote_ends(factor);
    return value_in_words(factor, coordinate_at(factor, open ? 0.01 : 0)) + " to " +
           value_in_words(factor, coordinate_at(factor, open ? 0.99 : 1));
}

std::vector<std::string> short_names(std::vector<Factor> const& factors) {
    std::vector<std::string> names;
    for (Factor const& factor : factors) {
        std::string const& path = factor.path;
        auto const ambiguous = [&](std::string const& end) {
            return std::ranges::count_if(
                       factors, [&](Factor const& other) { return other.path == end || other.path.ends_with("." + end); }) > 1;
        };
        std::size_t start = path.rfind('.') + 1;
        while (start > 0 && ambiguous(path.substr(start))) start = start < 2 ? 0 : path.rfind('.', start - 2) + 1;
        names.push_back(path.substr(start));
    }
    return names;
}

std::string value_in_words(Factor const& factor, double value) {
    if (auto const* words = std::get_if<Words>(&factor.values))
        return plain((*words)[std::min(words->size() - 1, std::size_t(std::max(0.0, value)))]);
    auto const* distribution = std::get_if<Distribution>(&factor.values);
    if (distribution && std::holds_alternative<ChoiceDistribution>(*distribution)) return to_string(Distribution{value});
    double const width = coordinate_at(factor, 0.99) - coordinate_at(factor, 0.01);
    int const decimals = !distribution || !(width > 0) ? 0 : int(std::clamp(1 + std::ceil(-std::log10(width)), 0.0, 6.0));
    return number(value, {1, decimals, "", false});
}

std::string restriction_in_words(Factor const& factor, Range inside) {
    if (auto const* words = std::get_if<Words>(&factor.values)) {
        std::string text;
        for (std::size_t k = 0; k < words->size(); ++k)
            if (double(k) >= inside.low && double(k) <= inside.high) text += (text.empty() ? "" : " or ") + plain((*words)[k]);
        return text;
    }
    if (!std::isfinite(inside.low)) return value_in_words(factor, inside.high) + " or less";
    if (!std::isfinite(inside.high)) return value_in_words(factor, inside.low) + " or more";
    std::string const low = value_in_words(factor, inside.low), high = value_in_words(factor, inside.high);
    return low == high ? low : low + " to " + high;
}

}  // namespace micropol
