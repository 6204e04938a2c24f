#include "micropol/page.h"

#include <algorithm>
#include <iterator>
#include <memory>

#include "base/hash.h"
#include "base/overloaded.h"
#include "findings/before_after.h"
#include "findings/calibrated.h"
#include "findings/comparison.h"
#include "findings/decision.h"
#include "findings/deck.h"
#include "findings/explanation.h"
#include "findings/model.h"
#include "findings/run.h"
#include "findings/sweep.h"
#include "findings/who.h"
#include "micropol/decided.h"
#include "micropol/live_page.h"
#include "micropol/map_first.h"
#include "micropol/names_later.h"
#include "micropol/recorded_scenario.h"
#include "report/write.h"
#include "scenario/as_written.h"
#include "store/read_results.h"

namespace micropol::app {

namespace {

namespace fs = std::filesystem;

std::vector<StoredResults> read_all(std::vector<fs::path> const& files, PageOptions const& options) {
    std::vector<StoredResults> all;
    std::vector<Problem> problems;
    for (fs::path const& file : files) try {
            ResultsView view{.show_names = options.show_names, .smallest_group = options.smallest_group};
            if (is_results_file(file)) {
                auto const study = std::make_shared<StoredStudy const>(file);
                if (options.show_names) view.names = names_later(study->record(), file);
                all.push_back(read_results(study, view));
            } else {
                all.push_back(read_results(file, view));
            }
        } catch (InvalidInput const& invalid) {
            problems.insert(problems.end(), invalid.problems().begin(), invalid.problems().end());
        }
    if (!problems.empty()) throw InvalidInput(problems);
    return all;
}

bool is_about_imported_people(Results const& results) {
    return std::visit(
        Overloaded{[](RunSummary const& run) { return run.imported; }, [](auto const& other) { return other.facts.by_person; }},
        results);
}

std::vector<Section> assumption_sections_of(std::vector<StoredResults> const& all) try {
    std::vector<Assumption> numbers;
    for (StoredResults const& stored : all)
        if (stored.study)
            std::ranges::move(recorded_assumptions(*stored.study, stored.variants, stored.file), std::back_inserter(numbers));
    return {money_section(numbers), assumption_section(numbers)};
} catch (InvalidInput const& why) {
    return {missing_assumptions(sentence_of(why.problems().front()))};
}

std::string kind_of(Results const& results) {
    constexpr char const* kinds[] = {"run", "compare", "sweep", "explain", "calibrate"};
    static_assert(std::size(kinds) == std::variant_size_v<Results>);
    return kinds[results.index()];
}

// Over the last weeks of all blocks, in their order: what `run` prints of its own.
std::string state_hash_of(StoredResults const& stored) {
    if (auto const* const run = std::get_if<RunSummary>(&stored.results)) return in_hexadecimal(run->state_hash);
    if (!stored.open) return "";
    Hash hash;
    std::vector<std::string> const columns = stored.open->columns_of("block");
    auto const at = std::size_t(std::ranges::find(columns, "state_hash") - columns.begin());
    stored.open->read_table("block", [&](std::vector<Cell> const& cells) {
        auto const* const text = std::get_if<std::string>(&cells.at(at));
        hash.add(from_hexadecimal(text ? *text : "").value_or(0));
    });
    return in_hexadecimal(hash.value());
}

ResultsOrigin origin_of(StoredResults const& stored) {
    ResultsOrigin origin;
    origin.file = stored.file.filename().string(), origin.kind = kind_of(stored.results);
    origin.scenario = std::visit(
        Overloaded{[](RunSummary const& run) { return run.title; }, [](auto const& other) { return other.facts.title; }},
        stored.results);
    origin.state = state_hash_of(stored);
    if (!stored.study) return origin;
    Provenance const& from = stored.study->provenance;
    origin.kind = stored.study->kind, origin.command = from.command, origin.version = from.version;
    origin.compiler = from.compiler, origin.seed = stored.study->facts.seed;
    return origin;
}

// What stands behind all of them.
Document background_of(std::vector<StoredResults> const& all) {
    Document document;
    std::vector<ResultsOrigin> origins;
    std::ranges::transform(all, std::back_inserter(origins), origin_of);
    if (std::ranges::any_of(all, [](StoredResults const& stored) { return stored.study.has_value(); }))
        document.sections = assumption_sections_of(all);
    document.sections.push_back(limit_section());
    document.sections.push_back(provenance_section(origins));
    std::erase_if(document.sections, [](Section const& section) { return section.elements.empty(); });
    return document;
}

void leave_out_persons(Document& document) {
    std::erase_if(document.sections, [](Section const& section) { return section.of_persons; });
    for (Section& section : document.sections)
        std::erase_if(section.elements, [](Element const& element) { return element.of_persons; });
}

// Of which strategy a run tells, and where it is not the only one of its kind, from which file.
void name_sections(Document& document, std::vector<StoredResults> const& all, StoredResults const& its) {
    auto const* const run = std::get_if<RunSummary>(&its.results);
    auto const is_its_kind = [&](StoredResults const& other) { return other.results.index() == its.results.index(); };
    bool const several = std::ranges::count_if(all, is_its_kind) > 1;
    for (Section& section : document.sections) {
        if (section.subsection || section.heading.empty()) continue;
        if (run) section.heading = naming_strategy(section.heading, run->strategy);
        if (several) section.heading = Message("{0}: {1}", {name(its.file.filename().string()), section.heading});
    }
}

bool has_strategies_side_by_side(Sweep const& sweep) {
    auto const& factors = sweep.definition.factors;
    return sweep.definition.against || std::ranges::find(factors, strategy_path, &Factor::path) != factors.end();
}

// Of a sweep of several strategies: which one, although what is swept is not known; or why that cannot be said.
void add_decision(Document& document, Sweep const& sweep, StoredStudy const& study) try {
    if (has_strategies_side_by_side(sweep)) append(document, decided(study, {}));
} catch (InvalidInput const& undecided) {
    Problem why = undecided.problems().front();
    why.place = {};
    append_undecided(document, sentence_of(why));
}

// Of a comparison whose assumptions were drawn: how safe the choice is although they are not known.
void add_decision(Document& document, StoredResults const& stored, PageOptions const& options) {
    auto const* const comparison = std::get_if<Comparison>(&stored.results);
    if (auto const* const sweep = std::get_if<Sweep>(&stored.results); sweep && stored.open)
        return add_decision(document, *sweep, *stored.open);
    if (!comparison || !stored.open || comparison->facts.uncertain.empty() || comparison->blocks < blocks_to_decide) return;
    if (usual_questions(comparison->facts).empty()) return;
    auto const made = options.decisions.find(stored.file);
    append(document, made != options.decisions.end() ? made->second : decided(*stored.open, {}));
}

bool is_under_posterior(StoredResults const& stored) { return stored.study && !stored.study->provenance.posterior.empty(); }

// Of a study under a posterior: that it is, and whether the evidence can be relied on.
void say_whence(Document& document, StoredResults const& its, std::vector<StoredResults> const& all) {
    if (!is_under_posterior(its)) return;
    document.opening.push_back(
        {"What is not known is not drawn from what is plausible here, but from what the company's own evidence leaves of it."});
    for (StoredResults const& other : all)
        if (auto const* const calibrated = std::get_if<Calibrated>(&other.results);
            calibrated && calibrated->posterior.misfit.flagged)
            document.verdict.insert(document.verdict.begin(), {verdict_on(*calibrated).front(), Paragraph::Tone::caution});
}

// Of a comparison under a posterior: how the evidence changed the choice, where the comparison before it is known, too.
void add_before_after(Document& document, StoredResults const& after, std::vector<StoredResults> const& all,
                      PageOptions const& options) {
    auto const* const now = std::get_if<Comparison>(&after.results);
    if (!now || !is_under_posterior(after)) return;
    Comparison const* then = options.before ? &*options.before : nullptr;
    for (StoredResults const& before : all)
        if (auto const* const other = std::get_if<Comparison>(&before.results); !then && other && !is_under_posterior(before))
            then = are_comparable(*other, *now) ? other : nullptr;
    if (then && are_comparable(*then, *now))
        document.sections.insert(document.sections.begin(), before_after_section(*then, *now));
}

// What it says, and its first figure, if there is room for one.
void summarise(Document& document, std::size_t& figures_left) {
    std::vector<Section> kept;
    Phrase above;
    for (Section& section : document.sections) {
        if (!section.subsection && !section.heading.empty()) above = section.heading;
        auto const figure = std::ranges::find_if(
            section.elements, [](Element const& element) { return std::holds_alternative<Figure>(element.what); });
        if (figure == section.elements.end() || figures_left == 0) continue;
        section.elements = {std::move(*figure)};
        if (section.subsection) section.heading = Message("{0}: {1}", {above, section.heading});
        section.subsection = false, section.is_background = false;
        kept.push_back(std::move(section));
        --figures_left;
        break;
    }
    document.sections = std::move(kept);
}

// Which assumptions matter most is in the results, or is found out.
std::vector<Matter> matters_of(std::vector<StoredResults> const& all, ScenarioSource const& source, int threads) {
    for (StoredResults const& stored : all) try {
            return matters_in(stored.file);
        } catch (InvalidInput const&) {  // they weigh nothing
        }
    return screen(source, blocks_screened, threads);
}

LivePart live_part(std::vector<StoredResults> const& all, PageOptions const& options) {
    auto const stored = std::ranges::find_if(all, [](StoredResults const& one) { return one.study.has_value(); });
    if (stored == all.end())
        throw InvalidInput({{all.front().file.string()},
                            "it does not hold its scenario, so that nothing can be simulated",
                            "what a command prints has results alone",
                            "keep results in a file with --output, and report that"});
    ScenarioSource source = recorded_scenario(*stored->study, stored->file);
    LivePageOptions live{.language = options.language, .version = options.version, .name = "scenario.yaml"};
    live.matters = matters_of(all, source, options.threads);
    live.scenario = as_written(stored->study->provenance.scenario, live.name, known_plugins(), {});
    (void)leave_people_at_home(live.scenario, live.name, source);
    return live_part_of(source, live);
}

// What pages and slides are made of: one a file.
std::vector<Document> documents_of(std::vector<StoredResults> const& all, PageOptions const& options) {
    std::vector<Document> documents;
    for (StoredResults const& stored : all) {
        Document& document = documents.emplace_back(
            std::visit([](auto const& results) { return findings_of(results, Detail::brief); }, stored.results));
        if (!stored.finished)
            document.verdict.insert(document.verdict.begin(), unfinished(stored.file.filename().string(), stored.blocks));
        if (options.show_names && is_about_imported_people(stored.results)) document.stamp = names_stamp();
        add_decision(document, stored, options);
        add_before_after(document, stored, all, options);
        say_whence(document, stored, all);
        if (!options.people) leave_out_persons(document);
        name_sections(document, all, stored);
    }
    return documents;
}

}  // namespace

std::string page_of(std::vector<fs::path> const& files, PageOptions const& options) {
    std::vector<StoredResults> const all = read_all(files, options);
    std::vector<Document> documents = documents_of(all, options);
    if (options.people)
        if (auto map = map_first(all, options)) documents.insert(documents.begin(), std::move(*map));
    if (options.summary) {
        std::size_t figures_left = documents.size() <= 2 ? 2 : 1;  // so that all of it is one sheet
        for (Document& document : documents) summarise(document, figures_left);
    } else {
        documents.push_back(background_of(all));
        documents.back().currency = documents.front().currency;
    }
    Paper const paper = options.full ? Paper::full : options.summary ? Paper::summary : Paper::brief;
    if (!options.live) return write_html(documents, options.language, options.version, paper);
    LivePart const live = live_part(all, options);
    return write_html(documents, options.language, options.version, paper, &live);
}

bool is_for_slides(fs::path const& file) {
    std::string ending = file.extension().string();
    for (char& c : ending)
        if (c >= 'A' && c <= 'Z') c = char(c - 'A' + 'a');
    return ending == ".pptx";
}

std::string slides_of(std::vector<fs::path> const& files, PageOptions const& options) {
    std::vector<StoredResults> const all = read_all(files, options);
    std::vector<Document> documents = documents_of(all, options);
    std::vector<DeckSource> sources;
    for (std::size_t k = 0; k < all.size(); ++k) sources.push_back({std::move(documents[k]), origin_of(all[k])});
    return write_pptx(deck_of(sources, background_of(all)), options.language);
}

}  // namespace micropol::app
