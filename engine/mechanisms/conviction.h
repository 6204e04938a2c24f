#pragma once
// How conviction decides between use in earnest and use for show.

#include "base/worlds_math.h"

namespace micropol {

// Parameters of the mechanism `adoption`.
struct Doubt {
    float relapse;    // probability a week of somebody whose conviction is gone
    float point;      // attitude: conviction below which that happens
    float precision;  // per unit of conviction; 0: by a threshold
};

// Probability that what is felt lies above a point, as people act on it.
inline Worlds probability_above(Worlds const& felt, float point, float precision) {
    if (precision == 0) return only(felt > point, 1.0f);
    return logistic((felt - point) * precision);
}

// Probability that a week turns somebody who uses the tool in earnest into a user for show.
inline Worlds relapse_hazard(Worlds const& conviction, Doubt const& by) {
    return probability_above(-conviction, -by.point, by.precision) * by.relapse;
}

}  // namespace micropol
