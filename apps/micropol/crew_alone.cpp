#include "micropol/crew.h"
#include "micropol/machine.h"

namespace micropol::app {

int with_crew(int, char**, std::function<ExitCode()> const& body) { return body(); }
Crew* crew() { return nullptr; }
bool is_first_of_crew() { return true; }
int usual_threads() { return processors(); }

}  // namespace micropol::app
