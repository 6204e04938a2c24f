#include <algorithm>
#include <filesystem>
#include <iostream>

#include "micropol/live_page.h"
#include "micropol/log.h"
#include "micropol/output_file.h"
#include "micropol/page.h"
#include "micropol/scenario_options.h"
#include "micropol/verb.h"
#include "micropol/wording.h"
#include "report/write.h"
#include "words/problem.h"

namespace micropol::app {

namespace {

namespace fs = std::filesystem;

// Written as slides; what only a page can do is refused.
void make_slides(Arguments const& arguments, std::vector<fs::path> const& files, std::string const& output,
                 PageOptions const& options) {
    for (char const* option : {"summary", "full", "live"})
        if (arguments.has(option))
            throw WrongUsage(Message("--{0} is for pages: give --output a name that ends in .html", {name(option)}));
    std::string const slides = slides_of(files, options);
    write_file(output, slides);
    log::info(Message("saved {0}, {1}: open it in PowerPoint, Keynote or LibreOffice", {name(output), in_bytes(slides.size())}));
}

ExitCode run(Call const& call) {
    Arguments const& arguments = call.arguments;
    std::vector<std::string> const& names = arguments.positional(1, 1'000, "files of results");
    auto const output = arguments.value("output");
    if (!output) throw WrongUsage("report needs --output FILE.html or FILE.pptx");
    std::vector<fs::path> const files(names.begin(), names.end());
    std::error_code ignored;
    for (fs::path const& file : files)
        if (fs::equivalent(file, *output, ignored))
            throw WrongUsage(Message("--output would overwrite {0}", {name(file.string())}));
    PageOptions options{
        .language = parse_language(arguments), .show_names = arguments.has("show-names"), .version = MICROPOL_VERSION};
    options.people = !arguments.has("no-people"), options.summary = arguments.has("summary"),
    options.full = arguments.has("full");
    if (options.summary && options.full) throw WrongUsage("--summary and --full exclude each other");
    if (!options.people && options.show_names) throw WrongUsage("--no-people and --show-names exclude each other");
    if (auto const size = arguments.whole_number("group-size", 1, 1'000'000)) options.smallest_group = std::size_t(*size);
    if (is_for_slides(*output)) {
        make_slides(arguments, files, *output, options);
        return done;
    }
    options.live = arguments.has("live"), options.threads = parse_threads(arguments);
    if (options.live) {
        if (options.summary) throw WrongUsage("--summary and --live exclude each other");
        require_live_pages();
    }
    std::string const page = page_of(files, options);
    if (*output == "-")
        std::cout << page;
    else
        write_file(*output, page);
    if (!pages_have_figures())
        log::warning(
            "the figures are missing, the page has their numbers as tables: this micropol was built without Node.js or without "
            "the npm registry; build it again where both are there");
    if (*output != "-")
        log::info(Message("saved {0}, {1}: open it in a browser, it needs no network", {name(*output), in_bytes(page.size())}));
    return done;
}

constexpr Option options[] = {
    {"output", "FILE.html|FILE.pptx",
     "write the page to this file, or slides to one that ends in .pptx; -: the page to standard output"},
    {"summary", "", "one sheet: what it says, and the first figures"},
    {"full", "", "print everything; without, paper has the figures and at most eight sheets"},
    {"live", "",
     "and a last section in which the scenario of the first file of results is simulated in the browser, with other strategies and "
     "assumptions"},
    threads_option,
    {"no-people", "", "leave out what tells of single people"},
    {"show-names", "",
     "show imported people by their names, which the results have or the people's own file, if that is at hand"},
    {"group-size", "K", "leave out groups of fewer than K imported people", "as in the results"},
};

constexpr std::string_view examples[] = {
    "report results.db --output report.html",
    "the results of a run as one page that works offline",
    "report run.db compare.db why.db --language de --output bericht.html",
    "a run, a comparison and an explanation together, in German",
    "report run.db compare.db why.db --output deck.pptx",
    "the same as slides whose charts and tables can be edited",
};

}  // namespace

extern Verb const report_verb;
constinit Verb const report_verb{
    "report", "make one HTML page of results, or slides, for people who decide", "FILE…", options, examples, run};

}  // namespace micropol::app
