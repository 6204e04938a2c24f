#include "results/show_optimum.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "results/escape.h"
#include "results/optimum_account.h"
#include "results/show_comparison.h"
#include "results/text_lines.h"
#include "results/wording.h"

namespace micropol {

namespace {

using Json = nlohmann::ordered_json;

std::string as_text(Optimum const& optimum, ShowOptions const& options) {
    int const width = std::max(min_width, options.width);
    OptimumAccount const account = account_of(optimum, width, detail_of(options.everything));
    auto const heading = [&](std::string const& text) { return options.colour ? painted_text(text, paint::bold) : text; };
    std::string text = wrapped_lines(heading(account.title), "", 0, width);
    for (std::string const& line : account.opening) text += wrapped_lines("", line, 0, width);
    text += '\n' + text_of(account.front, options.colour, width) + '\n' + wrapped_lines("", account.picture_heading, 0, width);
    for (std::string const& line : account.picture) text += "  " + line.substr(0, line.find_last_not_of(' ') + 1) + '\n';
    if (!account.bundles.rows.empty()) text += '\n' + heading(account.bundles.heading) + " (" + account.bundles.note + ")\n";
    for (auto const& row : account.bundles.rows) text += wrapped_lines("  " + row[0] + "  ", row[1], 4, width);
    text += '\n';
    for (std::string const& line : account.verdict) text += wrapped_lines("", line, 0, width);
    if (!account.yaml.empty()) text += "\nFor the scenario:\n" + account.yaml;
    text += '\n';
    for (std::string const& line : account.closing) text += wrapped_lines("", line, 0, width);
    return text;
}

std::string as_markdown(Optimum const& optimum, ShowOptions const& options) {
    constexpr int wide = 100;
    OptimumAccount const account = account_of(optimum, wide, detail_of(options.everything));
    std::string text = "# " + markdown_escaped(account.title) + "\n\n";
    for (std::string const& line : account.opening) text += markdown_escaped(line) + "\n\n";
    for (std::string const& line : account.verdict) text += "**" + markdown_escaped(line) + "**\n\n";
    text += markdown_of(account.front) + markdown_escaped(account.picture_heading) + "\n\n```\n";
    for (std::string const& line : account.picture) text += line + '\n';
    text += "```\n\n";
    if (!account.bundles.rows.empty()) text += markdown_of(account.bundles);
    if (!account.yaml.empty()) text += "```yaml\n" + account.yaml + "```\n\n";
    for (std::size_t k = 0; k < account.closing.size(); ++k)
        text += (k > 0 ? "\n" : "") + markdown_escaped(account.closing[k]) + '\n';
    return text;
}

Json limit(double value) { return std::isfinite(value) ? Json(value) : Json(); }

std::string as_json(Optimum const& optimum) {
    Comparison const& comparison = optimum.comparison;
    Json strategies = Json::array();
    for (std::size_t k = 0; k < comparison.standings.size(); ++k) {
        Standing const& standing = comparison.standings[k];
        Json one{{"name", standing.name},
                 {"keeps_limits", optimum.prospects[k].keeps_limits},
                 {"on_front", optimum.prospects[k].on_front}};
        if (optimum.choice) one["against_choice"] = json_of<Json>(optimum.prospects[k].against_choice);
        if (Found const* const found = optimum.bundle_of(standing)) {
            one["in_words"] = in_words(optimum.space, found->bundle);
            one["yaml"] = strategies_yaml(optimum, {*found});
        }
        strategies.push_back(one);
    }
    Json json = {{"choice", optimum.choice ? Json(comparison.standings[*optimum.choice].name) : Json()},
                 {"verdict", verdict_on(optimum)},
                 {"budget", limit(optimum.plan.limits.budget)},
                 {"least_credibility", limit(optimum.plan.limits.least_credibility)},
                 {"levers", optimum.space.levers},
                 {"bundle_size", optimum.space.most_levers},
                 {"tried", optimum.tried},
                 {"generations", optimum.generations},
                 {"search_blocks", optimum.search_blocks}};
    if (optimum.optimism)
        json["optimism"] = {{"promised", json_of<Json>(optimum.optimism->promised)},
                            {"kept", json_of<Json>(optimum.optimism->kept)},
                            {"difference", json_of<Json>(optimum.optimism->difference)}};
    json["final"] = strategies;
    json["comparison"] = Json::parse(show(comparison, Format::json));
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

// The table of the comparison with more statistics below.
std::string as_csv(Optimum const& optimum) {
    Comparison const& comparison = optimum.comparison;
    std::string const by(comparison.facts.outcomes[comparison.criterion.outcome]->plugin.key);
    std::string text = show(comparison, Format::csv);
    auto const row = [&](std::string const& strategy, std::string const& statistic, std::string const& value) {
        text += csv_field(strategy) + ',' + by + ',' + statistic + ',' + value + '\n';
    };
    auto const rows = [&](std::string const& strategy, std::string const& prefix, Estimate const& of) {
        row(strategy, prefix + "_mean", csv_number(of.mean)), row(strategy, prefix + "_low", csv_number(of.low));
        row(strategy, prefix + "_high", csv_number(of.high));
    };
    row("", "choice", optimum.choice ? csv_field(comparison.standings[*optimum.choice].name) : "");
    row("", "tried", std::to_string(optimum.tried)), row("", "search_blocks", std::to_string(optimum.search_blocks));
    if (optimum.optimism) rows(comparison.standings[*optimum.choice].name, "promised", optimum.optimism->promised);
    if (optimum.optimism) rows(comparison.standings[*optimum.choice].name, "optimism", optimum.optimism->difference);
    for (std::size_t k = 0; k < comparison.standings.size(); ++k) {
        Standing const& standing = comparison.standings[k];
        row(standing.name, "keeps_limits", optimum.prospects[k].keeps_limits ? "1" : "0");
        row(standing.name, "on_front", optimum.prospects[k].on_front ? "1" : "0");
        if (optimum.choice) rows(standing.name, "against_choice", optimum.prospects[k].against_choice);
        if (Found const* const found = optimum.bundle_of(standing))
            row(standing.name, "bundle", csv_field(in_words(optimum.space, found->bundle)));
    }
    return text;
}

}  // namespace

std::string show(Optimum const& optimum, Format format, ShowOptions const& options) {
    switch (format) {
        case Format::json: return as_json(optimum);
        case Format::csv: return as_csv(optimum);
        case Format::markdown: return as_markdown(optimum, options);
        case Format::text: break;
    }
    return as_text(optimum, options);
}

}  // namespace micropol
