#include <algorithm>

#include "mechanisms/mechanism.h"
#include "state/marketing_and_sales.h"

namespace micropol {

namespace {

constexpr Column reads[] = {Column::disclosed,     Column::status,        Column::status_at_start, Column::tactic,
                            Column::present,       Column::moderation,    Column::integration,     Column::joint_goals,
                            Column::participation, Column::restructuring, Column::reorganised};
constexpr Column writes[] = {Column::marketing_sales_trust};
// Of a person's ties only the own side changes.
constexpr Column updates[] = {Column::strength, Column::trust,      Column::influence,    Column::reach,
                              Column::sought,   Column::mean_trust, Column::trust_within, Column::trust_across};

// Trust grows slowly and is lost fast (Slovic 1993): once a month each person takes stock of every contact. Strength follows trust,
// effort and envy.
class TiesAndTrust final : public Mechanism {
    float trust_gain_, trust_loss_, noticed_, joint_gain_, shaping_gain_, envy_, networking_, return_to_usual_, torn_;

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
    };
    // clang-format on

    void step(Week& week) const override {
        if (any(week.read(Column::reorganised)[0] > 0.0f)) reorganise(week);
        week.for_each_in_turn([&](std::uint32_t i, std::uint32_t) { take_stock(week, i); });
        week.write(Column::marketing_sales_trust)[0] = trust_between_marketing_and_sales(week.update(Column::trust_across),
                                                                                         week.organisation, week.settings);
    }

  private:
    // What one person brings to all the own ties this month.
    struct Person {
        Worlds status, status_at_start, present, envy, invested, kept, joint, shaping;
    };
    // What each side sees of the other.
    struct Others {
        std::span<Worlds const> disclosed, status, status_at_start, present;
        Lever integration;
    };
    Person person(Week const& week, std::uint32_t i) const {
        Worlds const networks = only(week.read(Column::tactic)[i] == float(Tactic::network),
                                     networking_ * week.organisation.of(Trait::political_skill)[i]);
        return {week.read(Column::status)[i],
                week.read(Column::status_at_start)[i],
                week.read(Column::present)[i],
                (Worlds(1.0f) - week.lever(Column::moderation)[i]) * envy_,
                networks,
                Worlds(1.0f) - week.lever(Column::restructuring)[i] * torn_,
                week.lever(Column::joint_goals)[i] * joint_gain_,
                week.lever(Column::participation)[i] * shaping_gain_};
    }

    void take_stock(Week& week, std::uint32_t i) const {
        Ties const& ties = week.organisation.ties;
        auto const strength = week.update(Column::strength), trust = week.update(Column::trust),
                   influence = week.update(Column::influence);
        Person const own = person(week, i);
        Others const others{week.read(Column::disclosed), week.read(Column::status), week.read(Column::status_at_start),
                            week.read(Column::present), week.lever(Column::integration)};
        Worlds reach = 0.0f, sought = 0.0f, trusted = 0.0f, within = 0.0f, across = 0.0f;
        float contacts_within = 0, contacts_across = 0;
        for (std::uint32_t t = ties.first[i]; t < ties.first[i + 1]; ++t) {
            bool const to_the_other_side = crosses(week.organisation, week.settings, i, ties.other[t]);
            meet(ties, t, own, others, to_the_other_side, strength[t], trust[t]);
            influence[t] = strength[t] * trust[t];
            reach += strength[t];
            sought += strength[ties.reverse[t]];
            trusted += trust[t];
            if (week.organisation.department[i] == week.organisation.department[ties.other[t]]) {
                within += trust[t];
                ++contacts_within;
            }
            if (!to_the_other_side) continue;
            across += trust[t];
            ++contacts_across;
        }
        week.update(Column::reach)[i] = reach;
        week.update(Column::sought)[i] = sought;
        if (std::uint32_t const degree = ties.degree(i); degree > 0)
            week.update(Column::mean_trust)[i] = trusted * (1.0f / float(degree));
        if (contacts_within > 0) week.update(Column::trust_within)[i] = within * (1.0f / contacts_within);
        if (contacts_across > 0) week.update(Column::trust_across)[i] = across * (1.0f / contacts_across);
    }

    [[gnu::always_inline]] void meet(Ties const& ties, std::uint32_t t, Person const& own, Others const& others,
                                     bool to_the_other_side, Worlds& strength, Worlds& trust) const {
        std::uint32_t const j = ties.other[t];
        Worlds const shared = others.disclosed[j], risen = others.status[j], both = own.present * others.present[j];
        Mask const overtaken = (risen > own.status) & (others.status_at_start[j] <= own.status_at_start);
        Worlds const envy = only(overtaken, own.envy * (Worlds(1.0f) - others.integration[j]));

        Worlds const lost = (Worlds(1.0f) - shared) * (trust_loss_ * noticed_);
        Worlds trusted = trust + (Worlds(1.0f) - trust) * shared * trust_gain_ - trust * lost;
        trusted = trusted + (Worlds(1.0f) - trusted) * (own.shaping + (to_the_other_side ? own.joint : Worlds(0.0f)));
        trusted = trusted * (Worlds(1.0f) - envy);

        Worlds const usual = (trusted + 0.5f) * ties.strength[t];
        Worlds strong = strength + (usual - strength) * return_to_usual_ + positive_part(Worlds(1.0f) - strength) * own.invested;
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
     "unless the status order is moderated; networking and joint goals build ties. Off, ties stay as they are."},
    make<TiesAndTrust>,
    R"(Once a month, for each tie of i to j while both are there; shared = [j shares what they know this week]:
τ ← τ + trust_gain · (1 − τ) · shared − trust_loss · noticed · τ · (1 − shared)
τ ← τ + (1 − τ) · (shaping_gain · participation_i + joint_gain · joint goals_i · [one in Marketing, the other in Sales])
envy_ij = envy · (1 − moderation_i) · (1 − integration_j) · [s_j > s_i, though s_j ≤ s_i at the start];  τ ← τ · (1 − envy_ij)
strength ← strength + return_to_usual · (strength at the start · (½ + τ) − strength)
    + networking · political skill_i · (1 − strength) · [i networks]
strength ← strength · (1 − torn · restructuring_i) · (1 − ½ · envy_ij)
A re-organisation takes its share of the strength of every tie at once. To or from an empty seat only reporting lines stand, as at the
start.
With noticed = 1 and contacts who share with probability π trust settles at π · g / (π · g + (1 − π) · l).)",
    "Nobody meets anybody new: the acquaintance graph is fixed, and only strengths and trust live. Whether an encounter was good is told "
    "by sharing alone."};

}  // namespace micropol
