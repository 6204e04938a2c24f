#include <algorithm>
#include <filesystem>
#include <iostream>
#include <set>

#include "base/source.h"
#include "micropol/bibtex.h"
#include "micropol/describe_parameters.h"
#include "micropol/describe_week.h"
#include "micropol/description.h"
#include "micropol/documentation/pages.h"
#include "micropol/machine.h"
#include "micropol/manual.h"
#include "micropol/output_file.h"
#include "micropol/records.h"
#include "micropol/scenario_options.h"
#include "micropol/verb.h"
#include "observation/measurement.h"
#include "scenario/ready_packages.h"

namespace micropol::app {

namespace {

using Row = std::vector<std::string>;

// ------------------------------------------------------------------------------------- what there is, topic by topic

Table table_of(std::string title, std::span<PluginSpec const* const> plugins) {
    Table table{std::move(title), {"name", "meaning"}, {}};
    for (PluginSpec const* plugin : plugins) table.rows.push_back({std::string(plugin->key), std::string(plugin->description)});
    return table;
}

Description mechanisms() {
    return {"Mechanisms, in the order of a week", "", {}, {table_of("mechanisms", known_plugins().mechanisms)}};
}

Description interventions() {
    Table table{"interventions", {"name", "sort", "raises", "cost a week", "meaning"}, {}};
    for (InterventionKind const* kind : intervention_catalogue())
        table.rows.push_back({std::string(kind->plugin.key), std::string(spec_of(kind->sort).key),
                              names_of(kind->plugin.access.updates),
                              in_short(kind->costs.weekly_cost) + " + " + in_short(kind->costs.cost_per_head) + " each",
                              std::string(kind->plugin.description)});
    return {
        "Interventions",
        "What each raises, and what it usually costs a week: thousand euros for the whole and for each person it is for, at full "
        "intensity. Levers of one sort come, go and are taken alike. By its name, each also says what is known of it and how people "
        "answer.",
        {},
        {table}};
}

Description outcomes() {
    Table table{"outcomes", {"name", "unit", "label", "meaning"}, {}};
    for (OutcomeKind const* kind : outcome_catalogue())
        table.rows.push_back({std::string(kind->plugin.key), std::string(name_of(kind->unit)), std::string(kind->label),
                              std::string(kind->plugin.description)});
    return {"Outcomes", "Measured in every history at the end of every week.", {}, {table}};
}

Description traits() {
    Table table{"traits", parameter_columns(), {}};
    table.columns.insert(table.columns.begin() + 3, "spread");
    for (std::size_t t = 0; t < trait_count; ++t) {
        Row row = row_of(trait_specs()[t], std::string(trait_specs()[t].name));
        row.insert(row.begin() + 3, to_string(default_spread(Trait(t))));
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
        table.rows.push_back(
            {field.path, field.type, field.unit, field.default_value, field.range, field.source, field.description});
    return {"Fields of a scenario file", "Everything but organisation and transformation is optional.", {}, {table}};
}

Description all_sources() {
    Table table{"sources", {"key", "doi", "citation"}, {}};
    for (Source const& source : sources())
        table.rows.push_back({std::string(source.key), doi_of(source), std::string(source.citation)});
    return {"Sources", "", {}, {table}};
}

Description packages() {
    Table table{"packages", {"name", "meaning", "interventions"}, {}};
    Node const strategies = ready_packages({{"Marketing"}, {"Sales"}});
    for (std::size_t k = 0; k < strategies.items.size(); ++k)
        table.rows.push_back({strategies.keys[k].text, strategies.items[k].find("meaning")->text,
                              to_line(*strategies.items[k].find("interventions"))});
    return {
        "Ready packages",
        "Strategies of a scenario that has none of its own; they are aimed at what can be seen: departments, levels and what people "
        "voice. Marketing and Sales stand for the departments that do that work; what is aimed at one that is not there is left out.",
        {},
        {table}};
}

Description evidence() {
    Table columns{"columns", {"table", "column", "needed", "meaning"}, {}};
    for (std::size_t kind = 0; kind < std::size(evidence_table_names); ++kind)
        for (EvidenceColumn const& column : columns_of(EvidenceTable(kind)))
            columns.rows.push_back({std::string(evidence_table_names[kind]), std::string(column.name),
                                    column.needed ? "yes" : "no", std::string(column.meaning)});
    std::vector<Table> tables{std::move(columns)};
    tables.push_back({"stands_for",
                      {"observed", "outcome"},
                      {{"log-ins", "reported_adoption: who uses the tool, for substance or for show"},
                       {"attitude", "voiced_attitude: what people show, never what they think"},
                       {"perceived_politics", "perceived_politics"},
                       {"strain", "strain"},
                       {"satisfaction", "satisfaction"},
                       {"trust", "trust"},
                       {"left, joined", "quits, hires"},
                       {"for, against", "support"},
                       {"stopped", "stopped"}}});
    Table numbers{"measurement", parameter_columns(), {}};
    for (ParameterSpec const& spec : measurement_specs())
        numbers.rows.push_back(row_of(spec, std::string(measurement_prefix) + std::string(spec.name)));
    tables.push_back(std::move(numbers));
    return {
        "Evidence",
        "What a company can have seen of itself, as CSV files for micropol calibrate. A file's columns say which table it is; any of them, "
        "with any gaps. Every number is of a group that is large enough not to tell of persons. How what is true becomes what is seen "
        "is part of the model, and its numbers are calibrated with the others.",
        {},
        std::move(tables)};
}

struct Topic {
    std::string_view name;
    Description (*describe)();
    bool say_more_by_name = false;  // the entries, than in their rows
};
constexpr Topic topics[] = {{"mechanisms", mechanisms, true},
                            {"interventions", interventions, true},
                            {"outcomes", outcomes, true},
                            {"week", describe_week, true},
                            {"parameters", describe_parameters},
                            {"grades", describe_grades},
                            {"traits", traits},
                            {"sources", all_sources},
                            {"fields", fields},
                            {"packages", packages},
                            {"evidence", evidence}};

Description overview() {
    // A step of the week has several rows.
    auto const counted_entries = [](Topic const& topic) {
        Description const description = topic.describe();
        std::set<std::string> names;
        for (Row const& row : description.tables.front().rows) names.insert(row.front());
        return std::to_string(names.size());
    };
    Table table{"topics", {"name", "count"}, {}};
    for (Topic const& topic : topics) table.rows.push_back({std::string(topic.name), counted_entries(topic)});
    return {"micropol describe NAME tells more about each of these, or about one of their entries by its name", "", {}, {table}};
}

// ------------------------------------------------------------------------------------- one thing by its name

Description describe_plugin(std::string const& what, PluginSpec const& plugin) {
    Description description{what + ' ' + std::string(plugin.key), std::string(plugin.description), {}, {}};
    auto const note = [&](char const* name, std::span<Column const> columns) {
        if (!columns.empty()) description.facts.emplace_back(name, names_of(columns));
    };
    note("reads", plugin.access.reads), note("writes", plugin.access.writes), note("updates", plugin.access.updates);
    if (!plugin.parameters.empty()) {
        Table table{"parameters", parameter_columns(), {}};
        for (ParameterSpec const& spec : plugin.parameters) table.rows.push_back(row_of(spec, std::string(spec.name)));
        description.tables.push_back(std::move(table));
    }
    return description;
}

std::vector<Description> find_plugins(std::string const& name) {
    std::vector<Description> found;
    auto const mechanisms = mechanism_catalogue();
    for (std::size_t k = 0; k < mechanisms.size(); ++k)
        if (mechanisms[k]->plugin.key == name) {
            Description description = describe_plugin("mechanism", mechanisms[k]->plugin);
            description.facts.emplace(description.facts.begin(), "order",
                                      std::to_string(k + 1) + " of " + std::to_string(mechanisms.size()) + " in a week");
            found.push_back(std::move(description));
        }
    for (InterventionKind const* kind : intervention_catalogue())
        if (kind->plugin.key == name) {
            Description description = describe_plugin("intervention", kind->plugin);
            description.facts = {{"sort", std::string(spec_of(kind->sort).key)},
                                 {"raises", names_of(kind->plugin.access.updates)}};
            if (kind->timing)
                description.facts.emplace_back("mistimed", "while " + std::string(spec_of(kind->timing->column).name) +
                                                               " is not above " + in_short(kind->timing->wrong_up_to) + ": " +
                                                               std::string(kind->timing->why));
            description.facts.emplace_back("evidence", kind->evidence);
            description.facts.emplace_back("counter-move", kind->counter_move);
            found.push_back(std::move(description));
        }
    for (SortSpec const& sort : sort_specs())
        if (sort.key == name)
            found.push_back(describe_plugin("sort of levers", {sort.key, {}, sort.parameters, sort.description}));
    for (OutcomeKind const* kind : outcome_catalogue())
        if (kind->plugin.key == name) {
            Description description = describe_plugin("outcome", kind->plugin);
            description.facts.insert(description.facts.begin(),
                                     {{"label", std::string(kind->label)}, {"unit", std::string(name_of(kind->unit))}});
            found.push_back(std::move(description));
        }
    return found;
}

// Rows of that name, or of a path that ends in it, in the topics that say all in their rows; in the fields, which repeat the
// others, only if nothing else has that name.
void add_rows(std::string const& name, std::vector<Description>& found) {
    for (Topic const& topic : topics) {
        if (topic.say_more_by_name || (topic.describe == fields && !found.empty())) continue;
        Table table = topic.describe().tables.front();
        std::erase_if(table.rows, [&](Row const& row) { return row.front() != name && !row.front().ends_with('.' + name); });
        if (!table.rows.empty()) found.push_back({name + ", among the " + std::string(topic.name), "", {}, {table}});
    }
}

[[noreturn]] void refuse(std::string const& word) {
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
    throw WrongUsage(lines(sentence_of({.what = Message("nothing is called '{0}'", {name(word)}),
                                        .suggestion = did_you_mean(word, std::span<std::string const>(known))}),
                           Message("topics are {0}", {listed(std::span<std::string const>(topic_names))})));
}

// A topic, or everything of that name: rivalry is a number of the culture and an outcome.
std::vector<Description> describe_named(std::string const& name) {
    if (auto const topic = std::ranges::find(topics, name, &Topic::name); topic != std::end(topics)) return {topic->describe()};
    std::vector<Description> found = find_plugins(name);
    add_rows(name, found);
    if (found.empty()) refuse(name);
    return found;
}

// ------------------------------------------------------------------------------------- everything, to read at leisure

void write_pages(std::filesystem::path const& folder) {
    for (Page const& page : documentation()) {
        std::filesystem::path const file = folder / page.file;
        std::filesystem::create_directories(file.parent_path());
        write_file(file, page.text);
    }
}

Description profiled_week(Arguments const& arguments) {
    auto const& words = arguments.positional(0, 2, "");
    if (words.empty() || words.front() != "week") throw WrongUsage("--profile belongs to 'describe week'");
    Scenario scenario = words.size() == 2 ? scenario_with_options(words[1], arguments).read() : example_to_profile();
    return profile_week(Model(std::move(scenario), arguments.value("strategy").value_or("")));
}

ExitCode describe(Call const& call) {
    bool const profiles = call.arguments.has("profile");
    auto const& names = call.arguments.positional(0, profiles ? 2 : 1, "");
    for (std::string_view const option : {"strategy", "allow-outside"})
        if (call.arguments.has(option) && names.size() < 2)
            throw WrongUsage(Message("--{0} belongs to the scenario of 'describe week --profile'", {name(option)}));
    if (auto const folder = call.arguments.value("pages")) {
        if (!names.empty() || call.arguments.has("format") || profiles)
            throw WrongUsage("--pages goes without a name, --format and --profile");
        write_pages(*folder);
        return done;
    }
    if (call.arguments.has("manual")) {
        if (!names.empty() || call.arguments.has("format") || profiles)
            throw WrongUsage("--manual goes without a name, --format and --profile");
        std::cout << manual_page();
        return done;
    }
    if (call.arguments.has("bibtex")) {
        if (names.size() != 1 || names.front() != "sources" || call.arguments.has("format"))
            throw WrongUsage("--bibtex belongs to 'describe sources', without --format");
        std::cout << write_bibtex(sources());
        return done;
    }
    constexpr std::string_view formats[] = {"text", "json", "csv", "markdown"};
    Format const format = parse_format(call.arguments, formats);
    auto const found = profiles        ? std::vector{profiled_week(call.arguments)}
                       : names.empty() ? std::vector{overview()}
                                       : describe_named(names.front());
    std::cout << tell(found, format, output_width());
    return done;
}

constexpr Option options[] = {
    format_option,
    {"profile", "", "with week: measure what each step costs, on SCENARIO or on an invented organisation"},
    strategy_option,
    allow_outside_option,
    {"pages", "FOLDER", "write the whole description of the model (ODD+D, a page for each mechanism) to this folder as Markdown"},
    {"bibtex", "", "with sources: the works that the model rests on, for a reference manager"},
    {"manual", "", "print the manual page of this program, for man"},
};

constexpr std::string_view examples[] = {
    "describe mechanisms",
    "all of them; likewise interventions, outcomes, week, parameters, grades, traits, fields and sources",
    "describe week --profile scenarios/marketing_sales.yaml",
    "the order of the steps, what each reads and writes, and what each costs on that scenario",
    "describe coalitions",
    "everything of that name: what a mechanism reads and writes, each parameter with unit, default, range and source",
    "describe parameters --format csv > parameters.csv",
    "every number with what is usual, what is plausible, and what that rests on; the names are those of --set",
    "describe sources --bibtex > micropol.bib",
    "what to cite of the literature that numbers and mechanisms rest on",
    "describe rivalry --format json",
    "for a script; several things of one name come as a list",
    "describe --pages documentation",
    "odd.md, interventions.md and mechanisms/*.md, as under engine/documentation",
};

}  // namespace

extern Verb const describe_verb;
constinit Verb const describe_verb{"describe",
                                   "describe the model: mechanisms, interventions, outcomes, parameters and their sources",
                                   "[WHAT [SCENARIO]]",
                                   options,
                                   examples,
                                   describe};

}  // namespace micropol::app
