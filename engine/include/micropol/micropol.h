#pragma once
// micropol as a library: simulates the micropolitics of a transformation, compares strategies, sweeps assumptions and explains.
//
//     micropol::ScenarioSource const source("marketing_sales.yaml", micropol::known_plugins());
//     micropol::StudyRunner runner(source, {});
//     if (auto const comparison = micropol::compare(runner, {.by = "net_value"}))
//         std::cout << micropol::write_text(micropol::findings_of(*comparison));
//
// These headers are the interface; what they include besides is installed because they need it, and may change with any version.
// Find the package with CMake: find_package(micropol CONFIG), target micropol::engine.
//
// Throughout: weeks, blocks and histories count from 0. A block is sixteen histories (histories_per_block) that share organisation and
// uncertain numbers; the same block and history of two variants share their chance (common random numbers). The same scenario, seed
// and plan give the same bytes on any machine, whatever the number of threads. Positions are of StudyFacts::outcomes, units are
// those of the outcome's record (OutcomeKind::unit): a share lies in 0 to 1, money is in thousand euros, time in weeks. A mean comes
// with its interval (Estimate::low, high: 95 % unless said otherwise); not-a-number says that something is not known.
//
// Errors are exceptions: InvalidInput for what a user wrote, with every problem and its place; InvalidPlan, one of these, for a study
// that cannot be; std::invalid_argument and std::logic_error for a program that uses the library wrongly; std::runtime_error for what
// goes wrong on the way, such as a full disk. Where a function gives std::optional, nothing means that it was stopped.

#include <micropol/results.h>
#include <micropol/scenario.h>
#include <micropol/study.h>
