#include "results/picture.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace micropol {

namespace {

std::size_t place_of(double value, Axis const& axis) {
    if (!(axis.right > axis.left)) return std::size_t(axis.columns - 1);
    double const share = std::clamp((value - axis.left) / (axis.right - axis.left), 0.0, 1.0);
    return std::size_t(std::lround(share * (axis.columns - 1)));
}

}  // namespace

std::string drawn(Estimate const& estimate, Axis const& axis) {
    std::vector<std::string> cells(std::size_t(axis.columns), " ");
    if (axis.left <= 0 && axis.right >= 0) cells[place_of(0, axis)] = "┊";
    if (std::isfinite(estimate.low) && std::isfinite(estimate.high)) {
        std::size_t const low = place_of(estimate.low, axis), high = place_of(estimate.high, axis);
        for (std::size_t k = low; k <= high; ++k) cells[k] = k == low ? "├" : k == high ? "┤" : "─";
    }
    cells[place_of(estimate.mean, axis)] = "●";
    std::string text;
    for (std::string const& cell : cells) text += cell;
    return text;
}

std::vector<std::string> scattered(std::span<Dot const> dots, Axis const& across, Axis const& up) {
    std::vector<std::string> lines(std::size_t(up.columns), std::string(std::size_t(across.columns), ' '));
    for (Dot const& dot : dots) lines[lines.size() - 1 - place_of(dot.up, up)][place_of(dot.across, across)] = dot.mark;
    std::string below = "└";
    for (int k = 0; k < across.columns; ++k) below += "─";
    for (std::string& line : lines) line = "│" + line;
    lines.push_back(below);
    return lines;
}

std::string sparkline(std::span<double const> values, double low, double high) {
    constexpr std::string_view blocks[] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
    std::string text;
    for (double const value : values) {
        double const share = high > low ? std::clamp((value - low) / (high - low), 0.0, 1.0) : 0.5;
        text += std::isfinite(value) ? blocks[std::size_t(std::lround(share * 7))] : " ";
    }
    return text;
}

}  // namespace micropol
