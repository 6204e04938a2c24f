#include "mechanisms/mechanism.h"

namespace micropol {

namespace {

constexpr Column reads[] = {
    Column::stake,    Column::pressure, Column::deadlines,         Column::moderation, Column::power,       Column::influence,
    Column::trust,    Column::attitude, Column::apparent_attitude, Column::status,     Column::mean_status, Column::tactic,
    Column::guidance, Column::present};
constexpr Column writes[] = {Column::attitude, Column::voiced_attitude, Column::apparent_attitude, Column::compliance,
                             Column::voice};

// Friedkin–Johnsen (1990) anchored on the stake, within bounded confidence: x = (1 − χ)·u + χ·Σ_j W_ij·y_j, where W_ij is
// proportional to strength · trust · voice_j. Nobody reads minds: what is heard is the voiced attitude, of which colleagues
// see through a part.
class Attitude final : public Mechanism {
    float susceptibility_, confidence_bound_, reactance_, tolerance_, tolerance_by_trust_, half_compliance_, expected_attitude_,
        discernment_, persuasion_gain_, status_voice_, guiding_voice_, steadfastness_, deadline_push_;

  public:
    // clang-format off
    static constexpr MemberSpec<Attitude> parameters[] = {
        {{.name = "susceptibility", .unit = Unit::one, .default_value = 1, .range = {0, 2},
          .description = "factor on everyone's susceptibility to colleagues' voiced attitudes, against the own stake", .source = "friedkin_johnsen_1990"}, &Attitude::susceptibility_},
        {{.name = "confidence_bound", .unit = Unit::share, .default_value = 0.4, .range = {0, 1},
          .description = "largest distance, as a share of the opinion range, at which others are listened to", .source = "hegselmann_krause_2002"}, &Attitude::confidence_bound_},
        {{.name = "reactance", .unit = Unit::one, .default_value = 0.5, .range = {0, 2},
          .description = "private attitude lost for each unit of pressure beyond what moderation and trust carry", .source = "brehm_1966"}, &Attitude::reactance_},
        {{.name = "tolerance", .unit = Unit::share, .default_value = 0.1, .range = {0, 1},
          .description = "pressure that everyone puts up with", .source = assumed}, &Attitude::tolerance_},
        {{.name = "tolerance_by_trust", .unit = Unit::share, .default_value = 0.2, .range = {0, 1},
          .description = "further pressure put up with from a fully trusted manager", .source = assumed}, &Attitude::tolerance_by_trust_},
        {{.name = "half_compliance", .unit = Unit::share, .default_value = 0.5, .range = {0.01, 1},
          .description = "pressure at which people bend half-way (Hill curve with exponent 2)", .source = assumed}, &Attitude::half_compliance_},
        {{.name = "expected_attitude", .unit = Unit::attitude, .default_value = 0.6, .range = {-1, 1},
          .description = "attitude that the top wants to hear", .source = assumed}, &Attitude::expected_attitude_},
        {{.name = "discernment", .unit = Unit::share, .default_value = 0.8, .range = {0, 1},
          .description = "how far colleagues see through what is said under pressure", .source = assumed}, &Attitude::discernment_},
        {{.name = "persuasion_gain", .unit = Unit::one, .default_value = 1, .range = {0, 10},
          .description = "voice gained by someone of full political skill who persuades or resists", .source = "higgins_2003"}, &Attitude::persuasion_gain_},
        {{.name = "status_voice", .unit = Unit::one, .default_value = 1, .range = {0, 10},
          .description = "voice gained with status above the average", .source = "magee_galinsky_2008"}, &Attitude::status_voice_},
        {{.name = "guiding_voice", .unit = Unit::power, .default_value = 4, .range = {0, 100},
          .description = "voice gained in the guiding coalition, whatever the rank", .source = "battilana_casciaro_2012"}, &Attitude::guiding_voice_},
        {{.name = "steadfastness", .unit = Unit::share, .default_value = 0.7, .range = {0, 1},
          .description = "share of the bending to pressure that those who resist refuse", .source = "lapointe_rivard_2005"}, &Attitude::steadfastness_},
        {{.name = "deadline_push", .unit = Unit::share, .default_value = 0.4, .range = {0, 1},
          .description = "pressure that full goals and deadlines add to what is felt", .source = "locke_latham_2002"}, &Attitude::deadline_push_},
    };
    // clang-format on

    void step(Week& week) const override {
        Organisation const& organisation = week.organisation;
        Ties const& ties = organisation.ties;
        raise_voices(week);
        auto const stake = week.read(Column::stake), influence = week.read(Column::influence), trust = week.read(Column::trust),
                   before = week.read(Column::attitude), apparent_before = week.read(Column::apparent_attitude),
                   tactic = week.read(Column::tactic), present = week.read(Column::present);
        Lever const pressure = week.lever(Column::pressure), deadlines = week.lever(Column::deadlines),
                    moderation = week.lever(Column::moderation);
        std::span<Worlds const> const voice = week.write(Column::voice);
        auto const attitude = week.write(Column::attitude), voiced = week.write(Column::voiced_attitude),
                   apparent = week.write(Column::apparent_attitude), compliance = week.write(Column::compliance);
        float const farthest = 2.0f * confidence_bound_;  // attitude
        auto const susceptibility = organisation.of(Trait::susceptibility), self_weight = organisation.of(Trait::self_weight);

        for (std::size_t i = 0; i < attitude.size(); ++i) {
            Worlds const own = before[i];
            Worlds weight = voice[i] * self_weight[i], heard = weight * own;
            for (std::uint32_t t = ties.first[i]; t < ties.first[i + 1]; ++t) {
                std::uint32_t const j = ties.other[t];
                Worlds const view = apparent_before[j];
                Worlds const w = only(magnitude(view - own) <= farthest, influence[t] * voice[j]);
                weight += w;
                heard += w * view;
            }
            // Nobody within earshot whom one would listen to: one's own view stands.
            Worlds const others = select(weight > 0.0f, heard / max_of(weight, least_weight), own);
            Worlds const chi = clamp(Worlds(susceptibility[i] * susceptibility_), 0.0f, 1.0f);
            Worlds const trust_in_manager = organisation.manager_tie[i] == nobody ? Worlds(1.0f)
                                                                                  : trust[organisation.manager_tie[i]];
            Worlds const push = pressure[i] + (Worlds(1.0f) - pressure[i]) * deadlines[i] * deadline_push_;
            Worlds const beyond = positive_part(push * (Worlds(1.0f) - moderation[i] * 0.5f) - tolerance_ -
                                                trust_in_manager * tolerance_by_trust_);
            Worlds const view = stake[i] + (others - stake[i]) * chi - beyond * positive_part(-stake[i]) * reactance_;
            attitude[i] = clamp(view, -1.0f, 1.0f) * present[i];

            Worlds const square = push * push, resists = only(tactic[i] == float(Tactic::resist), steadfastness_);
            compliance[i] = square / (square + half_compliance_ * half_compliance_) * (Worlds(1.0f) - resists);
            voiced[i] = (attitude[i] + compliance[i] * positive_part(Worlds(expected_attitude_) - attitude[i])) * present[i];
            apparent[i] = voiced[i] - (voiced[i] - attitude[i]) * discernment_;
        }
    }

  private:
    // With how much weight each is heard. Power counts, and so do status, the effort to persuade, and the guiding coalition.
    void raise_voices(Week& week) const {
        auto const power = week.read(Column::power), status = week.read(Column::status), tactic = week.read(Column::tactic),
                   present = week.read(Column::present);
        auto const voice = week.write(Column::voice);
        Lever const guidance = week.lever(Column::guidance);
        Worlds const usual_status = week.read(Column::mean_status)[0];
        auto const political_skill = week.organisation.of(Trait::political_skill);
        for (std::size_t i = 0; i < voice.size(); ++i) {
            Mask const argues = (tactic[i] == float(Tactic::persuade)) | (tactic[i] == float(Tactic::resist));
            Worlds const effort = only(argues, persuasion_gain_ * political_skill[i]) + 1.0f;
            Worlds const recognition = positive_part((status[i] - usual_status) * status_voice_ + 1.0f);
            voice[i] = power[i] * effort * recognition + guidance[i] * present[i] * guiding_voice_;
        }
    }

    static constexpr float least_weight = 1e-12f;  // keeps the quotient finite in histories where it is not used
};

}  // namespace

extern constinit MechanismKind const attitude{
    {"attitude",
     {reads, writes, {}},
     specs_of<Attitude>,
     "Private attitudes follow the own stake and what trusted and powerful colleagues say, within a bound of confidence; pressure "
     "beyond what moderation and trust can carry turns people away. In public, people bend to pressure: voiced and private attitude part."},
    make<Attitude>,
    R"(voice_j = p_j · (1 + persuasion_gain · political skill_j · [j persuades or resists]) · max(1 + status_voice · (s_j − mean s), 0)
    + guiding_voice · guidance_j
a_j = y_j − discernment · (y_j − x_j), of last week: what colleagues take someone's attitude to be
W_ij ∝ strength_ij · trust_ij · voice_j for those with |a_j − x_i| ≤ 2 · confidence_bound, and self_weight · voice_i for oneself
heard = Σ_j W_ij · a_j
push = pressure + (1 − pressure) · deadline_push · deadlines
beyond = max(push · (1 − ½ · moderation) − tolerance − tolerance_by_trust · trust in the manager, 0)
x ← (1 − χ) · u + χ · heard − reactance · beyond · max(−u, 0), χ the person's susceptibility times the factor given
compliance H = push² / (push² + half_compliance²), · (1 − steadfastness) for those who resist
y = x + H · max(expected_attitude − x, 0))",
    "Everyone hears every contact each week; arguments, memory and media do not appear. The form of reactance follows Brehm (1966), its "
    "size is not established."};

}  // namespace micropol
