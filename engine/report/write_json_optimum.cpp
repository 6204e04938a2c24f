#include <cmath>

#include "findings/bundle.h"
#include "findings/optimum.h"
#include "report/json_in_english.h"
#include "report/write_json.h"
#include "statistics/estimate_json.h"

namespace micropol {

namespace {

Json limit(double value) { return std::isfinite(value) ? Json(value) : Json(); }

}  // namespace

std::string write_json(Optimum const& optimum) {
    Comparison const& comparison = optimum.comparison;
    Json strategies = Json::array();
    for (std::size_t k = 0; k < comparison.standings.size(); ++k) {
        Standing const& standing = comparison.standings[k];
        Json one{{"name", standing.name},
                 {"keeps_limits", optimum.prospects[k].keeps_limits},
                 {"on_front", optimum.prospects[k].on_front}};
        if (optimum.choice) one["against_choice"] = json_of(optimum.prospects[k].against_choice);
        if (Found const* const found = optimum.bundle_of(standing)) {
            one["in_words"] = to_text(describe(optimum.space, found->bundle), Language::english);
            one["yaml"] = strategies_yaml(optimum.space, {*found});
        }
        strategies.push_back(one);
    }
    Json json = {{"choice", optimum.choice ? Json(comparison.standings[*optimum.choice].name) : Json()},
                 {"verdict", json_in_english(verdict_on(optimum))},
                 {"budget", limit(optimum.plan.limits.budget)},
                 {"least_credibility", limit(optimum.plan.limits.least_credibility)},
                 {"levers", optimum.space.levers},
                 {"bundle_size", optimum.space.most_levers},
                 {"tried", optimum.tried},
                 {"generations", optimum.generations},
                 {"search_blocks", optimum.search_blocks}};
    if (optimum.optimism)
        json["optimism"] = {{"promised", json_of(optimum.optimism->promised)},
                            {"kept", json_of(optimum.optimism->kept)},
                            {"difference", json_of(optimum.optimism->difference)}};
    json["final"] = strategies;
    json["comparison"] = json_of(comparison);
    return json.dump(2) + '\n';
}

}  // namespace micropol
