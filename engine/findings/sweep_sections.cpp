#include "findings/sweep_sections.h"

#include <algorithm>
#include <cmath>

#include "findings/model.h"
#include "findings/sweep_words.h"
#include "words/number_text.h"

namespace micropol {

namespace {

constexpr std::size_t max_rows = 12, min_rows = 5, max_curves = 6, max_crossed = 100;

Unit unit_of(Sweep const& sweep, ResponseConclusion const& response) { return sweep.facts.outcomes[response.outcome]->unit; }

// ------------------------------------------------------------------------------------ which assumptions decide

char const* weight_heading(Design design) {
    switch (design) {
        case Design::morris: return "Mean effect";
        case Design::sobol: return "Has a part in";
        case Design::one_at_a_time: return "Largest change";
        case Design::grid:
        case Design::latin_hypercube:
        case Design::sobol_sequence:
        case Design::list: break;
    }
    return "Explains alone";
}

char const* weight_note(Design design) {
    switch (design) {
        case Design::morris:
            return "Morris: mean size of the change of the result when the assumption crosses its range; the curve is the mean "
                   "result from its lowest to its highest values";
        case Design::sobol:
            return "Sobol' indices: the share of the variance due to the assumptions in which this one has a part (total), and the "
                   "share that it explains alone (first order)";
        case Design::one_at_a_time: return "against the middle of all assumptions, in the same blocks";
        case Design::grid:
        case Design::latin_hypercube:
        case Design::sobol_sequence:
        case Design::list: break;
    }
    return "share of the variance between points that this one explains alone; the curve is the mean result from its lowest to "
           "its highest values";
}

// Shares lie between 0 and 1, however they were estimated.
Estimate weight_of(Sweep const& sweep, Index const& index) {
    Estimate weight = estimate_of(index);
    if (!weighs_by_share(sweep.definition.design)) return weight;
    for (double* const bound : {&weight.mean, &weight.low, &weight.high}) *bound = std::clamp(*bound, 0.0, 1.0);
    return weight;
}

Phrase shown_weight(Sweep const& sweep, Estimate const& weight, Unit unit) {
    if (weighs_by_share(sweep.definition.design)) return level(weight, Unit::share);
    return sweep.definition.design == Design::one_at_a_time ? change_of(weight, unit)
                                                            : quantity(weight, unit, Quantity::Form::size);
}

Phrase perhaps_chance(bool clear, Phrase const& what) {
    return clear ? what : Listing{{Verbatim{"≈"}, what}, Listing::Joined::by_spaces};
}

// A column for each value, from the lowest block at `low` to the full one at `high`; a space where there is no value.
std::string sparkline(std::vector<CurveStep> const& curve, Interval const& scale) {
    constexpr std::string_view blocks[] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
    std::string text;
    for (CurveStep const& step : curve) {
        double const share = scale.high > scale.low
                                 ? std::clamp((step.mean.mean - scale.low) / (scale.high - scale.low), 0.0, 1.0)
                                 : 0.5;
        text += std::isfinite(step.mean.mean) ? blocks[std::size_t(std::lround(share * 7))] : " ";
    }
    return text;
}

// From the lowest to the highest mean of all curves.
Interval scale_of_curves(ResponseConclusion const& response) {
    Interval scale{0, INFINITY, -INFINITY};
    for (FactorEffect const& effect : response.effects)
        for (CurveStep const& step : effect.curve)
            scale.low = std::min(scale.low, step.mean.mean), scale.high = std::max(scale.high, step.mean.mean);
    return scale;
}

// "38 % ▂▃▅▇ 52 %"
Phrase small_curve(Sweep const& sweep, ResponseConclusion const& response, FactorEffect const& effect, Interval const& scale) {
    if (effect.curve.empty()) return {};
    auto const shown = [&](CurveStep const& step) { return response_mean(sweep, step.mean, response.outcome); };
    return Listing{{shown(effect.curve.front()), Verbatim{sparkline(effect.curve, scale)}, shown(effect.curve.back())},
                   Listing::Joined::by_spaces};
}

Table effect_table(Sweep const& sweep, ResponseConclusion const& response, std::vector<FactorEffect const*> const& effects,
                   Detail detail) {
    Design const design = sweep.definition.design;
    Unit const unit = unit_of(sweep, response);
    bool const by_share = weighs_by_share(design), elementary = design == Design::morris && detail == Detail::full;
    std::vector<Phrase> const names = short_names(sweep.definition.factors);
    Interval const scale = scale_of_curves(response);
    Table table{.note = weight_note(design),
                .columns = {"Assumption", "Values", weight_heading(design)},
                .interval_unit = by_share ? Unit::share : unit,
                .intervals_are_changes = design == Design::one_at_a_time};
    if (design == Design::sobol) table.columns.emplace_back("Alone");
    if (elementary) table.columns.insert(table.columns.end(), {"By chance", "Varies by"});
    table.columns.emplace_back("Result, low to high");
    for (FactorEffect const* const one : effects) {
        FactorEffect const& effect = *one;
        Estimate const weight = weight_of(sweep, effect.weight);
        auto& row = table.rows.emplace_back();
        row = {names[effect.factor], values_of(sweep.definition.factors[effect.factor]),
               perhaps_chance(effect.clear, shown_weight(sweep, weight, unit))};
        if (design == Design::sobol) {
            Index const& alone = response.indices->first[effect.factor];
            row.push_back(perhaps_chance(alone.low > 0, shown_weight(sweep, weight_of(sweep, alone), unit)));
        }
        if (elementary) {
            ElementaryEffects const& found = response.elementary[effect.factor];
            for (double const size : {found.by_chance, found.sigma}) {
                Quantity shown = value(size, unit);
                shown.form = Quantity::Form::size, shown.decimals = decimals_of(level(found.mu_star, unit));
                row.push_back(shown);
            }
        }
        row.push_back(small_curve(sweep, response, effect, scale));
        table.intervals.push_back(interval(weight));
    }
    return table;
}

IntervalsFigure effect_figure(Sweep const& sweep, ResponseConclusion const& response) {
    std::vector<Phrase> const names = short_names(sweep.definition.factors);
    IntervalsFigure figure{.rows = {},
                           .scale = weighs_by_share(sweep.definition.design) ? Scale::share : scale_of(unit_of(sweep, response)),
                           .bars = true,
                           .sizes = !weighs_by_share(sweep.definition.design)};
    for (FactorEffect const& effect : response.effects) {
        Estimate const weight = weight_of(sweep, effect.weight);
        figure.rows.push_back({perhaps_chance(effect.clear, names[effect.factor]), interval(weight), effect.clear ? 1 : 0,
                               shown_weight(sweep, weight, unit_of(sweep, response))});
    }
    return figure;
}

// ------------------------------------------------------------------------------- how the outcome responds

// Shares lie between 0 and 1, differences are no shares.
Phrase shown_step(Sweep const& sweep, CurveStep const& step, Unit unit) {
    if (sweep.definition.against) return change_of(step.mean, unit);
    Quantity mean = level(step.mean, unit);
    mean.decimals = decimals_of(mean);
    if (unit == Unit::share || unit == Unit::flag) mean.low = std::max(0.0, mean.low), mean.high = std::min(1.0, mean.high);
    return mean;
}

Table curve_table(Sweep const& sweep, ResponseConclusion const& response, bool words_only) {
    Table table{
        .note =
            "mean over the points where the assumption has this value or lies in this range, with its 95 % interval; strongest "
            "assumptions first",
        .columns = {"Assumption", "Value", "Points", "Mean"}};
    std::vector<Phrase> const names = short_names(sweep.definition.factors);
    Unit const unit = unit_of(sweep, response);
    for (FactorEffect const& effect : response.effects) {
        Factor const& factor = sweep.definition.factors[effect.factor];
        if (words_only && !std::holds_alternative<Words>(factor.values)) continue;
        for (CurveStep const& step : effect.curve)
            table.rows.push_back({names[effect.factor], describe(factor, Range{step.from, step.to}), Count{step.points},
                                  shown_step(sweep, step, unit)});
    }
    return table;
}

CurvesFigure curve_figure(Sweep const& sweep, ResponseConclusion const& response) {
    std::vector<Phrase> const names = short_names(sweep.definition.factors);
    CurvesFigure figure{.curves = {},
                        .label = describe_response(sweep, response.outcome),
                        .scale = scale_of(unit_of(sweep, response)),
                        .change = sweep.definition.against.has_value()};
    for (FactorEffect const& effect : response.effects) {
        if (effect.curve.empty() || figure.curves.size() == max_curves) continue;
        CurvesFigure::Curve& curve = figure.curves.emplace_back();
        curve.name = names[effect.factor];
        for (CurveStep const& step : effect.curve)
            curve.steps.push_back({describe(sweep.definition.factors[effect.factor], Range{step.from, step.to}),
                                   interval(step.mean), shown_step(sweep, step, unit_of(sweep, response))});
    }
    return figure;
}

}  // namespace

std::vector<FactorEffect const*> effects_shown(ResponseConclusion const& response, Detail detail) {
    std::vector<FactorEffect const*> shown;
    for (FactorEffect const& effect : response.effects)
        if (detail == Detail::full || shown.size() < min_rows || (effect.clear && shown.size() < max_rows))
            shown.push_back(&effect);
    return shown;
}

Section effect_section(Sweep const& sweep, ResponseConclusion const& response, std::vector<Paragraph> const& about,
                       Detail detail) {
    Section section{.id = "sensitivity",
                    .heading = Message("What decides {0} at week {1}",
                                       {describe_response(sweep, response.outcome), Count{std::uint64_t(sweep.facts.weeks)}})};
    for (Paragraph const& line : about) section.add({line, Medium::page});
    auto const shown = effects_shown(response, detail), all = effects_shown(response, Detail::full);
    Table const whole = effect_table(sweep, response, all, detail);
    std::vector<std::pair<Phrase, Phrase>> bars;
    for (auto const& row : whole.rows) bars.emplace_back(row[0], row[2]);
    bool const shows_all = shown.size() == all.size();
    if (!shows_all) section.add({effect_table(sweep, response, shown, detail), Medium::terminal});
    section.add({Figure{effect_figure(sweep, response), bars_described(bars), whole, shows_all}});
    return section;
}

Section cross_section(Sweep const& sweep, ResponseConclusion const& response) {
    SweepDefinition const& definition = sweep.definition;
    if (definition.design != Design::grid || definition.factors.size() != 2 || sweep.points.size() > max_crossed) return {};
    Factor const &down = definition.factors[0], &across = definition.factors[1];
    std::vector<Phrase> const names = short_names(definition.factors);
    Table table{.note = Message("mean of {0} where {1} is as in the row and {2} as in the column",
                                {describe_response(sweep, response.outcome), names[0], names[1]}),
                .columns = {names[0]}};
    std::size_t const columns = levels_of(definition)[1];
    for (std::size_t point = 0; point < sweep.points.size(); ++point) {
        Point const& at = sweep.points[point];
        if (point < columns) table.columns.push_back(value_of(across, coordinate_at(across, at[1])));
        if (point % columns == 0) table.rows.push_back({value_of(down, coordinate_at(down, at[0]))});
        std::vector<bool> alone(sweep.points.size());
        alone[point] = true;
        Estimate const mean = mean_over(definition, response_of(definition, sweep.values, response.outcome), alone,
                                        ends_of_response(sweep, response.outcome));
        table.rows.back().push_back(response_mean(sweep, mean, response.outcome));
    }
    return {.id = "cross", .heading = Message("{0} and {1}", {names[0], names[1]}), .elements = {{table}}, .subsection = true};
}

Section pair_section(Sweep const& sweep, ResponseConclusion const& response, Detail detail) {
    if (response.pairs.empty()) return {};
    std::vector<Phrase> const names = short_names(sweep.definition.factors);
    Table table{.note = "what two assumptions explain together beyond what each explains alone, strongest first",
                .columns = {"Assumptions", "Explain together"}};
    for (PairEffect const& pair : response.pairs)
        table.rows.push_back({Message("{0} and {1}", {names[pair.first], names[pair.second]}),
                              perhaps_chance(pair.weight.low > 0, level(weight_of(sweep, pair.weight), Unit::share))});
    Section section{.id = "pairs", .heading = "Interactions", .subsection = true};
    bool const whole = detail == Detail::full || table.rows.size() <= min_rows;
    section.add({table, whole ? Medium::everywhere : Medium::page});
    if (whole) return section;
    table.rows.resize(min_rows);
    section.add({table, Medium::terminal});
    return section;
}

Section curve_section(Sweep const& sweep, ResponseConclusion const& response, Detail detail) {
    Table const whole = curve_table(sweep, response, false), words = curve_table(sweep, response, true);
    if (whole.rows.empty()) return {};
    CurvesFigure const figure = curve_figure(sweep, response);
    Listing names{.items = {}, .joined = Listing::Joined::by_commas};
    for (CurvesFigure::Curve const& curve : figure.curves) names.items.push_back(curve.name);
    Section section{.id = "response", .heading = Message("How {0} responds", {figure.label})};
    if (detail == Detail::brief && !words.rows.empty()) section.add({words, Medium::terminal});
    section.add({Figure{figure, Message("Curves of the response to {0}.", {names}), whole, detail == Detail::full},
                 detail == Detail::full ? Medium::everywhere : Medium::page});
    if (detail == Detail::brief && words.rows.empty()) section.medium = Medium::page;
    return section;
}

Section factor_section(Sweep const& sweep, Detail detail) {
    Table table{.columns = {"Assumption", "Path", "Values"}};
    std::vector<Phrase> const names = short_names(sweep.definition.factors);
    for (std::size_t k = 0; k < names.size(); ++k) {
        Factor const& factor = sweep.definition.factors[k];
        auto const* distribution = std::get_if<Distribution>(&factor.values);
        table.rows.push_back({names[k], name(factor.path), distribution ? describe(*distribution) : values_of(factor, SIZE_MAX)});
    }
    return {.id = "varied",
            .heading = "What was varied",
            .elements = {{table}},
            .medium = detail == Detail::full ? Medium::everywhere : Medium::page};
}

}  // namespace micropol
