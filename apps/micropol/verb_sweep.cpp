#include <iostream>

#include "micropol/before_running.h"
#include "micropol/machine.h"
#include "micropol/session.h"
#include "micropol/show.h"
#include "micropol/sweep_plan.h"
#include "micropol/wording.h"
#include "store/stored_sweep.h"

namespace micropol::app {

namespace {

constexpr std::string_view formats[] = {"text", "json", "csv", "markdown"};

std::size_t memory_needed(Model const& model, std::size_t tasks, int threads) {
    Scenario scenario = model.scenario();
    scenario.histories = threads * histories_per_block;  // as many results as threads are held in full
    return Model(std::move(scenario), model.strategy()).memory_needed(threads) + tasks * model.outcomes().size() * sizeof(double);
}

void forecast(Model const& model, SweepDefinition const& definition, std::size_t points, int threads) {
    std::size_t const blocks = points * definition.arms() * definition.blocks;
    double const one = seconds_of_one_block(model);
    std::cout << model.scenario().name << '\n'
              << counted(definition.factors.size(), "factor") << ", design " << design_names[std::size_t(definition.design)]
              << ": " << counted(points, "point") << " × " << grouped(std::uint64_t(definition.blocks) * histories_per_block)
              << " histories" << (definition.against ? " of each of two strategies" : "") << ", " << counted(blocks, "block")
              << " of sixteen; " << grouped(model.headcount()) << " employees, "
              << counted(std::uint64_t(model.scenario().weeks), "week") << ", seed " << definition.seed << '\n';
    for (Factor const& factor : definition.factors)
        std::cout << "        " << factor.path << "  " << written_at(factor, 0) << " … " << written_at(factor, 1) << '\n';
    std::cout << "Memory  about " << in_bytes(memory_needed(model, blocks, threads)) << " with "
              << counted(std::uint64_t(threads), "thread") << '\n'
              << "Time    about " << in_words(one * double(blocks) / threads) << "; one block took " << in_words(one) << '\n';
}

ExitCode run(Call const& call) {
    Arguments const& arguments = call.arguments;
    Format const format = parse_format(arguments, formats);
    (void)parse_threads(arguments);  // the command line is checked before any file is read
    SweepRequest const request = parse_sweep(arguments);
    SweepDefinition const definition = sweep_definition(request, arguments);
    Points const points = points_of(definition);
    std::vector<Task> const tasks = tasks_of(definition, points.size(), 0);
    Session session(call, request.source, Retention::final_week);
    session.runner().add(variants_of(definition, points));
    auto const model = session.runner().model(0);
    if (arguments.has("runs")) report_rounding(*model);
    check_memory(*model, session.threads(), [&](int threads) { return memory_needed(*model, tasks.size(), threads); });
    if (arguments.has("dry-run")) {
        forecast(*model, definition, points.size(), session.threads());
        return done;
    }

    StudyFacts const facts = facts_of(*model);
    session.begin(
        {.kind = "sweep", .definition = definition_of(definition), .view = view_of(definition, facts), .planned = tasks.size()});
    SweepValues values = no_values(definition, facts.outcomes.size(), points.size());
    bool const all = session.runner().perform(
        tasks, [&](std::size_t task, BlockResult const& result) { set_values(definition, values, task, result.weekly); });
    if (!all) return session.stopped();
    if (!session.complete()) return done;
    std::cout << show(conclude(facts, definition, values), format, parse_show_options(arguments));
    return done;
}

constexpr Option options[] = {
    {"factor", "PATH=VALUES",
     "what to vary: 0.1..0.8, {uniform: [0.1, 0.8]}, or words such as on, off; the path 'strategy' takes strategies",
     "every uncertain parameter", true},
    {"design", "grid|one_at_a_time|latin_hypercube|sobol_sequence|morris|sobol|list", "design of the experiment", "morris"},
    {"points", "N", "number of points (sobol: rows; morris: trajectories)", "512; sobol: 64; morris: 30"},
    {"levels", "N", "number of values of each factor, for grid, one_at_a_time and morris", "5; morris: 4"},
    {"second-order", "", "with --design sobol: effects of pairs as well"},
    {"list", "FILE.csv", "the points of design list: a column for each path"},
    {"by", "OUTCOME", "outcome to analyse", "substantive", true},
    {"strategy", "NAME", "one of the scenario's strategies", "none"},
    {"against", "NAME", "analyse the difference to this strategy (or none) in the same blocks"},
    {"fails-below", "X", "a point fails if its mean is below X, in the outcome's unit"},
    {"fails-above", "X", "a point fails if its mean is above X"},
    set_option,
    {"runs", "N", "number of histories of each point, rounded up to whole blocks of sixteen",
     "32; 256 where all points share their blocks"},
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
    "sweep scenarios/marketing_sales.yaml",
    "which of its uncertain parameters decide adoption, by Morris' elementary effects",
    "sweep scenarios/marketing_sales.yaml --strategy bundle --design sobol",
    "how much each of them explains, alone and with others, and how much is chance",
    "sweep scenarios/marketing_sales.yaml --strategy compensate_and_train --against bundle --design latin_hypercube",
    "which assumptions change the winner, and where the first strategy loses",
    "sweep scenarios/marketing_sales.yaml --design grid --factor governance.executive_pressure=0..1 --factor "
    "governance.moderation=0..1",
    "pressure and moderation, five levels each, all 25 points under common random numbers",
    "sweep scenarios/marketing_sales.yaml --design grid --factor 'strategy=none, pressure, bundle' --factor "
    "'governance.rule=committee, ceo, customer'",
    "words as well as numbers",
    "sweep scenarios/studies/what_decides_adoption.yaml --format csv",
    "a study file: question, scenario, factors and design in one place; one row for each point",
};

}  // namespace

extern Verb const sweep_verb;
constinit Verb const sweep_verb{
    "sweep", "vary assumptions: which decide, how much is chance, where it fails", "SCENARIO|STUDY", options, examples, run};

}  // namespace micropol::app
