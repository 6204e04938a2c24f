// Series of adoption that others have gathered, tried as the log-ins of a made organisation: a model of politics has no business with
// them, and what comes of it is printed whatever it is.

#include <cmath>
#include <fstream>
#include <limits>
#include <map>
#include <sstream>
#include <stdexcept>

#include "calibration/experiment.h"
#include "simulation/simulate.h"
#include "statistics/forecast_score.h"
#include "statistics/growth_curve.h"
#include "study/calibrate/evidence_patterns.h"

namespace micropol::calibration {

namespace {

constexpr std::size_t members = 1'000;

// Rows of a file of values without quotes, by the names of its first line.
std::vector<std::map<std::string, std::string>> rows_of(std::filesystem::path const& file) {
    std::ifstream text(file);
    if (!text) throw std::runtime_error("cannot read " + file.string());
    std::vector<std::string> names;
    std::vector<std::map<std::string, std::string>> rows;
    for (std::string line; std::getline(text, line);) {
        if (line.ends_with('\r')) line.pop_back();
        std::istringstream cells(line);
        std::vector<std::string> values;
        for (std::string cell; std::getline(cells, cell, ',');) values.push_back(cell);
        if (names.empty()) {
            names = values;
            continue;
        }
        auto& row = rows.emplace_back();
        for (std::size_t k = 0; k < std::min(names.size(), values.size()); ++k) row[names[k]] = values[k];
    }
    return rows;
}

// [series][year] cumulative share of all who ever adopt, as that number was estimated from the whole series.
std::map<std::string, std::vector<double>> series_in(std::filesystem::path const& folder) {
    std::map<std::string, double> all;
    for (auto const& row : rows_of(folder / "parameters.csv")) all[row.at("series")] = std::stod(row.at("m"));
    std::map<std::string, std::vector<double>> series;
    for (auto const& row : rows_of(folder / "adoptions.csv")) {
        auto const known = all.find(row.at("series"));
        if (known == all.end()) continue;
        auto& one = series[known->first];
        one.push_back((one.empty() ? 0 : one.back()) + std::stod(row.at("adoptions")) / known->second);
    }
    return series;
}

}  // namespace

void forecast_adoption(Ground const& ground, Print const& print) {
    for (auto const& [name, years] : series_in(ground.scale.adoption)) {
        std::size_t const weeks_a_year = std::max<std::size_t>(1, std::size_t(weeks) / years.size());
        std::size_t const taught = years.size() / 2, ahead = years.size() - taught;
        if (taught < 3 || years.size() > std::size_t(weeks)) continue;
        auto const cell_of = [&](std::size_t year) {
            return ground.companies.log_ins(int((year + 1) * weeks_a_year) - 1, departments);
        };
        std::vector<bool> seen(ground.companies.cells(), false);
        std::vector<double> observed(seen.size(), std::numeric_limits<double>::quiet_NaN());
        for (std::size_t year = 0; year < taught; ++year) seen[cell_of(year)] = true, observed[cell_of(year)] = years[year];
        CalibrationPlan plan;
        plan.particles = members;
        plan.patterns = evidence_patterns(ground.companies.evidence(), seen);
        plan.in_parallel = [&](std::size_t tasks, auto const& task) { in_parallel(ground.scale.threads, tasks, task); };
        Posterior const posterior = Calibration(ground.table, seen, plan).from_table(observed);
        double score = 0, of_curve[std::size(baselines)] = {};
        std::vector<double> const before(years.begin(), years.begin() + std::ptrdiff_t(taught));
        for (std::size_t year = taught; year < years.size(); ++year) {
            std::vector<double> ensemble;
            for (std::size_t k = cell_of(year); k < posterior.produced.size(); k += posterior.cells)
                ensemble.push_back(double(posterior.produced[k]));
            score += crps(ensemble, years[year]) / double(ahead);
        }
        std::string text = "posterior " + number(score);
        for (std::size_t b = 0; b < std::size(baselines); ++b) {
            std::vector<double> const paths = continuations(baselines[b], before, ahead, 1, members, 1);
            for (std::size_t year = 0; year < ahead; ++year) {
                std::vector<double> ensemble;
                for (std::size_t member = 0; member < members; ++member) ensemble.push_back(paths[member * ahead + year]);
                of_curve[b] += crps(ensemble, years[taught + year]) / double(ahead);
            }
            text += ", " + std::string(name_of(baselines[b])) + ' ' + number(of_curve[b]);
        }
        print({"adoption",
               name + ": mean CRPS of the last " + std::to_string(ahead) + " of " + std::to_string(years.size()) + " years" +
                   (posterior.misfit.flagged ? "; does not fit the model" : ""),
               "reported", text});
    }
}

}  // namespace micropol::calibration
