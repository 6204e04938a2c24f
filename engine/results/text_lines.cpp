#include "results/text_lines.h"

namespace micropol {

std::string painted_text(std::string_view text, std::string_view with) {
    if (with.empty()) return std::string(text);
    return std::string(with) + std::string(text) + std::string(paint::usual);
}

}  // namespace micropol
