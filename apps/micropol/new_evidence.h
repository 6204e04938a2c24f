#pragma once
// `micropol new --evidence`: tables for what a company has seen of itself, empty or filled in by an invented company.

#include "micropol/verb.h"

namespace micropol::app {

inline constexpr Option evidence_option{
    "evidence", "SCENARIO.yaml",
    "instead: empty tables for what the company of this scenario has seen of itself, in the folder --output"};
inline constexpr Option invented_option{
    "invented", "WEEKS",
    "with --evidence: filled in, with what would be seen in so many weeks of a company of this scenario that is drawn by --seed"};

// Throws WrongUsage or InvalidInput; writes over no file.
ExitCode write_evidence(Call const& call);

}  // namespace micropol::app
