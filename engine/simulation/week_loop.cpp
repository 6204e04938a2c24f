#include "simulation/week_loop.h"

#include <algorithm>

namespace micropol {

namespace {

std::string describe_place(Block const& block, Column column, std::size_t index, int history) {
    ColumnSpec const& spec = spec_of(column);
    std::string text = "column '" + std::string(spec.name) + '\'';
    if (spec.shape == Shape::employee) text += " of employee " + block.organisation->called(std::uint32_t(index));
    if (spec.shape == Shape::coalition) text += " of coalition " + std::to_string(index);
    if (spec.shape == Shape::tie) text += " of tie " + std::to_string(index);
    return text + ", history " + std::to_string(block.number * histories_per_block + std::uint32_t(history));
}

// "" where all is well.
std::string first_non_finite(Block const& block, History const& history, Step const& step) {
    for (auto const& list : {step.access.writes, step.access.updates})
        for (Column const column : list) {
            auto const values = history[column];
            for (std::size_t k = 0; k < values.size(); ++k)
                if (std::uint32_t const broken = bits(~finite(values[k])) & 0xffffu; broken != 0)
                    return describe_place(block, column, k, __builtin_ctz(broken));
        }
    return {};
}

}  // namespace

void run_step(Step const& step, Deployment& deployment, Week& week, History& history) {
    if (step.mechanism) {
        week.begin(step.access);
        step.mechanism->step(week);
        week.end();
        return;
    }
    Mask const on = in_force(step, deployment, week.number);
    if (!any(on) && !deployment.lingers) return;
    update_targets(step, deployment, on, week, history);
    follow(step, deployment, history);
    week.begin(step.access);
    step.intervention->act(week, deployment.effect);
    week.end();
    charge(step, deployment, on, history);
}

void run_week(std::vector<Step> const& steps, std::vector<Deployment>& progress, Week& week, History& history) {
    for (std::size_t k = 0; k < steps.size(); ++k) run_step(steps[k], progress[k], week, history);
    for (std::size_t k = 0; k < steps.size(); ++k) check_triggers(steps[k], progress[k], week);
}

ColumnSet pulled_levers(std::vector<Step> const& steps, std::span<OutcomeKind const* const> outcomes) {
    ColumnSet pulled;
    auto const add = [&](std::span<Column const> columns) {
        for (Column const column : columns) pulled.set(std::size_t(column));
    };
    for (Step const& step : steps) {
        if (step.intervention) add(step.access.updates);
        if (step.watch) add(step.watch->outcome->plugin.access.reads);
    }
    for (OutcomeKind const* outcome : outcomes) add(outcome->plugin.access.reads);
    return pulled;
}

void spread_unpulled(ColumnSet const& pulled, History& history) {
    for (InterventionKind const* kind : intervention_catalogue())
        for (Column const lever : kind->plugin.access.updates)
            if (!pulled[std::size_t(lever)]) std::ranges::fill(history[lever], history[lever][0]);
}

std::vector<Column> changing_columns(std::vector<Step> const& steps) {
    std::vector<bool> changes(column_count);
    for (Step const& step : steps)
        for (auto const& list : {step.access.writes, step.access.updates})
            for (Column const column : list) changes[std::size_t(column)] = true;
    std::vector<Column> columns;
    for (std::size_t k = 0; k < column_count; ++k)
        if (changes[k]) columns.push_back(Column(k));
    return columns;
}

bool all_finite(History const& history, std::vector<Column> const& columns) {
    constexpr std::size_t together = 4;               // sums side by side hide the latency of addition
    Worlds sum[together] = {0.0f, 0.0f, 0.0f, 0.0f};  // x − x is 0, or NaN where x is infinite or NaN
    for (Column const column : columns) {
        auto const values = history[column];
        for (std::size_t k = 0; k < values.size(); ++k) sum[k % together] += values[k] - values[k];
    }
    return all(sum[0] + sum[1] + (sum[2] + sum[3]) == Worlds(0.0f));
}

std::string find_culprit(Block const& block, Chance const& chance, ColumnSet const& pulled, int last_week) {
    History history(*block.organisation, block.settings);
    std::vector<Deployment> progress(block.steps.size());
    for (int number = 0; number <= last_week; ++number) {
        Week week(*block.organisation, block.settings, chance, history, number, pulled);
        for (std::size_t k = 0; k < block.steps.size(); ++k) {
            Step const& step = block.steps[k];
            run_step(step, progress[k], week, history);
            if (std::string const place = first_non_finite(block, history, step); !place.empty())
                return "mechanism '" + step.name + "' made a value that is not a number: " + place + ", week " +
                       std::to_string(number);
        }
        for (std::size_t k = 0; k < block.steps.size(); ++k) check_triggers(block.steps[k], progress[k], week);
    }
    return "a value that is not a number appeared in week " + std::to_string(last_week);
}

}  // namespace micropol
