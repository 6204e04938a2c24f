#pragma once
// compare --optimise: looks for a better strategy than those the scenario has.

#include "micropol/session.h"
#include "study/compare/compare.h"

namespace micropol::app {

inline constexpr Option optimise_options[] = {
    {"optimise", "", "look for better strategies: bundles of levers, each with its intensity, weeks and people"},
    {"budget", "AMOUNT", "for --optimise: most that a strategy may cost on average, thousand euros"},
    {"least-credibility", "SHARE", "for --optimise: what must be left of the sponsor's credibility at the end, on average"},
    {"levers", "A,B,C", "for --optimise: only these; all without (micropol describe interventions)"},
    {"bundle-size", "N", "for --optimise: most levers in a bundle; 4 without"},
    {"effort", "N", "for --optimise: blocks of sixteen histories to search with; 5,000 without"},
};

// Throws WrongUsage for an option that means nothing without --optimise.
void refuse_optimise_options(Arguments const& arguments);

// session: its runner knows doing nothing, then the strategies to beat, and has simulated nothing.
[[nodiscard]] ExitCode optimise(Arguments const& arguments, Session& session, Criterion const& criterion, Format format);

}  // namespace micropol::app
