#include "study/run/run.h"

#include "base/json.h"

namespace micropol {

namespace {

Forecast forecast_of(std::shared_ptr<Model const> model) {
    std::uint32_t const blocks = model->blocks();
    return {.models = {std::move(model)}, .blocks = blocks, .whole = blocks};
}

}  // namespace

Forecast forecast(ScenarioSource const& source, RunPlan const& plan) {
    return forecast_of(std::make_shared<Model const>(source.read(), plan.strategy));
}

std::optional<RunSummary> run(StudyRunner& runner, RunPlan const& plan) {
    std::uint32_t const variant = runner.add({{"", plan.strategy}});
    auto const model = runner.model(variant);
    std::uint32_t const blocks = model->blocks();
    runner.begin({.kind = "run",
                  .definition = Json{{"strategy", plan.strategy}}.dump(),
                  .facts = facts_of(*model),
                  .retention = Retention::everything,
                  .planned = blocks},
                 forecast_of(model));
    std::vector<Task> tasks;
    for (std::uint32_t block = 0; block < blocks; ++block) tasks.push_back({variant, block});
    std::vector<BlockResult> results(blocks);
    bool const all = runner.perform(tasks, [&](std::size_t k, BlockResult const& result) {
        if (plan.series) plan.series->add(0, result);
        results[k] = result;
    });
    if (!all || runner.is_part()) return std::nullopt;
    return summarise(*model, results);
}

}  // namespace micropol
