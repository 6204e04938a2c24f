#include "support/paths.h"

#include <cstdlib>

namespace micropol::paths {

std::filesystem::path source_folder() { return MICROPOL_SOURCE_DIR; }

std::string program() {
    char const* const another = std::getenv("MICROPOL_PROGRAM");  // an installed one, say
    return another != nullptr ? another : MICROPOL_PROGRAM;
}
std::string program_without_figures() { return MICROPOL_WITHOUT_FIGURES; }
std::string mpi_program() { return MICROPOL_MPI_PROGRAM; }
std::string mpiexec() { return MICROPOL_MPIEXEC; }
std::string fault_library() { return MICROPOL_FAULT_LIBRARY; }

}  // namespace micropol::paths
