#include <algorithm>

#include "findings/limits.h"
#include "micropol/documentation/markdown.h"
#include "micropol/documentation/odd_text.h"
#include "micropol/documentation/pages.h"
#include "organisation/generate.h"
#include "outcomes/outcome.h"
#include "scenario/scenario.h"

namespace micropol::app {

namespace {

using Row = std::vector<std::string>;

bool contains(std::span<Column const> columns, Column column) { return std::ranges::find(columns, column) != columns.end(); }

std::string link_to(MechanismKind const& kind) {
    std::string const key(kind.plugin.key);
    return '[' + key + "](mechanisms/" + key + ".md)";
}

std::string listed_names(std::span<std::string_view const> names) {
    std::vector<std::string> parts;
    for (std::string_view const name : names) parts.push_back(code(name));
    return joined(parts);
}

// ------------------------------------------------------------------------------------- columns

template <class Touches>
std::string mechanisms_that(Touches const& touches) {
    std::vector<std::string> names;
    for (MechanismKind const* kind : mechanism_catalogue())
        if (touches(kind->plugin.access)) names.push_back(link_to(*kind));
    return joined(names);
}

// Who raises it besides the mechanism that sets it back.
std::string raised_by(Column column) {
    std::vector<std::string> names;
    for (InterventionKind const* kind : intervention_catalogue()) {
        std::string const key(kind->plugin.key);
        if (contains(kind->plugin.access.updates, column)) names.push_back('[' + key + "](interventions.md#" + key + ')');
    }
    return joined(names);
}

std::string seen_in(Column column) {
    std::vector<std::string> names;
    for (OutcomeKind const* kind : outcome_catalogue())
        if (contains(kind->plugin.access.reads, column)) names.push_back(code(kind->plugin.key));
    return joined(names);
}

std::string column_table(Shape shape, bool levers) {
    Table table{
        "",
        {"name", "unit", "range", "neutral", "meaning", levers ? "raised by" : "written by", "read by", "seen in outcomes"},
        {}};
    for (ColumnSpec const& spec : column_specs()) {
        if (spec.shape != shape || is_lever(spec.column) != levers) continue;
        table.rows.push_back(
            {code(spec.name), std::string(name_of(spec.unit)), in_short(spec.range), in_short(double(spec.neutral)),
             std::string(spec.description), levers ? raised_by(spec.column) : mechanisms_that([&](Access const& access) {
                 return contains(access.writes, spec.column) || contains(access.updates, spec.column);
             }),
             mechanisms_that([&](Access const& access) { return contains(access.reads, spec.column); }), seen_in(spec.column)});
    }
    return markdown_table(table);
}

// ------------------------------------------------------------------------------------- numbers

std::string trait_table() {
    Table table{"", {"name", "unit", "usual", "spread", "range", "meaning", "source"}, {}};
    for (std::size_t t = 0; t < trait_count; ++t) {
        Row row = row_of(trait_specs()[t]);
        row.insert(row.begin() + 3, to_string(default_spread(Trait(t))));
        table.rows.push_back(std::move(row));
    }
    return markdown_table(table);
}

std::string setting_table() {
    std::vector<Row> rows;
    for (SettingSpec const& spec : setting_specs()) rows.push_back(row_of(spec.parameter, std::string(spec.group) + '.'));
    return parameter_table(std::move(rows));
}

template <class Spec>
std::string table_of(std::span<Spec const> specs) {
    std::vector<Row> rows;
    for (Spec const& spec : specs) rows.push_back(row_of(spec.parameter));
    return parameter_table(std::move(rows));
}

std::string usual_intensity() {
    return in_short(intensity_spec.default_value) + ", of " + in_short(intensity_spec.range) + " (" +
           std::string(intensity_spec.source) + ')';
}

// ------------------------------------------------------------------------------------- plug-ins

std::string schedule() {
    Table table{"", {"", "mechanism", "what happens", "writes or updates"}, {}};
    for (MechanismKind const* kind : mechanism_catalogue()) {
        std::vector<Column> changed(kind->plugin.access.writes.begin(), kind->plugin.access.writes.end());
        changed.insert(changed.end(), kind->plugin.access.updates.begin(), kind->plugin.access.updates.end());
        std::erase_if(changed, is_lever);
        table.rows.push_back({std::to_string(table.rows.size() + 1), link_to(*kind), std::string(kind->plugin.description),
                              (kind->interventions_follow ? "every lever, " : "") + code_of(changed)});
    }
    return markdown_table(table);
}

std::string outcome_table() {
    Table table{"", {"name", "unit", "label", "meaning"}, {}};
    for (OutcomeKind const* kind : outcome_catalogue())
        table.rows.push_back({code(kind->plugin.key), std::string(name_of(kind->unit)), std::string(kind->label),
                              std::string(kind->plugin.description)});
    return markdown_table(table);
}

std::string intervention_table() {
    Table table{"", {"name", "sort", "what it is", "raises", "cost a week", "cost a head", "working time", "mistimed"}, {}};
    for (InterventionKind const* kind : intervention_catalogue()) {
        std::string const key(kind->plugin.key);
        table.rows.push_back({'[' + key + "](interventions.md#" + key + ')', std::string(spec_of(kind->sort).key),
                              std::string(kind->plugin.description), code_of(kind->plugin.access.updates),
                              in_short(kind->costs.weekly_cost), in_short(kind->costs.cost_per_head),
                              in_short(kind->costs.working_time), kind->timing ? std::string(kind->timing->why) : ""});
    }
    return markdown_table(table);
}

std::string sort_table() {
    Table table{"", {"sort", "what it is", "burden", "half-lives, weeks", "credibility"}, {}};
    for (SortSpec const& sort : sort_specs())
        table.rows.push_back({std::string(sort.key), std::string(sort.description), in_short(sort.manner.burden),
                              in_short(sort.manner.build_up) + ", " + in_short(sort.manner.fade),
                              in_short(sort.manner.credibility)});
    return markdown_table(table);
}

std::string submodels() {
    std::string text;
    for (MechanismKind const* kind : mechanism_catalogue())
        text += bullet("**" + link_to(*kind) + "**: " + std::string(kind->plugin.description));
    return text;
}

std::string limits() {
    std::string text;
    for (MechanismKind const* kind : mechanism_catalogue())
        text += bullet("**" + link_to(*kind) + "**: " + std::string(kind->limits));
    return text;
}

std::string cannot_say() {
    std::string text;
    for (Limit const& limit : limits_of_the_model()) text += bullet("**" + limit.head.id + "** " + limit.text.id);
    return text;
}

std::string references() {
    std::string text;
    for (Source const& source : sources()) text += reference(source);
    return text;
}

Parts const parts{
    {"organisation_columns", [] { return column_table(Shape::organisation, false); }},
    {"lever_columns", [] { return column_table(Shape::employee, true); }},
    {"employee_columns", [] { return column_table(Shape::employee, false); }},
    {"coalition_columns", [] { return column_table(Shape::coalition, false); }},
    {"tie_columns", [] { return column_table(Shape::tie, false); }},
    {"stages", [] { return listed_names(stage_names()); }},
    {"traits", trait_table},
    {"settings", setting_table},
    {"initiatives", [] { return table_of(initiative_specs()); }},
    {"shocks", [] { return listed_names(shock_names()); }},
    {"shock_numbers", [] { return table_of(shock_specs()); }},
    {"rules", [] { return listed_names(decision_rule_names()); }},
    {"schedule", schedule},
    {"who", [] { return listed_names(who_names); }},
    {"rankings", [] { return listed_names(ranking_names); }},
    {"outcomes", outcome_table},
    {"organisation_numbers", [] { return table_of(organisation_specs()); }},
    {"submodels", submodels},
    {"interventions", intervention_table},
    {"sorts", sort_table},
    {"intensity", usual_intensity},
    {"cannot_say", cannot_say},
    {"limits", limits},
    {"references", references},
};

}  // namespace

std::string odd_page() {
    return fill_gaps(odd_overview, parts) + fill_gaps(odd_design_concepts, parts) + fill_gaps(odd_details, parts);
}

}  // namespace micropol::app
