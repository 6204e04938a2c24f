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
#include "words/problem.h"

namespace micropol::app {

namespace {

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
    require_live_pages();
    options.scenario = written_with_options(file, arguments);
    if (!leave_people_at_home(options.scenario, file, source)) {
        std::vector<std::string_view> others{"output", "threads", "from", "workshop"};
        for (Option const& one : common_options()) others.push_back(one.name);
        options.words = arguments.words_without(others);
        std::ranges::replace(options.words, file, options.name);  // folders of this machine are nobody's business
    }
    options.workshop = arguments.has("workshop");
    options.matters = matters_for(source, arguments);
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
    {"workshop", "",
     "with a sheet on which each participant of a workshop says what they assume, and what compares the saved answers"},
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
    "page scenarios/marketing_sales.yaml --workshop --output workshop.html",
    "the same for a workshop: everybody answers on their own, and the page shows where answers lead to another choice",
};

}  // namespace

extern Verb const page_verb;
constinit Verb const page_verb{
    "page", "make one HTML page that simulates the scenario itself, for a discussion", "SCENARIO", options, examples, run};

}  // namespace micropol::app
