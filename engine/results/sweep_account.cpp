#include "results/sweep_account.h"

#include <algorithm>
#include <cmath>

#include "results/picture.h"
#include "results/wording.h"
#include "study/compare/compare.h"

namespace micropol {

namespace {

constexpr int narrowest_picture = 12, widest_picture = 32;
constexpr std::size_t max_rows = 12, fewest_rows = 5;

std::string with_interval(double value, double low, double high, Precision const& precision) {
    std::string const bounds = interval(low, high, precision);
    return figure(value, precision) + (bounds.empty() ? "" : " (" + bounds + ")");
}

Estimate estimate_in(Index const& index) { return {.mean = index.value, .low = index.low, .high = index.high}; }

bool weighs_by_share(Design design) { return design != Design::morris && design != Design::one_at_a_time; }

Unit unit_of(Sweep const& sweep, ResponseConclusion const& response) { return sweep.facts.outcomes[response.outcome]->unit; }

Precision weight_precision(Sweep const& sweep, ResponseConclusion const& response, Estimate const& weight) {
    if (weighs_by_share(sweep.definition.design)) return precision_of(weight, Unit::share);
    Precision precision = change_precision_of(weight, unit_of(sweep, response));
    precision.signs = sweep.definition.design == Design::one_at_a_time;
    return precision;
}

std::string weight_in_words(Sweep const& sweep, ResponseConclusion const& response, Index index) {
    if (weighs_by_share(sweep.definition.design)) {
        index.value = std::max(0.0, index.value);
        index.low = std::max(0.0, index.low), index.high = std::min(1.0, index.high);
    }
    return with_interval(index.value, index.low, index.high, weight_precision(sweep, response, estimate_in(index)));
}

Precision level_precision(Sweep const& sweep, Estimate const& estimate, Unit unit) {
    return sweep.definition.against ? change_precision_of(estimate, unit) : precision_of(estimate, unit);
}

std::string_view weight_heading(Design design) {
    switch (design) {
        case Design::morris: return "mean effect";
        case Design::sobol: return "has a part in";
        case Design::one_at_a_time: return "largest change";
        case Design::grid:
        case Design::latin_hypercube:
        case Design::sobol_sequence:
        case Design::list: break;
    }
    return "explains alone";
}

std::string_view weight_note(Design design) {
    switch (design) {
        case Design::morris:
            return "Morris: mean size of the change of the result when the assumption crosses its range; the curve is the mean "
                   "result from its lowest to its highest values";
        case Design::sobol:
            return "Sobol' indices: the share of what the assumptions do in which this one has a part (total), and what it does "
                   "alone (first order)";
        case Design::one_at_a_time: return "against the middle of all assumptions, in the same blocks";
        case Design::grid:
        case Design::latin_hypercube:
        case Design::sobol_sequence:
        case Design::list: break;
    }
    return "share of the variance between points that this one explains alone; the curve is the mean result from its lowest to "
           "its highest values";
}

struct Extremes {
    double low = INFINITY, high = -INFINITY;
};
Extremes extremes_of(ResponseConclusion const& response) {
    Extremes found;
    for (FactorEffect const& effect : response.effects)
        for (CurveStep const& step : effect.curve)
            found.low = std::min(found.low, step.mean.mean), found.high = std::max(found.high, step.mean.mean);
    return found;
}

// "38 % ▂▃▅▇ 52 %", on one scale for all assumptions.
std::string curve_in_words(Sweep const& sweep, ResponseConclusion const& response, FactorEffect const& effect) {
    if (effect.curve.empty()) return "";
    std::vector<double> means;
    for (CurveStep const& step : effect.curve) means.push_back(step.mean.mean);
    Extremes const scale = extremes_of(response);
    auto const shown = [&](CurveStep const& step) {
        return figure(step.mean.mean, level_precision(sweep, step.mean, unit_of(sweep, response)));
    };
    return shown(effect.curve.front()) + " " + sparkline(means, scale.low, scale.high) + " " + shown(effect.curve.back());
}

// Those that can be told from chance; some more where these are few. Everything where asked.
std::vector<FactorEffect const*> shown_effects(ResponseConclusion const& response, Detail detail) {
    std::vector<FactorEffect const*> shown;
    for (FactorEffect const& effect : response.effects)
        if (detail == Detail::full || shown.size() < fewest_rows || (effect.clear && shown.size() < max_rows))
            shown.push_back(&effect);
    return shown;
}

void add_pictures(Grid& grid, Sweep const& sweep, ResponseConclusion const& response,
                  std::vector<FactorEffect const*> const& effects, int width) {
    int const left = std::min(widest_picture, width - width_of(grid) - 2);
    if (left < narrowest_picture) return;
    Axis axis{0, 0, left};
    for (FactorEffect const* effect : effects)
        for (double const end : {effect->weight.low, effect->weight.value, effect->weight.high})
            if (std::isfinite(end)) axis.left = std::min(axis.left, end), axis.right = std::max(axis.right, end);
    if (weighs_by_share(sweep.definition.design)) axis.left = 0, axis.right = std::min(1.0, axis.right);
    Precision const precision = weight_precision(sweep, response, {.mean = 0, .low = axis.left, .high = axis.right});
    std::string const first = number(axis.left, precision), last = number(axis.right, precision);
    int const between = axis.columns - columns_of(first) - columns_of(last);
    grid.columns.push_back(first + std::string(std::size_t(std::max(1, between)), ' ') + last);
    for (std::size_t k = 0; k < effects.size(); ++k) grid.rows[k].push_back(drawn(estimate_in(effects[k]->weight), axis));
}

Grid effect_grid(Sweep const& sweep, ResponseConclusion const& response, int width, Detail detail) {
    Design const design = sweep.definition.design;
    std::vector<std::string> const names = short_names(sweep.definition.factors);
    Grid grid{"What decides " + response_in_words(sweep, response.outcome) + " at week " + std::to_string(sweep.facts.weeks),
              std::string(weight_note(design)),
              {"", "values", std::string(weight_heading(design))},
              {}};
    if (design == Design::sobol) grid.columns.emplace_back("alone");
    bool const elementary = design == Design::morris && detail == Detail::full;
    if (elementary) grid.columns.insert(grid.columns.end(), {"by chance", "varies by"});
    grid.columns.emplace_back("result, low to high");
    std::vector<FactorEffect const*> const effects = shown_effects(response, detail);
    for (FactorEffect const* effect : effects) {
        Factor const& factor = sweep.definition.factors[effect->factor];
        auto& row = grid.rows.emplace_back();
        row = {fitted(plain(names[effect->factor]), std::min(30, columns_of(plain(names[effect->factor])))),
               range_in_words(factor), (effect->clear ? "" : "≈ ") + weight_in_words(sweep, response, effect->weight)};
        if (design == Design::sobol) row.push_back(weight_in_words(sweep, response, response.indices->first[effect->factor]));
        if (elementary) {
            ElementaryEffects const& found = response.elementary[effect->factor];
            Precision const precision = weight_precision(sweep, response, found.mu_star);
            row.push_back(figure(found.by_chance, precision));
            row.push_back(figure(found.sigma, precision));
        }
        row.push_back(curve_in_words(sweep, response, *effect));
    }
    add_pictures(grid, sweep, response, effects, width);
    return grid;
}

Grid pair_grid(Sweep const& sweep, ResponseConclusion const& response, Detail detail) {
    std::vector<std::string> const names = short_names(sweep.definition.factors);
    Grid grid{"Two together", "what two assumptions do beyond each alone, strongest first", {"", "explain together"}, {}};
    for (PairEffect const& pair : response.pairs)
        if (detail == Detail::full || grid.rows.size() < fewest_rows)
            grid.rows.push_back({plain(names[pair.first]) + " and " + plain(names[pair.second]),
                                 (pair.weight.low > 0 ? "" : "≈ ") + weight_in_words(sweep, response, pair.weight)});
    return grid;
}

Grid curve_grid(Sweep const& sweep, ResponseConclusion const& response, FactorEffect const& effect) {
    Factor const& factor = sweep.definition.factors[effect.factor];
    Grid grid{plain(factor.path), "mean of " + response_in_words(sweep, response.outcome), {"", "points", "mean"}, {}};
    for (CurveStep const& step : effect.curve) {
        std::string const from = value_in_words(factor, step.from), to = value_in_words(factor, step.to);
        Unit const unit = unit_of(sweep, response);
        Precision const precision = level_precision(sweep, step.mean, unit);
        bool const share = !sweep.definition.against && (unit == Unit::share || unit == Unit::flag);
        double const low = share ? std::max(0.0, step.mean.low) : step.mean.low;
        double const high = share ? std::min(1.0, step.mean.high) : step.mean.high;
        grid.rows.push_back(
            {from == to ? from : from + " to " + to, count(step.points), with_interval(step.mean.mean, low, high, precision)});
    }
    return grid;
}

// Two factors on a grid: every point.
Grid cross_grid(Sweep const& sweep, ResponseConclusion const& response) {
    Factor const &down = sweep.definition.factors[0], &across = sweep.definition.factors[1];
    std::vector<std::string> const names = short_names(sweep.definition.factors);
    Grid grid{plain(names[0]) + " and " + plain(names[1]),
              "mean of " + response_in_words(sweep, response.outcome) + " where " + plain(names[0]) + " is as in the row and " +
                  plain(names[1]) + " as in the column",
              {""},
              {}};
    std::size_t const columns = levels_of(sweep.definition)[1];
    for (std::size_t point = 0; point < sweep.points.size(); ++point) {
        Point const& at = sweep.points[point];
        if (point < columns) grid.columns.push_back(value_in_words(across, coordinate_at(across, at[1])));
        if (point % columns == 0) grid.rows.push_back({value_in_words(down, coordinate_at(down, at[0]))});
        std::vector<bool> alone(sweep.points.size());
        alone[point] = true;
        Estimate const mean = mean_over(sweep.definition, response_of(sweep.definition, sweep.values, response.outcome), alone);
        grid.rows.back().push_back(figure(mean.mean, level_precision(sweep, mean, unit_of(sweep, response))));
    }
    return grid;
}

Grid factor_grid(Sweep const& sweep) {
    Grid grid{"What was varied", "", {"", "path", "values"}, {}};
    std::vector<std::string> const names = short_names(sweep.definition.factors);
    for (std::size_t k = 0; k < names.size(); ++k) {
        Factor const& factor = sweep.definition.factors[k];
        auto const* distribution = std::get_if<Distribution>(&factor.values);
        auto const* words = std::get_if<Words>(&factor.values);
        grid.rows.push_back({plain(names[k]), plain(factor.path),
                             distribution ? to_string(*distribution)
                             : words      ? plain(listed(*words))
                                          : range_in_words(factor)});
    }
    return grid;
}

std::string design_in_words(Sweep const& sweep) {
    SweepDefinition const& definition = sweep.definition;
    std::string const size = count(definition.size);
    switch (definition.design) {
        case Design::grid: return "on a grid";
        case Design::one_at_a_time: return "one at a time";
        case Design::latin_hypercube: return "by a Latin hypercube";
        case Design::sobol_sequence: return "along a Sobol' sequence";
        case Design::morris: return "by elementary effects (Morris), " + size + " trajectories";
        case Design::sobol: return "for Sobol' indices, " + size + " rows (Saltelli)";
        case Design::list: break;
    }
    return "as listed";
}

std::vector<std::string> opening(Sweep const& sweep) {
    SweepDefinition const& definition = sweep.definition;
    std::vector<std::string> lines;
    std::string const question = definition.question.empty() ? sweep.facts.question : definition.question;
    if (!question.empty()) lines.push_back(plain(question));
    if (!definition.claim.empty())
        lines.push_back("Claim: " + plain(definition.claim) +
                        (definition.source.empty() ? "" : " (" + plain(definition.source) + ")"));
    auto const named = [](std::string const& name) { return name.empty() ? std::string(no_strategy) : plain(name); };
    bool const swept = std::ranges::count(definition.factors, strategy_path, &Factor::path) > 0;
    std::string text = swept ? ""
                             : "Strategy " + named(definition.strategy) +
                                   (definition.against ? " against " + named(*definition.against) : "") + ". ";
    std::size_t const factors = definition.factors.size();
    text += count(factors) + (factors == 1 ? " assumption" : " assumptions") + " varied " + design_in_words(sweep) + ": " +
            count(sweep.points.size()) + " points × " + count(definition.blocks * std::size_t(histories_per_block)) +
            " histories" + (definition.against ? " of each" : "") + ", seed " + std::to_string(definition.seed);
    lines.push_back(text);
    return lines;
}

std::vector<std::string> closing(Sweep const& sweep, Detail detail) {
    SweepDefinition const& definition = sweep.definition;
    std::string const units = shares_blocks(definition.design)      ? "blocks; all points share theirs"
                              : definition.design == Design::morris ? "trajectories, each in blocks of its own"
                              : definition.design == Design::sobol  ? "rows, each in blocks of its own"
                                                                    : "points, each in blocks of its own";
    std::vector<std::string> lines{"≈ not to be told from chance. Intervals are 95 %, with " + units + "."};
    std::size_t const shown = shown_effects(sweep.responses.front(), detail).size();
    if (shown < definition.factors.size())
        lines.push_back("Not shown: " + count(definition.factors.size() - shown) +
                        " assumptions that matter less; with their response curves: --verbose.");
    if (detail == Detail::brief)
        lines.emplace_back("Every point: --format csv; everything: --format json; another outcome: --by OUTCOME.");
    lines.emplace_back(no_forecast_text);
    return lines;
}

}  // namespace

TableAccount account_of(Sweep const& sweep, int width, Detail detail) {
    TableAccount account;
    account.title = title_in_words(sweep.facts.title, sweep.facts.headcount, sweep.facts.weeks);
    account.opening = opening(sweep), account.verdict = verdict_on(sweep);
    for (ResponseConclusion const& response : sweep.responses) {
        if (response.unknown_values > 0) continue;
        account.grids.push_back(effect_grid(sweep, response, width, detail));
        bool const crossed = sweep.definition.design == Design::grid && sweep.definition.factors.size() == 2;
        if (crossed && sweep.points.size() <= 100) account.grids.push_back(cross_grid(sweep, response));
        if (!response.pairs.empty()) account.grids.push_back(pair_grid(sweep, response, detail));
        for (FactorEffect const& effect : response.effects)
            if (detail == Detail::full || std::holds_alternative<Words>(sweep.definition.factors[effect.factor].values))
                account.grids.push_back(curve_grid(sweep, response, effect));
    }
    if (detail == Detail::full) account.grids.push_back(factor_grid(sweep));
    account.closing = closing(sweep, detail);
    return account;
}

}  // namespace micropol
