// A commented scenario to begin with, written from the fields of the format.

#include <algorithm>

#include "scenario/format.h"
#include "scenario/ready_packages.h"
#include "words/plain_text.h"
#include "words/text.h"

namespace micropol {

namespace {

// "# meaning" in lines of readable length.
std::string comment(std::string_view text, std::string const& indent) {
    constexpr std::size_t longest_line = 110;
    std::string lines, line = indent + "#";
    for (std::size_t at = 0; at < text.size();) {
        std::size_t const end = std::min(text.size(), text.find_first_of(" \n", at));
        if (line.size() + 1 + (end - at) > longest_line) {
            lines += line + '\n';
            line = indent + "#";
        }
        line += ' ' + std::string(text.substr(at, end - at));
        at = end + 1;
    }
    return lines + line + '\n';
}

std::string knob_line(Field const& field) {
    std::string const usual = field.default_value
                                  ? to_line(field.default_value->find("value") ? *field.default_value->find("value")
                                                                               : *field.default_value)
                                  : "";
    Range const plausible = field.plausible;
    std::string const believed = plausible.low < plausible.high ? shown(plausible) + " is plausible, " : "";
    std::string const range = field.is_numeric() ? believed + shown(field.range) + " possible" + unit_phrase(field.unit) + "; "
                                                 : "";
    std::string const choices = field.choices.empty() ? "" : "one of " + to_text(listed(field.choices), Language::english) + "; ";
    std::string const source = field.source.empty() ? "" : " [" + field.source + "]";
    return comment(range + choices + field.description + source, "  ") + "  # " + field.key + ":" +
           (usual.empty() ? "" : ' ' + usual) + "\n";
}

// Every single value of a group, commented out at its usual value.
std::string knobs(Field const& group) {
    std::string text = "\n" + comment(group.description, "") + group.key + ":\n";
    for (Field const& field : group.fields)
        if (field.is_numeric() || field.kind == Kind::choice || field.kind == Kind::text) text += knob_line(field);
    return text;
}

std::string quality_comments(DataQuality const& quality) {
    auto const count = [](std::size_t n, std::string const& what) { return shown(double(n)) + " " + what; };
    std::string text = comment(
        "Found in the data: " + count(quality.people, "people, ") + count(quality.departments, "departments, ") +
            count(quality.levels, "levels, ") + count(quality.ties, "ties, ") + count(quality.formal_ties, "reporting lines, ") +
            count(quality.isolated, "people without ties, ") + count(quality.without_manager, "without a manager."),
        "");
    for (auto const& [known, column] : quality.columns)
        text += comment("'" + plain(column) + "' was taken for " + known + ".", "");
    for (auto const& [known, missing] : quality.missing)
        if (missing > 0)
            text += comment("'" + known + "' is missing for " + shown(double(missing)) +
                                " people: " + to_text(what_follows_from_missing(known), Language::english) + ".",
                            "");
    if (!quality.ignored_columns.empty())
        text += comment("Not used: " + plain(to_text(listed(quality.ignored_columns), Language::english)) + ".", "");
    for (auto const* const phrases : {&quality.warnings, &quality.remarks, &quality.guesses})
        for (Phrase const& phrase : *phrases) text += comment(plain(to_text(phrase, Language::english)), "");
    return text;
}

// Files are named from where the scenario stands; YAML would read an empty list of columns as a mistake.
Node organisation_of(ImportPlan const& plan) {
    Node people = map();
    people.add("file", scalar(plan.people.string()));
    if (!plan.reports_to.empty()) people.add("reports_to", scalar(plan.reports_to.string()));
    if (!plan.columns.empty()) {
        Node columns = map();
        for (auto const& [known, column] : plan.columns) columns.add(known, scalar(column));
        people.add("columns", std::move(columns));
    }
    if (plan.drop.any()) {
        Node drop = list({});
        for (std::size_t k = 0; k < plan.drop.size(); ++k)
            if (plan.drop[k]) drop.items.push_back(scalar(std::string(misfit_names()[k])));
        people.add("drop", std::move(drop));
    }
    if (!plan.as_of.empty()) people.add("as_of", scalar(plan.as_of));
    if (!plan.sheets.empty()) {
        Node sheets = list({});
        for (std::string const& sheet : plan.sheets) sheets.items.push_back(scalar(sheet));
        people.add("sheets", std::move(sheets));
    }
    Node organisation = map();
    organisation.add("people", std::move(people));
    Node ties = map();
    if (!plan.ties.empty()) {
        Node files = list({});
        for (std::filesystem::path const& file : plan.ties) files.items.push_back(scalar(file.string()));
        ties.add("files", std::move(files));
    }
    if (plan.undirected) ties.add("undirected", scalar("on"));
    if (plan.ties_are_some) ties.add("partial", scalar("on"));
    if (plan.weights != ImportPlan{}.weights)
        ties.add("weights", scalar(std::string(weight_scale_names()[std::size_t(plan.weights)])));
    if (!ties.items.empty()) organisation.add("ties", std::move(ties));
    return organisation;
}

// What the data leave open decides who sits on the committee; a department of another name can be Marketing all the same.
std::string governance_lines(Field const& governance, DataQuality const& quality) {
    std::string text = knobs(governance);
    auto const set = [&](std::string const& key, std::string const& why, std::string const& value) {
        std::string const line = comment(why, "  ") + "  " + key + ": " + value + "\n";
        std::size_t const at = text.find("  # " + key + ":");
        text.replace(std::min(at, text.size()), at == std::string::npos ? 0 : text.find('\n', at) + 1 - at, line);
    };
    if (!quality.has_levels) set("committee_level", "nobody is known to stand above others: everyone sits on the committee", "0");
    auto const set_department = [&](std::string const& key, std::string const& usual, std::vector<std::string> const& guessed) {
        if (guessed.empty() || std::ranges::find(guessed, usual) != guessed.end()) return;
        std::string all;
        for (std::string const& department : guessed)
            if (department.find(';') == std::string::npos) all += (all.empty() ? "" : "; ") + department;
        if (!all.empty() && all.size() < 1000) set(key, "guessed by what departments are called", to_line(scalar(all)));
    };
    set_department("marketing_department", "Marketing", quality.marketing);
    set_department("sales_department", "Sales", quality.sales);
    return text;
}

// No longer than a name may be, and one line.
std::string title_of(ImportPlan const& plan) {
    constexpr int widest = 100;
    std::string const stem = plain((plan.made_from.empty() ? plan.people : plan.made_from).stem().string());
    return (columns_of(stem) > widest ? fitted(stem, widest) : stem) + ", data-driven";
}

std::string initiative_lines(Field const& transformation) {
    Field const& initiative = transformation.find("initiatives")->fields.front();
    std::string text = "  initiatives:\n    - name: CRM system\n";
    for (Field const& field : initiative.fields) {
        if (!field.is_numeric()) continue;
        std::string const line = knob_line(field);
        std::string indented;
        for (std::size_t at = 0; at < line.size();) {
            std::size_t const end = line.find('\n', at);
            indented += "    " + line.substr(at, end - at) + '\n';
            at = end + 1;
        }
        text += indented;
    }
    return text;
}

std::string strategy_lines(DataQuality const& quality, KnownPlugins const& known) {
    PackageSetting setting{.marketing = quality.marketing, .sales = quality.sales};
    setting.levers.emplace();
    for (PluginSpec const* intervention : known.interventions) setting.levers->emplace_back(intervention->key);
    Node packages = ready_packages(setting), strategies = map();
    if (packages.items.empty()) return "";
    strategies.add("strategies", std::move(packages));
    std::string text =
        "\n" +
        comment(
            "Ready packages, which compare takes as long as a scenario has no strategies of its own. To change them, remove "
            "the # in front of all of them; levers are listed by: micropol describe interventions",
            "");
    std::string const yaml = to_yaml(strategies);
    for (std::size_t at = 0; at < yaml.size();) {
        std::size_t const end = yaml.find('\n', at);
        text += "# " + yaml.substr(at, end - at) + '\n';
        at = end + 1;
    }
    return text;
}

}  // namespace

std::string new_scenario(ImportPlan const& plan, DataQuality const& quality, KnownPlugins const& known) {
    Field const format = scenario_format(known);
    Node organisation = map();
    organisation.add("organisation", organisation_of(plan));
    Field const& transformation = *format.find("transformation");

    std::string text =
        "# A scenario to begin with: it runs as it stands. What it leaves open, results leave open, too: such numbers are drawn\n"
        "# from what is plausible. Remove the # in front of a number to fix it: 0.3, or as uncertain as you know it, {uniform:\n"
        "# [0.1, 0.8]}, or with its source, {value: 0.3, source: our survey}.\n";
    text += "micropol: " + std::to_string(format_version) + "\nname: " + to_line(scalar(title_of(plan))) + "\n";
    text += "question: Who wins power, who loses it, and does the change take root?\nassumptions: drawn\n\n";
    text += quality_comments(quality) + to_yaml(organisation);
    text += knobs(transformation) + initiative_lines(transformation);
    text += knobs(*format.find("culture")) + governance_lines(*format.find("governance"), quality);
    for (std::string const key : {"performance", "money", "success"}) text += knobs(*format.find(key));
    return text + strategy_lines(quality, known) + knobs(*format.find("runs"));
}

}  // namespace micropol
