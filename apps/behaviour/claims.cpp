#include <limits>

#include "behaviour/study.h"

namespace micropol::behaviour {

namespace {

constexpr double far = std::numeric_limits<double>::infinity();

BlockValues minus(BlockValues a, BlockValues const& b) {
    for (std::size_t k = 0; k < a.size(); ++k) a[k] -= b[k];
    return a;
}

// What `key` is with one arm more than with another, by block.
BlockValues difference(Study& study, std::string_view arm, std::string_view against, std::string_view key) {
    return minus(study.outcome(arm, key), study.outcome(against, key));
}

// How much more the one outcome rises than the other, by the same change.
BlockValues rises_more(Study& study, std::string_view arm, std::string_view key, std::string_view than) {
    return minus(difference(study, arm, "nothing", key), difference(study, arm, "nothing", than));
}

// What both together do beyond the sum of what each does.
BlockValues interaction(Study& study, std::string_view key) {
    BlockValues const both = difference(study, "pressure and moderation", "nothing", key);
    return minus(minus(both, difference(study, "pressure", "nothing", key)), difference(study, "moderation", "nothing", key));
}

BlockValues harm_of_volume(Study& study, std::string_view market) {
    std::string const suffix(market);
    return difference(study, "balanced pay" + suffix, "volume pay" + suffix, "true_value");
}

BlockValues one_minus(BlockValues values) {
    for (double& value : values) value = 1 - value;
    return values;
}

}  // namespace

std::vector<Claim> const& claims() {
    static std::vector<Claim> const all = {
        {"a", "Pressure alone raises symbolic more than substantive adoption: by so many points more",
         [](Study& s) { return rises_more(s, "pressure", "symbolic", "substantive"); }, 0, far, 100, "points"},
        {"a", "Pressure with moderation raises substantive adoption by more than the sum of both alone: by",
         [](Study& s) { return interaction(s, "substantive"); }, 0, far, 100, "points"},
        {"b", "Paying for volume where quality counts raises the measured value",
         [](Study& s) { return difference(s, "volume pay", "balanced pay", "measured_value"); }, 0, far},
        {"b", "… and lowers the true value",
         [](Study& s) { return difference(s, "volume pay", "balanced pay", "true_value"); }, -far, 0},
        {"b", "… and lowers the correlation of metric and value",
         [](Study& s) { return difference(s, "volume pay", "balanced pay", "metric_value_correlation"); }, -far, 0},
        {"b", "Quality weight repairs part of the true value",
         [](Study& s) { return difference(s, "volume pay, quality metrics", "volume pay", "true_value"); }, 0, far},
        {"b", "Audits repair part of it",
         [](Study& s) { return difference(s, "volume pay, audit", "volume pay", "true_value"); }, 0, far},
        {"b", "Joint goals repair part of it",
         [](Study& s) { return difference(s, "volume pay, joint goals", "volume pay", "true_value"); }, 0, far},
        {"b", "In an unspecialised market the harm of paying for volume is smaller: by",
         [](Study& s) { return minus(harm_of_volume(s, ""), harm_of_volume(s, ", unspecialised")); }, 0, far},
        {"c", "Politics (tactics, coalitions, hiding) costs substantive adoption: without it there is more",
         [](Study& s) { return difference(s, "no politics", "nothing", "substantive"); }, 0, far, 100, "points"},
        {"c", "Politics costs value: without it there is more",
         [](Study& s) { return difference(s, "no politics", "nothing", "true_value"); }, 0, far},
        {"c", "Among people who hold together, moderate rivalry and joint goals: politics brings ideas",
         [](Study& s) { return difference(s, "sparks", "sparks, no politics", "ideas"); }, 0, far, 100, "points"},
        {"c", "… and substantive adoption",
         [](Study& s) { return difference(s, "sparks", "sparks, no politics", "substantive"); }, 0, far, 100, "points"},
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
         [](Study& s) { return difference(s, "compensation", "nothing", "opposing_bloc"); }, -far, 0, 100, "points"},
        {"e", "A guiding coalition of the best connected beats one of the highest in rank: substantive adoption",
         [](Study& s) { return difference(s, "guided by the central", "guided by the senior", "substantive"); }, 0, far, 100,
         "points"},
        {"f", "Sharing data lowers the analysts' share of power",
         [](Study& s) {
             return minus(s.department_power("share data", "Analytics"), s.department_power("nothing", "Analytics"));
         },
         -far, 0, 100, "points"},
        {"f", "… and raises the true value", [](Study& s) { return difference(s, "share data", "nothing", "true_value"); }, 0,
         far},
        {"f", "Hoarding customer knowledge starves the tool: worth of using it",
         [](Study& s) { return difference(s, "hoarding culture", "open culture", "worth"); }, -far, 0},
        {"g", "With truthful reports the customer's rule has no decision regret",
         [](Study& s) { return s.outcome("truth, customer", "decision_regret"); }, -1e-9, 1e-9},
        {"g", "… and less than a committee",
         [](Study& s) { return difference(s, "truth, committee", "truth, customer", "decision_regret"); }, 0, far},
        {"g", "… less than Marketing",
         [](Study& s) { return difference(s, "truth, marketing", "truth, customer", "decision_regret"); }, 0, far},
        {"g", "… less than Sales",
         [](Study& s) { return difference(s, "truth, sales", "truth, customer", "decision_regret"); }, 0, far},
        {"g", "… less than the CEO",
         [](Study& s) { return difference(s, "truth, ceo", "truth, customer", "decision_regret"); }, 0, far},
        {"g", "Coarse reports cost it part of that lead over the committee: so much of it is lost",
         [](Study& s) {
             return minus(difference(s, "truth, committee", "truth, customer", "decision_regret"),
                          difference(s, "coarse, committee", "coarse, customer", "decision_regret"));
         },
         0, far},
        {"h", "Poor trust between Marketing and Sales at the start lowers lead follow-up",
         [](Study& s) { return difference(s, "distrust", "trust", "lead_followup"); }, -far, 0, 100, "points"},
        {"h", "About 70 % of the leads are never pursued, as usual here",
         [](Study& s) { return one_minus(s.outcome("nothing", "lead_followup")); }, 0.6, 0.8, 100, "%"},
        {"i", "Perceived politics correlates with strain (+.48 ± .10)",
         [](Study& s) { return s.outcome("nothing", "politics_and_strain"); }, 0.38, 0.58},
        {"i", "… with the intention to quit (+.43 ± .10)",
         [](Study& s) { return s.outcome("nothing", "politics_and_leaving"); }, 0.33, 0.53},
        {"i", "… with satisfaction (−.57 ± .10)",
         [](Study& s) { return s.outcome("nothing", "politics_and_satisfaction"); }, -0.67, -0.47},
        {"i", "… with commitment (−.54 ± .10)",
         [](Study& s) { return s.outcome("nothing", "politics_and_commitment"); }, -0.64, -0.44},
        {"i", "… with task performance (−.20 ± .10)",
         [](Study& s) { return s.outcome("nothing", "politics_and_performance"); }, -0.30, -0.10},
        {"j", "Between 50 and 80 % of unassisted transformations fail here",
         [](Study& s) { return one_minus(s.outcome("nothing", "success")); }, 0.5, 0.8, 100, "%"},
        {"j", "… and in the flagship scenario", [](Study& s) { return one_minus(s.outcome("flagship", "success")); }, 0.5, 0.8,
         100, "%"},
        {"k", "Deciding with data raises output, and by no more than 6 %",
         [](Study& s) {
             BlockValues gain = difference(s, "pressure and moderation", "no lift", "true_value");
             BlockValues const without = s.outcome("no lift", "true_value");
             for (std::size_t b = 0; b < gain.size(); ++b) gain[b] /= without[b];
             return gain;
         },
         0, 0.06, 100, "%"},
    };
    return all;
}

}  // namespace micropol::behaviour
