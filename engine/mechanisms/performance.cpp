#include "base/worlds_math.h"
#include "mechanisms/figures.h"
#include "mechanisms/lead_pursuit.h"
#include "mechanisms/mechanism.h"
#include "mechanisms/task_performance.h"

namespace micropol {

namespace {

constexpr Column reads[] = {Column::data_reliance, Column::data_skill,    Column::use,         Column::tactic,
                            Column::conflict,      Column::strain,        Column::present,     Column::trust_across,
                            Column::rivalry,       Column::strength,      Column::quality_pay, Column::audit,
                            Column::joint_goals,   Column::lead_tracking, Column::working_time};
constexpr Column updates[] = {Column::effort_quantity,
                              Column::effort_quality,
                              Column::gaming,
                              Column::honesty,
                              Column::measured_value,
                              Column::true_value,
                              Column::pursuit,
                              Column::lead_quality,
                              Column::lead_followup,
                              Column::followup_at_start,
                              Column::followup_at_usual_pay,
                              Column::value_at_start,
                              Column::value_created,
                              Column::value_of_data,
                              Column::value_of_leads,
                              Column::value_of_incentives,
                              Column::task_performance};

// What people do for pay and pride, what figures make of it and what it is worth; which leads Sales pursue; and what all of that adds to
// the value at the start: through data, through leads, through other pay.
class Performance final : public Mechanism {
    float pride_, joint_quality_, game_boost_, gaming_damage_, contagion_, honesty_pace_, lift_, skill_shift_, data_ceiling_,
        incentive_ceiling_, political_time_, conflict_cost_, strain_cost_, usual_vacancy_, lead_share_, followup_constant_,
        followup_trust_, followup_quality_, followup_occasion_, followup_experience_, usual_experience_;

  public:
    static constexpr double no_ceiling = 10;
    // clang-format off
    static constexpr MemberSpec<Performance> parameters[] = {
        {{.name = "pride", .unit = Unit::one, .default_value = 0.3, .range = {0, 2},
          .description = "effort on quantity, and as much on quality, that nobody has to pay for", .source = assumed}, &Performance::pride_},
        {{.name = "joint_quality", .unit = Unit::share, .default_value = 0.5, .range = {0, 1},
          .description = "how far full joint goals turn what is paid for from quantity to quality", .source = assumed}, &Performance::joint_quality_},
        {{.name = "game_boost", .unit = Unit::one, .default_value = 1, .range = {0, 10},
          .description = "how much more those game who set out to produce figures that flatter", .source = "larkin_2014"}, &Performance::game_boost_},
        {{.name = "gaming_damage", .unit = Unit::one, .default_value = 0.5, .range = {0, 2},
          .description = "value that one gamed unit destroys", .source = assumed}, &Performance::gaming_damage_},
        {{.name = "contagion", .unit = Unit::share, .default_value = 0.3, .range = {0, 1},
          .description = "how much of their scruples people lose who see all colleagues of their department game; 0: they keep them", .source = "gino_2009",
          .plausible = Range{0.1, 0.6}}, &Performance::contagion_},
        {{.name = "honesty_pace", .unit = Unit::share, .default_value = 0.2, .range = {0, 1},
          .description = "share of the way that scruples go in a month toward what colleagues leave of them", .source = assumed,
          .plausible = Range{0.05, 0.4}}, &Performance::honesty_pace_},
        {{.name = "lift", .unit = Unit::share, .default_value = 0.06, .range = {0, 0.06},
          .description = "output that deciding with data adds at full use; 5 to 6 % in 179 firms, and no more", .source = "brynjolfsson_2011",
          .grade = Grade::study, .plausible = Range{0.03, 0.06}}, &Performance::lift_},
        {{.name = "skill_shift", .unit = Unit::share, .default_value = 0.2, .range = {0, 1},
          .description = "how much of what people's ability gains or loses as data come to count, and as they learn to read them, shows in their output; 1: all of it",
          .source = assumed, .plausible = Range{0.1, 0.4}}, &Performance::skill_shift_},
        {{.name = "data_ceiling", .unit = Unit::share, .default_value = 0.06, .range = {0, no_ceiling},
          .description = "output that deciding with data adds at most to anybody's work or takes from it, however it comes about, lift included; 10: no ceiling",
          .source = "brynjolfsson_2011", .grade = Grade::study, .plausible = Range{0.05, 0.06}}, &Performance::data_ceiling_},
        {{.name = "incentive_ceiling", .unit = Unit::share, .default_value = 0.1, .range = {0, no_ceiling},
          .description = "true value that other pay, goals and audits add at most to anybody's work: effect in standard deviations, 0.52 to 0.58, times their size, "
                         "15 to 20 % of output; 10: no ceiling",
          .source = "kim_gerhart_2022", .grade = Grade::meta, .plausible = Range{0.05, 0.12}}, &Performance::incentive_ceiling_},
        {{.name = "political_time", .unit = Unit::share, .default_value = 0.1, .range = {0, 1},
          .description = "share of the working time that any tactic but work takes", .source = assumed}, &Performance::political_time_},
        {{.name = "conflict_cost", .unit = Unit::share, .default_value = 0.3, .range = {0, 1},
          .description = "share of output that full relationship conflict costs", .source = "de_wit_2012"}, &Performance::conflict_cost_},
        {{.name = "strain_cost", .unit = Unit::share, .default_value = 0.45, .range = {0, 1},
          .description = "share of output that full strain costs", .source = "chang_2009"}, &Performance::strain_cost_},
        {{.name = "usual_vacancy", .unit = Unit::share, .default_value = 0.021, .range = {0, 1},
          .description = "share of seats that stand empty where nothing is being transformed; from simulations without", .source = assumed, .plausible = Range{0.005, 0.05}}, &Performance::usual_vacancy_},
        {{.name = "lead_share", .unit = Unit::share, .default_value = 0.4, .range = {0, 1},
          .description = "share of Marketing's value that comes only through leads that Sales pursue", .source = assumed}, &Performance::lead_share_},
        {{.name = "followup_constant", .unit = Unit::log_odds, .default_value = -0.6, .range = {-10, 10},
          .description = "log-odds that Sales pursue a lead at half trust and half quality", .source = "sabnis_2013",
          .grade = Grade::study, .plausible = Range{-1.2, 0}}, &Performance::followup_constant_},
        {{.name = "followup_trust", .unit = Unit::log_odds, .default_value = 3, .range = {0, 20},
          .description = "log-odds gained between no trust of Sales in Marketing and full trust", .source = "sabnis_2013"}, &Performance::followup_trust_},
        {{.name = "followup_quality", .unit = Unit::log_odds, .default_value = 3, .range = {0, 20},
          .description = "log-odds gained between no quality in the leads and nothing but quality", .source = "sabnis_2013"}, &Performance::followup_quality_},
        {{.name = "followup_occasion", .unit = Unit::log_odds, .default_value = 1, .range = {0, 20},
          .description = "log-odds gained with full joint goals; where it is tracked what becomes of each lead; and between no leads of Marketing and nothing but those, against the prospects that one finds; 0: of no account", .source = "sabnis_2013", .plausible = Range{0.4, 2}}, &Performance::followup_occasion_},
        {{.name = "followup_experience", .unit = Unit::one, .default_value = 0.4, .range = {0, 1},
          .description = "log-odds that long experience takes against the usual and none gives, and the share by which tracking and volume move those of long experience less, and the quality of leads more; 0: of no account", .source = "sabnis_2013",
          .plausible = Range{0.2, 0.8}}, &Performance::followup_experience_},
        {{.name = "usual_experience", .unit = Unit::years, .default_value = 8, .range = {1, 40},
          .description = "years with the organisation at which experience neither adds nor takes", .source = assumed, .plausible = Range{5, 12}}, &Performance::usual_experience_},
    };
    // clang-format on

    void step(Week& week) const override {
        Consciences consciences(week);
        if (week.number % int(Week::weeks_between_turns) == 0) pass_on_leads(week, consciences);
        if (contagion_ > 0) see_others_game(week);
        if (week.number == 0) look_before(week, consciences);
        week.for_everyone_then_in_turn([&](std::uint32_t i, std::uint32_t) { record(week, i, consciences); });
        account(week);
    }

  private:
    Efforts efforts(Week const& week, std::uint32_t i, Incentives const& given, Worlds const& conscience) const {
        return efforts_for(given, conscience, {pride_, joint_quality_, game_boost_}, week, i);
    }
    Worlds conscience_of(Week& week, std::uint32_t i, Consciences& consciences) const {
        return consciences.cost(i, week.update(Column::honesty)[i]);
    }

    // Colleagues of the own department who game wear scruples down (Gino, Ayal & Ariely 2009: those of another group do not).
    void see_others_game(Week& week) const {
        Organisation const& organisation = week.organisation;
        Ties const& ties = organisation.ties;
        auto const strength = week.read(Column::strength);
        auto const gaming = week.update(Column::gaming), honesty = week.update(Column::honesty);
        week.for_everyone_then_in_turn([&](std::uint32_t i, std::uint32_t) {
            Worlds all = 0.0f, games = 0.0f;
            for (std::uint32_t t = ties.first[i]; t < ties.first[i + 1]; ++t) {
                std::uint32_t const j = ties.other[t];
                if (organisation.department[j] != organisation.department[i]) continue;
                all += strength[t];
                games += only(gaming[j] > 0.0f, strength[t]);
            }
            Worlds const left = Worlds(1.0f) - games / max_of(all, least_weight) * contagion_;
            Worlds const kept = clamp(honesty[i] + (left - honesty[i]) * honesty_pace_, 0.0f, 1.0f);
            honesty[i] = select(week.read(Column::present)[i] > 0.0f, kept, 1.0f);
        });
    }

    [[nodiscard]] TimeTaken time_taken() const { return {political_time_, conflict_cost_, strain_cost_, usual_vacancy_}; }
    Worlds lifted(Week const& week, std::uint32_t i) const { return week.read(Column::use)[i] * lift_ + 1.0f; }

    static float ability_before(Week const& week, std::uint32_t i) {
        float const relations = week.organisation.of(Trait::relationship_skill)[i];
        return (week.organisation.of(Trait::data_skill)[i] - relations) * week.settings.data_reliance_start + relations;
    }
    Worlds ability_now(Week const& week, std::uint32_t i) const {
        float const relations = week.organisation.of(Trait::relationship_skill)[i], before = ability_before(week, i);
        Worlds const now = (week.read(Column::data_skill)[i] - relations) * week.read(Column::data_reliance)[0] + relations;
        return skill_shift_ == 1.0f ? now : (now - before) * skill_shift_ + before;
    }
    Worlds output_now(Week const& week, std::uint32_t i, Worlds const& performance) const {
        Worlds const output = ability_now(week, i) * performance * week.read(Column::present)[i];
        if (data_ceiling_ >= float(no_ceiling)) return output;
        Worlds const before = output_before(week, i);
        return min_of(max_of(output, before * positive_part(1.0f - data_ceiling_)), before * (1.0f + data_ceiling_));
    }
    Worlds output_before(Week const& week, std::uint32_t i) const {  // had nothing about data changed
        return time_taken().left(week, i) * week.read(Column::present)[i] * ability_before(week, i);
    }

    struct Work {
        Worlds quantity, quality, gaming, value;
    };
    Work work(Week const& week, std::uint32_t i, Efforts const& effort, Worlds const& output, Worlds const& followup) const {
        float const special = week.settings.specialisation;
        float const worth_of_quantity = 1.0f - 0.7f * special, worth_of_quality = 0.3f + 0.7f * special;
        Work done{effort.quantity * output, effort.quality * output, effort.gaming * week.read(Column::present)[i], 0.0f};
        bool const markets = week.settings.marketing.has(week.organisation.department[i]);
        Worlds const reaches = markets ? Worlds(1.0f) - (Worlds(1.0f) - followup) * lead_share_ : Worlds(1.0f);
        done.value = (done.quantity * worth_of_quantity + done.quality * worth_of_quality) * reaches -
                     done.gaming * gaming_damage_;
        return done;
    }
    // No more than the ceiling above what the usual pay would bring.
    Worlds capped(Worlds const& value, Worlds const& as_usual) const {
        if (incentive_ceiling_ >= float(no_ceiling)) return value;
        return select(as_usual > 0.0f, min_of(value, as_usual * (1.0f + incentive_ceiling_)), value);
    }

    void record(Week& week, std::uint32_t i, Consciences& consciences) const {
        Worlds const conscience = conscience_of(week, i, consciences), present = week.read(Column::present)[i];
        Efforts const effort = efforts(week, i, incentives_now(week, i), conscience);
        Efforts const as_usual = efforts(week, i, usual_incentives(week.settings), conscience);
        Worlds const performance = time_taken().left(week, i) * lifted(week, i);
        Worlds const output = output_now(week, i, performance), before = output_before(week, i);
        Worlds const followup = week.update(Column::lead_followup)[0],
                     at_usual_pay = week.update(Column::followup_at_usual_pay)[0];
        Work const done = work(week, i, effort, output, followup);
        week.update(Column::effort_quantity)[i] = effort.quantity * present;
        week.update(Column::effort_quality)[i] = effort.quality * present;
        week.update(Column::gaming)[i] = done.gaming;
        week.update(Column::task_performance)[i] = performance * present;
        week.update(Column::measured_value)[i] = (Worlds(1.0f) - effort.quality_weight) * (done.quantity + done.gaming) +
                                                 effort.quality_weight * done.quality;
        Worlds const value = capped(done.value, work(week, i, as_usual, output, at_usual_pay).value);
        week.update(Column::true_value)[i] = value;
        if (week.number < int(Week::weeks_between_turns)) return;
        // What would be missing without data, then at the usual pay, then with the leads pursued as at the start.
        Worlds const usual_pay = work(week, i, as_usual, before, at_usual_pay).value;
        Worlds const without_data = capped(work(week, i, effort, before, followup).value, usual_pay);
        Worlds const as_pursued = work(week, i, as_usual, before, week.update(Column::followup_at_start)[0]).value;
        float const worth = week.settings.value_of_work * float(Week::weeks_between_turns);  // until the next turn
        week.update(Column::value_of_data)[0] += (value - without_data) * worth;
        week.update(Column::value_of_incentives)[0] += (without_data - usual_pay) * worth;
        week.update(Column::value_of_leads)[0] += (usual_pay - as_pursued) * worth;
    }

    struct Leads {
        Worlds quality, followup;  // share
    };
    // What Marketing's leads are like and what Sales make of them, under incentives_of(employee). pursuit: [employee], filled for Sales.
    Leads pass_on(Week& week, Consciences& consciences, auto&& incentives_of, bool tracked,
                  std::span<Worlds> pursuit = {}) const {
        Organisation const& organisation = week.organisation;
        Settings const& settings = week.settings;
        Worlds quality = 0.0f, volume = 0.0f, usual_volume = 0.0f, followed = 0.0f;
        float marketers = 0, sellers = 0, skill = 0;
        for (std::uint32_t turn = 0; turn < organisation.headcount(); ++turn) {
            std::uint32_t const i = week.whose_turn(turn);
            if (settings.sales.has(organisation.department[i])) skill += organisation.of(Trait::relationship_skill)[i], ++sellers;
            if (!settings.marketing.has(organisation.department[i])) continue;
            Worlds const conscience = conscience_of(week, i, consciences);
            Efforts const effort = efforts(week, i, incentives_of(i), conscience);
            Worlds const all = effort.quantity + effort.quality + effort.gaming;
            quality += effort.quality / max_of(all, least_effort);
            volume += effort.quantity;
            usual_volume += efforts(week, i, usual_incentives(settings), conscience).quantity;
            ++marketers;
        }
        Leads leads{week.update(Column::lead_quality)[0], week.update(Column::lead_followup)[0]};
        if (marketers > 0) leads.quality = min_of(quality * (1.0f / marketers), 1.0f);
        LeadsOnOffer const offer{leads.quality, volume / max_of(usual_volume, least_effort)};
        LeadPursuit const by{followup_constant_, followup_trust_,      followup_quality_,
                             followup_occasion_, followup_experience_, usual_experience_};
        auto const trust = week.read(Column::trust_across);
        Lever const tracking = week.lever(Column::lead_tracking);
        for (std::uint32_t turn = 0; turn < organisation.headcount(); ++turn) {
            std::uint32_t const i = week.whose_turn(turn);
            if (!settings.sales.has(organisation.department[i])) continue;
            float const prospects = organisation.of(Trait::relationship_skill)[i] * sellers / std::max(skill, least_effort);
            Worlds const share = pursuit_of(offer,
                                            {trust[i], incentives_of(i).joint_goals, tracked ? tracking[i] : Worlds(0.0f),
                                             organisation.tenure_years[i], prospects},
                                            by);
            followed += share;
            if (!pursuit.empty()) pursuit[i] = share;
        }
        if (sellers > 0) leads.followup = min_of(followed * (1.0f / sellers), 1.0f);
        return leads;
    }

    void pass_on_leads(Week& week, Consciences& consciences) const {
        if (week.settings.marketing.empty() || week.settings.sales.empty()) return;
        auto const at_usual_pay = [&](std::uint32_t) { return usual_incentives(week.settings); };
        week.update(Column::followup_at_usual_pay)[0] = pass_on(week, consciences, at_usual_pay, true).followup;
        Leads const leads = pass_on(
            week, consciences, [&](std::uint32_t i) { return incentives_now(week, i); }, true, week.update(Column::pursuit));
        week.update(Column::lead_quality)[0] = leads.quality;
        week.update(Column::lead_followup)[0] = leads.followup;
    }

    // What the work was worth before anybody did anything: usual incentives, the usual loss to politics. All strategies are measured
    // against the same.
    void look_before(Week& week, Consciences& consciences) const {
        bool const leads_pass = !week.settings.marketing.empty() && !week.settings.sales.empty();
        auto const before = [&](std::uint32_t) { return usual_incentives(week.settings); };
        Worlds const followup = leads_pass ? pass_on(week, consciences, before, false).followup
                                           : week.update(Column::lead_followup)[0];
        week.update(Column::followup_at_start)[0] = followup;
        if (!leads_pass) week.update(Column::followup_at_usual_pay)[0] = followup;
        week.update(Column::value_at_start)[0] = positive_part(mean_in_turn(week, [&](std::uint32_t i) {
            Worlds const conscience = conscience_of(week, i, consciences);
            Worlds const output = ability_now(week, i) * time_taken().left_as_usual() * week.read(Column::present)[i];
            return work(week, i, efforts(week, i, usual_incentives(week.settings), conscience), output, followup).value;
        }));
    }

    void account(Week& week) const {
        if (week.number < int(Week::weeks_between_turns)) return;  // the strain of the first weeks is not felt yet
        Worlds const at_start = week.update(Column::value_at_start)[0];
        auto const value = week.update(Column::true_value);
        Worlds const mean = mean_in_turn(week, [&](std::uint32_t i) { return value[i]; });
        week.update(Column::value_created)[0] += (mean - at_start) * (float(value.size()) * week.settings.value_of_work);
    }

    // Summed in the order of turns: the order in which an organisation lists its people decides nothing.
    static Worlds mean_in_turn(Week const& week, auto&& of) {
        std::uint32_t const people = week.organisation.headcount();
        Worlds sum = 0.0f;
        for (std::uint32_t turn = 0; turn < people; ++turn) sum += of(week.whose_turn(turn));
        return sum * (1.0f / float(people));
    }

    static constexpr float least_effort = 1e-6f, least_weight = 1e-6f;
};

}  // namespace

extern constinit MechanismKind const performance{
    {"performance",
     {reads, {}, updates},
     specs_of<Performance>,
     "People put effort where pay is: on quantity, on quality, on figures that flatter, and more so among rivals; some never flatter. "
     "Figures and true value part where quality counts; politics, conflict and strain cost output, data add a little. Each sales "
     "representative decides which of Marketing's leads to pursue."},
    make<Performance>,
    R"(In the first week and then once a month, ω = quality pay + (1 − quality pay) · joint_quality · joint goals; f = 1 in Marketing and
Sales, or for everybody where neither is named, else figures_elsewhere, so far as which levers of pay are felt:
b = piece_rate · (1 + rivalry · standing · f): standing above colleagues is worth something, and their figures are theirs to choose
n = pride + b · (1 − ω), q = pride + b · ω
κ = gaming_ease · 2 · political skill · (1 + game_boost · [games]) · f, g = κ · max(b · (1 − ω) − audit − c, 0)
c = scruple · e · honesty, e uniform from 0 to 1 for good; the share incorruptible has g = 0
honesty ← honesty + honesty_pace · (1 − contagion · share of contacts in the own department who game − honesty)
ability = a_0 + skill_shift · (relationship skill + δ · (data skill − relationship skill) − a_0), a_0 the same with data skill and δ of the start
task performance = max(1 − political_time · [any tactic but work] − conflict_cost · conflict − strain_cost · strain
    − working time that the change takes, 0) · (1 + lift · use)
output = ability · task performance, within data_ceiling of what it would be with a_0 and without lift
measured = (1 − ω) · (n · output + g) + ω · q · output
true = (f_n · n + f_q · q) · output − gaming_damage · g, with f_n = 1 − 0.7 · specialisation, f_q = 0.3 + 0.7 · specialisation; of
Marketing's useful work the share 1 − lead_share · (1 − lead follow-up) counts; at most 1 + incentive_ceiling times what the usual pay
would bring
lead quality = mean of q / (n + q + g) in Marketing, volume = mean n there against that at the usual pay
pursuit = logistic(followup_constant + followup_trust · (trust in Marketing − ½)
    + followup_quality · (1 + followup_experience · s) · (lead quality − ½) + followup_occasion · joint goals
    + followup_occasion · (1 − followup_experience · s) · (lead tracking + volume / (volume + own prospects) − ½)
    − followup_experience · s) for somebody in Sales with s = (years − usual_experience) / (years + usual_experience), own prospects = relationship skill / its mean in Sales;
lead follow-up = mean over Sales
value at start = mean true value at the usual incentives in the first week, with the task performance of a company in which nothing is
being transformed: (1 − usual_vacancy) · (1 − 0.42 · political_time − 0.175 · conflict_cost − 0.34 · strain_cost)
value created = Σ over weeks from the fifth on of (mean true value − value at start) · headcount · value_of_work
of it: value of data = true value − true value with a_0 and without lift; value of incentives = that − the same at the usual pay, goals, audits and rivalry; value of leads = that − the same with leads pursued as at the start; each for four weeks
from a person's turn on. What is left of value created is what politics, conflict, strain and empty seats take less or more than
that.)",
    "No luck in the figures, no market: the same work is worth the same every week. Effort follows pay at once. Efforts are those of a "
    "risk-neutral person; risk would lower them (Holmström & Milgrom 1991). How good representatives are changes what they answer to, too "
    "(Sabnis et al. 2013), and is left out. Parts of the value created count each person for four weeks from the turn on, also beyond the "
    "last week."};

}  // namespace micropol
