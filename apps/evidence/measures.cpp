#include "evidence/measures.h"

#include <algorithm>
#include <stdexcept>

namespace micropol::evidence {

BlockValues more(Study& study, std::string_view arm, std::string_view key, int first, int last) {
    return minus(study.outcome_in_weeks(arm, key, first, last), study.outcome_in_weeks(nothing, key, first, last));
}

BlockValues attitude_moved(Study& study, std::string_view arm, int week) {
    BlockValues moved = more(study, arm, "attitude", week, week);
    BlockValues const spread = study.outcome_in_weeks(nothing, "attitude_spread", week, week);
    for (std::size_t b = 0; b < moved.size(); ++b) moved[b] /= spread[b];
    return moved;
}

Estimate adoption_in_week_52(Study& s, std::string_view arm) { return of(more(s, arm, "substantive", week_52, week_52)); }
Estimate adoption_at_end(Study& s, std::string_view arm) { return of(more(s, arm, "substantive", last_week, last_week)); }

BlockValues standardised(Study const& study, std::string_view arm, std::string_view against,
                         Spread (*statistic)(Model const&, Block const&)) {
    return standardised(study.of_blocks(arm, statistic), study.of_blocks(against, statistic));
}

BlockValues standardised(std::vector<Spread> const& with, std::vector<Spread> const& without) {
    BlockValues d;
    for (std::size_t b = 0; b < with.size(); ++b) d.push_back((with[b].mean - without[b].mean) / without[b].sd);
    return d;
}

float number_of(Model const& model, std::string_view path) {
    std::vector<Assumption> const numbers = model.assumptions();
    auto const found = std::ranges::find(numbers, path, &Assumption::path);
    if (found == numbers.end() || is_uncertain(*found))
        throw std::invalid_argument("no certain number '" + std::string(path) + '\'');
    return float(std::get<double>(found->value));
}

}  // namespace micropol::evidence
