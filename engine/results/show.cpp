#include "results/show.h"

#include "results/account.h"

#include <algorithm>
#include <utility>

#include "findings/run.h"
#include "report/write.h"
#include "report/write_csv.h"
#include "report/write_json.h"

namespace micropol {

namespace {

constexpr std::pair<Format, std::string_view> names[] = {
    {Format::text, "text"}, {Format::json, "json"}, {Format::csv, "csv"}, {Format::markdown, "markdown"}};

}  // namespace

std::optional<Format> format_named(std::string_view name) {
    for (auto const& [format, its] : names)
        if (its == name) return format;
    return std::nullopt;
}

std::string_view name_of(Format format) {
    return std::ranges::find(names, format, &std::pair<Format, std::string_view>::first)->second;
}

std::string show(RunSummary const& summary, Format format, ShowOptions const& options) {
    switch (format) {
        case Format::json: return write_json(summary);
        case Format::csv: return write_csv(summary);
        case Format::markdown: return write_markdown(findings_of(summary, detail_of(options.everything)), options.language);
        case Format::text: break;
    }
    return write_text(findings_of(summary, detail_of(options.everything)),
                      {.language = options.language, .colour = options.colour, .width = options.width});
}

}  // namespace micropol
