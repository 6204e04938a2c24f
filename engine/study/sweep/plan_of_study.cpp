// What a study file asks for, as a plan.

#include <algorithm>

#include "organisation/csv.h"
#include "study/sweep/sweep.h"

namespace micropol {

Design design_of(StudyFile const& study, std::vector<Problem>& problems) {
    if (!study.design) return study.list ? Design::list : Design::morris;
    if (auto const design = design_named(study.design->text)) return *design;
    std::span<std::string_view const> const known(design_names);
    problems.push_back({study.design->place, Message("there is no design '{0}'", {name(study.design->text)}),
                        Message("designs are {0}", {listed(known)}), did_you_mean(study.design->text, known)});
    return Design::morris;
}

std::vector<Override> runs_of(StudyFile const& study, Design design) {
    std::vector<Override> runs{
        {"runs.histories", std::to_string(study.histories ? study.histories->value : histories_of_a_point(design))}};
    if (study.seed) runs.push_back({"runs.seed", std::to_string(study.seed->value)});
    return runs;
}

SweepPlan plan_of(StudyFile const& study, ScenarioSource const& source, std::vector<Problem>& problems) {
    SweepPlan plan{.question = study.question, .claim = study.claim, .source = study.source, .place = {study.file.string()}};
    auto const named = [](StudyFile::Text const& text) { return Named{text.text, text.place}; };
    for (StudyFile::FactorEntry const& entry : study.factors)
        if (auto factor = read_factor(entry.path, entry.values, swept_field(source, entry.path), problems))
            plan.factors.push_back(std::move(*factor));
    plan.design = design_of(study, problems);
    if (study.size) plan.size = std::size_t(study.size->value);
    if (study.levels) plan.levels = std::size_t(study.levels->value);
    plan.second_order = study.second_order, plan.all_assumptions = study.all_assumptions;
    if (study.strategy) plan.strategy = named(*study.strategy);
    if (study.against) plan.against = named(*study.against);
    std::ranges::transform(study.outcomes, std::back_inserter(plan.outcomes), named);
    if (auto const& fails = study.fails_when) plan.fails_when = {fails->outcome, fails->level, fails->above, fails->place};
    if (study.list) {
        std::filesystem::path const file = study.file.parent_path() / study.list->text;
        std::string const text = read_text(file, problems);
        if (!text.empty()) plan.list = parse_csv(text, file.string(), problems);
    }
    return plan;
}

void refuse(std::vector<Problem> problems, ScenarioSource const& source, SweepPlan const& plan) {
    try {
        (void)definition_of(source, plan);
    } catch (InvalidPlan const&) {  // said when everything else is right
    } catch (InvalidInput const& invalid) {
        for (Problem const& problem : invalid.problems()) {
            auto const same = [&](Problem const& other) {
                return to_text(other, Language::english) == to_text(problem, Language::english);
            };
            if (std::ranges::none_of(problems, same)) problems.push_back(problem);
        }
    }
    throw InvalidInput(std::move(problems));
}

}  // namespace micropol
