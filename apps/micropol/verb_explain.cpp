#include <algorithm>
#include <charconv>
#include <iostream>
#include <limits>

#include "base/json.h"
#include "findings/explanation.h"
#include "micropol/before_running.h"
#include "micropol/executor.h"
#include "micropol/explained.h"
#include "micropol/log.h"
#include "micropol/output_file.h"
#include "micropol/posterior_option.h"
#include "micropol/session.h"
#include "micropol/show.h"
#include "micropol/wording.h"
#include "report/write_network.h"
#include "store/explanation_json.h"
#include "study/explain/explain.h"

namespace micropol::app {

namespace {

constexpr std::string_view formats[] = {"text", "json", "markdown"};

constexpr Option causes_options[] = {
    {"why", "",
     "what the outcome is due to: simulates every combination of up to six causes and shares out the difference (Shapley values)"},
    {"factors", "A,B,…", "with --why: up to eight causes, named by word, lever or mechanism", "those that matter most"},
    {"pivotal", "",
     "who could have turned the outcome if silenced or won over, and until which week breaking off the strategy could"},
    {"threshold", "X", "value from which a history counts as a success, in the unit of --by", "the scenario's, else the median"},
    {"ledger", "", "who loses what, and the smallest compensation, access or role that would have prevented failure"},
    {"failing", "SHARE", "with --ledger: share of failing histories to come down to", "half of today's"},
};

std::variant<HistoryRank, HistoryNumber> parse_history(std::string const& which) {
    auto const rank = std::ranges::find(history_rank_names, which);
    if (rank != std::end(history_rank_names)) return HistoryRank(rank - std::begin(history_rank_names));
    HistoryNumber number;
    char const* const end = which.data() + which.size();
    auto const first = std::from_chars(which.data(), end, number.block);
    auto const second = first.ec == std::errc{} && first.ptr != end && *first.ptr == '.'
                            ? std::from_chars(first.ptr + 1, end, number.history)
                            : std::from_chars_result{which.data(), std::errc::invalid_argument};
    if (second.ec != std::errc{} || second.ptr != end)
        throw WrongUsage(
            Message("--history takes median, best, worst or BLOCK.HISTORY, as in --history 3.15, not '{0}'", {name(which)}));
    return number;
}

ExplainPlan parse_plan(Arguments const& arguments, ToExplain strategy) {
    ExplainPlan plan{.what = std::move(strategy.variant),
                     .known = std::move(strategy.final_values),
                     .by = arguments.value("by"),
                     .less_is_better = arguments.has("less-is-better"),
                     .why = arguments.has("why"),
                     .factors = arguments.list("factors"),
                     .pivotal = arguments.has("pivotal"),
                     .threshold = arguments.positive_number("threshold"),
                     .ledger = arguments.has("ledger"),
                     .failing = arguments.positive_number("failing")};
    if (auto const which = arguments.value("history")) plan.history = parse_history(*which);
    auto const week = arguments.whole_number("at-week", 0, std::numeric_limits<int>::max());
    if (!week && arguments.has("then")) throw WrongUsage("--then needs --at-week W, the week from which on it is done");
    if (week) plan.fork = parse_fork(int(*week), arguments.values("then"));
    return plan;
}

void describe(Forecast const& forecast, int threads) {
    Model const& model = *forecast.models.front();
    log::print(name(model.scenario().name));
    log::print(Message(
        "{0} in {1}, and at most {2} more to find out why; {3}, {4}, seed {5}",
        {counted("{0} histories", forecast.blocks * histories_per_block), counted("{0} blocks of sixteen", forecast.blocks),
         counted("{0} blocks", forecast.more), counted("{0} employees", model.headcount()),
         counted("{0} weeks", std::uint64_t(model.scenario().weeks)), number(model.scenario().seed)}));
    print_costs(forecast, threads);
}

// --network: nothing, or the file, whose name says the format.
std::optional<std::string> parse_network(Arguments const& arguments) {
    auto file = arguments.value("network");
    if (!file) return file;
    refuse_standard_output("network", *file);
    if (!file->ends_with(".gexf") && !file->ends_with(".graphml"))
        throw WrongUsage(Message("--network takes a file that ends in .gexf or .graphml, not '{0}'", {name(*file)}));
    bool const tells = arguments.has("history") || arguments.has("at-week") ||
                       (!arguments.has("why") && !arguments.has("factors") && !arguments.has("pivotal") &&
                        !arguments.has("ledger") && !arguments.has("failing"));
    if (!tells) throw WrongUsage("--network needs a history that is told; name it with --history");
    return file;
}

void write_network(std::string const& file, Explanation const& explanation) {
    if (!explanation.trace) throw std::logic_error("no history was told");
    std::string const& title = explanation.facts.title;
    write_file(file, file.ends_with(".gexf") ? write_gexf(*explanation.trace, title) : write_graphml(*explanation.trace, title));
    log::info(Message("saved {0}", {name(file)}));
}

void refuse_one_file_for_several(Arguments const& arguments) {
    for (char const* option : {"output", "network"})
        if (arguments.has(option))
            throw WrongUsage(
                Message("--{0} takes the explanation of one --strategy; run the others one after the other", {name(option)}));
}

ExitCode run(Call const& call) {
    Arguments const& arguments = call.arguments;
    Format const format = parse_format(arguments, formats);
    auto const network = parse_network(arguments);
    Explained explained = what_to_explain(arguments);
    if (explained.strategies.size() > 1) refuse_one_file_for_several(arguments);
    Session session(call, std::move(explained.source), !explained.stored);
    std::vector<ExplainPlan> plans;
    for (ToExplain& strategy : explained.strategies) plans.push_back(parse_plan(arguments, std::move(strategy)));
    if (arguments.has("dry-run")) {
        for (ExplainPlan const& plan : plans) {
            Forecast const expected = forecast(session.runner().source(), plan);
            session.check(expected);
            describe(expected, session.threads());
        }
        return done;
    }
    std::vector<Explanation> explanations;
    for (ExplainPlan const& plan : plans) {
        auto explanation = explain(session.runner(), plan);
        bool const kept = explanation && arguments.has("output");
        if (!session.complete(explanation.has_value(), kept ? conclusion_of(*explanation) : Conclusion{})) return session.code();
        explanations.push_back(std::move(*explanation));
    }
    if (network && is_first_process()) write_network(*network, explanations.front());
    if (prints_result(arguments)) std::cout << show(explanations, format, parse_show_options(arguments));
    return done;
}

constexpr Option options[] = {
    {"strategy", "NAME", "a strategy of the scenario, or several of them one after the other; none: doing nothing", "none", true},
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
    {"then", "WHAT", "with --at-week: \"add LEVER intensity=0.6 target={who: losers}\", \"add SHOCK size=0.5\" or \"drop LEVER\"",
     "", true},
    show_names_option,
    group_size_option,
    set_option,
    assumptions_option,
    posterior_option,
    prior_option,
    runs_option,
    seed_option,
    threads_option,
    weeks_option,
    output_option,
    {"network", "FILE.gexf|FILE.graphml",
     "write who knows whom in the history told, with everyone's attitude, power, stage and coalition by week, for Gephi"},
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
    "explain compared.db --pivotal --strategy pressure --strategy bundle",
    "who could have turned the outcome under either of two strategies of a comparison that is kept in a file",
    "explain results.db --history worst",
    "the worst history of a study that is kept in a file",
    "explain scenarios/marketing_sales.yaml --strategy pressure --output why.db",
    "everything, kept in a file that 'micropol results show' and 'micropol report' read",
    "explain scenarios/marketing_sales.yaml --strategy pressure --history median --network median.gexf",
    "the median history as a network that Gephi shows week by week",
    "explain scenarios/marketing_sales.yaml --strategy pressure --at-week 26 --then \"add status_moderation\"",
    "what if leaders had begun after 26 weeks to recognise those who lose standing: in this history and in all of them",
    "explain scenarios/marketing_sales.yaml --strategy pressure --at-week 26 --then \"drop executive_mandate\" --then \"add training "
    "target={who: losers} intensity=0.6\"",
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
