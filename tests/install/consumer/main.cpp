// A program of someone else's: runs, compares, sweeps and explains a scenario of its own through the public headers alone, checks
// what comes of it, and writes a page.

#include <micropol/micropol.h>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <optional>
#include <stdexcept>
#include <string>

namespace {

namespace fs = std::filesystem;

constexpr char const* text = R"(
micropol: 1
name: A consumer's organisation
organisation:
  departments:
    - {name: Marketing, headcount: 6}
    - {name: Sales, headcount: 8}
transformation: {initiatives: [{name: CRM}]}
culture: {rivalry: {uniform: [0.1, 0.6]}, data_hoarding: {uniform: [0.1, 0.5]}}
strategies:
  learn: {interventions: [{lever: training, intensity: 0.8}]}
runs: {weeks: 12, histories: 64, seed: 5}
)";

void expect(bool true_or_not, std::string const& what) {
    if (!true_or_not) throw std::runtime_error("not so: " + what);
}

bool inside(micropol::Estimate const& estimate) { return estimate.low <= estimate.mean && estimate.mean <= estimate.high; }

// A file for the study's blocks, and how many were simulated rather than found there.
class Kept {
  public:
    Kept(fs::path file, micropol::ScenarioSource const& source) : file_(std::move(file)), source_(source) {}

    [[nodiscard]] micropol::StudyRunner::Options options() {
        return {.threads = 2,
                .finished_block = [this] { ++simulated; },
                .begin = [this](micropol::StudyIdentity const& study, micropol::Forecast const&) -> micropol::Archive* {
                    store_.emplace(file_, micropol::StudyRecord{.kind = study.kind,
                                                                .definition = study.definition,
                                                                .view = study.view,
                                                                .facts = study.facts,
                                                                .retention = study.retention,
                                                                .planned = study.planned,
                                                                .shard = {},
                                                                .provenance = {.version = "1",
                                                                               .compiler = "any",
                                                                               .command = "consumer",
                                                                               .scenario = source_.read().resolved,
                                                                               .inputs = "",
                                                                               .started = ""}});
                    return &*store_;
                }};
    }
    void finish(micropol::StudyRunner const& runner) { store_->finish(runner.asked()); }

    int simulated = 0;

  private:
    fs::path file_;
    micropol::ScenarioSource const& source_;
    std::optional<micropol::Store> store_;
};

micropol::Comparison compare_and_keep(micropol::ScenarioSource const& source, fs::path const& file) {
    Kept kept(file, source), again(file, source);
    micropol::StudyRunner runner(source, kept.options()), second(source, again.options());
    auto const comparison = micropol::compare(runner, {.by = "data_skill"});
    expect(comparison && kept.simulated == 8, "two strategies of four blocks each");
    kept.finish(runner);
    auto const known = micropol::compare(second, {.by = "data_skill"});
    expect(known && again.simulated == 0, "what is kept is not simulated again");
    expect(micropol::write_json(*known) == micropol::write_json(*comparison), "the same bytes");
    return *comparison;
}

void use(fs::path const& folder) {
    micropol::ScenarioSource const source(text, "in the program", micropol::known_plugins());
    micropol::StudyRunner runner(source, {.threads = 2});

    auto const summary = micropol::run(runner, {.strategy = "learn"});
    expect(summary && summary->histories == 64 && summary->weeks == 12 && summary->headcount == 14, "the size of the run");
    std::cout << micropol::write_text(micropol::findings_of(*summary));

    micropol::Comparison const comparison = compare_and_keep(source, folder / "compared.db");
    micropol::Standing const& best = comparison.standings.front();
    std::size_t const skill = *comparison.outcome("data_skill");
    expect(best.name == "learn" && best.against_none[skill].low > 0, "training teaches");
    expect(best.level[skill].mean == summary->outcomes[skill].at_horizon.mean, "run and comparison say the same");

    auto const swept = micropol::sweep(runner,
                                       {.design = micropol::Design::sobol_sequence, .size = 16, .outcomes = {{"data_skill"}}});
    expect(swept && swept->points.size() == 16 && swept->definition.factors.size() == 2, "sixteen points of two factors");
    expect(inside(swept->responses.front().mean), "a mean lies in its interval");

    auto const explained = micropol::explain(
        runner, {.what = {"learn", "learn", {}, ""},
                 .by = "data_skill",
                 .why = true,
                 .fork = micropol::ForkPlan{.week = 4, .then = {{"drop training", micropol::DropLever{"training"}}}}});
    expect(explained && explained->told && explained->why && explained->fork, "what was asked for");
    double sum = 0;
    for (micropol::CauseShare const& cause : explained->why->causes) sum += cause.share.mean;
    expect(std::abs(sum - explained->why->total.mean) < 1e-9, "shares sum to the difference");
    expect(explained->fork->difference[skill].high < 0, "without training people learn less");

    try {
        (void)micropol::compare(runner, {.by = "data_skil"});
        expect(false, "a typo is refused");
    } catch (micropol::InvalidPlan const& wrong) {
        expect(wrong.field() == "by" && std::string(wrong.what()).find("did you mean 'data_skill'") != std::string::npos,
               "and a suggestion made");
    }

    micropol::StoredResults const stored = micropol::read_results(folder / "compared.db");
    std::string const page = micropol::write_html(
        {micropol::findings_of(std::get<micropol::Comparison>(stored.results)), micropol::findings_of(*explained)},
        micropol::Language::english, "consumer");
    std::ofstream(folder / "page.html") << page;
    expect(page.find("<html") != std::string::npos && page.find("learn") != std::string::npos, "a page of the comparison");
}

}  // namespace

int main() try {
    fs::path const folder = fs::temp_directory_path() / "micropol_consumer";
    fs::remove_all(folder);
    fs::create_directories(folder);
    use(folder);
    fs::remove_all(folder);
} catch (std::exception const& failure) {
    std::cerr << failure.what() << '\n';
    return 1;
}
