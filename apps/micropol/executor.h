#pragma once
// Who works for this program: itself alone (executor_alone.cpp, in micropol), or every process that was started with it
// (apps/mpi, in micropol-mpi).

#include <functional>

#include "micropol/verb.h"
#include "study/study_runner.h"

namespace micropol::app {

// Runs the program's body, with the executor ready before and sent home after. Returns what main returns.
[[nodiscard]] int with_executor(int count, char** words, std::function<ExitCode()> const& body);

// nullptr: this process alone.
[[nodiscard]] Executor* executor();
// Whether it is this process that reads and writes files of results and talks to the user: one of the executor.
[[nodiscard]] bool is_first_process();
// Threads that each process should use unless told otherwise.
[[nodiscard]] int default_threads();

}  // namespace micropol::app
