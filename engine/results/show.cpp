#include "results/show.h"

#include "results/formats.h"

namespace micropol {

std::optional<Format> format_named(std::string_view name) {
    if (name == "text") return Format::text;
    if (name == "json") return Format::json;
    if (name == "csv") return Format::csv;
    if (name == "markdown") return Format::markdown;
    return std::nullopt;
}

std::string show(RunSummary const& summary, Format format, ShowOptions const& options) {
    switch (format) {
        case Format::json: return show_json(summary);
        case Format::csv: return show_csv(summary);
        case Format::markdown: return show_markdown(summary, options);
        case Format::text: break;
    }
    return show_text(summary, options);
}

}  // namespace micropol
