#pragma once
// How much of the working time is left for the work.

#include <algorithm>

#include "base/worlds_math.h"
#include "state/week.h"

namespace micropol {

// Shares of the working time; parameters of the mechanism `performance`.
struct TimeTaken {
    float political_time, conflict_cost, strain_cost, usual_vacancy;

    // Means over two years of the flagship with nothing to transform, from its simulation; the same where levers and pressure are nil.
    static constexpr float usual_politicking = 0.42f, usual_conflict = 0.175f, usual_strain = 0.34f;

    // What politics, conflict, strain and the change itself leave to somebody.
    [[nodiscard]] Worlds left(Week const& week, std::uint32_t i) const {
        return positive_part(Worlds(1.0f) - only(week.read(Column::tactic)[i] != float(Tactic::work), political_time) -
                             week.read(Column::conflict)[i] * conflict_cost - week.read(Column::strain)[i] * strain_cost -
                             week.read(Column::working_time)[i]);
    }
    // The same of a company in which nothing is being transformed, empty seats included: what politics costs is believed alike of both.
    [[nodiscard]] float left_as_usual() const {
        float const taken = usual_politicking * political_time + usual_conflict * conflict_cost + usual_strain * strain_cost;
        return std::max(0.0f, 1.0f - taken) * (1.0f - usual_vacancy);
    }
};

}  // namespace micropol
