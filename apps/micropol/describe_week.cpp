#include "micropol/describe_week.h"

#include <charconv>

#include "micropol/records.h"
#include "simulation/profile.h"

namespace micropol::app {

namespace {

void add_access(Table& table, std::string_view step, char const* access, std::span<Column const> columns) {
    if (!columns.empty()) table.rows.push_back({std::string(step), access, names_of(columns)});
}

void add_accesses(Table& table, PluginSpec const& plugin) {
    add_access(table, plugin.key, "reads", plugin.access.reads);
    add_access(table, plugin.key, "writes", plugin.access.writes);
    add_access(table, plugin.key, "updates", plugin.access.updates);
}

// Columns that any of the kinds has there, each once.
template <class Kind>
std::vector<Column> columns_of_all(std::span<Kind const* const> kinds, std::span<Column const> Access::*where) {
    ColumnSet found;
    for (Kind const* kind : kinds)
        for (Column const column : kind->plugin.access.*where) found.set(std::size_t(column));
    std::vector<Column> columns;
    for (std::size_t k = 0; k < column_count; ++k)
        if (found[k]) columns.push_back(Column(k));
    return columns;
}

// "1234.5": programs read it, too.
std::string fixed(double value, int decimals) {
    char text[64];
    return {text, std::to_chars(text, text + sizeof text, value, std::chars_format::fixed, decimals).ptr};
}

}  // namespace

Description describe_week() {
    Description description{
        "The order of a week",
        "Every history goes through these steps each week. A step sees what it both reads and writes as it was before the step; "
        "what it updates it changes in place. Interventions act one after the other, as the scenario lists them. Outcomes are "
        "measured at the end, and interventions that wait for an outcome look at it then.",
        {},
        {}};
    Table table{"week", {"step", "access", "columns"}, {}};
    std::string order;
    for (MechanismKind const* kind : mechanism_catalogue()) {
        order += (order.empty() ? "" : ", ") + std::string(kind->plugin.key);
        add_accesses(table, kind->plugin);
        if (!kind->interventions_follow) continue;
        order += ", interventions";
        add_access(table, "interventions", "reads", columns_of_all(intervention_catalogue(), &Access::reads));
        add_access(table, "interventions", "updates", columns_of_all(intervention_catalogue(), &Access::updates));
    }
    add_access(table, "outcomes", "reads", columns_of_all(outcome_catalogue(), &Access::reads));
    description.facts = {{"order", order + ", outcomes"}};
    description.tables.push_back(std::move(table));
    return description;
}

Description profile_week(Model const& model) {
    Description description = describe_week();
    std::vector<StepCost> const costs = profile(model);
    double all = 0;
    for (StepCost const& cost : costs) all += cost.seconds;
    description.facts.emplace_back("measured", "a week of sixteen histories of " + std::to_string(model.headcount()) +
                                                   " employees on one processor: the mean of " +
                                                   std::to_string(model.scenario().weeks) +
                                                   " weeks, each the shortest of several passes");
    Table table{"costs", {"step", "microseconds", "share", "kilobytes"}, {}};
    auto const add = [&](std::string const& step, double seconds, std::size_t bytes) {
        table.rows.push_back(
            {step, fixed(seconds * 1e6, 1), fixed(100 * seconds / all, 1) + " %", fixed(double(bytes) / 1024, 0)});
    };
    std::size_t bytes = 0;
    for (StepCost const& cost : costs) add(cost.step, cost.seconds, cost.bytes), bytes += cost.bytes;
    add("all", all, bytes);
    description.tables.push_back(std::move(table));
    return description;
}

Scenario example_to_profile() {
    constexpr std::string_view text = R"(micropol: 1
organisation: {departments: [{name: Marketing, headcount: 90}, {name: Sales, headcount: 150}]}
transformation: {}
)";
    return parse_scenario(text, "an example", ".", known_plugins());
}

}  // namespace micropol::app
