#pragma once
// How what is true becomes what a company sees of it: who of the users logs in in a week, who answers a survey and with what. Part
// of the model, so that what evidence says of private views stays as uncertain as it is. Everything is drawn from the stream that is
// handed in; numbers as they are in results, none of the state.

#include <cstdint>
#include <span>
#include <vector>

#include "base/parameter.h"
#include "observation/evidence.h"

namespace micropol {

// Unknown too: drawn with the other numbers, under "measurement.".
struct MeasurementNumbers {
    float log_in_rate = 0.8f, log_in_clumping = 0.02f, response_bias = 1, shading = 0.1f, answer_noise = 0.12f;

    static MemberSpec<MeasurementNumbers> const parameters[5];
};
[[nodiscard]] std::span<ParameterSpec const> measurement_specs();  // in the order of MeasurementNumbers::parameters

// So many of `trials` that succeed with this probability; few draws even of many. p outside of 0 to 1 is the nearer of these.
[[nodiscard]] std::uint32_t binomial(std::uint32_t trials, double p, Stream& stream);

// How many of so many users log in in one week: each at the rate, with a mean and a clumping that all users of a department share.
[[nodiscard]] std::uint32_t log_ins(std::uint32_t users, MeasurementNumbers const& numbers, Stream& stream);

// Which of them answer, as positions; voiced: [person] attitude, -1 to 1. All, where as many answers are wanted. Without
// replacement, each time with weight exp(response_bias * voiced).
[[nodiscard]] std::vector<std::uint32_t> respondents(std::span<double const> voiced, std::size_t answers,
                                                     MeasurementNumbers const& numbers, Stream& stream);

// The answer of a person, 0 … steps - 1. value: of the item's column, 0 its low and 1 its high end. It is shaded towards what is
// desired, and falls between cut points that are as far from one another, with a logistic error.
[[nodiscard]] int answer(double value, SurveyItem const& item, int steps, MeasurementNumbers const& numbers, Stream& stream);

// Mean and standard deviation of the answers of these people, 0 the lowest and 1 the highest answer.
struct Answers {
    double mean = 0, spread = 0;
};
[[nodiscard]] Answers answers(std::span<double const> values, SurveyItem const& item, int steps,
                              MeasurementNumbers const& numbers, Stream& stream);

// Of a column: where a value lies between its ends.
[[nodiscard]] double place_in(double value, Range range);

// People of whom no more is known than their mean and standard deviation: evenly over a normal distribution, cut off at the range.
[[nodiscard]] std::vector<double> crowd(double mean, double sd, std::size_t people, Range range);

// A survey of a crowd: the mean answer, 0 to 1, of so many of `people`. item_mean and item_sd in the unit of the item's column,
// voiced as an attitude; with_voiced: correlation of both among people.
struct Crowd {
    std::size_t people = 0;
    double item_mean = 0, item_sd = 0;
    double voiced_mean = 0, voiced_sd = 0;
};
[[nodiscard]] Answers survey_of(Crowd const& crowd, SurveyItem const& item, std::size_t answers, int steps,
                                MeasurementNumbers const& numbers, Stream& stream);

}  // namespace micropol
