#include <algorithm>
#include <set>

#include "micropol/documentation/markdown.h"
#include "micropol/documentation/pages.h"

namespace micropol::app {

namespace {

// Scenarios under scenarios/verification in which the mechanism gives numbers that are known exactly.
struct Verified {
    std::string_view mechanism;
    std::vector<std::string_view> scenarios;
};
std::vector<Verified> const verified{
    {"adoption", {"bass", "strangers", "logit", "granovetter", "granovetter_normal", "contagion_ring"}},
    {"attitude", {"degroot", "friedkin_johnsen", "hegselmann_krause", "hegselmann_krause_random", "karate_club"}},
    {"coalitions", {"landscape", "landscape_of_enemies", "coalitions_settle"}},
    {"governance", {"customer_rule", "committee"}},
    {"information", {"crawford_sobel", "customer_rule"}},
    {"performance", {"lead_quality_pay", "gaming", "goodhart"}},
    {"power", {"power_crossing", "power_ranks"}},
    {"stakes", {"mirrored_gains"}},
    {"status", {"status_fixed_point"}},
    {"tactics", {"tactics_logit", "polya_urn"}},
    {"ties", {"trust_equilibrium"}},
};

bool contains(std::span<Column const> columns, Column column) { return std::ranges::find(columns, column) != columns.end(); }

std::string link_to(MechanismKind const& kind) {
    return '[' + std::string(kind.plugin.key) + "](" + std::string(kind.plugin.key) + ".md)";
}

std::string place_in_week(std::size_t place) {
    auto const all = mechanism_catalogue();
    std::string text = "Number " + std::to_string(place + 1) + " of " + std::to_string(all.size()) +
                       " in the [order of a week](../odd.md#3-process-overview-and-scheduling)";
    if (place > 0) text += ", after " + link_to(*all[place - 1]);
    if (place + 1 < all.size()) text += (place > 0 ? " and before " : ", before ") + link_to(*all[place + 1]);
    return paragraph(text + ". It is switched off by `mechanisms: {" + std::string(all[place]->plugin.key) +
                     ": off}`; what it writes then stays as it was at the start.");
}

std::string shape_name(Shape shape) {
    constexpr std::string_view names[] = {"organisation", "employee", "coalition", "tie"};
    return std::string(names[std::size_t(shape)]);
}

std::string state_table(Access const& access) {
    Table table{"", {"column", "access", "for each", "unit", "range", "meaning"}, {}};
    std::set<Column> told;
    auto const add = [&](std::span<Column const> columns, auto const& kind_of_access) {
        for (Column const column : columns) {
            if (!told.insert(column).second) continue;
            ColumnSpec const& spec = spec_of(column);
            table.rows.push_back({code(spec.name), kind_of_access(column), shape_name(spec.shape),
                                  std::string(name_of(spec.unit)), in_short(spec.range), std::string(spec.description)});
        }
    };
    add(access.writes, [&](Column column) { return contains(access.reads, column) ? "reads and writes" : "writes"; });
    add(access.updates, [](Column) { return "updates"; });
    add(access.reads, [](Column) { return "reads"; });
    return markdown_table(table);
}

std::string lever_table(Access const& access) {
    Table table{"", {"lever", "raised by"}, {}};
    for (Column const column : access.reads) {
        std::vector<std::string> raised_by;
        for (InterventionKind const* kind : intervention_catalogue())
            if (contains(kind->plugin.access.updates, column))
                raised_by.push_back('[' + std::string(kind->plugin.key) + "](../interventions.md#" +
                                    std::string(kind->plugin.key) + ')');
        if (!raised_by.empty()) table.rows.push_back({code(spec_of(column).name), joined(raised_by)});
    }
    return table.rows.empty() ? "" : markdown_table(table);
}

std::string scenarios_for(std::string_view key) {
    auto const found = std::ranges::find(verified, key, &Verified::mechanism);
    if (found == verified.end()) return "";
    std::vector<std::string> links;
    for (std::string_view const scenario : found->scenarios)
        links.push_back('[' + std::string(scenario) + "](../../../scenarios/verification/" + std::string(scenario) + ".yaml)");
    return paragraph(joined(links) +
                     "; what is exact in each stands in [their list](../../../scenarios/verification/README.md).");
}

// "Brown et al. 2024" or "Brown et al. (2024)".
bool mentions(std::string_view text, Source const& source) {
    std::string const name = short_name(source), year = name.substr(name.rfind(' ') + 1);
    std::string const other = name.substr(0, name.size() - year.size()) + '(' + year + ')';
    return text.find(name) != std::string_view::npos || text.find(other) != std::string_view::npos;
}

std::string references_of(MechanismKind const& kind) {
    std::string text;
    for (Source const& source : sources())
        if (std::ranges::find(kind.plugin.parameters, source.key, &ParameterSpec::source) != kind.plugin.parameters.end() ||
            mentions(kind.equations, source) || mentions(kind.limits, source))
            text += reference(source);
    return text;
}

}  // namespace

std::string mechanism_page(std::size_t place) {
    MechanismKind const& kind = *mechanism_catalogue()[place];
    PluginSpec const& plugin = kind.plugin;
    return "# " + std::string(plugin.key) + "\n\n" + paragraph(plugin.description) +
           section("Place in the week", place_in_week(place)) +
           section("Equations",
                   paragraph("Symbols are those of the [notation](../odd.md#notation); names are parameters and columns "
                             "below, or settings and traits of the [description](../odd.md).") +
                       "```text\n" + std::string(kind.equations) + "\n```\n") +
           section("What it reads and writes", state_table(plugin.access)) +
           section("Levers it answers to", lever_table(plugin.access)) +
           section("Parameters", plugin.parameters.empty() ? "" : parameter_table(plugin.parameters)) +
           section("Limits",
                   paragraph(kind.limits) +
                       paragraph("What holds for the whole: [what the model cannot say](../odd.md#what-the-model-cannot-say).")) +
           section("Known exactly", scenarios_for(plugin.key)) + section("Sources", references_of(kind));
}

}  // namespace micropol::app
