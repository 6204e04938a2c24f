#include "store/read_factors.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include "base/overloaded.h"
#include "scenario/number.h"
#include "study/sweep/sweep_points.h"

namespace micropol {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

// All numbers in a text, in their order.
std::vector<double> numbers_in(std::string_view text) {
    std::vector<double> numbers;
    for (char const *at = text.data(), *const end = at + text.size(); at < end;) {
        double value = 0;
        auto const [next, fault] = std::from_chars(at, end, value);
        bool const found = fault == std::errc{} && std::isfinite(value);
        if (found) numbers.push_back(value);
        at = found ? next : at + 1;
    }
    return numbers;
}

// What to_string made of it: "uniform 0.1 to 0.8".
Distribution distribution_in(JsonReader const& json) {
    std::string const& text = json.text();
    std::vector<double> numbers = numbers_in(text);
    Distribution made = numbers.empty() ? 0.0 : numbers.front();
    if (text.starts_with("one of")) {
        ChoiceDistribution choice;
        for (std::size_t k = 0; k + 1 < numbers.size(); k += 2)
            choice.values.push_back(numbers[k]), choice.weights.push_back(numbers[k + 1]);
        bool const possible = !choice.values.empty() && std::ranges::all_of(choice.weights, [](double w) { return w >= 0; });
        if (!possible) json.refuse("no choice");
        made = std::move(choice);
    }
    for (DistributionShape const& shape : distribution_shapes()) {
        if (!text.starts_with(shape.key) || numbers.size() != shape.arguments) continue;
        if (shape.key == "triangular") std::swap(numbers[1], numbers[2]);  // the mode is named last
        if (!shape.objection(numbers, {-infinity, infinity}).empty()) json.refuse("no distribution");
        made = shape.make(numbers);
    }
    if (to_string(made) != text) json.refuse("no distribution");
    return made;
}

// By halving: the value rises with the share.
double share_of(Distribution const& distribution, double value) {
    double low = 0, high = 1;
    for (int step = 0; step < 50; ++step) {
        double const middle = (low + high) / 2;
        (value_at(distribution, {-infinity, infinity}, middle) < value ? low : high) = middle;
    }
    return high;
}

double share_of(ChoiceDistribution const& choice, double value) {
    double below = 0;
    for (std::size_t k = 0; k < choice.values.size(); below += choice.weights[k++])
        if (choice.values[k] == value) return std::min(1.0, below + choice.weights[k] / 2);
    return below / 2;
}

}  // namespace

Factor public_factor_in(JsonReader const& json) {
    Factor factor{json.at("path").text(), 0.0, {-infinity, infinity}};
    if (auto const words = json.find("words")) {
        Words list = words->list<std::string>();
        if (list.empty()) words->refuse("none");
        factor.values = std::move(list);
    } else if (auto const from = json.find("from")) {
        int const low = from->whole<int>(std::numeric_limits<int>::min()), high = json.at("to").whole<int>(low);
        if (double(high) - low > 1e9) json.at("to").refuse("more than there can be");
        factor.values = WholeNumbers{low, high};
    } else {
        factor.values = distribution_in(json.at("distribution"));
    }
    return factor;
}

double share_in(JsonReader const& written, Factor const& factor) {
    if (auto const* words = std::get_if<Words>(&factor.values)) {
        std::vector<std::string_view> const known(words->begin(), words->end());
        return (double(written.one_of(known)) + 0.5) / double(words->size());
    }
    std::vector<double> const numbers = numbers_in(written.text());
    if (numbers.size() != 1 || to_string(Distribution{numbers[0]}) != written.text()) written.refuse("no number");
    if (auto const* whole = std::get_if<WholeNumbers>(&factor.values)) {
        if (numbers[0] < whole->low || numbers[0] > whole->high) written.refuse("not in the factor's range");
        return (numbers[0] - whole->low + 0.5) / (double(whole->high) - whole->low + 1);
    }
    auto const& distribution = std::get<Distribution>(factor.values);
    if (auto const* choice = std::get_if<ChoiceDistribution>(&distribution)) return share_of(*choice, numbers[0]);
    if (auto const* uniform = std::get_if<UniformDistribution>(&distribution); uniform && uniform->high > uniform->low)
        return std::clamp((numbers[0] - uniform->low) / (uniform->high - uniform->low), 0.0, 1.0);
    return share_of(distribution, numbers[0]);
}

}  // namespace micropol
