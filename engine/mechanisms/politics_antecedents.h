#pragma once
// Why a place seems political before anybody has done anything: structure and situation, not what colleagues do (Ferris, Russ & Fandt
// 1989; Atinc, Darrat, Fuller & Parker 2010). Each counts against what is usual, so that a weight moves differences and not the mean.

#include <algorithm>
#include <vector>

#include "base/worlds_math.h"
#include "mechanisms/ambiguity.h"
#include "mechanisms/deciding_body.h"
#include "state/week.h"

namespace micropol {

// Perceived politics for each; parameters of the mechanism `climate`.
struct PoliticsAntecedents {
    float structure, upheaval;

    // Their usual levels: means at the end of simulations without interventions of the flagship and of the behaviour study.
    static constexpr float usual_concentration = 0.23f, usual_span = 8, usual_say = 0.13f, usual_ambiguity = 0.1f,
                           usual_injustice = 0.13f, usual_rivalry = 0.3f;

    [[nodiscard]] bool none() const { return structure == 0 && upheaval == 0; }
};

// What one look at the organisation tells for everybody.
class PoliticalStructure {
  public:
    PoliticalStructure(Week const& week, Worlds const& rivalry, Worlds const& upheaval)
        : organisation_(week.organisation), top_(*std::ranges::max_element(organisation_.level)),
          reports_(organisation_.headcount()), rivalry_(rivalry), upheaval_(upheaval), under_way_(change_is_under_way(week)) {
        auto const power = week.read(Column::power), stake = week.read(Column::stake);
        Lever const say = week.lever(Column::say);
        Worlds all = 0.0f, squares = 0.0f, stakes = 0.0f;
        for (std::uint32_t i = 0; i < organisation_.headcount(); ++i) {
            if (organisation_.manager[i] != nobody) ++reports_[organisation_.manager[i]];
            Worlds const weight = power[i] * (say[i] + vote(week, i));
            all += weight;
            squares += weight * weight;
            stakes += stake[i];
        }
        concentration_ = root_of(squares) / max_of(all, 1e-6f);
        mean_stake_ = stakes * (1.0f / float(organisation_.headcount()));
    }

    [[nodiscard]] Worlds seen_by(std::uint32_t i, Week const& week, PoliticsAntecedents const& by) const {
        Worlds const taking_part = week.lever(Column::participation)[i];
        Worlds const say = Worlds(1.0f) -
                           (Worlds(1.0f) - taking_part) * (Worlds(1.0f) - week.lever(Column::say)[i]) * (1.0f - vote(week, i));
        Worlds const injustice = positive_part(mean_stake_ - week.read(Column::stake)[i]);
        Worlds const unsettled = Worlds(1.0f) -
                                 (Worlds(1.0f) - upheaval_) * (Worlds(1.0f) - week.lever(Column::restructuring)[i]);
        Worlds const usually = (rivalry_ - PoliticsAntecedents::usual_rivalry) + span_of(i) -
                               (say - PoliticsAntecedents::usual_say) - week.lever(Column::evidence)[i];
        Worlds const in_change = (concentration_ - PoliticsAntecedents::usual_concentration) +
                                 (ambiguity(week, i, under_way_) - PoliticsAntecedents::usual_ambiguity) +
                                 (injustice - PoliticsAntecedents::usual_injustice) + unsettled;
        return usually * by.structure + in_change * by.upheaval;
    }

  private:
    [[nodiscard]] float vote(Week const& week, std::uint32_t i) const {
        bool const silenced = !organisation_.silenced.empty() && organisation_.silenced[i];
        return !silenced && belongs(organisation_, week.settings, i, top_) ? 1.0f : 0.0f;
    }
    // −½ to ½: how many others the own manager looks after, against the usual.
    [[nodiscard]] float span_of(std::uint32_t i) const {
        if (organisation_.manager[i] == nobody) return 0;
        float const reports = float(reports_[organisation_.manager[i]]);
        return reports / (reports + PoliticsAntecedents::usual_span) - 0.5f;
    }

    Organisation const& organisation_;
    std::uint8_t top_;
    std::vector<int> reports_;  // [employee]
    Worlds rivalry_, upheaval_, under_way_, concentration_, mean_stake_;
};

}  // namespace micropol
