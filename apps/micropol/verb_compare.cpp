#include <spdlog/spdlog.h>

#include <algorithm>
#include <iostream>
#include <limits>

#include "micropol/before_running.h"
#include "micropol/interruption.h"
#include "micropol/machine.h"
#include "micropol/progress.h"
#include "micropol/scenario_options.h"
#include "micropol/verb.h"
#include "micropol/wording.h"
#include "results/show_comparison.h"
#include "simulation/simulate.h"

namespace micropol::app {

namespace {

constexpr std::string_view formats[] = {"text", "json", "csv", "markdown"};
constexpr std::string_view usual_criterion = "substantive";
constexpr double usual_indifference = 0.02;  // of a share: two points

// What is asked for on the command line besides the scenario.
struct Plan {
    Criterion criterion;
    Stopped::Rule rule = Stopped::Rule::all_blocks;
    double aim = 0;          // width or indifference zone
    std::uint32_t most = 0;  // blocks
    int threads = 0;
};

std::string name_of(Model const& model) { return model.strategy().empty() ? std::string(no_strategy) : model.strategy(); }

// None, and the strategies asked for or all.
std::vector<std::string> contenders_of(Scenario const& scenario, Arguments const& arguments) {
    std::vector<std::string> names{""};
    for (std::string const& asked : arguments.values("strategy"))
        if (std::ranges::find(names, asked) == names.end()) names.push_back(asked);
    if (names.size() > 1) return names;
    for (Strategy const& strategy : scenario.strategies) names.push_back(strategy.name);
    if (names.size() == 1)
        throw InvalidInput(Problem{{scenario.file.string()},
                                   "there is nothing to compare",
                                   "the scenario has no strategies",
                                   "add some under 'strategies'; micropol describe interventions shows what can be done"});
    return names;
}

void refuse_a_strategy_called_none(Scenario const& scenario) {
    auto const found = std::ranges::find(scenario.strategies, no_strategy, &Strategy::name);
    if (found != scenario.strategies.end())
        throw InvalidInput(Problem{found->place, "a strategy is called 'none'",
                                   "in a comparison that is the scenario without any strategy", "give it another name"});
}

Criterion asked_criterion(Arguments const& arguments, Model const& model) {
    std::string const key = arguments.value("by").value_or(std::string(usual_criterion));
    std::vector<std::string_view> known;
    for (OutcomeKind const* kind : model.outcomes()) known.push_back(kind->plugin.key);
    auto const found = std::ranges::find(known, key);
    if (found != known.end()) return {std::size_t(found - known.begin()), arguments.has("less-is-better")};
    std::string const guess = did_you_mean(key, std::span<std::string_view const>(known));
    throw WrongUsage("--by takes an outcome that the scenario records, not '" + key + "'" +
                     (guess.empty() ? "; see micropol describe outcomes" : ", " + guess));
}

double asked_indifference(Arguments const& arguments, Unit unit) {
    if (auto const asked = arguments.positive_number("indifference")) return *asked;
    if (unit == Unit::share || unit == Unit::flag) return usual_indifference;
    throw WrongUsage("--until-decided needs --indifference D here: the smallest difference that matters, in the unit of --by");
}

Plan asked_plan(Arguments const& arguments, Model const& model) {
    Plan plan{.criterion = asked_criterion(arguments, model)};
    plan.threads = int(arguments.whole_number("threads", 1, 4096).value_or(processors()));
    plan.most = model.blocks();
    auto const width = arguments.positive_number("until-ci");
    bool const decide = arguments.has("until-decided");
    if (width && decide) throw WrongUsage("--until-ci and --until-decided exclude each other");
    if (!decide && arguments.has("indifference")) throw WrongUsage("--indifference goes with --until-decided");
    if (!width && !decide) return plan;
    plan.rule = width ? Stopped::Rule::narrow : Stopped::Rule::selected;
    plan.aim = width ? *width : asked_indifference(arguments, model.outcomes()[plan.criterion.outcome]->unit);
    if (!arguments.has("runs")) plan.most = std::numeric_limits<std::uint32_t>::max() / histories_per_block;
    return plan;
}

// Blocks after which the rule looks again. The same on every machine.
std::uint32_t next_look(Plan const& plan, std::uint32_t blocks) {
    if (plan.rule == Stopped::Rule::all_blocks) return plan.most;
    return std::min(plan.most, blocks == 0 ? std::uint32_t(first_look) : blocks + std::uint32_t(blocks_between_looks));
}

std::size_t memory_needed(Scenario scenario, std::size_t contenders, std::uint32_t blocks, int threads) {
    scenario.histories = threads * histories_per_block;  // as many results as threads are held in full
    Model const model(std::move(scenario), "");
    return model.memory_needed(threads) + contenders * blocks * model.outcomes().size() * sizeof(Worlds);
}

void forecast(std::vector<Model> const& models, Plan const& plan) {
    Model const& model = models.front();
    Scenario const& scenario = model.scenario();
    double one = 0;
    for (Model const& each : models) one += seconds_of_one_block(each);
    std::uint32_t const blocks = next_look(plan, 0);
    bool const open = plan.rule != Stopped::Rule::all_blocks;
    std::string names;
    for (Model const& each : models) names += (names.empty() ? "" : ", ") + name_of(each);
    std::cout << scenario.name << '\n'
              << counted(models.size(), "strategy", "strategies") << ": " << names << '\n'
              << grouped(std::uint64_t(blocks) * histories_per_block) << " histories of each in " << counted(blocks, "block")
              << " of sixteen" << (open ? ", then more until the rule is met" : "") << "; " << grouped(model.headcount())
              << " employees, " << counted(std::uint64_t(scenario.weeks), "week") << ", seed " << scenario.seed << '\n'
              << "Memory  about " << in_bytes(memory_needed(scenario, models.size(), blocks, plan.threads)) << " with "
              << counted(std::uint64_t(plan.threads), "thread") << '\n'
              << "Time    about " << in_words(one * blocks / plan.threads) << (open ? " up to the first look" : "")
              << "; one block of each took " << in_words(one) << '\n';
}

void say_that_it_was_stopped(std::uint32_t blocks, Plan const& plan) {
    bool const open = plan.rule != Stopped::Rule::all_blocks;
    spdlog::warn("stopped after {}{}; nothing was saved and nothing is compared", counted(blocks, "complete block"),
                 open ? "" : " of " + grouped(plan.most));
}

bool is_narrow(Plan const& plan, std::vector<Contender> const& contenders) {
    std::size_t const blocks = contenders.front().blocks.size();
    if (blocks < first_look) return false;
    double const widest = widest_interval(contenders, plan.criterion);
    if (widest < plan.aim) return true;
    if (blocks == first_look) {
        double const needed = double(blocks * histories_per_block) * (widest / plan.aim) * (widest / plan.aim);
        spdlog::info("the widest interval is {:.2g} so far; {} takes about {} histories of each strategy", widest, plan.aim,
                     needed < 1e12 ? grouped(std::uint64_t(needed)) : "too many");
    }
    return false;
}

// Whether the rule ends the comparison; cuts blocks off that it did not need.
bool is_met(Plan const& plan, std::vector<Contender>& contenders, Stopped& stopped) {
    if (plan.rule == Stopped::Rule::narrow) return is_narrow(plan, contenders);
    if (plan.rule != Stopped::Rule::selected) return true;
    auto const selection = decided({.indifference = plan.aim}, contenders, plan.criterion);
    if (!selection) return false;
    stopped.selected = contenders[selection->system].name;
    for (Contender& contender : contenders) contender.blocks.resize(selection->observations);
    return true;
}

// Empty if a signal came.
std::optional<Stopped> simulate(std::vector<Model> const& models, Plan const& plan, bool shown,
                                std::vector<Contender>& contenders) {
    int const weeks = models.front().scenario().weeks;
    Progress progress(counted(models.size(), "strategy", "strategies") + ", " + counted(std::uint64_t(plan.threads), "thread"), 0,
                      shown);
    Stopped stopped{.rule = plan.rule, .met = false, .aim = plan.aim};
    for (std::uint32_t blocks = 0; blocks < plan.most && !stopped.met;) {
        std::uint32_t const until = next_look(plan, blocks);
        for (Contender& contender : contenders) contender.blocks.resize(until);
        progress.expect((until - blocks) * models.size());
        bool const all = run_variants(models, blocks, until, plan.threads, &interruption(),
                                      [&](std::size_t variant, BlockResult const& result) {
                                          contenders[variant].blocks[result.block] = last_week_of(result, weeks);
                                          progress.finish_block();
                                      });
        if (!all) {
            for (Contender& contender : contenders) contender.blocks.resize(blocks);
            return std::nullopt;
        }
        blocks = until;
        stopped.met = is_met(plan, contenders, stopped);
    }
    return stopped;
}

ExitCode run(Call const& call) {
    Arguments const& arguments = call.arguments;
    Format const format = asked_format(arguments, formats);
    Scenario const scenario = read_named_scenario(arguments);
    refuse_a_strategy_called_none(scenario);
    std::vector<Model> const models = build_models(scenario, contenders_of(scenario, arguments));
    Plan const plan = asked_plan(arguments, models.front());
    if (plan.rule == Stopped::Rule::all_blocks || arguments.has("runs")) say_what_is_rounded(models.front());
    refuse_what_does_not_fit(models.front(), plan.threads,
                             [&](int threads) { return memory_needed(scenario, models.size(), next_look(plan, 0), threads); });
    if (arguments.has("dry-run")) {
        forecast(models, plan);
        return done;
    }

    watch_for_interruption();
    std::vector<Contender> contenders;
    for (Model const& model : models) {
        auto const strategy = std::ranges::find(scenario.strategies, model.strategy(), &Strategy::name);
        contenders.push_back({name_of(model), strategy == scenario.strategies.end() ? "" : strategy->meaning, {}});
    }
    bool const shown = standard_error_is_terminal() && !arguments.has("no-progress") && !arguments.has("quiet");
    auto const stopped = simulate(models, plan, shown, contenders);
    if (!stopped) {
        say_that_it_was_stopped(std::uint32_t(contenders.front().blocks.size()), plan);
        return ExitCode(128 + interrupting_signal());
    }
    Comparison comparison = compare(facts_of(models.front()), contenders, plan.criterion);
    comparison.stopped = *stopped;
    std::cout << show(comparison, format,
                      {.colour = wants_colour(), .width = output_width(), .everything = arguments.has("verbose")});
    return done;
}

constexpr Option options[] = {
    {"by", "OUTCOME", "what the best strategy has most of; substantive without"},
    {"less-is-better", "", "the best strategy has least of it"},
    {"strategy", "NAME", "only this one, and none; all of the scenario without", true},
    {"until-ci", "WIDTH", "go on until every interval against the best is narrower, in the outcome's unit (0.05: 5 points)"},
    {"until-decided", "", "go on until one is selected: the best with 95 % probability (Kim & Nelson 2001)"},
    {"indifference", "D", "for --until-decided: the smallest difference that matters; 0.02 for shares"},
    set_option,
    {"runs", "N", "histories of each strategy, in whole blocks of sixteen; with --until-…: at most"},
    seed_option,
    threads_option,
    weeks_option,
    format_option,
    no_progress_option,
    dry_run_option,
    allow_outside_option,
};

constexpr std::string_view examples[] = {
    "compare scenarios/marketing_sales.yaml",
    "every strategy and none: which brings most substantive adoption, how surely, and what it costs",
    "compare scenarios/marketing_sales.yaml --by net_value",
    "the same, judged by value created minus cost",
    "compare scenarios/marketing_sales.yaml --by quits --less-is-better --strategy pressure",
    "does pressure drive people away?",
    "compare scenarios/marketing_sales.yaml --until-decided --indifference 0.03",
    "as many histories as it takes; strategies within 3 points are as good as each other",
    "compare scenarios/marketing_sales.yaml --until-ci 0.05 --runs 20000 --format markdown",
    "until differences are known to 5 points, but at most 20,000 histories; for a report. Looks after 32 blocks of sixteen, "
    "then after every 16 more",
};

}  // namespace

extern Verb const compare_verb;
constinit Verb const compare_verb{
    "compare", "its strategies against each other under the same chance", "SCENARIO", options, examples, run};

}  // namespace micropol::app
