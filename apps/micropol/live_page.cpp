#include "micropol/live_page.h"

#include <algorithm>
#include <cmath>

#include "base/build_identity.h"
#include "base/json.h"
#include "base/overloaded.h"
#include "base/plausible.h"
#include "base/source.h"
#include "findings/common.h"
#include "interventions/families.h"
#include "micropol/describe_parameters.h"
#include "micropol/live_assets.h"
#include "model/known_numbers.h"
#include "model/model.h"
#include "report/figure_json.h"
#include "report/html.h"
#include "scenario/node.h"
#include "scenario/to_node.h"
#include "words/text.h"

namespace micropol::app {

namespace {

constexpr std::size_t assumptions_shown = 8;

Json json_of(Node const& node) {
    switch (node.kind) {
        case Node::Kind::nothing: return {};
        case Node::Kind::scalar: return node.text;
        case Node::Kind::list: {
            Json items = Json::array();
            for (Node const& item : node.items) items.push_back(json_of(item));
            return items;
        }
        case Node::Kind::map: break;
    }
    Json members = Json::object();
    for (std::size_t k = 0; k < node.keys.size(); ++k) members[node.keys[k].text] = json_of(node.items[k]);
    return members;
}

Json in_each_language(Phrase const& phrase) {
    Json all = Json::object();
    for (Language const language : all_languages) all[code_of(language)] = to_text(phrase, language);
    return all;
}

Json strategies_json(Scenario const& scenario) {
    Json all = Json::array();
    for (Strategy const& strategy : scenario.strategies)
        all.push_back({{"name", strategy.name}, {"meaning", strategy.meaning}, {"strategy", json_of(to_node(strategy))}});
    return all;
}

Json levers_json() {
    Json all = Json::array();
    for (LeverFamily const& family : lever_families()) {
        Json levers = Json::array();
        for (std::string_view const key : family.keys) {
            auto const kinds = intervention_catalogue();
            InterventionKind const& kind = **std::ranges::find(kinds, key, [](auto const* one) { return one->plugin.key; });
            levers.push_back({{"key", key},
                              {"name", in_each_language(lever(key))},
                              {"meaning", in_each_language(Message(kind.plugin.description))},
                              {"evidence", in_each_language(Message(kind.evidence))},
                              {"counter_move", in_each_language(Message(kind.counter_move))}});
        }
        all.push_back({{"name", in_each_language(Message(family.name))}, {"levers", levers}});
    }
    return all;
}

// ------------------------------------------------------------------------------------- assumptions

// Of initiatives and shocks those of the first are known.
std::string known_as(std::string const& path) {
    auto const with_first = [&](std::string const& group) {
        return path.starts_with(group) ? group + '0' + path.substr(path.rfind('.')) : "";
    };
    for (char const* group : {"transformation.initiatives.", "shocks."})
        if (std::string const first = with_first(group); !first.empty()) return first;
    return path;
}

// What somebody who drew it would believe possible.
Range believed(Distribution const& value, Range range) {
    auto const around = [&](double mean, double sd) {
        return Range{std::max(range.low, mean - 2 * sd), std::min(range.high, mean + 2 * sd)};
    };
    return std::visit(Overloaded{[](double fixed) {
                                     return Range{fixed, fixed};
                                 },
                                 [](UniformDistribution const& one) {
                                     return Range{one.low, one.high};
                                 },
                                 [](TriangularDistribution const& one) {
                                     return Range{one.low, one.high};
                                 },
                                 [&](NormalDistribution const& one) { return around(one.mean, one.sd); },
                                 [&](BetaDistribution const& one) {
                                     Range const near = around(one.mean, one.sd);
                                     return Range{std::max(0.0, near.low), std::min(1.0, near.high)};
                                 },
                                 [](ChoiceDistribution const& one) {
                                     auto const [low, high] = std::ranges::minmax(one.values);
                                     return Range{low, high};
                                 }},
                      value);
}

double usual(Distribution const& value) {
    return std::visit(
        Overloaded{[](double fixed) { return fixed; }, [](UniformDistribution const& one) { return (one.low + one.high) / 2; },
                   [](TriangularDistribution const& one) { return one.mode; },
                   [](NormalDistribution const& one) { return one.mean; }, [](BetaDistribution const& one) { return one.mean; },
                   [](ChoiceDistribution const& one) { return one.values.front(); }},
        value);
}

// A number in four digits, as a slider stops at.
double rounded(double value) {
    if (value == 0 || !std::isfinite(value)) return value;
    double const scale = std::pow(10, 3 - std::floor(std::log10(std::abs(value))));
    return std::round(value * scale) / scale;
}

Json source_json(std::string const& source) {
    Source const* const known = find_source(source);
    return {{"key", source}, {"citation", known ? Json(known->citation) : Json()}};
}

// Nothing where it cannot be changed by a slider.
std::optional<Json> assumption_json(Assumption const& number, Assumption const& as_drawn, Matter const& matter) {
    auto const known = known_numbers();
    auto const record = std::ranges::find(known, known_as(number.path), &KnownNumber::path);
    if (record == known.end()) return std::nullopt;
    Range const plausible = believed(as_drawn.value, number.range);
    if (!(plausible.low < plausible.high)) return std::nullopt;
    std::string_view const grade = number.given ? "scenario" : name_of(record->spec.grade);
    return Json{{"path", number.path},
                {"meaning", in_each_language(Message(record->spec.description))},
                {"unit", in_each_language(in_context("unit", name_of(number.unit)))},
                {"drawn", is_uncertain(number)},
                {"usual", rounded(usual(number.value))},
                {"plausible", Json::array({rounded(plausible.low), rounded(plausible.high)})},
                {"range", Json::array({number.range.low, number.range.high})},
                {"grade", grade},
                {"source", source_json(number.source)},
                {"weight", rounded(matter.weight)},
                {"weighed", code_of(matter.weighed)}};
}

Json assumptions_json(ScenarioSource const& source, std::vector<Matter> const& matters) {
    std::vector<Assumption> const as_is = Model(source.read(), "").assumptions();
    Scenario drawn = source.read({Override{"assumptions", "drawn"}});
    std::vector<Assumption> in_all = as_is, as_drawn;
    auto const collect = [](std::vector<Assumption>& all, Model const& model) {
        for (Assumption const& one : model.assumptions())
            if (std::ranges::find(all, one.path, &Assumption::path) == all.end()) all.push_back(one);
    };
    collect(as_drawn, Model(drawn, ""));
    for (Strategy const& strategy : drawn.strategies) collect(as_drawn, Model(drawn, strategy.name));
    for (Strategy const& strategy : drawn.strategies) collect(in_all, Model(source.read(), strategy.name));
    Json all = Json::array();
    for (Matter const& matter : matters) {
        if (all.size() == assumptions_shown) break;
        auto const possible = std::ranges::find(as_drawn, matter.path, &Assumption::path);
        if (possible == as_drawn.end()) continue;
        // Where strategies share no number of a lever unless it is drawn, its own stand in each of them.
        auto const known = std::ranges::find(in_all, matter.path, &Assumption::path);
        if (auto json = assumption_json(known == in_all.end() ? *possible : *known, *possible, matter))
            all.push_back(std::move(*json));
    }
    bool const elsewhere = !matters.empty() && matters.front().weighed != Weighed::by_screening;
    if (all.empty() && elsewhere)
        throw InvalidInput({{"--from"},
                            "none of the assumptions that were weighed there is one of this scenario",
                            "the results are of another scenario, or of numbers that it does not leave open",
                            "give results of this scenario, or leave --from out"});
    return all;
}

// ------------------------------------------------------------------------------------------- page

Json grades_json() {
    Json all = Json::array();
    for (std::string_view const grade : grade_names) all.push_back(grade);
    return all;
}

Json data_of(ScenarioSource const& source, LivePageOptions const& options) {
    Scenario const scenario = source.read();
    Model const model(scenario, "");
    Json words = Json::object();
    for (Language const language : all_languages) words[code_of(language)] = words_of_figures({language, scenario.currency});
    return {{"language", code_of(options.language)},
            {"version", options.version},
            {"model", model_hash()},
            {"name", options.name},
            {"command", options.words},
            {"title", scenario.name},
            {"question", scenario.question},
            {"headcount", model.headcount()},
            {"weeks", scenario.weeks},
            {"seed", std::to_string(scenario.seed)},
            {"departments", model.departments()},
            {"strategies", strategies_json(scenario)},
            {"families", levers_json()},
            {"assumptions", assumptions_json(source, options.matters)},
            {"grades", grades_json()},
            {"words", words},
            {"scenario", json_of(options.scenario)}};
}

std::string policy() {
    return "default-src 'none'; img-src data:; script-src '" + policy_hash(live_script_hash()) +
           "' 'wasm-unsafe-eval'; worker-src blob:; style-src '" + policy_hash(live_style_hash()) +
           "'; base-uri 'none'; form-action 'none'";
}

}  // namespace

bool pages_can_be_live() { return !live_script().empty() && !live_engine().empty(); }

std::string live_page_of(ScenarioSource const& source, LivePageOptions const& options) {
    Scenario const scenario = source.read();
    std::string const title = html_escaped(scenario.name);
    std::string page = "<!doctype html>\n<html lang=\"" + std::string(code_of(options.language)) +
                       "\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"" +
                       policy() + "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n" +
                       "<meta name=\"color-scheme\" content=\"light dark\">\n<title>" + title + " – micropol</title>\n<style>";
    page += live_style();
    page += "</style>\n</head>\n<body>\n<div id=\"page\"><h1>" + title + "</h1><noscript><p>" +
            html_escaped(to_text(Message("This page simulates in the browser and needs its script."), options.language)) +
            "</p></noscript></div>\n<script type=\"application/json\" id=\"data\">" +
            script_escaped(data_of(source, options).dump()) + "</script>\n<script type=\"text/plain\" id=\"engine\">";
    page += live_engine();
    page += "</script>\n<script>";
    page += live_script();
    page += "</script>\n</body>\n</html>\n";
    return page;
}

}  // namespace micropol::app
