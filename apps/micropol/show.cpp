#include "micropol/show.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "findings/before_after.h"
#include "findings/calibrated.h"
#include "findings/comparison.h"
#include "findings/decision.h"
#include "findings/explanation.h"
#include "findings/optimum.h"
#include "findings/run.h"
#include "findings/sweep.h"
#include "findings/workshop.h"
#include "report/write.h"
#include "report/write_csv.h"
#include "report/write_json.h"
#include "store/explanation_json.h"

namespace micropol::app {

namespace {

constexpr std::pair<Format, std::string_view> names[] = {{Format::text, "text"},
                                                         {Format::json, "json"},
                                                         {Format::jsonl, "jsonl"},
                                                         {Format::csv, "csv"},
                                                         {Format::markdown, "markdown"}};

Detail detail_of(ShowOptions const& options) { return options.everything ? Detail::full : Detail::brief; }

std::string to_read(Document const& document, Format format, ShowOptions const& options) {
    if (format == Format::markdown) return write_markdown(document, options.language);
    return write_text(document, {.language = options.language, .colour = options.colour, .width = options.width});
}

template <class Result>
std::string to_read(Result const& result, Format format, ShowOptions const& options) {
    return to_read(findings_of(result, detail_of(options)), format, options);
}

template <class Result>
std::string shown(Result const& result, Format format, ShowOptions const& options) {
    if (format == Format::json) return write_json(result);
    if (format == Format::csv) return write_csv(result);
    if (format == Format::jsonl) {
        if constexpr (requires { write_json_lines(result); }) return write_json_lines(result);
        throw std::invalid_argument("what is no list has no lines");
    }
    return to_read(result, format, options);
}

}  // namespace

std::optional<Format> format_named(std::string_view name) {
    for (auto const& [format, its] : names)
        if (its == name) return format;
    return std::nullopt;
}

std::string_view name_of(Format format) {
    return std::ranges::find(names, format, &std::pair<Format, std::string_view>::first)->second;
}

std::string show(RunSummary const& run, Format format, ShowOptions const& options) { return shown(run, format, options); }
std::string show(Comparison const& comparison, Format format, ShowOptions const& options) {
    return shown(comparison, format, options);
}
std::string show(Comparison const& comparison, Standings const& standings, Format format, ShowOptions const& options) {
    if (format == Format::csv || format == Format::jsonl) return shown(comparison, format, options);
    if (format == Format::json) {
        Json json = Json::parse(write_json(comparison));
        if (standings.decision) json["decision"] = Json::parse(write_json(*standings.decision));
        return json.dump(2) + '\n';
    }
    Document document = findings_of(comparison, detail_of(options));
    if (standings.decision) append(document, *standings.decision, detail_of(options));
    for (Phrase const& sentence : standings.sentences) document.verdict.push_back({sentence});
    return to_read(document, format, options);
}
std::string show(Optimum const& optimum, Format format, ShowOptions const& options) { return shown(optimum, format, options); }
std::string show(Sweep const& sweep, Format format, ShowOptions const& options) { return shown(sweep, format, options); }
std::string show(Decision const& decision, Format format, ShowOptions const& options) { return shown(decision, format, options); }
std::string show(Calibrated const& calibrated, Format format, ShowOptions const& options) {
    return shown(calibrated, format, options);
}

std::string show(Workshop const& workshop, Format format, ShowOptions const& options) { return shown(workshop, format, options); }

std::string show(Comparison const& before, Comparison const& after, Format format, ShowOptions const& options) {
    if (format != Format::text && format != Format::markdown) return "";
    Document document{.title = {}, .currency = after.facts.currency};
    document.sections.push_back(before_after_section(before, after));
    std::string text = format == Format::markdown
                           ? write_markdown(document, options.language)
                           : write_text(document,
                                        {.language = options.language, .colour = options.colour, .width = options.width});
    text.erase(0, text.find_first_not_of('\n'));  // of a title that it does not have
    return '\n' + text;
}

std::string show(Explanation const& explanation, Format format, ShowOptions const& options) {
    if (format == Format::csv || format == Format::jsonl) throw std::invalid_argument("an explanation is no table");
    if (format == Format::json) return json_of(explanation, explanation_texts()).dump(2) + '\n';
    return to_read(explanation, format, options);
}

std::string show(StoredStudy const& study, Format format, ShowOptions const& options, ResultsView const& view) {
    if (study.record().kind == "explain" && (format == Format::csv || format == Format::jsonl))
        throw InvalidInput({{study.file().string()},
                            Message("it has nothing in the format {0}", {name(name_of(format))}),
                            "it has text, Markdown and JSON",
                            ""});
    return std::visit([&](auto const& results) { return show(results, format, options); }, results_in(study, view));
}

}  // namespace micropol::app
