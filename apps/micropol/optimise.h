#pragma once
// compare --optimise: looks for a better strategy than those the scenario has.

#include "micropol/session.h"
#include "study/compare/compare.h"

namespace micropol::app {

inline constexpr Option optimise_options[] = {
    {"optimise", "", "search for better strategies: bundles of levers, each with its intensity, weeks and people"},
    {"budget", "AMOUNT", "with --optimise: highest mean cost of a strategy, in thousand euros", "no limit"},
    {"least-credibility", "SHARE", "with --optimise: lowest mean credibility of the sponsor at the end", "no limit"},
    {"levers", "A,B,…", "with --optimise: levers to choose from ('micropol describe interventions' lists them)", "all"},
    {"bundle-size", "N", "with --optimise: most levers in a bundle", "4"},
    {"effort", "N", "with --optimise: number of blocks of sixteen histories to search with", "5,000"},
};

// Throws WrongUsage for an option that means nothing without --optimise.
void refuse_optimise_options(Arguments const& arguments);

// session: its runner knows doing nothing, then the strategies to beat, and has simulated nothing.
[[nodiscard]] ExitCode optimise(Arguments const& arguments, Session& session, Criterion const& criterion, Format format);

}  // namespace micropol::app
