#include "base/scalar_math.h"
#include "base/worlds_math.h"
#include "mechanisms/mechanism.h"
#include "mechanisms/report_precision.h"
#include "mechanisms/zone_rent.h"

namespace micropol {

namespace {

constexpr Column reads[] = {Column::disclosed,     Column::belief,
                            Column::data_access,   Column::data_quality,
                            Column::mean_trust,    Column::relation_control,
                            Column::data_control,  Column::stake,
                            Column::influence,     Column::coalition,
                            Column::use,           Column::worth,
                            Column::stopped,       Column::present,
                            Column::tactic,        Column::rivalry,
                            Column::credibility,   Column::shared_access,
                            Column::joint_goals,   Column::outside_advice,
                            Column::communication, Column::story,
                            Column::data_skill,    Column::report_truth};
constexpr Column writes[] = {Column::disclosed, Column::belief, Column::data_access, Column::data_quality, Column::report_truth};
constexpr Column updates[] = {Column::confidence, Column::experience};

// What the contacts whom one person meets this week amount to, each weighing by influence.
struct Heard {
    Worlds weight, shared, told, allied, belief, access;  // sums over ties
};

// Knowledge is power while it is kept. Those who share let beliefs, data access and customer data travel; a report is the
// coarser the further interests diverge (Crawford & Sobel 1982), and what is not shared the system does not know.
class Information final : public Mechanism {
    float openness_, distrust_weight_, against_, in_favour_, persuasion_, experience_, campaign_, access_spread_, opening_,
        recording_, memory_, first_impression_, own_experience_;

  public:
    // clang-format off
    static constexpr MemberSpec<Information> parameters[] = {
        {{.name = "openness", .unit = Unit::log_odds, .default_value = 1.5, .range = {-20, 20},
          .description = "log-odds of sharing what one knows in a week, before the reasons for and against", .source = "connelly_2012"}, &Information::openness_},
        {{.name = "distrust_weight", .unit = Unit::log_odds, .default_value = 2, .range = {0, 20},
          .description = "log-odds lost between full trust in one's contacts and none", .source = "connelly_2012"}, &Information::distrust_weight_},
        {{.name = "against", .unit = Unit::log_odds, .default_value = 1.25, .range = {0, 20},
          .description = "log-odds that each full reason against sharing takes: control of twice the average of the zones of uncertainty, and again where one's data are opened to all; rivalry; the intention to hide; an advisor from outside who is asked instead", .source = "connelly_2012"}, &Information::against_},
        {{.name = "in_favour", .unit = Unit::log_odds, .default_value = 1, .range = {0, 20},
          .description = "log-odds that each full reason for sharing gives: contacts who all shared last week, or are all in one's coalition; joint goals with the other department", .source = "connelly_2012"}, &Information::in_favour_},
        {{.name = "persuasion", .unit = Unit::per_week, .default_value = 0.1, .range = {0, 1},
          .description = "weight of colleagues' reports against one's own belief", .source = assumed}, &Information::persuasion_},
        {{.name = "experience", .unit = Unit::per_week, .default_value = 0.1, .range = {0, 1},
          .description = "weight of own experience with the tool, at full use, against one's own belief", .source = assumed}, &Information::experience_},
        {{.name = "campaign", .unit = Unit::per_week, .default_value = 0.1, .range = {0, 1},
          .description = "weight of what a sponsor whom everyone believes has told at full effort: official communication, or success where there is more than one believes", .source = assumed}, &Information::campaign_},
        {{.name = "access_spread", .unit = Unit::per_week, .default_value = 0.05, .range = {0, 1},
          .description = "how fast data access spreads from contacts who share", .source = assumed}, &Information::access_spread_},
        {{.name = "opening", .unit = Unit::per_week, .default_value = 0.15, .range = {0, 1},
          .description = "how fast full shared access opens the data to a person", .source = assumed}, &Information::opening_},
        {{.name = "recording", .unit = Unit::per_week, .default_value = 0.1, .range = {0, 1},
          .description = "how fast the system's customer data follow what people share, and age when they do not", .source = assumed}, &Information::recording_},
        {{.name = "memory", .unit = Unit::weeks, .default_value = 39, .range = {0, 1e6},
          .description = "after how long half of what was learnt counts no longer; 0: only this week's news counts, against a belief worth one observation", .source = assumed}, &Information::memory_},
        {{.name = "first_impression", .unit = Unit::one, .default_value = 1, .range = {0.1, 100},
          .description = "observations that the belief is worth to somebody without news", .source = assumed}, &Information::first_impression_},
        {{.name = "own_experience", .unit = Unit::share, .default_value = 0.5, .range = {0, 1},
          .description = "how far experience with the tool is one's own, by skill and access, instead of the organisation's", .source = assumed}, &Information::own_experience_},
    };
    // clang-format on

    void step(Week& week) const override {
        Settings const& settings = week.settings;
        auto const belief = week.read(Column::belief), access = week.read(Column::data_access), use = week.read(Column::use),
                   present = week.read(Column::present);
        auto const disclosed_next = week.write(Column::disclosed), belief_next = week.write(Column::belief),
                   access_next = week.write(Column::data_access);
        Lever const shared_access = week.lever(Column::shared_access), communication = week.lever(Column::communication),
                    story = week.lever(Column::story);
        Worlds const worth = week.read(Column::worth)[0], success = positive_part(worth);
        Worlds const believed = only(week.read(Column::stopped)[0] == 0.0f, week.read(Column::credibility)[0]);
        Reasons const reasons = reasons_of(week);
        auto const relationship_skill = week.organisation.of(Trait::relationship_skill),
                   access_at_start = week.organisation.of(Trait::data_access);

        auto const skill = week.read(Column::data_skill);
        auto const confidence = week.update(Column::confidence), experience = week.update(Column::experience);
        float const per_required = 1.0f / most_required_skill(settings.initiatives);
        float const kept = float(kept_of(double(memory_)));  // of what was learnt, a week

        Worlds known = 0.0f, met = 0.0f, told = 0.0f;
        float knowledge = 0.0f;
        Draws draw = week.draws(purpose("information"));
        for (std::uint32_t i = 0; i < belief.size(); ++i) {
            Heard const heard = listen(week, i);
            // Nobody met: nothing heard, times a finite number.
            Worlds const each = Worlds(1.0f) / max_of(heard.weight, least_weight);
            Worlds const willing = logistic(reasons.calculus(i) + (heard.shared + heard.allied) * each * in_favour_);
            Worlds const shares = only(draw(i) < willing * (1.0f - settings.data_hoarding), present[i]);

            disclosed_next[i] = shares;
            Mask const here = present[i] > 0.0f;
            Worlds const ability = min_of(skill[i] * per_required, 1.0f) * access[i];
            experience[i] = worth - (worth + 1.0f) * (Worlds(1.0f) - ability) * own_experience_;
            Worlds const official = believed * (communication[i] * campaign_ + settings.communication),
                         told_success = story[i] * believed * campaign_;
            Worlds step = 1.0f;
            if (memory_ > 0) {
                Worlds const news = heard.told * each * persuasion_ + official + use[i] * experience_ + told_success;
                Worlds const learnt = week.number == 0 ? Worlds(0.0f) : confidence[i] - first_impression_;
                confidence[i] = select(here, learnt * kept + news + first_impression_, first_impression_);
                step = Worlds(1.0f) / confidence[i];
            }
            Worlds const view = belief[i] + heard.belief * each * persuasion_ * step +
                                (Worlds(settings.message) - belief[i]) * official * step +
                                (experience[i] - belief[i]) * use[i] * experience_ * step +
                                positive_part(success - belief[i]) * told_success * step;
            belief_next[i] = select(here, clamp(view, -1.0f, 1.0f), settings.start_belief);
            Worlds const reached = access[i] + heard.access * each * access_spread_ +
                                   (Worlds(1.0f) - access[i]) * shared_access[i] * opening_;
            access_next[i] = select(here, clamp(reached, 0.0f, 1.0f), access_at_start[i]);
            known += shares * relationship_skill[i];
            knowledge += relationship_skill[i];
            met += heard.weight;
            told += heard.told;
        }
        Worlds const now = week.read(Column::data_quality)[0];
        Worlds const brought = knowledge > 0 ? known * (1.0f / knowledge) : now;
        week.write(Column::data_quality)[0] = clamp(now + (brought - now) * recording_, 0.0f, 1.0f);
        week.write(Column::report_truth)[0] = truth(week, told, met);
    }

  private:
    static constexpr float least_weight = 1e-6f;
    static constexpr std::uint32_t weeks_to_meet_all = 4;

    // What speaks for and against sharing, the contacts aside.
    struct Reasons {
        Worlds openness, usual_control;  // log-odds
        Information const& numbers;
        std::span<Worlds const> relation, data, mean_trust, tactic;
        Lever shared_access, joint_goals, outside_advice;

        [[nodiscard]] Worlds calculus(std::size_t i) const {
            Worlds const rent = zone_rent(relation[i], data[i], usual_control);
            Worlds const hides = only(tactic[i] == float(Tactic::hide), 1.0f);
            return openness - (Worlds(1.0f) - mean_trust[i]) * numbers.distrust_weight_ -
                   (rent * (shared_access[i] + 1.0f) + hides + outside_advice[i]) * numbers.against_ +
                   joint_goals[i] * numbers.in_favour_;
        }
    };
    Reasons reasons_of(Week const& week) const {
        auto const relation = week.read(Column::relation_control), data = week.read(Column::data_control);
        return {Worlds(openness_) - week.read(Column::rivalry)[0] * against_,
                mean_control(relation, data),
                *this,
                relation,
                data,
                week.read(Column::mean_trust),
                week.read(Column::tactic),
                week.lever(Column::shared_access),
                week.lever(Column::joint_goals),
                week.lever(Column::outside_advice)};
    }

    // One meets every fourth contact a week: all of them within a month.
    static Heard listen(Week const& week, std::uint32_t i) {
        Ties const& ties = week.organisation.ties;
        auto const influence = week.read(Column::influence), disclosed = week.read(Column::disclosed),
                   stake = week.read(Column::stake), belief = week.read(Column::belief), access = week.read(Column::data_access),
                   coalition = week.read(Column::coalition);
        std::uint32_t const late = std::uint32_t(week.number) % weeks_to_meet_all;
        Worlds const own_stake = stake[i], own_belief = belief[i], own_access = access[i], own_coalition = coalition[i];
        Heard sum{0.0f, 0.0f, 0.0f, 0.0f, 0.0f, 0.0f};
        for (std::uint32_t t = ties.first[i] + late; t < ties.first[i + 1]; t += weeks_to_meet_all) {
            std::uint32_t const j = ties.other[t];
            Worlds const weight = influence[t], shared = weight * disclosed[j];
            Worlds const told = shared * report_precision(own_stake, stake[j]);
            sum.weight += weight;
            sum.shared += shared;
            sum.told += told;
            sum.allied += only(coalition[j] == own_coalition, weight);
            sum.belief += told * (belief[j] - own_belief);
            sum.access += shared * positive_part(access[j] - own_access);
        }
        return sum;
    }

    // Against reports by everyone as fine as people make them, over about the month in which one meets everybody; where nobody is
    // met it stays. An advisor from outside sees more.
    static Worlds truth(Week const& week, Worlds const& told, Worlds const& met) {
        Worlds const finest = report_precision(0.0f, 0.0f), before = week.read(Column::report_truth)[0];
        Worlds const heard = min_of(told / max_of(met * finest, least_weight), 1.0f);
        Worlds const reported = heard + (Worlds(1.0f) - heard) * week.mean_lever(Column::outside_advice);
        return clamp(before + only(met > 0.0f, (reported - before) * (1.0f / float(weeks_to_meet_all))), 0.0f, 1.0f);
    }
};

}  // namespace

extern constinit MechanismKind const information{
    {"information",
     {reads, writes, updates},
     specs_of<Information>,
     "Who shares what they know: distrust, the rent of a controlled zone, rivalry and a culture of hoarding speak against it, "
     "reciprocity and a common coalition for it. Beliefs follow reports, official communication and own experience; data access spreads "
     "through those who share; the system's customer data are as good as what is shared."},
    make<Information>,
    R"(rent = clamp(C / mean C − 1, 0, 1), C the control of both zones; of the contacts met this week (every fourth), weighing by influence:
log-odds to share = openness − distrust_weight · (1 − mean trust)
    − against · ((1 + shared access) · rent + rivalry + [tactic is hide] + outside advice)
    + in_favour · (joint goals + share of contacts who shared + share of contacts in the own coalition)
shares with probability (1 − data_hoarding) · logistic(log-odds)
ρ_ij = the most informative report at b = ½ · |u_i − u_j|: max over N of 1 − 1/N² − 4 · b² · (N² − 1), N up to 7
experience e = worth − own_experience · (1 + worth) · (1 − min(data skill / most required skill, 1) · data access)
news, in observations: persuasion · mean over contacts of [j shared] · ρ_ij, so that however many repeat one another their reports weigh
    at most persuasion; credibility · (communication + campaign · lever); experience · use; credibility · campaign · story
confidence n ← first_impression + ½ ^ (1 / memory) · (n − first_impression) + all news; n = 1 where memory is 0
belief ← belief + Σ news · (what it says − belief) / n: the beliefs of the contacts, message, e, and what has worked, max(worth, 0),
    the last where it is above the belief
data access ← data access + access_spread · mean of [j shared] · max(access_j − access, 0) + opening · shared access · (1 − data access)
data quality ← data quality + recording · (share of relationship skill whose owners share − data quality)
report truth ← report truth + ¼ · (Σ [j shared] · ρ_ij / Σ finest ρ, and of the rest what an advisor sees, − report truth))",
    "People share everything or nothing in a week, with everyone; rumours, lies and leaks do not appear. The three facets of hiding "
    "(Connelly et al. 2012) are one."};

}  // namespace micropol
