#include <algorithm>
#include <filesystem>
#include <iostream>
#include <optional>

#include "micropol/help.h"
#include "micropol/live_page.h"
#include "micropol/log.h"
#include "micropol/output_file.h"
#include "micropol/scenario_options.h"
#include "micropol/synthetic.h"
#include "micropol/verb.h"
#include "micropol/wording.h"
#include "model/ready_strategies.h"
#include "scenario/as_written.h"
#include "words/problem.h"

namespace micropol::app {

namespace {

constexpr std::uint32_t blocks_screened = 256;

// Whoever has a page can read all that is in it: imported people stay at home.
std::optional<ScenarioSource> without_people(Node& scenario, std::string const& file, ScenarioSource const& source) {
    Scenario const imported = source.read();
    if (!imported.import) return std::nullopt;
    Synthetic made = synthetic(std::move(scenario), Model(imported, ""));
    scenario = std::move(made.scenario);
    log::info(Message(
        "The page holds no imported person: its organisation is drawn at random, with as many people in {0} and the spread of "
        "what is known of them.",
        {counted("{0} departments", made.departments)}));
    if (made.left_out > 0) log::warning(Message("{0} interventions for single people are left out", {Count{made.left_out}}));
    return ScenarioSource(to_yaml(scenario), file, known_plugins());
}

ExitCode run(Call const& call) {
    Arguments const& arguments = call.arguments;
    std::string const file = arguments.positional(1, 1, "a scenario file").front();
    auto const output = arguments.value("output");
    if (!output) throw WrongUsage("page needs --output FILE.html");
    std::error_code ignored;
    if (std::filesystem::equivalent(file, *output, ignored))
        throw WrongUsage(Message("--output would overwrite {0}", {name(file)}));
    LivePageOptions options{.language = parse_language(arguments), .version = MICROPOL_VERSION};
    options.name = std::filesystem::path(file).filename().string();
    ScenarioSource source = scenario_with_strategies(file, arguments);
    if (!pages_can_be_live())
        throw Failure({{},
                       "this micropol cannot make pages",
                       "it was built without the compiler for WebAssembly, or without Node.js",
                       "install both with ./dev page, which builds it again"});
    std::vector<Override> changes = packages_for(scenario_with_options(file, arguments).read());
    for (Override& one : overrides_in(arguments)) changes.push_back(std::move(one));
    options.scenario = as_written(scenario_text(file), file, known_plugins(), changes);
    if (auto invented = without_people(options.scenario, file, source)) {
        source = std::move(*invented);
    } else {
        std::vector<std::string_view> others{"output", "threads", "from"};
        for (Option const& one : common_options()) others.push_back(one.name);
        options.words = arguments.words_without(others);
        std::ranges::replace(options.words, file, options.name);  // folders of this machine are nobody's business
    }
    auto const results = arguments.value("from");
    options.matters = results ? matters_in(*results) : screen(source, blocks_screened, parse_threads(arguments));
    std::string const page = live_page_of(source, options);
    if (*output == "-")
        std::cout << page;
    else
        write_file(*output, page);
    if (*output != "-")
        log::info(Message("saved {0}, {1}: open it in a browser, it needs no network", {name(*output), in_bytes(page.size())}));
    return done;
}

constexpr Option options[] = {
    {"output", "FILE.html", "write the page to this file; -: to standard output"},
    {"from", "RESULTS",
     "results of a sweep, or of a comparison under drawn assumptions: what weighs most there is what the page offers to change",
     "a quick screening"},
    set_option,
    assumptions_option,
    seed_option,
    weeks_option,
    threads_option,
    allow_outside_option,
};

constexpr std::string_view examples[] = {
    "page scenarios/marketing_sales.yaml --output live.html",
    "a page in which levers are pulled and the results move, offline",
};

}  // namespace

extern Verb const page_verb;
constinit Verb const page_verb{
    "page", "make one HTML page that simulates the scenario itself, for a discussion", "SCENARIO", options, examples, run};

}  // namespace micropol::app
