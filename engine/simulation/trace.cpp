#include "simulation/trace.h"

#include <algorithm>
#include <stdexcept>

#include "simulation/week_loop.h"

namespace micropol {

namespace {

using enum Column;
// What events and their reasons are told from.
constexpr Column recorded[] = {data_reliance,
                               momentum,
                               executive_pressure,
                               credibility,
                               data_quality,
                               worth,
                               aware_share,
                               stopped,
                               support,
                               meetings,
                               initiatives,
                               cost,
                               sponsor_left,
                               budget_cut,
                               reorganised,
                               quits,
                               rivalry,
                               present,
                               compliance,
                               relation_control,
                               data_control,
                               power,
                               stake,
                               stake_career,
                               stake_pay,
                               stake_status,
                               stake_security,
                               stake_company,
                               belief,
                               disclosed,
                               data_skill,
                               attitude,
                               voiced_attitude,
                               tactic,
                               mean_trust,
                               quality_pay,
                               audit,
                               coalition,
                               status,
                               stage,
                               use,
                               called_away,
                               contacts,
                               sought_by,
                               load,
                               fatigue,
                               pursuit,
                               perceived_politics,
                               strain,
                               satisfaction,
                               commitment,
                               pivotal,
                               coalition_weight,
                               coalition_stance,
                               coalition_members};

class Recorder final : public Observer {
  public:
    Recorder(Trace& trace, std::vector<Step> const& steps, ColumnSet const& pulled) : trace_(trace), pulled_(pulled) {
        for (std::size_t k = 0; k < steps.size(); ++k) {
            if (!steps[k].intervention) continue;
            constexpr std::string_view prefix = "intervention ";
            trace.levers.push_back({steps[k].name.substr(prefix.size()), {}, {}, {}, steps[k].watch.has_value()});
            steps_.push_back({k, &steps[k]});
        }
    }

    void see(int week, History const& history, std::span<Deployment const> progress) override {
        for (Column const column : recorded) {
            auto& film = trace_.of_columns[std::size_t(column)];
            auto const values = history[column];
            // Where nobody pulls a lever, the first value is everybody's.
            bool const alike = is_lever(column) && !pulled_[std::size_t(column)];
            for (std::size_t k = 0; k < values.size(); ++k) film.push_back(values[alike ? 0 : k][trace_.history]);
        }
        for (std::size_t k = 0; k < steps_.size(); ++k) {
            auto const& [position, step] = steps_[k];
            Deployment const& deployment = progress[position];
            // What was seen at the end of this week is acted on in the next: nobody has been chosen yet.
            Mask const on = in_force(*step, deployment, week) & (deployment.chosen_at >= 0.0f);
            bool const here = bits(on) >> trace_.history & 1u;
            auto const reached = std::ranges::count_if(deployment.intensity,
                                                       [&](Worlds const& intensity) { return intensity[trace_.history] > 0.0f; });
            trace_.levers[k].intensity.push_back(here ? deployment.heads[trace_.history] : 0.0f);
            trace_.levers[k].reached.push_back(here ? int(reached) : 0);
            bool const paid = here && !stopped_;
            float const before = trace_.levers[k].cost.empty() ? 0.0f : trace_.levers[k].cost.back();
            trace_.levers[k].cost.push_back(
                before + (paid ? deployment.heads[trace_.history] * step->cost_per_head + step->weekly_cost : 0.0f));
        }
        stopped_ = history[Column::stopped][0][trace_.history] > 0;
    }

  private:
    Trace& trace_;
    ColumnSet pulled_;
    bool stopped_ = false;                                    // by the end of the week before: then nothing is paid for
    std::vector<std::pair<std::size_t, Step const*>> steps_;  // those that are interventions
};

// A number of the model as this block has it; nothing if there is none of that path.
std::optional<float> number_of(Model const& model, Block const& block, std::string_view path) {
    auto const drawn = std::ranges::find(model.uncertain(), path);
    if (drawn != model.uncertain().end()) return float(block.drawn[std::size_t(drawn - model.uncertain().begin())]);
    for (Assumption const& number : model.assumptions())
        if (number.path == path && !is_uncertain(number)) return float(std::get<double>(number.value));
    return std::nullopt;
}

// Departments that may not be shown singly lose their names.
std::shared_ptr<Organisation const> as_shown(std::shared_ptr<Organisation const> const& organisation) {
    if (!organisation->names_hidden) return organisation;
    auto shown = std::make_shared<Organisation>(*organisation);
    std::vector<std::string> const names = departments_as_shown(*organisation);
    for (std::size_t d = 0; d < names.size(); ++d) shown->departments[d].name = names[d];
    return shown;
}

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
    traced.organisation = as_shown(made.organisation), traced.settings = made.settings;
    traced.work_appeal = number_of(model, made, "mechanisms.tactics.work_appeal");
    traced.appeal = number_of(model, made, "mechanisms.tactics.appeal");
    Recorder recorder(traced, made.steps, pulled_levers(made.steps, model.outcomes()));
    BlockResult const result = simulate_block(made, model.outcomes(), traced.weeks, model.scenario().seed, &recorder);
    for (std::size_t k = 0; k < model.outcomes().size(); ++k) {
        std::vector<float>& weekly = traced.outcomes.emplace_back();
        for (int week = 0; week < traced.weeks; ++week)
            weekly.push_back(result.weekly[k * std::size_t(traced.weeks) + std::size_t(week)][history]);
    }
    return traced;
}

}  // namespace micropol
