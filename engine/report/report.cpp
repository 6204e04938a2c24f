#include "report/report.h"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "report/assets.h"
#include "report/sections.h"
#include "results/show_stored.h"

namespace micropol {

namespace {

using Json = nlohmann::ordered_json;
namespace fs = std::filesystem;

// What one file adds.
struct Part {
    fs::path file;
    std::string kind, results;         // "run", "compare", "sweep", "explain"; JSON
    std::optional<StudyRecord> study;  // of a file of results
    std::vector<Variant> variants = {};
    std::size_t blocks = 0;
    bool finished = true;
};

std::string kind_of(Json const& json) {
    if (!json.is_object()) return "";
    if (json.value("kind", Json()) == "explanation") return "explain";
    if (json.contains("strategies") && json.contains("by")) return "compare";
    if (json.contains("responses") && json.contains("factors")) return "sweep";
    if (json.contains("outcomes") && json.contains("departments") && json.contains("histories")) return "run";
    return "";
}

std::string content_of(fs::path const& file) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    if (!(stream && text << stream.rdbuf())) throw InvalidInput({{file.string()}, "cannot be read", "", "is it there?"});
    return text.str();
}

Part read_json(fs::path const& file, ReportOptions const& options) {
    std::string const text = content_of(file);
    Json const json = Json::parse(text, nullptr, false);
    std::string const kind = kind_of(json);
    if (kind.empty())
        throw InvalidInput({{file.string()},
                            "no results that a report knows",
                            "it takes files of results, and what run, compare, sweep and explain print with --format json",
                            ""});
    (void)read_results(file, {.show_names = options.show_names});  // refuses what it is not
    return {.file = file, .kind = kind, .results = text, .study = {}};
}

Part read_study(fs::path const& file, ReportOptions const& options) {
    StoredStudy const study(file);
    return {.file = file,
            .kind = study.record().kind,
            .results = show(study, Format::json, {},
                            ResultsView{.by = {}, .show_names = options.show_names, .smallest_group = options.group_size}),
            .study = study.record(),
            .variants = study.variants(),
            .blocks = study.blocks().size(),
            .finished = study.finished()};
}

std::vector<Part> read_all(std::vector<fs::path> const& files, ReportOptions const& options) {
    std::vector<Part> parts;
    std::vector<Problem> problems;
    for (fs::path const& file : files) try {
            parts.push_back(file.extension() == ".json" ? read_json(file, options) : read_study(file, options));
        } catch (InvalidInput const& invalid) {
            problems.insert(problems.end(), invalid.problems().begin(), invalid.problems().end());
        }
    if (!problems.empty()) throw InvalidInput(problems);
    return parts;
}

bool is_about_imported_people(Part const& part) {
    return part.study ? part.study->facts.by_person : Json::parse(part.results).value("imported", false);
}

void add(Page& page, Part const& part) try {
    if (!part.finished)
        page.add_headline(
            phrase(page.language(), "unfinished", {part.file.filename().string(), count_said(page.language(), part.blocks)}), "");
    if (part.kind == "run") add_run(page, part.results);
    if (part.kind == "compare") add_comparison(page, part.results);
    if (part.kind == "sweep") add_sweep(page, part.results);
    if (part.kind == "explain") add_explanation(page, part.results);
} catch (Json::exception const& fault) {
    throw InvalidInput({{part.file.string()}, "these results are not what this version writes", fault.what(), "make them anew"});
}

}  // namespace

std::string report_page(std::vector<fs::path> const& files, ReportOptions const& options) {
    std::vector<Part> const parts = read_all(files, options);
    Page page(options);
    if (options.show_names && std::ranges::any_of(parts, is_about_imported_people)) page.stamp(page.word("stamp_names"));
    for (Part const& part : parts) add(page, part);
    std::vector<ReportedStudy> studies;
    std::vector<fs::path> other_files;
    for (Part const& part : parts) {
        if (part.study)
            studies.push_back({part.file, *part.study, part.variants});
        else
            other_files.push_back(part.file);
    }
    if (!studies.empty()) add_assumptions(page, studies);
    add_limits(page);
    add_provenance(page, studies, other_files);
    return page.html();
}

bool reports_have_figures() { return !page_script().empty(); }

}  // namespace micropol
