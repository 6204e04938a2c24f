#include "findings/sweep.h"
#include "findings/sweep_words.h"
#include "report/json_in_english.h"
#include "report/write_json.h"
#include "statistics/estimate_json.h"
#include "study/compare/compare.h"
#include "study/money_json.h"

namespace micropol {

namespace {

Json of(Index const& index) { return {{"value", index.value}, {"low", index.low}, {"high", index.high}}; }

Json of(Factor const& factor) {
    Json json{{"path", factor.path}};
    if (auto const* words = std::get_if<Words>(&factor.values))
        json["words"] = *words;
    else if (auto const* whole = std::get_if<WholeNumbers>(&factor.values))
        json["from"] = whole->low, json["to"] = whole->high, json["whole"] = true;
    else
        json["distribution"] = to_string(std::get<Distribution>(factor.values));
    return json;
}

Json of(Sweep const& sweep, ResponseConclusion const& response, FactorEffect const& effect) {
    Json curve = Json::array();
    for (CurveStep const& step : effect.curve)
        curve.push_back({{"from", step.from}, {"to", step.to}, {"points", step.points}, {"mean", json_of(step.mean)}});
    Json json{{"path", sweep.definition.factors[effect.factor].path}, {"weight", of(effect.weight)}, {"clear", effect.clear}};
    if (!response.elementary.empty()) {
        ElementaryEffects const& found = response.elementary[effect.factor];
        json["mu"] = json_of(found.mu), json["mu_star"] = json_of(found.mu_star);
        json["sigma"] = found.sigma, json["mu_star_by_chance"] = found.by_chance;
    } else if (response.indices) {
        json["first"] = of(response.indices->first[effect.factor]), json["total"] = of(response.indices->total[effect.factor]);
    } else if (sweep.definition.design != Design::one_at_a_time) {
        json["p"] = effect.by_chance;
    }
    json["curve"] = curve;
    return json;
}

Json of(Sweep const& sweep, ResponseConclusion const& response) {
    Json effects = Json::array(), pairs = Json::array();
    for (FactorEffect const& effect : response.effects) effects.push_back(of(sweep, response, effect));
    for (PairEffect const& pair : response.pairs)
        pairs.push_back(
            {{"paths", Json::array({sweep.definition.factors[pair.first].path, sweep.definition.factors[pair.second].path})},
             {"weight", of(pair.weight)}});
    Json json{{"outcome", sweep.facts.outcomes[response.outcome]->plugin.key}, {"unknown_values", response.unknown_values}};
    if (response.unknown_values > 0) return json;
    VarianceShare const& share = response.by_assumptions;
    json["mean"] = json_of(response.mean), json["lowest"] = response.lowest, json["highest"] = response.highest;
    json["by_assumptions"] = {{"value", share.value}, {"low", share.low}, {"high", share.high}, {"p", share.by_chance}};
    if (response.indices) json["variance"] = response.indices->variance, json["noise"] = response.indices->noise;
    json["effects"] = effects;
    if (!pairs.empty()) json["pairs"] = pairs;
    return json;
}

Json of(Sweep const& sweep, FailureConclusion const& failure) {
    Json json{{"outcome", sweep.facts.outcomes[failure.rule.outcome]->plugin.key},
              {failure.rule.above ? "above" : "below", failure.rule.level},
              {"usual_rule", failure.usual},
              {"failures", failure.failures},
              {"points", failure.points}};
    if (!failure.found) return json;
    Json box = Json::array(), kept = Json::array();
    for (Restriction const& restriction : failure.restrictions)
        kept.push_back(sweep.definition.factors[restriction.dimension].path);
    for (Restriction const& restriction : failure.found->restrictions) {
        Factor const& factor = sweep.definition.factors[restriction.dimension];
        Range const inside = failure.found->box.ranges[restriction.dimension];
        box.push_back({{"path", factor.path},
                       {"low", inside.low},
                       {"high", inside.high},
                       {"in_words", to_text(describe(factor, inside), Language::english)},
                       {"by_chance", restriction.by_chance}});
    }
    json["box_of_prim"] = box, json["restrictions"] = kept, json["coverage"] = failure.box.coverage;
    json["density"] = failure.box.density, json["points_in_box"] = failure.box.points;
    return json;
}

std::string named(std::string const& strategy) { return strategy.empty() ? std::string(no_strategy) : strategy; }

}  // namespace

std::string write_json(Sweep const& sweep) {
    SweepDefinition const& definition = sweep.definition;
    Json factors = Json::array(), responses = Json::array(), points = Json::array();
    for (Factor const& factor : definition.factors) factors.push_back(of(factor));
    for (ResponseConclusion const& response : sweep.responses) responses.push_back(of(sweep, response));
    for (std::size_t point = 0; point < sweep.points.size(); ++point) {
        Json values = Json::object(), means = Json::object();
        for (std::size_t k = 0; k < definition.factors.size(); ++k)
            values[definition.factors[k].path] = written_at(definition.factors[k], sweep.points[point][k]);
        for (std::size_t arm = 0; arm < definition.arms(); ++arm)
            for (std::size_t outcome = 0; outcome < sweep.facts.outcomes.size(); ++outcome)
                means[key_of(sweep, arm, outcome)] = mean_at(sweep, point, arm, outcome);
        points.push_back({{"values", values}, {"group", group_of(definition, point)}, {"means", means}});
    }
    Json const json{{"title", sweep.facts.title},
                    {"question", definition.question.empty() ? sweep.facts.question : definition.question},
                    {"claim", definition.claim},
                    {"source", definition.source},
                    {"headcount", sweep.facts.headcount},
                    {"upper_bound", sweep.facts.sees_all},
                    {"money", json_of_money(sweep.facts)},
                    {"weeks", sweep.facts.weeks},
                    {"design", design_names[std::size_t(definition.design)]},
                    {"blocks", definition.blocks},
                    {"histories", definition.blocks * std::size_t(histories_per_block)},
                    {"seed", definition.seed},
                    {"strategy", named(definition.strategy)},
                    {"against", definition.against ? Json(named(*definition.against)) : Json()},
                    {"factors", factors},
                    {"verdict", json_in_english(verdict_on(sweep))},
                    {"responses", responses},
                    {"failure", sweep.failure ? of(sweep, *sweep.failure) : Json()},
                    {"points", points}};
    return json.dump(2) + '\n';
}

}  // namespace micropol
