#include "report/ledger_section.h"

#include <nlohmann/json.hpp>

#include "report/engine_said.h"
#include "report/reading.h"
#include "results/wording.h"
#include "study/run/failures.h"

namespace micropol {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t people_shown = 20;

bool is_private(Page const& page, Json const& explanation) {
    return explanation.value("imported", false) && !page.options().show_names;
}

// The results leave out what is too small already, unless the report asks for larger groups.
Json departments_shown(Page& page, Json const& explanation) {
    Json const departments = list_in(explanation["ledger"], "departments");
    if (!is_private(page, explanation) || !page.options().group_size) return departments;
    std::vector<std::size_t> sizes;
    for (Json const& department : departments) sizes.push_back(count_in(department, "people"));
    std::vector<bool> const shown = shown_singly(sizes, *page.options().group_size);
    Json result = Json::array();
    for (std::size_t k = 0; k < departments.size(); ++k)
        if (shown[k]) result.push_back(departments[k]);
    return result;
}

std::vector<std::string> goals_of(Page const& page, Json const& ledger) {
    std::vector<std::string> names;
    for (Json const& goal : list_in(ledger, "goals")) {
        std::string const key = goal.is_string() ? goal.get<std::string>() : "";
        bool const known = key == "career" || key == "pay" || key == "status" || key == "security" || key == "company";
        names.push_back(known ? page.word("outcome." + key) : plain(key));
    }
    return names;
}

std::string cell(Page const& page, Json const& value) {
    return value.is_number() ? value_said(page.language(), value.get<double>(), Unit::attitude)
                             : change_said(page.language(), value.is_object() ? estimate_of(value) : estimate_of(Json::object()),
                                           Unit::attitude);
}

PageTable table_of(Page const& page, Json const& ledger, Json const& groups, std::string const& what, char const* name) {
    PageTable table{what, {what}, {}};
    for (std::string const& goal : goals_of(page, ledger)) table.heads.push_back(goal);
    table.heads.push_back(page.word("total"));
    for (Json const& group : groups) {
        std::string const who = plain(text_in(group, name));
        std::vector<std::string> row{std::string_view(name) == "name" ? group_said(page.language(), who) : who};
        for (Json const& goal : list_in(group, "by_goal")) row.push_back(cell(page, goal));
        row.resize(table.heads.size() - 1, "–");
        row.push_back(group.contains("total") ? cell(page, group["total"]) : "–");
        table.rows.push_back(row);
        if (table.rows.size() == people_shown && std::string_view(name) == "id") break;
    }
    return table;
}

void add_departments(Page& page, Json const& explanation) {
    Json const departments = departments_shown(page, explanation);
    if (departments.empty()) return;
    Json rows = Json::array();
    std::string described;
    for (Json const& department : departments) {
        Estimate const total = estimate_in(department, "total");
        std::string const name = plain(text_in(department, "name"));
        rows.push_back(change_row<Json>(name, total));
        described += (described.empty() ? "" : "; ") + name + ' ' + change_said(page.language(), total, Unit::attitude);
    }
    page.figure("intervals", Json{{"rows", rows}, {"unit", "one"}, {"bars", true}, {"change", true}}.dump(),
                phrase(page.language(), "bars_described", {described}),
                table_of(page, explanation["ledger"], departments, page.word("department"), "name"));
}

// ------------------------------------------------------------------------------------- offers

std::string levers_of(Page const& page, Json const& offer) {
    std::string text;
    for (Json const& lever : list_in(offer, "levers"))
        if (lever.is_string()) text += (text.empty() ? "" : " + ") + lever_said(page.language(), lever.get<std::string>());
    return text;
}

std::string strength_of(Page const& page, Json const& offer) {
    double const intensity = number_in(offer, "intensity");
    return std::isnan(intensity) ? page.word("not_enough") : value_said(page.language(), intensity, Unit::share);
}

std::string cost_of(Page const& page, Json const& offer) {
    return offer.contains("cost") ? level_said(page.language(), estimate_in(offer, "cost"), Unit::money) : "–";
}

// To many people, against something unwanted. key: of its words.
void add_relief(Page& page, Json const& relief, std::string const& key) {
    Json const offers = list_in(relief, "smallest");
    if (offers.empty()) return;
    page.subheading(page.word(key));
    page.say(phrase(page.language(), key + "_note",
                    {level_said(page.language(), estimate_in(relief, "share"), Unit::share),
                     value_said(page.language(), number_in(relief, "wanted"), Unit::share),
                     value_said(page.language(), blocking_share, Unit::share)}));
    PageTable table{page.word(key),
                    {page.word("offer"), page.word("intensity"), page.word("remaining"), page.word("effect"), page.word("cost")},
                    {}};
    for (Json const& offer : offers) {
        std::string const target = plain(text_in(offer, "target"));
        table.rows.push_back({levers_of(page, offer) + (target.empty() ? "" : " (" + group_said(page.language(), target) + ')'),
                              strength_of(page, offer), level_said(page.language(), estimate_in(offer, "remaining"), Unit::share),
                              change_said(page.language(), estimate_in(offer, "effect"), Unit::share), cost_of(page, offer)});
    }
    page.table(table);
}

// To one person at a time; the first row of each is how it is without any.
void add_blockers(Page& page, Json const& ledger) {
    Json const blockers = list_in(ledger, "blockers");
    if (blockers.empty()) return;
    page.subheading(page.word("blockers"));
    page.say(page.word("blockers_note") + (ledger.contains("block") ? ' ' + page.word("blockers_of_one") : ""));
    PageTable table{page.word("blockers"),
                    {page.word("who"), page.word("offer"), page.word("intensity"), page.word("opposes"),
                     page.word("attitude_mean"), page.word("cost")},
                    {}};
    auto const row = [&](std::string who, std::string offer, std::string strength, Estimate const& opposes, Json const& with,
                         std::string cost) {
        table.rows.push_back({std::move(who), std::move(offer), std::move(strength),
                              level_said(page.language(), opposes, Unit::share),
                              level_said(page.language(), estimate_in(with, "attitude"), Unit::attitude), std::move(cost)});
    };
    for (Json const& blocker : blockers) {
        Json const opposes = blocker.value("opposes", Json::object());
        std::string const who = plain(text_in(blocker, "id"));
        row(who, page.word("no_offer"), "–", estimate_in(opposes, "share"), blocker, "–");
        for (Json const& offer : list_in(opposes, "smallest"))
            row(who, list_in(offer, "levers").size() > 1 ? page.word("all_offers") : levers_of(page, offer),
                strength_of(page, offer), estimate_in(offer, "remaining"), offer, cost_of(page, offer));
    }
    page.table(table);
}

void add_offers(Page& page, Json const& ledger) {
    Json const failing = ledger.value("failing", Json::object()), blocked = ledger.value("blocked", Json::object());
    if (list_in(failing, "smallest").empty() && list_in(blocked, "smallest").empty() && list_in(ledger, "blockers").empty())
        return;
    page.begin_section("smallest", page.word("smallest"));
    page.say(page.word("smallest_note"));
    add_relief(page, failing, "relief_failing");
    add_relief(page, blocked, "relief_blocked");
    add_blockers(page, ledger);
}

}  // namespace

void add_ledger(Page& page, std::string const& text) {
    Json const explanation = Json::parse(text);
    Json const& ledger = explanation["ledger"];
    page.begin_section("ledger", page.word("ledger"));
    page.say(page.word("ledger_note"));
    if (count_in(ledger, "groups_hidden") > 0)
        page.say(
            phrase(page.language(), "groups_left_out", {count_said(page.language(), count_in(explanation, "smallest_group"))}));
    add_departments(page, explanation);
    Json const roles = list_in(ledger, "roles"), people = list_in(ledger, "people");
    // Larger groups than the results ask for: which roles that leaves is nobody's to compute.
    if (!roles.empty() && !(is_private(page, explanation) && page.options().group_size))
        page.folded_table(table_of(page, ledger, roles, page.word("role"), "name"));
    if (!people.empty()) page.folded_table(table_of(page, ledger, people, page.word("person"), "id"));
    add_offers(page, ledger);
}

}  // namespace micropol
