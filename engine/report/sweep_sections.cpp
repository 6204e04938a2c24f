#include <algorithm>
#include <nlohmann/json.hpp>

#include "report/engine_said.h"
#include "report/reading.h"
#include "report/sections.h"
#include "results/wording.h"

namespace micropol {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t curves_shown = 6;

struct WeightMeaning {
    std::string key;
    bool in_units = false;  // of the outcome; else a share of variance
};
WeightMeaning meaning_of(std::string const& design) {
    if (design == "morris") return {"weight_morris", true};
    if (design == "sobol") return {"weight_sobol"};
    if (design.starts_with("one")) return {"weight_one", true};
    return {"weight_other"};
}

void add_headline(Page& page, Json const& sweep, Json const& response) {
    std::string const label = outcome_label(page.language(), text_in(response, "outcome"));
    std::string factors;
    std::string weight;
    for (Json const& effect : list_in(response, "effects"))
        if (effect.value("clear", false) && factors.empty()) {
            factors = text_in(effect, "path");
            Estimate const index{.mean = number_in(effect.at("weight"), "value"),
                                 .low = number_in(effect.at("weight"), "low"),
                                 .high = number_in(effect.at("weight"), "high")};
            bool const in_units = meaning_of(text_in(sweep, "design")).in_units;
            weight = level_said(page.language(), index, in_units ? unit_of_outcome(text_in(response, "outcome")) : Unit::share) +
                     ", " + page.word(meaning_of(text_in(sweep, "design")).key);
        }
    page.add_headline(factors.empty() ? phrase(page.language(), "head_sweep_none", {label})
                                      : phrase(page.language(), "head_sweep", {label, factors, weight}),
                      phrase(page.language(), "head_sweep_detail",
                             {count_said(page.language(), list_in(sweep, "points").size()),
                              said(page.language(), spaced(text_in(sweep, "design")), "design"),
                              count_said(page.language(), count_in(sweep, "histories")),
                              count_said(page.language(), count_in(sweep, "headcount")),
                              count_said(page.language(), count_in(sweep, "weeks"))}));
}

void add_tornado(Page& page, Json const& sweep, Json const& response) {
    std::string const key = text_in(response, "outcome"), label = outcome_label(page.language(), key);
    WeightMeaning const meaning = meaning_of(text_in(sweep, "design"));
    Unit const unit = meaning.in_units ? unit_of_outcome(key) : Unit::share;
    page.begin_section("sensitivity", phrase(page.language(), "sensitivity", {label}));
    page.say(phrase(page.language(), "sensitivity_note", {page.word(meaning.key)}));
    PageTable table{label, {page.word("assumption"), page.word("weight"), page.word("clear")}, {}};
    Json rows = Json::array();
    std::string described;
    for (Json const& effect : list_in(response, "effects")) {
        Json const& weight = effect.at("weight");
        Estimate const index{
            .mean = number_in(weight, "value"), .low = number_in(weight, "low"), .high = number_in(weight, "high")};
        bool const clear = effect.value("clear", false);
        std::string const path = plain(text_in(effect, "path")), value = level_said(page.language(), index, unit);
        Json row = figure_row<Json>((clear ? "● " : "") + path, index);
        row["sign"] = clear ? 1 : 0;
        rows.push_back(row);
        table.rows.push_back({path, value, page.word(clear ? "yes" : "no")});
        described += (described.empty() ? "" : "; ") + path + ' ' + value;
    }
    page.figure("intervals", Json{{"rows", rows}, {"unit", figure_unit(unit)}, {"bars", true}}.dump(),
                phrase(page.language(), "bars_described", {described}), table);
}

void add_curves(Page& page, Json const& response) {
    std::string const key = text_in(response, "outcome"), label = outcome_label(page.language(), key);
    Unit const unit = unit_of_outcome(key);
    Json series = Json::array();
    PageTable table{label, {page.word("assumption"), page.word("from_to"), page.word("mean_interval")}, {}};
    std::string described;
    for (Json const& effect : list_in(response, "effects")) {
        Json const curve = list_in(effect, "curve");
        if (curve.empty() || series.size() == curves_shown) continue;
        std::string const path = plain(text_in(effect, "path"));
        Json steps = Json::array();
        for (Json const& step : curve) {
            auto const written = [&](char const* which) {
                return step.at(which).is_string() ? plain(text_in(step, which))
                                                  : value_said(page.language(), number_in(step, which), Unit::one);
            };
            std::string const range = written("from") == written("to") ? written("from")
                                                                       : written("from") + " – " + written("to");
            steps.push_back(figure_row<Json>(range, estimate_in(step, "mean")));
            table.rows.push_back({path, range, level_said(page.language(), estimate_in(step, "mean"), unit)});
        }
        series.push_back({{"name", path}, {"steps", steps}});
        described += (described.empty() ? "" : ", ") + path;
    }
    if (series.empty()) return;
    page.begin_section("response", phrase(page.language(), "response", {label}));
    page.say(page.word("response_note"));
    page.figure("curves", Json{{"series", series}, {"unit", figure_unit(unit)}, {"label", label}}.dump(),
                phrase(page.language(), "response_described", {described}), table);
}

void add_discovery(Page& page, Json const& failure) {
    page.begin_section("discovery", page.word("scenario_discovery"));
    std::string const failures = count_said(page.language(), count_in(failure, "failures")),
                      points = count_said(page.language(), count_in(failure, "points"));
    Json const kept = list_in(failure, "restrictions");
    if (kept.empty()) {
        page.say(phrase(page.language(), "discovery_none", {failures, points}));
        return;
    }
    page.say(phrase(page.language(), "discovery",
                    {failures, points, value_said(page.language(), number_in(failure, "density"), Unit::share),
                     value_said(page.language(), number_in(failure, "coverage"), Unit::share)}));
    std::vector<std::string> limits;
    for (Json const& limit : list_in(failure, "box_of_prim"))
        if (std::ranges::find(kept, limit.at("path")) != kept.end())
            limits.push_back(text_in(limit, "path") + ": " +
                             restriction_said(page.language(), plain(text_in(limit, "in_words"))));
    page.list(limits);
}

}  // namespace

void add_sweep(Page& page, std::string const& results) {
    Json const sweep = Json::parse(results);
    page.set_title(text_in(sweep, "title"), text_in(sweep, "question"));
    Json const responses = list_in(sweep, "responses");
    for (std::size_t k = 0; k < responses.size(); ++k) {
        if (list_in(responses[k], "effects").empty()) continue;
        if (k == 0) add_headline(page, sweep, responses[k]);
        add_tornado(page, sweep, responses[k]);
        add_curves(page, responses[k]);
    }
    if (sweep.contains("failure") && sweep["failure"].is_object()) add_discovery(page, sweep["failure"]);
}

}  // namespace micropol
