#pragma once
// Real studies of a tiny company, one of each kind, kept in files of results.

#include <filesystem>
#include <map>

#include "findings/explanation.h"
#include "store/explanation_json.h"
#include "store/store.h"
#include "store/stored_comparison.h"
#include "store/stored_run.h"
#include "store/stored_sweep.h"
#include "study/compare/comparison_text.h"
#include "study/sweep/sweep_text.h"
#include "support/tiny_company.h"

namespace micropol::stored {

inline std::string const tiny_scenario = tiny_company + R"(strategies:
  patient:
    meaning: People learn.
    interventions:
      - {lever: training, intensity: 0.4}
culture:
  rivalry: {uniform: [0.1, 0.6]}
runs: {weeks: 6, histories: 32, seed: 7}
)";

inline ScenarioSource tiny_source() { return {tiny_scenario, "tiny.yaml", known_plugins()}; }

inline StudyRecord tiny_record(std::string kind, std::string definition, std::string view, StudyFacts const& facts,
                               Retention kept) {
    return {.kind = std::move(kind),
            .definition = std::move(definition),
            .view = std::move(view),
            .facts = facts,
            .retention = kept,
            .planned = {},
            .shard = {},
            .provenance = {"0.1.0", "gcc 12", "micropol", tiny_scenario, "", "2024-01-02T03:04:05Z"}};
}

inline StudyFacts tiny_facts() { return facts_of(Model(tiny_source().read(), "")); }

// Every task of the study, simulated and written.
inline void write_study(std::filesystem::path const& file, StudyRecord const& record, std::vector<Variant> const& variants,
                        std::vector<Task> const& tasks, Conclusion const& conclusion = {}, bool finish = true) {
    Store store(file, record);
    StudyRunner runner(tiny_source(), {.threads = 1, .begin = [&](StudyIdentity const&, Forecast const&) { return &store; }});
    runner.add(variants);
    runner.begin({.kind = record.kind,
                  .definition = record.definition,
                  .view = record.view,
                  .facts = record.facts,
                  .retention = record.retention},
                 {});
    (void)runner.perform(tasks, [](std::size_t, BlockResult const&) {});
    if (finish) store.finish(tasks.size(), conclusion);
}

inline void write_run(std::filesystem::path const& file, bool finish = true) {
    write_study(file, tiny_record("run", R"({"strategy":""})", "{}", tiny_facts(), Retention::everything), {{"none", ""}},
                {{0, 0}, {0, 1}}, {}, finish);
}

inline void write_comparison(std::filesystem::path const& file, bool finish = true) {
    StudyFacts const facts = tiny_facts();
    write_study(file,
                tiny_record("compare", definition_text({.most = 2}, {}, facts), criterion_text(Criterion{}, facts), facts,
                            Retention::departments),
                {{"none", ""}, {"patient", "patient", {}, "People learn."}}, {{0, 0}, {1, 0}, {0, 1}, {1, 1}}, {}, finish);
}

inline SweepDefinition tiny_sweep(Design design = Design::latin_hypercube) {
    SweepDefinition definition;
    definition.factors = {{"culture.rivalry", Distribution{UniformDistribution{0.1, 0.6}}, {0, 1}},
                          {"governance.rule", Words{"ceo", "committee"}, {}}};
    definition.design = design, definition.size = 4, definition.levels = 2, definition.blocks = 2;
    definition.strategy = "patient", definition.against = "", definition.outcomes = {0};
    return definition;
}

inline void write_sweep(std::filesystem::path const& file, bool finish = true) {
    StudyFacts const facts = tiny_facts();
    SweepDefinition const definition = tiny_sweep();
    Points const points = points_of(definition);
    write_study(file,
                tiny_record("sweep", definition_text(definition), view_text(definition, facts), facts, Retention::final_week),
                variants_of(definition, points), tasks_of(definition, points.size(), 0), {}, finish);
}

inline void write_explanation(std::filesystem::path const& file, bool finish = true) {
    Model const model(tiny_source().read(), "patient");
    Trace const traced = trace(model, 1, 3);
    Explanation explanation;
    explanation.facts = facts_of(model), explanation.blocks = 2;
    explanation.told = tell(traced, {"named", 1, 3, double(traced.outcomes[0].back())}, explanation.facts, 0);
    write_study(file, tiny_record("explain", "{}", "{}", facts_of(model), Retention::final_week), {{"patient", "patient"}},
                {{0, 0}, {0, 1}}, {stored_json_of(explanation, explanation_texts()).dump(), &traced}, finish);
}

using Writing = void (*)(std::filesystem::path const&, bool);
inline std::map<std::string, Writing> const every_kind{
    {"run", write_run}, {"compare", write_comparison}, {"sweep", write_sweep}, {"explain", write_explanation}};

}  // namespace micropol::stored
