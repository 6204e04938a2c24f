#include "report/ledger_section.h"

#include <map>
#include <nlohmann/json.hpp>

#include "report/engine_said.h"
#include "report/reading.h"
#include "results/wording.h"

namespace micropol {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t people_shown = 20;

bool is_private(Page const& page, Json const& explanation) {
    return explanation.value("imported", false) && !page.options().show_names;
}

// By name; empty where nothing says who works where.
std::map<std::string, std::size_t> sizes_of_departments(Json const& explanation) {
    std::map<std::string, std::size_t> sizes;
    if (!explanation.contains("told") || !explanation["told"].contains("network")) return sizes;
    for (Json const& person : list_in(explanation["told"]["network"], "people")) ++sizes[text_in(person, "department")];
    return sizes;
}

Json departments_shown(Page& page, Json const& explanation) {
    Json const departments = list_in(explanation["ledger"], "departments");
    if (!is_private(page, explanation)) return departments;
    std::map<std::string, std::size_t> const known = sizes_of_departments(explanation);
    std::vector<std::size_t> sizes;
    for (Json const& department : departments) {
        auto const found = known.find(text_in(department, "name"));
        sizes.push_back(found == known.end() ? 1 : found->second);
    }
    std::vector<bool> const shown = shown_singly(sizes, page.options().group_size);
    Json result = Json::array();
    for (std::size_t k = 0; k < departments.size(); ++k)
        if (shown[k]) result.push_back(departments[k]);
    if (result.size() < departments.size())
        page.say(phrase(page.language(), "groups_left_out", {count_said(page.language(), page.options().group_size)}));
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
        Json row = figure_row<Json>(name, total);
        row["sign"] = total.low > 0 ? 1 : total.high < 0 ? -1 : 0;
        rows.push_back(row);
        described += (described.empty() ? "" : "; ") + name + ' ' + change_said(page.language(), total, Unit::attitude);
    }
    page.figure("intervals", Json{{"rows", rows}, {"unit", "one"}, {"bars", true}, {"change", true}}.dump(),
                phrase(page.language(), "bars_described", {described}),
                table_of(page, explanation["ledger"], departments, page.word("department"), "name"));
}

std::string offer_of(Page const& page, Json const& step) {
    std::string const target = plain(text_in(step, "target"));
    return lever_said(page.language(), text_in(step, "lever")) +
           (target.empty() ? "" : " (" + group_said(page.language(), target) + ')');
}

std::string intensity_of(Page const& page, Json const& step) {
    double const intensity = number_in(step, "intensity");
    return std::isnan(intensity) ? page.word("not_enough") : value_said(page.language(), intensity, Unit::share);
}

void add_smallest(Page& page, Json const& steps) {
    if (steps.empty()) return;
    page.begin_section("smallest", page.word("smallest"));
    PageTable table{
        page.word("smallest"), {page.word("what"), page.word("intensity"), page.word("cost"), page.word("effect")}, {}};
    for (Json const& step : steps)
        table.rows.push_back({offer_of(page, step), intensity_of(page, step),
                              level_said(page.language(), estimate_in(step, "cost"), Unit::money),
                              change_said(page.language(), estimate_in(step, "effect"), Unit::share)});
    page.table(table);
}

}  // namespace

void add_ledger(Page& page, std::string const& text) {
    Json const explanation = Json::parse(text);
    Json const& ledger = explanation["ledger"];
    page.begin_section("ledger", page.word("ledger"));
    page.say(page.word("ledger_note"));
    add_departments(page, explanation);
    Json const roles = list_in(ledger, "roles"), people = list_in(ledger, "people");
    if (!roles.empty() && !is_private(page, explanation))  // nobody says how many people have a role
        page.folded_table(table_of(page, ledger, roles, page.word("role"), "name"));
    if (!people.empty()) page.folded_table(table_of(page, ledger, people, page.word("person"), "id"));
    if (ledger.contains("failing")) add_smallest(page, list_in(ledger["failing"], "smallest"));
}

}  // namespace micropol
