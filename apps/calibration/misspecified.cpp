// Companies in which something works otherwise than the model believes: are they noticed?

#include <algorithm>
#include <cmath>

#include "calibration/experiment.h"
#include "calibration/known_change.h"
#include "simulation/simulate.h"
#include "statistics/estimate.h"
#include "study/calibrate/evidence_patterns.h"

namespace micropol::calibration {

namespace {

constexpr std::size_t fewest_to_decide = 5;        // companies that show the change at all
constexpr std::size_t companies_that_teach = 200;  // a test that knows the change

struct Otherwise {
    std::string name;
    std::vector<Change> changes;                                           // of the scenario
    void (*see)(MadeCompanies const&, std::span<float> values) = nullptr;  // or of what is seen of it
};

void change_log_ins(MadeCompanies const& companies, std::span<float> values, int from, int to, std::size_t group, float factor) {
    for (int week = from; week < to; ++week) {
        if (group != everybody) values[companies.log_ins(week, group)] *= factor;
        for (std::size_t k = 0; k < departments && group == everybody; ++k) values[companies.log_ins(week, k)] *= factor;
    }
}

std::vector<Otherwise> otherwise() {
    auto const off = [](char const* mechanism) {
        return Otherwise{std::string(mechanism) + " off", {SwitchOff{std::string("mechanisms.") + mechanism}}};
    };
    std::vector<Otherwise> all;
    for (char const* mechanism : {"attitude", "information", "tactics", "coalitions", "fatigue", "environment", "stakes",
                                  "climate", "governance", "status", "ties", "turnover"})
        all.push_back(off(mechanism));
    all.push_back(
        {"nobody hears of it from official sources: announcement 0", {SetNumber{"mechanisms.adoption.announcement", 0}}});
    all.push_back({"many turn away: rejection 0.5", {SetNumber{"mechanisms.adoption.rejection", 0.5}}});
    all.push_back({"steps without reasons: precision 0.5", {SetNumber{"mechanisms.adoption.precision", 0.5}}});
    all.push_back({"holidays: log-ins halved in weeks 8 and 9", {}, [](MadeCompanies const& companies, std::span<float> values) {
                       change_log_ins(companies, values, 8, 10, everybody, 0.5f);
                   }});
    all.push_back({"no log-ins of IT from week 13 on", {}, [](MadeCompanies const& companies, std::span<float> values) {
                       change_log_ins(companies, values, 13, weeks, 4, 0);
                   }});
    return all;
}

// [company] how far the change moves the cell that it moves most, in standard deviations of chance.
std::vector<double> moved_by(std::span<float const> before, std::span<float const> after, std::vector<bool> const& seen,
                             std::size_t companies) {
    constexpr std::size_t histories = SimulatedSettings::histories;
    std::vector<double> most;
    for (std::size_t k = 0; k < companies; ++k) {
        double largest = 0;
        for (std::size_t cell = 0; cell < seen.size(); ++cell) {
            if (!seen[cell]) continue;
            double mean = 0, squares = 0, difference = 0;
            for (std::size_t history = 0; history < histories; ++history) {
                std::size_t const at = (k * histories + history) * seen.size() + cell;
                mean += double(before[at]) / histories, squares += double(before[at]) * double(before[at]) / histories;
                difference += (double(after[at]) - double(before[at])) / histories;
            }
            // What hardly varies at all is no scale.
            double const deviation = std::sqrt(std::max(1e-4, squares - mean * mean));
            if (std::isfinite(difference)) largest = std::max(largest, std::abs(difference) / deviation);
        }
        most.push_back(largest);
    }
    return most;
}

// Of many companies, for a rate of one in twenty is not told by 200.
void judge_false_alarms(Ground const& ground, Calibration const& calibration, std::vector<bool> const& seen, Print const& print) {
    constexpr std::uint32_t first = 9'600'000;
    std::size_t const count = 20 * ground.scale.misspecified, histories = SimulatedSettings::histories;
    std::vector<float> const values = ground.companies.simulate(ground.companies.draw(first, count), first, ground.scale.threads);
    std::vector<std::size_t> flagged(count, 0);
    in_parallel(ground.scale.threads, count, [&](std::size_t k) {
        auto const company = std::span(values).subspan(k * histories * seen.size(), seen.size());
        flagged[k] = calibration.misfit(observed_in(company, seen)).flagged ? 1 : 0;
    });
    auto const alarms = std::size_t(std::ranges::count(flagged, std::size_t(1)));
    print({"misfit", "false alarms on further companies of the model itself", "at most 5 %", share_of(alarms, count),
           estimate_independent_share(alarms, count).low <= 0.05 ? Row::Verdict::holds : Row::Verdict::fails});
}

}  // namespace

void judge_misfit(Ground const& ground, Print const& print) {
    std::vector<bool> const seen = ground.companies.seen_before(weeks);
    CalibrationPlan plan;
    plan.patterns = evidence_patterns(ground.companies.evidence(), seen);
    plan.in_parallel = [&](std::size_t tasks, auto const& task) { in_parallel(ground.scale.threads, tasks, task); };
    Calibration const calibration(ground.table, seen, plan);
    constexpr std::uint32_t first = 9'000'000, first_elsewhere = 9'500'000;
    std::size_t const count = ground.scale.misspecified;
    std::vector<double> const where = ground.companies.draw(first, count);
    std::vector<float> const usual = ground.companies.simulate(where, first, ground.scale.threads);
    std::vector<double> const elsewhere = ground.companies.draw(first_elsewhere, companies_that_teach);
    std::vector<float> const usual_elsewhere = ground.companies.simulate(elsewhere, first_elsewhere, ground.scale.threads);
    constexpr std::size_t histories = SimulatedSettings::histories;
    judge_false_alarms(ground, calibration, seen, print);
    for (Otherwise const& one : otherwise()) {
        auto const changed = [&](std::span<double const> at, std::uint32_t block, std::vector<float> values) {
            if (one.see == nullptr) return MadeCompanies(one.changes).simulate(at, block, ground.scale.threads);
            for (std::size_t row = 0; row < values.size() / seen.size(); ++row)
                one.see(ground.companies, std::span(values).subspan(row * seen.size(), seen.size()));
            return values;
        };
        std::vector<float> const values = changed(where, first, usual);
        KnownChange const known(ground, changed(elsewhere, first_elsewhere, usual_elsewhere), seen);
        std::vector<std::size_t> flagged(count, 0), flagged_knowing(count, 0);
        in_parallel(ground.scale.threads, count, [&](std::size_t k) {
            auto const company = std::span(values).subspan(k * histories * seen.size(), seen.size());
            flagged[k] = calibration.misfit(observed_in(company, seen)).flagged ? 1 : 0;
            flagged_knowing[k] = known.notices(company) ? 1 : 0;
        });
        std::vector<double> const moved = moved_by(usual, values, seen, count);
        auto const noticed = std::size_t(std::ranges::count(flagged, std::size_t(1)));
        std::size_t far = 0, noticed_far = 0, knowing_far = 0;
        for (std::size_t k = 0; k < count; ++k)
            if (moved[k] > 2) ++far, noticed_far += flagged[k], knowing_far += flagged_knowing[k];
        std::vector<double> ascending = moved;
        std::ranges::sort(ascending);
        bool const decides = far >= fewest_to_decide;
        print({"misfit",
               one.name + ": moves a cell by more than 2 standard deviations in " + std::to_string(far) + " of " +
                   std::to_string(count) + " companies, in the median by " + number(ascending[count / 2]),
               decides ? "noticed in at least 80 % of those" : "reported",
               share_of(noticed_far, far) + "; of all " + percent(double(noticed) / double(count)) +
                   (far > 0 ? "; by a test that knows the change " + percent(double(knowing_far) / double(far)) : ""),
               !decides                                   ? Row::Verdict::reported
               : double(noticed_far) >= 0.8 * double(far) ? Row::Verdict::holds
                                                          : Row::Verdict::fails});
    }
}

}  // namespace micropol::calibration
