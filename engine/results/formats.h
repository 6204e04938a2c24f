#pragma once
// One function for each format of a run summary.

#include "results/show.h"

namespace micropol {

[[nodiscard]] std::string show_text(RunSummary const& summary, ShowOptions const& options);
[[nodiscard]] std::string show_markdown(RunSummary const& summary, ShowOptions const& options);
[[nodiscard]] std::string show_json(RunSummary const& summary);
[[nodiscard]] std::string show_csv(RunSummary const& summary);

}  // namespace micropol
