#pragma once
// The flagship's organisation at any size, warmed up: what the benchmarks measure on.

#include <memory>
#include <string>

#include "model/model.h"
#include "simulation/week_loop.h"

namespace micropol {

inline constexpr int warm_weeks = 30, last_week = 104;  // after the warm-up coalitions have formed and stages are mixed

// The flagship scenario with its departments scaled to about `employees`.
inline Scenario flagship(int employees, std::vector<Change> const& changes = {}) {
    Scenario scenario = ScenarioSource(MICROPOL_SOURCE_DIR "/scenarios/marketing_sales.yaml", known_plugins()).read(changes);
    int all = 0;
    for (DepartmentPlan const& department : scenario.plan.departments) all += int(department.headcount);
    for (DepartmentPlan& department : scenario.plan.departments)
        department.headcount = std::max(2u, std::uint32_t((std::int64_t(department.headcount) * employees + all / 2) / all));
    return scenario;
}

// One block of the flagship and its state after the warm-up.
class Company {
  public:
    explicit Company(int employees) : Company(Model(flagship(employees), "")) {}
    explicit Company(Model const& model)
        : block_(model.block(0)), pulled_(pulled_levers(block_.steps, model.outcomes())), chance_(model.scenario().seed, 0),
          history_(*block_.organisation, block_.settings) {
        for (int week = 0; week < warm_weeks; ++week) run_week();
        warm_ = history_;
    }

    void run_week() {
        Week week = next_week();
        micropol::run_week(block_.steps, progress_, week, history_);
    }
    void run_step(std::string_view name) {
        Week week = next_week();
        for (std::size_t k = 0; k < block_.steps.size(); ++k)
            if (block_.steps[k].name == name) micropol::run_step(block_.steps[k], progress_[k], week, history_);
    }

    // After two years the company is back where the warm-up left it: nobody simulates a thousand, and numbers that have faded
    // for so long are denormal and slow. The copy is less than a hundredth of the work.
    [[nodiscard]] Week next_week() {
        if (week_ == last_week) {
            history_ = warm_;
            week_ = warm_weeks;
        }
        return {*block_.organisation, block_.settings, chance_, history_, week_++, pulled_};
    }
    [[nodiscard]] Organisation const& organisation() const { return *block_.organisation; }
    [[nodiscard]] Block const& block() const { return block_; }
    [[nodiscard]] History& history() { return history_; }
    [[nodiscard]] Chance const& chance() const { return chance_; }
    // employee-weeks in one week of sixteen histories
    [[nodiscard]] double work() const { return double(organisation().headcount()) * histories_per_block; }

  private:
    Block block_;
    std::vector<Deployment> progress_ = std::vector<Deployment>(block_.steps.size());
    ColumnSet pulled_;
    Chance chance_;
    History history_, warm_ = history_;
    int week_ = 0;
};

}  // namespace micropol
