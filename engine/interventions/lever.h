#pragma once
// How an intervention works a lever.

#include <span>

#include "interventions/intervention.h"

namespace micropol {

inline constexpr Column lever_reads[] = {Column::stopped};
template <Column lever>
inline constexpr Column lever_updates[] = {lever};

// Raises one lever by force · effect. Several in force at once never leave 0 to 1: lever = 1 − (1 − lever)·(1 − force·effect).
// Once the transformation is stopped nothing is raised. Wants a parameter named "effect" (share).
template <Column lever>
class RaiseLever final : public Intervention {
  public:
    explicit RaiseLever(Parameters const& given) : effect_{given["effect"]} {}

    void act(Week& week, std::span<float const> force) const override {
        auto const level = week.update(lever);
        Worlds const running = only(week.read(Column::stopped)[0] == 0.0f, effect_);
        for (std::size_t i = 0; i < level.size(); ++i) level[i] = level[i] + (Worlds(1.0f) - level[i]) * running * force[i];
    }

  private:
    float effect_;  // share
};

}  // namespace micropol
