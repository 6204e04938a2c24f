#include "results/show_stored.h"

#include <algorithm>

#include "store/stored_comparison.h"
#include "store/stored_run.h"
#include "store/stored_sweep.h"

namespace micropol {

namespace {

std::optional<Criterion> criterion_of(StoredView const& view, StoredStudy const& study) {
    if (!view.by) return std::nullopt;
    auto const& outcomes = study.record().facts.outcomes;
    if (auto const outcome = position_of(*view.by, outcomes)) return Criterion{*outcome, view.less_is_better};
    std::vector<std::string_view> const known = keys_of(outcomes);
    throw InvalidInput({{study.file().string()},
                        "these results have no outcome '" + *view.by + "'",
                        "they have those that the scenario recorded",
                        did_you_mean(*view.by, std::span<std::string_view const>(known))});
}

}  // namespace

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

std::string show(StoredStudy const& study, Format format, ShowOptions const& options, StoredView const& view) {
    std::string const& kind = study.record().kind;
    StudyFacts const& facts = study.record().facts;
    if (facts.by_person && (kind == "run" || kind == "explain"))
        require_names_as_asked(study.file().string(), facts.privacy.names_shown, view.show_names);
    if (kind == "run") return show(summary_in(study, view.smallest_group), format, options);
    if (kind == "explain") {
        if (view.by)
            throw InvalidInput({{study.file().string()},
                                "an explanation is by one outcome",
                                "what it simulated and concluded follows from that",
                                "explain again with --by " + *view.by + " and another --output"});
        return study.document(std::string(name_of(format)));
    }
    if (kind == "compare") return show(comparison_in(study, criterion_of(view, study)), format, options);
    if (kind == "sweep") {
        auto const criterion = criterion_of(view, study);
        return show(sweep_in(study, criterion ? std::optional(criterion->outcome) : std::nullopt), format, options);
    }
    throw InvalidInput({{study.file().string()},
                        "a study of the kind '" + kind + "' is shown by the command that made it",
                        "what it tried follows from what it found",
                        "give that command again with the same --output, which takes every block from the file: " +
                            study.record().provenance.command});
}

}  // namespace micropol
