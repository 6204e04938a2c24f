#include "study/weekly_table.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "study/ends_of_unit.h"

namespace micropol {

void WeeklyTable::add(std::size_t variant, BlockResult const& result) {
    Moments moments;
    for (Worlds const& week : result.weekly) {
        double sum = 0, squares = 0;
        for (int history = 0; history < histories_per_block; ++history) sum += double(week[history]);
        for (int history = 0; history < histories_per_block; ++history) {
            double const off = double(week[history]) - sum / histories_per_block;
            squares += off * off;
        }
        moments.sum.push_back(float(sum)), moments.squares.push_back(float(squares));
    }
    blocks_.at(variant).insert_or_assign(result.block, std::move(moments));
}

WeeklyTable::Point WeeklyTable::at(std::size_t variant, std::size_t series, Unit unit, std::size_t blocks) const {
    auto const& all = blocks_.at(variant);
    if (blocks == 0 || all.size() < blocks) throw std::invalid_argument("a week of a block is missing");
    std::vector<double> means, single;
    double within = 0;
    for (auto const& [block, moments] : all) {
        if (means.size() == blocks) break;
        double const sum = double(moments.sum.at(series));
        means.push_back(sum / histories_per_block);
        within += double(moments.squares[series]);
        if (unit == Unit::flag)  // so many histories of sixteen
            for (int history = 0; history < histories_per_block; ++history)
                single.push_back(std::clamp(sum - double(history), 0.0, 1.0));
    }
    Point point{.mean = unit == Unit::flag ? estimate_share(single) : estimate_of_blocks(means, ends_of(unit))};
    double squares = within;
    for (double const mean : means) squares += histories_per_block * (mean - point.mean.mean) * (mean - point.mean.mean);
    point.spread = std::sqrt(squares / double(blocks * std::size_t(histories_per_block)));
    return point;
}

}  // namespace micropol
