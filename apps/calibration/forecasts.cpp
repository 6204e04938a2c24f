// What a calibrated model foretells of the weeks to come, beside what simple curves do.

#include <algorithm>
#include <atomic>
#include <iostream>
#include <limits>

#include "calibration/experiment.h"
#include "simulation/simulate.h"
#include "statistics/forecast_score.h"
#include "statistics/growth_curve.h"
#include "study/calibrate/calibrated.h"

namespace micropol::calibration {

namespace {

constexpr int split = 13;
constexpr std::size_t members = 500;

enum Forecaster : std::uint8_t { posterior, prior, last_week, logistic, bass, forecasters };
constexpr char const* forecaster_names[] = {"posterior", "prior", "as last week", "logistic curve", "Bass curve"};

enum class Kind : std::uint8_t { moving, stopped, saturated };

struct Scored {
    Kind kind = Kind::moving;
    double score[forecasters] = {};  // mean CRPS over weeks and departments
    double covered = 0;              // share in the central 80 % of the posterior
};

std::vector<double> of_posterior(Posterior const& of, std::size_t cell) {
    std::vector<double> ensemble;
    for (std::size_t k = cell; k < of.produced.size(); k += of.cells) ensemble.push_back(double(of.produced[k]));
    return ensemble;
}
std::vector<double> of_prior(SimulatedSettings const& table, std::size_t cell) {
    std::vector<double> ensemble;
    for (std::size_t k = 0; k < members; ++k)
        ensemble.push_back(double(table.values_of(k * table.count() / members, k % SimulatedSettings::histories)[cell]));
    return ensemble;
}

Kind kind_of(Ground const& ground, std::span<float const> values, std::span<double const> truth) {
    if (values[ground.companies.stopped()] > 0) return Kind::stopped;
    auto const& numbers = ground.companies.numbers();
    auto const rate = std::size_t(std::ranges::find(numbers, "measurement.log_in_rate", &Factor::path) - numbers.begin());
    double mean = 0;
    for (int week = split - 3; week < split; ++week)
        for (std::size_t group = 0; group < departments; ++group)
            mean += double(values[ground.companies.log_ins(week, group)]) / double(3 * departments);
    constexpr double nearly_all = 0.9;
    return mean >= nearly_all * believed_at(numbers[rate], truth[rate]) ? Kind::saturated : Kind::moving;
}

Scored score(Ground const& ground, Calibration const& calibration, std::vector<bool> const& seen, std::size_t k) {
    auto const values = ground.held_out.values_of(k, 0);
    Scored scored{.kind = kind_of(ground, values, ground.held_out.where_of(k))};
    Posterior const after = calibration.from_table(observed_in(values, seen));
    constexpr auto ahead = std::size_t(weeks - split);
    double const share = 1 / double(ahead * departments);
    for (std::size_t group = 0; group < departments; ++group) {
        std::vector<double> series;
        series.reserve(std::size_t(split));
        for (int week = 0; week < split; ++week) series.push_back(double(values[ground.companies.log_ins(week, group)]));
        std::vector<std::vector<double>> curves;
        for (Baseline const baseline : baselines) curves.push_back(continuations(baseline, series, ahead, 1, members, k));
        for (std::size_t week = 0; week < ahead; ++week) {
            std::size_t const cell = ground.companies.log_ins(split + int(week), group);
            double const happened = double(values[cell]);
            std::vector<double> const foretold = of_posterior(after, cell);
            scored.score[posterior] += share * crps(foretold, happened);
            scored.covered += covered(foretold, happened, 0.8) ? share : 0;
            scored.score[prior] += share * crps(of_prior(ground.table, cell), happened);
            for (std::size_t curve = 0; curve < curves.size(); ++curve) {
                std::vector<double> ensemble;
                for (std::size_t member = 0; member < members; ++member) ensemble.push_back(curves[curve][member * ahead + week]);
                scored.score[last_week + curve] += share * crps(ensemble, happened);
            }
        }
    }
    return scored;
}

}  // namespace

void judge_forecasts(Ground const& ground, Print const& print) {
    std::vector<bool> const seen = ground.companies.seen_before(split);
    CalibrationPlan plan;
    plan.particles = members;
    plan.in_parallel = [&](std::size_t tasks, auto const& task) { in_parallel(ground.scale.threads, tasks, task); };
    Calibration const calibration(ground.table, seen, plan);
    std::vector<Scored> all(std::min(ground.scale.forecast, ground.held_out.count()));
    std::atomic<std::size_t> done = 0;
    in_parallel(ground.scale.threads, all.size(), [&](std::size_t k) {
        all[k] = score(ground, calibration, seen, k);
        if (++done % 10 == 0) std::cerr << "\rforecasts: " << done << " of " << all.size() << std::flush;
    });
    std::cerr << '\n';
    for (auto const& [kind, name] : {std::pair{Kind::moving, "neither stopped nor saturated"},
                                     std::pair{Kind::stopped, "stopped"}, std::pair{Kind::saturated, "saturated"}}) {
        std::vector<double> scores[forecasters];
        double covered = 0;
        for (Scored const& one : all) {
            if (one.kind != kind) continue;
            for (std::size_t f = 0; f < forecasters; ++f) scores[f].push_back(one.score[f]);
            covered += one.covered;
        }
        std::size_t const count = scores[posterior].size();
        if (count < 2) continue;
        std::string const who = std::to_string(count) + " companies " + name + " in week " + std::to_string(split);
        print({"forecast", who + ": of weeks 13 to 25 in the central 80 %", "reported", percent(covered / double(count))});
        for (std::size_t f = prior; f < forecasters; ++f) {
            Estimate const better = skill(scores[posterior], scores[f]);
            print({"forecast", who + ": CRPS less than that of " + forecaster_names[f],
                   kind == Kind::moving ? "interval above 0" : "reported",
                   percent(better.mean) + " (" + percent(better.low) + " to " + percent(better.high) + ")",
                   kind != Kind::moving ? Row::Verdict::reported
                   : better.low > 0     ? Row::Verdict::holds
                                        : Row::Verdict::fails});
        }
    }
}

}  // namespace micropol::calibration
