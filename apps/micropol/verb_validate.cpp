#include <algorithm>
#include <iostream>

#include "base/json.h"
#include "micropol/before_running.h"
#include "micropol/log.h"
#include "micropol/quality.h"
#include "micropol/scenario_options.h"
#include "micropol/verb.h"
#include "micropol/wording.h"
#include "scenario/horizon.h"
#include "study/study_runner.h"
#include "words/text.h"

namespace micropol::app {

namespace {

constexpr std::string_view formats[] = {"text", "json"};

Json in_json(std::vector<Problem> const& problems) {
    auto list = Json::array();
    for (Problem const& problem : problems)
        list.push_back({{"file", problem.place.file},
                        {"line", problem.place.line},
                        {"column", problem.place.column},
                        {"what", to_text(problem.what, Language::english)},
                        {"why", to_text(problem.why, Language::english)},
                        {"suggestion", to_text(problem.suggestion, Language::english)}});
    return list;
}

std::size_t assumed_numbers(Model const& model) {
    return std::size_t(std::ranges::count(model.assumptions(), assumed, &Assumption::source));
}

// The scenario alone; each of its strategies is tried as well.
std::shared_ptr<Model const> build_model(ScenarioSource const& source) {
    std::vector<Variant> variants{{"", ""}};
    for (Strategy const& strategy : source.read().strategies) variants.push_back({strategy.name, strategy.name});
    StudyRunner runner(source, {});
    runner.add(variants);
    return runner.model(0);
}

void say_that_it_is_fine(Model const& model) {
    Scenario const& scenario = model.scenario();
    log::print(
        Message("{0} can be simulated: {1} in {2}, {3}, {4}.",
                {name(scenario.file.string()), counted("{0} employees", model.headcount()),
                 counted("{0} departments", model.departments().size()), counted("{0} weeks", std::uint64_t(scenario.weeks)),
                 counted("{0} strategies", scenario.strategies.size())}));
    Count const assumed{assumed_numbers(model)}, all{model.assumptions().size()}, uncertain{model.uncertain().size()};
    log::print(uncertain.value == 0 ? Message("{0} of {1} numbers have no source; none is treated as uncertain.", {assumed, all})
                                    : Message("{0} of {1} numbers have no source; {2} are uncertain and drawn once a block.",
                                              {assumed, all, uncertain}));
    if (model.data_quality() == nullptr) return;
    log::print({});
    for (Phrase const& line : describe(*model.data_quality())) log::print(line);
}

// What was found in the data, where people were imported.
Json with_data(Model const& model, Json described) {
    if (model.data_quality() != nullptr) described["data"] = app::in_json(*model.data_quality());
    return described;
}

ExitCode validate(Call const& call) {
    bool const as_json = parse_format(call.arguments, formats) == Format::json;
    try {
        auto const built = build_model(named_scenario(call.arguments));
        Model const& model = *built;
        if (!as_json) {
            report_without_effect(model.scenario());
            say_that_it_is_fine(model);
        } else
            std::cout << with_data(model, {{"valid", true},
                                           {"problems", Json::array()},
                                           {"warnings", in_json(beyond_horizon(model.scenario()))},
                                           {"employees", model.headcount()},
                                           {"departments", model.departments()},
                                           {"numbers", model.assumptions().size()},
                                           {"numbers_without_source", assumed_numbers(model)},
                                           {"uncertain", model.uncertain()}})
                             .dump(2)
                      << '\n';
        return done;
    } catch (InvalidInput const& invalid) {
        if (!as_json) throw;
        std::cout << Json{{"valid", false}, {"problems", in_json(invalid.problems())}}.dump(2) << '\n';
        return invalid_input;
    }
}

constexpr Option options[] = {
    set_option,
    assumptions_option,
    allow_outside_option,
    {"format", "text|json", "output format; json suits editors and scripts", "text"},
};

constexpr std::string_view examples[] = {
    "validate scenarios/marketing_sales.yaml",
    "every problem at once, or how large the organisation is and how much is assumed",
    "validate my.yaml --set culture.rivalry=2",
    "check a change before it is written down",
};

}  // namespace

extern Verb const validate_verb;
constinit Verb const validate_verb{"validate", "check a scenario: every problem at once, with its place and a suggestion",
                                   "SCENARIO", options,
                                   examples,   validate};

}  // namespace micropol::app
