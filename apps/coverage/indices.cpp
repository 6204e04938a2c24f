// Sobol' indices of functions that are known exactly, with and without noise from chance.

#include <cmath>
#include <numbers>

#include "coverage/synthetic.h"
#include "statistics/sensitivity.h"

namespace micropol::coverage {

namespace {

struct Function {
    std::string_view name;
    double (*value)(Point const& point);
    std::vector<double> first, total;  // [dimension] true indices
    double variance;
};

// T. Ishigami, T. Homma (1990) with a = 7, b = 0.1; indices as I. M. Sobol' and Y. L. Levitan (1999) derive them.
double ishigami(Point const& x) {
    auto const angle = [&](std::size_t i) { return std::numbers::pi * (2 * x[i] - 1); };
    double const wave = std::sin(angle(1));
    return std::sin(angle(0)) + 7 * wave * wave + 0.1 * std::pow(angle(2), 4) * std::sin(angle(0));
}

Function ishigami_function() {
    double const a = 7, b = 0.1, pi4 = std::pow(std::numbers::pi, 4);
    double const v1 = std::pow(1 + b * pi4 / 5, 2) / 2, v2 = a * a / 8, v13 = b * b * pi4 * pi4 * 8 / 225, v = v1 + v2 + v13;
    return {"Ishigami", ishigami, {v1 / v, v2 / v, 0}, {(v1 + v13) / v, v2 / v, v13 / v}, v};
}

// A. Saltelli, I. M. Sobol' (1995), the first four of their eight factors.
constexpr double g_weights[] = {0, 1, 4.5, 9};

double g(Point const& x) {
    double product = 1;
    for (std::size_t i = 0; i < x.size(); ++i) product *= (std::abs(4 * x[i] - 2) + g_weights[i]) / (1 + g_weights[i]);
    return product;
}

Function g_function() {
    Function made{"Sobol' g", g, {}, {}, 0};
    double all = 1;
    for (double const weight : g_weights) all *= 1 + 1 / (3 * (1 + weight) * (1 + weight));
    made.variance = all - 1;
    for (double const weight : g_weights) {
        double const own = 1 / (3 * (1 + weight) * (1 + weight));
        made.first.push_back(own / made.variance);
        made.total.push_back(own * all / (1 + own) / made.variance);
    }
    return made;
}

double linear(Point const& x) { return 3 * x[0] + 2 * x[1] + x[2]; }

Function linear_function() {
    std::vector<double> const shares{9.0 / 14, 4.0 / 14, 1.0 / 14};
    return {"linear", linear, shares, shares, 14.0 / 12};
}

// Noise of each block, so that the mean of a point's blocks has `noise` times the variance that the numbers make.
std::vector<double> answers(Stream& chance, Function const& function, Points const& points, std::size_t blocks, double noise) {
    double const deviation = std::sqrt(noise * function.variance * double(blocks));
    std::vector<double> values;
    for (Point const& point : points) {
        double const value = function.value(point);
        for (std::size_t b = 0; b < blocks; ++b) values.push_back(value + (noise > 0 ? deviation * chance.normal() : 0));
    }
    return values;
}

std::vector<bool> covered(SobolIndices const& found, Function const& function) {
    std::vector<bool> result;
    auto const look = [&](std::vector<Index> const& indices, std::vector<double> const& truth) {
        for (std::size_t i = 0; i < truth.size(); ++i)
            result.push_back(indices[i].low <= truth[i] && truth[i] <= indices[i].high);
    };
    look(found.first, function.first), look(found.total, function.total);
    return result;
}

struct Setting {
    std::size_t rows, blocks;
    double noise;  // variance of a point's mean by chance, in those of the function
    Expected expected = Expected::kept;
};

std::vector<Figure> figures_of(Function const& function, Expected expected) {
    std::vector<Figure> figures;
    for (char const* kind : {"S", "ST"})
        for (std::size_t i = 0; i < function.first.size(); ++i)
            figures.push_back({kind + std::to_string(i + 1), covers, expected});
    return figures;
}

Experiment experiment(Function const& function, Setting const& setting) {
    char text[96];
    std::snprintf(text, sizeof text, "%s, %zu rows, noise %.1f × the variance, %zu block%s", function.name.data(), setting.rows,
                  setting.noise, setting.blocks, setting.blocks > 1 ? "s" : "");
    return {"Sobol' index", text, figures_of(function, setting.expected), 2'000,
            [=](Experiment const& self, std::uint32_t study) {
                Stream chance = chance_of(self, study);
                Points const points = saltelli_design(random_points(2 * function.first.size(), setting.rows, study), false);
                auto const values = answers(chance, function, points, setting.blocks, setting.noise);
                return covered(sobol_indices(values, setting.blocks, function.first.size(), false, {.seed = study}), function);
            }};
}

// Chance taken for an effect of the numbers: every point's mean as if it were the expected result.
Experiment noise_ignored(Function const& function) {
    std::vector<Figure> const figures{{"ST1", covers, Expected::broken}};
    return {"Sobol' index", "wrong on purpose, noise taken for effects, linear, 256 rows, noise 0.5 × the variance", figures,
            2'000, [=](Experiment const& self, std::uint32_t study) {
                Stream chance = chance_of(self, study);
                Points const points = saltelli_design(random_points(2 * function.first.size(), 256, study), false);
                auto const values = answers(chance, function, points, 1, 0.5);
                Index const total = sobol_indices(values, 1, function.first.size(), false, {.seed = study}).total[0];
                return std::vector<bool>{total.low <= function.total[0] && function.total[0] <= total.high};
            }};
}

}  // namespace

std::vector<Experiment> indices() {
    std::vector<Experiment> all;
    for (Function const& function : {ishigami_function(), linear_function()}) all.push_back(experiment(function, {256, 4, 0.5}));
    all.push_back(experiment(ishigami_function(), {1024, 1, 0}));
    for (Function const& function : {ishigami_function(), g_function(), linear_function()})
        all.push_back(experiment(function, {1024, 4, 0.5}));
    all.push_back(noise_ignored(linear_function()));
    return all;
}

}  // namespace micropol::coverage
