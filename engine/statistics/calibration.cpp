#include "statistics/calibration.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <stdexcept>

#include "statistics/normal_score.h"
#include "statistics/oddness.h"
#include "statistics/posterior_sample.h"
#include "statistics/proposals.h"

namespace micropol {

namespace {

constexpr std::size_t fewest_settings = 200;
constexpr double hardly_shrinks = 0.8;  // of the volume that was left before
constexpr double unlimited = std::numeric_limits<double>::infinity();

Division all_divided(SettingsPool const& pool) {
    if (pool.count() < fewest_settings) throw std::invalid_argument("calibration needs 200 settings at least");
    std::vector<std::size_t> settings(pool.count());
    std::iota(settings.begin(), settings.end(), 0u);
    return divided(settings);
}

std::vector<bool> checked(std::vector<bool> const& seen) {
    if (std::ranges::none_of(seen, [](bool is) { return is; })) throw std::invalid_argument("no cell is observed");
    return seen;
}

std::vector<double> places_of(std::span<double const> scores) {
    std::vector<double> where;
    for (double const score : scores) where.push_back(share_below(score));
    return where;
}

}  // namespace

struct Calibration::Learned {
    Learned(SimulatedSettings const& table, std::vector<bool> const& cells, CalibrationPlan with)
        : plan(std::move(with)), seen(checked(cells)), pool(table), division(all_divided(pool)),
          summaries(pool, division.learn, division.judge, seen, plan.in_parallel),
          oddness(pool, division, seen, summaries, plan.patterns, plan.in_parallel),
          forecast(pool, division, seen, plan.in_parallel) {
        simulated.add(pool, summaries, plan.in_parallel);
        forecasts.add(pool, forecast, plan.in_parallel);
    }

    CalibrationPlan plan;
    std::vector<bool> seen;
    SettingsPool pool;
    Division division;
    LearnedSummaries summaries;
    Oddness oddness;
    CellForecast forecast;
    SummarisedHistories simulated, forecasts;  // of the table

    [[nodiscard]] std::vector<float> data_of(Observed const& observed) const {
        for (std::size_t cell = 0; cell < seen.size(); ++cell)
            if (observed.size() != seen.size() || std::isfinite(observed[cell]) != seen[cell])
                throw std::invalid_argument("data have a number in exactly the cells that are observed");
        return {observed.begin(), observed.end()};
    }
    [[nodiscard]] ModelMisfit misfit(std::vector<float> const& data) const {
        constexpr double seldom = 0.05;
        Oddness::Judgement const judgement = oddness.judge(data);
        ModelMisfit misfit{.by_chance = judgement.by_chance,
                           .flagged = judgement.by_chance <= seldom,
                           .settings = pool.count(),
                           .unreached = judgement.unreached};
        if (misfit.flagged) {
            misfit.pattern = judgement.pattern;
            misfit.deviations = judgement.deviations, misfit.pattern_by_chance = judgement.pattern_by_chance;
        }
        return misfit;
    }
    void complete(Posterior& posterior, Observed const& observed, std::vector<float> const& data) const {
        posterior.misfit = misfit(data);
        posterior.check = cells_produced(posterior.produced, observed, posterior.misfit.unreached);
    }
};

namespace {

// Waves of further simulations, for one set of data.
class Search {
  public:
    Search(SimulatedSettings const& table, std::vector<bool> const& seen, LearnedSummaries const& summaries,
           SummarisedHistories const& simulated, CalibrationPlan const& plan, Simulate const& simulate,
           std::vector<float> const& data)
        : plan_(plan), simulate_(simulate), seen_(seen), data_(data), pool_(table), summaries_(summaries),
          told_(summaries.told().begin(), summaries.told().end()), simulated_(simulated), space_(table.numbers, plan.seed),
          proposals_(pool_.count()) {}

    // False where it was stopped.
    [[nodiscard]] bool run() {
        if (!match()) return false;
        learn_again();
        weigh();
        for (std::size_t wave = 0; wave < plan_.sampling_waves; ++wave)
            if (!sample_wave()) return false;
        return true;
    }
    [[nodiscard]] Posterior posterior(CellForecast const& forecast, SummarisedHistories forecasts) const {
        forecasts.add(pool_, forecast, plan_.in_parallel);
        Posterior result = sample({pool_, seen_, told_, forecast, forecasts, importance_, data_}, near_, plan_);
        result.waves = waves_;
        return result;
    }

  private:
    // Simulates settings at these normal scores.
    [[nodiscard]] bool simulate(std::span<double const> scores) {
        SimulatedSettings wave{.numbers = pool_.numbers(), .cells = pool_.cells(), .where = places_of(scores), .values = {}};
        wave.values = simulate_(waves_.size() + 1, wave.where);
        if (wave.values.empty()) return false;
        pool_.add(std::move(wave));
        simulated_.add(pool_, summaries_, plan_.in_parallel);
        return true;
    }

    [[nodiscard]] std::vector<std::size_t> settings_left() const {
        std::vector<std::size_t> left;
        for (std::size_t setting = 0; setting < pool_.count(); ++setting)
            if (space_.holds(pool_.scores_of(setting), space_.matches())) left.push_back(setting);
        return left;
    }

    // Rules out until that hardly takes anything more, and simulates what is left.
    [[nodiscard]] bool match() {
        std::vector<double> observed(summaries_.count());
        (void)summaries_.summarise(data_, observed);
        for (std::size_t wave = 0; wave < plan_.matching_waves && !observed.empty(); ++wave) {
            std::vector<std::size_t> const left = settings_left();
            if (left.size() < fewest_settings) return true;
            double const before = space_.volume();
            Emulator emulator(pool_, left, simulated_.rows(), observed, summaries_.moved_by(plan_.discrepancy));
            if (!space_.narrow(std::move(emulator)) || space_.volume() > hardly_shrinks * before) return true;
            if (!simulate(space_.draw(plan_.settings_matched))) return false;
            proposals_.add(space_, plan_.settings_matched);
            waves_.push_back({.matching = true, .settings = plan_.settings_matched, .volume_left = space_.volume()});
        }
        return true;
    }

    // What tells the settings apart that are left need not be what tells all of them apart.
    void learn_again() {
        constexpr std::size_t settings_for_a_cell = 10;
        auto const cells = std::size_t(std::ranges::count(seen_, true));
        std::vector<std::size_t> const left = settings_left();
        if (space_.volume() > hardly_shrinks || left.size() < std::max(fewest_settings, settings_for_a_cell * cells)) return;
        Division const division = divided(left);
        LearnedSummaries again(pool_, division.learn, division.judge, seen_, plan_.in_parallel);
        if (again.count() == 0) return;
        summaries_ = std::move(again);
        simulated_ = {};
        simulated_.add(pool_, summaries_, plan_.in_parallel);
    }

    void weigh() {
        importance_.assign(pool_.count(), 0.0);
        do_tasks(plan_.in_parallel, pool_.count(), [&](std::size_t setting) {
            auto const scores = pool_.scores_of(setting);
            if (space_.holds(scores, space_.matches())) importance_[setting] = proposals_.importance(scores, space_);
        });
        near_ = near_data(summaries_, simulated_, importance_, data_, tolerance_);
    }

    [[nodiscard]] bool sample_wave() {
        AdjustedScores const adjusted = adjusted_scores(pool_, near_, plan_.seed);
        std::vector<NumberLearned> const learned = numbers_learned(adjusted, near_.weight, told_);
        std::vector<std::size_t> moved;
        for (std::size_t j = 0; j < learned.size(); ++j)
            if (learned[j].moved) moved.push_back(j);
        NarrowedPrior narrowed(adjusted.numbers, near_.weight, moved, near_.effective);
        if (!simulate(narrowed.draw(plan_.settings_sampled, plan_.seed, std::uint32_t(waves_.size() + 1)))) return false;
        proposals_.add(std::move(narrowed), plan_.settings_sampled);
        tolerance_ = near_.tolerance;
        weigh();
        waves_.push_back({.matching = false,
                          .settings = plan_.settings_sampled,
                          .volume_left = space_.volume(),
                          .tolerance = near_.tolerance,
                          .effective = near_.effective});
        return true;
    }

    CalibrationPlan const& plan_;
    Simulate const& simulate_;
    std::vector<bool> const& seen_;
    std::vector<float> const& data_;
    SettingsPool pool_;
    LearnedSummaries summaries_;
    std::vector<double> told_;  // [number] over the whole prior
    SummarisedHistories simulated_;
    SpaceLeft space_;
    Proposals proposals_;
    std::vector<double> importance_;  // [setting]
    Neighbours near_;
    double tolerance_ = unlimited;
    std::vector<CalibrationWave> waves_;
};

}  // namespace

Calibration::Calibration(SimulatedSettings const& table, std::vector<bool> const& seen, CalibrationPlan plan)
    : learned_(std::make_unique<Learned const>(table, seen, std::move(plan))), table_(&table) {}
Calibration::~Calibration() = default;
Calibration::Calibration(Calibration&&) noexcept = default;
Calibration& Calibration::operator=(Calibration&&) noexcept = default;

Posterior Calibration::from_table(Observed const& observed) const {
    Learned const& known = *learned_;
    std::vector<float> const data = known.data_of(observed);
    std::vector<double> const importance(known.pool.count(), 1.0);
    Neighbours const near = near_data(known.summaries, known.simulated, importance, data, unlimited);
    Posterior posterior = sample(
        {known.pool, known.seen, known.summaries.told(), known.forecast, known.forecasts, importance, data}, near, known.plan);
    known.complete(posterior, observed, data);
    return posterior;
}

std::optional<Posterior> Calibration::by_waves(Observed const& observed, Simulate const& simulate) const {
    Learned const& known = *learned_;
    std::vector<float> const data = known.data_of(observed);
    Search search(*table_, known.seen, known.summaries, known.simulated, known.plan, simulate, data);
    if (!search.run()) return std::nullopt;
    Posterior posterior = search.posterior(known.forecast, known.forecasts);
    known.complete(posterior, observed, data);
    return posterior;
}

ModelMisfit Calibration::misfit(Observed const& observed) const { return learned_->misfit(learned_->data_of(observed)); }

std::optional<Posterior> calibrate(SimulatedSettings const& table, Observed const& observed, Simulate const& simulate,
                                   CalibrationPlan const& plan) {
    std::vector<bool> seen;
    for (double const value : observed) seen.push_back(std::isfinite(value));
    return Calibration(table, seen, plan).by_waves(observed, simulate);
}

}  // namespace micropol
