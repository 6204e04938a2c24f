#pragma once
// Studies: each a function from a plan, which says what is asked, to a result.
//
// run(runner, RunPlan)             RunSummary   what happens, who wins and who loses power, why it fails
// compare(runner, ComparePlan)     Comparison   strategies against each other; as long as it takes to tell them apart
// optimise(runner, OptimisePlan)   Optimum      the best bundle of levers within a budget
// sweep(runner, SweepPlan)         Sweep        which assumptions decide, how much is chance, where it fails
// explain(runner, ExplainPlan)     Explanation  one history told, causes, people, losers; what if
// hold_workshop(runner, WorkshopPlan)  Workshop  what several people would choose by their own assumptions, and which answers differ
// forecast(source, plan)           Forecast     of any of these: how many blocks, how much memory; simulates nothing
//
// StudyRunner::Options say how: threads, a flag that stops it, calls that count its blocks (progress), `begin` for where to keep
// finished blocks so that the same study goes on there (Archive; micropol/results.h has one in a file), one part of several (Shard),
// and an Executor for other processes. One runner per scenario; studies of one runner follow one another.

#include "study/calibrate/calibrate.h"
#include "study/compare/compare.h"
#include "study/explain/explain.h"
#include "study/optimise/optimise.h"
#include "study/run/run.h"
#include "study/study_runner.h"
#include "study/sweep/sweep.h"
#include "study/workshop/workshop.h"
