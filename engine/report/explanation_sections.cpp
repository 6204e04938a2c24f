#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "report/engine_said.h"
#include "report/ledger_section.h"
#include "report/reading.h"
#include "report/sections.h"
#include "results/wording.h"

namespace micropol {

namespace {

using Json = nlohmann::ordered_json;

std::string label_of(Page const& page, Json const& outcome) {
    std::string const key = text_in(outcome, "key");
    bool const known = std::ranges::any_of(outcome_catalogue(), [&](OutcomeKind const* kind) { return kind->plugin.key == key; });
    return known ? outcome_label(page.language(), key) : plain(text_in(outcome, "label"));
}
Unit unit_of(Json const& outcome) { return unit_of_outcome(text_in(outcome, "key")); }

// ------------------------------------------------------------------------------------- told

PageTable chronicle_of(Page const& page, Json const& part, std::size_t headcount, std::string const& caption) {
    PageTable table{caption, {page.word("week"), page.word("what_happened")}, {}};
    for (Json const& event : list_in(part, "chronicle")) {
        bool const in_german = page.language() == Language::german;
        table.rows.push_back(
            {count_said(page.language(), count_in(event, "week")),
             in_german ? moment_said(page.language(), event.at("moment").dump(), int(count_in(event, "week")), headcount)
                       : text_in(event, "text")});
    }
    return table;
}

void add_network(Page& page, Json const& told) {
    if (!told.contains("network") || !told["network"].is_object()) return;
    Json const& network = told["network"];
    Json const people = list_in(network, "people"), frames = list_in(network, "frames");
    if (people.empty() || frames.empty()) return;
    PageTable table{
        page.word("network"),
        {page.word("week"), page.word("coalitions"), page.word("members"), page.word("largest"), page.word("attitude_mean")},
        {}};
    for (Json const& frame : frames) {
        std::map<int, std::size_t> sizes;
        std::size_t members = 0, largest = 0;
        for (Json const& coalition : list_in(frame, "coalition"))
            if (coalition.is_number() && coalition.get<double>() >= 0) ++members, ++sizes[int(coalition.get<double>())];
        for (auto const& [coalition, size] : sizes) largest = std::max(largest, size);
        double sum = 0;
        Json const attitudes = list_in(frame, "attitude");
        for (Json const& attitude : attitudes)
            if (attitude.is_number()) sum += attitude.get<double>();
        double const mean = attitudes.empty() ? std::nan("") : sum / double(attitudes.size());
        table.rows.push_back({count_said(page.language(), count_in(frame, "week")), count_said(page.language(), sizes.size()),
                              count_said(page.language(), members), count_said(page.language(), largest),
                              value_said(page.language(), mean, Unit::attitude)});
    }
    page.begin_section("network", page.word("network"));
    page.say(page.word("network_note"));
    page.figure("network", network.dump(-1, ' ', false, Json::error_handler_t::replace),
                phrase(page.language(), "network_described",
                       {count_said(page.language(), people.size()), count_said(page.language(), list_in(network, "ties").size()),
                        table.rows.back()[1], table.rows.back()[2]}),
                table);
}

void add_told(Page& page, Json const& told, std::size_t headcount) {
    Json const outcome = told.contains("outcome") ? told["outcome"] : Json::object();
    std::string const which = said(page.language(), text_in(told, "which"));
    std::string const value = value_said(page.language(), number_in(outcome, "value"), unit_of(outcome));
    page.begin_section("chronicle", page.word("chronicle"));
    page.say(phrase(page.language(), "chronicle_note",
                    {which, count_said(page.language(), count_in(told, "block")),
                     count_said(page.language(), count_in(told, "history")), label_of(page, outcome), value}));
    page.table(chronicle_of(page, told, headcount, page.word("what_happened")));
    add_network(page, told);
}

// ------------------------------------------------------------------------------------- why

void add_why(Page& page, Json const& why) {
    Json const outcome = why.contains("outcome") ? why["outcome"] : Json::object();
    Unit const unit = unit_of(outcome);
    std::string const with_all = level_said(page.language(), estimate_in(why, "with_all"), unit),
                      with_none = level_said(page.language(), estimate_in(why, "with_none"), unit);
    std::vector<std::pair<std::string, Estimate>> shares;
    for (Json const& factor : list_in(why, "factors"))
        shares.emplace_back(cause_said(page.language(), plain(text_in(factor, "label"))), estimate_in(factor, "share"));
    std::ranges::stable_sort(shares, std::ranges::greater{}, [](auto const& share) { return std::abs(share.second.mean); });
    if (!shares.empty())
        page.add_headline(phrase(page.language(), "head_why",
                                 {label_of(page, outcome), with_all, with_none, shares.front().first,
                                  change_said(page.language(), shares.front().second, unit)}),
                          "");
    page.begin_section("why", phrase(page.language(), "why", {label_of(page, outcome)}));
    page.say(phrase(page.language(), "why_note",
                    {with_all, with_none, change_said(page.language(), estimate_in(why, "total"), unit)}));
    PageTable table{label_of(page, outcome), {page.word("factor"), page.word("contribution")}, {}};
    Json rows = Json::array();
    std::string described;
    for (auto const& [name, share] : shares) {
        std::string const value = change_said(page.language(), share, unit);
        rows.push_back(change_row<Json>(name, share));
        table.rows.push_back({name, value});
        described += (described.empty() ? "" : "; ") + name + ' ' + value;
    }
    page.figure("intervals", Json{{"rows", rows}, {"unit", figure_unit(unit)}, {"bars", true}, {"change", true}}.dump(),
                phrase(page.language(), "bars_described", {described}), table);
}

// Drawn are the first ones, who change most; the table has all.
constexpr std::size_t turns_drawn = 12;

// name_of: who or when, and what; no column for what if there is nothing to say.
void add_turns(Page& page, Json const& outcome, std::string const& heading, Json const& turns, std::vector<std::string> heads,
               auto const& name_of) {
    if (turns.empty()) return;
    heads.push_back(page.word("change")), heads.push_back(page.word("flips"));
    PageTable table{heading, heads, {}};
    Json rows = Json::array();
    std::string described;
    for (Json const& turn : turns) {
        auto const [name, what] = name_of(turn);
        Estimate const change = estimate_in(turn, "change");
        std::string const value = change_said(page.language(), change, unit_of(outcome));
        table.rows.push_back({name, value, level_said(page.language(), estimate_in(turn, "flips"), Unit::share)});
        if (!what.empty()) table.rows.back().insert(table.rows.back().begin() + 1, what);
        if (rows.size() == turns_drawn) continue;
        std::string const label = what.empty() ? name : name + ", " + what;
        rows.push_back(change_row<Json>(label, change));
        described += (described.empty() ? "" : "; ") + label + ' ' + value;
    }
    page.subheading(heading);
    page.figure("intervals",
                Json{{"rows", rows}, {"unit", figure_unit(unit_of(outcome))}, {"bars", true}, {"change", true}}.dump(),
                phrase(page.language(), "bars_described", {described}), table);
}

void add_pivotal(Page& page, Json const& pivotal) {
    Json const outcome = pivotal.contains("outcome") ? pivotal["outcome"] : Json::object();
    Json const people = list_in(pivotal, "people"), weeks = list_in(pivotal, "weeks");
    if (people.empty() && weeks.empty()) return;
    page.begin_section("pivotal", page.word("pivotal"));
    page.say(
        phrase(page.language(), "pivotal_note",
               {label_of(page, outcome),
                label_of(page, outcome) + ' ' + value_said(page.language(), number_in(pivotal, "threshold"), unit_of(outcome))}));
    add_turns(page, outcome, page.word("pivotal_people"), people, {page.word("who"), page.word("what")}, [&](Json const& person) {
        return std::pair(plain(text_in(person, "id")), said(page.language(), plain(text_in(person, "what"))));
    });
    add_turns(page, outcome, page.word("pivotal_weeks"), weeks, {page.word("week")}, [&](Json const& week) {
        return std::pair(page.word("week") + ' ' + count_said(page.language(), count_in(week, "week")), std::string());
    });
}

void add_fork(Page& page, Json const& fork, std::size_t headcount) {
    Json const outcome = fork.contains("outcome") ? fork["outcome"] : Json::object();
    Unit const unit = unit_of(outcome);
    std::string const label = label_of(page, outcome), week = count_said(page.language(), count_in(fork, "at_week"));
    std::string steps;
    for (Json const& step : list_in(fork, "then"))
        if (step.is_string()) steps += (steps.empty() ? "" : "; ") + wish_said(page.language(), plain(step.get<std::string>()));
    std::string const difference = change_said(page.language(), estimate_in(fork, "difference"), unit);
    page.add_headline(
        phrase(page.language(), "head_fork", {week, steps.empty() ? page.word("no_change") : steps, label, difference}), "");
    page.begin_section("fork", page.word("fork"));
    page.say(phrase(page.language(), "fork_note", {week, steps}));
    std::string const was = level_said(page.language(), estimate_in(fork, "as_it_was"), unit),
                      other = level_said(page.language(), estimate_in(fork, "otherwise"), unit);
    PageTable const table{
        label,
        {label, page.word("mean_interval")},
        {{page.word("as_it_was"), was}, {page.word("otherwise"), other}, {page.word("difference"), difference}}};
    Json const weekly = fork.contains("weekly") && fork["weekly"].is_object() ? fork["weekly"] : Json::object();
    Json const series = {{{"name", page.word("as_it_was")}, {"values", list_in(weekly, "as_it_was")}},
                         {{"name", page.word("otherwise")}, {"values", list_in(weekly, "otherwise")}}};
    page.figure(
        "lines",
        Json{{"series", series}, {"unit", figure_unit(unit)}, {"label", label}, {"mark", count_in(fork, "at_week")}}.dump(),
        phrase(page.language(), "fork_described", {was, other}), table);
    if (list_in(fork, "chronicle").empty()) return;
    page.subheading(page.word("fork_chronicle"));
    page.say(page.word("fork_chronicle_note"));
    page.table(chronicle_of(page, fork, headcount, page.word("fork_chronicle")));
}

}  // namespace

void add_explanation(Page& page, std::string const& results) {
    Json const explanation = Json::parse(results);
    page.set_title(text_in(explanation, "title"), text_in(explanation, "question"));
    auto const part = [&](char const* key) { return explanation.contains(key) && explanation[key].is_object(); };
    if (part("told")) add_told(page, explanation["told"], count_in(explanation, "headcount"));
    if (part("why")) add_why(page, explanation["why"]);
    if (part("pivotal")) add_pivotal(page, explanation["pivotal"]);
    if (part("ledger")) add_ledger(page, results);
    if (part("fork")) add_fork(page, explanation["fork"], count_in(explanation, "headcount"));
}

}  // namespace micropol
