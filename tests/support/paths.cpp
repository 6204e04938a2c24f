#include "support/paths.h"

namespace micropol::paths {

std::filesystem::path source_folder() { return MICROPOL_SOURCE_DIR; }

std::string program() { return MICROPOL_PROGRAM; }
std::string program_without_figures() { return MICROPOL_WITHOUT_FIGURES; }
std::string mpi_program() { return MICROPOL_MPI_PROGRAM; }
std::string mpiexec() { return MICROPOL_MPIEXEC; }
std::string fault_library() { return MICROPOL_FAULT_LIBRARY; }

}  // namespace micropol::paths
