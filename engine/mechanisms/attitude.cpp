#include <cmath>

#include "base/scalar_math.h"
#include "base/worlds_math.h"
#include "mechanisms/mechanism.h"
#include "mechanisms/reactance.h"

namespace micropol {

namespace {

constexpr Column reads[] = {
    Column::stake,    Column::pressure, Column::deadlines,         Column::moderation, Column::power,       Column::influence,
    Column::trust,    Column::attitude, Column::apparent_attitude, Column::status,     Column::mean_status, Column::tactic,
    Column::guidance, Column::present};
constexpr Column writes[] = {Column::attitude, Column::voiced_attitude, Column::apparent_attitude, Column::compliance,
                             Column::voice};
constexpr Column updates[] = {Column::anchor};

// Friedkin–Johnsen (1990) within bounded confidence: x moves towards (1 − χ)·(u + e) + χ·Σ_j W_ij·y_j, where W_ij is proportional to
// strength · trust · voice_j. What people are drawn to is their stake u and what no stake explains, e: who they are, and the attitude
// that is known of them at the start. Nobody reads minds: what is heard is the voiced attitude, of which colleagues see through a part.
class Attitude final : public Mechanism {
    float susceptibility_, confidence_bound_, reactance_, tolerance_, tolerance_by_trust_, half_compliance_, expected_attitude_,
        discernment_, voice_gain_, guiding_voice_, deadline_push_, individuality_, anchor_half_life_, responsiveness_,
        leader_voice_;

  public:
    // clang-format off
    static constexpr MemberSpec<Attitude> parameters[] = {
        {{.name = "susceptibility", .unit = Unit::one, .default_value = 1, .range = {0, 2},
          .description = "factor on everyone's susceptibility to colleagues' voiced attitudes, against the own stake", .source = "friedkin_johnsen_1990",
          .grade = Grade::identity}, &Attitude::susceptibility_},
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
        {{.name = "voice_gain", .unit = Unit::one, .default_value = 1, .range = {0, 10},
          .description = "voice gained with status above the average, and by someone of full political skill who persuades or resists; 0: power alone is heard", .source = "magee_galinsky_2008"}, &Attitude::voice_gain_},
        {{.name = "guiding_voice", .unit = Unit::power, .default_value = 4, .range = {0, 100},
          .description = "voice gained in the guiding coalition, whatever the rank", .source = "battilana_casciaro_2012"}, &Attitude::guiding_voice_},
        {{.name = "deadline_push", .unit = Unit::share, .default_value = 0.4, .range = {0, 1},
          .description = "pressure that full goals and deadlines add to what is felt", .source = "locke_latham_2002"}, &Attitude::deadline_push_},
        {{.name = "individuality", .unit = Unit::attitude, .default_value = 0.6, .range = {0, 2},
          .description = "standard deviation over people of what of the attitude no stake explains", .source = assumed}, &Attitude::individuality_},
        {{.name = "anchor_half_life", .unit = Unit::weeks, .default_value = 78, .range = {1, 1e6},
          .description = "after how long half of that has turned", .source = assumed}, &Attitude::anchor_half_life_},
        {{.name = "responsiveness", .unit = Unit::per_week, .default_value = 0.1, .range = {0, 1},
          .description = "how fast the attitude moves to where stake, anchor and colleagues draw it", .source = assumed}, &Attitude::responsiveness_},
        {{.name = "leader_voice", .unit = Unit::one, .default_value = 1, .range = {0, 20},
          .description = "how much more a person's own manager is heard than others of the same voice, strength and trust; 0: as they are", .source = "homburg_wieseke_kuehnl_2010", .plausible = Range{0, 3}}, &Attitude::leader_voice_},
    };
    // clang-format on

    void step(Week& week) const override {
        Organisation const& organisation = week.organisation;
        Ties const& ties = organisation.ties;
        raise_voices(week);
        turn_anchors(week);
        auto const stake = week.read(Column::stake), influence = week.read(Column::influence), trust = week.read(Column::trust),
                   before = week.read(Column::attitude), apparent_before = week.read(Column::apparent_attitude),
                   tactic = week.read(Column::tactic), present = week.read(Column::present), anchor = week.read(Column::anchor);
        Lever const pressure = week.lever(Column::pressure), deadlines = week.lever(Column::deadlines),
                    moderation = week.lever(Column::moderation);
        std::span<Worlds const> const voice = week.write(Column::voice);
        auto const attitude = week.write(Column::attitude), voiced = week.write(Column::voiced_attitude),
                   apparent = week.write(Column::apparent_attitude), compliance = week.write(Column::compliance);
        float const farthest = 2.0f * confidence_bound_;  // attitude
        Reactance const reactance{reactance_, tolerance_, tolerance_by_trust_, deadline_push_};
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
            if (std::uint32_t const t = organisation.manager_tie[i]; leader_voice_ > 0 && t != nobody) {
                Worlds const view = apparent_before[ties.other[t]];
                Worlds const more = only(magnitude(view - own) <= farthest, influence[t] * voice[ties.other[t]] * leader_voice_);
                weight += more;
                heard += more * view;
            }
            // Nobody within earshot whom one would listen to: one's own view stands.
            Worlds const others = select(weight > 0.0f, heard / max_of(weight, least_weight), own);
            Worlds const chi = clamp(Worlds(susceptibility[i] * susceptibility_), 0.0f, 1.0f);
            Worlds const trust_in_manager = organisation.manager_tie[i] == nobody ? Worlds(1.0f)
                                                                                  : trust[organisation.manager_tie[i]];
            Worlds const push = push_of(pressure[i], deadlines[i], reactance);
            Worlds const beyond = beyond_tolerance(push, moderation[i], trust_in_manager, reactance);
            Worlds const own_view = stake[i] + anchor[i];
            Worlds const drawn_to = clamp(own_view + (others - own_view) * chi - reactance_of(beyond, stake[i], reactance), -1.0f,
                                          1.0f);
            bool const remembers = week.number > 0 || is_stated(organisation, i);
            attitude[i] = (remembers ? drawn_to + (own - drawn_to) * (1.0f - responsiveness_) : drawn_to) * present[i];

            Worlds const square = push * push;
            compliance[i] = select(tactic[i] == float(Tactic::resist), 0.0f,
                                   square / (square + half_compliance_ * half_compliance_));
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
            Worlds const effort = only(argues, voice_gain_ * political_skill[i]) + 1.0f;
            Worlds const recognition = positive_part((status[i] - usual_status) * voice_gain_ + 1.0f);
            voice[i] = power[i] * effort * recognition + guidance[i] * present[i] * guiding_voice_;
        }
    }

    static bool is_stated(Organisation const& organisation, std::size_t i) {
        return !organisation.attitude_stated.empty() && organisation.attitude_stated[i];
    }

    // What the stake does not explain: at the start the stated attitude less the stake, or else who somebody is; from then on it
    // turns slowly (first-order autoregression of the same spread). Whoever takes an empty seat is somebody else.
    void turn_anchors(Week& week) const {
        auto const anchor = week.update(Column::anchor);
        if (week.number == 0) {
            auto const stake = week.read(Column::stake), before = week.read(Column::attitude);
            auto const individuality = week.organisation.of(Trait::individuality);
            for (std::size_t i = 0; i < anchor.size(); ++i)
                anchor[i] = is_stated(week.organisation, i) ? before[i] - stake[i] : Worlds(individuality[i] * individuality_);
            return;
        }
        double const kept = kept_of(double(anchor_half_life_));
        float const turned = std::sqrt(float(1 - kept * kept)) * individuality_;
        auto const present = week.read(Column::present);
        Draws draw = week.draws(purpose("anchor"));
        for (std::uint32_t i = 0; i < anchor.size(); ++i) {
            Worlds const chance = turned > 0 ? draw(i) * (2 * root_of_three) - root_of_three
                                             : Worlds(0.0f);  // mean 0, variance 1
            Worlds const newcomer = chance * individuality_;
            anchor[i] = clamp(select(present[i] > 0.0f, anchor[i] * float(kept) + chance * turned, newcomer), -farthest_anchor,
                              farthest_anchor);
        }
    }

    static constexpr float root_of_three = 1.7320508f;
    static constexpr float farthest_anchor = 4;    // attitude
    static constexpr float least_weight = 1e-12f;  // keeps the quotient finite in histories where it is not used
};

}  // namespace

extern constinit MechanismKind const attitude{
    {"attitude",
     {reads, writes, updates},
     specs_of<Attitude>,
     "Private attitudes follow the own stake and what trusted and powerful colleagues say, within a bound of confidence; pressure "
     "beyond what moderation and trust can carry turns people away. In public, people bend to pressure: voiced and private attitude part."},
    make<Attitude>,
    R"(voice_j = p_j · (1 + voice_gain · political skill_j · [j persuades or resists]) · max(1 + voice_gain · (s_j − mean s), 0)
    + guiding_voice · guidance_j
a_j = y_j − discernment · (y_j − x_j), of last week: what colleagues take someone's attitude to be
W_ij ∝ strength_ij · trust_ij · voice_j for those with |a_j − x_i| ≤ 2 · confidence_bound, and self_weight · voice_i for oneself;
    times 1 + leader_voice where j is the manager of i: a manager passes on the own attitude, not that of the top
heard = Σ_j W_ij · a_j
push = pressure + (1 − pressure) · deadline_push · deadlines
beyond = max(push · (1 − ½ · moderation) − tolerance − tolerance_by_trust · trust in the manager, 0)
e: at the start the stated attitude − u, else individuality · the person's own deviation; then e ← φ · e + √(1 − φ²) · individuality · ε,
    φ = ½ ^ (1 / anchor_half_life), ε uniform with mean 0 and variance 1
target = (1 − χ) · (u + e) + χ · heard − reactance · beyond · max(−u, 0), χ the person's susceptibility times the factor given
x ← x + responsiveness · (target − x); in the first week x = target, unless it is stated
compliance H = push² / (push² + half_compliance²), 0 for those who resist
y = x + H · max(expected_attitude − x, 0))",
    "Everyone hears every contact each week; arguments, memory and media do not appear. The form of reactance follows Brehm (1966), its "
    "size is not established."};

}  // namespace micropol
