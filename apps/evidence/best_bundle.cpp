#include "evidence/best_bundle.h"

#include <stdexcept>

#include "interventions/intervention.h"
#include "study/optimise/optimise.h"

namespace micropol::evidence {

namespace {

constexpr std::string_view everything = "everything";

// Nothing else of the scenario's strategies: they would breed, too.
std::string only_everything() {
    std::string levers;
    for (InterventionKind const* kind : intervention_catalogue())
        levers += (levers.empty() ? "{lever: " : ", {lever: ") + std::string(kind->plugin.key) + ", intensity: 1}";
    return '{' + std::string(everything) + ": {meaning: Every lever for everyone at full strength., interventions: [" + levers +
           "]}}";
}

double share_of_intensity(Optimum const& optimum, Standing const& choice) {
    if (choice.name == everything) return 1;
    Found const* const found = optimum.bundle_of(choice);
    if (found == nullptr) return 0;
    double used = 0;
    for (Move const& move : found->bundle) used += move.intensity * (move.until_week - move.from_week);
    return used / double(optimum.space.levers.size()) / optimum.comparison.facts.weeks;
}

}  // namespace

BestBundle search_best_bundle(Study const& study) {
    ReadOptions const options{.overrides = {{"strategies", only_everything()},
                                            {"outcomes", "[substantive, cost]"},
                                            {"runs.histories", std::to_string(study.histories())}}};
    StudyRunner runner(ScenarioSource(study.folder() / "marketing_sales.yaml", known_plugins(), options),
                       {.threads = study.threads()});
    auto const optimum = optimise(runner, {.by = "substantive", .bundle_size = intervention_catalogue().size()});
    if (!optimum || !optimum->choice) throw std::runtime_error("the search found nothing");
    auto const& standings = optimum->comparison.standings;
    BestBundle best;
    best.share_of_intensity = share_of_intensity(*optimum, standings[*optimum->choice]);
    for (std::size_t k = 0; k < standings.size(); ++k)
        if (standings[k].name == everything) best.everything_against_it = optimum->prospects[k].against_choice;
    return best;
}

}  // namespace micropol::evidence
