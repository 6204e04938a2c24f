#include "mechanisms/mechanism.h"

namespace micropol {

namespace {

// clang-format off
constexpr ParameterSpec parameters[] = {
    {.name = "susceptibility", .unit = Unit::one, .usual = 1, .range = {0, 2},
     .meaning = "factor on everyone's susceptibility to colleagues' voiced attitudes, against the own stake", .source = "friedkin_johnsen_1990"},
    {.name = "confidence_bound", .unit = Unit::share, .usual = 0.4, .range = {0, 1},
     .meaning = "largest distance, as a share of the opinion range, at which others are listened to", .source = "hegselmann_krause_2002"},
    {.name = "reactance", .unit = Unit::one, .usual = 0.5, .range = {0, 2},
     .meaning = "private attitude lost for each unit of pressure beyond what moderation and trust carry", .source = "brehm_1966"},
    {.name = "tolerance", .unit = Unit::share, .usual = 0.1, .range = {0, 1},
     .meaning = "pressure that everyone puts up with", .source = assumed},
    {.name = "tolerance_by_trust", .unit = Unit::share, .usual = 0.2, .range = {0, 1},
     .meaning = "further pressure put up with from a fully trusted manager", .source = assumed},
    {.name = "half_compliance", .unit = Unit::share, .usual = 0.5, .range = {0.01, 1},
     .meaning = "pressure at which people bend half-way (Hill curve with exponent 2)", .source = assumed},
    {.name = "expected_attitude", .unit = Unit::attitude, .usual = 0.6, .range = {-1, 1},
     .meaning = "attitude that the top wants to hear", .source = assumed},
    {.name = "discernment", .unit = Unit::share, .usual = 0.8, .range = {0, 1},
     .meaning = "how far listeners, who feel the same pressure, see through what is said under it", .source = assumed},
};
// clang-format on
constexpr Column reads[] = {Column::stake, Column::pressure, Column::moderation,      Column::power,     Column::strength,
                            Column::trust, Column::attitude, Column::voiced_attitude, Column::compliance};
constexpr Column writes[] = {Column::attitude, Column::voiced_attitude, Column::compliance};

// Friedkin–Johnsen (1990) anchored on the stake, within bounded confidence: x = (1 − χ)·u + χ·Σ_j W_ij·y_j, where W_ij is
// proportional to strength · trust · power_j. Nobody reads minds: what is heard is the voiced attitude y.
class Attitude final : public Mechanism {
  public:
    explicit Attitude(Parameters const& given)
        : susceptibility_{given["susceptibility"]}, farthest_{2.0f * given["confidence_bound"]}, reactance_{given["reactance"]},
          tolerance_{given["tolerance"]}, tolerance_by_trust_{given["tolerance_by_trust"]},
          half_compliance_{given["half_compliance"]}, expected_{given["expected_attitude"]}, discernment_{given["discernment"]} {}

    void step(Week& week) const override {
        Organisation const& organisation = week.organisation;
        Ties const& ties = organisation.ties;
        auto const stake = week.read(Column::stake), pressure = week.read(Column::pressure),
                   moderation = week.read(Column::moderation), power = week.read(Column::power),
                   strength = week.read(Column::strength), trust = week.read(Column::trust), before = week.read(Column::attitude),
                   voiced_before = week.read(Column::voiced_attitude), compliance_then = week.read(Column::compliance);
        auto const attitude = week.write(Column::attitude), voiced = week.write(Column::voiced_attitude),
                   compliance = week.write(Column::compliance);
        auto const susceptibility = organisation.of(Trait::susceptibility), self_weight = organisation.of(Trait::self_weight);

        for (std::size_t i = 0; i < attitude.size(); ++i) {
            Worlds const own = before[i];
            Worlds weight = power[i] * self_weight[i], heard = weight * own;
            for (std::uint32_t t = ties.first[i]; t < ties.first[i + 1]; ++t) {
                std::uint32_t const j = ties.other[t];
                Worlds const voice = voiced_before[j];
                Worlds const w = only(magnitude(voice - own) <= farthest_, strength[t] * trust[t] * power[j]);
                weight += w;
                heard += w * voice;
            }
            // Nobody within earshot whom one would listen to: one's own view stands.
            Worlds const said = select(weight > 0.0f, heard / max_of(weight, least_weight), own);
            Worlds const others = max_of(said - bent_by(compliance_then[i], said) * discernment_, -1.0f);
            Worlds const chi = clamp(Worlds(susceptibility[i] * susceptibility_), 0.0f, 1.0f);
            Worlds const trust_in_manager = organisation.manager_tie[i] == nobody ? Worlds(1.0f)
                                                                                  : trust[organisation.manager_tie[i]];
            Worlds const beyond = positive_part(pressure[i] * (Worlds(1.0f) - moderation[i] * 0.5f) - tolerance_ -
                                                trust_in_manager * tolerance_by_trust_);
            Worlds const view = stake[i] + (others - stake[i]) * chi - beyond * positive_part(-stake[i]) * reactance_;
            attitude[i] = clamp(view, -1.0f, 1.0f);

            Worlds const square = pressure[i] * pressure[i];
            compliance[i] = square / (square + half_compliance_ * half_compliance_);
            voiced[i] = attitude[i] + compliance[i] * positive_part(Worlds(expected_) - attitude[i]);
        }
    }

  private:
    // y − x of what was said, by someone who bends as much as oneself: y = x + H·(e − x) gives y − x = H·(e − y) / (1 − H).
    Worlds bent_by(Worlds const& compliance, Worlds const& said) const {
        return compliance * positive_part(Worlds(expected_) - said) / (Worlds(1.0f) - compliance);
    }

    static constexpr float least_weight = 1e-12f;  // keeps the quotient finite in histories where it is not used
    float susceptibility_;                         // 1
    float farthest_;                               // attitude
    float reactance_;                              // 1
    float tolerance_;                              // share
    float tolerance_by_trust_;                     // share
    float half_compliance_;                        // share
    float expected_;                               // attitude
    float discernment_;                            // share
};

}  // namespace

extern constinit MechanismKind const attitude{
    {"attitude",
     {reads, writes, {}},
     parameters,
     "Private attitudes follow the own stake and what trusted and powerful colleagues say, within a bound of confidence; pressure "
     "beyond what moderation and trust can carry turns people away. In public, people bend to pressure: voiced and private attitude part."},
    Phase::attitude,
    make<Attitude>,
    "",
    ""};

}  // namespace micropol
