#pragma once
// The works that the model rests on, for reference managers.

#include <span>
#include <string>

#include "base/source.h"

namespace micropol::app {

// "10.1257/jel.20221698", where the citation says it; else "".
[[nodiscard]] std::string doi_of(Source const& source);
// An entry each, by the key that parameters cite. A citation does not tell where a title ends and a journal begins, so that both stand
// in `title`.
[[nodiscard]] std::string write_bibtex(std::span<Source const> sources);

}  // namespace micropol::app
