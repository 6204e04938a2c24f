#include "study.h"

#include <algorithm>
#include <iterator>
#include <type_traits>

#include "base/json.h"
#include "failures.h"
#include "findings/calibrated.h"
#include "findings/comparison.h"
#include "findings/decision.h"
#include "findings/explanation.h"
#include "findings/run.h"
#include "findings/sweep.h"
#include "memory.h"
#include "model/ready_strategies.h"
#include "plans.h"
#include "report/write.h"
#include "report/write_csv.h"
#include "report/write_json.h"
#include "report/write_network.h"
#include "store/explanation_json.h"
#include "study/study_runner.h"
#include "watched.h"

namespace micropol::c {

namespace {

Results made(auto result) {
    auto results = std::make_shared<Result>();
    results->what = std::move(result);
    return results;
}

// A study as every kind of it is done: in a thread that is watched, its blocks gathered where they become columns.
class Session {
  public:
    Session(Plan const& plan, micropol_watch const* watch) : watched_(watch), threads_(threads_of(plan)) {}

    // study: from a runner to an optional result.
    template <class Study>
    auto perform(ScenarioSource source, bool gathers, Study const& study) {
        StudyRunner runner(std::move(source),
                           {.threads = threads_,
                            .stop = &watched_.stop(),
                            .expected = [this](std::size_t blocks) { watched_.expect(blocks); },
                            .finished_block = [this] { watched_.finish_block(); },
                            .begin = [this, gathers](StudyIdentity const& identity, Forecast const& forecast) -> Archive* {
                                if (!gathers) return require_memory(forecast, 0, threads_), nullptr;
                                blocks_ = std::make_shared<FinishedBlocks>(identity, forecast, threads_);
                                return blocks_.get();
                            }});
        std::invoke_result_t<Study const&, StudyRunner&> result;
        watched_.perform([&] { result = study(runner); });
        if (!result) throw StoppedByWatch();
        return std::move(*result);
    }
    void add_columns(Result& result, std::size_t blocks) {
        result.blocks = blocks_;
        blocks_->add_columns(result.columns, blocks);
    }

  private:
    Watched watched_;
    int threads_;
    std::shared_ptr<FinishedBlocks> blocks_;
};

// With the ready packages, where it has no strategies.
ScenarioSource with_strategies(ScenarioText const& scenario) {
    ScenarioSource source = scenario.source();
    std::vector<Override> packages = packages_for(source.read());
    return packages.empty() ? source : scenario.source(std::move(packages));
}

// A result as the program prints it; explanations and decisions have a writer each.
std::string json_of_any(auto const& result) {
    if constexpr (std::is_same_v<std::decay_t<decltype(result)>, Explanation>)
        return json_of(result, explanation_texts()).dump(2) + '\n';
    else
        return write_json(result);
}

std::string csv_of_any(auto const& result) {
    if constexpr (std::is_same_v<std::decay_t<decltype(result)>, Explanation>)
        throw Misuse("an explanation is no table: it has no CSV");
    else
        return write_csv(result);
}

std::string json_lines_of_any(auto const& result) {
    if constexpr (requires { write_json_lines(result); }) return write_json_lines(result);
    throw Misuse("of runs, comparisons and sweeps alone there are JSON Lines");
}

std::string network_of_any(auto const& result, std::string const& format) {
    if constexpr (std::is_same_v<std::decay_t<decltype(result)>, Explanation>)
        if (result.trace)
            return format == "gexf" ? write_gexf(*result.trace, result.facts.title)
                                    : write_graphml(*result.trace, result.facts.title);
    throw Misuse("only an explanation that tells a history has a network");
}

std::string written(auto const& result, std::string const& format, Language language) {
    if (format == "json") return json_of_any(result);
    if (format == "csv") return csv_of_any(result);
    if (format == "jsonl") return json_lines_of_any(result);
    if (format == "gexf" || format == "graphml") return network_of_any(result, format);
    Document const document = findings_of(result, Detail::brief);
    if (format == "text") return write_text(document, {.language = language});
    if (format == "markdown") return write_markdown(document, language);
    if (format == "html") return write_html({document}, language, MICROPOL_VERSION);
    throw Misuse("a format is json, jsonl, csv, text, markdown, html, gexf or graphml, not '" + format + "'");
}

Json facts_of_scenario(ScenarioSource const& source) {
    Scenario const scenario = source.read();
    Model const model(scenario, "");
    StudyFacts const facts = facts_of(model);
    Json strategies = Json::array(), outcomes = Json::array();
    for (Strategy const& strategy : scenario.strategies)
        strategies.push_back({{"name", strategy.name}, {"meaning", strategy.meaning}});
    for (OutcomeKind const* kind : facts.outcomes)
        outcomes.push_back({{"key", kind->plugin.key}, {"label", kind->label}, {"unit", name_of(kind->unit)}});
    return {{"title", facts.title},
            {"question", facts.question},
            {"headcount", facts.headcount},
            {"weeks", facts.weeks},
            {"histories", std::size_t(model.blocks()) * histories_per_block},
            {"blocks", model.blocks()},
            {"seed", facts.seed},
            {"imported", facts.by_person},
            {"currency", facts.currency.empty() ? "EUR" : facts.currency},
            {"strategies", std::move(strategies)},
            {"departments", facts.department_groups},
            {"outcomes", std::move(outcomes)},
            {"uncertain", facts.uncertain}};
}

}  // namespace

// ------------------------------------------------------------------------------------- scenarios

ScenarioText::ScenarioText(std::string text, std::string name, ReadOptions options)
    : text_(std::move(text)), name_(std::move(name)), options_(std::move(options)) {
    (void)Model(source().read(), "");
}

ReadOptions ScenarioText::options() const {
    std::scoped_lock const lock(mutex_);
    return options_;
}

ScenarioSource ScenarioText::source(std::vector<Override> before) const {
    ReadOptions with = options();
    with.overrides.insert(with.overrides.begin(), before.begin(), before.end());
    return {text_, name_, known_plugins(), std::move(with)};
}

void ScenarioText::set(std::string path, std::string value) {
    ReadOptions with = options();
    with.overrides.push_back({std::move(path), std::move(value)});
    (void)Model(ScenarioSource(text_, name_, known_plugins(), with).read(), "");
    std::scoped_lock const lock(mutex_);
    options_ = std::move(with);
}

std::string const& ScenarioText::describe(std::string const& what) {
    if (what == "text") return text_;
    if (what != "resolved" && what != "facts") throw Misuse("of a scenario there is text, resolved or facts, not '" + what + "'");
    ScenarioSource const now = source();
    std::string const resolved = now.read().resolved;
    return texts_.get(what + ' ' + resolved, [&] { return what == "facts" ? facts_of_scenario(now).dump(2) + '\n' : resolved; });
}

// ------------------------------------------------------------------------------------- results

std::string const& Result::write(std::string const& format, std::string const& language) {
    auto const spoken = language_named(language);
    if (!spoken) throw Misuse("a language is en or de, not '" + language + "'");
    return texts.get(format + ' ' + language,
                     [&] { return std::visit([&](auto const& result) { return written(result, format, *spoken); }, what); });
}

Results run(ScenarioText const& scenario, char const* plan_text, micropol_watch const* watch) {
    Plan const plan(plan_text, run_fields);
    RunPlan const asked = run_plan_of(plan);
    Session session(plan, watch);
    Results results = made(session.perform(asked.strategy.empty() ? scenario.source() : with_strategies(scenario), true,
                                           [&](StudyRunner& runner) { return micropol::run(runner, asked); }));
    session.add_columns(*results, std::get<RunSummary>(results->what).blocks);
    return results;
}

Results compare(ScenarioText const& scenario, char const* plan_text, micropol_watch const* watch) {
    Plan const plan(plan_text, compare_fields);
    ComparePlan asked = compare_plan_of(plan);
    std::optional<WeeklyTable> series;
    if (plan.flag("weekly")) asked.series = [&](std::vector<std::string> const& names) { return &series.emplace(names); };
    Undecided undecided;
    asked.undecided = &undecided;
    Session session(plan, watch);
    Results results = made(session.perform(asked.variants.empty() ? with_strategies(scenario) : scenario.source(), true,
                                           [&](StudyRunner& runner) { return micropol::compare(runner, asked); }));
    session.add_columns(*results, std::get<Comparison>(results->what).blocks);
    results->undecided = std::move(undecided);
    return results;
}

Results sweep(ScenarioText const& scenario, char const* plan_text, micropol_watch const* watch) {
    Plan const plan(plan_text, sweep_fields);
    // As many histories as are useful for a point, where the scenario was not set to others.
    ScenarioSource const source = scenario.source({{"runs.histories", std::to_string(histories_of_a_point(design_in(plan)))}});
    SweepPlan const asked = sweep_plan_of(plan, source);
    Session session(plan, watch);
    Results results = made(session.perform(source, false, [&](StudyRunner& runner) { return micropol::sweep(runner, asked); }));
    add_columns(results->columns, std::get<Sweep>(results->what));
    return results;
}

Results explain(ScenarioText const& scenario, char const* plan_text, micropol_watch const* watch) {
    Plan const plan(plan_text, explain_fields);
    ExplainPlan const asked = explain_plan_of(plan);
    Session session(plan, watch);
    return made(session.perform(asked.what.strategy.empty() ? scenario.source() : with_strategies(scenario), false,
                                [&](StudyRunner& runner) { return micropol::explain(runner, asked); }));
}

Results calibrate(ScenarioText const& scenario, char const* plan_text, micropol_watch const* watch) {
    Plan const plan(plan_text, calibrate_fields);
    CalibratePlan asked = calibrate_plan_of(plan);
    std::vector<Override> const opening = opening_of(scenario.source(), asked.strategy, numbers_asked(plan),
                                                     plan.text("assumptions"));
    for (Override const& one : opening) asked.settings.push_back(one.path + '=' + one.value);
    ScenarioSource const source = scenario.source(opening);
    std::vector<Problem> problems;
    std::vector<Phrase> remarks;  // of what was read, which is in the result
    asked.evidence = read_evidence(plan.texts("evidence"),
                                   scope_of(Model(source.read(), asked.strategy), scenario.smallest_group()), remarks, problems);
    if (!problems.empty()) throw InvalidInput(std::move(problems));
    Session session(plan, watch);
    Results results = made(
        session.perform(source, false, [&](StudyRunner& runner) { return micropol::calibrate(runner, asked); }));
    add_columns(results->columns, std::get<Calibrated>(results->what));
    return results;
}

Results decide(Result const& comparison, char const* plan_text) {
    Plan const plan(plan_text, decide_fields);
    DecisionPlan const asked = decision_plan_of(plan);

    if (!std::holds_alternative<Comparison>(comparison.what))
        throw Misuse("a decision is between strategies that were compared: this is no comparison");
    StudyFacts const& facts = comparison.blocks->facts();
    std::vector<DecisionQuestion> questions;
    if (asked.by)
        questions = {{{outcome_named(*asked.by, facts.outcomes), asked.less_is_better}, asked.good_enough, asked.money_per}};
    else
        questions = usual_questions(facts);
    return made(micropol::decide({"comparison"}, facts, comparison.undecided, questions));
}

}  // namespace micropol::c
