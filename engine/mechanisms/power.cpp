#include <algorithm>
#include <vector>

#include "base/long_sum.h"
#include "base/scalar_math.h"
#include "mechanisms/mechanism.h"

namespace micropol {

namespace {

constexpr Column reads[] = {Column::data_reliance, Column::data_access, Column::data_skill,
                            Column::sought,        Column::present,     Column::sidelining};
constexpr Column writes[] = {Column::relation_control, Column::data_control, Column::power, Column::power_expected};

// Strategic contingencies (Hickson et al. 1971): power comes from coping with a zone of uncertainty that matters and in which
// one is hard to replace. C = Σ_zone weight · coping · (1 − substitutability); power ∝ authority^a · (ε + C) · (1 + ν·centrality).
class Power final : public Mechanism {
    float scarcity_, floor_, centrality_weight_, full_reach_, asked_now_;

  public:
    // clang-format off
    static constexpr MemberSpec<Power> parameters[] = {
        {{.name = "scarcity", .unit = Unit::share, .default_value = 0.8, .range = {0, 1},
          .description = "how far people become replaceable in a zone when everybody can cope with it", .source = "hickson_1971"}, &Power::scarcity_},
        {{.name = "floor", .unit = Unit::one, .default_value = 0.1, .range = {0, 1},
          .description = "influence of someone who controls no zone of uncertainty", .source = assumed}, &Power::floor_},
        {{.name = "centrality_weight", .unit = Unit::one, .default_value = 0.3, .range = {0, 3},
          .description = "how much a central place in the network multiplies influence", .source = "krackhardt_1990"}, &Power::centrality_weight_},
        {{.name = "full_reach", .unit = Unit::one, .default_value = 6, .range = {0, 1000},
          .description = "sum of the strengths of others' ties to a person at which relationship skill is fully effective; 0: it is without ties", .source = "emerson_1962"}, &Power::full_reach_},
        {{.name = "asked_now", .unit = Unit::share, .default_value = 1, .range = {0, 1},
          .description = "how far the place in the network is how much one is asked now, instead of standing with those of standing in the starting network; 0: only the latter, 1: whoever is asked more has the more central place", .source = "emerson_1962", .plausible = Range{0.5, 1}}, &Power::asked_now_},
    };
    // clang-format on

    void step(Week& week) const override {
        Coping const mean = cope(week);
        Worlds const now = week.read(Column::data_reliance)[0], then = week.settings.data_reliance_ceiling;
        auto const relation = week.write(Column::relation_control), data = week.write(Column::data_control);
        auto const power = week.write(Column::power), expected = week.write(Column::power_expected);
        auto const present = week.read(Column::present);
        Lever const sidelining = week.lever(Column::sidelining);
        Organisation const& organisation = week.organisation;
        std::vector<float> const authority = authority_by_level(organisation, week.settings.power_distance);

        auto const sought = week.read(Column::sought);
        Worlds const per_usual = asked_now_ > 0 ? usual_share(sought) : Worlds(0.0f);

        LongSum power_sum, expected_sum;
        for (std::size_t i = 0; i < power.size(); ++i) {
            Department const& department = organisation.departments[organisation.department[i]];
            Worlds const alone_with_relations = irreplaceable(department.relation_substitutability, mean.relation);
            Worlds const alone_with_data = irreplaceable(department.data_substitutability, mean.data);
            Worlds const by_relation = relation[i] * alone_with_relations, by_data = data[i] * alone_with_data;
            Worlds centrality = organisation.centrality[i];
            if (asked_now_ > 0) centrality += (sought[i] * per_usual - centrality) * asked_now_;
            // An empty seat has no power, nor has someone moved to where there is none.
            Worlds const standing = present[i] * (Worlds(1.0f) - sidelining[i]) *
                                    (authority[organisation.level[i]] * (centrality * centrality_weight_ + 1.0f));
            relation[i] = (Worlds(1.0f) - now) * by_relation;
            data[i] = now * by_data;
            power[i] = (relation[i] + data[i] + floor_) * standing;
            expected[i] = ((Worlds(1.0f) - then) * by_relation + then * by_data + floor_) * standing;
            power_sum.add(power[i]);
            expected_sum.add(expected[i]);
        }
        scale_to_headcount(power, power_sum.total());
        scale_to_headcount(expected, expected_sum.total());
    }

  private:
    struct Coping {
        Worlds relation, data;
    };

    // How well each copes with either zone, left in the control columns; returns the means.
    Coping cope(Week& week) const {
        auto const sought = week.read(Column::sought), access = week.read(Column::data_access),
                   skill = week.read(Column::data_skill), present = week.read(Column::present);
        auto const relation = week.write(Column::relation_control), data = week.write(Column::data_control);
        auto const relationship_skill = week.organisation.of(Trait::relationship_skill);
        float const by_ties = full_reach_ > 0 ? 1.0f / full_reach_ : 0.0f, without_ties = full_reach_ > 0 ? 0.0f : 1.0f;
        Coping sum{0.0f, 0.0f};
        for (std::size_t i = 0; i < relation.size(); ++i) {
            relation[i] = min_of(sought[i] * by_ties + without_ties, 1.0f) * relationship_skill[i] * present[i];
            data[i] = skill[i] * access[i] * present[i];
            sum.relation += relation[i];
            sum.data += data[i];
        }
        float const each = 1.0f / float(relation.size());
        return {sum.relation * each, sum.data * each};
    }

    // What one who is asked as much as the average is asked, against 1.
    static Worlds usual_share(std::span<Worlds const> sought) {
        Worlds sum = 0.0f;
        for (Worlds const& one : sought) sum += one;
        return only(sum > 0.0f, Worlds(float(sought.size())) / max_of(sum, least_sought));
    }

    // 1 − s: what the department's work and the scarcity of the skill leave; the more can cope, the less each is needed.
    Worlds irreplaceable(float department, Worlds const& mean_coping) const {
        return clamp(Worlds(1.0f - department) - mean_coping * scarcity_, 0.0f, 1.0f);
    }

    // [level]: authority^a, authority growing by one with each level.
    static std::vector<float> authority_by_level(Organisation const& organisation, float power_distance) {
        std::vector<float> authority;
        for (int level = 0, top = *std::ranges::max_element(organisation.level); level <= top; ++level)
            authority.push_back(float(exp_of(double(power_distance) * log_of(1.0 + level))));
        return authority;
    }

    static constexpr float least_sought = 1e-6f;

    static void scale_to_headcount(std::span<Worlds> power, Worlds const& sum) {
        // Nobody has any influence: everyone the same.
        Worlds const none = only(sum <= 0.0f, 1.0f), factor = Worlds(float(power.size())) / select(sum > 0.0f, sum, 1.0f);
        for (Worlds& p : power) p = p * factor + none;
    }
};

}  // namespace

extern constinit MechanismKind const power{
    {"power",
     {reads, writes, {}},
     specs_of<Power>,
     "Gives power to those who cope with the zones of uncertainty that matter and who are hard to replace there, by authority and "
     "place in the network; powers sum to headcount. Also what power will be once reliance on data reaches its ceiling."},
    make<Power>,
    R"(coping with relationships c_r = relationship skill · min(sought / full_reach, 1), sought: the strengths of others' ties to the person, with data c_d = data skill · data access
irreplaceable in a zone: 1 − s = clamp(1 − substitutability of the department − scarcity · mean coping, 0, 1)
C = (1 − δ) · c_r · (1 − s_r) + δ · c_d · (1 − s_d)
centrality: that of the starting network (Bonacich 1987, by the ties that others have to one), and asked_now of it sought / mean sought
p ∝ (1 + level)^power_distance · (floor + C) · (1 + centrality_weight · centrality) · present · (1 − sidelining), summing to headcount
power expected: the same with δ at its ceiling)",
    "Budgets are not tracked apart from momentum, so that power does not feed on them (Pfeffer & Salancik 1974). Centrality is that of "
    "the starting network, but for the part that is being asked now."};

}  // namespace micropol
