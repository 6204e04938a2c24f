#include "base/worlds_math.h"
#include "mechanisms/mechanism.h"
#include "mechanisms/report_precision.h"

namespace micropol {

namespace {

// clang-format off
constexpr ParameterSpec parameters[] = {
    {.name = "openness", .unit = Unit::log_odds, .usual = 1.5, .range = {-20, 20},
     .meaning = "log-odds of sharing what one knows in a week, before the reasons for and against", .source = "connelly_2012"},
    {.name = "distrust_weight", .unit = Unit::log_odds, .usual = 2, .range = {0, 20},
     .meaning = "log-odds lost between full trust in one's contacts and none", .source = "connelly_2012"},
    {.name = "rent_weight", .unit = Unit::log_odds, .usual = 1.5, .range = {0, 20},
     .meaning = "log-odds lost by those who control twice the average of the zones of uncertainty", .source = "pettigrew_1972"},
    {.name = "rivalry_weight", .unit = Unit::log_odds, .usual = 1, .range = {0, 20},
     .meaning = "log-odds lost between no rivalry and full rivalry", .source = "connelly_2012"},
    {.name = "reciprocity_weight", .unit = Unit::log_odds, .usual = 1, .range = {0, 20},
     .meaning = "log-odds gained when all contacts shared last week", .source = "connelly_2012"},
    {.name = "coalition_weight", .unit = Unit::log_odds, .usual = 0.5, .range = {0, 20},
     .meaning = "log-odds gained when all contacts are in one's coalition", .source = assumed},
    {.name = "persuasion", .unit = Unit::per_week, .usual = 0.1, .range = {0, 1},
     .meaning = "weight of colleagues' reports against one's own belief", .source = assumed},
    {.name = "experience", .unit = Unit::per_week, .usual = 0.1, .range = {0, 1},
     .meaning = "weight of own experience with the tool, at full use, against one's own belief", .source = assumed},
    {.name = "access_spread", .unit = Unit::per_week, .usual = 0.05, .range = {0, 1},
     .meaning = "how fast data access spreads from contacts who share", .source = assumed},
    {.name = "opening", .unit = Unit::per_week, .usual = 0.15, .range = {0, 1},
     .meaning = "how fast full shared access opens the data to a person", .source = assumed},
    {.name = "recording", .unit = Unit::per_week, .usual = 0.1, .range = {0, 1},
     .meaning = "how fast the system's customer data follow what people share, and age when they do not", .source = assumed},
};
// clang-format on
constexpr Column reads[] = {
    Column::disclosed,    Column::belief, Column::data_access,   Column::data_quality, Column::relation_control,
    Column::data_control, Column::stake,  Column::strength,      Column::trust,        Column::coalition,
    Column::use,          Column::worth,  Column::shared_access, Column::stopped};
constexpr Column writes[] = {Column::disclosed, Column::belief, Column::data_access, Column::data_quality};

// What the contacts of one person amount to, each tie weighing strength · trust.
struct Heard {
    Worlds weight, trust, shared, allied, belief, access;  // sums over ties
};

// Knowledge is power while it is kept. Those who share let beliefs, data access and customer data travel; a report is the
// coarser the further interests diverge (Crawford & Sobel 1982), and what is not shared the system does not know.
class Information final : public Mechanism {
  public:
    explicit Information(Parameters const& given)
        : openness_{given["openness"]}, distrust_{given["distrust_weight"]}, rent_{given["rent_weight"]},
          rivalry_{given["rivalry_weight"]}, reciprocity_{given["reciprocity_weight"]}, coalition_{given["coalition_weight"]},
          persuasion_{given["persuasion"]}, experience_{given["experience"]},
          access_spread_{given["access_spread"]}, opening_{given["opening"]}, recording_{given["recording"]} {}

    void step(Week& week) const override {
        Organisation const& organisation = week.organisation;
        Settings const& settings = week.settings;
        auto const relation = week.read(Column::relation_control), data = week.read(Column::data_control);
        auto const belief = week.read(Column::belief), access = week.read(Column::data_access), use = week.read(Column::use);
        auto const shared_access = week.read(Column::shared_access);
        auto const disclosed_next = week.write(Column::disclosed), belief_next = week.write(Column::belief),
                   access_next = week.write(Column::data_access);
        Worlds const worth = week.read(Column::worth)[0];
        Worlds const communication = only(week.read(Column::stopped)[0] == 0.0f, settings.communication);
        Worlds const usual_control = mean_control(relation, data);
        auto const relationship_skill = organisation.of(Trait::relationship_skill);

        Worlds known = 0.0f;
        float knowledge = 0.0f;
        Uniforms chance;
        for (std::uint32_t i = 0; i < belief.size(); ++i) {
            Heard const heard = listen(week, i);
            Worlds const each = Worlds(1.0f) /
                                max_of(heard.weight, least_weight);  // without ties: nothing heard, times a finite number
            float const degree = float(organisation.ties.degree(i));
            Worlds const distrust = degree > 0 ? Worlds(1.0f) - heard.trust * (1.0f / degree) : Worlds(0.0f);
            Worlds const rent = clamp((relation[i] + data[i]) / usual_control - 1.0f, 0.0f, 1.0f);
            Worlds const calculus = Worlds(openness_ - rivalry_ * settings.rivalry) - distrust * distrust_ - rent * rent_ +
                                    heard.shared * each * reciprocity_ + heard.allied * each * coalition_;
            if (i % 4 == 0) chance = week.draws(purpose("information"), i / 4);
            Worlds const shares = only(chance.of[i % 4] < logistic(calculus) * (1.0f - settings.data_hoarding), 1.0f);

            disclosed_next[i] = shares;
            belief_next[i] = clamp(belief[i] + heard.belief * each * persuasion_ +
                                       (Worlds(settings.message) - belief[i]) * communication +
                                       (worth - belief[i]) * use[i] * experience_,
                                   -1.0f, 1.0f);
            access_next[i] = clamp(
                access[i] + heard.access * each * access_spread_ + (Worlds(1.0f) - access[i]) * shared_access[i] * opening_, 0.0f,
                1.0f);
            known += shares * relationship_skill[i];
            knowledge += relationship_skill[i];
        }
        Worlds const now = week.read(Column::data_quality)[0];
        Worlds const brought = knowledge > 0 ? known * (1.0f / knowledge) : now;
        week.write(Column::data_quality)[0] = clamp(now + (brought - now) * recording_, 0.0f, 1.0f);
    }

  private:
    static constexpr float least_weight = 1e-6f;

    static Heard listen(Week const& week, std::uint32_t i) {
        Ties const& ties = week.organisation.ties;
        auto const strength = week.read(Column::strength), trust = week.read(Column::trust),
                   disclosed = week.read(Column::disclosed), stake = week.read(Column::stake), belief = week.read(Column::belief),
                   access = week.read(Column::data_access), coalition = week.read(Column::coalition);
        Worlds const own_stake = stake[i], own_belief = belief[i], own_access = access[i], own_coalition = coalition[i];
        Heard sum{0.0f, 0.0f, 0.0f, 0.0f, 0.0f, 0.0f};
        for (std::uint32_t t = ties.first[i]; t < ties.first[i + 1]; ++t) {
            std::uint32_t const j = ties.other[t];
            Worlds const weight = strength[t] * trust[t], told = weight * disclosed[j];
            sum.weight += weight;
            sum.trust += trust[t];
            sum.shared += told;
            sum.allied += only(coalition[j] == own_coalition, weight);
            sum.belief += told * report_precision(own_stake, stake[j]) * (belief[j] - own_belief);
            sum.access += told * positive_part(access[j] - own_access);
        }
        return sum;
    }

    static Worlds mean_control(std::span<Worlds const> relation, std::span<Worlds const> data) {
        Worlds sum = 0.0f;
        for (std::size_t i = 0; i < relation.size(); ++i) sum += relation[i] + data[i];
        return max_of(sum * (1.0f / float(relation.size())), least_weight);
    }

    float openness_, distrust_, rent_, rivalry_, reciprocity_, coalition_;  // log-odds
    float persuasion_, experience_, access_spread_, opening_, recording_;   // per week
};

}  // namespace

extern constinit MechanismKind const information{
    {"information",
     {reads, writes, {}},
     parameters,
     "Who shares what they know: distrust, the rent of a controlled zone, rivalry and a culture of hoarding speak against it, "
     "reciprocity and a common coalition for it. Beliefs follow reports, official communication and own experience; data access spreads "
     "through those who share; the system's customer data are as good as what is shared."},
    Phase::information,
    make<Information>,
    "",
    ""};

}  // namespace micropol
