#include "study/calibrate/calibrated.h"

#include <numeric>

#include "model/given_numbers.h"
#include "study/sweep/sweep_points.h"

namespace micropol {

double believed_at(Factor const& number, double place) { return double(float(coordinate_at(number, place))); }

bool Calibrated::is_held_out(EvidenceCell const& cell) const {
    return (hold_out_from && cell.week >= *hold_out_from) || (hold_out_wave && wave_of(cell) == *hold_out_wave);
}

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
    // Particles that are alike stand side by side: few blocks shall have the whole posterior, too.
    std::vector<std::size_t> order(rows);
    std::iota(order.begin(), order.end(), std::size_t{0});
    Stream stream(seed, 0, purpose("posterior"));
    for (std::size_t row = rows; row > 1; --row) std::swap(order[row - 1], order[stream.below(std::uint32_t(row))]);
    for (std::size_t const row : order)
        for (std::size_t const number : of_model) values.push_back(calibrated.value(row, number));
    return {std::move(paths), std::move(values)};
}

}  // namespace micropol
