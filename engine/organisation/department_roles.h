#pragma once
// Which departments do the work of Marketing and of Sales, whatever they are called.

#include "organisation/import.h"

namespace micropol {

// Departments whose name says so, in English or German; all that do, the largest first.
void name_roles(Organisation const& organisation, DataQuality& quality);

// "Vertrieb Nord; Vertrieb Süd" as two names; a department that is called so is one.
[[nodiscard]] std::vector<std::string> departments_in(std::string const& text, std::vector<std::string> const& known);

}  // namespace micropol
