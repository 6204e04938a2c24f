#pragma once
// What each tactic is worth to somebody in their situation.

#include <array>

#include "base/worlds.h"
#include "state/settings.h"

namespace micropol {

struct Situation {
    Worlds stake, stake_career, attitude;     // attitude
    Worlds trust, rent, compliance;           // share
    Worlds quality_pay, audit;                // share; units of pay
    float career_weight = 0, pay_weight = 0;  // share
    Worlds worth_of_figure = 0.0f;            // what a unit in the own figure is worth
    float gaming_ease = 0;                    // units gamed for each unit of pay
    Worlds conscience = 0.0f;                 // what a false unit costs it, units of pay
    Worlds stopped = 0.0f;                    // 1: the change has been given up, and there is nothing to resist
};

// [Tactic], roughly 0 to 1. (forms: assumed)
inline std::array<Worlds, tactic_count> tactic_worths(Situation const& own, float work_appeal, float appeal) {
    Worlds const loss = positive_part(-own.stake);
    Worlds const quantity_pay = (Worlds(1.0f) - own.quality_pay) * own.worth_of_figure;
    return {Worlds(work_appeal),
            magnitude(own.attitude) * appeal,
            (magnitude(own.stake_career) + own.career_weight) * (0.5f * appeal),
            magnitude(own.stake) * own.trust * appeal,
            (loss + own.rent) * (0.5f * appeal),
            loss * (Worlds(1.0f) - own.compliance) * (Worlds(1.0f) - own.stopped) * appeal,
            min_of(positive_part(quantity_pay - own.audit - own.conscience) * (own.gaming_ease * 5.0f * own.pay_weight), 1.0f) *
                appeal};
}

}  // namespace micropol
