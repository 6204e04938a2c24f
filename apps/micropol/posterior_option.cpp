#include "micropol/posterior_option.h"

#include "micropol/log.h"
#include "micropol/provenance.h"
#include "scenario/differences.h"
#include "scenario/format.h"
#include "store/calibrated_json.h"

namespace micropol::app {

namespace {

// What evidence does not speak of: how long, how often and under which name it is simulated, and what could be done.
constexpr std::string_view ignored[] = {"name", "question", "claim", "source", "runs", "strategies", "outcomes", "currency"};
constexpr std::size_t most_named = 5;

void require_same_scenario(StoredStudy const& study, Scenario const& scenario, Call const& call) {
    Provenance const now = provenance_of(scenario, call), then = study.record().provenance;
    std::vector<std::string> differing = differing_paths(then.scenario, now.scenario, ignored);
    if (differing.empty() && then.inputs == now.inputs) return;
    if (differing.size() > most_named) differing.resize(most_named), differing.emplace_back("…");
    throw InvalidInput({{study.file().string()},
                        "this posterior is of another scenario",
                        differing.empty() ? Phrase("the files of people and ties differ")
                                          : Phrase(Message("these differ: {0}", {listed(differing)})),
                        "calibrate this scenario, or leave these as they were"});
}

}  // namespace

std::vector<Override> settings_of_calibration(Arguments const& arguments) {
    auto const posterior = arguments.value("posterior"), prior = arguments.value("prior");
    if (posterior && prior) throw WrongUsage("--posterior and --prior exclude each other");
    if (!posterior && !prior) return {};
    std::vector<Override> settings;
    for (std::string const& setting : calibrated_in(StoredStudy(posterior ? *posterior : *prior)).settings) {
        std::size_t const equals = std::min(setting.find('='), setting.size());
        settings.push_back({setting.substr(0, equals), setting.substr(std::min(equals + 1, setting.size()))});
    }
    return settings;
}

std::optional<LaterStart> later_start(Arguments const& arguments) {
    auto const week = arguments.whole_number("from-week", 1, (long long)longest_horizon);
    if (!week) return {};
    LaterStart later{.week = int(*week)};
    for (char const* option : {"posterior", "prior"})
        if (auto const file = arguments.value(option)) {
            Calibrated const calibrated = calibrated_in(StoredStudy(*file));
            later.until_then = calibrated.facts.strategy;
            if (later.week < calibrated.evidence.weeks())
                log::warning(Message("the evidence reaches to week {0}: strategies begin before it ends",
                                     {name(std::to_string(calibrated.evidence.weeks() - 1))}));
        }
    return later;
}

std::shared_ptr<GivenNumbers const> numbers_given(Call const& call, ScenarioSource const& source) {
    auto const file = call.arguments.value("posterior");
    if (!file) return nullptr;
    StoredStudy const study(*file);
    Scenario const scenario = source.read();
    require_same_scenario(study, scenario, call);
    return std::make_shared<GivenNumbers const>(given_by(calibrated_in(study), scenario.seed));
}

}  // namespace micropol::app
