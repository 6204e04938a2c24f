#pragma once
// Whether the numbers of a block can be: what no simulation gives is not shown, whatever its checksum says.

#include <string>

#include "store/study_record.h"

namespace micropol {

// What cannot be; empty if everything can.
[[nodiscard]] Phrase fault_of(BlockResult const& result, StudyRecord const& record);

}  // namespace micropol
