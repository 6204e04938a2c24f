#include <algorithm>
#include <cmath>

#include "results/sweep_account.h"
#include "results/wording.h"
#include "study/compare/compare.h"

namespace micropol {

namespace {

std::string shown_strategy(std::string const& name) { return name.empty() ? std::string(no_strategy) : plain(name); }

// Whose result it is; a strategy that is itself varied has no name.
std::string own_strategy(SweepDefinition const& definition) {
    bool const varied = std::ranges::count(definition.factors, strategy_path, &Factor::path) > 0;
    return varied ? "the strategy" : shown_strategy(definition.strategy);
}

std::string with_interval(Index const& index, Precision const& precision) {
    std::string const bounds = interval(index.low, index.high, precision);
    return figure(index.value, precision) + (bounds.empty() ? "" : " (" + bounds + ")");
}

Estimate estimate_in(Index const& index) { return {.mean = index.value, .low = index.low, .high = index.high}; }

std::string as_share(Index const& index) {
    Index const inside{index.value, std::max(0.0, index.low), std::min(1.0, index.high)};
    return with_interval(inside, precision_of(estimate_in(inside), Unit::share));
}

std::string as_change(Index const& index, Unit unit, bool signs) {
    Precision precision = change_precision_of(estimate_in(index), unit);
    precision.signs = signs;
    return with_interval(index, precision);
}

std::string what_it_does(Sweep const& sweep, ResponseConclusion const& response, FactorEffect const& effect) {
    Unit const unit = sweep.facts.outcomes[response.outcome]->unit;
    switch (sweep.definition.design) {
        case Design::morris: {
            Precision precision = change_precision_of(response.elementary[effect.factor].mu_star, unit);
            precision.signs = false;
            return "across its range it moves the result by " + as_change(effect.weight, unit, false) +
                   " on average, where chance alone would show " +
                   figure(response.elementary[effect.factor].by_chance, precision);
        }
        case Design::sobol: return "it has a part in " + as_share(effect.weight) + " of what the assumptions do together";
        case Design::one_at_a_time: return "it changes the result by up to " + as_change(effect.weight, unit, true);
        case Design::grid:
        case Design::latin_hypercube:
        case Design::sobol_sequence:
        case Design::list: break;
    }
    return "alone it explains " + as_share(effect.weight) + " of the differences between points";
}

std::string headline(Sweep const& sweep, ResponseConclusion const& response) {
    std::string const what = response_in_words(sweep, response.outcome);
    if (response.unknown_values > 0)
        return "Nothing is concluded on " + what + ": it has no value in " + count(response.unknown_values) + " of " +
               count(sweep.points.size() * sweep.definition.blocks) + " blocks.";
    std::vector<std::string> const names = short_names(sweep.definition.factors);
    std::vector<std::string> next;
    FactorEffect const* strongest = nullptr;
    for (FactorEffect const& effect : response.effects) {
        if (!effect.clear) continue;
        if (!strongest)
            strongest = &effect;
        else if (next.size() < 2)
            next.push_back(plain(names[effect.factor]));
    }
    if (!strongest) {
        bool const measurable = std::ranges::any_of(response.effects,
                                                    [](FactorEffect const& effect) { return std::isfinite(effect.weight.low); });
        return "No assumption's effect on " + what + " can be told from chance" +
               (measurable ? " with so many points." : "; ask for more points or more histories of each.");
    }
    return "What decides " + what + " most is " + plain(names[strongest->factor]) + ": " +
           what_it_does(sweep, response, *strongest) +
           (next.empty() ? "" : (next.size() == 1 ? "; next comes " : "; next come ") + listed(next)) + ".";
}

std::vector<std::string> mean_difference(Sweep const& sweep, ResponseConclusion const& response) {
    if (!sweep.definition.against || response.unknown_values > 0) return {};
    Estimate const& mean = response.mean;
    return {"On average over the points, " + response_in_words(sweep, response.outcome) + " is " +
            as_change({mean.mean, mean.low, mean.high}, sweep.facts.outcomes[response.outcome]->unit, true) + "."};
}

std::vector<std::string> share_of_chance(ResponseConclusion const& response) {
    VarianceShare const& share = response.by_assumptions;
    if (response.unknown_values > 0 || !std::isfinite(share.value)) return {};
    Estimate const chance{.mean = std::clamp(1 - share.value, 0.0, 1.0), .low = 1 - share.high, .high = 1 - share.low};
    Precision const precision = precision_of(chance, Unit::share);
    return {"Chance makes " + figure(chance.mean, precision) + " (" + interval(chance.low, chance.high, precision) +
            ") of the variance between organisations (means of sixteen histories): who works there, and what happens. "
            "The assumptions make the rest."};
}

std::string rule_in_words(Sweep const& sweep, FailureConclusion const& failure) {
    FailsWhen const& rule = failure.rule;
    Unit const unit = sweep.facts.outcomes[rule.outcome]->unit;
    SweepDefinition const& definition = sweep.definition;
    if (definition.against && rule.level == 0 && !rule.above)
        return own_strategy(definition) + " does worse than " + shown_strategy(*definition.against);
    Estimate const level{.mean = rule.level, .low = rule.level, .high = rule.level};
    Precision const precision = definition.against ? change_precision_of(level, unit) : precision_of(level, unit);
    std::string const side = rule.above ? "above " : "below ";
    bool const quarter = failure.usual && !definition.against && unit != Unit::flag;
    return response_in_words(sweep, rule.outcome) + " is " + side + figure(rule.level, precision) +
           (quarter ? " (the lowest quarter)" : "");
}

std::vector<std::string> where_it_fails(Sweep const& sweep) {
    if (!sweep.failure) return {};
    FailureConclusion const& failure = *sweep.failure;
    std::string const rule = rule_in_words(sweep, failure);
    std::string const number = count(failure.failures) + " of " + count(failure.points) + " points";
    if (failure.failures == 0) return {"At none of " + count(failure.points) + " points " + rule + "."};
    if (failure.failures == failure.points) return {"At all " + count(failure.points) + " points " + rule + "."};
    std::vector<std::string> parts;
    std::vector<std::string> const names = short_names(sweep.definition.factors);
    for (Restriction const& restriction : failure.restrictions)
        parts.push_back(
            plain(names[restriction.dimension]) + " is " +
            restriction_in_words(sweep.definition.factors[restriction.dimension], failure.box.ranges[restriction.dimension]));
    if (parts.empty()) return {"At " + number + ", " + rule + "; where these lie cannot be told from chance."};
    Box const& box = failure.box;
    Precision const whole{100, 0, " %", false};
    std::size_t const left_out = failure.found->restrictions.size() - failure.restrictions.size();
    return {"At " + number + ", " + rule + "; this happens above all where " + listed(parts) + ": " +
            figure(box.coverage, whole) + " of these points lie there, and " + figure(box.density, whole) + " of the " +
            count(box.points) + " points there are among them, against " +
            figure(double(failure.failures) / double(failure.points), whole) + " of all points." +
            (left_out == 0 ? "" : " The search (PRIM) drew further limits, which may well be by chance and are left out.")};
}

}  // namespace

std::string response_in_words(Sweep const& sweep, std::size_t outcome) {
    SweepDefinition const& definition = sweep.definition;
    std::string const label(sweep.facts.outcomes[outcome]->label);
    if (!definition.against) return label;
    return "how far " + own_strategy(definition) + " is ahead of " + shown_strategy(*definition.against) + " in " + label;
}

std::vector<std::string> verdict_on(Sweep const& sweep) {
    std::vector<std::string> lines;
    for (ResponseConclusion const& response : sweep.responses) {
        lines.push_back(headline(sweep, response));
        std::ranges::move(mean_difference(sweep, response), std::back_inserter(lines));
        if (&response == &sweep.responses.front()) std::ranges::move(share_of_chance(response), std::back_inserter(lines));
    }
    std::ranges::move(where_it_fails(sweep), std::back_inserter(lines));
    return lines;
}

}  // namespace micropol
