#include <algorithm>
#include <vector>

#include "base/scalar_math.h"
#include "mechanisms/deciding_body.h"
#include "mechanisms/mechanism.h"

namespace micropol {

namespace {

constexpr Column reads[] = {Column::power,
                            Column::voiced_attitude,
                            Column::coalition,
                            Column::coalition_members,
                            Column::coalition_weight,
                            Column::coalition_stance,
                            Column::worth,
                            Column::report_truth,
                            Column::belief,
                            Column::experience,
                            Column::stage,
                            Column::reported_adoption,
                            Column::say,
                            Column::evidence,
                            Column::sponsor_left,
                            Column::budget_cut,
                            Column::credibility_change};
// Between meetings the last decision stands.
constexpr Column updates[] = {Column::support,      Column::momentum,       Column::executive_pressure, Column::initiatives,
                              Column::stopped,      Column::weak_meetings,  Column::last_reported,      Column::pivotal,
                              Column::credibility,  Column::meetings,       Column::decision_regret,    Column::sponsor,
                              Column::sponsor_plan, Column::sponsor_vacancy};

// Who decides on the next initiative once the data are in: Marketing, Sales, the CEO, a committee by power, or the customer's need.
// In a committee the members of a coalition vote as a bloc, by its private stance: company gives cover. Others vote as they speak.
// Whatever is decided needs a sponsor who follows it up: funding goes where a sponsor stands, and back where none does.
class Governance final : public Mechanism {
    float meeting_interval_, quota_, backing_, approval_step_, refusal_step_, floor_, half_life_, renewal_, visible_rise_,
        recovery_, credibility_of_sponsor_, overpromising_, reliance_, follow_up_, succession_, shrinking_, stopping_,
        discouragement_;

  public:
    // clang-format off
    static constexpr MemberSpec<Governance> parameters[] = {
        {{.name = "meeting_interval", .unit = Unit::weeks, .default_value = 4, .range = {1, 520},
          .description = "weeks between two meetings of the deciding body", .source = assumed}, &Governance::meeting_interval_},
        {{.name = "quota", .unit = Unit::share, .default_value = 0.5, .range = {0, 1},
          .description = "a proposal passes with more than this share of the votes", .source = "shapley_shubik_1954",
          .grade = Grade::identity}, &Governance::quota_},
        {{.name = "backing", .unit = Unit::one, .default_value = 2, .range = {0, 20},
          .description = "how much the coalition behind a member adds to the vote: 1 doubles it if the coalition is the whole organisation", .source = assumed}, &Governance::backing_},
        {{.name = "approval_step", .unit = Unit::share, .default_value = 0.15, .range = {0, 1},
          .description = "share of the missing momentum that a vote in favour restores", .source = assumed}, &Governance::approval_step_},
        {{.name = "refusal_step", .unit = Unit::share, .default_value = 0.08, .range = {0, 1},
          .description = "share of the momentum that a vote against takes", .source = assumed}, &Governance::refusal_step_},
        {{.name = "floor", .unit = Unit::share, .default_value = 0.1, .range = {0, 1},
          .description = "momentum below which, at two meetings running, the transformation is stopped", .source = assumed}, &Governance::floor_},
        {{.name = "half_life", .unit = Unit::weeks, .default_value = 26, .range = {1, 1000},
          .description = "weeks in which pressure from the top halves when adoption is not seen to rise", .source = assumed}, &Governance::half_life_},
        {{.name = "renewal", .unit = Unit::share, .default_value = 0.5, .range = {0, 1},
          .description = "share of the lost pressure that comes back at a meeting that sees reported adoption rise", .source = "westphal_zajac_1994"}, &Governance::renewal_},
        {{.name = "visible_rise", .unit = Unit::share, .default_value = 0.02, .range = {0, 1},
          .description = "rise in reported adoption between two meetings that the top notices", .source = assumed}, &Governance::visible_rise_},
        {{.name = "recovery", .unit = Unit::per_week, .default_value = 0.02, .range = {0, 1},
          .description = "how fast the sponsor's credibility returns to what it was at the start", .source = assumed}, &Governance::recovery_},
        {{.name = "credibility_of_sponsor", .unit = Unit::share, .default_value = 0.5, .range = {0, 1},
          .description = "share of the credibility that leaves with a sponsor who takes all the pressure along", .source = assumed}, &Governance::credibility_of_sponsor_},
        {{.name = "overpromising", .unit = Unit::per_week, .default_value = 0.01, .range = {0, 1},
          .description = "credibility lost in a week for each unit by which what users experience falls short of what is said officially, were everybody a user; 0: promises cost nothing", .source = assumed, .plausible = Range{0.003, 0.03}}, &Governance::overpromising_},
        {{.name = "reliance", .unit = Unit::share, .default_value = 1, .range = {0, 1},
          .description = "how far funding, credibility and what the top does rest on a sponsor in person; 0: a sponsor who leaves takes pressure and credibility along, and nobody is missed", .source = "sharma_yetton_2003", .plausible = Range{0.5, 1}}, &Governance::reliance_},
        {{.name = "follow_up", .unit = Unit::per_week, .default_value = 0.05, .range = {0, 1},
          .description = "share of the momentum above what sponsors stand behind that is lost in a week, since nobody follows up decisions", .source = assumed, .plausible = Range{0.025, 0.1}}, &Governance::follow_up_},
        {{.name = "succession", .unit = Unit::weeks, .default_value = 8, .range = {1, 1040},
          .description = "weeks until a successor takes up what a sponsor has left, on average", .source = assumed, .plausible = Range{4, 20}}, &Governance::succession_},
        {{.name = "shrinking", .unit = Unit::share, .default_value = 0.35, .range = {0, 1},
          .description = "probability that a successor with other priorities goes on with half of it only", .source = assumed, .plausible = Range{0.15, 0.55}}, &Governance::shrinking_},
        {{.name = "stopping", .unit = Unit::share, .default_value = 0.2, .range = {0, 1},
          .description = "probability that a successor has no use for it at all", .source = assumed, .plausible = Range{0.1, 0.4}}, &Governance::stopping_},
        {{.name = "discouragement", .unit = Unit::share, .default_value = 0.05, .range = {0, 1},
          .description = "backing that a sponsor loses with each vote against, and finds again with each in favour: at 0.1 gone after ten refusals running; 0: sponsors do not tire", .source = "keil_2000", .plausible = Range{0.05, 0.2}}, &Governance::discouragement_},
    };
    // clang-format on

    void step(Week& week) const override {
        Worlds& pressure = week.update(Column::executive_pressure)[0];
        if (reliance_ > 0) change_sponsors(week);
        answer_shocks(week, pressure);
        pressure = pressure * float(kept_of(double(half_life_)));
        if ((week.number + 1) % int(meeting_interval_ + 0.5f) != 0) return;
        Mask const running = week.update(Column::stopped)[0] == 0.0f;
        Worlds const shown = what_reports_show(week);
        Decision const decision = week.settings.rule == DecisionRule::customer ? by_worth(shown) : vote(week, shown);
        week.update(Column::support)[0] = decision.support;
        Mask const approved = running & decision.passed;
        regret(week, running, approved);
        encourage(week, running, approved);
        fund(week, running, approved);
        start_next_initiative(week, approved);
        renew_pressure(week, running, pressure);
    }

  private:
    struct Decision {
        Worlds support;  // in favour minus against, −1 to 1
        Mask passed;
    };

    // What a sponsor leaves behind is vacant until a successor comes, who takes up as much of it as the own priorities allow.
    void change_sponsors(Week& week) const {
        Worlds const left = week.read(Column::sponsor_left)[0], stays = Worlds(1.0f) - left * reliance_;
        Worlds &sponsor = week.update(Column::sponsor)[0], &plan = week.update(Column::sponsor_plan)[0],
               &vacancy = week.update(Column::sponsor_vacancy)[0];
        sponsor *= stays;
        plan *= stays;
        Draws draw = week.draws_in_turn(purpose("successor"));
        Mask const comes = (vacancy > 0.0f) & (left == 0.0f) & (draw(0) < 1.0f / succession_);
        Worlds const priority = draw(1);
        Worlds const taken_up = select(priority < stopping_, 0.0f, select(priority < stopping_ + shrinking_, 0.5f, 1.0f));
        plan += only(comes, (Worlds(1.0f) - plan) * taken_up);
        sponsor = select(comes, plan, sponsor);
        vacancy = select(left > 0.0f, 1.0f, only((vacancy > 0.0f) & ~comes, vacancy + 1.0f));
    }

    // A sponsor tires of a decision refused time and again, and takes heart from one that passes.
    void encourage(Week& week, Mask const& running, Mask const& approved) const {
        Worlds& sponsor = week.update(Column::sponsor)[0];
        Worlds const heartened = min_of(sponsor + discouragement_, week.update(Column::sponsor_plan)[0]);
        sponsor = select(running, select(approved, heartened, positive_part(sponsor - discouragement_)), sponsor);
    }

    void answer_shocks(Week& week, Worlds& pressure) const {
        Worlds const left = week.read(Column::sponsor_left)[0], sponsor = week.update(Column::sponsor)[0];
        Worlds& credibility = week.update(Column::credibility)[0];
        Worlds const drawn = credibility + (Worlds(week.settings.credibility) * sponsor - credibility) * recovery_ +
                             week.read(Column::credibility_change)[0] - broken_promise(week) * overpromising_;
        credibility = clamp(drawn * (Worlds(1.0f) - left * credibility_of_sponsor_), 0.0f, 1.0f);
        pressure = pressure * (Worlds(1.0f) - left);
        Worlds& momentum = week.update(Column::momentum)[0];
        momentum = momentum * (Worlds(1.0f) - week.read(Column::budget_cut)[0]);
        momentum -= positive_part(momentum - sponsor) * follow_up_;
    }

    // How far what users experience falls short of what is said officially, by how many have that experience.
    static Worlds broken_promise(Week const& week) {
        auto const stage = week.read(Column::stage), experience = week.read(Column::experience);
        Worlds missing = 0.0f;
        for (std::size_t i = 0; i < stage.size(); ++i)
            missing += only((stage[i] == float(Stage::substantive)) | (stage[i] == float(Stage::symbolic)),
                            Worlds(week.settings.message) - experience[i]);
        return positive_part(missing) * (1.0f / float(stage.size()));
    }

    // What the deciding body gets to see of the worth: as far as reports are true, the worth; beyond that, what people believe and
    // the figures of users for show.
    Worlds what_reports_show(Week const& week) const {
        Worlds const truth = week.read(Column::report_truth)[0], worth = week.read(Column::worth)[0];
        auto const belief = week.read(Column::belief), stage = week.read(Column::stage);
        Worlds believed = 0.0f, in_earnest = 0.0f;
        for (std::size_t i = 0; i < belief.size(); ++i) {
            believed += belief[i];
            in_earnest += only(stage[i] == float(Stage::substantive), 1.0f);
        }
        float const each = 1.0f / float(belief.size());
        Worlds const for_show = positive_part(week.read(Column::reported_adoption)[0] - in_earnest * each);
        Worlds const hearsay = believed * each + for_show - worth;
        return clamp(worth + (Worlds(1.0f) - truth) * hearsay, -1.0f, 1.0f);
    }

    // The customer's need decides: what reports show of using the tool, as if it were a vote.
    Decision by_worth(Worlds const& shown) const { return {shown, shown > 2.0f * quota_ - 1.0f}; }

    // Also marks the members without whom the decision would have been another.
    Decision vote(Week& week, Worlds const& shown) const {
        Organisation const& organisation = week.organisation;
        auto const pivotal = week.update(Column::pivotal);
        Lever const say = week.lever(Column::say), evidence = week.lever(Column::evidence);
        std::uint8_t const top = *std::ranges::max_element(organisation.level);
        std::vector<Vote> votes;
        Worlds all = 0.0f, in_favour = 0.0f;
        for (std::uint32_t i = 0; i < organisation.headcount(); ++i) {
            if (!organisation.silenced.empty() && organisation.silenced[i]) continue;
            float const by_rule = belongs(organisation, week.settings, i, top) ? 1.0f : 0.0f;
            if (by_rule == 0 && !say.is_pulled()) continue;
            votes.push_back(vote_of(week, i));
            Vote& v = votes.back();
            v.weight = v.weight * (say[i] + by_rule);
            v.opinion = v.opinion + (shown - v.opinion) * evidence[i];
            all += v.weight;
            in_favour += only(v.opinion > 0.0f, v.weight);
        }
        // Votes that reach the quota exactly do not exceed it, in whatever order they are counted: below this, differences are rounding.
        constexpr float least_majority = 2e-6f;  // of all votes: what summing a thousand loses
        Worlds const needed = all * (quota_ + least_majority);
        Mask const passed = in_favour > needed;
        std::ranges::fill(pivotal, Worlds(0.0f));  // also of those who have no vote any more
        for (Vote const& v : votes) {
            Mask const otherwise = in_favour + select(v.opinion > 0.0f, -v.weight, v.weight) > needed;
            pivotal[v.member] = select(passed, only(~otherwise, 1.0f), only(otherwise, 1.0f));
        }
        return {clamp(in_favour / max_of(all, 1e-6f) * 2.0f - 1.0f, -1.0f, 1.0f), passed};
    }

    // What the decision costs against the one that serves the customer best: worth refused, or harm approved.
    static void regret(Week& week, Mask const& running, Mask const& approved) {
        Worlds const worth = week.read(Column::worth)[0];
        Worlds const missed = select(approved, positive_part(-worth), positive_part(worth));
        Worlds& meetings = week.update(Column::meetings)[0];
        Worlds& mean = week.update(Column::decision_regret)[0];
        meetings += only(running, 1.0f);
        mean = mean + only(running, (missed - mean) / max_of(meetings, 1.0f));
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
        Worlds const missing = positive_part(week.update(Column::sponsor)[0] - momentum);
        momentum = momentum + select(approved, missing * approval_step_, momentum * -refusal_step_);
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
        Worlds const renewed = lost * renewal_ * week.update(Column::sponsor)[0];
        pressure = only(running, pressure + only(reported - last >= visible_rise_, renewed));
        last = reported;
    }
};

}  // namespace

extern constinit MechanismKind const governance{
    {"governance",
     {reads, {}, updates},
     specs_of<Governance>,
     "Every few weeks a body decides by the organisation's rule on funding and the next initiative; coalitions vote as blocs. Reported "
     "adoption, true or not, keeps up the pressure from the top. Funding, credibility and what the top does rest on a sponsor, who tires "
     "of refusals, may leave, and is followed by one with other priorities. Below a floor of momentum twice running the transformation "
     "is stopped."},
    make<Governance>,
    R"(Each week, s being how far sponsors stand behind the transformation and π how far they mean to: both ← · (1 − reliance · sponsor left)
once a sponsor has left, with probability 1 / succession a week a successor comes: π ← π + q · (1 − π), s ← π, where q is 0 with
    probability stopping, ½ with probability shrinking, else 1
pressure from the top ← pressure · (1 − sponsor left) · ½^(1 / half_life)
momentum ← m − follow_up · max(m − s, 0), m = momentum · (1 − budget cut)
credibility ← (credibility + recovery · (s · its start − credibility) + what interventions earn and spend
    − overpromising · max(Σ over users of (message − experience), 0) / headcount) · (1 − credibility_of_sponsor · sponsor left)
At a meeting, every meeting_interval weeks:
shown = worth + (1 − report truth) · (mean belief + share of users for show − worth)
rule customer: passes where shown > 2 · quota − 1. Any other rule: member i has p_i · (1 + backing · power of the coalition / headcount),
times 1 (member by the rule) + say_i, and votes by the coalition's stance, or what it voices where it stands alone, moved toward
what is shown by evidence_i; passes where the weight in favour exceeds quota
passed: s ← min(s + discouragement, π); else s ← max(s − discouragement, 0)
passed: momentum ← momentum + approval_step · max(s − momentum, 0), and the next initiative that is due starts; else momentum falls by
refusal_step; twice below floor: stopped
pressure ← pressure + s · renewal · (its start − pressure) where reported adoption rose by visible_rise
Interventions that are the top's own doing act by s · their effect (levers).
regret: mean over meetings of max(worth, 0) where refused, max(−worth, 0) where approved)",
    "One body, one question: go on or not. Agenda, log-rolling and parties do not appear. Regret is against what is known of the worth in "
    "that week, not against the best course of the whole transformation. Sponsors have neither name nor stake: that those who began a "
    "course give it up later than their successors do is known (Staw et al. 1997), how often a successor shrinks or stops is assumed."};

}  // namespace micropol
