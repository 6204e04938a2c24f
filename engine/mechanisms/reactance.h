#pragma once
// Pressure, how much of it is beyond what somebody carries, and what that turns them against (Brehm 1966).

#include "base/worlds_math.h"

namespace micropol {

// Parameters of the mechanism `attitude`.
struct Reactance {
    float reactance;           // private attitude lost for each unit of pressure beyond what is carried
    float tolerance;           // share: pressure that everyone puts up with
    float tolerance_by_trust;  // share: further pressure, from a fully trusted manager
    float deadline_push;       // share: pressure that full goals and deadlines add
};

inline Worlds push_of(Worlds const& pressure, Worlds const& deadlines, Reactance const& by) {
    return pressure + (Worlds(1.0f) - pressure) * deadlines * by.deadline_push;
}
inline Worlds beyond_tolerance(Worlds const& push, Worlds const& moderation, Worlds const& trust_in_manager,
                               Reactance const& by) {
    return positive_part(push * (Worlds(1.0f) - moderation * 0.5f) - by.tolerance - trust_in_manager * by.tolerance_by_trust);
}
// In units of attitude: felt by those who stand to lose.
inline Worlds reactance_of(Worlds const& beyond, Worlds const& stake, Reactance const& by) {
    return beyond * positive_part(-stake) * by.reactance;
}

}  // namespace micropol
