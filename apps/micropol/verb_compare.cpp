#include <algorithm>
#include <iostream>
#include <limits>

#include "micropol/before_running.h"
#include "micropol/log.h"
#include "micropol/machine.h"
#include "micropol/optimise.h"
#include "micropol/records.h"
#include "micropol/session.h"
#include "micropol/show.h"
#include "micropol/wording.h"
#include "store/stored_comparison.h"

namespace micropol::app {

namespace {

constexpr std::string_view formats[] = {"text", "json", "csv", "markdown"};
constexpr std::string_view usual_criterion = "substantive", usual_when_optimising = "net_value";
constexpr double usual_indifference = 0.02;  // of a share: two points

// None, and the strategies asked for or all.
std::vector<Variant> contenders_of(Scenario const& scenario, Arguments const& arguments) {
    std::vector<Variant> contenders{{std::string(no_strategy), ""}};
    for (std::string const& asked : arguments.values("strategy")) {
        auto const known = std::ranges::find(scenario.strategies, asked, &Strategy::name);
        if (std::ranges::find(contenders, asked, &Variant::strategy) == contenders.end())
            contenders.push_back({asked, asked, {}, known == scenario.strategies.end() ? "" : known->meaning});
    }
    if (contenders.size() > 1) return contenders;
    for (Strategy const& strategy : scenario.strategies)
        contenders.push_back({strategy.name, strategy.name, {}, strategy.meaning});
    if (contenders.size() == 1 && !arguments.has("optimise"))
        throw InvalidInput(Problem{{scenario.file.string()},
                                   "there is nothing to compare",
                                   "the scenario has no strategies",
                                   "add some under 'strategies'; micropol describe interventions shows what can be done"});
    return contenders;
}

void refuse_a_strategy_called_none(Scenario const& scenario) {
    auto const found = std::ranges::find(scenario.strategies, no_strategy, &Strategy::name);
    if (found != scenario.strategies.end())
        throw InvalidInput(Problem{found->place, "a strategy is called 'none'",
                                   "in a comparison that is the scenario without any strategy", "give it another name"});
}

Criterion parse_criterion(Arguments const& arguments, std::vector<OutcomeKind const*> const& outcomes) {
    std::string_view const usual = arguments.has("optimise") ? usual_when_optimising : usual_criterion;
    return {parse_outcome(arguments, usual, outcomes), arguments.has("less-is-better")};
}

double parse_indifference(Arguments const& arguments, Unit unit) {
    if (auto const asked = arguments.positive_number("indifference")) return *asked;
    if (unit == Unit::share || unit == Unit::flag) return usual_indifference;
    throw WrongUsage("--until-decided needs --indifference D here: the smallest difference that matters, in the unit of --by");
}

StoppingRule parse_rule(Arguments const& arguments, Model const& model, Criterion const& criterion) {
    auto const width = arguments.positive_number("until-ci");
    bool const decide = arguments.has("until-decided");
    if (width && decide) throw WrongUsage("--until-ci and --until-decided exclude each other");
    if (!decide && arguments.has("indifference")) throw WrongUsage("--indifference goes with --until-decided");
    StoppingRule rule{.most = model.blocks()};
    if (!width && !decide) return rule;
    rule.rule = width ? Stopped::Rule::narrow : Stopped::Rule::selected;
    rule.aim = width ? *width : parse_indifference(arguments, model.outcomes()[criterion.outcome]->unit);
    if (!arguments.has("runs")) rule.most = std::numeric_limits<std::uint32_t>::max() / histories_per_block;
    return rule;
}

std::size_t memory_needed(Scenario scenario, std::size_t contenders, std::uint32_t blocks, int threads) {
    scenario.histories = threads * histories_per_block;  // as many results as threads are held in full
    Model const model(std::move(scenario), "");
    return model.memory_needed(threads) + contenders * blocks * model.outcomes().size() * sizeof(Worlds);
}

void forecast(StudyRunner const& runner, StoppingRule const& rule, int threads) {
    auto const model = runner.model(0);
    Scenario const& scenario = model->scenario();
    std::vector<Variant> const& variants = runner.variants();
    double one = 0;
    std::string names;
    for (std::uint32_t k = 0; k < variants.size(); ++k) {
        one += seconds_of_one_block(*runner.model(k));
        names += (names.empty() ? "" : ", ") + variants[k].name;
    }
    std::uint32_t const blocks = next_look(rule, 0);
    bool const open = rule.rule != Stopped::Rule::all_blocks;
    std::cout << scenario.name << '\n'
              << counted(variants.size(), "strategy", "strategies") << ": " << names << '\n'
              << grouped(std::uint64_t(blocks) * histories_per_block) << " histories of each in " << counted(blocks, "block")
              << " of sixteen" << (open ? ", then more until the rule is met" : "") << "; " << grouped(model->headcount())
              << " employees, " << counted(std::uint64_t(scenario.weeks), "week") << ", seed " << scenario.seed << '\n'
              << "Memory  about " << in_bytes(memory_needed(scenario, variants.size(), blocks, threads)) << " with "
              << counted(std::uint64_t(threads), "thread") << '\n'
              << "Time    about " << in_words(one * blocks / threads) << (open ? " up to the first look" : "")
              << "; one block of each took " << in_words(one) << '\n';
}

void say_how_many_it_takes(std::vector<Contender> const& contenders, StoppingRule const& rule, Criterion const& criterion) {
    double const widest = widest_interval(contenders, criterion);
    double const needed = double(first_look * histories_per_block) * (widest / rule.aim) * (widest / rule.aim);
    log::info("the widest interval is " + in_two_digits(widest) + " so far; " + in_short(rule.aim) + " takes about " +
              (needed < 1e12 ? grouped(std::uint64_t(needed)) : "too many") + " histories of each strategy");
}

// Empty if a signal came.
std::optional<Stopped> simulate(Session& session, StoppingRule const& rule, Criterion const& criterion,
                                std::vector<Contender>& contenders) {
    Stopped stopped{.rule = rule.rule, .met = false, .aim = rule.aim};
    for (std::uint32_t blocks = 0; blocks < rule.most && !stopped.met;) {
        std::uint32_t const until = next_look(rule, blocks);
        std::vector<Task> tasks;
        for (std::uint32_t block = blocks; block < until; ++block)
            for (std::uint32_t k = 0; k < contenders.size(); ++k) tasks.push_back({k, block});
        auto const horizons = session.runner().final_values(tasks);
        if (!horizons) return std::nullopt;
        for (std::size_t k = 0; k < tasks.size(); ++k) contenders[tasks[k].variant].blocks.push_back((*horizons)[k]);
        blocks = until;
        if (session.is_part()) continue;
        stopped = look(rule, contenders, criterion);
        if (rule.rule == Stopped::Rule::narrow && !stopped.met && blocks == first_look)
            say_how_many_it_takes(contenders, rule, criterion);
    }
    return stopped;
}

ExitCode run(Call const& call) {
    Arguments const& arguments = call.arguments;
    Format const format = parse_format(arguments, formats);
    refuse_optimise_options(arguments);
    Session session(call, named_scenario(arguments), Retention::final_week);
    Scenario const& scenario = session.scenario();
    refuse_a_strategy_called_none(scenario);
    session.runner().add(contenders_of(scenario, arguments));
    std::vector<Variant> const& variants = session.runner().variants();
    Model const& model = *session.runner().model(0);
    Criterion const criterion = parse_criterion(arguments, model.outcomes());
    StoppingRule const rule = parse_rule(arguments, model, criterion);
    bool const open = rule.rule != Stopped::Rule::all_blocks;
    if (!open || arguments.has("runs")) report_rounding(model);
    check_memory(model, session.threads(),
                 [&](int threads) { return memory_needed(scenario, variants.size(), next_look(rule, 0), threads); });
    if (arguments.has("optimise")) return optimise(arguments, session, criterion, format);
    if (arguments.has("dry-run")) {
        forecast(session.runner(), rule, session.threads());
        return done;
    }

    StudyFacts const facts = facts_of(model);
    session.begin({.kind = "compare",
                   .definition = definition_of(rule, criterion, facts),
                   .view = view_of(criterion, facts),
                   .planned = open ? std::nullopt : std::optional(std::uint64_t(rule.most) * variants.size())});
    std::vector<Contender> contenders;
    for (Variant const& variant : variants) contenders.push_back({variant.name, variant.meaning, {}});
    auto const stopped = simulate(session, rule, criterion, contenders);
    if (!stopped) return session.stopped();
    if (!session.complete()) return done;
    Comparison comparison = compare(facts, contenders, criterion);
    comparison.stopped = *stopped;
    std::cout << show(comparison, format, parse_show_options(arguments));
    return done;
}

constexpr Option options[] = {
    {"by", "OUTCOME", "outcome by which strategies are compared", "substantive; with --optimise: net_value"},
    {"less-is-better", "", "the best strategy has least of that outcome"},
    {"strategy", "NAME", "compare only this strategy with none", "all of the scenario's", true},
    {"until-ci", "WIDTH",
     "simulate until every confidence interval against the best is narrower than WIDTH, in the outcome's unit (0.05: 5 points)"},
    {"until-decided", "", "simulate until the best is selected with 95 % probability (procedure KN of Kim & Nelson 2001)"},
    {"indifference", "D", "with --until-decided: smallest difference that matters", "0.02 for shares"},
    optimise_options[0],
    optimise_options[1],
    optimise_options[2],
    optimise_options[3],
    optimise_options[4],
    optimise_options[5],
    set_option,
    {"runs", "N", "number of histories of each strategy, rounded up to whole blocks of sixteen; with --until-…: the most",
     "the scenario's, else 1,024; with --until-…: no limit"},
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
    "compare scenarios/marketing_sales.yaml",
    "all strategies and none: which leads to most substantive adoption, how reliably, and at what cost",
    "compare scenarios/marketing_sales.yaml --by net_value",
    "the same, compared by the value created minus the cost",
    "compare scenarios/marketing_sales.yaml --by quits --less-is-better --strategy pressure",
    "does pressure drive people away?",
    "compare scenarios/marketing_sales.yaml --until-decided --indifference 0.03",
    "as many histories as it takes; strategies within 3 points count as equally good",
    "compare scenarios/marketing_sales.yaml --until-ci 0.05 --runs 20000 --format markdown",
    "until differences are known to 5 points, or 20,000 histories are reached; as Markdown. The rule is checked after 32 blocks of "
    "sixteen histories, then after every 16 more",
    "compare scenarios/marketing_sales.yaml --optimise --budget 400",
    "which bundle of levers is worth most for at most 400 thousand euros, and what less money buys",
    "compare scenarios/marketing_sales.yaml --optimise --by substantive --levers training,champions,quick_win --bundle-size 2",
    "at most two of three levers, for most substantive adoption",
};

}  // namespace

extern Verb const compare_verb;
constinit Verb const compare_verb{
    "compare", "compare strategies under common random numbers, or search for a better one", "SCENARIO", options, examples, run};

}  // namespace micropol::app
