#include "store/read_results.h"

#include <array>
#include <fstream>

#include "organisation/table.h"
#include "store/calibrated_json.h"
#include "store/explanation_json.h"
#include "store/read_json.h"
#include "store/store_file.h"
#include "store/stored_comparison.h"
#include "store/stored_run.h"
#include "store/stored_sweep.h"

namespace micropol {

namespace fs = std::filesystem;

namespace {

void require_names_as_asked(std::string const& file, bool names_shown, bool show_names) {
    if (names_shown && !show_names)
        throw InvalidInput({{file},
                            "it names people who were imported",
                            "names are shown only when that is asked for",
                            "add --show-names, or simulate again without it"});
    if (!names_shown && show_names)
        throw InvalidInput({{file},
                            "it knows people by pseudonyms alone",
                            "it was made without --show-names",
                            "simulate again with --show-names into another file, or show it without"});
}

// Every text that is a pseudonym as the name that it stands for.
Json with_names(Json const& json, NamesLater const& names) {
    if (json.is_string()) {
        auto const found = names.find(json.text());
        return found == names.end() ? json : Json(found->second);
    }
    if (json.is_array()) {
        Json::Array items;
        for (Json const& item : json.items()) items.push_back(with_names(item, names));
        return Json::array(std::move(items));
    }
    if (!json.is_object()) return json;
    Json made = Json::object();
    for (auto const& [key, value] : json.members()) made[key] = key == "names_shown" ? Json(true) : with_names(value, names);
    return made;
}

RunSummary with_names(RunSummary run, NamesLater const& names) {
    for (auto* const shifts : {&run.winners, &run.losers})
        for (PowerShift& shift : *shifts)
            if (auto const found = names.find(shift.who); found != names.end()) shift.who = found->second;
    run.names_shown = true;
    return run;
}

Explanation explanation_in(StoredStudy const& study, NamesLater const& names) {
    std::string const file = study.file().string();
    try {
        Json const json = Json::parse(study.conclusion());
        return explanation_of(names.empty() ? json : with_names(json, names), file);
    } catch (WrongJson const& wrong) {
        throw InvalidInput(damage(file, place_in("document"), wrong.problem()));
    }
}

// ------------------------------------------------------------------------------------- JSON

Results results_of(Json const& json, std::string const& file) {
    if (json.contains("told") || json.contains("kind")) return explanation_of(json, file);
    if (json.contains("strategies") && json.contains("by")) return comparison_of(json, file);
    if (json.contains("responses") && json.contains("factors")) return sweep_of(json, file);
    if (json.contains("outcomes") && json.contains("departments")) return run_of(json, file);
    throw InvalidInput({{file},
                        "no results that are known here",
                        "known are files of results, and what run, compare, sweep and explain print with --format json",
                        ""});
}

Results read_json(fs::path const& file, ResultsView const& view) {
    std::vector<Problem> problems;
    std::string const name = file.string(), text = read_text(file, problems);
    if (!problems.empty()) throw InvalidInput(std::move(problems));
    try {
        Json const json = Json::parse(text);
        Json const *const imported = json.find("imported"), *const names_shown = json.find("names_shown");
        if (imported && names_shown && imported->boolean()) require_names_as_asked(name, names_shown->boolean(), view.show_names);
        return results_of(json, name);
    } catch (WrongJson const& wrong) {
        throw InvalidInput({{name}, "these results are not what this version writes", wrong.problem(), "make them anew"});
    }
}

bool is_database(fs::path const& file) {
    std::error_code none;
    if (!fs::is_regular_file(file, none)) return false;
    std::array<char, 16> beginning{};
    std::ifstream(file, std::ios::binary).read(beginning.data(), beginning.size());
    return std::string_view(beginning.data(), 15) == "SQLite format 3";
}

}  // namespace

std::size_t outcome_named(StoredStudy const& study, std::string const& key) {
    auto const& outcomes = study.record().facts.outcomes;
    if (auto const outcome = position_of(key, outcomes)) return *outcome;
    std::vector<std::string_view> const known = keys_of(outcomes);
    throw InvalidInput({{study.file().string()},
                        Message("these results have no outcome '{0}'", {name(key)}),
                        "they have those that the scenario recorded",
                        did_you_mean(key, std::span<std::string_view const>(known))});
}

Results results_in(StoredStudy const& study, ResultsView const& view) {
    std::string const& kind = study.record().kind;
    StudyFacts const& facts = study.record().facts;
    if (facts.by_person && (kind == "run" || kind == "explain") && view.names.empty())
        require_names_as_asked(study.file().string(), facts.privacy.names_shown, view.show_names);
    if (kind == "run" && !view.names.empty()) return with_names(summary_in(study, view.smallest_group), view.names);
    if (kind == "run") return summary_in(study, view.smallest_group);
    if (kind == "explain" && view.by)
        throw InvalidInput({{study.file().string()},
                            "an explanation is by one outcome",
                            "what it simulated and concluded follows from that",
                            Message("explain again with --by {0} and another --output", {name(*view.by)})});
    if (kind == "explain") return explanation_in(study, view.names);
    if (kind == "calibrate") return calibrated_in(study);
    auto const by = view.by ? std::optional(outcome_named(study, *view.by)) : std::nullopt;
    if (kind == "compare") return comparison_in(study, by ? std::optional(Criterion{*by, view.less_is_better}) : std::nullopt);
    if (kind == "sweep") return sweep_in(study, by);
    throw InvalidInput({{study.file().string()},
                        Message("a study of the kind '{0}' is shown by the command that made it", {name(kind)}),
                        "what it tried follows from what it found",
                        Message("rerun that command with the same --output; finished blocks are reused: {0}",
                                {name(study.record().provenance.command)})});
}

StoredResults read_results(fs::path const& file, ResultsView const& view) {
    if (!is_results_file(file)) return {file, read_json(file, view)};
    return read_results(std::make_shared<StoredStudy const>(file), view);
}

StoredResults read_results(std::shared_ptr<StoredStudy const> const& study, ResultsView const& view) {
    return {
        study->file(), results_in(*study, view), study->record(), study->variants(), study->blocks().size(), study->finished(),
        study};
}

bool is_results_file(fs::path const& file) { return file.extension() != ".json" || is_database(file); }

}  // namespace micropol
