#include <algorithm>
#include <vector>

#include "base/scalar_math.h"
#include "mechanisms/mechanism.h"

namespace micropol {

namespace {

// clang-format off
constexpr ParameterSpec parameters[] = {
    {.name = "meeting_interval", .unit = Unit::weeks, .usual = 4, .range = {1, 520},
     .meaning = "weeks between two meetings of the deciding body", .source = assumed},
    {.name = "quota", .unit = Unit::share, .usual = 0.5, .range = {0, 1},
     .meaning = "a proposal passes with more than this share of the votes", .source = "shapley_shubik_1954"},
    {.name = "backing", .unit = Unit::one, .usual = 2, .range = {0, 20},
     .meaning = "how much the coalition behind a member adds to the vote: 1 doubles it if the coalition is the whole organisation", .source = assumed},
    {.name = "approval_step", .unit = Unit::share, .usual = 0.15, .range = {0, 1},
     .meaning = "share of the missing momentum that a vote in favour restores", .source = assumed},
    {.name = "refusal_step", .unit = Unit::share, .usual = 0.12, .range = {0, 1},
     .meaning = "share of the momentum that a vote against takes", .source = assumed},
    {.name = "floor", .unit = Unit::share, .usual = 0.1, .range = {0, 1},
     .meaning = "momentum below which, at two meetings running, the transformation is stopped", .source = assumed},
    {.name = "half_life", .unit = Unit::weeks, .usual = 26, .range = {1, 1000},
     .meaning = "weeks in which pressure from the top halves when adoption is not seen to rise", .source = assumed},
    {.name = "renewal", .unit = Unit::share, .usual = 0.5, .range = {0, 1},
     .meaning = "share of the lost pressure that comes back at a meeting that sees reported adoption rise", .source = "westphal_zajac_1994"},
    {.name = "visible_rise", .unit = Unit::share, .usual = 0.02, .range = {0, 1},
     .meaning = "rise in reported adoption between two meetings that the top notices", .source = assumed},
};
// clang-format on
constexpr Column reads[] = {Column::power,
                            Column::voiced_attitude,
                            Column::coalition,
                            Column::coalition_members,
                            Column::coalition_weight,
                            Column::coalition_stance,
                            Column::worth,
                            Column::reported_adoption};
// Between meetings the last decision stands.
constexpr Column updates[] = {Column::support, Column::momentum,      Column::executive_pressure, Column::initiatives,
                              Column::stopped, Column::weak_meetings, Column::last_reported,      Column::pivotal};

// [member]: who votes; nobody where the customer's need decides.
std::vector<std::uint32_t> deciding_body(Organisation const& organisation, Settings const& settings) {
    std::uint8_t const top = *std::ranges::max_element(organisation.level);
    auto const belongs = [&](std::uint32_t i) {
        switch (settings.rule) {
            case DecisionRule::marketing: return organisation.department[i] == settings.marketing;
            case DecisionRule::sales: return organisation.department[i] == settings.sales;
            case DecisionRule::ceo: return organisation.level[i] == top;
            case DecisionRule::committee: return float(organisation.level[i]) >= settings.committee_level;
            case DecisionRule::customer: return false;
        }
        return false;
    };
    std::vector<std::uint32_t> members;
    for (std::uint32_t i = 0; i < organisation.headcount(); ++i)
        if (belongs(i)) members.push_back(i);
    return members;
}

// Who decides on the next initiative once the data are in: Marketing, Sales, the CEO, a committee by power, or the customer's need.
// In a committee the members of a coalition vote as a bloc, by its private stance: company gives cover. Others vote as they speak.
class Governance final : public Mechanism {
  public:
    explicit Governance(Parameters const& given)
        : interval_{int(given["meeting_interval"] + 0.5f)}, quota_{given["quota"]}, backing_{given["backing"]},
          approval_step_{given["approval_step"]}, refusal_step_{given["refusal_step"]}, floor_{given["floor"]},
          kept_a_week_{float(exp_of(-log_of(2.0) / double(given["half_life"])))}, renewal_{given["renewal"]},
          visible_rise_{given["visible_rise"]} {}

    void step(Week& week) const override {
        Worlds& pressure = week.update(Column::executive_pressure)[0];
        pressure = pressure * kept_a_week_;
        if ((week.number + 1) % interval_ != 0) return;
        Mask const running = week.update(Column::stopped)[0] == 0.0f;
        Decision const decision = week.settings.rule == DecisionRule::customer ? by_worth(week) : vote(week);
        week.update(Column::support)[0] = decision.support;
        Mask const approved = running & decision.passed;
        fund(week, running, approved);
        start_next_initiative(week, approved);
        renew_pressure(week, running, pressure);
    }

  private:
    struct Decision {
        Worlds support;  // in favour minus against, −1 to 1
        Mask passed;
    };

    // The customer's need decides: what using the tool shows, as if it were a vote.
    Decision by_worth(Week const& week) const {
        Worlds const worth = week.read(Column::worth)[0];
        return {worth, worth > 2.0f * quota_ - 1.0f};
    }

    // Also marks the members without whom the decision would have been another.
    Decision vote(Week& week) const {
        auto const pivotal = week.update(Column::pivotal);
        std::vector<Vote> votes;
        Worlds all = 0.0f, in_favour = 0.0f;
        for (std::uint32_t const i : deciding_body(week.organisation, week.settings)) {
            votes.push_back(vote_of(week, i));
            all += votes.back().weight;
            in_favour += only(votes.back().opinion > 0.0f, votes.back().weight);
        }
        Worlds const needed = all * quota_;
        for (Vote const& v : votes) {
            Worlds const otherwise = in_favour + select(v.opinion > 0.0f, -v.weight, v.weight);
            pivotal[v.member] = only(
                ((in_favour > needed) & (otherwise <= needed)) | ((in_favour <= needed) & (otherwise > needed)), 1.0f);
        }
        return {clamp(in_favour / max_of(all, 1e-6f) * 2.0f - 1.0f, -1.0f, 1.0f), in_favour > needed};
    }

    struct Vote {
        std::uint32_t member;
        Worlds weight;   // power
        Worlds opinion;  // attitude
    };

    Vote vote_of(Week const& week, std::uint32_t i) const {
        auto const members = week.read(Column::coalition_members), weight = week.read(Column::coalition_weight),
                   stance = week.read(Column::coalition_stance);
        Worlds const label = week.read(Column::coalition)[i];
        float const each = 1.0f / float(members.size());
        Worlds backing = 0.0f, opinion = week.read(Column::voiced_attitude)[i];
        for (int h = 0; h < histories_per_block; ++h) {  // each history has its own coalitions
            std::size_t const c = std::size_t(label[h]);
            if (members[c][h] < 1.5f) continue;
            backing.set(h, weight[c][h] * each);
            opinion.set(h, stance[c][h]);
        }
        return {i, week.read(Column::power)[i] * (backing * backing_ + 1.0f), opinion};
    }

    void fund(Week& week, Mask const& running, Mask const& approved) const {
        Worlds& momentum = week.update(Column::momentum)[0];
        Worlds& weak = week.update(Column::weak_meetings)[0];
        Worlds& stopped = week.update(Column::stopped)[0];
        momentum = momentum + select(approved, (Worlds(1.0f) - momentum) * approval_step_, momentum * -refusal_step_);
        weak = select(momentum < floor_, weak + 1.0f, 0.0f);
        stopped = select(running & (weak > 1.5f), 1.0f, stopped);
        momentum = only(stopped == 0.0f, momentum);
    }

    static void start_next_initiative(Week& week, Mask const& approved) {
        Worlds& started = week.update(Column::initiatives)[0];
        Worlds due = 0.0f;
        for (Initiative const& initiative : week.settings.initiatives)
            due += initiative.start_week <= float(week.number) + 1.0f ? 1.0f : 0.0f;
        started = select(approved & (started < due), started + 1.0f, started);
    }

    // The top sees who logs in, not who decides otherwise: what is reported keeps the pressure up.
    void renew_pressure(Week& week, Mask const& running, Worlds& pressure) const {
        Worlds const reported = week.read(Column::reported_adoption)[0];
        Worlds& last = week.update(Column::last_reported)[0];
        Worlds const lost = positive_part(Worlds(week.settings.executive_pressure) - pressure);
        pressure = only(running, pressure + only(reported - last >= visible_rise_, lost * renewal_));
        last = reported;
    }

    int interval_;                                // weeks
    float quota_;                                 // share
    float backing_;                               // 1
    float approval_step_, refusal_step_, floor_;  // share
    float kept_a_week_;                           // share of the pressure that is left a week later
    float renewal_, visible_rise_;                // share
};

}  // namespace

extern constinit MechanismKind const governance{
    {"governance",
     {reads, {}, updates},
     parameters,
     "Every few weeks a body decides by the organisation's rule on funding and the next initiative; coalitions vote as blocs. Reported "
     "adoption, true or not, keeps up the pressure from the top. Below a floor of momentum twice running the transformation is stopped."},
    Phase::governance,
    make<Governance>,
    "",
    ""};

}  // namespace micropol
