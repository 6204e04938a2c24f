#include "micropol/executor.h"
#include "micropol/machine.h"

namespace micropol::app {

int with_executor(int, char**, std::function<ExitCode()> const& body) { return body(); }
Executor* executor() { return nullptr; }
bool is_first_process() { return true; }
int default_threads() { return processors(); }

}  // namespace micropol::app
