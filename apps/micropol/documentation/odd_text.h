#pragma once
// The words of the ODD+D description; gaps in braces are tables made from the records, or works of the literature.

#include <string_view>

namespace micropol::app {

extern std::string_view const odd_overview;         // elements 1 to 3
extern std::string_view const odd_design_concepts;  // element 4
extern std::string_view const odd_details;          // elements 5 to 7, and what the model cannot say

}  // namespace micropol::app
