#include "evidence/experiment.h"
#include "interventions/intervention.h"

namespace micropol::evidence {

namespace {

constexpr std::string_view flagship = "marketing_sales.yaml";

using Changes = std::vector<Override>;

// The numbers as they were fitted, and of all outcomes only what some experiment asks for.
Changes with(Changes changes) {
    Changes const everywhere{
        {"assumptions", "default"},
        {"outcomes",
         "[substantive, symbolic, reported_adoption, success, attitude, attitude_spread, hiding, gaming_share, data_skill, cost]"}};
    changes.insert(changes.begin(), everywhere.begin(), everywhere.end());
    return changes;
}
Changes both(Changes one, Changes const& other) {
    one.insert(one.end(), other.begin(), other.end());
    return one;
}

// more: ", target: Sales"
Override lever(std::string_view key, std::string_view intensity, int from_week, std::string const& more) {
    return {"interventions.+", "{lever: " + std::string(key) + ", intensity: " + std::string(intensity) +
                                   ", from_week: " + std::to_string(from_week) + more + '}'};
}

// At half strength from week 4 on, for those whom a sponsor can see.
Override half(std::string_view key, std::string const& more) { return lever(key, "0.5", 4, more); }

// The flagship with so many people, in proportion, and nothing that would change it.
Changes nothing_going_on_among(std::array<int, 6> const& headcounts) {
    Changes changes{{"transformation.initiatives", "[]"}, {"governance.executive_pressure", "0"}};
    for (std::size_t k = 0; k < headcounts.size(); ++k)
        changes.push_back({"organisation.departments." + std::to_string(k) + ".headcount", std::to_string(headcounts[k])});
    return changes;
}

// One department in which rank is nothing and everybody has the same skills, in networks of all kinds.
Changes equals() {
    return {
        {"organisation.departments",
         "[{name: Everyone, headcount: 60, traits: {relationship_skill: 0.5, data_skill: 0.5, data_access: 0.5, political_skill: "
         "0.5}}]"},
        {"organisation.trust", "[]"},
        {"organisation.ties.contacts", "{uniform: [4, 30]}"},
        {"organisation.ties.reciprocity", "{uniform: [0, 1]}"},
        {"organisation.ties.closure", "{uniform: [0, 1]}"},
        {"culture.power_distance", "0"},
        {"strategies", "{}"}};
}

// Skill that is learnt and cannot be used: nobody hears of the tool, and everybody stays.
Changes skill_without_use() {
    return {lever("training", "1", 4, ", until_week: 12"),
            {"mechanisms.adoption.announcement", "0"},
            {"mechanisms.adoption.word_of_mouth", "0"},
            {"mechanisms.turnover", "off"}};
}

// People listed in a file, invented: attitudes evenly from −0.8 to 0.8, whatever the department and rank.
Changes stated_attitudes() {
    return {{"organisation.departments", "[{name: Sales}]"}, {"organisation.people", "evidence/people.csv"}};
}

Changes quality_and_joint_goals() {
    return {half("quality_metrics", ", target: [Sales, Marketing]"), half("joint_goals", ", target: [Sales, Marketing]")};
}

// Those in Sales who seem to lose, the twenty whose contacts are strongest: what customers want goes through them.
Changes few_compensated() {
    return {half("loss_compensation", ", target: {departments: [Sales], who: losers, top: {number: 20, by: reach}}")};
}
// As long as the same money lasts: 288 thousand euros, where those few take 286 until the end.
Changes sales_trained() {
    std::string const for_35_weeks = ", until_week: 39, target: Sales";
    return {half("training", for_35_weeks), half("personal_conversation", for_35_weeks)};
}

// Use that needs the use of others, and use that does not.
Override const work_hangs_together{"transformation.initiatives.0.interdependence", "0.4"};

// Every twelve weeks one more.
Changes four_levers() {
    std::string const sales = ", target: Sales";
    return {lever("personal_conversation", "0.5", 4, sales), lever("workshop", "0.5", 16, sales),
            lever("executive_mandate", "0.5", 28, sales), lever("goals_and_deadlines", "0.5", 40, sales)};
}
Changes fifth_lever() { return {lever("training", "0.5", 52, ", target: Sales")}; }

std::vector<Arm> of_targets() {
    std::string const most_sought = ", target: {top: {number: 20, by: reach}}";
    Override const quantity_alone{"performance.quality_weight", "0"};
    return {
        {.name = "nothing", .changes = with({})},
        {.name = "stated attitudes", .changes = with(stated_attitudes())},
        {.name = "skill without use", .changes = with(skill_without_use())},
        {.name = "21 people", .changes = with(nothing_going_on_among({1, 8, 3, 1, 2, 6}))},
        {.name = "71 people", .changes = with(nothing_going_on_among({4, 25, 10, 4, 8, 20}))},
        {.name = "equals", .changes = with(equals())},
        {.name = "champions, most sought", .changes = with({half("champions", most_sought)})},
        {.name = "guiding coalition, most sought", .changes = with({half("guiding_coalition", most_sought)})},
        {.name = "sponsor leaves", .changes = with({{"shocks.+", "{kind: sponsor_leaves, week: 10, size: 1}"}})},
        {.name = "budget cut", .changes = with({{"shocks.+", "{kind: budget_cut, week: 10, size: 0.9}"}})},
        {.name = "compensation, withdrawn", .changes = with({half("loss_compensation", ", until_week: 30")})},
        {.name = "training of everyone", .changes = with({lever("training", "1", 4, ", until_week: 12")})},
        {.name = "work hangs together", .changes = with({work_hangs_together})},
        {.name = "mandate, work hangs together", .changes = with({work_hangs_together, half("executive_mandate", "")})},
        {.name = "executive_mandate, everyone", .changes = with({half("executive_mandate", "")})},
        {.name = "quality metrics and joint goals", .changes = with(quality_and_joint_goals())},
        {.name = "quantity paid", .changes = with({quantity_alone})},
        {.name = "quantity paid, quality metrics and joint goals",
         .changes = with(both({quantity_alone}, quality_and_joint_goals()))},
        {.name = "compensation of the few", .changes = with(few_compensated())},
        {.name = "training and communication", .changes = with(sales_trained())},
        {.name = "communication",
         .changes = with({half("town_hall", ""), half("e_mail", ""), half("personal_conversation", "")})},
    };
}

std::vector<Arm> of_verdicts() {
    return {
        {.name = "audit", .changes = with({half("metric_audit", "")})},
        {.name = "workshop", .changes = with({half("workshop", ", until_week: 16, target: {who: losers}")})},
        {.name = "goals and deadlines, one quarter", .changes = with({half("goals_and_deadlines", ", until_week: 17")})},
        {.name = "pressure, eight weeks", .changes = with({lever("executive_mandate", "1", 4, ", until_week: 12")})},
        {.name = "four levers", .changes = with(four_levers())},
        {.name = "fifth lever alone", .changes = with(fifth_lever())},
        {.name = "five levers", .changes = with(both(four_levers(), fifth_lever()))},
    };
}

}  // namespace

std::vector<Arm> const& arms() {
    static std::vector<Arm> const all = [] {
        std::vector<Arm> made = of_targets();
        for (Arm& arm : of_verdicts()) made.push_back(std::move(arm));
        for (InterventionKind const* kind : intervention_catalogue())
            made.push_back({.name = kind->plugin.key, .changes = with({half(kind->plugin.key, ", target: Sales")})});
        for (Arm& arm : made) arm.file = flagship;
        return made;
    }();
    return all;
}

}  // namespace micropol::evidence
