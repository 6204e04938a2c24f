#include "study/calibrate/retrodiction.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>

#include "statistics/forecast_score.h"
#include "statistics/growth_curve.h"
#include "statistics/normal_score.h"

namespace micropol {

namespace {

constexpr double central = 0.8;
constexpr std::size_t members = 1000;

class Scores {
  public:
    void add(std::span<double const> ensemble, double happened) {
        score_ += crps(ensemble, happened), covered_ += covered(ensemble, happened, central), ++numbers_;
    }
    [[nodiscard]] Forecaster called(std::string name) const {
        return {std::move(name), score_ / double(numbers_), double(covered_) / double(numbers_), numbers_};
    }
    [[nodiscard]] bool any() const { return numbers_ > 0; }

  private:
    double score_ = 0;
    std::size_t covered_ = 0, numbers_ = 0;
};

void drop_gaps(std::vector<double>& values) {
    std::erase_if(values, [](double value) { return !std::isfinite(value); });
}

std::vector<double> by_posterior(Posterior const& posterior, std::size_t cell) {
    std::vector<double> ensemble;
    for (std::size_t particle = 0; particle < posterior.count(); ++particle)
        ensemble.push_back(double(posterior.produced[particle * posterior.cells + cell]));
    drop_gaps(ensemble);
    return ensemble;
}

std::vector<double> by_prior(SimulatedSettings const& table, std::size_t cell) {
    std::vector<double> ensemble;
    for (std::size_t setting = 0; setting < table.count(); ++setting)
        ensemble.push_back(double(table.values_of(setting, setting % SimulatedSettings::histories)[cell]));
    drop_gaps(ensemble);
    return ensemble;
}

// One department's log-ins week by week, up to where they are held out, and the cells behind.
struct GrowthSeries {
    std::vector<double> before;
    std::map<int, std::size_t> behind;  // week -> cell
};

std::map<std::size_t, GrowthSeries> log_in_series(Calibrated const& calibrated) {
    std::map<std::size_t, GrowthSeries> series;
    auto const& cells = calibrated.evidence.cells;
    for (std::size_t k = 0; k < cells.size(); ++k) {
        if (cells[k].seen != Seen::logged_in) continue;
        GrowthSeries& one = series[cells[k].group];
        one.before.resize(std::size_t(*calibrated.hold_out_from), std::numeric_limits<double>::quiet_NaN());
        if (calibrated.is_held_out(cells[k]))
            one.behind[cells[k].week] = k;
        else
            one.before[std::size_t(cells[k].week)] = cells[k].value;
    }
    std::erase_if(series, [](auto const& one) {
        return one.second.behind.empty() || std::ranges::none_of(one.second.before, [](double v) { return std::isfinite(v); });
    });
    return series;
}

void add_baselines(Retrodiction& retrodiction, Calibrated const& calibrated) {
    auto const series = log_in_series(calibrated);
    for (Baseline const baseline : baselines) {
        Scores scores;
        for (auto const& [group, one] : series) {
            auto const ahead = std::size_t(one.behind.rbegin()->first - *calibrated.hold_out_from + 1);
            std::vector<double> const paths = continuations(baseline, one.before, ahead, 1, members, calibrated.facts.seed);
            for (auto const& [week, cell] : one.behind) {
                std::vector<double> ensemble;
                for (std::size_t member = 0; member < members; ++member)
                    ensemble.push_back(paths[member * ahead + std::size_t(week - *calibrated.hold_out_from)]);
                scores.add(ensemble, calibrated.evidence.cells[cell].value);
            }
        }
        if (scores.any()) retrodiction.forecasters.push_back(scores.called(std::string(name_of(baseline))));
    }
}

// The same question to the same people in an earlier survey that was not held out; the last of them.
std::optional<std::size_t> last_wave_before(Calibrated const& calibrated, EvidenceCell const& cell, Seen seen) {
    std::optional<std::size_t> last;
    auto const& cells = calibrated.evidence.cells;
    for (std::size_t k = 0; k < cells.size(); ++k) {
        EvidenceCell const& other = cells[k];
        if (other.seen == seen && other.group == cell.group && other.item == cell.item && other.week < cell.week &&
            !calibrated.is_held_out(other) && (!last || cells[*last].week < other.week))
            last = k;
    }
    return last;
}

// "As in the last survey": what was answered then, give or take what other people of the same mind would have answered, both times.
void add_last_wave(Retrodiction& retrodiction, Calibrated const& calibrated) {
    auto const& cells = calibrated.evidence.cells;
    Scores scores;
    std::size_t held_out = 0;
    for (EvidenceCell const& cell : cells) {
        if (cell.seen != Seen::answer || !calibrated.is_held_out(cell)) continue;
        ++held_out;
        auto const before = last_wave_before(calibrated, cell, Seen::answer);
        if (!before) continue;
        constexpr double of_any_answers = 0.28867513459481287;  // each as likely: the standard deviation
        auto const spread = last_wave_before(calibrated, cell, Seen::spread);
        double const error = (spread ? cells[*spread].value : of_any_answers) *
                             std::sqrt(1 / double(std::max(1u, cells[*before].people)) + 1 / double(std::max(1u, cell.people)));
        std::vector<double> ensemble;
        for (std::size_t member = 0; member < members; ++member)
            ensemble.push_back(
                std::clamp(cells[*before].value + error * normal_score((double(member) + 0.5) / double(members)), 0.0, 1.0));
        scores.add(ensemble, cell.value);
    }
    // Scores of other numbers than those of the model would compare nothing.
    if (!scores.any()) return;
    if (Forecaster last = scores.called(std::string(last_wave)); last.numbers == held_out)
        retrodiction.forecasters.push_back(std::move(last));
}

}  // namespace

std::vector<Retrodiction> retrodict(Calibrated const& calibrated, SimulatedSettings const& table) {
    std::vector<Retrodiction> all;
    if (!calibrated.holds_out()) return all;
    auto const& cells = calibrated.evidence.cells;
    for (std::size_t kind = 0; kind < std::size(seen_names); ++kind) {
        Scores posterior, prior;
        for (std::size_t k = 0; k < cells.size(); ++k) {
            if (cells[k].seen != Seen(kind) || !calibrated.is_held_out(cells[k])) continue;
            std::vector<double> const after = by_posterior(calibrated.posterior, k), before = by_prior(table, k);
            if (after.size() < 2 || before.size() < 2) continue;
            posterior.add(after, cells[k].value), prior.add(before, cells[k].value);
        }
        if (!posterior.any()) continue;
        Retrodiction& one = all.emplace_back(Retrodiction{Seen(kind), {posterior.called("posterior"), prior.called("prior")}});
        if (one.seen == Seen::logged_in && calibrated.hold_out_from) add_baselines(one, calibrated);
        if (one.seen == Seen::answer) add_last_wave(one, calibrated);
    }
    return all;
}

}  // namespace micropol
