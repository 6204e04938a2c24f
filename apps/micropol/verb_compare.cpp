#include <algorithm>
#include <iostream>
#include <limits>

#include "findings/before_after.h"
#include "findings/common.h"
#include "findings/decision.h"
#include "micropol/before_running.h"
#include "micropol/log.h"
#include "micropol/posterior_option.h"
#include "micropol/session.h"
#include "micropol/show.h"
#include "micropol/variant_option.h"
#include "micropol/wording.h"
#include "store/stored_comparison.h"
#include "study/compare/compare.h"
#include "study/decide/decision.h"
#include "study/optimise/optimise.h"

namespace micropol::app {

namespace {

constexpr std::string_view formats[] = {"text", "json", "jsonl", "csv", "markdown"};
constexpr Option optimise_options[] = {
    {"optimise", "", "search for better strategies: bundles of levers, each with its intensity, weeks and people"},
    {"budget", "AMOUNT", "with --optimise: highest mean cost of a strategy, in thousands of the scenario's currency", "no limit"},
    {"least-credibility", "SHARE", "with --optimise: lowest mean credibility of the sponsor at the end", "no limit"},
    {"levers", "A,B,…", "with --optimise: levers to choose from; 'micropol describe interventions' lists them", "all"},
    {"bundle-size", "N", "with --optimise: most levers in a bundle", "4"},
    {"effort", "N", "with --optimise: number of blocks of sixteen histories to search with", "5,000"},
};

// ------------------------------------------------------------------------------------- compare

ComparePlan parse_plan(Arguments const& arguments) {
    ComparePlan plan{.strategies = arguments.values("strategy"),
                     .less_is_better = arguments.has("less-is-better"),
                     .capped = arguments.has("runs")};
    for (std::string const& text : arguments.values("variant")) plan.variants.push_back(parse_variant(text));
    if (auto const by = arguments.value("by")) plan.by = *by;
    plan.later = later_start(arguments);
    auto const width = arguments.positive_number("until-ci"), indifference = arguments.positive_number("indifference");
    bool const decide = arguments.has("until-decided");
    if (width && decide) throw WrongUsage("--until-ci and --until-decided exclude each other");
    if (!decide && indifference) throw WrongUsage("--indifference goes with --until-decided");
    if (width) plan.until = Stopped::Rule::narrow, plan.aim = width;
    if (decide) plan.until = Stopped::Rule::selected, plan.aim = indifference;
    return plan;
}

void describe(Forecast const& forecast, ComparePlan const& plan, int threads) {
    Model const& model = *forecast.models.front();
    Scenario const& scenario = model.scenario();
    Listing names{{}, Listing::Joined::by_commas};
    std::size_t const strategies = forecast.models.size() - plan.variants.size();
    for (std::size_t k = 0; k < strategies; ++k) names.items.push_back(strategy(forecast.models[k]->strategy()));
    for (Variant const& variant : plan.variants) names.items.push_back(name(variant.name));
    std::uint64_t const blocks = forecast.blocks / forecast.models.size();
    log::print(name(scenario.name));
    log::print(Message("{0}: {1}", {counted("{0} strategies", names.items.size()), names}));
    log::print(Message(forecast.open ? "{0} of each in {1}, then more until the rule is met; {2}, {3}, seed {4}"
                                     : "{0} of each in {1}; {2}, {3}, seed {4}",
                       {counted("{0} histories", blocks * histories_per_block), counted("{0} blocks of sixteen", blocks),
                        counted("{0} employees", model.headcount()), counted("{0} weeks", std::uint64_t(scenario.weeks)),
                        number(scenario.seed)}));
    print_costs(forecast, threads);
}

// How many histories it takes, once.
void report_width(RuleCheck const& check) {
    if (check.blocks != first_check) return;
    double const times = check.widest / check.rule.aim;
    double const needed = double(first_check * histories_per_block) * times * times;
    Phrase const widest = in_two_digits(check.widest), aim = exact(check.rule.aim);
    log::info(needed < 1e12
                  ? Message("the widest interval is {0} so far; {1} takes about {2} histories of each strategy",
                            {widest, aim, Count{std::uint64_t(needed)}})
                  : Message("the widest interval is {0} so far; {1} takes too many histories of each strategy", {widest, aim}));
}

// Kept without the posterior that is now taken.
std::optional<Comparison> comparison_before(Arguments const& arguments) {
    auto const file = arguments.value("before");
    if (!file) return std::nullopt;
    if (!arguments.has("posterior")) throw WrongUsage("--before goes with --posterior");
    StoredStudy const study(*file);
    if (study.record().kind != "compare" || !study.record().provenance.posterior.empty())
        throw InvalidInput({{*file},
                            "it holds no comparison under what was believed before",
                            "--before asks for one that was made without --posterior",
                            "keep one with compare SCENARIO --assumptions drawn --output FILE.db"});
    return comparison_in(study);
}

void show_before_after(Comparison const& before, Comparison const& after, Format format, Arguments const& arguments) {
    if (are_comparable(before, after))
        std::cout << show(before, after, format, parse_show_options(arguments));
    else
        log::warning(Message("{0} has other strategies or another criterion; nothing is said of before and after",
                             {name(*arguments.value("before"))}));
}

// What is said at the end of a comparison of how its choice stands under the assumptions that were drawn, and what to run next.
Standings standings_of(Comparison const& comparison, Undecided undecided, Arguments const& arguments, Format format) {
    Standings standings;
    bool const decides = arguments.has("decide"), is_read = format == Format::text || format == Format::markdown;
    if (undecided.drawn.empty() || (!decides && !is_read)) return standings;
    std::string const regions = "--runs " + std::to_string(blocks_for_regions * histories_per_block);
    if (comparison.blocks < blocks_to_decide) {
        standings.sentences = {Message(
            "How this choice stands under the {0} assumptions that were drawn takes at least {1} blocks of each strategy: {2}.",
            {Count{undecided.drawn.size()}, number(blocks_to_decide), name(regions)})};
        return standings;
    }
    std::vector<DecisionQuestion> questions;
    if (decides) questions = usual_questions(comparison.facts);
    auto const is_own = [&](DecisionQuestion const& one) {
        return one.criterion.outcome == comparison.criterion.outcome &&
               one.criterion.less_is_better == comparison.criterion.less_is_better;
    };
    if (std::ranges::none_of(questions, is_own)) questions.push_back({.criterion = comparison.criterion});
    Decision decision = decide(comparison.facts, std::move(undecided), questions);
    auto const own = std::ranges::find_if(decision.answers, is_own, &Answer::question);
    standings.sentences.push_back(standing_of(decision, *own));
    if (decides) {
        standings.decision = std::move(decision);
        return standings;
    }
    auto const kept = arguments.value("output");
    if (kept && comparison.blocks >= blocks_for_regions)
        standings.sentences.push_back(
            Message("To see what that choice risks and what is worth asking: {0}.", {name("micropol decide " + *kept)}));
    else
        standings.sentences.push_back(
            Message("To see what that choice risks, what must be true for it and what is worth asking: this command with {0}.",
                    {name("--decide")}));
    return standings;
}

// --decide: before anything is simulated, whether there can be a decision.
void require_decidable(Session& session, ComparePlan const& plan) {
    Forecast const expected = forecast(session.runner().source(), plan);
    Model const& model = *expected.models.front();
    StudyFacts const facts = facts_of(model);
    std::string const file = model.scenario().file.string();
    if (facts.uncertain.empty())
        throw InvalidInput({{file},
                            "no number was drawn: every block has the same assumptions",
                            "a decision is about what is not known",
                            "add --assumptions drawn"});
    if (model.blocks() < blocks_to_decide)
        throw InvalidInput(
            {{"--runs"},
             Message("{0} blocks are too few for --decide", {Count{model.blocks()}}),
             Message("what is not known is drawn once a block; a decision needs at least {0}", {number(blocks_to_decide)}),
             "leave out --runs, or ask for more"});
    if (usual_questions(facts).empty())
        throw InvalidInput({{file},
                            "it records neither whether the transformation takes root nor what it brings",
                            "these are what strategies are judged by where nothing else is asked for",
                            "add success or net_value to outcomes"});
}

ExitCode compare_strategies(Session& session, Arguments const& arguments, Format format) {
    ComparePlan plan = parse_plan(arguments);
    if (arguments.has("decide")) require_decidable(session, plan);
    if (arguments.has("dry-run")) {
        Forecast const expected = forecast(session.runner().source(), plan);
        session.check(expected);
        describe(expected, plan, session.threads());
        return done;
    }
    auto const before = comparison_before(arguments);
    auto const weekly = parse_weekly(arguments);
    std::optional<WeeklyTable> series;
    Undecided undecided;
    plan.undecided = &undecided;
    if (weekly) plan.series = [&](std::vector<std::string> const& variants) { return &series.emplace(variants); };
    auto const comparison = compare(session.runner(), plan, report_width);
    if (!session.complete(comparison.has_value())) return session.code();
    if (weekly) write_weekly(*weekly, *series, comparison->facts, comparison->blocks);
    if (prints_result(arguments)) {
        std::cout << show(*comparison, standings_of(*comparison, std::move(undecided), arguments, format), format,
                          parse_show_options(arguments));
        if (before) show_before_after(*before, *comparison, format, arguments);
    }
    return done;
}

// ------------------------------------------------------------------------------------- optimise

void refuse_optimise_options(Arguments const& arguments) {
    bool const optimises = arguments.has("optimise");
    for (Option const& option : optimise_options)
        if (!optimises && arguments.has(option.name))
            throw WrongUsage(Message("--{0} goes with --optimise", {name(option.name)}));
    if (optimises && arguments.value("format") == "jsonl")
        throw WrongUsage(Message("--optimise and --{0} exclude each other", {name("format jsonl")}));
    for (char const* other : {"until-ci", "until-decided", "variant", "weekly", "from-week"})
        if (optimises && arguments.has(other))
            throw WrongUsage(Message("--optimise and --{0} exclude each other", {name(other)}));
}

OptimisePlan parse_search(Arguments const& arguments) {
    constexpr long long any = std::numeric_limits<int>::max();
    OptimisePlan plan{.strategies = arguments.values("strategy"),
                      .less_is_better = arguments.has("less-is-better"),
                      .levers = arguments.list("levers")};
    if (auto const by = arguments.value("by")) plan.by = *by;
    if (auto const size = arguments.whole_number("bundle-size", 0, any)) plan.bundle_size = std::size_t(*size);
    if (auto const effort = arguments.whole_number("effort", 0, any)) plan.effort = std::size_t(*effort);
    if (auto const budget = arguments.positive_number("budget")) plan.limits.budget = *budget;
    if (auto const least = arguments.positive_number("least-credibility")) plan.limits.least_credibility = *least;
    return plan;
}

void describe(Forecast const& forecast, OptimisePlan const& plan, int threads) {
    Model const& model = *forecast.models.front();
    SearchSpace const space = search_space(model, plan);
    log::print(name(model.scenario().name));
    log::print(Message("Search  {0}, at most {1} in a bundle; about {2}",
                       {counted("{0} levers", space.levers.size()), number(space.most_levers),
                        counted("{0} blocks of sixteen histories", plan.effort)}));
    log::print(Message("Final   {0} fresh histories each of what was found (at most {1}), none and {2} of the scenario",
                       {Count{std::uint64_t(model.blocks()) * histories_per_block}, number(most_finalists),
                        counted("{0} strategies", forecast.models.size() - 1)}));
    print_costs(forecast, threads);
}

ExitCode search_strategies(Session& session, Arguments const& arguments, Format format) {
    OptimisePlan const plan = parse_search(arguments);
    if (arguments.has("dry-run")) {
        Forecast const expected = forecast(session.runner().source(), plan);
        session.check(expected);
        describe(expected, plan, session.threads());
        return done;
    }
    auto const optimum = optimise(session.runner(), plan);
    if (!session.complete(optimum.has_value())) return session.code();
    if (prints_result(arguments)) std::cout << show(*optimum, format, parse_show_options(arguments));
    return done;
}

void refuse_decide_options(Arguments const& arguments, Format format) {
    if (!arguments.has("decide")) return;
    for (char const* other : {"until-ci", "until-decided", "optimise", "shard"})
        if (arguments.has(other)) throw WrongUsage(Message("--decide and --{0} exclude each other", {name(other)}));
    if (format == Format::csv)
        throw WrongUsage("--decide is not for --format csv; keep the results with --output and use micropol decide --format csv");
}

ExitCode run(Call const& call) {
    Arguments const& arguments = call.arguments;
    Format const format = parse_format(arguments, formats);
    refuse_optimise_options(arguments);
    refuse_decide_options(arguments, format);
    bool const open = arguments.has("until-ci") || arguments.has("until-decided");
    bool const needs_strategies = !arguments.has("optimise") && !arguments.has("variant");
    std::vector<Override> before;
    if (arguments.has("decide")) before.push_back({"runs.histories", std::to_string(blocks_for_regions * histories_per_block)});
    std::string const file = arguments.positional(1, 1, "a scenario file").front();
    Session session(
        call,
        needs_strategies ? scenario_with_strategies(file, arguments, before) : scenario_with_options(file, arguments, before),
        !open || arguments.has("runs"));
    return arguments.has("optimise") ? search_strategies(session, arguments, format)
                                     : compare_strategies(session, arguments, format);
}

constexpr Option options[] = {
    {"by", "OUTCOME", "outcome by which strategies are compared", "substantive; with --optimise: net_value"},
    {"less-is-better", "", "the best strategy has least of that outcome"},
    {"strategy", "NAME", "compare only this strategy with none; none: no strategy, only variants", "all of the scenario's", true},
    {"variant", "NAME: PATH=VALUE, …",
     "compare the scenario with these settings, too: a mechanism switched off, other numbers; strategy=NAME: under that strategy",
     "", true},
    {"until-ci", "WIDTH",
     "simulate until every confidence interval against the best is narrower than WIDTH, in the outcome's unit (0.05: 5 points)"},
    {"until-decided", "", "simulate until the best is selected with 95 % probability (procedure KN of Kim & Nelson 2001)"},
    {"indifference", "D", "with --until-decided: smallest difference that matters", "0.02 for shares"},
    {"decide", "", "simulate 256 blocks of each strategy, and say which to choose although the assumptions are not known"},
    optimise_options[0],
    optimise_options[1],
    optimise_options[2],
    optimise_options[3],
    optimise_options[4],
    optimise_options[5],
    set_option,
    assumptions_option,
    posterior_option,
    prior_option,
    from_week_option,
    {"before", "FILE.db", "with --posterior: a comparison that was kept before; says how the evidence changes the choice"},
    {"runs", "N", "number of histories of each strategy, rounded up to whole blocks of sixteen; with --until-…: the most",
     "the scenario's, else 1,024; with --until-…: no limit"},
    seed_option,
    threads_option,
    weeks_option,
    output_option,
    weekly_option,
    shard_option,
    listed_format_option,
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
    "compare scenarios/marketing_sales.yaml --strategy bundle --variant 'bundle, no tactics: strategy=bundle, mechanisms.tactics=off'",
    "what a mechanism does to a strategy, among the same people",
    "compare scenarios/marketing_sales.yaml --decide",
    "and how far each may fall short, where each is the best, and what is worth asking, as decide says it",
    "compare scenarios/marketing_sales.yaml --until-decided --indifference 0.03",
    "as many histories as it takes; strategies within 3 points count as equally good",
    "compare scenarios/marketing_sales.yaml --until-ci 0.05 --runs 20000 --format markdown",
    "until differences are known to 5 points, or 20,000 histories are reached; as Markdown. The rule is checked after 32 blocks of "
    "sixteen histories, then after every 16 more",
    "compare scenarios/marketing_sales.yaml --optimise --budget 400",
    "which bundle of levers is worth most for at most 400 thousand in the scenario's currency, and what less money buys",
    "compare scenarios/marketing_sales.yaml --optimise --by substantive --levers training,champions,quick_win --bundle-size 2",
    "at most two of three levers, for most substantive adoption",
};

}  // namespace

extern Verb const compare_verb;
constinit Verb const compare_verb{
    "compare", "compare strategies under common random numbers, or search for a better one", "SCENARIO", options, examples, run};

}  // namespace micropol::app
