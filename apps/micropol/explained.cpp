#include "micropol/explained.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>

#include "base/json.h"
#include "findings/explanation.h"
#include "store/explanation_json.h"
#include "study/compare/comparison.h"

namespace micropol::app {

namespace {

bool is_file_of_results(std::string const& file) {
    constexpr std::string_view beginning = "SQLite format 3";
    std::array<char, beginning.size()> found{};
    std::error_code none;
    if (!std::filesystem::is_regular_file(file, none)) return false;  // a pipe would be waited for
    std::ifstream(file, std::ios::binary).read(found.data(), std::streamsize(found.size()));
    return std::string_view(found.data(), found.size()) == beginning;
}

// What was simulated is what is explained.
void refuse_changes(Arguments const& arguments) {
    for (char const* option : {"set", "runs", "seed", "weeks", "allow-outside", "posterior", "prior"})
        if (arguments.has(option))
            throw WrongUsage(
                Message("--{0} does not go with a file of results, which says what was simulated; name the scenario instead",
                        {name(option)}));
}

// As asked for; where nothing is, without a strategy: "".
std::vector<std::string> parse_strategies(Arguments const& arguments) {
    std::vector<std::string> asked = arguments.values("strategy");
    for (auto name_of_one = asked.begin(); name_of_one != asked.end(); ++name_of_one)
        if (std::find(asked.begin(), name_of_one, *name_of_one) != name_of_one)
            throw WrongUsage(Message("--strategy {0} is there twice", {name(*name_of_one)}));
    if (asked.empty()) asked.emplace_back();
    return asked;
}

std::size_t number_of_variant(StoredStudy const& study, std::string const& asked) {
    if (asked.empty()) return 0;
    auto const found = std::ranges::find_if(
        study.variants(), [&](Variant const& variant) { return variant.name == asked || variant.strategy == asked; });
    if (found != study.variants().end()) return std::size_t(found - study.variants().begin());
    std::vector<std::string> names;
    for (Variant const& variant : study.variants()) names.push_back(variant.name);
    throw InvalidInput(Problem{{study.file().string()},
                               Message("it has no strategy '{0}'", {name(asked)}),
                               Message("it has {0}", {listed(std::span<std::string const>(names))}),
                               did_you_mean(asked, std::span<std::string const>(names))});
}

Explained stored(Arguments const& arguments, std::string const& file) {
    refuse_changes(arguments);
    StoredStudy const study(file);
    StudyRecord const& record = study.record();
    if (record.kind == "explain")
        throw InvalidInput(Problem{{file},
                                   "it holds an explanation",
                                   "there is nothing more to explain in it",
                                   Message("{0} shows it, and {1} makes a page of it",
                                           {name("micropol results show " + file), name("micropol report")})});
    if (record.kind == "calibrate")
        throw InvalidInput(
            Problem{{file},
                    "it holds a calibration",
                    "no outcome was recorded that could be explained",
                    Message("explain the scenario: {0}", {name("micropol explain SCENARIO --posterior " + file)})});
    if (!record.provenance.posterior.empty())
        throw InvalidInput(
            Problem{{file},
                    "what was drawn from a posterior cannot be explained from its results alone",
                    "the results keep no copy of the posterior",
                    Message("name the scenario file and the same options instead: {0}", {name(record.provenance.command)})});
    if (!record.provenance.inputs.empty())
        throw InvalidInput(
            Problem{{file},
                    "an imported organisation cannot be explained from its results alone",
                    "the scenario names files of people or ties, of which the results keep no copy",
                    Message("name the scenario file and the same options instead: {0}", {name(record.provenance.command)})});
    std::vector<std::size_t> numbers;
    for (std::string const& strategy : parse_strategies(arguments)) numbers.push_back(number_of_variant(study, strategy));
    if (!study.finished())
        throw InvalidInput(Problem{{file},
                                   "it is not finished",
                                   "which history is the median is known at the end",
                                   Message("go on with the command that made it: {0}", {name(record.provenance.command)})});
    Explained explained{ScenarioSource(record.provenance.scenario, file, known_plugins()), {}, true};
    auto const final_values = study.final_values();
    for (std::size_t const number : numbers)
        explained.strategies.push_back({study.variants().at(number), final_values.at(number)});
    return explained;
}

}  // namespace

Explained what_to_explain(Arguments const& arguments) {
    std::string const file = arguments.positional(1, 1, "a scenario file or a file of results").front();
    if (is_file_of_results(file)) return stored(arguments, file);
    Explained explained{arguments.has("strategy") ? scenario_with_strategies(file, arguments) : named_scenario(arguments), {}};
    for (std::string const& strategy : parse_strategies(arguments)) {
        bool const none = strategy.empty() || strategy == no_strategy;
        explained.strategies.push_back({none ? Variant{std::string(no_strategy), ""} : Variant{strategy, strategy}});
    }
    return explained;
}

Conclusion conclusion_of(Explanation const& explanation) {
    return {.json = stored_json_of(explanation, explanation_texts()).dump(), .told = explanation.trace.get()};
}

}  // namespace micropol::app
