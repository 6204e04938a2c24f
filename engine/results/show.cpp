#include "results/show.h"

#include <algorithm>
#include <utility>

#include "findings/comparison.h"
#include "findings/optimum.h"
#include "findings/run.h"
#include "findings/sweep.h"
#include "report/write.h"
#include "report/write_csv.h"
#include "report/write_json.h"
#include "results/account.h"

namespace micropol {

namespace {

constexpr std::pair<Format, std::string_view> names[] = {
    {Format::text, "text"}, {Format::json, "json"}, {Format::csv, "csv"}, {Format::markdown, "markdown"}};

template <class Result>
std::string shown(Result const& result, Format format, ShowOptions const& options) {
    switch (format) {
        case Format::json: return write_json(result);
        case Format::csv: return write_csv(result);
        case Format::markdown: return write_markdown(findings_of(result, detail_of(options.everything)), options.language);
        case Format::text: break;
    }
    return write_text(findings_of(result, detail_of(options.everything)),
                      {.language = options.language, .colour = options.colour, .width = options.width});
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
std::string show(Optimum const& optimum, Format format, ShowOptions const& options) { return shown(optimum, format, options); }
std::string show(Sweep const& sweep, Format format, ShowOptions const& options) { return shown(sweep, format, options); }

}  // namespace micropol
