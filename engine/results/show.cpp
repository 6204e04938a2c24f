#include "results/show.h"

#include <algorithm>
#include <utility>

#include "results/formats.h"

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
        case Format::json: return show_json(summary);
        case Format::csv: return show_csv(summary);
        case Format::markdown: return show_markdown(summary, options);
        case Format::text: break;
    }
    return show_text(summary, options);
}

}  // namespace micropol
