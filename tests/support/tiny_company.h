#pragma once

#include <string>

namespace micropol {

// Seventeen people and one initiative: the rest of a scenario comes after it.
inline std::string const tiny_company = R"(micropol: 1
name: A tiny organisation
organisation:
  departments:
    - {name: Marketing, headcount: 6}
    - {name: Sales, headcount: 8}
    - {name: Data, headcount: 3}
transformation:
  initiatives:
    - {name: CRM}
)";

}  // namespace micropol
