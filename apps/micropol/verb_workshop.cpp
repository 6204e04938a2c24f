#include <algorithm>
#include <filesystem>
#include <iostream>
#include <set>

#include "findings/common.h"
#include "findings/model.h"
#include "findings/workshop.h"
#include "micropol/before_running.h"
#include "micropol/executor.h"
#include "micropol/help.h"
#include "micropol/interruption.h"
#include "micropol/log.h"
#include "micropol/output_file.h"
#include "micropol/posterior_option.h"
#include "micropol/progress.h"
#include "micropol/scenario_options.h"
#include "micropol/screening.h"
#include "micropol/show.h"
#include "micropol/synthetic.h"
#include "micropol/verb.h"
#include "micropol/wording.h"
#include "organisation/table.h"
#include "report/write.h"
#include "report/write_csv.h"
#include "report/write_json.h"
#include "study/study_runner.h"

namespace micropol::app {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view formats[] = {"text", "json", "csv", "markdown"};

// A page holds no imported people, and asks what matters to an organisation of the same shape: so it is asked here.
ScenarioSource as_a_page_has_it(ScenarioSource const& source, std::string const& file, Arguments const& arguments) {
    Scenario const imported = source.read();
    if (!imported.import) return source;
    return {to_yaml(synthetic(written_with_options(file, arguments), Model(imported, "")).scenario), file, known_plugins()};
}

// The questions of the page that is made with the same options; what is learnt from evidence later changes no question.
Questions questions_of(std::string const& file, Arguments const& all) {
    Arguments const arguments = all.without("posterior");
    ScenarioSource const source = as_a_page_has_it(scenario_with_strategies(file, arguments), file, arguments);
    Questions questions = questions_for(source, paths_of(matters_for(source, arguments)));
    if (questions.assumptions.empty())
        throw InvalidInput(
            Problem{{source.read().file.string()}, "there is nothing to ask", "no uncertain number can be set", {}});
    return questions;
}

std::vector<ParticipantAnswers> read_all(std::vector<std::string> const& files, Questions const& questions) {
    std::vector<ParticipantAnswers> all;
    std::vector<Problem> problems;
    if (files.size() > most_answers)
        throw InvalidInput(
            Problem{{files[most_answers]}, Message("more than {0} files of answers", {Count{most_answers}}), {}, {}});
    for (std::string const& file : files) {
        std::size_t const before = problems.size();
        std::string const text = read_text(file, problems);
        if (problems.size() > before) continue;
        if (auto answers = read_answers(text, file, questions, problems)) all.push_back(std::move(*answers));
    }
    check_together(all, problems);
    if (!problems.empty()) throw InvalidInput(std::move(problems));
    return all;
}

WorkshopPlan plan_of(Arguments const& arguments) {
    WorkshopPlan plan;
    plan.strategies = arguments.values("strategy"), plan.less_is_better = arguments.has("less-is-better");
    if (auto const by = arguments.value("by")) plan.by = *by;
    return plan;
}

void describe(Forecast const& forecast, WorkshopPlan const& plan, int threads) {
    Model const& model = *forecast.models.front();
    std::set<std::string> participants;
    for (ParticipantAnswers const& one : plan.answers) participants.insert(one.participant);
    log::print(name(model.scenario().name));
    log::print(Message(
        "{0} with their own assumptions; {1} each, in {2}, seed {3}",
        {Message("{0} participants", {Count{participants.size()}}), Message("{0} strategies", {Count{forecast.models.size()}}),
         histories_of(model.blocks(), facts_of(model).by_person), number(model.scenario().seed)}));
    log::print(Message("{0} in all, and at most {1} more to find out which answers divide them",
                       {counted("{0} blocks of sixteen histories", forecast.blocks), counted("{0} blocks", forecast.more)}));
    print_costs(forecast, threads);
}

// As the end of the name says.
void save(std::string const& output, Workshop const& workshop, Arguments const& arguments) {
    std::string const kind = fs::path(output).extension().string();
    ShowOptions const options{.language = parse_language(arguments)};
    if (kind == ".html" || kind == ".htm") {
        Document limits{.title = {}, .sections = {limit_section()}};
        write_file(output, write_html({findings_of(workshop), std::move(limits)}, options.language, MICROPOL_VERSION));
    } else {
        write_file(output, show(workshop,
                                kind == ".json"  ? Format::json
                                : kind == ".csv" ? Format::csv
                                : kind == ".md"  ? Format::markdown
                                                 : Format::text,
                                options));
    }
    log::info(Message("saved {0}", {name(output)}));
}

void require_known_kind(std::string const& output) {
    constexpr std::string_view known[] = {".html", ".htm", ".json", ".csv", ".md", ".txt"};
    refuse_standard_output("output", output);
    if (std::ranges::find(known, fs::path(output).extension().string()) == std::end(known))
        throw WrongUsage(Message("--output takes a name that ends in one of {0}, not '{1}'", {listed(known), name(output)}));
}

ExitCode run(Call const& call) {
    Arguments const& arguments = call.arguments;
    Format const format = parse_format(arguments, formats);
    bool const asks = arguments.has("questions");
    std::vector<std::string> const files = arguments.positional(asks ? 0 : 1, asks ? 0 : 100'000, "a file of answers");
    auto const file = arguments.value("scenario"), output = arguments.value("output");
    if (!file) throw WrongUsage("workshop needs --scenario SCENARIO");
    if (output && !asks) require_known_kind(*output);
    Questions questions = questions_of(*file, arguments);
    if (asks) {
        if (!is_first_process()) return done;
        std::string const text = write_json(questions);
        if (output && *output != "-")
            write_file(*output, text);
        else
            std::cout << text;
        return done;
    }
    WorkshopPlan plan = plan_of(arguments);
    plan.answers = read_all(files, questions), plan.questions = std::move(questions);
    ScenarioSource const source = scenario_with_strategies(*file, arguments);
    plan.given = numbers_given(call, source);
    int const threads = parse_threads(arguments);
    Forecast const expected = forecast(source, plan);
    report_without_effect(expected.models.front()->scenario());
    check_memory(expected, threads);
    if (arguments.has("dry-run")) {
        if (is_first_process()) describe(expected, plan, threads);
        return done;
    }
    Progress progress(threads, shows_progress(arguments));
    watch_for_interruption();
    StudyRunner runner(source, {.threads = threads,
                                .executor = executor(),
                                .stop = &interruption(),
                                .expected = [&](std::size_t blocks) { progress.expect(blocks); },
                                .finished_block = [&] { progress.finish_block(); }});
    auto const workshop = hold_workshop(runner, plan);
    progress.close();
    if (!workshop) {
        log::warning("stopped; nothing was saved");
        return ExitCode(128 + interrupting_signal());
    }
    if (output && is_first_process()) save(*output, *workshop, arguments);
    if (prints_result(arguments)) std::cout << show(*workshop, format, parse_show_options(arguments));
    return done;
}

constexpr Option options[] = {
    {"scenario", "SCENARIO", "what the answers are about: the scenario that the page was made of"},
    {"questions", "",
     "print what is asked, as JSON: assumptions with their bins, levers, and the fingerprint that answers carry"},
    {"output", "FILE", "write what it says to this file: a page (.html), .json, .csv, .md or .txt"},
    {"from", "RESULTS", "results of a sweep or a comparison by which the page chose what to ask", "a quick screening"},
    {"strategy", "NAME", "one of the scenario's strategies, to choose from besides doing nothing", "all", true},
    {"by", "OUTCOME", "outcome that the best strategy has most of; 'micropol describe outcomes' lists them", "substantive"},
    {"less-is-better", "", "choose the strategy with the least of --by"},
    set_option,
    assumptions_option,
    posterior_option,
    runs_option,
    seed_option,
    weeks_option,
    threads_option,
    format_option,
    no_progress_option,
    dry_run_option,
    allow_outside_option,
};

constexpr std::string_view examples[] = {
    "workshop answers/*.yaml --scenario scenarios/marketing_sales.yaml --output workshop.html",
    "who would choose what, and which answers make the difference",
    "workshop --questions --scenario scenarios/marketing_sales.yaml",
    "what the participants are asked",
};

}  // namespace

extern Verb const workshop_verb;
constinit Verb const workshop_verb{
    "workshop",
    "hold the answers of several people against each other: who would choose what, and why they differ",
    "FILES… --scenario SCENARIO",
    options,
    examples,
    run};

}  // namespace micropol::app
