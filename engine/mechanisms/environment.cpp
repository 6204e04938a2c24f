#include "mechanisms/mechanism.h"

namespace micropol {

namespace {

constexpr Column reads[] = {Column::data_reliance, Column::mean_use,     Column::momentum, Column::data_quality,
                            Column::initiatives,   Column::tool_support, Column::ideas};
constexpr Column writes[] = {Column::data_reliance, Column::worth};

// The data zone gains weight with substantive use and momentum, never by itself: Homburg et al. (2015) and Verhoef & Leeflang
// (2009) find no power shift that comes with time alone.
class Environment final : public Mechanism {
    float adaptation_, full_use_, effort_, idea_gain_;

  public:
    // clang-format off
    static constexpr MemberSpec<Environment> parameters[] = {
        {{.name = "adaptation", .unit = Unit::per_week, .default_value = 0.05, .range = {0, 1},
          .description = "how fast the organisation's reliance on data follows its use", .source = assumed}, &Environment::adaptation_},
        {{.name = "full_use", .unit = Unit::share, .default_value = 0.3, .range = {0.01, 1},
          .description = "mean use at which reliance on data reaches its ceiling", .source = assumed}, &Environment::full_use_},
        {{.name = "effort", .unit = Unit::share, .default_value = 0.08, .range = {0.001, 1},
          .description = "benefit that just pays for the effort of using the tool", .source = assumed}, &Environment::effort_},
        {{.name = "idea_gain", .unit = Unit::share, .default_value = 0.5, .range = {0, 2},
          .description = "how much more comes of the tool where people bring every idea they have, against none", .source = assumed}, &Environment::idea_gain_},
    };
    // clang-format on

    void step(Week& week) const override {
        Settings const& settings = week.settings;
        Worlds const now = week.read(Column::data_reliance)[0];
        Worlds const reached = min_of(week.read(Column::mean_use)[0] * (1.0f / full_use_), 1.0f) * week.read(Column::momentum)[0];
        Worlds const target = reached * (settings.data_reliance_ceiling - settings.data_reliance_start) +
                              settings.data_reliance_start;
        week.write(Column::data_reliance)[0] = now + (target - now) * adaptation_;

        Worlds benefit = 0.0f;
        for (std::size_t k = 0; k < settings.initiatives.size(); ++k)
            benefit += only(week.read(Column::initiatives)[0] > float(k), settings.initiatives[k].benefit);
        // What customers' records do not hold cannot help anyone: the tool is as good as the data people put in.
        Worlds const tool = week.mean_lever(Column::tool_support) * (1.0f - settings.tool_quality) + settings.tool_quality;
        Worlds const inventive = week.read(Column::ideas)[0] * idea_gain_ + 1.0f;
        Worlds const realised = min_of(benefit, 1.0f) * tool * inventive * week.read(Column::data_quality)[0];
        week.write(Column::worth)[0] = clamp((realised - effort_) * (1.0f / effort_), -1.0f, 1.0f);
    }

  private:
};

}  // namespace

extern constinit MechanismKind const environment{
    {"environment",
     {reads, writes, {}},
     specs_of<Environment>,
     "Moves the weight of the data zone of uncertainty with substantive use and momentum, and says what using the tool is worth: "
     "benefit of the initiatives started × tool quality × data quality × what people's ideas add, against the effort."},
    make<Environment>,
    R"(reached = min(mean use / full_use, 1) · momentum
δ ← δ + adaptation · (δ_start + (δ_ceiling − δ_start) · reached − δ)
realised = min(Σ benefit of initiatives started, 1) · tool · (1 + idea_gain · ideas) · data quality,
with tool = tool_quality + (1 − tool_quality) · mean tool support
worth = clamp((realised − effort) / effort, −1, 1))",
    "Competitors, customers and the business cycle do not appear; benefits of several initiatives simply add up."};

}  // namespace micropol
