#include "study/calibrate/calibrated.h"

#include "model/given_numbers.h"
#include "study/sweep/sweep_points.h"

namespace micropol {

double believed_at(Factor const& number, double place) { return double(float(coordinate_at(number, place))); }

double Calibrated::value(std::size_t particle, std::size_t number) const {
    return believed_at(numbers[number], posterior.where[particle * numbers.size() + number]);
}

GivenNumbers given_by(Calibrated const& calibrated, std::uint64_t seed) {
    std::vector<std::size_t> of_model;
    std::vector<std::string> paths;
    for (std::size_t k = 0; k < calibrated.numbers.size(); ++k)
        if (!calibrated.numbers[k].path.starts_with(measurement_prefix))
            of_model.push_back(k), paths.push_back(calibrated.numbers[k].path);
    std::vector<double> values;
    std::size_t const rows = calibrated.posterior.count();
    values.reserve(rows * paths.size());
    for (std::size_t row = 0; row < rows; ++row)
        for (std::size_t const number : of_model) values.push_back(calibrated.value(row, number));
    Stream stream(seed, 0, purpose("posterior"));
    return {std::move(paths), std::move(values), stream.below(std::uint32_t(rows))};
}

}  // namespace micropol
