#include <algorithm>
#include <cmath>

#include "findings/sweep.h"
#include "findings/sweep_words.h"
#include "words/number_text.h"

namespace micropol {

namespace {

// "12 % (8–15)"
Phrase share(Estimate const& estimate) {
    Quantity const mean = quantity(estimate, Unit::share, Quantity::Form::value);
    if (!std::isfinite(estimate.low)) return mean;
    return Message("{0} ({1})", {mean, quantity(estimate, Unit::share, Quantity::Form::interval)});
}

Phrase share(Index const& index) {
    auto const within = [](double value) { return std::clamp(value, 0.0, 1.0); };
    return share(Estimate{.mean = within(index.value), .low = within(index.low), .high = within(index.high)});
}

Phrase what_it_does(Sweep const& sweep, ResponseConclusion const& response, FactorEffect const& effect) {
    Unit const unit = sweep.facts.outcomes[response.outcome]->unit;
    Estimate const weight = estimate_of(effect.weight);
    switch (sweep.definition.design) {
        case Design::morris: {
            ElementaryEffects const& found = response.elementary[effect.factor];
            Quantity by_chance = value(found.by_chance, unit);
            by_chance.form = Quantity::Form::size, by_chance.decimals = decimals_of(level(found.mu_star, unit));
            return Message("across its range it moves the result by {0} on average, where chance alone would show {1}",
                           {quantity(weight, unit, Quantity::Form::size), by_chance});
        }
        case Design::sobol: return Message("it has a part in {0} of what the assumptions do together", {share(effect.weight)});
        case Design::one_at_a_time: return Message("it changes the result by up to {0}", {change_of(weight, unit)});
        case Design::grid:
        case Design::latin_hypercube:
        case Design::sobol_sequence:
        case Design::list: break;
    }
    return Message("alone it explains {0} of the differences between points", {share(effect.weight)});
}

Phrase headline(Sweep const& sweep, ResponseConclusion const& response) {
    Phrase const what = describe_response(sweep, response.outcome);
    if (response.unknown_values > 0)
        return Message("Nothing is concluded on {0}: it has no value in {1} of {2} blocks.",
                       {what, Count{response.unknown_values}, Count{sweep.points.size() * sweep.definition.blocks}});
    if (does_not_vary(response))
        return Message("{0} does not vary: it is {1} at every point, so no assumption decides it here.",
                       {what, response_mean(sweep, response.mean, response.outcome)});
    std::vector<Phrase> const names = short_names(sweep.definition.factors);
    FactorEffect const* strongest = nullptr;
    Listing next;
    for (FactorEffect const& effect : response.effects) {
        if (!effect.clear) continue;
        if (!strongest)
            strongest = &effect;
        else if (next.items.size() < 2)
            next.items.push_back(names[effect.factor]);
    }
    if (!strongest) {
        bool const measurable = std::ranges::any_of(response.effects,
                                                    [](FactorEffect const& effect) { return std::isfinite(effect.weight.low); });
        return measurable ? Message("No assumption's effect on {0} can be told from chance with so many points.", {what})
                          : Message(
                                "No assumption's effect on {0} can be told from chance; ask for more points or more histories "
                                "of each.",
                                {what});
    }
    std::vector<Phrase> const gaps{what, names[strongest->factor], what_it_does(sweep, response, *strongest), next};
    if (next.items.empty()) return Message("What decides {0} most is {1}: {2}.", gaps);
    return next.items.size() == 1 ? Message("What decides {0} most is {1}: {2}; next comes {3}.", gaps)
                                  : Message("What decides {0} most is {1}: {2}; next come {3}.", gaps);
}

Phrase mean_difference(Sweep const& sweep, ResponseConclusion const& response) {
    return Message(
        "On average over the points, {0} is {1}.",
        {describe_response(sweep, response.outcome), change_of(response.mean, sweep.facts.outcomes[response.outcome]->unit)});
}

Phrase share_of_chance(VarianceShare const& by_assumptions) {
    return Message(
        "{0} of the variance between organisations (means of sixteen histories) comes from who works there, what happens, and "
        "numbers that are drawn but not varied here. What is varied makes the rest.",
        {share(Estimate{.mean = std::clamp(1 - by_assumptions.value, 0.0, 1.0),
                        .low = 1 - by_assumptions.high,
                        .high = 1 - by_assumptions.low})});
}

Phrase where_it_fails(Sweep const& sweep, FailureConclusion const& failure) {
    Phrase const fails = describe_failure(sweep, failure);
    Count const failures{failure.failures}, points{failure.points};
    if (failure.failures == 0) return Message("At none of {0} points {1}.", {points, fails});
    if (failure.failures == failure.points) return Message("At all {0} points {1}.", {points, fails});
    std::vector<Phrase> const names = short_names(sweep.definition.factors);
    Listing limits;
    for (Restriction const& restriction : failure.restrictions) {
        std::size_t const k = restriction.dimension;
        limits.items.push_back(Message("{0} is {1}", {names[k], describe(sweep.definition.factors[k], failure.box.ranges[k])}));
    }
    if (limits.items.empty())
        return Message("At {0} of {1} points, {2}; where these lie cannot be told from chance.", {failures, points, fails});
    Box const& box = failure.box;
    Message const found(
        "At {0} of {1} points, {2}; this happens above all where {3}: {4} of these points lie there, and {5} of the {6} points "
        "there are among them, against {7} of all points.",
        {failures, points, fails, limits, percent(box.coverage), percent(box.density), Count{box.points},
         percent(double(failure.failures) / double(failure.points))});
    if (failure.found->restrictions.size() == failure.restrictions.size()) return found;
    return Listing{{found, "The search (PRIM) drew further limits, which may well be by chance and are left out."},
                   Listing::Joined::by_spaces};
}

}  // namespace

std::vector<Phrase> verdict_on(Sweep const& sweep) {
    std::vector<Phrase> lines;
    for (ResponseConclusion const& response : sweep.responses) {
        lines.push_back(headline(sweep, response));
        if (response.unknown_values > 0 || does_not_vary(response)) continue;
        if (sweep.definition.against) lines.push_back(mean_difference(sweep, response));
        if (&response == &sweep.responses.front() && std::isfinite(response.by_assumptions.value))
            lines.push_back(share_of_chance(response.by_assumptions));
    }
    // Without a rule of the user, failing is to be among the lowest.
    if (sweep.failure && !(sweep.failure->usual && does_not_vary(sweep.responses.front())))
        lines.push_back(where_it_fails(sweep, *sweep.failure));
    return lines;
}

}  // namespace micropol
