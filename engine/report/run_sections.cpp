#include <algorithm>
#include <nlohmann/json.hpp>

#include "report/engine_said.h"
#include "report/reading.h"
#include "report/sections.h"
#include "results/wording.h"

namespace micropol {

namespace {

using Json = nlohmann::ordered_json;

Json const* outcome_in(Json const& run, std::string_view key) {
    for (Json const& outcome : run.at("outcomes"))
        if (outcome.at("key") == key) return &outcome;
    return nullptr;
}

// "28–40"
std::string interval_said(Page const& page, Estimate const& estimate, Unit unit) {
    std::string const text = interval(estimate.low, estimate.high, precision_of(estimate, unit));
    return text.empty() ? page.word("unknown") : localised(page.language(), text);
}
std::string mean_said(Page const& page, Estimate const& estimate, Unit unit) {
    return localised(page.language(), figure(estimate.mean, precision_of(estimate, unit)));
}

void add_headline(Page& page, Json const& run) {
    Json const *const success = outcome_in(run, "success"), *const substantive = outcome_in(run, "substantive");
    std::string const week = count_said(page.language(), count_in(run, "weeks"));
    std::string const strategy = text_in(run, "strategy");
    std::string const detail = phrase(
        page.language(), "head_run_detail",
        {count_said(page.language(), count_in(run, "histories")), count_said(page.language(), count_in(run, "headcount")), week,
         strategy.empty() ? "" : phrase(page.language(), "with_strategy", {strategy}), std::to_string(run.value("seed", 0ull))});
    if (success && substantive) {
        Estimate const root = estimate_in(*success, "at_horizon"), use = estimate_in(*substantive, "at_horizon");
        page.add_headline(phrase(page.language(), "head_run",
                                 {mean_said(page, root, Unit::flag), interval_said(page, root, Unit::flag), week,
                                  mean_said(page, use, Unit::share), interval_said(page, use, Unit::share)}),
                          detail);
    } else if (!run.at("outcomes").empty()) {
        Json const& first = run.at("outcomes").front();
        std::string const key = text_in(first, "key");
        page.add_headline(phrase(page.language(), "head_run_short",
                                 {week, outcome_label(page.language(), key),
                                  level_said(page.language(), estimate_in(first, "at_horizon"), unit_of_outcome(key))}),
                          detail);
    }
}

// ------------------------------------------------------------------------------------- weekly

double at(Json const& weekly, char const* key, std::size_t week) {
    Json const& value = weekly.at(key).at(week);
    return value.is_number() ? value.get<double>() : std::nan("");
}

Json rounded(Json const& values) {
    Json result = Json::array();
    for (Json const& value : values)
        result.push_back(value.is_number() ? Json(std::round(value.get<double>() * 1e4) / 1e4) : Json());
    return result;
}

// Weeks that a table has room for: about thirteen, the last one among them.
std::vector<std::size_t> weeks_shown(std::size_t weeks) {
    std::vector<std::size_t> shown;
    std::size_t const step = std::max<std::size_t>(1, (weeks + 12) / 13);
    for (std::size_t week = step; week < weeks; week += step) shown.push_back(week - 1);
    if (weeks > 0) shown.push_back(weeks - 1);
    return shown;
}

PageTable table_of_band(Page const& page, std::string const& label, Json const& weekly, Unit unit) {
    PageTable table{label, {page.word("week"), page.word("median"), page.word("half_of"), page.word("nine_of_ten")}, {}};
    auto const value = [&](char const* key, std::size_t week) {
        return value_said(page.language(), at(weekly, key, week), unit);
    };
    for (std::size_t const week : weeks_shown(weekly.at("mean").size()))
        table.rows.push_back({count_said(page.language(), week + 1), value("q50", week),
                              value("q25", week) + " – " + value("q75", week), value("q05", week) + " – " + value("q95", week)});
    return table;
}

void add_adoption(Page& page, Json const& run) {
    Json const* const found = outcome_in(run, "substantive");
    Json const* const outcome = found ? found : run.at("outcomes").empty() ? nullptr : &run.at("outcomes").front();
    if (!outcome || outcome->at("weekly").at("mean").empty()) return;
    std::string const key = text_in(*outcome, "key"), label = outcome_label(page.language(), key);
    Unit const unit = unit_of_outcome(key);
    Json const& weekly = outcome->at("weekly");
    page.begin_section("adoption", page.word("adoption"));
    page.say(page.word("adoption_note"));
    double const half = number_in(run, "week_of_half");
    if (found)
        page.say(std::isnan(half) ? page.word("half_open")
                                  : phrase(page.language(), "half", {localised(page.language(), number(half, {}))}));
    std::size_t const last = weekly.at("mean").size() - 1;
    auto const value = [&](char const* name, std::size_t week) {
        return value_said(page.language(), at(weekly, name, week), unit);
    };
    Json data{{"label", label}, {"unit", figure_unit(unit)}};
    for (char const* name : {"q05", "q25", "q50", "q75", "q95"}) data[name] = rounded(weekly.at(name));
    page.figure("fan", data.dump(),
                phrase(page.language(), "adoption_described",
                       {label, value("q50", 0), value("q50", last), value("q05", last), value("q95", last)}),
                table_of_band(page, label, weekly, unit));
}

void add_stages(Page& page, Json const& run) {
    Json series = Json::array();
    std::vector<std::pair<std::string, Json>> stages;
    for (char const* key : {"substantive", "symbolic", "on_trial", "interested", "aware", "unaware", "rejecting"})
        if (Json const* outcome = outcome_in(run, key)) stages.emplace_back(key, outcome->at("weekly").at("mean"));
    if (stages.size() < 2 || stages.front().second.empty()) return;
    page.begin_section("stages", page.word("stages"));
    page.say(page.word("stages_note"));
    PageTable table{page.word("stages"), {page.word("week")}, {}};
    std::string at_the_end;
    for (auto const& [key, values] : stages) {
        std::string const label = outcome_label(page.language(), key);
        table.heads.push_back(label);
        series.push_back({{"name", label}, {"key", key}, {"values", rounded(values)}});
        at_the_end += (at_the_end.empty() ? "" : ", ") + label + ' ' +
                      value_said(page.language(), values.back().is_number() ? values.back().get<double>() : std::nan(""),
                                 Unit::share);
    }
    for (std::size_t const week : weeks_shown(stages.front().second.size())) {
        std::vector<std::string> row{count_said(page.language(), week + 1)};
        for (auto const& [key, values] : stages)
            row.push_back(value_said(page.language(), values.at(week).is_number() ? values.at(week).get<double>() : std::nan(""),
                                     Unit::share));
        table.rows.push_back(row);
    }
    page.figure("areas", Json{{"series", series}, {"unit", "share"}}.dump(),
                phrase(page.language(), "stages_described", {at_the_end}), table);
}

// ------------------------------------------------------------------------------------- power

// A role, "Sales, level 2", or a person.
std::string who_said(Page const& page, Json const& run, Json const& shift) {
    std::string const who = plain(text_in(shift, "who"));
    if (run.value("imported", false)) return who;
    return group_said(page.language(), who);
}

Json slope_row(std::string const& name, double before, double after, Estimate const& change) {
    int const sign = change.low > 0 ? 1 : change.high < 0 ? -1 : 0;
    return {{"name", name}, {"before", figure_number<Json>(before)}, {"after", figure_number<Json>(after)}, {"sign", sign}};
}

void add_departments(Page& page, Json const& run) {
    PageTable table{
        page.word("power"),
        {page.word("department"), page.word("employees"), page.word("before"), page.word("after"), page.word("change")},
        {}};
    Json rows = Json::array();
    std::string described;
    for (Json const& shift : list_in(run, "departments")) {
        Estimate const before = estimate_in(shift, "before"), after = estimate_in(shift, "after"),
                       change = estimate_in(shift, "change");
        std::string const from = mean_said(page, before, Unit::share), to = mean_said(page, after, Unit::share);
        rows.push_back(slope_row(plain(text_in(shift, "name")), before.mean, after.mean, change));
        table.rows.push_back({text_in(shift, "name"), count_said(page.language(), count_in(shift, "headcount")), from, to,
                              change_said(page.language(), change, Unit::share)});
        described += (described.empty() ? "" : "; ") + text_in(shift, "name") + ' ' + from + " → " + to;
    }
    page.say(page.word("power_note"));
    if (std::size_t const hidden = count_in(run, "departments_hidden"); hidden > 0)
        page.say(phrase(page.language(), "hidden_groups",
                        {count_said(page.language(), hidden), count_said(page.language(), count_in(run, "smallest_group"))}));
    if (!table.rows.empty())
        page.figure("slope", Json{{"rows", rows}, {"unit", "share"}}.dump(),
                    phrase(page.language(), "power_described", {described}), table);
}

void add_people(Page& page, Json const& run) {
    PageTable table{page.word("people"), {page.word("who"), page.word("before"), page.word("after"), page.word("change")}, {}};
    Json rows = Json::array();
    std::string described;
    for (char const* key : {"winners", "losers"})
        for (Json const& shift : list_in(run, key)) {
            Estimate const change = estimate_in(shift, "change");
            Precision precision = change_precision_of(change, Unit::power);
            precision.signs = false;
            auto const level = [&](char const* when) {
                return localised(page.language(), number(number_in(shift, when), precision));
            };
            rows.push_back(slope_row(who_said(page, run, shift), number_in(shift, "before"), number_in(shift, "after"), change));
            table.rows.push_back(
                {who_said(page, run, shift), level("before"), level("after"), change_said(page.language(), change, Unit::power)});
            described += (described.empty() ? "" : "; ") + who_said(page, run, shift) + ' ' + level("before") + " → " +
                         level("after");
        }
    if (table.rows.empty()) return;
    page.subheading(page.word("people"));
    page.say(page.word("people_note"));
    if (run.value("imported", false) && !page.options().show_names) page.say(page.word("pseudonyms"));
    page.figure("slope", Json{{"rows", rows}, {"unit", "one"}}.dump(), phrase(page.language(), "power_described", {described}),
                table);
}

// ------------------------------------------------------------------------------------- why

void add_failures(Page& page, Json const& run) {
    if (list_in(run, "failures").empty()) return;
    page.begin_section("failures", page.word("failures"));
    page.say(page.word("failures_note"));
    PageTable table{page.word("failures"), {page.word("reason"), page.word("share"), page.word("rule")}, {}};
    Json rows = Json::array();
    std::string described;
    for (Json const& failure : list_in(run, "failures")) {
        std::string const reason = said(page.language(), text_in(failure, "reason"));
        Estimate const share = estimate_in(failure, "share");
        rows.push_back(figure_row<Json>(reason, share));
        table.rows.push_back(
            {reason, level_said(page.language(), share, Unit::share), said(page.language(), text_in(failure, "rule"))});
        described += (described.empty() ? "" : "; ") + reason + ' ' + level_said(page.language(), share, Unit::share);
    }
    page.figure("intervals", Json{{"rows", rows}, {"unit", "share"}, {"bars", true}}.dump(),
                phrase(page.language(), "bars_described", {described}), table);
}

void add_influences(Page& page, Json const& run) {
    Json const influences = list_in(run, "influences");
    if (influences.empty()) return;
    page.begin_section("depends", page.word("depends"));
    page.say(phrase(page.language(), "depends_note", {outcome_label(page.language(), text_in(influences.front(), "with"))}));
    PageTable table{page.word("depends"), {page.word("number"), page.word("correlation")}, {}};
    Json rows = Json::array();
    std::string described;
    for (Json const& influence : influences) {
        Estimate const estimate{.mean = number_in(influence, "rank_correlation"),
                                .low = number_in(influence, "low"),
                                .high = number_in(influence, "high")};
        rows.push_back(figure_row<Json>(text_in(influence, "path"), estimate));
        std::string const value = level_said(page.language(), estimate, Unit::correlation);
        table.rows.push_back({text_in(influence, "path"), value});
        described += (described.empty() ? "" : "; ") + text_in(influence, "path") + ' ' + value;
    }
    page.figure("intervals", Json{{"rows", rows}, {"unit", "one"}, {"bars", true}}.dump(),
                phrase(page.language(), "bars_described", {described}), table);
}

void add_outcomes(Page& page, Json const& run) {
    page.begin_section("outcomes", phrase(page.language(), "outcomes", {count_said(page.language(), count_in(run, "weeks"))}));
    PageTable table{page.word("mean_interval"), {page.word("outcome"), page.word("mean_interval"), page.word("range")}, {}};
    for (Json const& outcome : run.at("outcomes")) {
        std::string const key = text_in(outcome, "key");
        Unit const unit = unit_of_outcome(key);
        Estimate const estimate = estimate_in(outcome, "at_horizon");
        std::string const range = unit == Unit::flag ? ""
                                                     : localised(page.language(), interval(estimate.smallest, estimate.largest,
                                                                                           precision_of(estimate, unit)));
        table.rows.push_back({outcome_label(page.language(), key), level_said(page.language(), estimate, unit), range});
    }
    page.folded_table(table);
}

}  // namespace

void add_run(Page& page, std::string const& results) {
    Json const run = Json::parse(results);
    page.set_title(text_in(run, "title"), text_in(run, "question"));
    add_headline(page, run);
    add_adoption(page, run);
    add_stages(page, run);
    page.begin_section("power", page.word("power"));
    add_departments(page, run);
    add_people(page, run);
    add_failures(page, run);
    add_influences(page, run);
    add_outcomes(page, run);
}

}  // namespace micropol
