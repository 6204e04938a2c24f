#include "results/optimum_account.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "results/comparison_account.h"
#include "results/picture.h"
#include "results/wording.h"

namespace micropol {

namespace {

constexpr int picture_lines = 12, widest_picture = 64;

std::size_t cost_in(Optimum const& optimum) { return *optimum.comparison.outcome("cost"); }

std::vector<std::size_t> cheapest_first(Optimum const& optimum) {
    std::vector<std::size_t> order(optimum.comparison.standings.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {},
                             [&](std::size_t k) { return optimum.comparison.standings[k].level[cost_in(optimum)].mean; });
    return order;
}

// What stands for it in the picture: 1 to 9 for what was found, letters for the scenario's own, o for none.
char mark_of(Optimum const& optimum, std::size_t standing) {
    Standing const& one = optimum.comparison.standings[standing];
    if (standing == optimum.comparison.none) return 'o';
    if (Found const* const found = optimum.bundle_of(one))
        return char('1' + std::min<std::ptrdiff_t>(8, found - optimum.found.data()));
    int letter = 0;
    for (std::size_t k = 0; k < standing; ++k)
        letter += k != optimum.comparison.none && !optimum.bundle_of(optimum.comparison.standings[k]) ? 1 : 0;
    return letter < 13 ? char('a' + letter) : letter < 25 ? char('b' + letter) : '+';  // without the o
}

std::string marked_name(Optimum const& optimum, std::size_t standing) {
    return std::string(1, mark_of(optimum, standing)) + " " + shown_name(optimum.comparison.standings[standing]);
}

Grid front_grid(Optimum const& optimum) {
    Comparison const& comparison = optimum.comparison;
    std::size_t const merit = comparison.criterion.outcome, cost = cost_in(optimum);
    Unit const unit = comparison.facts.outcomes[merit]->unit;
    bool const limits_credibility = std::isfinite(optimum.plan.limits.least_credibility);
    Grid grid{heading_of(comparison, merit) + ", against cost",
              "on fresh chance, cheapest first; cost in thousand euros; ◆ no other has " +
                  std::string(comparison.criterion.less_is_better ? "less" : "more") + " for as little money" +
                  (std::ranges::all_of(optimum.prospects, &Prospect::keeps_limits) ? "" : "; ✗ breaks a limit"),
              {"", "cost", "mean", "difference to none"},
              {}};
    if (limits_credibility) grid.columns.emplace_back("credibility");
    for (std::size_t const k : cheapest_first(optimum)) {
        Standing const& standing = comparison.standings[k];
        Prospect const& prospect = optimum.prospects[k];
        auto& row = grid.rows.emplace_back(std::vector<std::string>{
            (prospect.on_front       ? "◆ "
             : prospect.keeps_limits ? "  "
                                     : "✗ ") +
                marked_name(optimum, k),
            level_in_words(standing.level[cost], Unit::money), level_in_words(standing.level[merit], unit),
            k == comparison.none ? "" : change_in_words(standing.against_none[merit], unit)});
        if (limits_credibility) row.push_back(level_in_words(standing.level[*comparison.outcome("credibility")], Unit::share));
    }
    return grid;
}

void add_picture(OptimumAccount& account, Optimum const& optimum, int width) {
    Comparison const& comparison = optimum.comparison;
    std::size_t const merit = comparison.criterion.outcome, cost = cost_in(optimum);
    std::vector<Dot> dots;
    double dearest = 0;
    for (bool const front : {false, true})  // what is on the front covers what is not
        for (std::size_t const k : cheapest_first(optimum)) {
            if (optimum.prospects[k].on_front != front) continue;
            auto const& level = comparison.standings[k].level;
            dots.push_back({level[cost].mean, level[merit].mean, mark_of(optimum, k)});
            dearest = std::max(dearest, level[cost].mean);
        }
    auto const [least, most] = std::ranges::minmax(dots, {}, &Dot::up);
    Unit const unit = comparison.facts.outcomes[merit]->unit;
    Precision const precision = precision_of({.mean = 0, .low = least.up, .high = most.up}, unit);
    std::string const top = figure(most.up, precision), bottom = figure(least.up, precision);
    int const margin = std::max(columns_of(top), columns_of(bottom)) + 1;
    int const columns = std::min(widest_picture, width - 2 - margin - 1);
    auto const lines = scattered(dots, {0, dearest, columns}, {least.up, most.up, picture_lines});
    for (std::size_t k = 0; k < lines.size(); ++k) {
        std::string const label = k == 0 ? top : k + 2 == lines.size() ? bottom : "";
        account.picture.push_back(std::string(std::size_t(margin - 1 - columns_of(label)), ' ') + label + " " + lines[k]);
    }
    std::string const end = number(dearest, {1, 0, "", false});
    account.picture.push_back(std::string(std::size_t(margin), ' ') + " 0" +
                              std::string(std::size_t(std::max(1, columns - 1 - columns_of(end))), ' ') + end);
    account.picture_heading = "Upwards: " + std::string(comparison.facts.outcomes[merit]->label) + "; to the right: cost";
}

std::string limits_in_words(Limits const& limits) {
    std::string text;
    if (std::isfinite(limits.budget)) text += "mean cost at most " + number(limits.budget, {1, 0, "", false}) + " thousand euros";
    if (std::isfinite(limits.least_credibility))
        text += std::string(text.empty() ? "" : ", ") + "mean credibility at the end at least " +
                figure(limits.least_credibility, {100, 0, " %", false});
    return text.empty() ? "no limits" : text;
}

std::string what_was_searched(Optimum const& optimum) {
    SearchSpace const& space = optimum.space;
    std::string grid;
    for (double const intensity : space.intensities) grid += (grid.empty() ? "" : ", ") + number(intensity, {1, 2, "", false});
    std::string weeks;
    for (std::size_t k = 0; k < space.weeks.size(); ++k)
        if (k < 3 || k + 1 == space.weeks.size()) weeks += (k == 0 ? "" : k > 3 ? " … " : ", ") + std::to_string(space.weeks[k]);
    return "Searched: " + count(space.levers.size()) + (space.levers.size() == 1 ? " lever" : " levers") + ", at most " +
           std::to_string(space.most_levers) + " in a bundle; intensities " + grid + "; windows that begin and end in weeks " +
           weeks + "; " + count(space.targets.size()) +
           " kinds of people (these grids are assumed). Limits: " + limits_in_words(optimum.plan.limits) + ". " +
           count(optimum.tried) + " strategies tried in " + count(optimum.generations) + " generations and " +
           count(optimum.search_blocks) + " blocks of sixteen histories.";
}

}  // namespace

std::string strategies_yaml(Optimum const& optimum, std::vector<Found> const& which) {
    Node strategies = map();
    for (Found const& found : which)
        strategies.add(found.name, as_strategy(optimum.space, found.bundle, "Found by micropol compare --optimise."));
    Node root = map();
    root.add("strategies", std::move(strategies));
    return to_yaml(root);
}

OptimumAccount account_of(Optimum const& optimum, int width, Detail detail) {
    StudyFacts const& facts = optimum.comparison.facts;
    OptimumAccount account;
    account.title = title_in_words(facts.title, facts.headcount, facts.weeks);
    if (!facts.question.empty()) account.opening.push_back(plain(facts.question));
    account.opening.push_back(what_was_searched(optimum));
    account.opening.push_back("Final: " + count(optimum.comparison.standings.size()) + " strategies, each in the same " +
                              histories_in_words(optimum.comparison.blocks, facts.by_person) + ", seed " +
                              std::to_string(facts.seed) + ", none of which the search has seen");
    account.verdict = verdict_on(optimum);
    account.front = front_grid(optimum);
    add_picture(account, optimum, width);
    account.bundles = {"What was found", "lever, for whom, intensity, when", {"", ""}, {}};
    for (Found const& found : optimum.found) account.bundles.rows.push_back({found.name, in_words(optimum.space, found.bundle)});
    std::vector<Found> shown = optimum.found;
    if (detail == Detail::brief && optimum.choice)
        std::erase_if(shown, [&](Found const& one) { return one.name != optimum.comparison.standings[*optimum.choice].name; });
    if (!shown.empty()) account.yaml = strategies_yaml(optimum, shown);
    account.closing = {
        "Intervals are 95 %, with blocks as observations. The search chose before the final, so luck has no part in these figures; "
        "comparisons with its choice hold for all others together (Bonferroni).",
        "A search finds what the model rewards, weak spots of its assumptions included: read a bundle before you believe it."};
    if (detail == Detail::brief && optimum.found.size() > 1)
        account.closing.emplace_back("All bundles as YAML: --verbose; every figure: --format json or csv.");
    account.closing.emplace_back(no_forecast_text);
    return account;
}

}  // namespace micropol
