#pragma once
// Results for people (text, Markdown) and programs (JSON, CSV).

#include <optional>
#include <string>
#include <string_view>

#include "store/read_results.h"
#include "study/calibrate/calibrated.h"
#include "study/decide/decision.h"
#include "study/optimise/optimum.h"
#include "study/workshop/workshop.h"
#include "words/language.h"

namespace micropol::app {

enum class Format { text, json, jsonl, csv, markdown };
[[nodiscard]] std::optional<Format> format_named(std::string_view name);
[[nodiscard]] std::string_view name_of(Format format);

struct ShowOptions {
    bool colour = false;  // text only
    int width = 100;      // columns, text only
    Language language = Language::english;
    bool everything = false;  // every outcome, not only those that tell the story; text and Markdown
};

[[nodiscard]] std::string show(RunSummary const& run, Format format, ShowOptions const& options = {});
[[nodiscard]] std::string show(Comparison const& comparison, Format format, ShowOptions const& options = {});
// The same with a decision on it (not as CSV) and, in text and Markdown, with what is said at the end of how it stands under the
// assumptions.
struct Standings {
    std::vector<Phrase> sentences = {};
    std::optional<Decision> decision = {};
};
[[nodiscard]] std::string show(Comparison const& comparison, Standings const& standings, Format format,
                               ShowOptions const& options = {});
[[nodiscard]] std::string show(Optimum const& optimum, Format format, ShowOptions const& options = {});
[[nodiscard]] std::string show(Sweep const& sweep, Format format, ShowOptions const& options = {});
[[nodiscard]] std::string show(Decision const& decision, Format format, ShowOptions const& options = {});
[[nodiscard]] std::string show(Calibrated const& calibrated, Format format, ShowOptions const& options = {});
[[nodiscard]] std::string show(Workshop const& workshop, Format format, ShowOptions const& options = {});
// The decision before and after the evidence; nothing in the formats for programs, which have both comparisons.
[[nodiscard]] std::string show(Comparison const& before, Comparison const& after, Format format, ShowOptions const& options = {});
// An explanation is no table, and neither this nor a decision nor a search is a list: throw std::invalid_argument for CSV, and JSON Lines.
[[nodiscard]] std::string show(Explanation const& explanation, Format format, ShowOptions const& options = {});

// What a file of results says, as the command that made the file showed it. Throws InvalidInput.
[[nodiscard]] std::string show(StoredStudy const& study, Format format, ShowOptions const& options, ResultsView const& view = {});

}  // namespace micropol::app
