#include "study/decide/surveys.h"

#include <algorithm>
#include <cmath>

#include "base/plausible.h"
#include "observation/measurement.h"
#include "state/column.h"

namespace micropol {

// clang-format off
constexpr MemberSpec<InstrumentNumbers> InstrumentNumbers::parameters[6] = {
    {{.name = "interview_cost", .unit = Unit::money, .default_value = 0.5, .range = {0, 1000},
      .description = "what one interview costs, working time and reading included", .source = assumed, .plausible = Range{0.2, 1}}, &InstrumentNumbers::interview_cost},
    {{.name = "pulse_cost", .unit = Unit::money, .default_value = 3, .range = {0, 1000},
      .description = "what a pulse survey costs, however many are asked", .source = assumed, .plausible = Range{1, 8}}, &InstrumentNumbers::pulse_cost},
    {{.name = "pulse_cost_per_head", .unit = Unit::money, .default_value = 0.01, .range = {0, 10},
      .description = "working time of each person who answers a pulse survey", .source = assumed, .plausible = Range{0.005, 0.02}}, &InstrumentNumbers::pulse_cost_per_head},
    {{.name = "pulse_answers", .unit = Unit::share, .default_value = 0.5, .range = {0, 1},
      .description = "share of those asked who answer a pulse survey", .source = assumed, .plausible = Range{0.3, 0.7}}, &InstrumentNumbers::pulse_answers},
    {{.name = "log_in_cost", .unit = Unit::money, .default_value = 5, .range = {0, 1000},
      .description = "what it costs to read the log-ins of eight weeks, department by department", .source = assumed, .plausible = Range{2, 15}}, &InstrumentNumbers::log_in_cost},
    {{.name = "item_spread", .unit = Unit::share, .default_value = 0.2, .range = {0, 1},
      .description = "how far people differ in what a survey asks besides attitude: standard deviation, against the length of the scale", .source = assumed, .plausible = Range{0.1, 0.3}}, &InstrumentNumbers::item_spread},
};
// clang-format on

std::span<ParameterSpec const> instrument_specs() {
    static constexpr auto specs = specs_of<InstrumentNumbers>;
    return specs;
}

namespace {

constexpr std::size_t interviews = 20;
constexpr int steps = 5, weeks_of_log_ins = 8;

// Of each block its own, by what is plausible.
template <class Numbers>
Numbers drawn_numbers(Stream& stream) {
    Numbers numbers;
    for (auto const& row : Numbers::parameters)
        numbers.*row.member = float(sample(plausible_distribution(row.parameter), row.parameter.range, stream));
    return numbers;
}

class Instruments {
  public:
    Instruments(SeenWeeks const& seen, std::uint64_t seed, std::size_t headcount)
        : seen_(seen), seed_(seed), headcount_(headcount), blocks_(seen.voiced_spread.size()) {
        for (std::size_t block = 0; block < blocks_; ++block) {
            Stream stream(seed_, std::uint32_t(block), purpose("decide: numbers of instruments"));
            measurement_.push_back(drawn_numbers<MeasurementNumbers>(stream));
            own_.push_back(drawn_numbers<InstrumentNumbers>(stream));
        }
    }

    // [summary][block] the mean answer to each item. All who are interviewed answer, whatever they think.
    [[nodiscard]] std::vector<Sample> answers(bool as_interviews) const {
        std::vector<Sample> summaries;
        if (!recorded(seen_.voiced_spread)) return summaries;  // nobody knows who answers
        for (std::size_t item = 0; item < survey_items().size(); ++item) {
            if (!recorded(seen_.item_mean[item])) continue;
            Sample& summary = summaries.emplace_back();
            for (std::size_t block = 0; block < blocks_; ++block) summary.push_back(answer(item, block, as_interviews));
        }
        return summaries;
    }

    // [summary][block] of each department the share that logged in over the weeks, and of all how it grew.
    [[nodiscard]] std::vector<Sample> log_in_shares() const {
        std::vector<Sample> summaries(seen_.departments + 1, Sample(blocks_));
        for (std::size_t block = 0; block < blocks_; ++block) {
            Stream stream(seed_, std::uint32_t(block), purpose("decide: log-ins"));
            std::vector<double> of_department(seen_.departments, 0.0);
            double first = 0, last = 0, everybody = 0;
            for (int week = 0; week < weeks_of_log_ins; ++week)
                for (std::size_t k = 0; k < seen_.departments; ++k) {
                    std::size_t const at = std::size_t(week) * seen_.departments + k;
                    double const people = double(seen_.people[block].at(at)), users = double(seen_.users[block].at(at));
                    if (!(people > 0) || !std::isfinite(users)) continue;
                    auto const logged_in = double(
                        log_ins(std::uint32_t(std::floor(users * people + 0.5)), measurement_[block], stream));
                    of_department[k] += logged_in / people / weeks_of_log_ins;
                    if (week == 0) everybody += people;
                    if (week < weeks_of_log_ins / 2)
                        first += logged_in;
                    else
                        last += logged_in;
                }
            for (std::size_t k = 0; k < seen_.departments; ++k) summaries[k][block] = of_department[k];
            summaries.back()[block] = everybody > 0 ? (last - first) / everybody : 0;
        }
        return summaries;
    }

    [[nodiscard]] bool has_log_ins() const {
        return seen_.departments > 0 && seen_.users.size() == blocks_ && std::ranges::all_of(seen_.users, [&](auto const& one) {
                   return one.size() >= std::size_t(weeks_of_log_ins) * seen_.departments;
               });
    }

    [[nodiscard]] double mean_cost(std::string_view key) const {
        double sum = 0;
        for (InstrumentNumbers const& one : own_) {
            if (key == "interviews") sum += double(interviews) * double(one.interview_cost);
            if (key == "pulse")
                sum += double(one.pulse_cost) + double(one.pulse_answers) * double(headcount_) * double(one.pulse_cost_per_head);
            if (key == "log_ins") sum += double(one.log_in_cost);
        }
        return sum / double(own_.size());
    }

  private:
    static bool recorded(Sample const& means) {
        return !means.empty() && std::ranges::all_of(means, [](double one) { return std::isfinite(one); });
    }

    [[nodiscard]] double answer(std::size_t item, std::size_t block, bool as_interview) const {
        SurveyItem const& asked = survey_items()[item];
        Range const range = spec_of(asked.column).range, voiced = spec_of(Column::voiced_attitude).range;
        MeasurementNumbers numbers = measurement_[block];
        if (as_interview) numbers.response_bias = 0;
        bool const is_attitude = asked.column == Column::voiced_attitude;
        Crowd const crowd{
            .people = headcount_,
            .item_mean = seen_.item_mean[item][block],
            .item_sd = is_attitude ? seen_.voiced_spread[block] : double(own_[block].item_spread) * (range.high - range.low),
            .voiced_mean = is_attitude ? seen_.item_mean[item][block] : (voiced.low + voiced.high) / 2,
            .voiced_sd = seen_.voiced_spread[block]};
        std::size_t const wanted = as_interview ? std::min(interviews, headcount_)
                                                : std::max<std::size_t>(
                                                      1, std::size_t(double(own_[block].pulse_answers) * double(headcount_)));
        Stream stream(seed_, std::uint32_t(block),
                      purpose((as_interview ? "decide: interview about " : "decide: pulse about ") + std::string(asked.key)));
        return survey_of(crowd, asked, wanted, steps, numbers, stream).mean;
    }

    SeenWeeks const& seen_;
    std::uint64_t seed_;
    std::size_t headcount_, blocks_;
    std::vector<MeasurementNumbers> measurement_;  // [block]
    std::vector<InstrumentNumbers> own_;           // [block]
};

}  // namespace

std::vector<Survey> surveys_worth(SeenWeeks const& seen, std::uint64_t seed, std::size_t headcount,
                                  std::span<Sample const> benefits) {
    Instruments const instruments(seen, seed, headcount);
    std::vector<Survey> surveys;
    for (std::string_view const key : survey_keys) {
        if (key == "log_ins" && !instruments.has_log_ins()) continue;
        std::vector<Sample> const summaries = key == "log_ins" ? instruments.log_in_shares()
                                                               : instruments.answers(key == "interviews");
        if (summaries.empty()) continue;
        surveys.push_back({.key = key, .worth = value_of_knowing(benefits, summaries), .cost_mean = instruments.mean_cost(key)});
    }
    return surveys;
}

}  // namespace micropol
