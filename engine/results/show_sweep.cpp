#include "results/show_sweep.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "results/escape.h"
#include "results/sweep_account.h"
#include "results/text_lines.h"
#include "study/compare/compare.h"

namespace micropol {

namespace {

using Json = nlohmann::ordered_json;

std::string as_text(Sweep const& sweep, ShowOptions const& options) {
    int const width = std::max(min_width, options.width);
    return text_of(account_of(sweep, width, detail_of(options.everything)), options.colour, width, OldVerdictPlace::before_tables);
}

std::string as_markdown(Sweep const& sweep, ShowOptions const& options) {
    return markdown_of(account_of(sweep, page_width, detail_of(options.everything)));
}

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
        curve.push_back({{"from", step.from}, {"to", step.to}, {"points", step.points}, {"mean", json_of<Json>(step.mean)}});
    Json json{{"path", sweep.definition.factors[effect.factor].path}, {"weight", of(effect.weight)}, {"clear", effect.clear}};
    if (!response.elementary.empty()) {
        ElementaryEffects const& found = response.elementary[effect.factor];
        json["mu"] = json_of<Json>(found.mu), json["mu_star"] = json_of<Json>(found.mu_star);
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
        pairs.push_back({{"paths", {sweep.definition.factors[pair.first].path, sweep.definition.factors[pair.second].path}},
                         {"weight", of(pair.weight)}});
    Json json{{"outcome", sweep.facts.outcomes[response.outcome]->plugin.key}, {"unknown_values", response.unknown_values}};
    if (response.unknown_values > 0) return json;
    VarianceShare const& share = response.by_assumptions;
    json["mean"] = json_of<Json>(response.mean), json["lowest"] = response.lowest, json["highest"] = response.highest;
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
                       {"in_words", restriction_in_words(factor, inside)},
                       {"by_chance", restriction.by_chance}});
    }
    json["box_of_prim"] = box, json["restrictions"] = kept, json["coverage"] = failure.box.coverage;
    json["density"] = failure.box.density, json["points_in_box"] = failure.box.points;
    return json;
}

double point_mean(Sweep const& sweep, std::size_t arm, std::size_t outcome, std::size_t point) {
    double sum = 0;
    std::size_t const blocks = sweep.definition.blocks;
    for (std::size_t block = 0; block < blocks; ++block) sum += sweep.values[arm][outcome][point * blocks + block];
    return sum / double(blocks);
}

// "substantive", "against_substantive"
std::string column_of(Sweep const& sweep, std::size_t arm, std::size_t outcome) {
    return (arm > 0 ? "against_" : "") + std::string(sweep.facts.outcomes[outcome]->plugin.key);
}

std::string named(std::string const& strategy) { return strategy.empty() ? std::string(no_strategy) : strategy; }

std::string as_json(Sweep const& sweep) {
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
                means[column_of(sweep, arm, outcome)] = point_mean(sweep, arm, outcome, point);
        points.push_back({{"values", values}, {"group", group_of(definition, point)}, {"means", means}});
    }
    Json const json{{"title", sweep.facts.title},
                    {"question", definition.question.empty() ? sweep.facts.question : definition.question},
                    {"claim", definition.claim},
                    {"source", definition.source},
                    {"headcount", sweep.facts.headcount},
                    {"weeks", sweep.facts.weeks},
                    {"design", design_names[std::size_t(definition.design)]},
                    {"blocks", definition.blocks},
                    {"histories", definition.blocks * std::size_t(histories_per_block)},
                    {"seed", definition.seed},
                    {"strategy", named(definition.strategy)},
                    {"against", definition.against ? Json(named(*definition.against)) : Json()},
                    {"factors", factors},
                    {"verdict", verdict_on(sweep)},
                    {"responses", responses},
                    {"failure", sweep.failure ? of(sweep, *sweep.failure) : Json()},
                    {"points", points}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

std::string as_csv(Sweep const& sweep) {
    SweepDefinition const& definition = sweep.definition;
    std::string text = "point,group";
    for (Factor const& factor : definition.factors) text += ',' + csv_field(factor.path);
    for (std::size_t arm = 0; arm < definition.arms(); ++arm)
        for (std::size_t outcome = 0; outcome < sweep.facts.outcomes.size(); ++outcome)
            text += ',' + column_of(sweep, arm, outcome);
    text += '\n';
    for (std::size_t point = 0; point < sweep.points.size(); ++point) {
        text += std::to_string(point) + ',' + std::to_string(group_of(definition, point));
        for (std::size_t k = 0; k < definition.factors.size(); ++k) {
            Factor const& factor = definition.factors[k];
            double const share = sweep.points[point][k];
            bool const word = std::holds_alternative<Words>(factor.values);
            text += ',' + (word ? csv_field(written_at(factor, share)) : csv_number(coordinate_at(factor, share)));
        }
        for (std::size_t arm = 0; arm < definition.arms(); ++arm)
            for (std::size_t outcome = 0; outcome < sweep.facts.outcomes.size(); ++outcome)
                text += ',' + csv_number(point_mean(sweep, arm, outcome, point));
        text += '\n';
    }
    return text;
}

}  // namespace

std::string show(Sweep const& sweep, Format format, ShowOptions const& options) {
    switch (format) {
        case Format::json: return as_json(sweep);
        case Format::csv: return as_csv(sweep);
        case Format::markdown: return as_markdown(sweep, options);
        case Format::text: break;
    }
    return as_text(sweep, options);
}

}  // namespace micropol
