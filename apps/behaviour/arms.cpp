#include "behaviour/study.h"

namespace micropol::behaviour {

namespace {

// No tactics, no coalitions, and nobody keeps to oneself what others could use.
std::vector<Override> without_politics(std::vector<Override> changes = {}) {
    for (Override const& change : std::initializer_list<Override>{{"mechanisms.tactics", "off"},
                                                                  {"mechanisms.coalitions", "off"},
                                                                  {"mechanisms.information.against", "0"},
                                                                  {"culture.data_hoarding", "0"}})
        changes.push_back(change);
    return changes;
}

// Where politics helps: people trust one another and hide nothing, rivalry is moderate and strikes sparks, and the tool is worth
// little but for what people's ideas make of it.
std::vector<Override> const sparks = {{"mechanisms.climate.spark", "2"},
                                      {"mechanisms.climate.rivalry_by_joint_goals", "0"},
                                      {"culture.rivalry", "0.4"},
                                      {"culture.data_hoarding", "0"},
                                      {"organisation.ties.trust", "0.75"},
                                      {"mechanisms.environment.idea_gain", "2"},
                                      {"transformation.initiatives.CRM.benefit", "0.1"},
                                      {"transformation.initiatives.Marketing automation.benefit", "0.05"}};

// What counts is paid for (0.5) or the sheer number (0), with more than the usual incentive.
std::vector<Override> paid_for(std::string quality_weight, std::string specialisation) {
    return {{"performance.quality_weight", std::move(quality_weight)},
            {"performance.specialisation", std::move(specialisation)},
            {"performance.piece_rate", "0.8"}};
}

// Those whom data raise rise far enough to be seen.
std::vector<Override> const new_order = {{"transformation.data_reliance_start", "0.3"},
                                         {"transformation.data_reliance_ceiling", "0.9"},
                                         {"mechanisms.environment.full_use", "0.15"},
                                         {"transformation.start_belief", "0.5"}};

// A company whose decisions rest on data to a good part, so that those who hold them have power to lose.
std::vector<Override> const decided_by_data = {{"transformation.data_reliance_start", "0.5"},
                                               {"transformation.data_reliance_ceiling", "0.7"}};

// Nothing stands between the deciding body and the truth: no information is moved, so that none is bent.
std::vector<Override> truthful(std::string rule) {
    return {{"governance.rule", std::move(rule)}, {"mechanisms.information", "off"}};
}
std::vector<Override> coarse(std::string rule) {
    return {{"governance.rule", std::move(rule)}, {"culture.data_hoarding", "0.3"}};
}

std::vector<Override> trust_between(std::string trust) {
    return {{"organisation.trust.0.trust", trust}, {"organisation.trust.1.trust", trust}};
}

}  // namespace

std::vector<Arm> const& arms_of_behaviour() {
    static std::vector<Arm> const all = {
        {.name = "nothing"},
        {.name = "pressure", .strategy = "pressure"},
        {.name = "moderation", .strategy = "moderation"},
        {.name = "pressure and moderation", .strategy = "pressure_and_moderation"},
        {.name = "balanced pay", .changes = paid_for("0.5", "0.9")},
        {.name = "volume pay", .changes = paid_for("0", "0.9")},
        {.name = "volume pay, quality metrics", .strategy = "quality_metrics", .changes = paid_for("0", "0.9")},
        {.name = "volume pay, audit", .strategy = "metric_audit", .changes = paid_for("0", "0.9")},
        {.name = "volume pay, joint goals", .strategy = "joint_goals", .changes = paid_for("0", "0.9")},
        {.name = "balanced pay, unspecialised", .changes = paid_for("0.5", "0")},
        {.name = "volume pay, unspecialised", .changes = paid_for("0", "0")},
        {.name = "no politics", .changes = without_politics()},
        {.name = "sparks", .strategy = "joint_goals", .changes = sparks},
        {.name = "sparks, no politics", .strategy = "joint_goals", .changes = without_politics(sparks)},
        {.name = "stars", .strategy = "stars", .changes = new_order},
        {.name = "stars looked after", .strategy = "stars_looked_after", .changes = new_order},
        {.name = "compensation", .strategy = "compensation"},
        {.name = "guided by the central", .strategy = "guided_by_the_central"},
        {.name = "guided by the senior", .strategy = "guided_by_the_senior"},
        {.name = "share data", .strategy = "share_data"},
        {.name = "decided by data", .changes = decided_by_data},
        {.name = "decided by data, shared", .strategy = "share_data", .changes = decided_by_data},
        {.name = "open culture", .changes = {{"culture.data_hoarding", "0"}}},
        {.name = "hoarding culture", .changes = {{"culture.data_hoarding", "0.7"}}},
        {.name = "truth, committee", .changes = truthful("committee")},
        {.name = "truth, marketing", .changes = truthful("marketing")},
        {.name = "truth, sales", .changes = truthful("sales")},
        {.name = "truth, ceo", .changes = truthful("ceo")},
        {.name = "truth, customer", .changes = truthful("customer")},
        {.name = "coarse, committee", .changes = coarse("committee")},
        {.name = "coarse, customer", .changes = coarse("customer")},
        {.name = "distrust", .changes = trust_between("0.1")},
        {.name = "trust", .changes = trust_between("0.7")},
        {.name = "flagship", .file = "../marketing_sales.yaml", .changes = {{"assumptions", "default"}}},
        {.name = "no lift", .strategy = "pressure_and_moderation", .changes = {{"mechanisms.performance.lift", "0"}}},
    };
    return all;
}

}  // namespace micropol::behaviour
