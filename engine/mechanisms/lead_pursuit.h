#pragma once
// Which share of Marketing's leads a sales representative pursues (Sabnis, Chatterjee, Grewal & Lilien 2013).

#include "base/worlds_math.h"

namespace micropol {

// Parameters of the mechanism `performance`.
struct LeadPursuit {
    float constant, trust, quality, occasion;  // log-odds
    float experience;                          // log-odds, and the share by which it changes what the others count
    float usual_years;
};
// What is on offer to all representatives.
struct LeadsOnOffer {
    Worlds quality;  // share
    Worlds volume;   // leads, against those at the usual pay
};
struct Representative {
    Worlds trust, joint_goals, tracking;  // share
    float years;                          // of experience
    float prospects;                      // of the own finding, against the mean of Sales
};

// The longer somebody has been there, the less the volume of leads and tracking count, and the more the leads' quality.
inline Worlds pursuit_of(LeadsOnOffer const& offer, Representative const& who, LeadPursuit const& by) {
    float const seasoned = (who.years - by.usual_years) / (who.years + by.usual_years);  // −1 to 1
    float const less = 1.0f - by.experience * seasoned, more = 1.0f + by.experience * seasoned;
    Worlds const marketings = offer.volume / max_of(offer.volume + who.prospects, 1e-6f);  // share of all prospects
    Worlds const usual = (who.trust - 0.5f) * by.trust + (offer.quality - 0.5f) * by.quality * more + by.constant;
    Worlds const occasions = who.joint_goals + (who.tracking + marketings - 0.5f) * less;
    return logistic(usual + occasions * by.occasion - by.experience * seasoned);
}

}  // namespace micropol
