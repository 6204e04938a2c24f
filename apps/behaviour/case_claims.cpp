// What is to come out of the published cases, written down before any of them was run.

#include <limits>

#include "behaviour/people.h"

namespace micropol::behaviour {

namespace {

constexpr double far = std::numeric_limits<double>::infinity();

BlockValues users(Study& study, std::string_view arm, std::string_view department) {
    return study.of_people(arm, [&](People const& people) { return share_of_users(people, department, Use::in_earnest); });
}
BlockValues users_more(Study& study, std::string_view arm, std::string_view against, std::string_view department) {
    return minus(users(study, arm, department), users(study, against, department));
}

// Cutters and printers, of whom there are equally many.
BlockValues who_cut(Study& study, std::string_view arm) {
    BlockValues both = users(study, arm, "Cutters");
    BlockValues const printers = users(study, arm, "Printers");
    for (std::size_t b = 0; b < both.size(); ++b) both[b] = (both[b] + printers[b]) / 2;
    return both;
}

BlockValues on_doctors(Study& study, std::string_view department) {
    return study.of_people("health_records",
                           [&](People const& people) { return slope_on_ties_to(people, department, "Doctors"); });
}
BlockValues on_others(Study& study, std::string_view department) {
    return study.of_people("health_records",
                           [&](People const& people) { return slope_on_ties_beyond(people, department, "Doctors"); });
}

// Whether gaming costs between 4 and 10 % of what the work would be worth without.
BlockValues costs_as_published(Study& study) {
    BlockValues found = study.outcome("software_sellers", "true_value");
    BlockValues const without = study.outcome("software_sellers, nobody games", "true_value");
    for (std::size_t b = 0; b < found.size(); ++b) {
        double const cost = 1 - found[b] / without[b];
        found[b] = cost >= 0.04 && cost <= 0.10 ? 1 : 0;
    }
    return found;
}

// Of those who log in, how many do so for show only.
BlockValues for_show(Study& study, std::string_view arm) {
    BlockValues found = study.outcome(arm, "symbolic");
    BlockValues const all = study.outcome(arm, "reported_adoption");
    for (std::size_t b = 0; b < found.size(); ++b) found[b] /= all[b];  // NaN where nobody logs in
    return found;
}

// What a strategy adds in one situation beyond what it adds in another.
BlockValues adds_more(Study& study, std::string const& here, std::string const& there, std::string const& strategy) {
    return minus(study.difference(here + ": " + strategy, here, "substantive"),
                 study.difference(there + ": " + strategy, there, "substantive"));
}

}  // namespace

std::vector<Claim> const& claims_of_cases() {
    static std::vector<Claim> const all = {
        {"1", "Soccer balls: after 15 months with the new die few cutters and printers use it in earnest",
         [](Study& s) { return who_cut(s, "soccer_balls, 15 months"); }, 0, 0.3, 100, "%"},
        {"1", "… a month's pay to one cutter and one printer brings more of them to use it",
         [](Study& s) { return minus(who_cut(s, "soccer_balls: payment"), who_cut(s, "soccer_balls")); }, 0, far, 100, "points"},
        {"1", "… and more than training and talking with all of them does",
         [](Study& s) { return minus(who_cut(s, "soccer_balls: payment"), who_cut(s, "soccer_balls: explaining")); }, 0, far, 100,
         "points"},
        {"1", "… and fewer hide what they know",
         [](Study& s) { return s.difference("soccer_balls: payment", "soccer_balls", "hiding"); }, -far, 0, 100, "points"},

        {"2", "Three hospitals: with no answer to it the largest bloc against grows from week 8 to week 52",
         [](Study& s) {
             return minus(s.outcome_in_weeks("three_hospitals", "opposing_bloc", 51, 51),
                          s.outcome_in_weeks("three_hospitals", "opposing_bloc", 7, 7));
         },
         0, far, 100, "points"},
        {"2", "… support for what physicians lose: fewer systems are withdrawn than with no answer",
         [](Study& s) { return s.difference("three_hospitals: support_for_what_is_lost", "three_hospitals", "stopped"); }, -far,
         0, 100, "points"},
        {"2", "… fewer than with an antagonistic answer",
         [](Study& s) {
             return s.difference("three_hospitals: support_for_what_is_lost", "three_hospitals: antagonism", "stopped");
         },
         -far, 0, 100, "points"},
        {"2", "… fewer than with support for the wrong thing",
         [](Study& s) {
             return s.difference("three_hospitals: support_for_what_is_lost", "three_hospitals: support_for_the_wrong_thing",
                                 "stopped");
         },
         -far, 0, 100, "points"},
        {"2", "… and more physicians use it in earnest than with no answer",
         [](Study& s) { return users_more(s, "three_hospitals: support_for_what_is_lost", "three_hospitals", "Physicians"); }, 0,
         far, 100, "points"},

        {"3", "Financial system: opening the divisions' data raises corporate accounting's share of power",
         [](Study& s) {
             return minus(s.department_power("financial_system: opening", "Corporate accounting"),
                          s.department_power("financial_system", "Corporate accounting"));
         },
         0, far, 100, "points"},
        {"3", "… more of corporate than of division accounting use it in earnest after three years",
         [](Study& s) {
             return minus(users(s, "financial_system: opening", "Corporate accounting"),
                          users(s, "financial_system: opening", "Division accounting"));
         },
         0, far, 100, "points"},
        {"3", "… taking part in its design changes little in division accounting: within 5 points",
         [](Study& s) {
             return users_more(s, "financial_system: participation", "financial_system: opening", "Division accounting");
         },
         -0.05, 0.05, 100, "points"},
        {"3", "… less than compensation does",
         [](Study& s) {
             return users_more(s, "financial_system: participation", "financial_system: compensation", "Division accounting");
         },
         -far, 0, 100, "points"},
        {"3", "… and less than decision rights do",
         [](Study& s) {
             return users_more(s, "financial_system: participation", "financial_system: decision_rights", "Division accounting");
         },
         -far, 0, 100, "points"},

        {"4", "Health records: ties to doctors go with less use among doctors (standardised slope)",
         [](Study& s) { return on_doctors(s, "Doctors"); }, -far, 0},
        {"4", "… among paraprofessionals", [](Study& s) { return on_doctors(s, "Paraprofessionals"); }, -far, 0},
        {"4", "… and among administrative staff", [](Study& s) { return on_doctors(s, "Administration"); }, -far, 0},
        {"4", "… ties to the others go with more use among paraprofessionals",
         [](Study& s) { return on_others(s, "Paraprofessionals"); }, 0, far},
        {"4", "… and among administrative staff", [](Study& s) { return on_others(s, "Administration"); }, 0, far},
        {"4", "… and not with the doctors' (within .1)", [](Study& s) { return on_others(s, "Doctors"); }, -0.1, 0.1},

        {"5", "Sales force: where the superior uses it, more sales people do (standardised slope, co-workers held)",
         [](Study& s) {
             return s.of_people("sales_force", [](People const& people) { return slope_on_superior(people, "Sales"); });
         },
         0, far},
        {"5", "… where co-workers use it, more do (superior held)",
         [](Study& s) {
             return s.of_people("sales_force", [](People const& people) { return slope_on_coworkers(people, "Sales"); });
         },
         0, far},
        {"5", "… winning superiors first brings more of Sales than as many people of any rank",
         [](Study& s) { return users_more(s, "sales_force: superiors_first", "sales_force: anybody_first", "Sales"); }, 0, far,
         100, "points"},

        {"6", "Software sellers: under steep pay more effort goes into figures that flatter than under flat pay",
         [](Study& s) { return s.difference("software_sellers", "software_sellers, flat pay", "gaming_share"); }, 0, far, 100,
         "points"},
        {"6", "… audits lower it",
         [](Study& s) { return s.difference("software_sellers: audit", "software_sellers", "gaming_share"); }, -far, 0, 100,
         "points"},
        {"6", "… pay for quality lowers it",
         [](Study& s) { return s.difference("software_sellers: quality_pay", "software_sellers", "gaming_share"); }, -far, 0, 100,
         "points"},
        {"6", "… a cost of 4 to 10 % (published: 6 to 8 %) is within what is plausible: share of the draws that show it",
         costs_as_published, 0.05, 1, 100, "%"},

        {"7", "Steep hierarchy: winning the leaders brings more than champions",
         [](Study& s) {
             return s.difference("contingency_hierarchy: leaders", "contingency_hierarchy: champions", "substantive");
         },
         0, far, 100, "points"},
        {"7", "… and more than education",
         [](Study& s) {
             return s.difference("contingency_hierarchy: leaders", "contingency_hierarchy: education", "substantive");
         },
         0, far, 100, "points"},
        {"7", "Flat and tightly knit: champions bring more than winning the leaders",
         [](Study& s) { return s.difference("contingency_tight: champions", "contingency_tight: leaders", "substantive"); }, 0,
         far, 100, "points"},
        {"7", "… and more than education",
         [](Study& s) { return s.difference("contingency_tight: champions", "contingency_tight: education", "substantive"); }, 0,
         far, 100, "points"},
        {"7", "Loose and autonomous: education brings more than winning the leaders",
         [](Study& s) { return s.difference("contingency_loose: education", "contingency_loose: leaders", "substantive"); }, 0,
         far, 100, "points"},
        {"7", "… and more than champions",
         [](Study& s) { return s.difference("contingency_loose: education", "contingency_loose: champions", "substantive"); }, 0,
         far, 100, "points"},
        {"7", "Uncertain benefit: adoption falls further from its highest than where the benefit is certain",
         [](Study& s) {
             return minus(s.fall_from_highest("contingency_uncertain", "substantive"),
                          s.fall_from_highest("contingency_uncertain, certain", "substantive"));
         },
         0, far, 100, "points"},
        {"7", "… vision brings more than incentives",
         [](Study& s) {
             return s.difference("contingency_uncertain: vision", "contingency_uncertain: incentives", "substantive");
         },
         0, far, 100, "points"},
        {"7", "… and more than where the benefit is certain: by",
         [](Study& s) { return adds_more(s, "contingency_uncertain", "contingency_uncertain, certain", "vision"); }, 0, far, 100,
         "points"},
        {"7", "Small personal gain: incentives bring more than vision",
         [](Study& s) {
             return s.difference("contingency_small_gain: incentives", "contingency_small_gain: vision", "substantive");
         },
         0, far, 100, "points"},
        {"7", "… and more than where the gain is large: by",
         [](Study& s) { return adds_more(s, "contingency_small_gain", "contingency_small_gain, large gain", "incentives"); }, 0,
         far, 100, "points"},

        {"8", "Pyjama factory: where everybody takes part fewer leave than where they are told",
         [](Study& s) { return s.difference("pyjama_factory: everybody", "pyjama_factory: told", "quits"); }, -far, 0, 1,
         "people"},
        {"8", "… where representatives take part, too",
         [](Study& s) { return s.difference("pyjama_factory: representatives", "pyjama_factory: told", "quits"); }, -far, 0, 1,
         "people"},
        {"8", "… fewer resist where everybody takes part",
         [](Study& s) { return s.difference("pyjama_factory: everybody", "pyjama_factory: told", "resisting"); }, -far, 0, 100,
         "points"},
        {"8", "… and their work is worth more",
         [](Study& s) { return s.difference("pyjama_factory: everybody", "pyjama_factory: told", "true_value"); }, 0, far},

        {"9", "Groupware: among rivals fewer share what they know than among friends",
         [](Study& s) { return s.difference("groupware", "groupware, among friends", "disclosure"); }, -far, 0, 100, "points"},
        {"9", "… and fewer use it in earnest",
         [](Study& s) { return s.difference("groupware", "groupware, among friends", "substantive"); }, -far, 0, 100, "points"},
        {"9", "… more of those who log in do so for show",
         [](Study& s) { return minus(for_show(s, "groupware"), for_show(s, "groupware, among friends")); }, 0, far, 100,
         "points"},
        {"9", "… training does not change how many share: within 5 points",
         [](Study& s) { return s.difference("groupware: training", "groupware", "disclosure"); }, -0.05, 0.05, 100, "points"},
    };
    return all;
}

}  // namespace micropol::behaviour
