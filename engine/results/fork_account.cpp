#include "results/explanation_account.h"
#include "results/wording.h"

namespace micropol {

Part part_of(Explanation const&, Fork const&) { return {}; }

}  // namespace micropol
