#include "base/parameter.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/overloaded.h"

namespace micropol {

namespace {

double draw(NormalDistribution const& normal, Range range, Stream& stream) {
    for (int attempt = 0; attempt < 1000; ++attempt)
        if (double const value = normal.mean + normal.sd * stream.normal(); value >= range.low && value <= range.high)
            return value;
    return std::clamp(normal.mean, range.low, range.high);
}

double draw(ChoiceDistribution const& choice, Stream& stream) {
    double u = stream.uniform();
    for (std::size_t k = 0; k + 1 < choice.values.size(); ++k) {
        if (u < choice.weights[k]) return choice.values[k];
        u -= choice.weights[k];
    }
    return choice.values.back();
}

std::string shortest(double value) {
    std::array<char, 32> text;
    auto const end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    return {text.data(), end};
}

}  // namespace

double sample(Distribution const& distribution, Range range, Stream& stream) {
    double const value = std::visit(Overloaded{
                                        [](double fixed) { return fixed; },
                                        [&](UniformDistribution const& d) { return d.low + (d.high - d.low) * stream.uniform(); },
                                        [&](NormalDistribution const& d) { return draw(d, range, stream); },
                                        [&](TriangularDistribution const& d) { return stream.triangular(d.low, d.mode, d.high); },
                                        [&](BetaDistribution const& d) {
                                            double const total = d.mean * (1 - d.mean) / (d.sd * d.sd) - 1;
                                            return stream.beta(d.mean * total, (1 - d.mean) * total);
                                        },
                                        [&](ChoiceDistribution const& d) { return draw(d, stream); },
                                    },
                                    distribution);
    return std::clamp(value, range.low, range.high);
}

std::string to_string(Distribution const& distribution) {
    return std::visit(
        Overloaded{
            [](double fixed) { return shortest(fixed); },
            [](UniformDistribution const& d) { return "uniform " + shortest(d.low) + " to " + shortest(d.high); },
            [](NormalDistribution const& d) { return "normal, mean " + shortest(d.mean) + ", sd " + shortest(d.sd); },
            [](TriangularDistribution const& d) {
                return "triangular " + shortest(d.low) + " to " + shortest(d.high) + ", mode " + shortest(d.mode);
            },
            [](BetaDistribution const& d) { return "beta, mean " + shortest(d.mean) + ", sd " + shortest(d.sd); },
            [](ChoiceDistribution const& d) {
                std::string text = "one of";
                for (std::size_t k = 0; k < d.values.size(); ++k)
                    text += (k ? ", " : " ") + shortest(d.values[k]) + " (" + shortest(d.weights[k]) + ")";
                return text;
            },
        },
        distribution);
}

}  // namespace micropol
