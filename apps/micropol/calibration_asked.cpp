#include "micropol/calibration_asked.h"

#include <algorithm>

#include "micropol/log.h"
#include "micropol/scenario_options.h"
#include "micropol/wording.h"
#include "observation/evidence.h"
#include "study/calibrate/open_numbers.h"

namespace micropol::app {

namespace {

// The scenario as it is to be calibrated, and by what it was changed for that.
struct Opened {
    ScenarioSource source;
    std::vector<std::string> settings;
};

Opened open_numbers(std::filesystem::path const& file, Arguments const& arguments) {
    std::vector<NumberAsked> asked;
    for (std::string const& text : arguments.values("factor")) {
        std::size_t const equals = text.find('=');
        NumberAsked one{.path = text.substr(0, equals), .place = "--factor " + text};
        if (equals != std::string::npos) one.values = text.substr(equals + 1);
        asked.push_back(std::move(one));
    }
    std::vector<Override> const opening = opening_of(
        scenario_with_options(file, arguments), arguments.value("strategy").value_or(""), asked, arguments.value("assumptions"));
    Opened opened{scenario_with_options(file, arguments, opening), {}};
    for (Override const& one : opening) opened.settings.push_back(one.path + '=' + one.value);
    return opened;
}

CalibratePlan parse_plan(Arguments const& arguments) {
    CalibratePlan plan{.strategy = arguments.value("strategy").value_or("")};
    constexpr long long most = 1'000'000;
    bool const quick = arguments.has("quick");
    if (quick) plan.table = 500, plan.particles = 500, plan.waves = 0;
    auto const at_least = [&](std::string_view option, std::size_t& value, long long least) {
        if (auto const asked = arguments.whole_number(option, least, most)) value = std::size_t(*asked);
    };
    at_least("draws", plan.table, (long long)smallest_table), at_least("particles", plan.particles, (long long)smallest_table);
    at_least("waves", plan.waves, 0), at_least("draws-each", plan.settings_each, (long long)least_settings_each);
    if (auto const week = arguments.whole_number("hold-out-from", 1, most)) plan.hold_out_from = int(*week);
    plan.hold_out_wave = arguments.value("hold-out-wave");
    return plan;
}

// An empty table is no mistake, but it teaches nothing.
void say_which_are_empty(std::vector<std::string> const& files, Evidence const& evidence) {
    for (std::string const& file : files)
        if (std::ranges::none_of(evidence.cells, [&](EvidenceCell const& cell) { return cell.place.file == file; }))
            log::warning(Message("{0} has no number: nothing is learned from it", {name(file)}));
}

Evidence read_all(Call const& call, ScenarioSource const& source, std::string const& strategy) {
    std::vector<std::string> files = call.arguments.values("evidence");
    std::vector<std::string> const& words = call.arguments.positional(1, 1000, "a scenario file");
    files.insert(files.end(), words.begin() + 1, words.end());
    if (files.empty()) throw WrongUsage("missing --evidence FILE");
    std::vector<Problem> problems;
    EvidenceScope const scope = scope_of(Model(source.read(), strategy), parse_privacy(call.arguments).smallest_group);
    std::vector<Phrase> remarks;
    Evidence evidence = read_evidence(files, scope, remarks, problems);
    if (!problems.empty()) throw InvalidInput(std::move(problems));
    for (Phrase const& remark : remarks) log::info(remark);
    say_which_are_empty(files, evidence);
    return evidence;
}

}  // namespace

CalibrationAsked calibration_asked(Call const& call) {
    CalibratePlan plan = parse_plan(call.arguments);
    Opened opened = open_numbers(call.arguments.positional(1, 1000, "a scenario file").front(), call.arguments);
    plan.settings = opened.settings;
    plan.evidence = read_all(call, opened.source, plan.strategy);
    return {std::move(opened.source), std::move(plan)};
}

}  // namespace micropol::app
