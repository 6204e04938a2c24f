#include "study/sweep/sweep.h"

#include "study/sweep/sweep_text.h"

namespace micropol {

namespace {

Forecast forecast_of(SweepDefinition const& definition, std::size_t points, std::shared_ptr<Model const> model) {
    std::size_t const blocks = points * definition.arms() * definition.blocks, outcomes = model->outcomes().size();
    return {.models = {std::move(model)}, .blocks = blocks, .kept = blocks * outcomes * sizeof(double)};
}

}  // namespace

Forecast forecast(ScenarioSource const& source, SweepPlan const& plan) {
    SweepDefinition const definition = definition_of(source, plan);
    Points const points = points_of(definition);
    StudyRunner runner(source, {});
    runner.add(variants_of(definition, points));
    return forecast_of(definition, points.size(), runner.model(0));
}

std::optional<Sweep> sweep(StudyRunner& runner, SweepPlan const& plan) {
    SweepDefinition const definition = definition_of(runner.source(), plan);
    Points const points = points_of(definition);
    std::uint32_t const first = runner.add(variants_of(definition, points));
    auto const model = runner.model(first);
    StudyFacts const facts = facts_of(*model);
    std::vector<Task> const tasks = tasks_of(definition, points.size(), first);
    runner.begin({.kind = "sweep",
                  .definition = definition_text(definition),
                  .view = view_text(definition, facts),
                  .facts = facts,
                  .planned = tasks.size()},
                 forecast_of(definition, points.size(), model));
    SweepValues values = no_values(definition, facts.outcomes.size(), points.size());
    bool const all = runner.perform(
        tasks, [&](std::size_t task, BlockResult const& result) { set_values(definition, values, task, result.weekly); });
    if (!all || runner.is_part()) return std::nullopt;
    return conclude(facts, definition, values);
}

}  // namespace micropol
