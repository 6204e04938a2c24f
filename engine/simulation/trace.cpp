#include "simulation/trace.h"

#include <stdexcept>

#include "simulation/progress.h"

namespace micropol {

namespace {

using enum Column;
// What events and their reasons are told from.
constexpr Column recorded[] = {
    data_reliance,    momentum,        executive_pressure, credibility,       data_quality,     worth,
    aware_share,      stopped,         support,            meetings,          initiatives,      cost,
    sponsor_left,     budget_cut,      reorganised,        quits,             rivalry,          present,
    compliance,       relation_control, data_control,      power,             stake,            stake_career,
    stake_pay,        stake_status,    stake_security,     stake_company,     disclosed,        data_skill,
    attitude,         voiced_attitude, tactic,             mean_trust,        quality_pay,      audit,
    coalition,        status,          stage,              use,               called_away,      pivotal,
    coalition_weight, coalition_stance, coalition_members};

class Recorder final : public Observer {
  public:
    Recorder(Trace& trace, std::vector<Step> const& steps) : trace_(trace) {
        for (std::size_t k = 0; k < steps.size(); ++k) {
            if (!steps[k].intervention) continue;
            constexpr std::string_view prefix = "intervention ";
            trace.levers.push_back({steps[k].name.substr(prefix.size()), {}, steps[k].watch.has_value()});
            step_of_lever_.push_back(k);
        }
    }

    void see(int, History const& history, std::span<Deployment const> progress) override {
        for (Column const column : recorded) {
            auto& film = trace_.of_columns[std::size_t(column)];
            for (Worlds const& value : history[column]) film.push_back(value[trace_.history]);
        }
        for (std::size_t k = 0; k < step_of_lever_.size(); ++k)
            trace_.levers[k].force.push_back(progress[step_of_lever_[k]].heads[trace_.history]);
    }

  private:
    Trace& trace_;
    std::vector<std::size_t> step_of_lever_;
};

}  // namespace

std::span<float const> Trace::at(Column column, int week) const {
    std::vector<float> const& film = of_columns[std::size_t(column)];
    std::size_t const size = film.size() / std::size_t(weeks);
    return std::span(film).subspan(std::size_t(week) * size, size);
}

Trace trace(Model const& model, std::uint32_t block, int history) {
    if (history < 0 || history >= histories_per_block) throw std::out_of_range("a block has sixteen histories");
    Block const made = model.block(block);
    Trace traced;
    traced.block = block, traced.history = history, traced.weeks = model.scenario().weeks;
    traced.organisation = made.organisation, traced.settings = made.settings;
    Recorder recorder(traced, made.steps);
    BlockResult const result = simulate_block(made, model.outcomes(), traced.weeks, model.scenario().seed, &recorder);
    for (std::size_t k = 0; k < model.outcomes().size(); ++k) {
        std::vector<float>& weekly = traced.outcomes.emplace_back();
        for (int week = 0; week < traced.weeks; ++week)
            weekly.push_back(result.weekly[k * std::size_t(traced.weeks) + std::size_t(week)][history]);
    }
    return traced;
}

}  // namespace micropol
