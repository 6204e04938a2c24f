#include "study/calibrate/open_numbers.h"

#include "model/model.h"
#include "scenario/number.h"
#include "study/sweep/sweep.h"

namespace micropol {

namespace {

// What is believed of a number that is only named.
std::optional<Distribution> plausible_at(Model const& model, std::string const& path) {
    for (Assumption const& number : model.assumptions())
        if (number.path == path && is_uncertain(number)) return number.value;
    return {};
}

}  // namespace

std::vector<Override> opening_of(ScenarioSource const& scenario, std::string const& strategy, std::span<NumberAsked const> asked,
                                 std::optional<std::string> const& assumptions) {
    std::vector<Override> opening{{"assumptions", assumptions.value_or(asked.empty() ? "drawn" : "default")}};
    std::vector<Problem> problems;
    std::optional<Model> drawn;
    auto const open = [&](std::string const& path, Distribution const& believed) {
        opening.push_back({path, to_line(to_node(Number{believed, "", {}}))});
    };
    for (NumberAsked const& one : asked) {
        if (!one.values) {
            if (!drawn) drawn.emplace(scenario.read({Override{"assumptions", "drawn"}}), strategy);
            if (auto const believed = plausible_at(*drawn, one.path))
                open(one.path, *believed);
            else
                problems.push_back({{one.place},
                                    "what is believed of it is not known here",
                                    {},
                                    Message("say it, as in {0}=0.1..0.6", {name(one.path)})});
            continue;
        }
        auto const factor = read_factor(one.path, *one.values, one.place, scenario.field_at(one.path), problems);
        if (!factor) continue;
        if (auto const* const values = std::get_if<Distribution>(&factor->values))
            open(one.path, *values);
        else
            problems.push_back({{one.place}, "only numbers that can be anything between two ends are calibrated", {}, {}});
    }
    if (!problems.empty()) throw InvalidInput(std::move(problems));
    return opening;
}

}  // namespace micropol
