// The arms of the published cases: every strategy of a scenario is one, and so is the scenario without any.

#include <deque>

#include "behaviour/study.h"

namespace micropol::behaviour {

namespace {

struct Case {
    std::string name;  // of the file
    std::vector<std::string> strategies;
};

std::vector<Case> const& cases() {
    static std::vector<Case> const all = {
        {"soccer_balls", {"explaining", "payment"}},
        {"three_hospitals", {"antagonism", "support_for_the_wrong_thing", "support_for_what_is_lost"}},
        {"financial_system", {"opening", "participation", "compensation", "decision_rights"}},
        {"health_records", {}},
        {"sales_force", {"superiors_first", "anybody_first"}},
        {"software_sellers", {"audit", "quality_pay"}},
        {"pyjama_factory", {"told", "representatives", "everybody"}},
        {"groupware", {"training"}},
        {"contingency_hierarchy", {"leaders", "champions", "education"}},
        {"contingency_tight", {"leaders", "champions", "education"}},
        {"contingency_loose", {"leaders", "champions", "education"}},
        {"contingency_uncertain", {"vision", "incentives"}},
        {"contingency_small_gain", {"vision", "incentives"}},
    };
    return all;
}

// Words of arms, for good.
std::string_view kept(std::string word) {
    static std::deque<std::string> all;
    return all.emplace_back(std::move(word));
}

// "soccer_balls", "soccer_balls: payment", and with changes "groupware, among friends"
std::vector<Arm> made() {
    std::vector<Arm> arms;
    auto const add = [&](std::string const& file, std::string const& name, std::string const& strategy,
                         std::vector<Override> changes = {}) {
        std::string const with = strategy.empty() ? "" : ": " + strategy;
        arms.push_back({kept(name + with), kept(file + ".yaml"), kept(strategy), std::move(changes)});
    };
    for (Case const& one : cases()) {
        add(one.name, one.name, "");
        for (std::string const& strategy : one.strategies) add(one.name, one.name, strategy);
    }
    arms.push_back({.name = "soccer_balls, 15 months", .file = "soccer_balls.yaml", .weeks = 65});
    add("software_sellers", "software_sellers, flat pay", "", {{"performance.piece_rate", "0.3"}});
    add("software_sellers", "software_sellers, nobody games", "", {{"performance.gaming_ease", "0"}});
    add("groupware", "groupware, among friends", "", {{"culture.rivalry", "0.1"}, {"culture.data_hoarding", "0.1"}});
    std::vector<Override> const certain = {{"transformation.initiatives.Generative assistant.benefit", "0.35"},
                                           {"transformation.start_belief", "0.35"}};
    for (char const* strategy : {"", "vision"}) add("contingency_uncertain", "contingency_uncertain, certain", strategy, certain);
    std::vector<Override> const large = {{"transformation.initiatives.Expense form.benefit", "0.5"}};
    for (char const* strategy : {"", "incentives"})
        add("contingency_small_gain", "contingency_small_gain, large gain", strategy, large);
    return arms;
}

}  // namespace

std::vector<Arm> const& arms_of_cases() {
    static std::vector<Arm> const all = made();
    return all;
}

}  // namespace micropol::behaviour
