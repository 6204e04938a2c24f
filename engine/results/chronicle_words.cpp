#include "results/explanation_account.h"

namespace micropol {

std::string in_words(Moment const& moment, StudyFacts const&) { return moment.kind; }

}  // namespace micropol
