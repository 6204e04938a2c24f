#include "mechanisms/mechanism.h"

namespace micropol {

namespace {

constexpr Column reads[] = {Column::executive_pressure, Column::stopped};
constexpr Column writes[] = {Column::pressure, Column::moderation, Column::shared_access, Column::training};

// Sets every lever back to what holds without intervention; the interventions in force then raise them.
class Levers final : public Mechanism {
  public:
    explicit Levers(Parameters const&) {}

    void step(Week& week) const override {
        Worlds const pressure = only(week.read(Column::stopped)[0] == 0.0f, week.read(Column::executive_pressure)[0]);
        for (Worlds& lever : week.write(Column::pressure)) lever = pressure;
        for (Worlds& lever : week.write(Column::moderation)) lever = week.settings.moderation;
        for (Worlds& lever : week.write(Column::shared_access)) lever = 0.0f;
        for (Worlds& lever : week.write(Column::training)) lever = 0.0f;
    }
};

}  // namespace

extern constinit MechanismKind const levers{
    {"levers",
     {reads, writes, {}},
     {},
     "Sets pressure, moderation, data access and training to what holds without intervention; interventions in force raise them. "
     "Off, no intervention acts."},
    Phase::levers,
    make<Levers>};

}  // namespace micropol
