#pragma once
// What the verbs that simulate look at before they start.

#include <functional>
#include <string>
#include <vector>

#include "model/model.h"

namespace micropol::app {

// A model for each of the strategies; "" is none. Throws InvalidInput with the problems of all of them, each once.
[[nodiscard]] std::vector<Model> build_models(Scenario const& scenario, std::vector<std::string> const& strategies);

// Says so if histories are rounded up to whole blocks.
void say_what_is_rounded(Model const& model);
// needed: bytes, for a number of threads. Throws InvalidInput if this machine has not that much.
void refuse_what_does_not_fit(Model const& model, int threads, std::function<std::size_t(int)> const& needed);

// Measured by simulating the first one.
[[nodiscard]] double seconds_of_one_block(Model const& model);

}  // namespace micropol::app
