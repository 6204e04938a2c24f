#include "results/comparison_account.h"

#include <algorithm>
#include <cmath>

#include "results/picture.h"
#include "results/wording.h"

namespace micropol {

namespace {

constexpr int widest_name = 26, narrowest_picture = 12, widest_picture = 32;

std::string with_interval(std::string const& value, std::string const& bounds) {
    return value + (bounds.empty() ? "" : " (" + bounds + ")");
}

std::string at_horizon(Comparison const& comparison) { return " at week " + std::to_string(comparison.facts.weeks); }

Axis axis_of(Comparison const& comparison, int columns) {
    Axis axis{0, 0, columns};
    for (Standing const& standing : comparison.standings) {
        Estimate const& difference = standing.against_best[comparison.criterion.outcome];
        for (double const end : {difference.low, difference.mean, difference.high})
            if (std::isfinite(end)) axis.left = std::min(axis.left, end), axis.right = std::max(axis.right, end);
    }
    return axis;
}

// "−40          +3": what the ends of the axis are.
std::string ends_of(Axis const& axis, Unit unit) {
    Precision precision = change_precision_of({.mean = 0, .low = axis.left, .high = axis.right}, unit);
    std::string const left = number(axis.left, precision), right = number(axis.right, precision);
    int const between = axis.columns - columns_of(left) - columns_of(right);
    return left + std::string(std::size_t(std::max(1, between)), ' ') + right;
}

Grid criterion_grid(Comparison const& comparison, int width) {
    std::size_t const outcome = comparison.criterion.outcome;
    Unit const unit = comparison.facts.outcomes[outcome]->unit;
    Grid grid{heading_of(comparison, outcome),
              std::string(comparison.criterion.less_is_better ? "less is better; " : "") + "≈ not to be told apart from the best",
              {"", "mean", "difference to the best"},
              {}};
    for (Standing const& standing : comparison.standings)
        grid.rows.push_back(
            {shown_name(standing), level_in_words(standing.level[outcome], unit),
             &standing == &comparison.standings.front() ? "best" : change_in_words(standing.against_best[outcome], unit)});
    int const left = std::min(widest_picture, width - width_of(grid) - 2);
    if (left < narrowest_picture) return grid;
    Axis const axis = axis_of(comparison, left);
    grid.columns.push_back(ends_of(axis, unit));
    for (std::size_t k = 0; k < grid.rows.size(); ++k)
        grid.rows[k].push_back(drawn(comparison.standings[k].against_best[outcome], axis));
    return grid;
}

Grid company_grid(Comparison const& comparison) {
    Grid grid{"What comes with it", "▲ ▼ clearly more or less than with none; money in thousand euros", {""}, {}};
    for (Standing const& standing : comparison.standings) grid.rows.push_back({shown_name(standing)});
    constexpr std::pair<std::string_view, std::string_view> shown[] = {
        {"success", "takes root"}, {"symbolic", "on paper only"}, {"cost", "cost"}, {"net_value", "value minus cost"}};
    for (auto const& [key, title] : shown) {
        auto const outcome = comparison.outcome(key);
        if (!outcome || *outcome == comparison.criterion.outcome) continue;
        grid.columns.emplace_back(title);
        for (std::size_t k = 0; k < comparison.standings.size(); ++k) {
            Standing const& standing = comparison.standings[k];
            std::string const mark = k == comparison.none ? "" : std::string(direction(standing.against_none[*outcome]));
            grid.rows[k].push_back(level_in_words(standing.level[*outcome], comparison.facts.outcomes[*outcome]->unit) +
                                   (mark == "▲" || mark == "▼" ? " " + mark : ""));
        }
    }
    return grid;
}

Grid safety_grid(Comparison const& comparison) {
    Unit const unit = comparison.facts.outcomes[comparison.criterion.outcome]->unit;
    Grid grid{"How safe the choice is",
              "shares of histories; regret: what the best strategy of the same block has more",
              {"", "best of all in", "better than none in", "regret, mean", "worst"},
              {}};
    for (Standing const& standing : comparison.standings) {
        Precision precision = change_precision_of(standing.regret, unit);
        precision.signs = false;
        bool const is_none = &standing == &comparison.standings[comparison.none];
        grid.rows.push_back({shown_name(standing), level_in_words(standing.best_in, Unit::share),
                             is_none ? "" : level_in_words(standing.beats[comparison.none], Unit::share),
                             with_interval(figure(standing.regret.mean, precision),
                                           standing.regret.high > standing.regret.low
                                               ? interval(std::max(0.0, standing.regret.low), standing.regret.high, precision)
                                               : ""),
                             figure(standing.worst_regret, precision)});
    }
    return grid;
}

Grid outcome_grid(Comparison const& comparison, std::size_t outcome) {
    Unit const unit = comparison.facts.outcomes[outcome]->unit;
    Grid grid{heading_of(comparison, outcome), "", {"", "mean", "difference to none", "difference to the best"}, {}};
    for (std::size_t k = 0; k < comparison.standings.size(); ++k) {
        Standing const& standing = comparison.standings[k];
        grid.rows.push_back({shown_name(standing), level_in_words(standing.level[outcome], unit),
                             k == comparison.none ? "" : change_in_words(standing.against_none[outcome], unit),
                             k == 0 ? "best by the criterion" : change_in_words(standing.against_best[outcome], unit)});
    }
    return grid;
}

Grid duel_grid(Comparison const& comparison) {
    Grid grid{"Duels", "share of histories in which the row is better than the column", {""}, {}};
    for (std::size_t k = 0; k < comparison.standings.size(); ++k) {
        grid.columns.push_back(std::to_string(k + 1));
        auto& row = grid.rows.emplace_back(1, std::to_string(k + 1) + " " + shown_name(comparison.standings[k]));
        for (std::size_t other = 0; other < comparison.standings.size(); ++other) {
            Estimate const& share = comparison.standings[k].beats[other];
            row.push_back(other == k ? "" : figure(share.mean, precision_of(share, Unit::share)));
        }
    }
    return grid;
}

std::string times(double factor) { return number(factor, {1, factor < 9.5 ? 1 : 0, "", false}); }

std::vector<std::string> pairing(Comparison const& comparison) {
    double least = INFINITY, most = 0;
    for (Standing const& standing : comparison.standings)
        if (std::isfinite(standing.pairing_gain))
            least = std::min(least, standing.pairing_gain), most = std::max(most, standing.pairing_gain);
    if (most <= 0) return {};
    std::string const range = times(least) == times(most) ? times(most) : times(least) + " to " + times(most);
    return {"All strategies live through the same chance: without that, differences to none would have " + range +
            " times their variance."};
}

std::vector<std::string> closing(Comparison const& comparison, Detail detail) {
    std::size_t const pairs = comparison.standings.size() * (comparison.standings.size() - 1) / 2;
    std::vector<std::string> lines{
        pairs == 1 ? "Intervals are 95 %, with blocks as observations."
                   : "Intervals are 95 %, with blocks as observations; those against the best hold for all " + count(pairs) +
                         " pairs of strategies together (Bonferroni), since the best is chosen by the same data."};
    std::ranges::move(pairing(comparison), std::back_inserter(lines));
    if (detail == Detail::brief)
        lines.emplace_back("Every outcome: --verbose, or --format json or csv; another criterion: --by OUTCOME.");
    lines.emplace_back(no_forecast_text);
    return lines;
}

}  // namespace

std::string shown_name(Standing const& standing) {
    std::string const name = plain(standing.name);
    return columns_of(name) > widest_name ? fitted(name, widest_name) : name;
}

std::string level_in_words(Estimate const& estimate, Unit unit) {
    Precision const precision = precision_of(estimate, unit);
    bool const certain = estimate.low == estimate.high;
    return with_interval(figure(estimate.mean, precision), certain ? "" : interval(estimate.low, estimate.high, precision));
}

std::string change_in_words(Estimate const& estimate, Unit unit) {
    if (estimate.low == 0 && estimate.high == 0) return "≈ no difference";
    Precision const precision = change_precision_of(estimate, unit);
    std::string const mark(direction(estimate));
    return (mark.empty() ? "" : mark + " ") +
           with_interval(figure(estimate.mean, precision), interval(estimate.low, estimate.high, precision));
}

std::string heading_of(Comparison const& comparison, std::size_t outcome) {
    OutcomeKind const& kind = *comparison.facts.outcomes[outcome];
    return std::string(kind.label) + (kind.unit == Unit::money ? ", thousand euros," : "") + at_horizon(comparison);
}

TableAccount account_of(Comparison const& comparison, int width, Detail detail) {
    StudyFacts const& facts = comparison.facts;
    TableAccount account;
    account.title = title_in_words(facts.title, facts.headcount, facts.weeks);
    if (!facts.question.empty()) account.opening.push_back(plain(facts.question));
    account.opening.push_back(count(comparison.standings.size()) + " strategies, each in the same " +
                              histories_in_words(comparison.blocks, facts.by_person) + ", seed " + std::to_string(facts.seed));
    account.grids = {criterion_grid(comparison, width), company_grid(comparison), safety_grid(comparison)};
    if (account.grids[1].columns.size() == 1) account.grids.erase(account.grids.begin() + 1);
    if (detail == Detail::full) {
        account.grids.push_back(duel_grid(comparison));
        for (std::size_t outcome = 0; outcome < facts.outcomes.size(); ++outcome)
            account.grids.push_back(outcome_grid(comparison, outcome));
    }
    account.verdict = verdict_on(comparison);
    account.closing = closing(comparison, detail);
    return account;
}

}  // namespace micropol
