#pragma once
// Where this checkout and its programs are: known to one source alone, so that every other object is the same in each checkout.

#include <filesystem>
#include <string>

namespace micropol::paths {

[[nodiscard]] std::filesystem::path source_folder();

[[nodiscard]] std::string program();                  // micropol
[[nodiscard]] std::string program_without_figures();  // as it is built without Node.js or the npm registry
[[nodiscard]] std::string mpi_program();              // micropol-mpi; "" where it is not built
[[nodiscard]] std::string mpiexec();
[[nodiscard]] std::string fault_library();  // soak/fault.cpp; "" where sanitizers come between

}  // namespace micropol::paths
