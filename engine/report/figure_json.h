#pragma once
// Figures as the page's script reads them; see apps/report/charts.ts.

#include <string_view>

#include "base/json.h"
#include "findings/figure.h"
#include "words/language.h"

namespace micropol {

[[nodiscard]] std::string_view kind_of(FigureData const& figure);  // "fan", "intervals", …
[[nodiscard]] Json json_of(FigureData const& figure, Wording wording);
// Words that the script itself writes beside axes and into legends.
[[nodiscard]] Json words_of_figures(Wording wording);

}  // namespace micropol
