// The same for the mechanism `adoption`: use, skill and expectations.

#include "mechanisms/tried.h"

namespace micropol::equations {
namespace {

// Share of those whose use somebody sees.
double peers_who_adopted(Tried const& t, std::size_t i) {
    Ties const& ties = t.organisation.ties;
    double known = 0, adopted = 0;
    for (std::uint32_t k = ties.first[i]; k < ties.first[i + 1]; ++k) {
        if (ties.forming && ties.formal[k] == 0 && t.was(Column::strength, k) < double(Ties::least_strength)) continue;
        ++known;
        adopted += t.was(Column::stage, ties.other[k]) >= double(Stage::symbolic);
    }
    double const visibility = t.number("visibility"), everywhere = t.was(Column::reported_adoption);
    double const peers = (1 - visibility) * adopted / std::max(known, 1.0) + visibility * everywhere;
    std::uint32_t const line = t.organisation.manager_tie[i];
    if (line == nobody) return peers;
    std::uint32_t const manager = ties.other[line];
    double const leads = t.was(Column::stage, manager) == double(Stage::substantive);
    return peers + (leads - peers) * t.was(Column::present, manager) * t.number("leader_weight");
}

// What use and skill become; the steps themselves are a matter of chance, and in tests/verification.
TEST(Equations, adoption) {
    expect_record(
        "adoption",
        {"competence = min(data skill / most required skill, 1)",
         "use ← use + habit · ([substantive] · competence · data access · tool − use), tool = tool_quality + (1 "
         "− tool_quality) · tool support",
         "data skill ← data skill + (1 − data skill) · (learning · use\n    + training_effect · training · (1 + transfer · (peers "
         "who adopted + ½ · (x − 1))))\n    − (1 − ½ ^ (1 / skill_half_life)) · (1 − use) · (1 − transfer · peers who adopted)\n    · "
         "max(data skill − data skill at the start, 0)",
         "peers who adopted ← peers who adopted + leader_weight · ([the manager uses it in earnest] − peers who adopted)",
         "← expectation + habituation · surprise"});
    in_all_situations("adoption", 13, [](Tried const& t) {
        double required = 0.01;
        for (Initiative const& initiative : t.settings.initiatives)
            required = std::max(required, double(initiative.required_skill));
        for (std::size_t i = 0; i < t.organisation.headcount(); ++i) {
            if (t.was(Column::present, i) == 0) continue;
            double const skill = t.was(Column::data_skill, i), quality = t.settings.tool_quality;
            double const tool = quality + (1 - quality) * t.was(Column::tool_support, i);
            bool const in_earnest = t.is(Column::stage, i) == double(Stage::substantive);
            double const depth = in_earnest ? std::min(skill / required, 1.0) * t.was(Column::data_access, i) * tool : 0;
            double const use = t.was(Column::use, i) + t.number("habit") * (depth - t.was(Column::use, i));
            double const transfer = t.number("transfer"), peers = peers_who_adopted(t, i);
            double const learned = t.number("learning") * use +
                                   t.number("training_effect") * t.was(Column::training, i) *
                                       (1 + transfer * (peers + (t.was(Column::attitude, i) - 1) / 2));
            t.expect(Column::use, i, between(0, use, 1));
            double const after = skill + (1 - skill) * between(0, learned, 1), half_life = t.number("skill_half_life");
            double const fades = half_life > 0 ? 1 - std::pow(0.5, 1 / half_life) : 0;
            t.expect(Column::data_skill, i,
                     after - fades * (1 - between(0, use, 1)) * (1 - transfer * peers) *
                                 positive(after - t.trait(Trait::data_skill, i)));
            bool const used_it = t.was(Column::stage, i) >= double(Stage::symbolic);
            t.expect(Column::expectation, i,
                     used_it ? t.was(Column::expectation, i) +
                                   t.number("habituation") * (t.was(Column::experience, i) - t.was(Column::expectation, i))
                             : t.was(Column::belief, i));
        }
    });
}

}  // namespace
}  // namespace micropol::equations
