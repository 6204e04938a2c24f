#include <algorithm>
#include <vector>

#include "base/scalar_math.h"
#include "base/worlds_math.h"
#include "mechanisms/known_contacts.h"
#include "mechanisms/mechanism.h"
#include "state/marketing_and_sales.h"

namespace micropol {

namespace {

constexpr Column reads[] = {Column::disclosed,     Column::status,        Column::status_at_start, Column::tactic,
                            Column::present,       Column::moderation,    Column::integration,     Column::joint_goals,
                            Column::participation, Column::restructuring, Column::reorganised,     Column::pilot,
                            Column::guidance,      Column::championing};
constexpr Column writes[] = {Column::marketing_sales_trust};
// Of a person's ties only the own side changes.
constexpr Column updates[] = {Column::strength,     Column::trust,       Column::influence, Column::reach,
                              Column::sought,       Column::contacts,    Column::sought_by, Column::mean_trust,
                              Column::trust_within, Column::trust_across};

// Trust grows slowly and is lost fast (Slovic 1993): once a month each person takes stock of every contact. Strength follows trust,
// effort and envy. Where the organisation has latent ties, people also meet (a logit of the preferences that stochastic
// actor-oriented models find, Snijders et al. 2010, for each latent tie by itself), and ties that nobody tends fade.
class TiesAndTrust final : public Mechanism {
    float trust_gain_, trust_loss_, noticed_, joint_gain_, shaping_gain_, envy_, networking_, return_to_usual_, torn_, meeting_,
        same_unit_, returned_, popularity_, occasion_, new_strength_, neglect_;

  public:
    // clang-format off
    static constexpr MemberSpec<TiesAndTrust> parameters[] = {
        {{.name = "trust_gain", .unit = Unit::share, .default_value = 0.05, .range = {0, 1},
          .description = "share of the missing trust that one good encounter builds", .source = "slovic_1993",
          .plausible = Range{0.02, 0.1}}, &TiesAndTrust::trust_gain_},
        {{.name = "trust_loss", .unit = Unit::share, .default_value = 0.15, .range = {0, 1},
          .description = "share of trust that one bad encounter destroys", .source = "slovic_1993",
          .plausible = Range{0.05, 0.3}}, &TiesAndTrust::trust_loss_},
        {{.name = "noticed", .unit = Unit::share, .default_value = 0.25, .range = {0, 1},
          .description = "how much of what others keep to themselves is noticed, and taken badly", .source = assumed}, &TiesAndTrust::noticed_},
        {{.name = "joint_gain", .unit = Unit::share, .default_value = 0.1, .range = {0, 1},
          .description = "share of the missing trust between Marketing and Sales that a month of full joint goals builds", .source = "sherif_1958"}, &TiesAndTrust::joint_gain_},
        {{.name = "shaping_gain", .unit = Unit::share, .default_value = 0.04, .range = {0, 1},
          .description = "share of the missing trust that a month of shaping the change together builds", .source = "lines_2004"}, &TiesAndTrust::shaping_gain_},
        {{.name = "envy", .unit = Unit::share, .default_value = 0.2, .range = {0, 1},
          .description = "share of trust, and half as much of the strength, that a month takes from the tie of someone overtaken to the one who rose", .source = "magee_galinsky_2008"}, &TiesAndTrust::envy_},
        {{.name = "networking", .unit = Unit::share, .default_value = 0.15, .range = {0, 1},
          .description = "share of the missing strength that a month of networking builds, at full political skill", .source = assumed}, &TiesAndTrust::networking_},
        {{.name = "return_to_usual", .unit = Unit::share, .default_value = 0.1, .range = {0, 1},
          .description = "how fast the strength of a tie comes back to what it usually is at this trust, in a month", .source = assumed}, &TiesAndTrust::return_to_usual_},
        {{.name = "torn", .unit = Unit::share, .default_value = 0.15, .range = {0, 1},
          .description = "share of the strength of ties that a month of full restructuring takes", .source = assumed}, &TiesAndTrust::torn_},
        {{.name = "meeting", .unit = Unit::log_odds, .default_value = -4, .range = {-10, 10},
          .description = "log-odds that somebody begins to turn to one of those whom they could come to know, in a month, before the reasons that follow", .source = assumed, .plausible = Range{-5, -3}}, &TiesAndTrust::meeting_},
        {{.name = "same_unit", .unit = Unit::log_odds, .default_value = 0.6, .range = {0, 10},
          .description = "log-odds gained where both work in one department", .source = "snijders_2010", .plausible = Range{0.2, 0.8}}, &TiesAndTrust::same_unit_},
        {{.name = "returned", .unit = Unit::log_odds, .default_value = 0.5, .range = {0, 10},
          .description = "log-odds gained where the other turns to oneself", .source = "snijders_2010", .plausible = Range{0.2, 1.5}}, &TiesAndTrust::returned_},
        {{.name = "popularity", .unit = Unit::log_odds, .default_value = 1.5, .range = {0, 10},
          .description = "log-odds gained where the other is sought twice as much as the average", .source = "snijders_2010", .plausible = Range{0.5, 2}}, &TiesAndTrust::popularity_},
        {{.name = "occasion", .unit = Unit::log_odds, .default_value = 2, .range = {0, 10},
          .description = "log-odds gained on each occasion to meet: somebody of full political skill networks, the other is a full champion, both shape the change, pilot it, guide it or have joint goals", .source = assumed, .plausible = Range{1, 3}}, &TiesAndTrust::occasion_},
        {{.name = "new_strength", .unit = Unit::share, .default_value = 0.5, .range = {0, 1},
          .description = "usual strength of a tie that was not there at the start, at a trust of a half", .source = assumed, .plausible = Range{0.3, 0.7}}, &TiesAndTrust::new_strength_},
        {{.name = "neglect", .unit = Unit::share, .default_value = 0.1, .range = {0, 1},
          .description = "share of its usual strength that a tie between departments loses which neither common work nor networking tends; only where ties form", .source = "burt_2002", .plausible = Range{0.02, 0.4}}, &TiesAndTrust::neglect_},
    };
    // clang-format on

    void step(Week& week) const override {
        if (any(week.read(Column::reorganised)[0] > 0.0f)) reorganise(week);
        Meetings meetings(week, *this);
        week.for_each_in_turn([&](std::uint32_t i, std::uint32_t) { take_stock(week, meetings, i); });
        week.write(Column::marketing_sales_trust)[0] = trust_between_marketing_and_sales(week.update(Column::trust_across),
                                                                                         week.organisation, week.settings);
    }

  private:
    // What one person brings to all the own ties this month.
    struct Person {
        Worlds status, status_at_start, present, envy, networks, kept, joint, shaping;
    };
    // What each side sees of the other.
    struct Others {
        std::span<Worlds const> disclosed, status, status_at_start, present;
        Lever integration;
    };
    Person person(Week const& week, std::uint32_t i) const {
        Worlds const networks = only(week.read(Column::tactic)[i] == float(Tactic::network),
                                     week.organisation.of(Trait::political_skill)[i]);
        return {week.read(Column::status)[i],
                week.read(Column::status_at_start)[i],
                week.read(Column::present)[i],
                (Worlds(1.0f) - week.lever(Column::moderation)[i]) * envy_,
                networks,
                Worlds(1.0f) - week.lever(Column::restructuring)[i] * torn_,
                week.lever(Column::joint_goals)[i] * joint_gain_,
                week.lever(Column::participation)[i] * shaping_gain_};
    }

    // Who might meet whom this week; empty where no tie forms. The chance of a pair is the sum of two draws, one of either
    // person, turned round at 1: uniform, and for any two pairs independent, without a draw for every tie.
    class Meetings {
      public:
        Meetings(Week const& week, TiesAndTrust const& numbers)
            : numbers_(numbers), own_(week.draws(purpose("ties: who looks around"))), forming_(week.organisation.ties.forming) {
            if (!forming_) return;
            std::size_t const people = week.organisation.headcount();
            Draws other = week.draws(purpose("ties: who is met"));
            auto const sought = week.read(Column::sought);
            Worlds all = 0.0f;
            for (Worlds const& one : sought) all += one;
            Worlds const per_usual = Worlds(float(people)) / max_of(all, least_sought);
            Lever const championing = week.lever(Column::championing);
            for (std::uint32_t j = 0; j < people; ++j) {
                chance_.push_back(other(j));
                Worlds const pull = (sought[j] * per_usual - 1.0f) * numbers.popularity_ + championing[j] * numbers.occasion_;
                attraction_.push_back(exp_of(min_of(pull, most_pull)));
            }
            Lever const shapes = week.lever(Column::participation), pilots = week.lever(Column::pilot),
                        guides = week.lever(Column::guidance), joint = week.lever(Column::joint_goals);
            for (std::uint32_t j = 0; j < people; ++j)
                work_.push_back(max_of(max_of(shapes[j], pilots[j]), max_of(guides[j], joint[j])));
            by_chance_ = float(exp_of(double(numbers.meeting_)));
            same_unit_ = float(exp_of(double(numbers.same_unit_)));
            returned_ = float(exp_of(double(numbers.returned_)));
            at_work_ = float(exp_of(double(numbers.occasion_))) - 1.0f;
        }

        [[nodiscard]] bool possible() const { return forming_; }
        void begin(std::uint32_t i, Worlds const& networks) {
            own_chance_ = own_(i);
            own_odds_ = exp_of(networks * numbers_.occasion_) * by_chance_;
        }
        [[nodiscard]] Worlds together(std::uint32_t i, std::uint32_t j) const { return work_[i] * work_[j]; }
        // Whether i, of whom begin() was told, and j would meet now.
        [[nodiscard]] Mask happens(std::uint32_t i, std::uint32_t j, bool same_unit, Mask const& returned) const {
            Worlds const odds = own_odds_ * attraction_[j] * select(returned, returned_, 1.0f) *
                                (together(i, j) * at_work_ + 1.0f) * (same_unit ? same_unit_ : 1.0f);
            Worlds const sum = own_chance_ + chance_[j], u = sum - only(sum >= 1.0f, 1.0f);
            return u * (odds + 1.0f) < odds;
        }

      private:
        static constexpr float least_sought = 1e-6f, most_pull = 20;
        Worlds own_chance_ = 0.0f, own_odds_ = 0.0f;
        std::vector<Worlds> chance_, attraction_, work_;  // [employee]
        TiesAndTrust const& numbers_;
        Draws own_;
        float by_chance_ = 0, same_unit_ = 0, returned_ = 0, at_work_ = 0;  // odds
        bool forming_;
    };

    // Sums over one person's ties.
    struct Sums {
        Worlds reach = 0.0f, sought = 0.0f, named = 0.0f, named_by = 0.0f, known = 0.0f, trusted = 0.0f, known_within = 0.0f,
               within = 0.0f, known_across = 0.0f, across = 0.0f;
    };

    void take_stock(Week& week, Meetings& meetings, std::uint32_t i) const {
        Organisation const& organisation = week.organisation;
        Ties const& ties = organisation.ties;
        auto const strength = week.update(Column::strength), trust = week.update(Column::trust),
                   influence = week.update(Column::influence);
        Person const own = person(week, i);
        Others const others{week.read(Column::disclosed), week.read(Column::status), week.read(Column::status_at_start),
                            week.read(Column::present), week.lever(Column::integration)};
        if (meetings.possible()) meetings.begin(i, own.networks);
        Sums sum;
        for (std::uint32_t t = ties.first[i]; t < ties.first[i + 1]; ++t) {
            std::uint32_t const j = ties.other[t];
            bool const to_the_other_side = crosses(organisation, week.settings, i, j),
                       same_unit = organisation.department[i] == organisation.department[j];
            Worlds const back = strength[ties.reverse[t]];
            if (meetings.possible())
                meet_or_fade(ties, t, i, own, others, meetings, back >= Ties::named_strength, same_unit, to_the_other_side,
                             strength, trust);
            else
                meet(ties, t, own, others, to_the_other_side, ties.strength[t], strength[t], trust[t]);
            influence[t] = strength[t] * trust[t];
            sum.reach += strength[t];
            sum.sought += back;
            sum.named += only(strength[t] >= Ties::named_strength, 1.0f);
            sum.named_by += only(back >= Ties::named_strength, 1.0f);
            Mask const known = is_known(ties, t, strength);
            Worlds const one = only(known, 1.0f), trusted = only(known, trust[t]);
            sum.known += one;
            sum.trusted += trusted;
            if (same_unit) sum.known_within += one, sum.within += trusted;
            if (to_the_other_side) sum.known_across += one, sum.across += trusted;
        }
        report(week, i, sum);
    }

    static void report(Week& week, std::uint32_t i, Sums const& sum) {
        auto const take_mean = [&](Column column, Worlds const& total, Worlds const& count) {
            Worlds& mean = week.update(column)[i];
            mean = select(count > 0.0f, total * (Worlds(1.0f) / max_of(count, 1.0f)), mean);
        };
        week.update(Column::reach)[i] = sum.reach;
        week.update(Column::sought)[i] = sum.sought;
        week.update(Column::contacts)[i] = sum.named;
        week.update(Column::sought_by)[i] = sum.named_by;
        take_mean(Column::mean_trust, sum.trusted, sum.known);
        take_mean(Column::trust_within, sum.within, sum.known_within);
        take_mean(Column::trust_across, sum.across, sum.known_across);
    }

    // Those who know each other meet, and what nobody tends fades; others begin to turn to each other, or do not.
    void meet_or_fade(Ties const& ties, std::uint32_t t, std::uint32_t i, Person const& own, Others const& others,
                      Meetings const& meetings, Mask const& returned, bool same_unit, bool to_the_other_side,
                      std::span<Worlds> strength, std::span<Worlds> trust) const {
        std::uint32_t const j = ties.other[t];
        if (ties.formal[t] != 0) return meet(ties, t, own, others, to_the_other_side, ties.strength[t], strength[t], trust[t]);
        Mask const known = is_known(ties, t, strength);
        Worlds const trust_before = trust[t];
        float const usual = ties.strength[t] > 0 ? ties.strength[t] : new_strength_;
        Worlds const tended = same_unit ? Worlds(1.0f) : max_of(own.networks, meetings.together(i, j));
        meet(ties, t, own, others, to_the_other_side, (Worlds(1.0f) - (Worlds(1.0f) - tended) * neglect_) * usual, strength[t],
             trust[t]);
        if (all(known)) return;
        Mask const begins = (own.present * others.present[j] > 0.0f) & meetings.happens(i, j, same_unit, returned);
        strength[t] = select(known, strength[t], only(begins, min_of((trust_before + 0.5f) * usual, 1.0f)));
        trust[t] = select(known, trust[t], trust_before);
    }

    // strength_at_half: the usual strength of this tie at a trust of a half.
    [[gnu::always_inline]] void meet(Ties const& ties, std::uint32_t t, Person const& own, Others const& others,
                                     bool to_the_other_side, Worlds const& strength_at_half, Worlds& strength,
                                     Worlds& trust) const {
        std::uint32_t const j = ties.other[t];
        Worlds const shared = others.disclosed[j], risen = others.status[j], both = own.present * others.present[j];
        Mask const overtaken = (risen > own.status) & (others.status_at_start[j] <= own.status_at_start);
        Worlds const envy = only(overtaken, own.envy * (Worlds(1.0f) - others.integration[j]));

        Worlds const lost = (Worlds(1.0f) - shared) * (trust_loss_ * noticed_);
        Worlds trusted = trust + (Worlds(1.0f) - trust) * shared * trust_gain_ - trust * lost;
        trusted = trusted + (Worlds(1.0f) - trusted) * (own.shaping + (to_the_other_side ? own.joint : Worlds(0.0f)));
        trusted = trusted * (Worlds(1.0f) - envy);

        Worlds const usual = (trusted + 0.5f) * strength_at_half, invested = own.networks * networking_;
        Worlds strong = strength + (usual - strength) * return_to_usual_ + positive_part(Worlds(1.0f) - strength) * invested;
        strong = strong * own.kept * (Worlds(1.0f) - envy * 0.5f);

        // An empty seat keeps the ties that a successor will find: the reporting line, and nothing personal.
        float const formal = ties.formal[t] != 0 ? 1.0f : 0.0f;
        trust = select(both > 0.0f, clamp(trusted, 0.0f, 1.0f), ties.trust[t]);
        strength = select(both > 0.0f, clamp(strong, 0.0f, 1.0f), ties.strength[t] * formal);
    }

    static void reorganise(Week& week) {
        Worlds const kept = Worlds(1.0f) - week.read(Column::reorganised)[0];
        auto const trust = week.update(Column::trust), strength = week.update(Column::strength),
                   influence = week.update(Column::influence);
        for (std::size_t t = 0; t < strength.size(); ++t) {
            strength[t] = strength[t] * kept;
            influence[t] = strength[t] * trust[t];
        }
        for (Column const sum : {Column::reach, Column::sought})
            for (Worlds& strengths : week.update(sum)) strengths = strengths * kept;
    }
};

}  // namespace

extern constinit MechanismKind const ties{
    {"ties",
     {reads, writes, updates},
     specs_of<TiesAndTrust>,
     "Trust grows slowly with what others share and falls fast with what they are seen to keep; people overtaken envy those who rose, "
     "unless the status order is moderated; networking and joint goals build ties. Where the organisation has latent "
     "ties, people also meet: those of their department, who turn to them, who are much sought or work with them; and ties across "
     "departments that nobody tends fade. Off, ties stay as they are."},
    make<TiesAndTrust>,
    R"(Once a month, for each tie of i to j while both are there; shared = [j shares what they know this week]:
τ ← τ + trust_gain · (1 − τ) · shared − trust_loss · noticed · τ · (1 − shared)
τ ← τ + (1 − τ) · (shaping_gain · participation_i + joint_gain · joint goals_i · [one in Marketing, the other in Sales])
envy_ij = envy · (1 − moderation_i) · (1 − integration_j) · [s_j > s_i, though s_j ≤ s_i at the start];  τ ← τ · (1 − envy_ij)
strength ← strength + return_to_usual · (strength at the start · (½ + τ) − strength)
    + networking · political skill_i · (1 − strength) · [i networks]
strength ← strength · (1 − torn · restructuring_i) · (1 − ½ · envy_ij)
Where ties form (organisation.ties.latent above 0), personal ties are known from a strength of 0.05, and
    a known one has the usual strength (½ + τ) · base · (1 − neglect · (1 − tended)) in place of that above: base its strength at the
    start, new_strength for a latent one; tended = 1 in one department, else max(political skill_i · [i networks], w_i · w_j)
    an unknown one begins at (½ + τ) · base with log-odds meeting + same_unit · [one department] + returned · [strength_ji ≥ 0.45]
        + popularity · (sought_j / mean sought − 1)
        + occasion · (political skill_i · [i networks] + championing_j) + ln(1 + (e^occasion − 1) · w_i · w_j)
    w = max(participation, pilot, guidance, joint goals); until then it has no strength and its trust stays
    newcomers meet the colleagues of the seat they take as everybody meets strangers
A re-organisation takes its share of the strength of every tie at once. To or from an empty seat only reporting lines stand, as at the
start.
With noticed = 1 and contacts who share with probability π trust settles at π · g / (π · g + (1 − π) · l).)",
    "Without latent ties nobody meets anybody new, and with them only those to whom they lead: that friends of friends meet is in who "
    "these are, and is not looked for anew. Whether an encounter was good is told by sharing alone."};

}  // namespace micropol
