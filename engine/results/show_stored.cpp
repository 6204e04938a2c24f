#include "results/show_stored.h"

#include "results/show_explanation.h"

namespace micropol {

std::string show(StoredStudy const& study, Format format, ShowOptions const& options, ResultsView const& view) {
    if (study.record().kind == "explain" && format == Format::csv)
        throw InvalidInput({{study.file().string()}, "it has nothing in the format csv", "it has text, Markdown and JSON", ""});
    return std::visit([&](auto const& results) { return show(results, format, options); }, results_in(study, view));
}

}  // namespace micropol
