#pragma once
// An invented organisation of the same shape as an imported one: what a page may hold, which everybody who has it can read.

#include <cstddef>

#include "model/model.h"
#include "scenario/node.h"

namespace micropol::app {

struct Synthetic {
    Node scenario;                // as it was written, its organisation described by departments instead of people
    std::size_t departments = 0;  // of that description; smaller ones than the smallest group are one
    std::size_t left_out = 0;     // interventions for single people, who are not in it
};

// written: the scenario that `model` was made of. Spreads of traits and tenure are those of each department, ties as many and as
// mutual as the imported ones; nothing else of any person is in it.
[[nodiscard]] Synthetic synthetic(Node written, Model const& model);

}  // namespace micropol::app
