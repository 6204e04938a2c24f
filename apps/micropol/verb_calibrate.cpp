#include <iostream>

#include "micropol/before_running.h"
#include "micropol/calibration_asked.h"
#include "micropol/log.h"
#include "micropol/session.h"
#include "micropol/show.h"
#include "micropol/wording.h"
#include "store/calibrated_json.h"
#include "study/calibrate/calibrate.h"

namespace micropol::app {

namespace {

constexpr std::string_view formats[] = {"text", "json", "csv", "markdown"};

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
    auto [source, plan] = calibration_asked(call);
    Session session(call, std::move(source), false);
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
    {"hold-out-wave", "WAVE",
     "learn from all but one survey, and judge its forecast: the name in the column 'wave', or the week of a survey that has none"},
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
