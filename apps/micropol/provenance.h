#pragma once

#include "results/store.h"

namespace micropol::app {

[[nodiscard]] Provenance provenance_of(Model const& model, std::string const& command_line);

}  // namespace micropol::app
