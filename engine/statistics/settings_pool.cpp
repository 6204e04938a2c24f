#include "statistics/settings_pool.h"

#include <algorithm>
#include <stdexcept>

#include "statistics/normal_score.h"

namespace micropol {

SettingsPool::SettingsPool(SimulatedSettings const& table) : numbers_(table.numbers), cells_(table.cells) {
    if (numbers_ == 0 || cells_ == 0) throw std::invalid_argument("settings have a number and a cell at least");
    append(table);
}

void SettingsPool::add(SimulatedSettings wave) {
    if (wave.numbers != numbers_ || wave.cells != cells_)
        throw std::invalid_argument("a wave has the numbers and cells of the table");
    waves_.push_back(std::move(wave));
    append(waves_.back());
}

void SettingsPool::append(SimulatedSettings const& part) {
    if (part.where.size() % numbers_ != 0 || part.values.size() != part.count() * histories * cells_)
        throw std::invalid_argument("every setting has a place of each number, and a value of each cell in each history");
    first_of_.push_back(count());
    parts_.push_back(&part);
    constexpr double least = 1e-9;
    for (double const place : part.where) {
        if (!(place >= 0 && place <= 1)) throw std::invalid_argument("places in a prior lie from 0 to 1");
        scores_.push_back(normal_score(std::clamp(place, least, 1 - least)));
    }
}

std::span<float const> SettingsPool::values_of(std::size_t setting, std::size_t history) const {
    auto const part = std::size_t(std::ranges::upper_bound(first_of_, setting) - first_of_.begin()) - 1;
    return parts_[part]->values_of(setting - first_of_[part], history);
}

}  // namespace micropol
