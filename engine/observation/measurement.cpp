#include "observation/measurement.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/scalar_math.h"
#include "model/given_numbers.h"

namespace micropol {

// clang-format off
constexpr MemberSpec<MeasurementNumbers> MeasurementNumbers::parameters[5] = {
    {{.name = "log_in_rate", .unit = Unit::share, .default_value = 0.8, .range = {0.01, 1},
      .description = "share of those who use the tool, for substance or for show, that log in in a week", .source = assumed, .plausible = Range{0.6, 0.95}},
     &MeasurementNumbers::log_in_rate},
    {{.name = "log_in_clumping", .unit = Unit::correlation, .default_value = 0.02, .range = {0, 0.9},
      .description = "how far the log-ins of one department in one week go together: holidays, fairs, deadlines", .source = assumed, .plausible = Range{0.005, 0.08}},
     &MeasurementNumbers::log_in_clumping},
    {{.name = "response_bias", .unit = Unit::log_odds, .default_value = 1, .range = {-5, 5},
      .description = "by how much those who voice full support are likelier to answer a survey than those who are neutral", .source = "rogelberg_2000", .plausible = Range{0, 2}},
     &MeasurementNumbers::response_bias},
    {{.name = "shading", .unit = Unit::share, .default_value = 0.1, .range = {0, 1},
      .description = "how far answers to a survey are shifted towards what looks good, as a share of the way there", .source = "greulich_2024", .plausible = Range{0, 0.3}},
     &MeasurementNumbers::shading},
    {{.name = "answer_noise", .unit = Unit::one, .default_value = 0.12, .range = {0.001, 1},
      .description = "spread of answers of people who see a matter alike: scale of a logistic error, against the length of the scale", .source = assumed, .plausible = Range{0.06, 0.24}},
     &MeasurementNumbers::answer_noise},
};
// clang-format on

std::span<ParameterSpec const> measurement_specs() {
    static constexpr auto specs = specs_of<MeasurementNumbers>;
    return specs;
}

// The middle one of the trials in order of their luck is a beta variable: each draw halves what is left (A. Relles 1972).
std::uint32_t binomial(std::uint32_t trials, double p, Stream& stream) {
    constexpr std::uint32_t few = 16;
    std::uint32_t successes = 0;
    while (trials > few && p > 0 && p < 1) {
        std::uint32_t const middle = trials / 2 + 1;
        double const luck = stream.beta(middle, trials - middle + 1);
        if (luck <= p)
            successes += middle, trials -= middle, p = luck < 1 ? (p - luck) / (1 - luck) : 0;
        else
            trials = middle - 1, p /= luck;
    }
    if (p >= 1) return successes + trials;
    for (std::uint32_t k = 0; p > 0 && k < trials; ++k) successes += stream.uniform() < p;
    return successes;
}

std::uint32_t log_ins(std::uint32_t users, MeasurementNumbers const& numbers, Stream& stream) {
    auto const rate = double(numbers.log_in_rate), clumping = double(numbers.log_in_clumping);
    if (users == 0) return 0;
    if (clumping <= 0 || rate <= 0 || rate >= 1) return binomial(users, rate, stream);
    double const weight = 1 / clumping - 1;
    return binomial(users, stream.beta(rate * weight, (1 - rate) * weight), stream);
}

// P. S. Efraimidis, P. G. Spirakis (2006), Weighted random sampling with a reservoir, Information Processing Letters 97: the
// smallest of exponential waiting times.
std::vector<std::uint32_t> respondents(std::span<double const> voiced, std::size_t answers, MeasurementNumbers const& numbers,
                                       Stream& stream) {
    std::vector<std::pair<double, std::uint32_t>> waits;
    waits.reserve(voiced.size());
    for (std::uint32_t i = 0; i < voiced.size(); ++i)
        waits.emplace_back(-log_of(1 - stream.uniform()) * exp_of(-double(numbers.response_bias) * voiced[i]), i);
    if (answers < waits.size()) {
        std::ranges::nth_element(waits, waits.begin() + std::ptrdiff_t(answers));
        waits.resize(answers);
    }
    std::vector<std::uint32_t> chosen;
    for (auto const& [wait, i] : waits) chosen.push_back(i);
    std::ranges::sort(chosen);
    return chosen;
}

int answer(double value, SurveyItem const& item, int steps, MeasurementNumbers const& numbers, Stream& stream) {
    double const shaded = value + double(numbers.shading) * (item.desired - value);
    double const u = std::clamp(stream.uniform(), 0x1p-53, 1 - 0x1p-53);
    double const felt = shaded + double(numbers.answer_noise) * (log_of(u) - log_of(1 - u));
    return std::clamp(int(std::floor(std::clamp(felt, -1.0, 2.0) * steps)), 0, steps - 1);
}

Answers answers(std::span<double const> values, SurveyItem const& item, int steps, MeasurementNumbers const& numbers,
                Stream& stream) {
    double sum = 0, squares = 0;
    for (double const value : values) {
        double const place = double(answer(value, item, steps, numbers, stream)) / double(steps - 1);
        sum += place, squares += place * place;
    }
    double const mean = sum / double(values.size());
    return {mean, std::sqrt(std::max(0.0, squares / double(values.size()) - mean * mean))};
}

double place_in(double value, Range range) { return std::clamp((value - range.low) / (range.high - range.low), 0.0, 1.0); }

namespace {

// The normal below which the share u lies, by P. J. Acklam's rational functions: error below 2e-9.
double normal_quantile(double u) {
    constexpr double a[] = {-39.69683028665376, 220.9460984245205,  -275.9285104469687,
                            138.3577518672690,  -30.66479806614716, 2.506628277459239};
    constexpr double b[] = {-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572};
    constexpr double c[] = {-0.007784894002430293, -0.3223964580411365, -2.400758277161838,
                            -2.549732539343734,    4.374664141464968,   2.938163982698783};
    constexpr double d[] = {0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416};
    constexpr double tail = 0.02425;
    if (u > 0.5) return -normal_quantile(1 - u);
    if (u < tail) {
        double const q = std::sqrt(-2 * log_of(u));
        return (((((c[0] * q + c[1]) * q + c[2]) * q + c[3]) * q + c[4]) * q + c[5]) /
               ((((d[0] * q + d[1]) * q + d[2]) * q + d[3]) * q + 1);
    }
    double const q = u - 0.5, r = q * q;
    return (((((a[0] * r + a[1]) * r + a[2]) * r + a[3]) * r + a[4]) * r + a[5]) * q /
           (((((b[0] * r + b[1]) * r + b[2]) * r + b[3]) * r + b[4]) * r + 1);
}

}  // namespace

std::vector<double> crowd(double mean, double sd, std::size_t people, Range range) {
    std::vector<double> values;
    for (std::size_t i = 0; i < people; ++i)
        values.push_back(std::clamp(mean + sd * normal_quantile((double(i) + 0.5) / double(people)), range.low, range.high));
    return values;
}

Answers survey_of(Crowd const& of, SurveyItem const& item, std::size_t wanted, int steps, MeasurementNumbers const& numbers,
                  Stream& stream) {
    Range const range = spec_of(item.column).range;
    bool const is_voiced = item.column == Column::voiced_attitude;
    std::vector<double> values = crowd(of.item_mean, of.item_sd, of.people, range);
    std::vector<double> voiced = is_voiced
                                     ? values
                                     : crowd(of.voiced_mean, of.voiced_sd, of.people, spec_of(Column::voiced_attitude).range);
    // Of an item other than attitude nothing is known of who thinks what: anybody with any attitude.
    for (std::size_t i = values.size(); !is_voiced && i > 1; --i)
        std::swap(values[i - 1], values[stream.below(std::uint32_t(i))]);
    std::vector<double> told;
    for (std::uint32_t const i : respondents(voiced, wanted, numbers, stream)) told.push_back(place_in(values[i], range));
    return answers(told, item, steps, numbers, stream);
}

}  // namespace micropol
