#pragma once
// One moment of a chronicle in words.

#include "base/message.h"
#include "study/explain/chronicle.h"
#include "study/finished.h"

namespace micropol {

// A few sentences; people by their ids. first_week: the number of the first week, which is 0 in JSON.
[[nodiscard]] Phrase describe(Moment const& moment, StudyFacts const& facts, int first_week = 1);

}  // namespace micropol
