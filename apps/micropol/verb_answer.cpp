// From a map of stakeholders or a list of employees to a page: new, compare, explain and report, one after the other.

#include <algorithm>
#include <iostream>

#include "findings/before_after.h"
#include "findings/comparison.h"
#include "findings/decision.h"
#include "micropol/answer_evidence.h"
#include "micropol/answer_steps.h"
#include "micropol/help.h"
#include "micropol/log.h"
#include "micropol/new_scenario_files.h"
#include "micropol/output_file.h"
#include "micropol/page.h"
#include "micropol/scenario_options.h"
#include "micropol/session.h"
#include "micropol/wording.h"
#include "model/ready_strategies.h"

namespace micropol::app {

namespace {

namespace fs = std::filesystem;

// The last thing that is said: which strategy, although the assumptions are not known.
void say_decision(std::optional<Decision> const& decision, Files const& files, bool quick) {
    std::string const next = quoted_for_shell(
        files.posterior.empty() ? std::vector<std::string>{"micropol", "compare", files.scenario.string(), "--decide"}
                                : std::vector<std::string>{"micropol", "compare", files.scenario.string(), "--posterior",
                                                           files.posterior.string(), "--decide"});
    if (decision) {
        log::print("Decided   although the assumptions are not known:");
        say_verdict(findings_of(*decision));
        log::print(
            is_for_slides(files.page)
                ? Message("          how far each may fall short and what is worth asking stands on the slides; with 256 blocks, "
                          "{0} says more",
                          {name(next)})
                : Message(
                      "          how far each may fall short, where each is best and what is worth asking stands on the page; "
                      "with 256 blocks, {0} says more",
                      {name(next)}));
    } else if (quick) {
        log::print(
            "Left out with --quick: which strategy to choose although the assumptions are not known; it takes the full answer");
    } else {
        log::print(Message("Left out: which strategy to choose although the assumptions are not known: {0}", {name(next)}));
    }
}

// What an earlier answer left where this one would leave its own: said before anything is refused for it.
void say_what_is_there(Files const& files) {
    std::vector<std::string> there, remove{"rm"};
    fs::path const stem = files.scenario.parent_path() / files.scenario.stem();
    for (fs::path const& file : {files.scenario, fs::path(stem.string() + "_people.csv"), fs::path(stem.string() + "_ties.csv"),
                                 files.comparison, files.explanation, files.posterior, files.before})
        if (!file.empty() && fs::exists(file)) there.push_back(file.string()), remove.push_back(file.string());
    if (there.empty()) return;
    log::print(Message(
        "Earlier   {0}: kept where this answer comes to the same, never written over where it does not; only {1} is written anew. "
        "Whoever wants another answer gives another --output, or first: {2}",
        {listed(there), name(files.page.string()), name(quoted_for_shell(remove))}));
}

bool is_map(Arguments const& arguments, fs::path const& file) {
    std::vector<std::string> const sheets = arguments.values("sheet");
    bool const of_people = arguments.has("ties") || arguments.has("reports-to");
    return arguments.has("headcount") || (!of_people && is_stakeholder_map(file, sheets.empty() ? "" : sheets.front()));
}

fs::path page_named(Arguments const& arguments) {
    auto const output = arguments.value("output");
    if (!output) throw WrongUsage("answer needs --output FILE.html or FILE.pptx; scenario and results are left beside it");
    fs::path page = *output;
    if (page.extension() != ".html" && page.extension() != ".htm" && !is_for_slides(page))
        throw WrongUsage(
            Message("--output takes the name of a page or of slides, as in --output page.html or --output deck.pptx, "
                    "not '{0}'",
                    {name(*output)}));
    return page;
}

void write_page(Files const& files, PageOptions const& options) {
    std::vector<fs::path> results{files.comparison};
    if (!files.posterior.empty()) results.push_back(files.posterior);
    results.push_back(files.explanation);
    bool const as_slides = is_for_slides(files.page);
    std::string const made = as_slides ? slides_of(results, options) : page_of(results, options);
    write_file(files.page, made);
    std::vector<Phrase> const which{name(files.page.string()), in_bytes(made.size())};
    log::print(as_slides ? Message("Slides    {0}, {1}", which) : Message("Page      {0}, {1}", which));
}

ExitCode answer(Call const& call) {
    Arguments const& arguments = call.arguments;
    fs::path const given = arguments.positional(1, 1, "a map of stakeholders or a list of employees").front();
    bool const quick = arguments.has("quick");
    fs::path const page_file = page_named(arguments);
    std::vector<std::string> const evidence = evidence_for(arguments, given);
    Files const files = files_beside(page_file, quick, !evidence.empty());
    int const threads = parse_threads(arguments);
    Privacy const privacy = parse_privacy(arguments);
    say_what_is_there(files);
    NewScenario const made = is_map(arguments, given) ? scenario_from_map(call, given, files.scenario, Existing::kept_if_the_same)
                                                      : scenario_from_people(call, given, files.scenario);
    write_new_file(files.scenario, made.text, Existing::kept_if_the_same);
    if (privacy.names_shown)
        log::warning(
            "--show-names: people appear under their names on the page and in its files; with it you say that they agree");
    ReadOptions options{.overrides = {}, .allow_outside = made.reaches_outside, .privacy = privacy};
    if (auto const seed = arguments.whole_number("seed", 0, 1ll << 53))
        options.overrides.push_back({"runs.seed", std::to_string(*seed)});
    std::vector<Override> const packages = packages_for(read_scenario(files.scenario, known_plugins(), options));
    options.overrides.insert(options.overrides.end(), packages.begin(), packages.end());
    ScenarioSource const source(files.scenario, known_plugins(), options);
    auto const model = std::make_shared<Model const>(source.read(), "");
    Work const work{call, files, sizes_for(*model, quick), made.reaches_outside, packages, evidence};
    options.overrides.push_back({"runs.histories", std::to_string(work.sizes.explained * std::uint32_t(histories_per_block))});
    Call const calibration = calibration_call(work);
    std::optional<CalibrationAsked> asked;
    if (!evidence.empty()) asked = calibration_asked(calibration);
    say_forecast(ScenarioSource(files.scenario, known_plugins(), options), model, work.sizes, asked, threads);

    log::print(Message("Scenario  {0}", {name(files.scenario.string())}));
    print_found(made, std::cout);
    ExitCode code = done;
    PageOptions page{.language = parse_language(arguments), .show_names = privacy.names_shown, .version = MICROPOL_VERSION};
    std::shared_ptr<GivenNumbers const> given_numbers;
    if (asked) {
        auto const calibrated = learn(work, calibration, std::move(*asked), code);
        if (!calibrated) return code;
        given_numbers = std::make_shared<GivenNumbers const>(given_by(*calibrated, model->scenario().seed));
        auto before = compare_packages(work, files.before, Under::prior, code);
        if (!before) return code;
        log::print("          under what was believed before the evidence; and after it:");
        page.before = std::move(before->comparison);
    }
    auto compared = compare_packages(work, files.comparison, Under::posterior, code);
    if (!compared) return code;
    say_verdict(findings_of(compared->comparison, Detail::brief));
    if (page.before)
        log::print(Listing{{"         ", verdict_on(*page.before, compared->comparison)}, Listing::Joined::by_spaces});
    std::string const best = best_in(compared->comparison);
    std::optional<Decision> const decision = decision_on(std::move(*compared));
    auto const explanation = explain_best(work, best, code);
    if (!explanation) return code;
    if (auto const size = arguments.whole_number("group-size", 1, 1'000'000)) page.smallest_group = std::size_t(*size);
    page.threads = threads, page.blocks_of_map = work.sizes.followed;
    if (decision) page.decisions.emplace(files.comparison, *decision);
    write_page(files, page);
    say_decision(decision, files, quick);
    return done;
}

constexpr Option options[] = {
    {"output", "FILE.html|FILE.pptx",
     "write the page to this file, or slides to one that ends in .pptx; scenario, people and results are left beside it"},
    {"quick", "", "a first answer in seconds, of fewer histories"},
    evidence_of_answer_option,
    no_evidence_option,
    headcount_option,
    ties_option,
    reports_to_option,
    map_option_of_files,
    undirected_option,
    weights_option,
    drop_option,
    as_of_option,
    sheet_option,
    show_names_option,
    group_size_option,
    seed_option,
    threads_option,
    no_progress_option,
};

constexpr std::string_view examples[] = {
    "answer map.csv --headcount Sales=86,Marketing=34 --output page.html",
    "what the ready packages come to around the people of a stakeholder map, who decides it, and a page of all that",
    "answer people.csv --ties ties.csv --quick --language de --output seite.html",
    "a first answer for a list of employees, in German",
    "answer map.csv --headcount Sales=86,Marketing=34 --evidence log_ins.csv --output page.html",
    "the same from what 26 weeks of log-ins leave of the assumptions, and what they changed",
};

}  // namespace

extern Verb const answer_verb;
constinit Verb const answer_verb{
    "answer", "from a stakeholder map or a list of employees to a page, in one command", "FILE", options, examples, answer};

}  // namespace micropol::app
