#include "base/worlds_math.h"
#include "mechanisms/mechanism.h"
#include "state/marketing_and_sales.h"

namespace micropol {

namespace {

constexpr Column reads[] = {Column::data_reliance, Column::data_skill, Column::use,        Column::tactic,
                            Column::conflict,      Column::strain,     Column::present,    Column::trust_across,
                            Column::quality_pay,   Column::audit,      Column::joint_goals};
constexpr Column updates[] = {Column::effort_quantity, Column::effort_quality,  Column::gaming,        Column::measured_value,
                              Column::true_value,      Column::lead_quality,    Column::lead_followup, Column::value_at_start,
                              Column::value_created,   Column::task_performance};

// People put effort where pay is, and figures flatter (Holmström & Milgrom 1991; Baker 2002). Whoever maximises
// b·(1 − ω)·(n + g) + b·ω·q − ½n² − ½q² − g²/2κ − mF·g chooses n = b·(1 − ω), q = b·ω, g = κ·max(0, b·(1 − ω) − mF); pride in the
// work comes on top. The figure counts quantity and what is gamed, the value quality and damage: the more specialised, the more.
class Performance final : public Mechanism {
    float pride_, joint_quality_, game_boost_, gaming_damage_, lift_, political_time_, conflict_cost_, strain_cost_, usual_loss_,
        lead_share_, followup_constant_, followup_trust_, followup_quality_, followup_joint_;

  public:
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
        {{.name = "lift", .unit = Unit::share, .default_value = 0.06, .range = {0, 0.06},
          .description = "output that deciding with data adds at full use; 5 to 6 % in 179 firms, and no more", .source = "brynjolfsson_2011",
          .grade = Grade::study, .plausible = Range{0.03, 0.06}}, &Performance::lift_},
        {{.name = "political_time", .unit = Unit::share, .default_value = 0.1, .range = {0, 1},
          .description = "share of the working time that any tactic but work takes", .source = assumed}, &Performance::political_time_},
        {{.name = "conflict_cost", .unit = Unit::share, .default_value = 0.3, .range = {0, 1},
          .description = "share of output that full relationship conflict costs", .source = "de_wit_2012"}, &Performance::conflict_cost_},
        {{.name = "strain_cost", .unit = Unit::share, .default_value = 0.45, .range = {0, 1},
          .description = "share of output that full strain costs", .source = "chang_2009"}, &Performance::strain_cost_},
        {{.name = "usual_loss", .unit = Unit::share, .default_value = 0.24, .range = {0, 1},
          .description = "share of output that politics, conflict and strain take where nothing is being transformed; from simulations without", .source = assumed}, &Performance::usual_loss_},
        {{.name = "lead_share", .unit = Unit::share, .default_value = 0.4, .range = {0, 1},
          .description = "share of Marketing's value that comes only through leads that Sales pursue", .source = assumed}, &Performance::lead_share_},
        {{.name = "followup_constant", .unit = Unit::log_odds, .default_value = -0.6, .range = {-10, 10},
          .description = "log-odds that Sales pursue a lead at half trust and half quality", .source = "sabnis_2013",
          .grade = Grade::study, .plausible = Range{-1.2, 0}}, &Performance::followup_constant_},
        {{.name = "followup_trust", .unit = Unit::log_odds, .default_value = 3, .range = {0, 20},
          .description = "log-odds gained between no trust of Sales in Marketing and full trust", .source = "sabnis_2013"}, &Performance::followup_trust_},
        {{.name = "followup_quality", .unit = Unit::log_odds, .default_value = 3, .range = {0, 20},
          .description = "log-odds gained between no quality in the leads and nothing but quality", .source = "sabnis_2013"}, &Performance::followup_quality_},
        {{.name = "followup_joint", .unit = Unit::log_odds, .default_value = 1, .range = {0, 20},
          .description = "log-odds gained with full joint goals", .source = "sherif_1958"}, &Performance::followup_joint_},
    };
    // clang-format on

    void step(Week& week) const override {
        if (week.number % int(Week::weeks_between_turns) == 0) pass_on_leads(week);
        week.for_everyone_then_in_turn([&](std::uint32_t i, std::uint32_t) { record(week, i); });
        account(week);
    }

  private:
    struct Efforts {
        Worlds quality_weight, quantity, quality, gaming;
    };
    // What is paid for and what is not found out.
    struct Incentives {
        Worlds quality_pay, joint_goals, audit;
    };
    static Incentives now(Week const& week, std::uint32_t i) {
        return {week.lever(Column::quality_pay)[i], week.lever(Column::joint_goals)[i], week.lever(Column::audit)[i]};
    }
    static Incentives usual(Settings const& settings) { return {settings.quality_weight, 0.0f, settings.audit}; }

    Efforts efforts(Week const& week, std::uint32_t i, Incentives const& given) const {
        Settings const& settings = week.settings;
        Worlds const weight = given.quality_pay + (Worlds(1.0f) - given.quality_pay) * given.joint_goals * joint_quality_;
        Worlds const for_quantity = (Worlds(1.0f) - weight) * settings.piece_rate, for_quality = weight * settings.piece_rate;
        Worlds const boost = only(week.read(Column::tactic)[i] == float(Tactic::game), game_boost_) + 1.0f;
        // Political skill of a half is usual.
        Worlds const ease = boost * (settings.gaming_ease * 2.0f * week.organisation.of(Trait::political_skill)[i]);
        return {weight, for_quantity + pride_, for_quality + pride_, ease * positive_part(for_quantity - given.audit)};
    }

    // How much of the own ability a person brings to the work.
    Worlds performance_of(Week const& week, std::uint32_t i) const {
        Worlds const time = Worlds(1.0f) - only(week.read(Column::tactic)[i] != float(Tactic::work), political_time_) -
                            week.read(Column::conflict)[i] * conflict_cost_ - week.read(Column::strain)[i] * strain_cost_;
        return positive_part(time) * (week.read(Column::use)[i] * lift_ + 1.0f);
    }

    struct Work {
        Worlds quantity, quality, gaming, value;
    };
    Work work(Week const& week, std::uint32_t i, Efforts const& effort, Worlds const& performance, Worlds const& followup) const {
        float const relations = week.organisation.of(Trait::relationship_skill)[i], special = week.settings.specialisation;
        float const worth_of_quantity = 1.0f - 0.7f * special, worth_of_quality = 0.3f + 0.7f * special;
        Worlds const present = week.read(Column::present)[i];
        Worlds const ability = (week.read(Column::data_skill)[i] - relations) * week.read(Column::data_reliance)[0] + relations;
        Worlds const output = ability * performance * present;
        Work done{effort.quantity * output, effort.quality * output, effort.gaming * present, 0.0f};
        bool const markets = week.organisation.department[i] == week.settings.marketing;
        Worlds const reaches = markets ? Worlds(1.0f) - (Worlds(1.0f) - followup) * lead_share_ : Worlds(1.0f);
        done.value = (done.quantity * worth_of_quantity + done.quality * worth_of_quality) * reaches -
                     done.gaming * gaming_damage_;
        return done;
    }

    void record(Week& week, std::uint32_t i) const {
        Efforts const effort = efforts(week, i, now(week, i));
        Worlds const performance = performance_of(week, i), present = week.read(Column::present)[i];
        Work const done = work(week, i, effort, performance, week.read(Column::lead_followup)[0]);
        week.update(Column::effort_quantity)[i] = effort.quantity * present;
        week.update(Column::effort_quality)[i] = effort.quality * present;
        week.update(Column::gaming)[i] = done.gaming;
        week.update(Column::task_performance)[i] = performance * present;
        week.update(Column::measured_value)[i] = (Worlds(1.0f) - effort.quality_weight) * (done.quantity + done.gaming) +
                                                 effort.quality_weight * done.quality;
        week.update(Column::true_value)[i] = done.value;
    }

    struct Leads {
        Worlds quality, followup;  // share
    };
    // What Marketing's leads are like and what Sales make of them, under incentives_of(employee).
    Leads pass_on(Week const& week, auto&& incentives_of) const {
        Organisation const& organisation = week.organisation;
        Worlds quality = 0.0f, pursued = 0.0f;
        float marketers = 0, sellers = 0;
        for (std::uint32_t i = 0; i < organisation.headcount(); ++i)
            if (organisation.department[i] == week.settings.marketing) {
                Efforts const effort = efforts(week, i, incentives_of(i));
                Worlds const all = effort.quantity + effort.quality + effort.gaming;
                quality += effort.quality / max_of(all, least_effort);
                ++marketers;
            }
        Leads leads{week.read(Column::lead_quality)[0], week.read(Column::lead_followup)[0]};
        if (marketers > 0) leads.quality = min_of(quality * (1.0f / marketers), 1.0f);
        auto const trust = week.read(Column::trust_across);
        Worlds const by_quality = (leads.quality - 0.5f) * followup_quality_ + followup_constant_;
        for (std::uint32_t i = 0; i < organisation.headcount(); ++i)
            if (organisation.department[i] == week.settings.sales) {
                Worlds const joint = incentives_of(i).joint_goals * followup_joint_;
                pursued += logistic((trust[i] - 0.5f) * followup_trust_ + joint + by_quality);
                ++sellers;
            }
        if (sellers > 0) leads.followup = min_of(pursued * (1.0f / sellers), 1.0f);
        return leads;
    }

    void pass_on_leads(Week& week) const {
        if (week.settings.marketing == no_department || week.settings.sales == no_department) return;
        Leads const leads = pass_on(week, [&](std::uint32_t i) { return now(week, i); });
        week.update(Column::lead_quality)[0] = leads.quality;
        week.update(Column::lead_followup)[0] = leads.followup;
    }

    // What the work was worth before anybody did anything: usual incentives, the usual loss to politics. All strategies are measured
    // against the same.
    Worlds value_before(Week const& week) const {
        bool const leads_pass = week.settings.marketing != no_department && week.settings.sales != no_department;
        auto const before = [&](std::uint32_t) { return usual(week.settings); };
        Worlds const followup = leads_pass ? pass_on(week, before).followup : week.read(Column::lead_followup)[0];
        return positive_part(mean_in_turn(week, [&](std::uint32_t i) {
            return work(week, i, efforts(week, i, usual(week.settings)), 1.0f - usual_loss_, followup).value;
        }));
    }

    void account(Week& week) const {
        Worlds& at_start = week.update(Column::value_at_start)[0];
        if (week.number == 0) at_start = value_before(week);
        if (week.number < int(Week::weeks_between_turns)) return;  // the strain of the first weeks is not felt yet
        auto const value = week.read(Column::true_value);
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

    static constexpr float least_effort = 1e-6f;
};

}  // namespace

extern constinit MechanismKind const performance{
    {"performance",
     {reads, {}, updates},
     specs_of<Performance>,
     "People put effort where pay is: on quantity, on quality, on figures that flatter. Figures and true value part where quality counts; "
     "politics, conflict and strain cost output, data add a little. Sales decide which of Marketing's leads to pursue."},
    make<Performance>,
    R"(In the first week and then once a month, ω = quality pay + (1 − quality pay) · joint_quality · joint goals:
n = pride + piece_rate · (1 − ω), q = pride + piece_rate · ω
κ = gaming_ease · 2 · political skill · (1 + game_boost · [games]), g = κ · max(piece_rate · (1 − ω) − audit, 0)
ability = relationship skill + δ · (data skill − relationship skill)
task performance = max(1 − political_time · [any tactic but work] − conflict_cost · conflict − strain_cost · strain, 0) · (1 + lift · use)
output = ability · task performance
measured = (1 − ω) · (n · output + g) + ω · q · output
true = (f_n · n + f_q · q) · output − gaming_damage · g, with f_n = 1 − 0.7 · specialisation, f_q = 0.3 + 0.7 · specialisation; of
Marketing's useful work the share 1 − lead_share · (1 − lead follow-up) counts
lead quality = mean of q / (n + q + g) in Marketing
lead follow-up = mean over Sales of logistic(followup_constant + followup_trust · (trust in Marketing − ½)
    + followup_quality · (lead quality − ½) + followup_joint · joint goals)
value at start = mean true value at the usual incentives with task performance 1 − usual_loss, in the first week
value created = Σ over weeks from the fifth on of (mean true value − value at start) · headcount · value_of_work)",
    "No luck in the figures, no market: the same work is worth the same every week. Effort follows pay at once. Efforts are those of a "
    "risk-neutral person; risk would lower them (Holmström & Milgrom 1991)."};

}  // namespace micropol
