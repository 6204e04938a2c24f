#pragma once
// --set path=value: grafts a value into the tree before it is understood, so that both are checked alike.

#include "scenario/field.h"
#include "scenario/read_scenario.h"

namespace micropol {

// The field it leads to; nullptr where the format has none.
Field const* graft(Node& root, Field const& format, Override const& change, std::vector<Problem>& problems);

}  // namespace micropol
