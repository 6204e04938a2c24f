#include "scenario/former_keys.h"

#include <algorithm>

namespace micropol {

namespace {

constexpr std::string_view one_now = "several numbers that told nothing apart are one now",
                           no_more = "it moved no outcome and is not asked for any more",
                           of_a_sort = "levers of one sort have it in common now; an intervention may say its own";

}  // namespace

std::vector<FormerKey> former_keys(KnownPlugins const& known) {
    std::vector<FormerKey> all{
        {"mechanisms.performance.usual_loss", "",
         "what politics takes where nothing is being transformed is simulated now; usual_vacancy remains"},
        {"mechanisms.information.hearsay", "", no_more},
        {"mechanisms.adoption.excitement", "", no_more},
        {"mechanisms.attitude.steadfastness", "", no_more},
        {"mechanisms.governance.flattery", "", no_more},
        {"mechanisms.governance.shrunk", "", no_more},
    };
    struct Joined {
        std::string_view mechanism, today;
        std::vector<std::string_view> formerly;
    };
    for (Joined const& joined : std::vector<Joined>{
             {"information", "against", {"rent_weight", "rivalry_weight", "hiding_weight", "opening_resistance", "offence"}},
             {"information", "in_favour", {"reciprocity_weight", "coalition_weight", "joint_weight"}},
             {"information", "campaign", {"storytelling"}},
             {"climate",
              "politics_by_structure",
              {"politics_by_span", "politics_by_say", "politics_by_formality", "politics_by_rivalry"}},
             {"climate",
              "politics_by_upheaval",
              {"politics_by_reorganisation", "politics_by_centralisation", "politics_by_ambiguity", "politics_by_injustice"}},
             {"climate", "ideas_by_cohesion", {"ideas_by_joint_goals"}},
             {"ties", "occasion", {"joint_work", "networking_meets", "champions_met"}},
             {"attitude", "voice_gain", {"status_voice", "persuasion_gain"}},
             {"performance", "followup_occasion", {"followup_volume", "followup_tracking", "followup_joint"}},
             {"performance", "followup_experience", {"experience_response"}}})
        for (std::string_view const former : joined.formerly)
            all.push_back({"mechanisms." + std::string(joined.mechanism) + '.' + std::string(former), joined.today, one_now});
    for (PluginSpec const* lever : known.interventions) {
        auto const own = std::ranges::find(known.lever_numbers, lever->key, &LeverNumbers::key);
        for (ParameterSpec const& number : lever->parameters)
            if (own == known.lever_numbers.end() ||
                std::ranges::find(own->parameters, number.name, &ParameterSpec::name) == own->parameters.end())
                all.push_back({"levers." + std::string(lever->key) + '.' + std::string(number.name), "", of_a_sort});
    }
    return all;
}

bool was_known(std::string_view group, std::string_view key) {
    static std::vector<FormerKey> const all = former_keys({});
    std::string const end = '.' + std::string(group) + '.' + std::string(key);
    if (std::ranges::any_of(all, [&](FormerKey const& former) { return former.path.ends_with(end); })) return true;
    // Of levers, where `levers` speaks of one: those of a sort know them still, and so does every intervention.
    constexpr std::string_view of_sorts[] = {"build_up", "fade", "burden", "credibility", "mistiming_cost"};
    return std::ranges::find(of_sorts, key) != std::end(of_sorts);
}

}  // namespace micropol
