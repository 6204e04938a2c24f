#pragma once
// Who works for this program: itself alone (crew_alone.cpp, in micropol), or every process that was started with it
// (apps/mpi, in micropol-mpi).

#include <functional>

#include "micropol/verb.h"
#include "study/laboratory.h"

namespace micropol::app {

// Runs the program's body, with the crew ready before and sent home after. Returns what main returns.
[[nodiscard]] int with_crew(int count, char** words, std::function<ExitCode()> const& body);

// nullptr: this process alone.
[[nodiscard]] Crew* crew();
// Whether it is this process that reads and writes files of results and talks to the user: one of the crew.
[[nodiscard]] bool is_first_of_crew();
// Threads that each process should use unless told otherwise.
[[nodiscard]] int usual_threads();

}  // namespace micropol::app
