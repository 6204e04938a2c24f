#include <algorithm>
#include <charconv>
#include <iostream>

#include "base/json.h"
#include "findings/explanation.h"
#include "micropol/before_running.h"
#include "micropol/causes.h"
#include "micropol/explained.h"
#include "micropol/machine.h"
#include "micropol/session.h"
#include "micropol/show.h"
#include "micropol/wording.h"
#include "store/explanation_json.h"

namespace micropol::app {

namespace {

constexpr std::string_view formats[] = {"text", "json", "markdown"};
using Values = std::vector<double>;

// [outcome][block * 16 + history] at the horizon
std::vector<Values> by_outcome(std::span<FinalValues const> blocks) {
    std::vector<Values> values(blocks.empty() ? 0 : blocks.front().size());
    for (FinalValues const& block : blocks)
        for (std::size_t k = 0; k < values.size(); ++k)
            for (int history = 0; history < histories_per_block; ++history) values[k].push_back(double(block[k][history]));
    return values;
}

ChosenHistory parse_history(Arguments const& arguments, Values const& values) {
    std::string const which = arguments.value("history").value_or("median");
    if (which == "median" || which == "best" || which == "worst")
        return choose_history(values, which, arguments.has("less-is-better"));
    std::size_t block = 0, history = 0;
    char const* const end = which.data() + which.size();
    auto const first = std::from_chars(which.data(), end, block);
    auto const second = first.ec == std::errc{} && first.ptr != end && *first.ptr == '.'
                            ? std::from_chars(first.ptr + 1, end, history)
                            : std::from_chars_result{which.data(), std::errc::invalid_argument};
    std::size_t const blocks = values.size() / histories_per_block;
    if (second.ec != std::errc{} || second.ptr != end || history >= std::size_t(histories_per_block) || block >= blocks)
        throw WrongUsage("--history takes median, best, worst or BLOCK.HISTORY from 0.0 to " + std::to_string(blocks - 1) +
                         ".15, not '" + which + "'");
    return {"named", std::uint32_t(block), int(history), values[block * histories_per_block + history]};
}

struct AskedFork {
    int week = 0;
    std::vector<std::string> then;
};

std::optional<AskedFork> parse_fork(Arguments const& arguments, Scenario const& scenario) {
    if (!arguments.has("at-week")) {
        if (arguments.has("then")) throw WrongUsage("--then needs --at-week W, the week from which on it is done");
        return std::nullopt;
    }
    auto const week = arguments.whole_number("at-week", 0, scenario.weeks - 1);
    return AskedFork{int(*week), arguments.values("then")};
}

// The study of the strategy, and of what would have been otherwise.
struct Simulated {
    std::vector<FinalValues> as_it_was, otherwise;
};

std::optional<Simulated> simulate(Session& session, Explained const& explained, std::uint32_t blocks, bool forks) {
    std::vector<Task> tasks;
    if (!explained.stored)
        for (std::uint32_t block = 0; block < blocks; ++block) tasks.push_back({0, block});
    if (forks)
        for (std::uint32_t block = 0; block < blocks; ++block) tasks.push_back({1, block});
    auto horizons = session.runner().final_values(tasks);
    if (!horizons) return std::nullopt;
    Simulated simulated;
    auto const rest = horizons->begin() + std::ptrdiff_t(explained.stored ? 0 : blocks);
    simulated.as_it_was = explained.stored ? explained.horizons : std::vector<FinalValues>(horizons->begin(), rest);
    simulated.otherwise.assign(rest, horizons->end());
    return simulated;
}

// A file of results by another version of the program may be about other histories.
void check_it_is_the_same(Arguments const& arguments, ChosenHistory const& chosen, Trace const& trace, std::size_t by) {
    if (double(trace.outcomes[by].back()) == chosen.value || chosen.value != chosen.value) return;
    throw InvalidInput(Problem{{arguments.positional(1, 1, "").front()},
                               "its histories cannot be told",
                               "simulated again, history " + std::to_string(chosen.block) + '.' + std::to_string(chosen.history) +
                                   " ends otherwise: the file is from another version",
                               "simulate the scenario again"});
}

// What decides, besides the scenario, what is simulated and what is concluded: options of these names.
constexpr std::string_view deciding[] = {"strategy", "history",   "by",     "less-is-better", "why",     "factors",
                                         "pivotal",  "threshold", "ledger", "failing",        "at-week", "then"};

std::string definition_of(Arguments const& arguments) {
    Json definition = Json::object();
    for (std::string_view const option : deciding)
        if (arguments.has(option)) definition[std::string(option)] = arguments.values(option);
    return definition.dump();
}

void forecast(Model const& model, std::uint64_t blocks, std::uint64_t of_causes, int threads) {
    double const one = seconds_of_one_block(model);
    std::cout << model.scenario().name << '\n'
              << grouped(blocks * std::uint64_t(histories_per_block)) << " histories in " << counted(blocks, "block")
              << " of sixteen, and at most " << counted(of_causes, "block") << " more to find out why; "
              << grouped(model.headcount()) << " employees, " << counted(std::uint64_t(model.scenario().weeks), "week")
              << ", seed " << model.scenario().seed << '\n'
              << "Memory  about " << in_bytes(model.memory_needed(threads)) << " with "
              << counted(std::uint64_t(threads), "thread") << '\n'
              << "Time    at most about " << in_words(one * double(blocks + of_causes) / threads) << "; one block took "
              << in_words(one) << '\n';
}

// For the file of results: the same bytes wherever they are made.
Conclusion conclusion_of(Explanation const& explanation, Trace const& traced) {
    return {.json = stored_json_of(explanation, explanation_texts()).dump(), .told = explanation.told ? &traced : nullptr};
}

ExitCode run(Call const& call) {
    Arguments const& arguments = call.arguments;
    Format const format = parse_format(arguments, formats);
    Explained explained = what_to_explain(arguments);
    Session session(call, explained.source, Retention::final_week);
    Scenario const& scenario = session.scenario();
    auto const forks = parse_fork(arguments, scenario);
    AskedCauses const causes = parse_causes(arguments);
    StudyRunner& runner = session.runner();
    runner.add({explained.variant});
    if (forks) {
        Variant otherwise = explained.variant;
        otherwise.name = "otherwise";
        for (Override& change : changes_from(scenario, otherwise.strategy, forks->week, forks->then))
            otherwise.changes.push_back(std::move(change));
        runner.add({otherwise});
    }
    auto const model = runner.model(0);
    std::size_t const by = parse_outcome(arguments, "substantive", model->outcomes());
    if (!explained.stored) report_rounding(*model);
    check_memory(*model, session.threads(), [&](int threads) { return model->memory_needed(threads); });
    auto const blocks = explained.stored ? std::uint32_t(explained.horizons.size()) : model->blocks();

    if (arguments.has("dry-run")) {
        forecast(*model, std::uint64_t(blocks) * (forks ? 2 : 1), most_blocks(causes, *model, blocks), session.threads());
        return done;
    }
    session.begin({.kind = "explain", .definition = definition_of(arguments)});
    auto const simulated = simulate(session, explained, blocks, forks.has_value());
    if (!simulated) return session.stopped();
    Explanation explanation;
    explanation.facts = facts_of(*model);
    explanation.blocks = blocks, explanation.outcome = by;
    explanation.less_is_better = arguments.has("less-is-better");
    std::vector<Values> const as_it_was = by_outcome(simulated->as_it_was);
    ChosenHistory const chosen = parse_history(arguments, as_it_was[by]);
    if (!find_causes(session, causes, explained.variant, as_it_was[by], chosen.block, explanation)) return session.stopped();
    Trace const traced = trace(*model, chosen.block, chosen.history);
    check_it_is_the_same(arguments, chosen, traced, by);
    if (causes.told) explanation.told = tell(traced, chosen, explanation.facts, by);
    if (forks) {
        explanation.fork = fork(forks->week, forks->then, as_it_was, by_outcome(simulated->otherwise), model->outcomes(), by);
        side_by_side(*explanation.fork, traced, trace(*runner.model(1), chosen.block, chosen.history), by);
    }
    if (!session.complete(arguments.has("output") ? conclusion_of(explanation, traced) : Conclusion{})) return done;
    std::cout << show(explanation, format, parse_show_options(arguments));
    return done;
}

constexpr Option options[] = {
    strategy_option,
    {"history", "median|best|worst|BLOCK.HISTORY", "history to tell", "median"},
    {"by", "OUTCOME", "outcome to explain", "substantive"},
    {"less-is-better", "", "the best history has least of that outcome"},
    causes_options[0],
    causes_options[1],
    causes_options[2],
    causes_options[3],
    causes_options[4],
    causes_options[5],
    {"at-week", "W", "what if, after W weeks, something else were done; say what with --then"},
    {"then", "WHAT", "with --at-week: \"add LEVER intensity=0.6 target=losers\", \"add SHOCK size=0.5\" or \"drop LEVER\"", "",
     true},
    show_names_option,
    group_size_option,
    set_option,
    runs_option,
    seed_option,
    threads_option,
    weeks_option,
    output_option,
    document_format_option,
    no_progress_option,
    dry_run_option,
    allow_outside_option,
};

constexpr std::string_view examples[] = {
    "explain scenarios/marketing_sales.yaml --strategy pressure",
    "everything: the median history told by its turning points, causes, people, who loses what",
    "explain scenarios/marketing_sales.yaml --strategy pressure --why --factors executive_mandate,hiding,blocking",
    "how much of the outcome is due to each of three causes; the shares sum to the difference they make together",
    "explain results.db --history worst",
    "the worst history of a study that is kept in a file",
    "explain scenarios/marketing_sales.yaml --strategy pressure --output why.db",
    "everything, kept in a file that 'micropol results show' and 'micropol report' read",
    "explain scenarios/marketing_sales.yaml --strategy pressure --at-week 26 --then \"add status_moderation\"",
    "what if leaders had begun in week 26 to recognise those who lose standing: in this history and in all of them",
    "explain scenarios/marketing_sales.yaml --strategy pressure --at-week 26 --then \"drop executive_mandate\" --then \"add training "
    "target=losers intensity=0.6\"",
    "the mandate ends, and those who stand to lose are trained",
};

}  // namespace

extern Verb const explain_verb;
constinit Verb const explain_verb{"explain",
                                  "explain an outcome: one history told, its causes, decisive people, who loses what; what if",
                                  "SCENARIO|RESULTS.db",
                                  options,
                                  examples,
                                  run};

}  // namespace micropol::app
