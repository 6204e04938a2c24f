#include <algorithm>
#include <nlohmann/json.hpp>

#include "report/reading.h"
#include "report/sections.h"
#include "results/wording.h"

namespace micropol {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view none = "none";

Json outcome_of(Json const& strategy, std::string_view key) {
    for (Json const& outcome : list_in(strategy, "outcomes"))
        if (outcome.at("key") == key) return outcome;
    return Json::object();
}

std::string shown_name(Page const& page, Json const& strategy) {
    std::string const name = plain(text_in(strategy, "name"));
    return name == none ? said(page.language(), name) : spaced(name);
}

std::string joined_names(Page const& page, std::vector<std::string> const& names) {
    std::string text;
    for (std::size_t k = 0; k < names.size(); ++k)
        text += (k == 0 ? "" : k + 1 == names.size() ? page.word("and") : ", ") + names[k];
    return text;
}

void add_headline(Page& page, Json const& comparison, Json const& strategies) {
    std::string const by = text_in(comparison, "by");
    std::vector<std::string> rivals;
    for (std::size_t k = 1; k < strategies.size(); ++k)
        if (strategies[k].value("level_with_best", false)) rivals.push_back(shown_name(page, strategies[k]));
    Json const& best = strategies.front();
    std::string const level = level_said(page.language(), estimate_in(outcome_of(best, by), "level"), unit_of_outcome(by));
    std::string const label = outcome_label(page.language(), by);
    std::string const detail = phrase(
        page.language(), "head_compare_detail",
        {count_said(page.language(), strategies.size()), count_said(page.language(), count_in(comparison, "histories")),
         count_said(page.language(), count_in(comparison, "headcount")),
         count_said(page.language(), count_in(comparison, "weeks")), std::to_string(comparison.value("seed", 0ull))});
    if (count_in(comparison, "blocks") < 2)
        page.add_headline(page.word("head_one_block"), detail);
    else if (rivals.empty())
        page.add_headline(phrase(page.language(), "head_best", {shown_name(page, best), label, level}), detail);
    else
        page.add_headline(
            phrase(page.language(), "head_level", {shown_name(page, best), label, level, joined_names(page, rivals)}), detail);
}

void add_forest(Page& page, Json const& strategies, std::string const& by) {
    Unit const unit = unit_of_outcome(by);
    std::string const label = outcome_label(page.language(), by);
    PageTable table{label,
                    {page.word("strategy"), page.word("mean_interval"), page.word("against_none"), page.word("against_best"),
                     page.word("best_in"), page.word("meaning")},
                    {}};
    Json rows = Json::array();
    std::string described;
    for (Json const& strategy : strategies) {
        Json const outcome = outcome_of(strategy, by);
        Estimate const change = estimate_in(outcome, "against_none");
        bool const nothing = text_in(strategy, "name") == none, best = &strategy == &strategies.front();
        std::string const said_change = nothing ? "–" : change_said(page.language(), change, unit);
        table.rows.push_back({shown_name(page, strategy), level_said(page.language(), estimate_in(outcome, "level"), unit),
                              said_change, best ? "–" : change_said(page.language(), estimate_in(outcome, "against_best"), unit),
                              level_said(page.language(), estimate_in(strategy, "best_in"), Unit::share),
                              text_in(strategy, "meaning")});
        if (nothing) continue;
        rows.push_back(change_row<Json>(shown_name(page, strategy), change));
        described += (described.empty() ? "" : "; ") + shown_name(page, strategy) + ' ' + said_change;
    }
    page.subheading(label);
    page.figure("intervals", Json{{"rows", rows}, {"unit", figure_unit(unit)}, {"change", true}}.dump(),
                phrase(page.language(), "bars_described", {described}), table);
}

void add_value_against_cost(Page& page, Json const& strategies, std::string const& by) {
    std::string const value = by == "cost" ? "net_value" : by;
    Unit const unit = unit_of_outcome(value);
    std::string const label = outcome_label(page.language(), value);
    PageTable table{page.word("value_cost"), {page.word("strategy"), page.word("cost"), label}, {}};
    Json points = Json::array();
    std::string described;
    for (Json const& strategy : strategies) {
        Json const cost = outcome_of(strategy, "cost"), worth = outcome_of(strategy, value);
        if (cost.empty() || worth.empty()) return;
        Estimate const across = estimate_in(cost, "level"), up = estimate_in(worth, "level");
        points.push_back({{"name", shown_name(page, strategy)},
                          {"x", figure_row<Json>("", across)},
                          {"y", figure_row<Json>("", up)},
                          {"best", strategy.value("level_with_best", false)}});
        std::string const costs = level_said(page.language(), across, Unit::money),
                          worths = level_said(page.language(), up, unit);
        table.rows.push_back({shown_name(page, strategy), costs, worths});
        described += (described.empty() ? "" : "; ") + shown_name(page, strategy) + ": " + costs + ", " + worths;
    }
    page.begin_section("value-cost", page.word("value_cost"));
    page.say(page.word("value_cost_note"));
    page.figure("scatter", Json{{"points", points}, {"label", label}, {"unit", figure_unit(unit)}}.dump(),
                phrase(page.language(), "scatter_described", {label, described}), table);
}

}  // namespace

void add_comparison(Page& page, std::string const& results) {
    Json const comparison = Json::parse(results);
    Json const strategies = list_in(comparison, "strategies");
    if (strategies.empty()) return;
    page.set_title(text_in(comparison, "title"), text_in(comparison, "question"));
    add_headline(page, comparison, strategies);
    std::string const by = text_in(comparison, "by");
    page.begin_section("comparison", page.word("comparison"));
    page.say(page.word("comparison_note"));
    add_forest(page, strategies, by);
    for (char const* also : {"success", "substantive", "net_value"})
        if (also != by && !outcome_of(strategies.front(), also).empty()) add_forest(page, strategies, also);
    add_value_against_cost(page, strategies, by);
}

}  // namespace micropol
