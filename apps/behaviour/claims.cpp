#include <limits>

#include "behaviour/study.h"

namespace micropol::behaviour {

namespace {

constexpr double far = std::numeric_limits<double>::infinity();

// How much more the one outcome rises than the other, by the same change.
BlockValues rises_more(Study& study, std::string_view arm, std::string_view key, std::string_view than) {
    return minus(study.difference(arm, "nothing", key), study.difference(arm, "nothing", than));
}

// What both together do beyond the sum of what each does.
BlockValues interaction(Study& study, std::string_view key) {
    BlockValues const both = study.difference("pressure and moderation", "nothing", key);
    return minus(minus(both, study.difference("pressure", "nothing", key)), study.difference("moderation", "nothing", key));
}

BlockValues harm_of_volume(Study& study, std::string_view market) {
    std::string const suffix(market);
    return study.difference("balanced pay" + suffix, "volume pay" + suffix, "true_value");
}

BlockValues one_minus(BlockValues values) {
    for (double& value : values) value = 1 - value;
    return values;
}

}  // namespace

std::vector<Claim> const& claims_of_behaviour() {
    static std::vector<Claim> const all = {
        {"a", "Pressure alone raises symbolic more than substantive adoption: by so many points more",
         [](Study& s) { return rises_more(s, "pressure", "symbolic", "substantive"); }, 0, far, 100, "points"},
        {"a", "Pressure with moderation raises substantive adoption by more than the sum of both alone: by",
         [](Study& s) { return interaction(s, "substantive"); }, 0, far, 100, "points"},
        {"b", "Paying for volume where quality counts raises the measured value",
         [](Study& s) { return s.difference("volume pay", "balanced pay", "measured_value"); }, 0, far},
        {"b", "… and lowers the true value", [](Study& s) { return s.difference("volume pay", "balanced pay", "true_value"); },
         -far, 0},
        {"b", "… and lowers the correlation of metric and value",
         [](Study& s) { return s.difference("volume pay", "balanced pay", "metric_value_correlation"); }, -far, 0},
        {"b", "Quality weight repairs part of the true value",
         [](Study& s) { return s.difference("volume pay, quality metrics", "volume pay", "true_value"); }, 0, far},
        {"b", "Audits repair part of it", [](Study& s) { return s.difference("volume pay, audit", "volume pay", "true_value"); },
         0, far},
        {"b", "Joint goals repair part of it",
         [](Study& s) { return s.difference("volume pay, joint goals", "volume pay", "true_value"); }, 0, far},
        {"b", "In an unspecialised market the harm of paying for volume is smaller: by",
         [](Study& s) { return minus(harm_of_volume(s, ""), harm_of_volume(s, ", unspecialised")); }, 0, far},
        {"c", "Politics (tactics, coalitions, hiding) costs substantive adoption: without it there is more",
         [](Study& s) { return s.difference("no politics", "nothing", "substantive"); }, 0, far, 100, "points"},
        {"c", "Politics costs value: without it there is more",
         [](Study& s) { return s.difference("no politics", "nothing", "true_value"); }, 0, far},
        {"c", "Among people who hold together, moderate rivalry and joint goals: politics brings ideas",
         [](Study& s) { return s.difference("sparks", "sparks, no politics", "ideas"); }, 0, far, 100, "points"},
        {"c", "… and substantive adoption", [](Study& s) { return s.difference("sparks", "sparks, no politics", "substantive"); },
         0, far, 100, "points"},
        {"d", "Nobody looking after them, risen stars lose trust",
         [](Study& s) { return s.outcome_among("stars", "trust_in_risen_stars", "risen_stars"); }, -far, 0},
        {"d", "… and ties", [](Study& s) { return s.outcome_among("stars", "ties_of_risen_stars", "risen_stars"); }, -far, 0},
        {"d", "Looked after, they keep more trust: by",
         [](Study& s) {
             return minus(s.outcome_among("stars looked after", "trust_in_risen_stars", "risen_stars"),
                          s.outcome_among("stars", "trust_in_risen_stars", "risen_stars"));
         },
         0, far},
        {"d", "… and more of their ties: by",
         [](Study& s) {
             return minus(s.outcome_among("stars looked after", "ties_of_risen_stars", "risen_stars"),
                          s.outcome_among("stars", "ties_of_risen_stars", "risen_stars"));
         },
         0, far},
        {"e", "Compensating losers shrinks the largest opposing bloc",
         [](Study& s) { return s.difference("compensation", "nothing", "opposing_bloc"); }, -far, 0, 100, "points"},
        {"e", "A guiding coalition of the best connected beats one of the highest in rank: substantive adoption",
         [](Study& s) { return s.difference("guided by the central", "guided by the senior", "substantive"); }, 0, far, 100,
         "points"},
        {"f", "Where decisions rest on data, sharing them lowers the analysts' share of power",
         [](Study& s) {
             return minus(s.department_power("decided by data, shared", "Analytics"),
                          s.department_power("decided by data", "Analytics"));
         },
         -far, 0, 100, "points"},
        {"f", "… and raises the true value",
         [](Study& s) { return s.difference("decided by data, shared", "decided by data", "true_value"); }, 0, far},
        {"f", "Sharing data raises the true value, as usual here",
         [](Study& s) { return s.difference("share data", "nothing", "true_value"); }, 0, far},
        {"f", "Hoarding customer knowledge starves the tool: worth of using it",
         [](Study& s) { return s.difference("hoarding culture", "open culture", "worth"); }, -far, 0},
        {"g", "With truthful reports the customer's rule has no decision regret",
         [](Study& s) { return s.outcome("truth, customer", "decision_regret"); }, -1e-9, 1e-9},
        {"g", "… and less than a committee",
         [](Study& s) { return s.difference("truth, committee", "truth, customer", "decision_regret"); }, 0, far},
        {"g", "… less than Marketing",
         [](Study& s) { return s.difference("truth, marketing", "truth, customer", "decision_regret"); }, 0, far},
        {"g", "… less than Sales", [](Study& s) { return s.difference("truth, sales", "truth, customer", "decision_regret"); }, 0,
         far},
        {"g", "… less than the CEO", [](Study& s) { return s.difference("truth, ceo", "truth, customer", "decision_regret"); }, 0,
         far},
        {"g", "Coarse reports cost it part of that lead over the committee: so much of it is lost",
         [](Study& s) {
             return minus(s.difference("truth, committee", "truth, customer", "decision_regret"),
                          s.difference("coarse, committee", "coarse, customer", "decision_regret"));
         },
         0, far},
        {"h", "Poor trust between Marketing and Sales at the start lowers lead follow-up",
         [](Study& s) { return s.difference("distrust", "trust", "lead_followup"); }, -far, 0, 100, "points"},
        {"h", "About 70 % of the leads are never pursued, as usual here",
         [](Study& s) { return one_minus(s.outcome("nothing", "lead_followup")); }, 0.6, 0.8, 100, "%"},
        {"i", "Perceived politics correlates with strain (+.48 ± .10)",
         [](Study& s) { return s.outcome("nothing", "politics_and_strain"); }, 0.38, 0.58},
        {"i", "… with the intention to quit (+.43 ± .10)", [](Study& s) { return s.outcome("nothing", "politics_and_leaving"); },
         0.33, 0.53},
        {"i", "… with satisfaction (−.57 ± .10)", [](Study& s) { return s.outcome("nothing", "politics_and_satisfaction"); },
         -0.67, -0.47},
        {"i", "… with commitment (−.54 ± .10)", [](Study& s) { return s.outcome("nothing", "politics_and_commitment"); }, -0.64,
         -0.44},
        {"i", "… with task performance (−.20 ± .10)", [](Study& s) { return s.outcome("nothing", "politics_and_performance"); },
         -0.30, -0.10},
        {"j", "Between 50 and 80 % of unassisted transformations fail here",
         [](Study& s) { return one_minus(s.outcome("nothing", "success")); }, 0.5, 0.8, 100, "%"},
        {"j", "… and in the flagship scenario", [](Study& s) { return one_minus(s.outcome("flagship", "success")); }, 0.5, 0.8,
         100, "%"},
        {"k", "Deciding with data raises output, and by no more than 6 %",
         [](Study& s) {
             BlockValues gain = s.difference("pressure and moderation", "no lift", "true_value");
             BlockValues const without = s.outcome("no lift", "true_value");
             for (std::size_t b = 0; b < gain.size(); ++b) gain[b] /= without[b];
             return gain;
         },
         0, 0.06, 100, "%"},
    };
    return all;
}

}  // namespace micropol::behaviour
