#include <algorithm>
#include <iostream>

#include "micropol/before_running.h"
#include "micropol/log.h"
#include "micropol/session.h"
#include "micropol/show.h"
#include "micropol/wording.h"
#include "observation/evidence.h"
#include "scenario/number.h"
#include "store/calibrated_json.h"
#include "study/calibrate/calibrate.h"
#include "study/sweep/sweep.h"

namespace micropol::app {

namespace {

constexpr std::string_view formats[] = {"text", "json", "csv", "markdown"};

// What is believed of a number that is only named.
Distribution plausible_at(ScenarioSource const& source, std::string const& strategy, std::string const& path) {
    Model const model(source.read({Override{"assumptions", "drawn"}}), strategy);
    for (Assumption const& number : model.assumptions())
        if (number.path == path && is_uncertain(number)) return number.value;
    throw WrongUsage(
        Message("--factor {0}: what is believed of it is not known here; say it, as in --factor {0}=0.1..0.6", {name(path)}));
}

// The scenario as it is to be calibrated, and by what it was changed for that.
struct Opened {
    ScenarioSource source;
    std::vector<std::string> settings;
};

// Everything that is not known, or what the scenario leaves open and the factors.
Opened open_numbers(std::filesystem::path const& file, Arguments const& arguments) {
    std::vector<std::string> const asked = arguments.values("factor");
    ScenarioSource const as_it_is = scenario_with_options(file, arguments);
    std::vector<Override> before;
    if (!arguments.has("assumptions")) before.push_back({"assumptions", asked.empty() ? "drawn" : "default"});
    if (auto const assumptions = arguments.value("assumptions")) before.push_back({"assumptions", *assumptions});
    std::vector<Problem> problems;
    for (std::string const& text : asked) {
        std::size_t const equals = std::min(text.find('='), text.size());
        std::string const path = text.substr(0, equals);
        if (equals == text.size()) {
            Distribution const believed = plausible_at(as_it_is, arguments.value("strategy").value_or(""), path);
            before.push_back({path, to_line(to_node(Number{believed, "", {}}))});
            continue;
        }
        auto const factor = read_factor(path, std::string_view(text).substr(equals + 1), "--factor " + text,
                                        as_it_is.field_at(path), problems);
        if (!factor) continue;
        auto const* const values = std::get_if<Distribution>(&factor->values);
        if (!values)
            problems.push_back(
                {{"--factor " + text}, "only numbers that can be anything between two ends are calibrated", {}, {}});
        else
            before.push_back({path, to_line(to_node(Number{*values, "", {}}))});
    }
    if (!problems.empty()) throw InvalidInput(std::move(problems));
    Opened opened{scenario_with_options(file, arguments, before), {}};
    for (Override const& one : before) opened.settings.push_back(one.path + '=' + one.value);
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
    at_least("waves", plan.waves, 0), at_least("draws-each", plan.settings_each, 50);
    if (auto const week = arguments.whole_number("hold-out-from", 1, most)) plan.hold_out_from = int(*week);
    return plan;
}

Evidence read_all(Call const& call, ScenarioSource const& source, std::string const& strategy) {
    std::vector<std::string> files = call.arguments.values("evidence");
    std::vector<std::string> const& words = call.arguments.positional(1, 1000, "a scenario file");
    files.insert(files.end(), words.begin() + 1, words.end());
    if (files.empty()) throw WrongUsage("missing --evidence FILE");
    std::vector<Problem> problems;
    EvidenceScope const scope = scope_of(Model(source.read(), strategy), parse_privacy(call.arguments).smallest_group);
    Evidence evidence = read_evidence(files, scope, problems);
    if (!problems.empty()) throw InvalidInput(std::move(problems));
    return evidence;
}

void describe(Forecast const& expected, CalibratePlan const& plan, int threads) {
    Model const& model = *expected.models.front();
    log::print(name(model.scenario().name));
    log::print(Message("{0}, {1}; {2}, {3}, seed {4}",
                       {counted("{0} observations", plan.evidence.cells.size()),
                        counted("{0} uncertain numbers", believed_numbers(model, plan.evidence).size()),
                        counted("{0} employees", model.headcount()), counted("{0} weeks", std::uint64_t(plan.evidence.weeks())),
                        number(model.scenario().seed)}));
    print_costs(expected, threads);
}

ExitCode run(Call const& call) {
    Arguments const& arguments = call.arguments;
    Format const format = parse_format(arguments, formats);
    CalibratePlan plan = parse_plan(arguments);
    Opened opened = open_numbers(arguments.positional(1, 1000, "a scenario file").front(), arguments);
    plan.settings = opened.settings;
    plan.evidence = read_all(call, opened.source, plan.strategy);
    Session session(call, std::move(opened.source), false);
    if (arguments.has("dry-run")) {
        Forecast const expected = forecast(session.runner().source(), plan);
        session.check(expected);
        describe(expected, plan, session.threads());
        return done;
    }
    auto const calibrated = calibrate(session.runner(), plan);
    if (!session.complete(calibrated.has_value(), {.json = calibrated ? stored_json_of(*calibrated).dump() : ""}))
        return session.code();
    if (prints_result(arguments)) std::cout << show(*calibrated, format, parse_show_options(arguments));
    return done;
}

constexpr Option options[] = {
    {"evidence", "FILE.csv", "what the company has seen of itself; 'micropol describe evidence' says what that can be", "", true},
    {"strategy", "NAME", "what the company did: one of the scenario's strategies", "none"},
    {"factor", "PATH[=VALUES]",
     "a number to be calibrated, from 0.1..0.8 or as is plausible; beside those that the scenario leaves open",
     "every number that is not known", true},
    {"hold-out-from", "WEEK", "learn from earlier weeks alone, and judge the forecast of this week and later ones"},
    {"draws", "N", "settings drawn from what is believed", "2,000"},
    {"particles", "N", "draws of the posterior", "2,000"},
    {"waves", "N", "waves of further settings, drawn from what is left; 0: none", "4"},
    {"draws-each", "N", "settings simulated in each wave", "500"},
    {"quick", "", "500 settings and no waves: a first look"},
    {"group-size", "K", "refuse numbers of fewer than K people", "10"},
    set_option,
    {"assumptions", "default|drawn",
     "numbers that neither the scenario nor --factor gives: their usual values, or to be calibrated, too",
     "drawn; with --factor: default"},
    seed_option,
    threads_option,
    weeks_option,
    output_option,
    shard_option,
    format_option,
    no_progress_option,
    dry_run_option,
    allow_outside_option,
};

constexpr std::string_view examples[] = {
    "calibrate ours.yaml --evidence log_ins.csv --evidence survey.csv --output posterior.db",
    "what 26 weeks of log-ins and a survey say of everything that is not known of the company",
    "calibrate ours.yaml --evidence log_ins.csv --hold-out-from 18",
    "whether eighteen weeks would have told the next ones",
    "calibrate ours.yaml --evidence log_ins.csv --quick --factor culture.rivalry --factor mechanisms.adoption.pace=0.05..0.5",
    "a first look at two numbers; the others have their usual values",
};

}  // namespace

extern Verb const calibrate_verb;
constinit Verb const calibrate_verb{"calibrate",
                                    "learn from a company's own log-ins, surveys and moves what is not known of it",
                                    "SCENARIO --evidence FILE…",
                                    options,
                                    examples,
                                    run};

}  // namespace micropol::app
