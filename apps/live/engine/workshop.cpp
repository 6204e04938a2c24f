#include "live/engine/workshop.h"

#include "findings/workshop.h"
#include "live/engine/section_json.h"
#include "model/model.h"
#include "report/write_json.h"
#include "simulation/simulate.h"
#include "study/workshop/workshop.h"
#include "words/text.h"

namespace micropol::live {

namespace {

FinalValues last_week_of(Model const& model, std::uint32_t block) {
    BlockResult const result = simulate_block(model.block(block), model.outcomes(), model.scenario().weeks,
                                              model.scenario().seed);
    auto const weeks = std::size_t(model.scenario().weeks);
    FinalValues last;
    for (std::size_t end = weeks; end <= result.weekly.size(); end += weeks) last.push_back(result.weekly[end - 1]);
    return last;
}

// The variants differ in strategy and numbers alone: the scenario is read once.
SimulateTasks simulate_here(ScenarioSource const& source) {
    return [&source](std::vector<Variant> const& variants, std::span<Task const> tasks) {
        std::vector<FinalValues> results;
        Scenario const scenario = source.read(variants.front().changes);
        std::optional<Model> model;
        std::uint32_t last = 0;
        for (Task const& task : tasks) {
            if (!model || task.variant != last)
                model.emplace(scenario, variants[task.variant].strategy, variants[task.variant].given);
            last = task.variant;
            results.push_back(last_week_of(*model, task.block));
        }
        return std::optional(std::move(results));
    };
}

Json texts(std::vector<Problem> const& problems, Language language) {
    Json all = Json::array();
    for (Problem const& one : problems) all.push_back(to_text(one, language));
    return all;
}

}  // namespace

std::string hold_workshop(std::string const& text, std::string const& name, WorkshopAsked const& asked, Language language) {
    // Nothing is measured but what is chosen by.
    Json const outcomes = Json::array({asked.by});
    ScenarioSource const source(text, name, known_plugins(), {.overrides = {{"outcomes", outcomes.dump()}}});
    WorkshopPlan plan{.questions = questions_for(source, asked.paths),
                      .answers = {},
                      .strategies = asked.strategies,
                      .by = asked.by,
                      .blocks = asked.blocks};
    std::vector<Problem> problems;
    for (WorkshopAsked::File const& file : asked.files)
        if (auto answers = read_answers(file.text, file.name, plan.questions, problems))
            plan.answers.push_back(std::move(*answers));
    check_together(plan.answers, problems);
    if (!problems.empty()) return Json{{"problems", texts(problems, language)}}.dump();
    Workshop const workshop = *micropol::hold_workshop(source, plan, simulate_here(source));
    Wording const wording{language, workshop.facts.currency};
    Json sections = Json::array(), verdict = Json::array();
    for (Phrase const& line : verdict_on(workshop)) verdict.push_back(to_text(line, wording));
    for (Section const& section : findings_of(workshop).sections) sections.push_back(json_of(section, wording));
    return Json{{"result", micropol::json_of(workshop)}, {"verdict", verdict}, {"sections", sections}}.dump();
}

}  // namespace micropol::live
