#include "micropol/live_page.h"

#include <algorithm>
#include <cmath>

#include "base/build_identity.h"
#include "base/hash.h"
#include "base/json.h"
#include "base/source.h"
#include "findings/common.h"
#include "interventions/families.h"
#include "micropol/describe_parameters.h"
#include "micropol/live_assets.h"
#include "micropol/log.h"
#include "micropol/scenario_options.h"
#include "micropol/synthetic.h"
#include "micropol/wording.h"
#include "model/known_numbers.h"
#include "model/model.h"
#include "report/figure_json.h"
#include "report/html.h"
#include "scenario/as_written.h"
#include "scenario/node.h"
#include "scenario/to_node.h"
#include "study/workshop/answers.h"
#include "words/problem.h"
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

Json assumption_json(AskedAssumption const& asked, std::vector<Matter> const& matters) {
    Matter const& matter = *std::ranges::find(matters, asked.path, &Matter::path);
    return {{"path", asked.path},
            {"meaning", in_each_language(Message(asked.meaning))},
            {"unit", in_each_language(in_context("unit", name_of(asked.unit)))},
            {"drawn", asked.drawn},
            {"usual", asked.usual},
            {"plausible", Json::array({asked.plausible.low, asked.plausible.high})},
            {"range", Json::array({asked.range.low, asked.range.high})},
            {"grade", asked.grade},
            {"source", source_json(asked.source)},
            {"weight", rounded(matter.weight)},
            {"weighed", code_of(matter.weighed)}};
}

Json assumptions_json(std::vector<AskedAssumption> const& asked, std::vector<Matter> const& matters) {
    Json all = Json::array();
    for (AskedAssumption const& one : asked) all.push_back(assumption_json(one, matters));
    bool const elsewhere = !matters.empty() && matters.front().weighed != Weighed::by_screening;
    if (asked.empty() && elsewhere)
        throw InvalidInput({{"--from"},
                            "none of the assumptions that were weighed there is one of this scenario",
                            "the results are of another scenario, or of numbers that it does not leave open",
                            "give results of this scenario, or leave --from out"});
    return all;
}

// What participants of a workshop are asked.
Json workshop_json(ScenarioSource const& source, std::vector<Matter> const& matters) {
    Questions const questions = questions_for(source, paths_of(matters));
    Json edges = Json::array();
    for (AskedAssumption const& one : questions.assumptions) {
        Json its = Json::array();
        for (double const edge : edges_of(one)) its.push_back(edge);
        edges.push_back(std::move(its));
    }
    return {{"version", version_of_answers},
            {"fingerprint", in_hexadecimal(questions.fingerprint())},
            {"assumptions", assumptions_json(questions.assumptions, matters)},
            {"edges", edges},
            {"most_chips", Questions::most_chips},
            {"most_dots", Questions::most_dots},
            {"most_rounds", most_rounds},
            {"most_files", most_answers},
            {"largest_file", largest_answers},
            {"longest_name", longest_participant}};
}

// ------------------------------------------------------------------------------------------- page

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
            {"assumptions",
             assumptions_json(asked_assumptions(source, paths_of(options.matters), assumptions_shown), options.matters)},
            {"workshop", options.workshop ? workshop_json(source, options.matters) : Json()},
            {"words", words},
            {"scenario", json_of(options.scenario)}};
}

std::string policy() {
    return "default-src 'none'; img-src data:; script-src '" + policy_hash(live_script_hash()) +
           "' 'wasm-unsafe-eval'; worker-src blob:; style-src '" + policy_hash(live_frame_style_hash()) + "' '" +
           policy_hash(live_style_hash()) + "'; base-uri 'none'; form-action 'none'";
}

// Where the script shows it, and what it reads; without the script, a sentence.
std::string body_of(ScenarioSource const& source, LivePageOptions const& options, std::string_view kind,
                    std::string const& heading) {
    std::string body = "<div id=\"live\" class=\"" + std::string(kind) + "\">" + heading + "<noscript><p>" +
                       html_escaped(
                           to_text(Message("This page simulates in the browser and needs its script."), options.language)) +
                       "</p></noscript></div>\n<script type=\"application/json\" id=\"live-data\">" +
                       script_escaped(data_of(source, options).dump()) +
                       "</script>\n<script type=\"text/plain\" id=\"live-engine\">";
    body += live_engine();
    return body + "</script>\n";
}

}  // namespace

bool pages_can_be_live() { return !live_script().empty() && !live_engine().empty(); }

void require_live_pages() {
    if (pages_can_be_live()) return;
    throw Failure({{},
                   "this micropol cannot make pages that simulate",
                   "it was built without the compiler for WebAssembly, or without Node.js",
                   "install both with ./dev page, which builds it again"});
}

std::string live_page_of(ScenarioSource const& source, LivePageOptions const& options) {
    std::string const title = html_escaped(source.read().name);
    std::string page = "<!doctype html>\n<html lang=\"" + std::string(code_of(options.language)) +
                       "\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"" +
                       policy() + "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n" +
                       "<meta name=\"color-scheme\" content=\"light dark\">\n<title>" + title + " – micropol</title>\n<style>";
    page += live_frame_style();
    page += "</style><style>";
    page += live_style();
    page += "</style>\n</head>\n<body>\n" + body_of(source, options, "live", "<h1>" + title + "</h1>") + "<script>";
    page += live_script();
    return page + "</script>\n</body>\n</html>\n";
}

LivePart live_part_of(ScenarioSource const& source, LivePageOptions const& options) {
    return {"Try other strategies", body_of(source, options, "live in-report", ""),
            live_style(),           live_style_hash(),
            live_script(),          live_script_hash()};
}

bool leave_people_at_home(Node& scenario, std::string const& file, ScenarioSource& source) {
    Scenario const imported = source.read();
    if (!imported.import) return false;
    Synthetic made = synthetic(std::move(scenario), Model(imported, ""));
    scenario = std::move(made.scenario);
    log::info(Message(
        "The page holds no imported person: its organisation is drawn at random, with as many people in {0} and the spread of "
        "what is known of them.",
        {counted("{0} departments", made.departments)}));
    if (made.left_out > 0) log::warning(Message("{0} interventions for single people are left out", {Count{made.left_out}}));
    source = ScenarioSource(to_yaml(scenario), file, known_plugins());
    return true;
}

}  // namespace micropol::app
