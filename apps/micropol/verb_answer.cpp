// From a map of stakeholders or a list of employees to a page: new, compare, explain and report, one after the other.

#include <algorithm>
#include <chrono>
#include <cmath>
#include <iostream>

#include "findings/comparison.h"
#include "findings/decision.h"
#include "findings/explanation.h"
#include "findings/stakeholders.h"
#include "micropol/explained.h"
#include "micropol/help.h"
#include "micropol/log.h"
#include "micropol/new_scenario_files.h"
#include "micropol/output_file.h"
#include "micropol/page.h"
#include "micropol/session.h"
#include "micropol/wording.h"
#include "model/ready_strategies.h"
#include "report/write.h"
#include "study/compare/compare.h"
#include "study/decide/decision.h"
#include "study/explain/explain.h"

namespace micropol::app {

namespace {

namespace fs = std::filesystem;

// Blocks of each part. They follow from the size of the organisation alone, so that the same files give the same page everywhere.
struct Sizes {
    std::uint32_t compared = 0, explained = 0,
                  followed = 0;  // blocks: of each strategy, of the one explained, of those on the map
    bool everything = false;     // is explained, else the median history and who could have turned it
};
Sizes sizes_for(Model const& model, bool quick) {
    constexpr double usual_work = 250.0 * 104;  // people times weeks
    double const work = std::max(1.0, double(model.headcount()) * model.scenario().weeks / usual_work);
    auto const blocks = [&](double usual, double least) { return std::uint32_t(std::max(least, std::floor(usual / work))); };
    constexpr double most_for_everything = 3;
    // A decision needs its blocks, or there is none; up to this size they take less than two minutes on two processors.
    constexpr double most_to_decide = 1.8;
    std::uint32_t const compared = work <= most_to_decide ? blocks(double(blocks_to_decide), double(blocks_to_decide))
                                                          : blocks(48, 8);
    return quick ? Sizes{blocks(16, 4), blocks(4, 2), blocks(8, 2)}
                 : Sizes{compared, blocks(8, 2), blocks(16, 4), work <= most_for_everything};
}

struct Files {
    fs::path page, scenario, comparison, explanation;
};
Files files_beside(fs::path const& page, bool quick) {
    std::string const stem = (page.parent_path() / page.stem()).string(), kind = quick ? "_quick" : "";
    return {page, stem + ".yaml", stem + kind + "_compare.db", stem + kind + "_explain.db"};
}

// The verb as somebody would call it who takes one step after the other.
Call call_of(std::string_view verb, std::vector<std::string> words, Call const& outer) {
    for (char const* passed : {"threads", "language", "seed"})
        if (auto const value = outer.arguments.value(passed)) words.insert(words.end(), {std::string("--") + passed, *value});
    for (char const* passed : {"no-progress", "quiet"})
        if (outer.arguments.has(passed)) words.push_back(std::string("--") + passed);
    Verb const& called = **std::ranges::find(verbs(), verb, &Verb::name);
    std::vector<Option> options(called.options.begin(), called.options.end());
    options.insert(options.end(), common_options().begin(), common_options().end());
    std::vector<std::string> line{"micropol", std::string(verb)};
    line.insert(line.end(), words.begin(), words.end());
    return {Arguments(words, options), quoted_for_shell(line), called.name};
}

void say_verdict(Document const& document) {
    for (Paragraph const& paragraph : document.verdict)
        log::print(Listing{{"         ", paragraph.text}, Listing::Joined::by_spaces});
}

ExplainPlan explain_plan(std::string const& strategy, bool everything) {
    ExplainPlan plan{.what = Variant{strategy.empty() ? "none" : strategy, strategy}};
    if (!everything) plan.history = HistoryRank::median, plan.pivotal = true;
    return plan;
}

// Measured on a block of doing nothing; an explanation may need fewer than the most that is counted here.
void say_forecast(ScenarioSource const& source, std::shared_ptr<Model const> const& model, Sizes const& sizes, int threads) {
    using clock = std::chrono::steady_clock;
    auto const start = clock::now();
    (void)simulate_block(*model, 0);
    double const each = std::chrono::duration<double>(clock::now() - start).count();
    Forecast const most = forecast(source, explain_plan("", sizes.everything));
    std::size_t const strategies = 1 + model->scenario().strategies.size();
    double const blocks = double(sizes.compared) * double(strategies) + double(sizes.followed) + double(most.blocks) +
                          double(most.more);
    log::print(Message("It takes at most about {0}: {1} of {2}.",
                       {in_words(each * blocks / threads), counted("{0} strategies", strategies),
                        counted("{0} employees", model->headcount())}));
}

// What all steps share.
struct Work {
    Call const& outer;
    Files files;
    Sizes sizes;
    bool outside;                    // the data lie outside the scenario's folder
    std::vector<Override> packages;  // strategies that the scenario does not have
};

struct Studied {
    std::string best;  // strategy; "" for doing nothing
    std::optional<Decision> decision = {};
    ExitCode code = done;
    bool complete = true;
};

std::vector<std::string> study_words(Work const& work, fs::path const& results, std::uint32_t blocks) {
    std::vector<std::string> words{work.files.scenario.string(), "--output", results.string(), "--runs",
                                   std::to_string(std::size_t(blocks) * std::size_t(histories_per_block))};
    if (work.outside) words.push_back("--allow-outside");
    return words;
}

Studied compare_packages(Work const& work) {
    Call const call = call_of("compare", study_words(work, work.files.comparison, work.sizes.compared), work.outer);
    Session session(call, scenario_with_options(work.files.scenario, call.arguments, work.packages));
    Undecided undecided;
    ComparePlan plan;
    plan.undecided = &undecided;
    auto const comparison = compare(session.runner(), plan);
    if (!session.complete(comparison.has_value())) return {"", {}, session.code(), false};
    std::string const& best = comparison->standings.front().name;
    log::print(Message("Compared  {0}, {1}: {2}",
                       {counted("{0} strategies", comparison->standings.size()),
                        counted("{0} histories", comparison->histories()), name(work.files.comparison.string())}));
    say_verdict(findings_of(*comparison, Detail::brief));
    Studied studied{best == no_strategy ? "" : best};
    if (comparison->blocks >= blocks_to_decide && !undecided.drawn.empty())
        if (auto const questions = usual_questions(comparison->facts); !questions.empty())
            studied.decision = decide(comparison->facts, std::move(undecided), questions);
    return studied;
}

// The last thing that is said: which strategy, although the assumptions are not known.
void say_decision(Studied const& compared, Files const& files, bool quick) {
    if (compared.decision) {
        log::print("Decided   although the assumptions are not known:");
        say_verdict(findings_of(*compared.decision));
        log::print(
            Message("          how far each may fall short, where each is best and what is worth asking stands on the page; with "
                    "256 blocks, {0} says more",
                    {name("micropol compare " + files.scenario.string() + " --decide")}));
    } else if (quick) {
        log::print(
            "Left out with --quick: which strategy to choose although the assumptions are not known; it takes the full answer");
    } else {
        log::print(Message("Left out: which strategy to choose although the assumptions are not known: {0}",
                           {name("micropol compare " + files.scenario.string() + " --decide")}));
    }
}

std::optional<Explanation> explain_best(Work const& work, std::string const& strategy, ExitCode& code) {
    std::vector<std::string> words = study_words(work, work.files.explanation, work.sizes.explained);
    if (!strategy.empty()) words.insert(words.end(), {"--strategy", strategy});
    if (!work.sizes.everything) words.insert(words.end(), {"--history", "median", "--pivotal"});
    if (work.outer.arguments.has("show-names")) words.push_back("--show-names");
    if (auto const size = work.outer.arguments.value("group-size")) words.insert(words.end(), {"--group-size", *size});
    Call const call = call_of("explain", std::move(words), work.outer);
    Session session(call, scenario_with_options(work.files.scenario, call.arguments, work.packages), false);
    auto explanation = explain(session.runner(), explain_plan(strategy, work.sizes.everything));
    if (!session.complete(explanation.has_value(), explanation ? conclusion_of(*explanation) : Conclusion{})) {
        code = session.code();
        return {};
    }
    Document const document = findings_of(*explanation, Detail::brief);
    log::print(Message("Explained {0}: {1}", {micropol::strategy(strategy), name(work.files.explanation.string())}));
    say_verdict(document);
    return explanation;
}

bool is_map(Arguments const& arguments, fs::path const& file) {
    std::vector<std::string> const sheets = arguments.values("sheet");
    bool const of_people = arguments.has("ties") || arguments.has("reports-to");
    return arguments.has("headcount") || (!of_people && is_stakeholder_map(file, sheets.empty() ? "" : sheets.front()));
}

fs::path page_named(Arguments const& arguments) {
    auto const output = arguments.value("output");
    if (!output) throw WrongUsage("answer needs --output FILE.html; scenario and results are left beside it");
    fs::path const page = *output;
    if (page.extension() != ".html" && page.extension() != ".htm")
        throw WrongUsage(Message("--output takes the name of a page, as in --output page.html, not '{0}'", {name(*output)}));
    return page;
}

void write_page(Files const& files, PageOptions const& options) {
    std::string const page = page_of({files.comparison, files.explanation}, options);
    write_file(files.page, page);
    log::print(Message("Page      {0}, {1}", {name(files.page.string()), in_bytes(page.size())}));
}

ExitCode answer(Call const& call) {
    Arguments const& arguments = call.arguments;
    fs::path const given = arguments.positional(1, 1, "a map of stakeholders or a list of employees").front();
    bool const quick = arguments.has("quick");
    Files const files = files_beside(page_named(arguments), quick);
    int const threads = parse_threads(arguments);
    Privacy const privacy = parse_privacy(arguments);
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
    Work const work{call, files, sizes_for(*model, quick), made.reaches_outside, packages};
    options.overrides.push_back({"runs.histories", std::to_string(work.sizes.explained * std::uint32_t(histories_per_block))});
    say_forecast(ScenarioSource(files.scenario, known_plugins(), options), model, work.sizes, threads);

    log::print(Message("Scenario  {0}", {name(files.scenario.string())}));
    print_found(made, std::cout);
    Studied const compared = compare_packages(work);
    if (!compared.complete) return compared.code;
    ExitCode code = done;
    auto const explanation = explain_best(work, compared.best, code);
    if (!explanation) return code;
    PageOptions page{.language = parse_language(arguments), .show_names = privacy.names_shown, .version = MICROPOL_VERSION};
    if (auto const size = arguments.whole_number("group-size", 1, 1'000'000)) page.smallest_group = std::size_t(*size);
    if (!made.on_map.empty()) {
        Model const best(source.read(), compared.best);
        Stakeholders const stakeholders = follow_stakeholders(best, made.on_map, work.sizes.followed, threads);
        Pivotal const* const pivotal = explanation->pivotal ? &*explanation->pivotal : nullptr;
        page.first.push_back(findings_of(stakeholders, pivotal, explanation->facts.outcomes[explanation->outcome]));
        page.first.back().title = title_of(explanation->facts);
    }
    if (compared.decision) page.decisions.emplace(files.comparison, *compared.decision);
    write_page(files, page);
    say_decision(compared, files, quick);
    return done;
}

constexpr Option options[] = {
    {"output", "FILE.html", "write the page to this file; scenario, people and results are left beside it"},
    {"quick", "", "a first answer in seconds, of fewer histories"},
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
};

}  // namespace

extern Verb const answer_verb;
constinit Verb const answer_verb{
    "answer", "from a stakeholder map or a list of employees to a page, in one command", "FILE", options, examples, answer};

}  // namespace micropol::app
