#include <algorithm>
#include <iostream>
#include <sstream>

#include "base/source.h"
#include "micropol/description.h"
#include "micropol/machine.h"
#include "micropol/scenario_options.h"
#include "micropol/verb.h"

namespace micropol::app {

namespace {

using Row = std::vector<std::string>;

constexpr std::string_view phase_names[] = {"levers",   "shocks",  "environment", "power",      "stakes",      "information",
                                            "attitude", "tactics", "ties",        "coalitions", "performance", "status",
                                            "adoption", "climate", "turnover",    "governance"};
static_assert(std::size(phase_names) == std::size_t(Phase::governance) + 1);

std::string in_short(double number) {
    std::ostringstream text;
    text << number;
    return text.str();
}

std::string in_short(Range range) { return in_short(range.low) + " to " + in_short(range.high); }

std::string names_of(std::span<Column const> columns) {
    std::vector<std::string_view> names;
    for (Column const column : columns) names.push_back(spec_of(column).name);
    return listed(std::span<std::string_view const>(names));
}

Row const parameter_columns{"name", "unit", "usual", "range", "source", "meaning"};

Row row_of(ParameterSpec const& spec, std::string const& before = "") {
    return {before + std::string(spec.name), std::string(name_of(spec.unit)), in_short(spec.usual), in_short(spec.range),
            std::string(spec.source),        std::string(spec.meaning)};
}

// ------------------------------------------------------------------------------------- what there is, topic by topic

Table table_of(std::string title, std::span<PluginSpec const* const> plugins) {
    Table table{std::move(title), {"name", "meaning"}, {}};
    for (PluginSpec const* plugin : plugins) table.rows.push_back({std::string(plugin->key), std::string(plugin->meaning)});
    return table;
}

Description mechanisms() {
    return {"Mechanisms, in the order of a week", "", {}, {table_of("mechanisms", known_plugins().mechanisms)}};
}

std::string usual_of(InterventionKind const& kind, std::string_view parameter) {
    return in_short(std::ranges::find(kind.plugin.parameters, parameter, &ParameterSpec::name)->usual);
}

Description interventions() {
    Table table{"interventions", {"name", "raises", "cost a week", "credibility", "meaning"}, {}};
    for (InterventionKind const* kind : intervention_catalogue())
        table.rows.push_back({std::string(kind->plugin.key), names_of(kind->plugin.access.updates),
                              usual_of(*kind, "weekly_cost") + " + " + usual_of(*kind, "cost_per_head") + " each",
                              usual_of(*kind, "credibility"), std::string(kind->plugin.meaning)});
    return {
        "Interventions",
        "What each raises, and what it usually costs a week: thousand euros for the whole and for each person it is for, and "
        "what it earns or spends of the sponsor's credibility, at full intensity. By its name, each also says what is known of it and how people answer.",
        {},
        {table}};
}

Description outcomes() {
    Table table{"outcomes", {"name", "unit", "label", "meaning"}, {}};
    for (OutcomeKind const* kind : outcome_catalogue())
        table.rows.push_back({std::string(kind->plugin.key), std::string(name_of(kind->unit)), std::string(kind->label),
                              std::string(kind->plugin.meaning)});
    return {"Outcomes", "Measured in every history at the end of every week.", {}, {table}};
}

Description parameters() {
    Table table{"parameters", parameter_columns, {}};
    for (auto const& [group, plugins] :
         {std::pair{"mechanisms.", known_plugins().mechanisms}, std::pair{"interventions.", known_plugins().interventions}})
        for (PluginSpec const* plugin : plugins)
            for (ParameterSpec const& spec : plugin->parameters)
                table.rows.push_back(row_of(spec, group + std::string(plugin->key) + '.'));
    for (SettingSpec const& setting : setting_specs())
        table.rows.push_back(row_of(setting.parameter, std::string(setting.group) + '.'));
    for (OrganisationSpec const& spec : organisation_specs()) table.rows.push_back(row_of(spec.parameter, "organisation.ties."));
    return {"Parameters", "Every number may be a distribution in a scenario; it is then drawn once a block.", {}, {table}};
}

Description traits() {
    Table table{"traits", parameter_columns, {}};
    table.columns.insert(table.columns.begin() + 3, "spread");
    for (std::size_t t = 0; t < trait_count; ++t) {
        Row row = row_of(trait_specs()[t]);
        row.insert(row.begin() + 3, to_string(usual_spread(Trait(t))));
        table.rows.push_back(std::move(row));
    }
    return {"Traits of employees",
            "Columns of people.csv and keys of a department; the spread is drawn where nothing is given.",
            {},
            {table}};
}

Description fields() {
    Table table{"fields", {"path", "type", "unit", "usual", "range", "source", "meaning"}, {}};
    for (FieldDescription const& field : describe_fields(known_plugins()))
        table.rows.push_back({field.path, field.type, field.unit, field.usual, field.range, field.source, field.meaning});
    return {"Fields of a scenario file", "Everything but organisation and transformation is optional.", {}, {table}};
}

Description all_sources() {
    Table table{"sources", {"key", "citation"}, {}};
    for (Source const& source : sources()) table.rows.push_back({std::string(source.key), std::string(source.citation)});
    return {"Sources", "", {}, {table}};
}

struct Topic {
    std::string_view name;
    Description (*describe)();
};
constexpr Topic topics[] = {{"mechanisms", mechanisms}, {"interventions", interventions},
                            {"outcomes", outcomes},     {"parameters", parameters},
                            {"traits", traits},         {"fields", fields},
                            {"sources", all_sources}};

Description overview() {
    auto const counted_rows = [](Topic const& topic) { return std::to_string(topic.describe().tables.front().rows.size()); };
    Table table{"topics", {"name", "count"}, {}};
    for (Topic const& topic : topics) table.rows.push_back({std::string(topic.name), counted_rows(topic)});
    return {"micropol describe NAME tells more about each of these, or about one of their entries by its name", "", {}, {table}};
}

// ------------------------------------------------------------------------------------- one thing by its name

Description describe_plugin(std::string const& what, PluginSpec const& plugin) {
    Description description{what + ' ' + std::string(plugin.key), std::string(plugin.meaning), {}, {}};
    auto const note = [&](char const* name, std::span<Column const> columns) {
        if (!columns.empty()) description.facts.emplace_back(name, names_of(columns));
    };
    note("reads", plugin.access.reads), note("writes", plugin.access.writes), note("updates", plugin.access.updates);
    if (!plugin.parameters.empty()) {
        Table table{"parameters", parameter_columns, {}};
        for (ParameterSpec const& spec : plugin.parameters) table.rows.push_back(row_of(spec));
        description.tables.push_back(std::move(table));
    }
    return description;
}

std::optional<Description> find_plugin(std::string const& name) {
    for (MechanismKind const* kind : mechanism_catalogue())
        if (kind->plugin.key == name) {
            Description description = describe_plugin("mechanism", kind->plugin);
            description.facts.emplace(description.facts.begin(), "phase", phase_names[std::size_t(kind->phase)]);
            return description;
        }
    for (InterventionKind const* kind : intervention_catalogue())
        if (kind->plugin.key == name) {
            Description description = describe_plugin("intervention", kind->plugin);
            description.facts = {{"raises", names_of(kind->plugin.access.updates)}};
            if (kind->timing)
                description.facts.emplace_back("mistimed", "while " + std::string(spec_of(kind->timing->column).name) +
                                                               " is not above " + in_short(kind->timing->wrong_up_to) + ": " +
                                                               std::string(kind->timing->why));
            description.facts.emplace_back("evidence", kind->evidence);
            description.facts.emplace_back("counter-move", kind->counter_move);
            return description;
        }
    for (OutcomeKind const* kind : outcome_catalogue())
        if (kind->plugin.key == name) {
            Description description = describe_plugin("outcome", kind->plugin);
            description.facts.insert(description.facts.begin(),
                                     {{"label", std::string(kind->label)}, {"unit", std::string(name_of(kind->unit))}});
            return description;
        }
    return std::nullopt;
}

// Rows of the first topic that has some of that name, or of a path that ends in it.
std::optional<Description> find_rows(std::string const& name) {
    for (Topic const& topic : topics) {
        Table table = topic.describe().tables.front();
        std::erase_if(table.rows, [&](Row const& row) { return row.front() != name && !row.front().ends_with('.' + name); });
        if (!table.rows.empty()) return Description{name, "", {}, {table}};
    }
    return std::nullopt;
}

[[noreturn]] void refuse(std::string const& name) {
    std::vector<std::string> known, topic_names;
    for (Topic const& topic : topics) {
        topic_names.emplace_back(topic.name);
        Description const description = topic.describe();
        for (Row const& row : description.tables.front().rows) {
            known.push_back(row.front());
            known.push_back(row.front().substr(row.front().rfind('.') + 1));
        }
    }
    known.insert(known.begin(), topic_names.begin(), topic_names.end());
    std::string const guess = did_you_mean(name, known);
    throw WrongUsage("nothing is called '" + name + "'" + (guess.empty() ? "" : ", " + guess) + "; topics are " +
                     listed(std::span<std::string const>(topic_names)));
}

Description describe_named(std::string const& name) {
    if (auto const topic = std::ranges::find(topics, name, &Topic::name); topic != std::end(topics)) return topic->describe();
    if (auto plugin = find_plugin(name)) return *std::move(plugin);
    if (auto rows = find_rows(name)) return *std::move(rows);
    refuse(name);
}

ExitCode describe(Call const& call) {
    constexpr std::string_view formats[] = {"text", "json", "markdown"};
    Format const format = asked_format(call.arguments, formats);
    auto const& names = call.arguments.positional(0, 1, "");
    std::cout << tell(names.empty() ? overview() : describe_named(names.front()), format, output_width());
    return done;
}

constexpr Option options[] = {{"format", "FORMAT", "text, json or markdown"}};

constexpr std::string_view examples[] = {
    "describe mechanisms",
    "all of them; likewise interventions, outcomes, parameters, traits, fields and sources",
    "describe coalitions",
    "one of them: what it reads and writes, each parameter with unit, usual value, range and source",
    "describe parameters --format json",
    "for a script",
};

}  // namespace

extern Verb const describe_verb;
constinit Verb const describe_verb{
    "describe", "mechanisms, interventions, outcomes, parameters: unit, usual value, range, source", "[WHAT]", options, examples,
    describe};

}  // namespace micropol::app
