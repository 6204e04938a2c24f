#include <algorithm>

#include "base/scalar_math.h"
#include "base/worlds_math.h"
#include "mechanisms/conviction.h"
#include "mechanisms/known_contacts.h"
#include "mechanisms/mechanism.h"

namespace micropol {

namespace {

constexpr Column reads[] = {Column::stage,         Column::attitude,     Column::compliance,
                            Column::data_access,   Column::momentum,     Column::stopped,
                            Column::training,      Column::aware_share,  Column::reported_adoption,
                            Column::initiatives,   Column::worth,        Column::present,
                            Column::communication, Column::deadlines,    Column::pilot,
                            Column::championing,   Column::tool_support, Column::moderation,
                            Column::belief,        Column::experience,   Column::strength,
                            Column::trust,         Column::usage_bonus};
constexpr Column writes[] = {Column::stage, Column::mean_use, Column::aware_share, Column::reported_adoption};
constexpr Column updates[] = {Column::use, Column::data_skill, Column::expectation};

constexpr float stage_of(Stage stage) { return float(stage); }

// unaware → aware → interested → trial → {symbolic | substantive}, with rejection and relapse. Awareness spreads as in Bass (1969);
// each further step has a logit hazard (attitude, compliance, peers against the threshold, facilitating conditions). Symbolic use is
// logging in without deciding otherwise (Westphal & Zajac 1994): it counts where adoption is reported, and nowhere else.
class Adoption final : public Mechanism {
    float announcement_, word_of_mouth_, visibility_, pace_, precision_, constant_, attitude_weight_, compliance_weight_,
        peer_weight_, support_weight_, unfunded_, ability_weight_, usefulness_weight_, rejection_, rejection_point_, conversion_,
        relapse_, relapse_point_, habit_, learning_, training_effect_, campaign_, deadline_effect_, haste_, externality_,
        pilot_support_, champion_help_, conviction_precision_, disappointment_, habituation_, skill_half_life_, leader_weight_,
        champion_trust_, reinforcement_, transfer_, bonus_pull_;

  public:
    // clang-format off
    static constexpr MemberSpec<Adoption> parameters[] = {
        {{.name = "announcement", .unit = Unit::per_week, .default_value = 0.05, .range = {0, 1},
          .description = "probability of hearing of it from official sources (Bass p)", .source = "bass_1969"}, &Adoption::announcement_},
        {{.name = "word_of_mouth", .unit = Unit::per_week, .default_value = 0.3, .range = {0, 1},
          .description = "probability of hearing of it when all others know (Bass q)", .source = "bass_1969"}, &Adoption::word_of_mouth_},
        {{.name = "visibility", .unit = Unit::share, .default_value = 0.3, .range = {0, 1},
          .description = "weight of what the whole organisation does against what one's contacts do", .source = assumed}, &Adoption::visibility_},
        {{.name = "pace", .unit = Unit::per_week, .default_value = 0.2, .range = {0, 1},
          .description = "largest probability of one step towards adoption", .source = assumed}, &Adoption::pace_},
        {{.name = "precision", .unit = Unit::one, .default_value = 4, .range = {0, 1e6},
          .description = "how sharply steps follow the reasons for them", .source = "mcfadden_1974"}, &Adoption::precision_},
        {{.name = "constant", .unit = Unit::one, .default_value = -0.2, .range = {-10, 10},
          .description = "inclination without any reason", .source = assumed}, &Adoption::constant_},
        {{.name = "attitude_weight", .unit = Unit::one, .default_value = 0.9, .range = {0, 10},
          .description = "weight of the private attitude", .source = "venkatesh_2003"}, &Adoption::attitude_weight_},
        {{.name = "compliance_weight", .unit = Unit::one, .default_value = 0.6, .range = {0, 10},
          .description = "weight of compliance with pressure", .source = "westphal_zajac_1994"}, &Adoption::compliance_weight_},
        {{.name = "peer_weight", .unit = Unit::one, .default_value = 1, .range = {0, 10},
          .description = "weight of the share of adopters beyond the personal threshold", .source = "granovetter_1978"}, &Adoption::peer_weight_},
        {{.name = "support_weight", .unit = Unit::one, .default_value = 0.3, .range = {0, 10},
          .description = "weight of facilitating conditions: access, skill, tool, funding", .source = "venkatesh_2003"}, &Adoption::support_weight_},
        {{.name = "unfunded", .unit = Unit::share, .default_value = 0.5, .range = {0, 1},
          .description = "share of the facilitating conditions that stays where the transformation has no funding at all", .source = assumed}, &Adoption::unfunded_},
        {{.name = "ability_weight", .unit = Unit::attitude, .default_value = 0.4, .range = {0, 5},
          .description = "conviction that missing ability costs when it comes to using the tool in earnest", .source = "venkatesh_2003"}, &Adoption::ability_weight_},
        {{.name = "usefulness_weight", .unit = Unit::attitude, .default_value = 0.4, .range = {0, 5},
          .description = "conviction from what using the tool shows, at most", .source = "venkatesh_2003"}, &Adoption::usefulness_weight_},
        {{.name = "rejection", .unit = Unit::per_week, .default_value = 0.06, .range = {0, 1},
          .description = "largest probability of turning away", .source = "lapointe_rivard_2005"}, &Adoption::rejection_},
        {{.name = "rejection_point", .unit = Unit::attitude, .default_value = -0.5, .range = {-1, 0},
          .description = "attitude at which turning away is half as likely as it can be", .source = assumed}, &Adoption::rejection_point_},
        {{.name = "conversion", .unit = Unit::per_week, .default_value = 0.05, .range = {0, 1},
          .description = "probability that a convinced symbolic user starts to use the tool in earnest, or a rejecter looks again", .source = assumed}, &Adoption::conversion_},
        {{.name = "relapse", .unit = Unit::per_week, .default_value = 0.05, .range = {0, 1},
          .description = "probability that a user whose conviction is gone goes on for show only", .source = assumed}, &Adoption::relapse_},
        {{.name = "relapse_point", .unit = Unit::attitude, .default_value = -0.1, .range = {-1, 0},
          .description = "conviction below which that happens", .source = assumed}, &Adoption::relapse_point_},
        {{.name = "habit", .unit = Unit::per_week, .default_value = 0.15, .range = {0, 1},
          .description = "how fast use deepens towards what ability allows, and fades", .source = assumed}, &Adoption::habit_},
        {{.name = "learning", .unit = Unit::per_week, .default_value = 0.01, .range = {0, 1},
          .description = "how fast data skill grows at full use", .source = assumed}, &Adoption::learning_},
        {{.name = "training_effect", .unit = Unit::per_week, .default_value = 0.004, .range = {0, 1},
          .description = "how fast data skill grows under full training", .source = assumed}, &Adoption::training_effect_},
        {{.name = "campaign", .unit = Unit::per_week, .default_value = 0.2, .range = {0, 1},
          .description = "probability of hearing of it that official communication at full effort adds", .source = assumed}, &Adoption::campaign_},
        {{.name = "deadline_effect", .unit = Unit::one, .default_value = 0.5, .range = {0, 5},
          .description = "how much faster people take steps under full goals and deadlines", .source = "locke_latham_2002"}, &Adoption::deadline_effect_},
        {{.name = "haste", .unit = Unit::attitude, .default_value = 0.15, .range = {0, 2},
          .description = "conviction that full goals and deadlines cost: what must be done by Friday is done for show", .source = assumed}, &Adoption::haste_},
        {{.name = "externality", .unit = Unit::attitude, .default_value = 0.5, .range = {0, 2},
          .description = "conviction that full compliance costs where nobody moderates: what one is made to do is done for show", .source = "deci_1994"}, &Adoption::externality_},
        {{.name = "pilot_support", .unit = Unit::one, .default_value = 0.6, .range = {0, 5},
          .description = "reason to take a step that a pilot project gives to those in it", .source = assumed}, &Adoption::pilot_support_},
        {{.name = "champion_help", .unit = Unit::one, .default_value = 2, .range = {0, 10},
          .description = "reason to take a step, were all contacts full champions", .source = assumed}, &Adoption::champion_help_},
        {{.name = "conviction_precision", .unit = Unit::one, .default_value = 6, .range = {0, 1e6},
          .description = "how sharply conviction decides between use in earnest and for show, per unit of conviction; 0: by a threshold", .source = "mcfadden_1974"}, &Adoption::conviction_precision_},
        {{.name = "disappointment", .unit = Unit::one, .default_value = 0.5, .range = {0, 5},
          .description = "conviction lost for each unit by which using the tool falls short of what was expected of it; half as much is gained where it exceeds that, since losses weigh twice as much", .source = "bhattacherjee_2001"}, &Adoption::disappointment_},
        {{.name = "habituation", .unit = Unit::per_week, .default_value = 0.05, .range = {0, 1},
          .description = "how fast users come to expect what they experience", .source = "oliver_1980"}, &Adoption::habituation_},
        {{.name = "skill_half_life", .unit = Unit::weeks, .default_value = 48, .range = {0, 1e6},
          .description = "after how long without use half of what was learnt is lost; 0: nothing is", .source = "tatel_ackerman_2025",
          .grade = Grade::meta, .plausible = Range{28, 56}}, &Adoption::skill_half_life_},
        {{.name = "leader_weight", .unit = Unit::share, .default_value = 0.3, .range = {0, 1},
          .description = "weight of the own manager, who uses it in earnest or does not, among all whose use one sees; 0: a contact like others", .source = "homburg_wieseke_kuehnl_2010", .plausible = Range{0.1, 0.5}}, &Adoption::leader_weight_},
        {{.name = "champion_trust", .unit = Unit::share, .default_value = 0.5, .range = {0, 1},
          .description = "how far the help of champions depends on the trust in them, half-trusted ones helping as much as ever; 0: not at all", .source = assumed, .plausible = Range{0.3, 1}}, &Adoption::champion_trust_},
        {{.name = "reinforcement", .unit = Unit::employees, .default_value = 2, .range = {0, 20},
          .description = "full champions among the contacts of somebody without any of the skill needed who are needed until their help has its whole effect, proportionally fewer for others; 0: one counts as much as the next", .source = "centola_macy_2007", .plausible = Range{1, 4}}, &Adoption::reinforcement_},
        {{.name = "transfer", .unit = Unit::share, .default_value = 0.8, .range = {0, 1},
          .description = "how far training takes hold by what colleagues do and by the own attitude, and what was learnt stays by what they do: at 1 twice as much where all of them use the tool and one is all for it, and nothing where neither; 0: by itself", .source = "hughes_2020", .plausible = Range{0.4, 1}}, &Adoption::transfer_},
        {{.name = "bonus_pull", .unit = Unit::one, .default_value = 4, .range = {0, 50},
          .description = "reason to take a step, for each share of pay that hangs on using the tool", .source = "gneezy_2011", .plausible = Range{1, 8}}, &Adoption::bonus_pull_},
    };
    // clang-format on

    void step(Week& week) const override {
        Organisation const& organisation = week.organisation;
        auto const stage = week.read(Column::stage), attitude = week.read(Column::attitude),
                   compliance = week.read(Column::compliance), access = week.read(Column::data_access),
                   present = week.read(Column::present);
        Lever const training = week.lever(Column::training), communication = week.lever(Column::communication),
                    deadlines = week.lever(Column::deadlines), pilot = week.lever(Column::pilot),
                    tool_support = week.lever(Column::tool_support), moderation = week.lever(Column::moderation),
                    bonus = week.lever(Column::usage_bonus);
        auto const stage_next = week.write(Column::stage), use = week.update(Column::use),
                   skill = week.update(Column::data_skill);
        auto const threshold = organisation.of(Trait::threshold), skill_at_start = organisation.of(Trait::data_skill);
        Worlds const aware_before = week.read(Column::aware_share)[0], adopted_before = week.read(Column::reported_adoption)[0];
        Worlds const funded = week.read(Column::momentum)[0] * (1.0f - unfunded_) + unfunded_;
        float const quality = week.settings.tool_quality;
        Worlds const usefulness = week.read(Column::worth)[0] * usefulness_weight_;
        Mask const alive = (week.read(Column::stopped)[0] == 0.0f) & (week.read(Column::initiatives)[0] > 0.0f);
        float const per_required = 1.0f / most_required_skill(week.settings.initiatives),
                    interdependence = most_of(week.settings.initiatives, &Initiative::interdependence);

        auto const belief = week.read(Column::belief), experience = week.read(Column::experience);
        auto const expectation = week.update(Column::expectation);
        float const lost = skill_half_life_ > 0 ? float(pace_of(double(skill_half_life_))) : 0.0f;  // a week

        Worlds aware_sum = 0.0f, adopted_sum = 0.0f, use_sum = 0.0f;
        Draws draw = week.draws(purpose("adoption"));
        for (std::uint32_t i = 0; i < stage.size(); ++i) {
            Peers const peers = look_around(week, i, aware_before, adopted_before);
            Worlds const competence = min_of(skill[i] * per_required, 1.0f);
            Worlds const facilities = (access[i] + competence) * 0.5f * funded;
            Worlds const help = pilot[i] * pilot_support_ + help_by_champions(week, i, peers.known, competence);
            Worlds const partners = peers.adopted * interdependence;
            Worlds const surprise = only(stage[i] >= stage_of(Stage::symbolic), experience[i] - expectation[i]);
            Reasons const reasons{
                .hear = peers.aware * word_of_mouth_ + (communication[i] * campaign_ + announcement_),
                .step = logistic((attitude[i] * attitude_weight_ + compliance[i] * compliance_weight_ +
                                  (peers.adopted - threshold[i]) * peer_weight_ + facilities * support_weight_ + help + partners +
                                  bonus[i] * bonus_pull_ + constant_) *
                                 precision_) *
                        (deadlines[i] * deadline_effect_ + 1.0f) * pace_,
                .reject = logistic((Worlds(rejection_point_) - attitude[i]) * precision_) * (Worlds(1.0f) - compliance[i]) *
                          rejection_,
                .conviction = attitude[i] + (facilities - 0.5f) * ability_weight_ + usefulness + partners -
                              deadlines[i] * haste_ - compliance[i] * (Worlds(1.0f) - moderation[i]) * externality_ +
                              (positive_part(surprise) * 0.5f - positive_part(-surprise)) * disappointment_,
            };
            Mask const here = present[i] > 0.0f;
            Worlds const after = only(here, next_stage(stage[i], reasons, draw(i), alive));  // an empty chair is unaware
            stage_next[i] = after;
            // Who begins to use it expects what is believed of it.
            expectation[i] = select(stage[i] >= stage_of(Stage::symbolic), expectation[i] + surprise * habituation_, belief[i]);

            Mask const in_earnest = after == stage_of(Stage::substantive);
            Worlds const tool = tool_support[i] * (1.0f - quality) + quality;
            Worlds const depth = only(in_earnest, competence * access[i] * tool);
            use[i] = only(here, clamp(use[i] + (depth - use[i]) * habit_, 0.0f, 1.0f));
            Worlds const taken_up = (peers.adopted + (attitude[i] - 1.0f) * 0.5f) * transfer_ + 1.0f;
            Worlds const trained = training[i] * taken_up * training_effect_;
            Worlds const learned = skill[i] + (Worlds(1.0f) - skill[i]) * clamp(use[i] * learning_ + trained, 0.0f, 1.0f);
            Worlds const fades = positive_part(learned - skill_at_start[i]) * (Worlds(1.0f) - use[i]) *
                                 (Worlds(1.0f) - peers.adopted * transfer_) * lost;
            skill[i] = select(here, learned - fades, skill_at_start[i]);

            aware_sum += only(after != stage_of(Stage::unaware), 1.0f);
            adopted_sum += only(after >= stage_of(Stage::symbolic), 1.0f);
            use_sum += use[i];
        }
        float const each = 1.0f / float(stage.size());
        week.write(Column::aware_share)[0] = aware_sum * each;
        week.write(Column::reported_adoption)[0] = adopted_sum * each;
        week.write(Column::mean_use)[0] = use_sum * each;
    }

  private:
    struct Peers {
        Worlds known;           // contacts
        Worlds aware, adopted;  // share of them and of everybody, as far as either is seen
    };
    struct Reasons {
        Worlds hear, step, reject;  // probability a week
        Worlds conviction;          // attitude
    };

    Peers look_around(Week const& week, std::uint32_t i, Worlds const& aware_everywhere, Worlds const& adopted_everywhere) const {
        Ties const& ties = week.organisation.ties;
        auto const stage = week.read(Column::stage), strength = week.read(Column::strength);
        Worlds known = 0.0f, aware = 0.0f, adopted = 0.0f;
        for (std::uint32_t t = ties.first[i]; t < ties.first[i + 1]; ++t) {
            Mask const counts = is_known(ties, t, strength);
            Worlds const other = only(counts, stage[ties.other[t]]);  // a stranger: unaware
            known += only(counts, 1.0f);
            aware += only(other != stage_of(Stage::unaware), 1.0f);
            adopted += only(other >= stage_of(Stage::symbolic), 1.0f);
        }
        Worlds const each = Worlds(1.0f - visibility_) / max_of(known, 1.0f);
        return {known, aware * each + aware_everywhere * visibility_,
                seen_with_the_manager(week, i, adopted * each + adopted_everywhere * visibility_)};
    }

    // Whoever reports to somebody sees whether that one decides by it in earnest: a cascade breaks where a manager does not.
    Worlds seen_with_the_manager(Week const& week, std::uint32_t i, Worlds const& adopted) const {
        std::uint32_t const line = week.organisation.manager_tie[i];
        if (leader_weight_ == 0 || line == nobody) return adopted;
        std::uint32_t const manager = week.organisation.ties.other[line];
        Worlds const leads = only(week.read(Column::stage)[manager] == stage_of(Stage::substantive), 1.0f);
        return adopted + (leads - adopted) * week.read(Column::present)[manager] * leader_weight_;
    }

    // A mean over contacts; what is costly needs several of them (complex contagion, Centola & Macy 2007).
    Worlds help_by_champions(Week const& week, std::uint32_t i, Worlds const& contacts, Worlds const& competence) const {
        Lever const championing = week.lever(Column::championing);
        if (!championing.is_pulled()) return 0.0f;
        Ties const& ties = week.organisation.ties;
        auto const strength = week.read(Column::strength), trust = week.read(Column::trust);
        Worlds sum = 0.0f;
        for (std::uint32_t t = ties.first[i]; t < ties.first[i + 1]; ++t) {
            Worlds const help = only(is_known(ties, t, strength), championing[ties.other[t]]);
            sum += champion_trust_ > 0 ? help * ((trust[t] * 2.0f - 1.0f) * champion_trust_ + 1.0f) : help;
        }
        Worlds const mean = sum * (Worlds(champion_help_) / max_of(contacts, 1.0f));
        if (reinforcement_ == 0) return mean;
        Worlds const needed = (Worlds(1.0f) - competence) * reinforcement_;
        return mean * min_of(sum / max_of(needed, least_needed), 1.0f);
    }

    // One draw decides: its low end means a step forward, its high end a step back.
    Worlds next_stage(Worlds const& stage, Reasons const& reasons, Worlds const& draw, Mask const& alive) const {
        Mask const unaware = stage == stage_of(Stage::unaware), deciding = stage == stage_of(Stage::trial),
                   symbolic = stage == stage_of(Stage::symbolic), substantive = stage == stage_of(Stage::substantive),
                   rejecting = stage == stage_of(Stage::rejecting);
        Worlds const convinced = probability_above(reasons.conviction, 0.0f, conviction_precision_);  // probability

        // The lower part of the chance of a step is one in earnest.
        Worlds const earnest_or_not = select(draw < reasons.step * convinced, stage_of(Stage::substantive),
                                             stage_of(Stage::symbolic));
        Worlds ahead = select(deciding, earnest_or_not, stage + 1.0f);
        ahead = select(symbolic, stage_of(Stage::substantive), ahead);
        ahead = select(rejecting, stage_of(Stage::aware), ahead);
        Worlds forward = select(unaware, reasons.hear, reasons.step);
        forward = select(symbolic | rejecting, convinced * conversion_, forward);
        forward = only(alive & ~substantive, forward);

        Worlds const behind = select(substantive, stage_of(Stage::symbolic), stage_of(Stage::rejecting));
        // Who is convinced goes on even where the transformation has been given up, with what is there.
        Worlds const doubt = relapse_hazard(reasons.conviction, {relapse_, relapse_point_, conviction_precision_});
        Worlds back = select(substantive, doubt, reasons.reject);
        back = select(unaware | rejecting, 0.0f, back);

        return select(draw < forward, ahead, select(draw >= Worlds(1.0f) - back, behind, stage));
    }

    static constexpr float least_needed = 1e-6f;
};

}  // namespace

extern constinit MechanismKind const adoption{
    {"adoption",
     {reads, writes, updates},
     specs_of<Adoption>,
     "People hear of the tool, become interested, try it and then use it in earnest or for show, or turn away. Use deepens with ability, "
     "and data skill grows with use and training."},
    make<Adoption>,
    R"(peers: share of contacts who know, who have adopted; visibility of it from the whole organisation; where ties form, contacts are
    those known (strength at least 0.05, or a reporting line)
peers who adopted ← peers who adopted + leader_weight · ([the manager uses it in earnest] − peers who adopted), with a manager there
competence = min(data skill / most required skill, 1); facilities = ½ · (data access + competence) · (unfunded + (1 − unfunded) · momentum)
unaware → aware with probability announcement + campaign · communication + word_of_mouth · peers who know
each further step with probability pace · (1 + deadline_effect · deadlines) · logistic(precision · (constant + attitude_weight · x
    + compliance_weight · H + peer_weight · (peers who adopted − threshold) + support_weight · facilities + pilot_support · pilot
    + interdependence · peers who adopted + bonus_pull · bonus for use
    + champion_help · mean of c_j over contacts · min(Σ c_j / (reinforcement · (1 − competence)), 1)))
    c_j = championing_j · (1 + champion_trust · (2 · trust_ij − 1)); the minimum is 1 where reinforcement is 0
surprise = experience − expectation for users, 0 for others; expectation: the belief of who does not use the tool yet, and then
    ← expectation + habituation · surprise
conviction = x + ability_weight · (facilities − ½) + usefulness_weight · worth + interdependence · peers who adopted − haste · deadlines − externality · H · (1 − moderation)
    + disappointment · (½ · max(surprise, 0) − max(−surprise, 0))
convinced(z) = logistic(conviction_precision · z); where conviction_precision is 0, 1 for z > 0 and else 0
trial leads to substantive use with probability convinced(conviction), else to symbolic; symbolic users convert, and rejecters look
again, with probability conversion · convinced(conviction); substantive users relapse to symbolic with probability
relapse · convinced(relapse_point − conviction)
turning away with probability rejection · (1 − H) · logistic(precision · (rejection_point − x))
use ← use + habit · ([substantive] · competence · data access · tool − use), tool = tool_quality + (1 − tool_quality) · tool support
data skill ← data skill + (1 − data skill) · (learning · use
    + training_effect · training · (1 + transfer · (peers who adopted + ½ · (x − 1))))
    − (1 − ½ ^ (1 / skill_half_life)) · (1 − use) · (1 − transfer · peers who adopted)
    · max(data skill − data skill at the start, 0), the last with a half-life above 0
interdependence: the largest of the initiatives)",
    "One tool for all initiatives; a person is a user or not. What is used and how well is one number."};

}  // namespace micropol
