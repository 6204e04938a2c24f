#include <optional>

#include "base/scalar_math.h"
#include "mechanisms/mechanism.h"
#include "mechanisms/politics_antecedents.h"

namespace micropol {

namespace {

constexpr Column reads[] = {Column::strength,          Column::trust,         Column::mean_trust,    Column::attitude,
                            Column::apparent_attitude, Column::disclosed,     Column::coalition,     Column::tactic,
                            Column::present,           Column::power,         Column::stake,         Column::stage,
                            Column::initiatives,       Column::stopped,       Column::reorganised,   Column::pressure,
                            Column::moderation,        Column::joint_goals,   Column::say,           Column::evidence,
                            Column::communication,     Column::participation, Column::restructuring, Column::fatigue};
constexpr Column updates[] = {Column::conflict,     Column::cohesion,   Column::perceived_politics, Column::strain,
                              Column::satisfaction, Column::commitment, Column::turnover_intention, Column::rivalry,
                              Column::upheaval,     Column::ideas};

// What it is like to work here. Conflict and distrust make a place political; that strains people and drives them away (Chang, Rosen
// & Levy 2009). So may structure and situation, before anybody has done anything. By default politics also costs ideas (De Wit, Greer & Jehn 2012); with a spark, moderate rivalry among people who hold
// together brings some.
class Climate final : public Mechanism {
    float politics_seen_, politics_by_hiding_, politics_by_distrust_, politics_by_conflict_, politics_by_structure_,
        politics_by_upheaval_, unsettled_for_, temperament_, strain_by_politics_, strain_by_pressure_, strain_by_fatigue_,
        satisfaction_by_politics_, commitment_by_politics_, leaving_by_politics_, leaving_by_dissatisfaction_,
        leaving_by_fatigue_, own_life_, rivalry_by_joint_goals_, rivalry_pace_, ideas_without_politics_, ideas_by_cohesion_,
        spark_, strife_, ideas_by_conflict_;

  public:
    // clang-format off
    static constexpr MemberSpec<Climate> parameters[] = {
        {{.name = "politics_seen", .unit = Unit::one, .default_value = 0.35, .range = {0, 2},
          .description = "perceived politics for contacts who all pursue goals of their own instead of the work", .source = "chang_2009"}, &Climate::politics_seen_},
        {{.name = "politics_by_hiding", .unit = Unit::one, .default_value = 0.25, .range = {0, 2},
          .description = "perceived politics for contacts who all keep what they know to themselves", .source = assumed}, &Climate::politics_by_hiding_},
        {{.name = "politics_by_distrust", .unit = Unit::one, .default_value = 0.4, .range = {0, 2},
          .description = "perceived politics for no trust in anybody", .source = assumed}, &Climate::politics_by_distrust_},
        {{.name = "politics_by_conflict", .unit = Unit::one, .default_value = 0.5, .range = {0, 2},
          .description = "perceived politics for full relationship conflict", .source = assumed}, &Climate::politics_by_conflict_},
        {{.name = "politics_by_structure", .unit = Unit::one, .default_value = 0.05, .range = {0, 2},
          .description = "perceived politics for each of what is usually so: a manager with any number of reports against one with a single report, no own say against all of it, no decision that has to be argued from evidence against all, full rivalry against none; 0: of no account", .source = "ferris_1989",
          .plausible = Range{0, 0.15}}, &Climate::politics_by_structure_},
        {{.name = "politics_by_upheaval", .unit = Unit::one, .default_value = 0.15, .range = {0, 2},
          .description = "perceived politics for each of what a change unsettles: one person decides against nobody in particular, one knows nothing of it, one has everything to lose where others break even, everything has just been rearranged; 0: of no account", .source = "bordia_2004",
          .plausible = Range{0.05, 0.35}}, &Climate::politics_by_upheaval_},
        {{.name = "unsettled_for", .unit = Unit::weeks, .default_value = 26, .range = {1, 1000},
          .description = "weeks in which people settle by half after a re-organisation", .source = assumed, .plausible = Range{8, 52}}, &Climate::unsettled_for_},
        {{.name = "temperament", .unit = Unit::one, .default_value = 0.3, .range = {0, 2},
          .description = "how much people differ for good in how political they find the same place: width of the spread", .source = assumed}, &Climate::temperament_},
        {{.name = "strain_by_politics", .unit = Unit::one, .default_value = 0.6, .range = {0, 2},
          .description = "strain from perceived politics", .source = "chang_2009",
          .grade = Grade::meta, .plausible = Range{0.45, 0.75}}, &Climate::strain_by_politics_},
        {{.name = "strain_by_pressure", .unit = Unit::one, .default_value = 0.2, .range = {0, 2},
          .description = "strain from pressure that nobody moderates", .source = assumed}, &Climate::strain_by_pressure_},
        {{.name = "strain_by_fatigue", .unit = Unit::one, .default_value = 0.4, .range = {0, 2},
          .description = "strain from full fatigue of change", .source = "cox_2022", .plausible = Range{0.2, 0.8}}, &Climate::strain_by_fatigue_},
        {{.name = "satisfaction_by_politics", .unit = Unit::one, .default_value = 0.7, .range = {0, 2},
          .description = "satisfaction lost to perceived politics", .source = "chang_2009",
          .grade = Grade::meta, .plausible = Range{0.55, 0.85}}, &Climate::satisfaction_by_politics_},
        {{.name = "commitment_by_politics", .unit = Unit::one, .default_value = 0.65, .range = {0, 2},
          .description = "commitment lost to perceived politics", .source = "chang_2009",
          .grade = Grade::meta, .plausible = Range{0.5, 0.8}}, &Climate::commitment_by_politics_},
        {{.name = "leaving_by_politics", .unit = Unit::one, .default_value = 0.3, .range = {0, 2},
          .description = "intention to quit from perceived politics", .source = "chang_2009",
          .grade = Grade::meta, .plausible = Range{0.2, 0.4}}, &Climate::leaving_by_politics_},
        {{.name = "leaving_by_dissatisfaction", .unit = Unit::one, .default_value = 0.3, .range = {0, 2},
          .description = "intention to quit from missing satisfaction", .source = "chang_2009",
          .grade = Grade::meta, .plausible = Range{0.2, 0.4}}, &Climate::leaving_by_dissatisfaction_},
        {{.name = "leaving_by_fatigue", .unit = Unit::one, .default_value = 0.2, .range = {0, 2},
          .description = "intention to quit from full fatigue of change", .source = "bernerth_2011", .plausible = Range{0.1, 0.4}}, &Climate::leaving_by_fatigue_},
        {{.name = "own_life", .unit = Unit::one, .default_value = 0.45, .range = {0, 2},
          .description = "how much people differ for good in strain, satisfaction, commitment and the wish to leave: width of the spread", .source = assumed}, &Climate::own_life_},
        {{.name = "rivalry_by_joint_goals", .unit = Unit::share, .default_value = 0.7, .range = {0, 1},
          .description = "share of rivalry that joint goals for everyone take away", .source = "sherif_1958"}, &Climate::rivalry_by_joint_goals_},
        {{.name = "rivalry_pace", .unit = Unit::per_week, .default_value = 0.1, .range = {0, 1},
          .description = "how fast rivalry follows", .source = assumed}, &Climate::rivalry_pace_},
        {{.name = "ideas_without_politics", .unit = Unit::share, .default_value = 0.3, .range = {0, 1},
          .description = "ideas where there is neither cohesion nor rivalry nor conflict", .source = assumed}, &Climate::ideas_without_politics_},
        {{.name = "ideas_by_cohesion", .unit = Unit::one, .default_value = 0.2, .range = {0, 2},
          .description = "ideas that full cohesion within coalitions adds, and as many that joint goals for everyone add", .source = assumed}, &Climate::ideas_by_cohesion_},
        {{.name = "spark", .unit = Unit::one, .default_value = 0, .range = {0, 4},
          .description = "ideas that rivalry strikes among people who hold together: a of + a·R·cohesion; 0 unless politics shall help", .source = assumed}, &Climate::spark_},
        {{.name = "strife", .unit = Unit::one, .default_value = 0.3, .range = {0, 4},
          .description = "ideas that rivalry stifles: b of − b·R²", .source = "de_wit_2012"}, &Climate::strife_},
        {{.name = "ideas_by_conflict", .unit = Unit::one, .default_value = 0.6, .range = {0, 4},
          .description = "ideas that full relationship conflict stifles", .source = "de_wit_2012"}, &Climate::ideas_by_conflict_},
    };
    // clang-format on

    void step(Week& week) const override {
        unsettle(week);
        Lives lives(week);
        PoliticsAntecedents const antecedents{politics_by_structure_, politics_by_upheaval_};
        std::optional<PoliticalStructure> structure;
        if (!antecedents.none()) structure.emplace(week, week.update(Column::rivalry)[0], week.update(Column::upheaval)[0]);
        week.for_everyone_then_in_turn([&](std::uint32_t i, std::uint32_t turn) {
            Contacts const contacts = look_around(week, i);
            Worlds politics = politics_among(week, i, contacts, lives, turn);
            if (structure) politics += structure->seen_by(i, week, antecedents);
            feel(week, i, contacts, clamp(politics, 0.0f, 1.0f), lives, turn);
        });
        compete(week);
        if (week.number % int(Week::weeks_between_turns) == 0) invent(week);
    }

  private:
    // What makes people different for good.
    struct Lives {
        explicit Lives(Week const& week)
            : temperament(week.lasting_draws(purpose("climate: temperament"))),
              strain(week.lasting_draws(purpose("climate: strain"))),
              satisfaction(week.lasting_draws(purpose("climate: satisfaction"))),
              commitment(week.lasting_draws(purpose("climate: commitment"))),
              leaving(week.lasting_draws(purpose("climate: leaving"))) {}
        Draws temperament, strain, satisfaction, commitment, leaving;
    };

    // Means over contacts, conflict and the rest weighing by strength.
    struct Contacts {
        Worlds conflict, cohesion, political, hiding;
    };
    static Contacts look_around(Week const& week, std::uint32_t i) {
        Ties const& ties = week.organisation.ties;
        auto const strength = week.read(Column::strength), trust = week.read(Column::trust),
                   apparent = week.read(Column::apparent_attitude), disclosed = week.read(Column::disclosed),
                   coalition = week.read(Column::coalition), tactic = week.read(Column::tactic);
        Worlds const view = week.read(Column::attitude)[i], side = coalition[i];
        Worlds all = 0.0f, conflict = 0.0f, allied = 0.0f, trusted = 0.0f, political = 0.0f, open = 0.0f;
        for (std::uint32_t t = ties.first[i]; t < ties.first[i + 1]; ++t) {
            std::uint32_t const j = ties.other[t];
            Worlds const weight = strength[t], ally = only(coalition[j] == side, weight);
            all += weight;
            conflict += weight * (Worlds(1.0f) - trust[t]) * min_of(magnitude(apparent[j] - view), 1.0f);
            allied += ally;
            trusted += ally * trust[t];
            political += only(tactic[j] > 0.0f, weight);
            open += weight * disclosed[j];
        }
        Worlds const each = only(all > 0.0f, Worlds(1.0f) / max_of(all, least_weight));
        return {min_of(conflict * each, 1.0f), min_of(trusted / max_of(allied, least_weight), 1.0f),
                min_of(political * each, 1.0f), clamp((all - open) * each, 0.0f, 1.0f)};
    }

    // A re-organisation is felt for long after its weeks.
    void unsettle(Week& week) const {
        Worlds& upheaval = week.update(Column::upheaval)[0];
        float const kept = float(kept_of(double(unsettled_for_)));
        upheaval = max_of(Worlds(1.0f) - (Worlds(1.0f) - upheaval * kept) * (Worlds(1.0f) - week.read(Column::reorganised)[0]),
                          week.mean_lever(Column::restructuring));
    }

    static Worlds differs(Draws& draw, std::uint32_t turn, float width) { return (draw(turn) - 0.5f) * width; }  // −½ to ½ of it

    // As political as colleagues make the place for somebody of that temperament.
    Worlds politics_among(Week const& week, std::uint32_t i, Contacts const& contacts, Lives& lives, std::uint32_t turn) const {
        return contacts.political * politics_seen_ + contacts.hiding * politics_by_hiding_ +
               (Worlds(1.0f) - week.read(Column::mean_trust)[i]) * politics_by_distrust_ +
               contacts.conflict * politics_by_conflict_ + differs(lives.temperament, turn, temperament_) - 0.15f;
    }

    void feel(Week& week, std::uint32_t i, Contacts const& contacts, Worlds const& politics, Lives& lives,
              std::uint32_t turn) const {
        Worlds const here = week.read(Column::present)[i];
        Worlds const unmoderated = week.lever(Column::pressure)[i] * (Worlds(1.0f) - week.lever(Column::moderation)[i]);
        Worlds const fatigue = week.read(Column::fatigue)[i];
        Worlds const strain = clamp(politics * strain_by_politics_ + unmoderated * strain_by_pressure_ +
                                        differs(lives.strain, turn, own_life_) + 0.1f + fatigue * strain_by_fatigue_,
                                    0.0f, 1.0f);
        Worlds const satisfaction = clamp(
            Worlds(0.85f) - politics * satisfaction_by_politics_ + differs(lives.satisfaction, turn, own_life_), 0.0f, 1.0f);
        Worlds const commitment = clamp(
            Worlds(0.85f) - politics * commitment_by_politics_ + differs(lives.commitment, turn, own_life_), 0.0f, 1.0f);
        Worlds const leaving = clamp(politics * leaving_by_politics_ +
                                         (Worlds(1.0f) - satisfaction) * leaving_by_dissatisfaction_ +
                                         differs(lives.leaving, turn, own_life_) + fatigue * leaving_by_fatigue_,
                                     0.0f, 1.0f);
        week.update(Column::conflict)[i] = contacts.conflict * here;
        week.update(Column::cohesion)[i] = contacts.cohesion * here;
        week.update(Column::perceived_politics)[i] = politics * here;
        week.update(Column::strain)[i] = strain * here;
        week.update(Column::satisfaction)[i] = select(here > 0.0f, satisfaction, 0.5f);
        week.update(Column::commitment)[i] = select(here > 0.0f, commitment, 0.5f);
        week.update(Column::turnover_intention)[i] = leaving * here;
    }

    void compete(Week& week) const {
        Worlds& rivalry = week.update(Column::rivalry)[0];
        Worlds const usual = (Worlds(1.0f) - week.mean_lever(Column::joint_goals) * rivalry_by_joint_goals_) *
                             week.settings.rivalry;
        rivalry = rivalry + (usual - rivalry) * rivalry_pace_;
    }

    void invent(Week& week) const {
        Worlds const cohesion = mean_of(week.update(Column::cohesion)), conflict = mean_of(week.update(Column::conflict)),
                     rivalry = week.update(Column::rivalry)[0];
        week.update(Column::ideas)[0] = clamp(cohesion * (rivalry * spark_ + ideas_by_cohesion_) + ideas_without_politics_ -
                                                  rivalry * rivalry * strife_ - conflict * ideas_by_conflict_ +
                                                  week.mean_lever(Column::joint_goals) * ideas_by_cohesion_,
                                              0.0f, 1.0f);
    }

    static constexpr float least_weight = 1e-6f;
};

}  // namespace

extern constinit MechanismKind const climate{
    {"climate",
     {reads, {}, updates},
     specs_of<Climate>,
     "What it is like to work here: conflict among those who distrust one another, cohesion within coalitions, how political people find "
     "the place, and what that does to strain, satisfaction, commitment and the wish to leave; rivalry, and how many ideas come of it all."},
    make<Climate>,
    R"(In the first week and then once a month, means over contacts weighing by strength; e_1 … e_5 what makes a person different for good, uniform from −½ to ½:
conflict = mean of (1 − τ) · min(|a_j − x_i|, 1), a_j what colleagues take the attitude of j to be; cohesion = mean τ over contacts of the own coalition
politics P = clamp(politics_seen · share who pursue any tactic but work + politics_by_hiding · share who hide
    + politics_by_distrust · (1 − mean trust) + politics_by_conflict · conflict + temperament · e_1 − 0.15 + structure, 0, 1)
structure = politics_by_structure · ((r / (r + 8) − ½) − (own say − 0.13) − evidence + (R − 0.3))
    + politics_by_upheaval · ((√Σ w² / Σ w − 0.23) + (ambiguity − 0.1) + (max(mean stake − own stake, 0) − 0.13)
        + 1 − (1 − upheaval) · (1 − restructuring))
    r the reports of the own manager, where there is one; own say = 1 − (1 − member by the rule) · (1 − say) · (1 − participation);
    w = power · (member by the rule + say); ambiguity as in stakes
upheaval ← max(1 − (1 − ½^(1 / unsettled_for) · upheaval) · (1 − reorganised), mean restructuring), every week
strain = clamp(0.1 + strain_by_politics · P + strain_by_pressure · pressure · (1 − moderation)
    + strain_by_fatigue · fatigue + own_life · e_2, 0, 1)
satisfaction = clamp(0.85 − satisfaction_by_politics · P + own_life · e_3, 0, 1), commitment likewise with e_4
intention to quit = clamp(leaving_by_politics · P + leaving_by_dissatisfaction · (1 − satisfaction)
    + leaving_by_fatigue · fatigue + own_life · e_5, 0, 1)
rivalry R ← R + rivalry_pace · (culture.rivalry · (1 − rivalry_by_joint_goals · mean joint goals) − R)
ideas = clamp(ideas_without_politics + mean cohesion · (ideas_by_cohesion + spark · R) − strife · R²
    − ideas_by_conflict · mean conflict + ideas_by_cohesion · mean joint goals, 0, 1))",
    "The correlations of perceived politics with what follows from it are calibrated (scenarios/behaviour): they are targets that were "
    "met, not findings. Task conflict and process conflict are not told apart from relationship conflict."};

}  // namespace micropol
