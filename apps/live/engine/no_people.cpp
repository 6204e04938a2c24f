// A page holds no imported people, and its scenario names no file of any.

#include "organisation/import.h"

namespace micropol {

ImportedOrganisation import_organisation(ImportPlan const&, float) {
    throw InvalidInput(Problem{{}, "a page holds no imported people", "the organisation is drawn at random", ""});
}

}  // namespace micropol
